"""Takes out the blank lines of a text that was broken to a width and has one after every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.reading.cleaning import Cleaned
from briefing.reading.lines import ENDS, LISTED

_LINES = 6
"""Lines that such a text has at least."""

_WIDEST = 130
"""Signs of its longest line at most, and at least."""
_NARROWEST = 30

_ALONE = 0.9
"""Share of its lines that stand alone at least."""

_OPEN = 0.5
"""Share of its lines at least that end within a sentence."""

_GO_ON = 0.25
"""Share of its lines at least whose sentence goes on in small letters."""

_ALL_GO_ON = 0.9
"""Above this share they are the entries of a list."""

_FULL = 0.9
"""Share of the width that nearly all of these fill at least with the next one's first word."""

_WORDS = 4
"""Words of a line in the mean."""

_ROOM = 0.85
"""Share of the width that a line and the next one's first word fill where the break is meant."""

_HEADING = 0.6
"""The same for a heading, which has no end."""

_GAP = re.compile(r"(\n(?:[^\S\n]*\n)+)")


def blank_lines(text: str) -> Cleaned:
    """Take out the blank line after every line; those between paragraphs stay where they show."""
    pieces = _GAP.split(text.strip())
    lines, gaps = [piece.strip() for piece in pieces[::2]], pieces[1::2]
    if not _is_spaced(lines):
        return Cleaned(text)
    width = max(map(len, lines))
    least = min(gap.count("\n") for gap in gaps)
    parts = [lines[0]]
    head = True
    for gap, (above, below) in zip(gaps, pairwise(lines), strict=True):
        head = head and not below[0].islower()
        parted = gap.count("\n") > least or _is_meant(above, below, width, head=head)
        parts.append(f"\n\n{below}" if parted else f"\n{below}")
    return Cleaned("".join(parts), ("Blank lines within paragraphs were removed.",))


def _is_spaced(lines: Sequence[str]) -> bool:
    """Say whether what stands between blank lines are lines that were broken to a width."""
    if len(lines) < _LINES or sum("\n" not in line for line in lines) < _ALONE * len(lines):
        return False
    width = max(len(one) for line in lines for one in line.split("\n"))
    if not _NARROWEST <= width <= _WIDEST or not any(map(ENDS.search, lines)):
        return False
    if sum(len(line.split()) for line in lines) < _WORDS * len(lines):
        return False
    opened = [(above, below) for above, below in pairwise(lines) if not ENDS.search(above)]
    going = [one for one in opened if one[1][0].islower() and not LISTED.match(one[1])]
    full = [one for one in going if _with_first(*one) >= _FULL * width]
    pairs = len(lines) - 1
    return (
        len(opened) >= _OPEN * pairs
        and max(2, _GO_ON * pairs) <= len(full) <= _ALL_GO_ON * pairs
        and len(full) >= _ALL_GO_ON * len(going)
    )


def _is_meant(above: str, below: str, width: int, *, head: bool) -> bool:
    """Say whether a new paragraph begins: the line above had room for the next one's first word.

    Args:
        above: The line above.
        below: The line below.
        width: Signs of the longest line.
        head: No sentence has gone on in a further line so far: what is above may be a title.
    """
    if below[0].islower():
        return False
    share = 1.0 if head else _ROOM if ENDS.search(above) else _HEADING
    return _with_first(above, below) <= share * width


def _with_first(above: str, below: str) -> int:
    """Return the signs of a line that had the first word of the next one, too."""
    return len(above) + 1 + len(below.split()[0])
