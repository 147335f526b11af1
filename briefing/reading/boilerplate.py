"""Cuts what a web page adds around an article: only whole lines, only at the two ends.

A line in the middle is never cut, however much it looks like boilerplate: a wrong cut would lose
the article's own words. The patterns are data: data/reference/boilerplate.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.reference import files

_LIST_LINES = 25
"""Lines of a list ("Related stories" and its headlines) that are cut at most."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without boilerplate, and what was cut from its beginning and its end."""

    text: str
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    lines: re.Pattern[str]
    lists: re.Pattern[str]
    head: re.Pattern[str]


def cut_boilerplate(text: str) -> Cut:
    """Cut the run of boilerplate lines at the end, and at the beginning, of a text."""
    lines = text.split("\n")
    patterns = _patterns()
    first = _first_line(lines, patterns)
    last = _end_of_body(lines, first, patterns)
    if last <= first:
        return Cut("", tuple(_pieces(lines)))
    body = "\n".join(lines[first:last]).strip("\n")
    return Cut(body, (*_pieces(lines[:first]), *_pieces(lines[last:])))


def _first_line(lines: Sequence[str], patterns: _Patterns) -> int:
    first = 0
    for number, line in enumerate(lines):
        words = line.strip()
        if words and not patterns.head.fullmatch(words):
            break
        first = number + 1
    return first


def _end_of_body(lines: Sequence[str], first: int, patterns: _Patterns) -> int:
    """Return the number of the line after the body's last."""
    last = len(lines)
    while True:
        kept = last
        while kept > first and _is_boilerplate(lines[kept - 1], patterns):
            kept -= 1
        kept = _without_list(lines, first, kept, patterns)
        if kept == last:
            return last
        last = kept


def _is_boilerplate(line: str, patterns: _Patterns) -> bool:
    words = line.strip()
    return not words or patterns.lines.fullmatch(words) is not None


def _without_list(lines: Sequence[str], first: int, last: int, patterns: _Patterns) -> int:
    """Step back over a list of headlines or links under its heading, such as "Related stories"."""
    for number in range(last - 1, max(first, last - _LIST_LINES) - 1, -1):
        words = lines[number].strip()
        if patterns.lists.fullmatch(words):
            return number
        if words and not (_is_boilerplate(words, patterns) or _is_headline(words)):
            break
    return last


def _is_headline(words: str) -> bool:
    """Say whether a line may be an entry of a list: short, and no sentence of its own."""
    return len(words) <= 120 and words[-1] not in ".!”\"'’:;,"


def _pieces(lines: Sequence[str]) -> list[str]:
    """Return the blocks between blank lines."""
    pieces = re.split(r"\n\s*\n", "\n".join(lines))
    return [piece.strip() for piece in pieces if piece.strip()]


@cache
def _patterns() -> _Patterns:
    data = files.toml("boilerplate.toml")

    def any_of(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{one})" for one in data[name]["patterns"]), re.IGNORECASE)

    return _Patterns(any_of("lines"), any_of("lists"), any_of("head"))
