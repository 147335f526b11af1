"""From signs with places on a page to its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from briefing.reading.raised import BEFORE, RAISED

_GAP = 1.3
"""Widths of a letter's height that a gap between two signs of a row has at least, if it is more
than a blank."""

_BEFORE_A_MARK = re.compile(rf"(?:{BEFORE})$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on a page; lengths in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: Its words; U+FFFE stands where a word is divided at the line's end.
        left: Its first sign's left edge.
        right: Its last sign's right edge.
        base: Its lower edge.
        size: The size of most of its letters.
        gaps: Where much space is within it: left edge, right edge, offset in its text.
        marks: The raised numbers of notes that stood in it and are not in its text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    gaps: tuple[tuple[float, float, int], ...] = ()
    marks: tuple[str, ...] = ()


def lines_of(signs: Iterable[Sign]) -> list[Line]:
    """Return the lines of a page's signs."""
    rows: list[list[Sign]] = [[]]
    for sign in signs:
        row = rows[-1]
        if sign.text in "\r\n":
            if row:
                rows.append([])
            continue
        last = next((one for one in reversed(row) if one.size and not one.text.isspace()), None)
        if last is not None and sign.size and not sign.text.isspace():
            middle, before = (sign.top + sign.bottom) / 2, (last.top + last.bottom) / 2
            if abs(middle - before) > 0.7 * max(sign.size, last.size):
                rows.append([])
                row = rows[-1]
        row.append(sign)
    return [line for row in rows if (line := _line(row)) is not None]


def _line(row: Sequence[Sign]) -> Line | None:
    drawn = [sign for sign in row if sign.size and not sign.text.isspace()]
    if not drawn:
        return None
    size = Counter(round(sign.size, 1) for sign in drawn).most_common(1)[0][0]
    text = ""
    gaps: list[tuple[float, float, int]] = []
    marks: list[str] = []
    in_mark = False
    last: Sign | None = None
    for sign in row:
        if not sign.size or sign.text.isspace():
            text += " " if text and not text.endswith(" ") else ""
            continue
        raised = last is not None and sign.size <= 0.85 * size and sign.bottom > last.bottom + 1
        if raised and sign.text.isdigit() and text[-1:] and not text[-1].isspace():
            if _BEFORE_A_MARK.search(text):
                marks = [*marks[:-1], marks[-1] + sign.text] if in_mark else [*marks, sign.text]
                in_mark = True
                continue
            text += sign.text.translate(RAISED)
            continue
        in_mark = False
        if last is not None and sign.left - last.right > _GAP * size:
            text = f"{text.rstrip()} "
            gaps.append((last.right, sign.left, len(text)))
        text += sign.text
        last = sign
    base = median(sign.bottom for sign in drawn)
    left, right = min(sign.left for sign in drawn), max(sign.right for sign in drawn)
    return Line(text.rstrip(), left, right, base, size, tuple(gaps), tuple(marks))
