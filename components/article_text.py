"""The article's text with its highlights and, beside it, the facts of the paragraphs in view.

Text and labels travel as data, and the browser's part (assets/article.js) puts them on the page as
text nodes only: whatever an article holds, it is shown, never run, formatted or linked. A component
of our own is needed for what nothing native does: to scroll to a fact's words, to name a highlight
under the pointer or the keyboard's focus, and to follow the paragraphs in view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.style import LAYERS, SERIF
from components.words import shorten

_ASSETS = Path(__file__).parent / "assets"

_COMPONENT = st.components.v2.component(
    "briefing_article",
    html='<div class="article"></div>',
    css=(_ASSETS / "article.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "article.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """One highlight, in offsets of the article's text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        layer: One of `style.LAYERS`.
        fact_id: The fact whose words these are.
        label: What is said about it under the pointer.
    """

    start: int
    end: int
    layer: str
    fact_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same spans cover, as indexes into the list of spans."""

    text: str
    spans: tuple[int, ...]


def spans_of(frame: pd.DataFrame) -> list[Span]:
    """Build spans from the rows of `queries.spans`, those of unknown layers left out."""
    return [
        Span(
            int(row["start"]),
            int(row["end"]),
            row["layer"],
            row["fact_id"],
            str(row["label"] or ""),
        )
        for row in frame.to_dict("records")
        if row["layer"] in LAYERS
    ]


def pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Piece]:
    """Split `text[start:end]` at every boundary of a span.

    The pieces joined are the text again, and no piece is partly covered by a span.
    """
    inside = [
        (number, max(span.start, start), min(span.end, end))
        for number, span in enumerate(spans)
        if span.start < end and span.end > start
    ]
    cuts = sorted({start, end, *(cut for _, first, last in inside for cut in (first, last))})
    return [
        Piece(
            text[first:last],
            tuple(number for number, begin, stop in inside if begin <= first and last <= stop),
        )
        for first, last in pairwise(cuts)
    ]


def build_data(
    text: str,
    *,
    paragraphs: Iterable[Mapping[str, Any]],
    spans: Sequence[Span],
    facts: Iterable[Mapping[str, Any]],
) -> dict[str, Any]:
    """Build what the browser's part shows, as plain lists and dicts.

    Args:
        text: The article's text.
        paragraphs: Rows with paragraph (0 is the title), start, end; in order.
        spans: The highlights.
        facts: Rows with fact_id, layer, paragraph, label, start, end; in order.
    """
    return {
        "paragraphs": [
            {
                "number": int(row["paragraph"]),
                "pieces": [
                    [piece.text, list(piece.spans)]
                    for piece in pieces(text, int(row["start"]), int(row["end"]), spans)
                ],
            }
            for row in paragraphs
        ],
        "spans": [[span.layer, span.fact_id, span.label] for span in spans],
        "facts": [
            [
                row["fact_id"],
                row["layer"],
                int(row["paragraph"]),
                str(row["label"] or ""),
                _words(text, row),
            ]
            for row in facts
        ],
        "words": {name: layer.one for name, layer in LAYERS.items()},
        "serif": SERIF,
    }


def _words(text: str, row: Mapping[str, Any]) -> str:
    """Return the first words of a quotation for the margin; other labels say enough."""
    if row["layer"] != "quotations":
        return ""
    return shorten(" ".join(text[int(row["start"]) : int(row["end"])].split()), 90)


def article_text(
    data: Mapping[str, Any], *, layers: Iterable[str], focus: str | None, key: str
) -> None:
    """Draw the text with its margin.

    Args:
        data: What `build_data` has built.
        layers: The layers to highlight.
        focus: The fact whose words are scrolled to and marked, if any.
        key: Unique on the page.
    """
    _COMPONENT(key=key, data={**data, "layers": list(layers), "focus": focus}, height="content")
