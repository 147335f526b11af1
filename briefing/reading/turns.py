"""Takes the time codes off the turns of a transcript or a chat: "[00:00:12] QUISPE: We sign."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.reading.cleaning import Cleaned

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ \u202f]?[ap]\.?m\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ ]"
_CODE = re.compile(
    rf"[ \t]*(?:\[(?:{_DAY})?{_TIME}\]|\({_TIME}\)|{_DAY}{_TIME}[ ][-–]|\d{{1,2}}:\d{{2}}:\d{{2}})"
    r"[ \t]*(?:[-–][ \t]*)?(?=\S|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d_][^\n:!?]{0,50}:[ \t]+\S")
_TURNS = 2
"""Turns with a speaker that such a text has at least."""


def time_codes(text: str) -> Cleaned:
    """Take away the times before the speakers of a text; each turn becomes a paragraph."""
    if ":" not in text:
        return Cleaned(text)
    lines = text.split("\n")
    codes = [(at, code) for at, line in enumerate(lines) if (code := _CODE.match(line))]
    spoken = sum(_is_spoken(lines, at, code.end()) for at, code in codes)
    if spoken < max(_TURNS, len(codes) / 2):
        return Cleaned(text)
    for at, code in codes:
        words = lines[at][code.end() :]
        parted = at and lines[at - 1].strip() and words
        lines[at] = f"\n{words}" if parted else words
    return Cleaned(
        "\n".join(lines),
        ("Time codes before speakers were set apart.",),
        tuple(code[0].strip() for _, code in codes),
    )


def _is_spoken(lines: Sequence[str], at: int, end: int) -> bool:
    """Say whether a speaker comes after a time code, on its line or on the next."""
    if lines[at][end:]:
        return _LABEL.match(lines[at], end) is not None
    return at + 1 < len(lines) and _LABEL.match(lines[at + 1].lstrip()) is not None
