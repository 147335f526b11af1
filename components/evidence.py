"""The article's own words as evidence: serif, with the words that matter marked."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from briefing.wording.signs import SERIF
from briefing.wording.words import cell_value
from components.escaping import escape_html

MARK = "background:rgba(230,159,0,.32);color:inherit;border-radius:.2em;padding:0 .1em"
"""The look of marked evidence on a light and on a dark ground."""


def evidence(text: str, *, start: int = 0, marks: Iterable[tuple[int, int]] = ()) -> None:
    """Draw a sentence of the article with words marked.

    Args:
        text: The sentence, as it is in the article.
        start: Its offset in the article.
        marks: Spans to mark, in offsets of the article.
    """
    st.html(serif(marked_html(text, start=start, marks=marks)))


def marked_html(text: str, *, start: int = 0, marks: Iterable[tuple[int, int]] = ()) -> str:
    """Build escaped HTML of a text with spans marked; spans outside of it are cut to it."""
    pieces: list[str] = []
    position = 0
    for first, last in sorted(marks):
        begin, end = max(first - start, position), min(last - start, len(text))
        if begin >= end:
            continue
        pieces.append(escape_html(text[position:begin]))
        pieces.append(f'<mark style="{MARK}">{escape_html(text[begin:end])}</mark>')
        position = end
    pieces.append(escape_html(text[position:]))
    return "".join(pieces)


def serif(html: str, *, size: str = "1.05rem") -> str:
    """Wrap escaped HTML in the face of the article's words."""
    return f'<p style="font-family:{SERIF};font-size:{size};line-height:1.55;margin:0">{html}</p>'


def spans(*pairs: tuple[object, object]) -> list[tuple[int, int]]:
    """Return the spans of which both ends are known."""
    return [
        (int(str(start)), int(str(end)))
        for start, end in pairs
        if cell_value(start) is not None and cell_value(end) is not None
    ]
