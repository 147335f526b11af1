"""Parts a heading from the paragraph right below it, in a text whose lines are whole paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.reading.cleaning import Cleaned
from briefing.reading.lines import LISTED
from briefing.reading.titles import GOES_ON

_WORDS = range(1, 11)
_LONGER = 60
"""Signs that the paragraph below is longer than its heading."""

_WHOLE = 0.8
"""Share of the long lines that end with a sentence where lines are paragraphs."""

_LONG_WORDS = 12
_ENDS = re.compile(r"[.!?][”’\"')\]]*$")
_ENDED = re.compile(r"[.!][\s”’\"')\]]*$|\?[\s”’\"')\]]+$|[^\w”’\"')?]$")
"""A sentence, or a part of one; a heading may ask."""

_BEGINS = re.compile(r"[“\"‘']?[^\W\d_a-z]")


def parted_headings(text: str) -> Cleaned:
    """Put blank lines around the headings of a text that stand right above their paragraphs."""
    lines = text.split("\n")
    long = [line for line in lines if len(line.split()) >= _LONG_WORDS]
    whole = sum(_ENDS.search(line.rstrip()) is not None for line in long)
    if not long or whole < _WHOLE * len(long):
        return Cleaned(text)
    below_head = False
    parted: set[int] = set()
    for number, (line, below) in enumerate(pairwise(lines)):
        if below_head and _is_heading(line.strip(), below.strip()):
            parted.add(number)
        ends = _ENDS.search(line.rstrip()) is not None
        below_head = below_head or (ends and len(line.split()) >= _LONG_WORDS)
    if not parted:
        return Cleaned(text)
    left: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1].strip() if number else ""
        if number - 1 in parted or (number in parted and above):
            left.append("")
        left.append(line)
    return Cleaned("\n".join(left), ("Headings were parted from the paragraphs below them.",))


def _is_heading(line: str, below: str) -> bool:
    words = line.split()
    return (
        len(words) in _WORDS
        and len(below) >= len(line) + _LONGER
        and _ENDED.search(line) is None
        and ":" not in line
        and _BEGINS.match(line) is not None
        and _BEGINS.match(below) is not None
        and _ENDS.search(below) is not None
        and not LISTED.match(line)
        and GOES_ON.fullmatch(words[-1]) is None
    )
