"""How fast decisions of people are applied: `python -m benchmarks.decisions`.

Fills a library with synthetic articles and takes decisions over from a file, on so many of them in
turn, of every kind: confirmed, corrected, rejected, added. Then single decisions are made, undone
and redone as a page does. Prints the seconds; the bar is 1,000 decisions in a second at 1,000
articles.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import uuid4

from benchmarks import synthetic
from briefing.article import Article
from briefing.library import Filter, Library, queries
from briefing.library.reviews.adding import added_id, value_of
from briefing.library.reviews.decision import WHOLE, Decision
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.library.reviews.keeping import decide, redo, undo
from briefing.library.reviews.parting import split_name

_BATCH = 200

_ROUNDS = 20
"""Single decisions of each kind that are timed."""

Rows = dict[str, list[dict[str, Any]]]


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.decisions", description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000, metavar="N")
    parser.add_argument("--decisions", type=int, default=1_000, metavar="N")
    parser.add_argument("--on", type=int, metavar="N", help="articles decided on; all by default")
    arguments = parser.parse_args(argv)
    on = arguments.on or arguments.articles
    made = list(synthetic.articles(arguments.articles))
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "one.sqlite") as library:
        for start in range(0, len(made), _BATCH):
            batch = made[start : start + _BATCH]
            library.add_many([article for article, _ in batch], synthetic.tables_of(batch))
        pack = Path(folder) / "pack.jsonl"
        _write(pack, made[:on], arguments.decisions)
        begin, busy = time.perf_counter(), time.process_time()
        taken, faults = import_reviews(library, pack)
        took, worked = time.perf_counter() - begin, time.process_time() - busy
        if faults or taken != arguments.decisions:
            raise SystemExit(f"{taken} of {arguments.decisions} decisions taken over: {faults[:3]}")
        print(
            f"{taken:,} decisions on {on:,} of {len(library):,} articles: {took:.2f} s, "
            f"{worked:.2f} s of the processor"
        )
        begin = time.perf_counter()
        export_reviews(library, Path(folder) / "out.jsonl")
        print(f"written to a file: {time.perf_counter() - begin:.2f} s")
        for name, seconds in _single(library):
            print(f"{name}: {seconds * 1000:.0f} ms")
    return 0


def _write(path: Path, made: list[tuple[Article, Rows]], number: int) -> None:
    decisions = [
        decision
        for place in range(number)
        for decision in [_decision(place, *made[place % len(made)])]
    ]
    lines = (json.dumps(asdict(decision)) + "\n" for decision in decisions)
    path.write_text("".join(lines), encoding="utf-8")


def _decision(place: int, article: Article, rows: Rows) -> Decision:
    """Return one decision on an article: in turn of every kind."""
    kind = place % 5
    common: dict[str, Any] = {
        "review_id": uuid4().hex,
        "article_id": article.article_id,
        "reviewer": "Ana Lund",
        "at": f"2031-05-03T10:00:00.{place % 1000:03}+00:00",
    }
    if kind == 4:
        start = 60 + place // len(rows["articles"]) % 40
        fields: dict[str, str | None] = {
            "title": "Added",
            "date": "2031-05",
            "tense": "past",
            "standing": "asserted",
            "status": "firm",
        }
        words = article.text[start : start + 20].rstrip()
        fact = added_id(article.article_id, "events", start, start + len(words), fields)
        return Decision(
            **common,
            start=start,
            end=start + len(words),
            words=words,
            record="events",
            fact_id=fact,
            field=WHOLE,
            value=value_of(fields),
            verdict="added",
        )
    record, key = ("quotes", "quote_id") if kind < 3 else ("relations", "relation_id")
    row = rows[record][place // len(rows[record]) % len(rows[record])]
    verdict, field, value = (
        ("confirmed", WHOLE, None),
        ("corrected", "speaker_id", "Jón Ás"),
        ("corrected", "act", "warns"),
        ("rejected", WHOLE, None),
    )[kind]
    return Decision(
        **common,
        record=record,  # type: ignore[arg-type]
        fact_id=row[key],
        start=row["start"],
        end=row["end"],
        words=article.text[row["start"] : row["end"]],
        field=field,
        value=value,
        verdict=verdict,  # type: ignore[arg-type]
    )


def _single(library: Library) -> Iterator[tuple[str, float]]:
    """Yield the median time of single decisions, as a page makes them."""
    facts = list(queries.to_check(library, Filter(), limit=_ROUNDS)["fact_id"])
    for name, act in (
        ("one is confirmed", lambda fact: decide(library, fact, "confirmed", "Ben")),
        ("taken back", lambda fact: undo(library, fact, "Ben")),
        ("stands again", lambda fact: redo(library, fact, "Ben")),
        ("the list is asked for", lambda fact: queries.to_check(library, Filter(), limit=200)),
    ):
        yield name, statistics.median(_seconds(act, fact) for fact in facts)
    entity, words = _most_named(library)
    yield (
        f"a name with {words} mentions is split",
        _seconds(
            lambda name: split_name(library, name, _name_of(library, name), "Per Lund", "Ben"),
            entity,
        ),
    )


def _most_named(library: Library) -> tuple[str, int]:
    rows = queries.entities(library, Filter(), ("person",))
    row = rows.sort_values("mentions", ascending=False).iloc[0]
    return str(row["entity_id"]), int(row["mentions"])


def _name_of(library: Library, entity_id: str) -> str:
    texts = queries.mentions(library, Filter(), entity_id)["text"]
    return str(texts.value_counts().index[0])


def _seconds(act: Callable[[str], object], fact: str) -> float:
    start = time.perf_counter()
    act(fact)
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
