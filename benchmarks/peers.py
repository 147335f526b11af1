"""Other programs on the same gold: `python -m benchmarks.accuracy quotes --gold FILE --peer regex`.

A peer turns a plain parse into a prediction in the gold's shape. Those that need a package of
their own say which when it is missing; none of them is installed with the project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pycountry
from spacy.tokens import Doc, Span

Peer = Callable[[Doc, dict[str, Any]], dict[str, Any]]

_MARKED = re.compile(r"""(?:["“]|``|'')((?:(?!["“”]|``|'').){8,}?)(?:["”]|'')""", re.DOTALL)
_SPEAKER = re.compile(
    r"^\W*(?P<cue>said|says|told|added)\s+(?P<after>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)"
    r"|^\W*(?P<before>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*|he|she)\s+(?:said|says|told|added)"
)


def regex_quotes(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Take what stands between marks, and the name beside "said" right after it."""
    text = document["text"]
    quotes = []
    for match in _MARKED.finditer(text):
        start, end = match.span(1)
        row: dict[str, Any] = {"start": start, "end": end, "type": "direct", "speaker": None}
        beside = _SPEAKER.match(text[match.end() : match.end() + 80])
        if beside is not None:
            group = "after" if beside["after"] else "before"
            row |= {
                "speaker": beside[group],
                "speaker_start": match.end() + beside.start(group),
                "speaker_end": match.end() + beside.end(group),
            }
        quotes.append(row)
    return {"quotes": quotes}


def textacy_quotes(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Ask textacy's `direct_quotations`; it gives up on a text with an odd number of marks."""
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError as error:
        raise SystemExit("The peer textacy needs: pip install textacy==0.13.0") from error

    def found() -> Iterator[dict[str, Any]]:
        for triple in direct_quotations(doc):
            content: Span = triple.content
            speaker, cue = triple.speaker, triple.cue
            yield {
                "start": content.start_char,
                "end": content.end_char,
                "type": "direct",
                "speaker": " ".join(token.text for token in speaker),
                "speaker_start": speaker[0].idx,
                "speaker_end": speaker[-1].idx + len(speaker[-1]),
                "cue": cue[0].text,
                "cue_start": cue[0].idx,
                "cue_end": cue[-1].idx + len(cue[-1]),
            }

    try:
        return {"quotes": list(found())}
    except ValueError:
        return {"quotes": []}


def look_up_places(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Look up spaCy's places in the list of country names."""
    places = []
    for entity in doc.ents:
        if entity.label_ not in ("GPE", "LOC", "NORP"):
            continue
        try:
            country = pycountry.countries.lookup(entity.text.removeprefix("the ").strip())
        except LookupError:
            continue
        places.append(
            {"start": entity.start_char, "end": entity.end_char, "country_iso3": country.alpha_3}
        )
    return {"places": places}


PEERS: dict[str, dict[str, Peer]] = {
    "quotes": {"regex": regex_quotes, "textacy": textacy_quotes},
    "geo": {"look-up": look_up_places},
}
"""The peers of each task."""
