"""How fast articles are read and the library answers: `python -m benchmarks.speed`.

    reading     articles and words a second, each component's time on top of the plain pipeline,
                all in one run on the same texts, in processor time
    library     adding, and each query under a filter, with 1,000 and 10,000 synthetic articles
    exports     each format of the sample and of 200 synthetic articles, and the brief of each

Prints tables and writes out/speed.json.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import synthetic
from briefing.article import Article
from briefing.brief import Request, make_brief
from briefing.export.formats import FORMATS, write
from briefing.export.order import Order
from briefing.extraction import pipeline
from briefing.extraction.assemble import assemble
from briefing.folders import ROOT
from briefing.library import Filter, Library, queries
from briefing.reading import Failure, read_paths
from briefing.version import VERSION

BATCH = 200
ROWS = 200
"""Rows that a page asks for at once."""

EXPORTED = 200
"""Articles of the larger export."""

PAGED = ("quotes", "mentions", "events", "relations")


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="*", choices=["reading", "library", "exports", []])
    parser.add_argument(
        "--articles",
        type=Path,
        default=ROOT / "data" / "articles",
        help="a file, folder or .jsonl file with the articles to read",
    )
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--repeat", type=int, default=1, help="read the articles N times over")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[1_000, 10_000], help="articles in the library"
    )
    parser.add_argument("--out", type=Path, default=Path("out/speed.json"))
    arguments = parser.parse_args(argv)
    found: dict[str, Any] = {}
    if not arguments.what or "reading" in arguments.what:
        found["reading"] = reading(arguments.articles, arguments.limit, arguments.repeat)
        _print_reading(found["reading"])
    if not arguments.what or "library" in arguments.what:
        found["library"] = {str(size): library(size) for size in arguments.sizes}
        _print_library(found["library"])
    if not arguments.what or "exports" in arguments.what:
        found["exports"] = exports()
        _print_exports(found["exports"])
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(arguments.out)
    return 0


def reading(path: Path, limit: int | None, repeat: int) -> dict[str, Any]:
    """Take the processor time of the plain pipeline, each component, and making the tables."""
    articles = [
        replace(article, title=f"{article.title} {number}")  # another id, the same words
        for number in range(repeat)
        for article in islice(_articles(path), limit)
    ]
    nlp = pipeline.pipeline()
    plain = [name for name in nlp.pipe_names if name not in pipeline.COMPONENTS]
    components = [(name, nlp.get_pipe(name)) for name in pipeline.COMPONENTS]
    list(pipeline.docs(articles[:4]))  # loads word lists, outside what is measured
    with nlp.select_pipes(enable=plain):
        start = time.process_time()
        docs = list(
            nlp.pipe(
                (pipeline.make_doc(nlp, article) for article in articles),
                batch_size=pipeline.BATCH,
            )
        )
        base = time.process_time() - start
    seconds: dict[str, float] = {}
    for name, component in components:
        start = time.process_time()
        docs = [component(doc) for doc in docs]
        seconds[name] = time.process_time() - start
    start = time.process_time()
    assemble(docs, pipeline.Reader("model", VERSION))
    seconds["tables"] = time.process_time() - start
    words = sum(len(article.text.split()) for article in articles)
    whole = base + sum(seconds.values())
    return {
        "articles": len(articles),
        "words": words,
        "plain_seconds": round(base, 3),
        "on_top_percent": {name: round(100 * spent / base, 1) for name, spent in seconds.items()},
        "whole_on_top_percent": round(100 * (whole - base) / base, 1),
        "articles_per_second": round(len(articles) / whole, 1),
        "words_per_second": round(words / whole),
        "plain_words_per_second": round(words / base),
    }


def _articles(path: Path) -> Iterable[Article]:
    seen = set()
    for outcome in read_paths([path]):
        if isinstance(outcome, Failure):
            raise SystemExit(str(outcome.error))
        if outcome.article_id not in seen:
            seen.add(outcome.article_id)
            yield outcome


def library(size: int) -> dict[str, Any]:
    """Fill a library with synthetic articles and time each query, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as lib:
        made = synthetic.articles(size)
        adding, first = 0.0, ""
        while batch := list(islice(made, BATCH)):
            first = first or batch[0][0].article_id
            tables = synthetic.tables_of(batch)
            start = time.perf_counter()
            lib.add_many([article for article, _ in batch], tables)
            adding += time.perf_counter() - start
        filters = {
            "all": Filter(),
            "country": Filter(countries=("KOR",)),
            "speaker": Filter(speakers=("person:speaker-7",)),
            "words": Filter(words="pipeline praised"),
            "period": Filter(earliest="2012-01-01", latest="2012-12-31"),
            "article": Filter(articles=(first,)),
        }
        times: dict[str, dict[str, float]] = {}
        for name, query in _queries(lib):
            times[name] = {key: _milliseconds(query, flt) for key, flt in filters.items()}
        megabytes = lib.path.stat().st_size / 1e6
    return {
        "add_articles_per_second": round(size / adding),
        "megabytes": round(megabytes, 1),
        "milliseconds": times,
    }


def _queries(lib: Library) -> list[tuple[str, Callable[[Filter], object]]]:
    named: list[tuple[str, Callable[..., object]]] = [
        (name, getattr(queries, name))
        for name in (
            "scope",
            "country_options",
            "speaker_options",
            "article_options",
            "figures",
            "gist",
            "weightiest",
            "claimed_denied",
            "entities",
            "mentions",
            "quotes",
            "events",
            "times",
            "relations",
            "pairs",
            "balance",
            "speaks",
            "speaks_about",
            "voiceless",
            "together",
        )
    ]
    found: list[tuple[str, Callable[[Filter], object]]] = [
        (name, partial(query, lib, **({"limit": ROWS} if name in PAGED else {})))
        for name, query in named
    ]
    found.append(("search", lambda flt: queries.search(lib, "pipeline", flt)))
    found.append(("articles", lambda flt: queries.articles(lib)))
    return found


def exports(size: int = EXPORTED) -> dict[str, Any]:
    """Write each format; take seconds of processor time and kilobytes."""
    from briefing.library.ingest import seed

    with tempfile.TemporaryDirectory() as folder:
        with Library(Path(folder) / "sample.sqlite") as sample:
            seed(sample)
            few = _exports_of(sample)
        with Library(Path(folder) / "many.sqlite") as many:
            made = synthetic.articles(size)
            while batch := list(islice(made, BATCH)):
                many.add_many([article for article, _ in batch], synthetic.tables_of(batch))
            return {"sample": few, f"{size} articles": _exports_of(many)}


def _exports_of(lib: Library) -> dict[str, dict[str, float]]:
    order = Order(Request(made=date(2031, 5, 4), marking="TLP:GREEN"))
    start = time.process_time()
    make_brief(lib, order.request)
    found = {"brief": {"seconds": round(time.process_time() - start, 2), "kilobytes": 0.0}}
    for name in FORMATS:
        start = time.process_time()
        written = write(lib, name, order)
        found[name] = {
            "seconds": round(time.process_time() - start, 2),
            "kilobytes": round(len(written.data) / 1000, 1),
        }
    return found


def _milliseconds(query: Callable[[Filter], object], flt: Filter) -> float:
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        query(flt)
        spent.append(time.perf_counter() - start)
        if spent[0] > 3:
            break
    return round(1000 * statistics.median(spent), 1)


def _print_reading(found: dict[str, Any]) -> None:
    print(f"{found['articles']} articles, {found['words']:,} words")
    print(f"plain pipeline        {found['plain_words_per_second']:>8,} words/s")
    for name, percent in found["on_top_percent"].items():
        print(f"+ {name:20} {percent:>7} %")
    print(f"+ all                  {found['whole_on_top_percent']:>7} %")
    print(
        f"whole                 {found['words_per_second']:>8,} words/s, "
        f"{found['articles_per_second']} articles/s"
    )


def _print_exports(found: dict[str, Any]) -> None:
    names = list(next(iter(found.values())))
    print("\nseconds of processor time" + "".join(f"{key:>24}" for key in found))
    for name in names:
        cells = (
            f"{one[name]['seconds']:>12} s {one[name]['kilobytes']:>7,.0f} kB"
            for one in found.values()
        )
        print(f"{name:25}" + "".join(cells))


def _print_library(found: dict[str, Any]) -> None:
    for size, one in found.items():
        print(
            f"\nlibrary of {int(size):,} articles: {one['megabytes']} MB, "
            f"{one['add_articles_per_second']} articles/s added; milliseconds a query:"
        )
        names = list(next(iter(one["milliseconds"].values())))
        print(f"{'':18}" + "".join(f"{name:>10}" for name in names))
        for query, times in one["milliseconds"].items():
            print(f"{query:18}" + "".join(f"{times[name]:>10}" for name in names))


if __name__ == "__main__":
    raise SystemExit(main())
