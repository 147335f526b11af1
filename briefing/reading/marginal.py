"""Takes out what a printed page has beside and below its text: line numbers, footnotes and marks.

Each is known by its order: numbers that count up line by line or every fifth line, notes at the end
that count from 1 and whose marks stand in the text in that order. What has no such order stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reading.cleaning import Cleaned
from briefing.reading.lines import blocks

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


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_NOTE = re.compile(
    rf"[ \t]*(?:\[(?P<boxed>\d{{1,3}})\]|(?P<raised>[{_RAISED}]{{1,3}})|(?P<plain>\d{{1,3}}))"
    r"[.):]?[ \t]+\S.*"
)
_HEADING = re.compile(r"\W*(?:foot|end)?notes?(?: and references)?\W*|\W*references\W*", re.I)
_BOX = r"(?<=[^\s\[(])\[(?:{})\](?!\()"
_MARK = re.compile(
    _BOX.format(r"(?P<boxed>\d{1,3})")
    + rf"|(?P<raised>[{_RAISED}]{{1,3}})"
    + r"|(?<=[^\W\d_]|[.,;:!?”’\"')\]])(?<!\d[.,])(?P<plain>\d{1,3})(?![\w%°])(?![.,]\d)"
)
"""The mark of a note in the text: "[1]", "¹", or a digit that touches a word or a mark."""
_ANY_BOX = re.compile(_BOX.format(r"\d{1,3}|citation needed|note \d{1,2}"))
_ANY_RAISED = re.compile(rf"(?<=[.,;:!?”’\"')\]])[{_RAISED}]{{1,3}}")
_MARKS = 2
"""Marks in boxes that a text without notes has at least."""


class _Notes(NamedTuple):
    """The notes at the end of a text: their lines, and how many they are."""

    start: int
    end: int
    number: int


def footnotes(text: str) -> Cleaned:
    """Take away notes at the end, and their marks in the text; marks whose notes are not there."""
    lines = text.split("\n")
    notes = _notes(lines)
    if notes is not None:
        body = "\n".join(lines[: notes.start])
        spans = _spans(body, notes.number)
        if 2 * len(spans) >= notes.number:
            taken = tuple(blocks(lines[notes.start : notes.end]))
            rest = lines[notes.end :]
            plain, marks = _without(body, [*spans, *_loose(body)])
            left = "\n".join((plain.rstrip("\n"), *rest)).rstrip("\n")
            return Cleaned(left, (_NOTED,), (*taken, marks))
    plain, marks = _without(text, _loose(text))
    return Cleaned(plain, (_MARKED,), (marks,)) if marks else Cleaned(text)


_NOTED = "Footnotes and their marks were set apart."
_MARKED = "Footnote marks were removed."


def _notes(lines: Sequence[str]) -> _Notes | None:
    """Return the notes at the end of a text; None where it has none."""
    for start in range(len(lines) - 1, 0, -1):
        match = _NOTE.fullmatch(lines[start])
        if match is None or _number(match) != 1:
            continue
        number, end = _run_of_notes(lines, start)
        above = start
        while above > 0 and not lines[above - 1].strip():
            above -= 1
        if above > 0 and _HEADING.fullmatch(lines[above - 1].strip()):
            start = above - 1
        return _Notes(start, end, number)
    return None


def _run_of_notes(lines: Sequence[str], start: int) -> tuple[int, int]:
    """Return how many notes count up from a line, and where they end."""
    numbers = 0
    end = start
    parted = False
    for at in range(start, len(lines)):
        if not lines[at].strip():
            parted = True
            continue
        match = _NOTE.fullmatch(lines[at])
        if match and _number(match) == numbers + 1:
            numbers += 1
        elif parted:
            break
        end = at + 1
        parted = False
    return numbers, end


def _number(match: re.Match[str]) -> int:
    held = match["boxed"] or match["plain"] or match["raised"]
    return int(held.translate(_PLAIN))


def _spans(body: str, notes: int) -> list[tuple[int, int]]:
    """Return the first marks of notes, which stand in their order; one may be missing."""
    found: list[tuple[int, int]] = []
    expected = 1
    for match in _MARK.finditer(body):
        number = _number(match)
        if expected <= number <= min(notes, expected + 1):
            found.append(match.span())
            expected = number + 1
    return found


def _loose(text: str) -> list[tuple[int, int]]:
    """Return the marks that are known as such by themselves."""
    boxes = [match.span() for match in _ANY_BOX.finditer(text)]
    raised = [match.span() for match in _ANY_RAISED.finditer(text)]
    return [*(boxes if len(boxes) >= _MARKS else ()), *raised]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """Return a text without some spans, and what stood there."""
    left: list[str] = []
    gone: list[str] = []
    reach = 0
    for start, end in sorted(set(spans)):
        if start < reach:
            continue
        left.append(text[reach:start])
        gone.append(text[start:end])
        reach = end
    return "".join((*left, text[reach:])), " ".join(gone)
