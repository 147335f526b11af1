"""Takes out what a printed page has beside its text: the numbers of its lines.

They are known by their order: they count up line by line or at every fifth line. What has no such
order stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.reading.cleaning import Cleaned

_LINES = 5
"""Numbered lines that follow one another at least, for their numbers to be line numbers."""

_FIFTHS = 3
"""Numbers at every fifth line, likewise."""

_SMALL = 0.3
"""How many of the lines go on with a small letter at least; the points of a list do not."""

_YEARS = 1000
"""Numbers that count up from here are years."""

_BEFORE = re.compile(r"[ \t]*(?P<number>\d{1,4})(?:[ \t]+(?P<rest>\S.*)|[ \t]*)")
_BEHIND = re.compile(r"(?P<rest>\S.*\S)(?:[ ]{2,}|\t[ \t]*)(?P<number>\d{1,4})[ \t]*")


def line_numbers(text: str) -> Cleaned:
    """Take away the numbers of lines, beside each of them or beside every fifth."""
    lines = text.split("\n")
    full = [at for at, line in enumerate(lines) if line.strip()]
    found = dict(_at_every_line(lines, full)) or dict(_at_every_fifth(lines, full))
    if not found:
        return Cleaned(text)
    numbers = " ".join(match["number"] for match in found.values())
    left = [(found[at]["rest"] or "") if at in found else line for at, line in enumerate(lines)]
    return Cleaned("\n".join(left), ("Line numbers were removed.",), (numbers,))


def _at_every_line(
    lines: Sequence[str], full: Sequence[int]
) -> Iterator[tuple[int, re.Match[str]]]:
    run: list[tuple[int, re.Match[str]]] = []
    before = 0
    for at in (*full, None):
        match = _BEFORE.fullmatch(lines[at]) if at is not None else None
        number = int(match["number"]) if match else -1
        if run and number != before + 1 and (number != 1 or before < _LINES):
            yield from run if _is_running(run) else ()
            run = []
        if match and at is not None and (run or number < _YEARS):
            run.append((at, match))
        before = number


def _is_running(run: Sequence[tuple[int, re.Match[str]]]) -> bool:
    rests = [match["rest"] for _, match in run if match["rest"]]
    small = sum(rest[0].islower() for rest in rests)
    return len(rests) >= _LINES and small >= _SMALL * len(rests)


def _at_every_fifth(
    lines: Sequence[str], full: Sequence[int]
) -> Iterator[tuple[int, re.Match[str]]]:
    for form in (_BEFORE, _BEHIND):
        matches = [form.fullmatch(lines[at]) for at in full]
        for first in range(len(full)):
            run: list[tuple[int, re.Match[str]]] = []
            for place in range(first, len(full), _LINES):
                match = matches[place]
                if match is None or int(match["number"]) % _LINES:
                    break
                if run and int(match["number"]) != int(run[-1][1]["number"]) + _LINES:
                    break
                run.append((full[place], match))
            if len(run) >= _FIFTHS:
                yield from run
                return
