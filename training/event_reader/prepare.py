"""Makes the examples that the reader of events learns from.

Usage: python -m training.event_reader.prepare OUT.jsonl --passages F… --texts F… --articles F…
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.accuracy import load
from benchmarks.adapters import article_of
from briefing.extraction import pipeline
from briefing.extraction.event_reader.reading import dated_in, sentences_of
from training.event_reader.passages import Passage, passages, short_text, whole_article

READERS = ("briefing_events", "briefing_relations", "briefing_second_reader")


def read(found: list[Passage]) -> Iterator[Doc]:
    """Read passages as far as their dates."""
    nlp = pipeline.pipeline()
    records = [
        {"id": str(number), "text": one.text, "published": one.published}
        for number, one in enumerate(found)
    ]
    made = [pipeline.make_doc(nlp, article_of(record)) for record in records]
    return nlp.pipe(made, disable=list(READERS))


def written(passage: Passage, doc: Doc) -> str:
    """Return an example as a line: the text, what the pipeline found, and what each word tells."""
    dates = dated_in(doc)
    words = [
        token.idx
        for token in doc
        if not token.is_space and any(sign.isalpha() for sign in token.text)
    ]
    ends = {token.idx: token.idx + len(token) for token in doc}
    told = {
        next((at for at in words if at <= event.start < ends[at]), event.start): event
        for event in passage.events
    }
    rows = []
    for at in words:
        event = told.get(at)
        if event is not None and not (event.minor and not passage.complete):
            linked = None
            if passage.dates is not None:
                spans = [(a, b) for a, b, n in passage.dates if n and n in event.dates]
                linked = [
                    number
                    for number, date in enumerate(dates)
                    if any(a < date.end and date.start < b for a, b in spans)
                ]
            rows.append([at, 1, event.tense, event.standing, not event.minor, linked])
        elif event is None and (passage.complete or at in passage.bare):
            rows.append([at, 0, None, None, None, None])
    return json.dumps(
        {
            "text": doc.text,
            "sentences": sentences_of(doc),
            "dates": [[date.start, date.end, date.lies] for date in dates],
            "words": rows,
        },
        ensure_ascii=False,
    )


def main() -> None:
    """Write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passages", type=Path, nargs="*", default=[])
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    found = list(passages(args.passages))
    found += [short_text(record) for path in args.texts for record in load(path)]
    found += [whole_article(record) for path in args.articles for record in load(path)]
    lines = [written(one, doc) for one, doc in zip(found, read(found), strict=True)]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines)} examples\n")


if __name__ == "__main__":
    main()
