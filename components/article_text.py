"""The article's text with its highlights and, beside it, the facts of the paragraphs in view.

Text and labels travel as data, and the browser's part (assets/article.js) puts them on the page as
text nodes only: whatever an article holds, it is shown, never run, formatted or linked. A component
of our own is needed for what nothing native does: to scroll to a fact's words, to name a highlight
under the pointer or the keyboard's focus, and to follow the paragraphs in view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.signs import LAYERS, QUADS, SERIF
from briefing.wording.words import shorten
from components.labels import Label

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
        layer: One of `style.LAYERS`; another for words that are only ever marked.
        fact_id: The fact whose words these are.
        label: What is said about it under the pointer.
    """

    start: int
    end: int
    layer: str
    fact_id: str
    label: Label


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same spans cover, as indexes into the list of spans."""

    text: str
    spans: tuple[int, ...]


def spans_of(frame: pd.DataFrame, labels: Mapping[str, Label]) -> list[Span]:
    """Build spans from the rows of `queries.spans` or `queries.facts_at`.

    Args:
        frame: Rows with layer, start, end, fact_id, label.
        labels: Better labels for some facts, by id.
    """
    return [
        Span(
            int(row["start"]),
            int(row["end"]),
            row["layer"],
            row["fact_id"],
            labels.get(row["fact_id"], Label(str(row["label"] or ""))),
        )
        for row in records(frame)
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
    paragraphs: Iterable[Row],
    spans: Sequence[Span],
    facts: Sequence[Span],
) -> dict[str, Any]:
    """Build what the browser's part shows, as plain lists and dicts.

    Args:
        text: The article's text.
        paragraphs: Rows with paragraph (0 is the title), start, end; in order.
        spans: The highlights.
        facts: What stands in the margin; in order.
    """
    blocks = [(int(row["paragraph"]), int(row["start"]), int(row["end"])) for row in paragraphs]
    return {
        "paragraphs": [
            {
                "number": number,
                "start": start,
                "pieces": [
                    [piece.text, list(piece.spans)] for piece in pieces(text, start, end, spans)
                ],
                "facts": [_margin_fact(text, fact) for fact in facts if start <= fact.start < end],
            }
            for number, start, end in blocks
        ],
        "spans": [
            [span.layer, span.fact_id, _kind(span), span.label.text, span.label.quad]
            for span in spans
        ],
        "colours": {name: quad.colour for name, quad in QUADS.items()},
        "serif": SERIF,
    }


def article_text(
    data: Mapping[str, Any],
    *,
    layers: Iterable[str],
    focus: str | None,
    key: str,
    on_marked: Callable[[int, int], None] | None = None,
    marking: str = "",
) -> None:
    """Draw the text with its margin.

    Args:
        data: What `build_data` has built.
        layers: The layers to highlight.
        focus: The fact whose words are scrolled to and marked, if any.
        key: Unique on the page.
        on_marked: Called with the offsets of words that were selected in the text, once the button
            that stands beside them is pressed; without it there is no such button.
        marking: What stands on that button.
    """

    def told() -> None:
        marked = (st.session_state.get(key) or {}).get("marked")
        if on_marked is not None and marked:
            on_marked(int(marked[0]), int(marked[1]))

    _COMPONENT(
        key=key,
        data={
            **data,
            "layers": list(layers),
            "focus": focus,
            "marking": marking if on_marked is not None else "",
        },
        height="content",
        on_marked_change=told,
    )


def _margin_fact(text: str, fact: Span) -> dict[str, str]:
    words = ""
    if fact.layer == "quotations":
        words = shorten(" ".join(text[fact.start : fact.end].split()), 90)
    return {
        "fact": fact.fact_id,
        "layer": fact.layer,
        "kind": _kind(fact),
        "label": fact.label.text,
        "quad": fact.label.quad,
        "twin": fact.label.twin,
        "words": words,
    }


def _kind(span: Span) -> str:
    layer = LAYERS.get(span.layer)
    return span.label.kind or (layer.one if layer else "")
