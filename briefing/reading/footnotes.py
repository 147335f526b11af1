"""Takes out footnotes, at the end of a text or at the foot of its pages, and their marks.

They are known by their order: notes count up, and their marks stand in the text above them in that
order. What has no such order stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.reading.cleaning import Cleaned
from briefing.reading.lines import ENDS, blocks
from briefing.reading.raised import BEFORE, DIGITS

_PLAIN = str.maketrans(DIGITS, "0123456789")
_NOTE = re.compile(
    rf"[ \t]*(?:\[(?P<boxed>\d{{1,3}})\]|(?P<raised>[{DIGITS}]{{1,3}})|(?P<plain>\d{{1,3}}))"
    r"[.):]?[ \t]+\S.*"
)
_HEADING = re.compile(r"\W*(?:foot|end)?notes?(?: and references)?\W*|\W*references\W*", re.I)
_BOX = r"(?<=[^\s\[(])\[(?:{})\](?!\()"
_MARK = re.compile(
    r"(?<=[^\[(\s])[ \t]?\[(?P<boxed>\d{1,3})\](?!\()"
    rf"|(?P<raised>[{DIGITS}]{{1,3}})"
    + r"|(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?”’\"')\]]))(?<!\d[.,])(?P<plain>\d{1,3})"
    r"(?![\w%°])(?![.,]\d)"
)
"""The mark of a note in the text: "[1]", "¹", or a digit that touches a word or a mark."""
_ANY_BOX = re.compile(_BOX.format(r"\d{1,3}|citation needed|edit(?: source)?|note \d{1,2}"))
_ANY_RAISED = re.compile(rf"(?:{BEFORE})[{DIGITS}]{{1,12}}")
_MARKS = 2
"""Marks in boxes that a text without notes has at least."""


class _Notes(NamedTuple):
    """The notes at the end of a text: their lines, and how many they are."""

    start: int
    end: int
    number: int


def footnotes(text: str) -> Cleaned:
    """Take away notes and their marks in the text, and marks whose notes are not there."""
    lines = text.split("\n")
    done = _at_feet_of_pages(lines) or _starred(lines)
    if done is not None:
        return done
    notes = _notes(lines)
    if notes is not None:
        body = "\n".join(lines[: notes.start])
        spans = marks_of(body, 1, notes.number)
        if 2 * len(spans) >= notes.number:
            taken = tuple(blocks(lines[notes.start : notes.end]))
            rest = lines[notes.end :]
            plain, marks = without(body, [*spans, *_loose(body)])
            left = "\n".join((plain.rstrip("\n"), *rest)).rstrip("\n")
            return Cleaned(left, (NOTED,), (*taken, marks))
    plain, marks = without(text, _loose(text))
    return Cleaned(plain, (_MARKED,), (marks,)) if marks else Cleaned(text)


NOTED = "Footnotes and their marks were set apart."
_MARKED = "Footnote marks were removed."


class _Foot(NamedTuple):
    """Notes at the foot of a page: their lines, and the numbers of the first and the last."""

    start: int
    end: int
    first: int
    last: int


def _at_feet_of_pages(lines: Sequence[str]) -> Cleaned | None:
    """Take away notes that stand between parts of a text, where its pages ended.

    They go on counting from page to page, or begin anew on each; their marks are above them.
    """
    feet = list(_feet(lines))
    if not feet:
        return None
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    known = _Marks("\n".join(lines))
    left, taken, gone = _Left(), list[str](), list[str]()
    page, expected, pages = 0, 1, 0
    for foot in feet:
        if foot.first not in (1, expected):
            continue
        begins = starts[page]
        spans = known.of(foot.first, foot.last, begins, starts[foot.start])
        many = foot.last - foot.first + 1
        if not spans or 2 * len(spans) < many:
            continue
        body = "\n".join(lines[page : foot.start])
        plain, marks = without(body, [(start - begins, end - begins) for start, end in spans])
        left.add(plain)
        taken += blocks(lines[foot.start : foot.end])
        gone.append(marks)
        page, expected, pages = foot.end, foot.last + 1, pages + 1
    rest = "\n".join(lines[page:])
    if pages + bool(rest.strip()) < 2:  # those at the end have their own rule
        return None
    left.add(rest)
    return Cleaned(left.text, (NOTED,), (*taken, " ".join(gone)))


def _feet(lines: Sequence[str]) -> Iterator[_Foot]:
    """Yield the runs of lines, set apart by empty ones, that begin with a number and count up."""
    at = 0
    while at < len(lines):
        match = _NOTE.fullmatch(lines[at])
        if match is None or (at and lines[at - 1].strip()):
            at += 1
            continue
        first = _number(match)
        number, end = _run_of_notes(lines, at, first)
        yield _Foot(at, end, first, first + number - 1)
        at = end


class _Left:
    """What is left of a text whose parts come one by one: a sentence that a page broke goes on."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._end = ""

    @property
    def text(self) -> str:
        """The parts as one text."""
        return "".join(self._parts)

    def add(self, below: str) -> None:
        """Put a further part below the others."""
        below = below.strip("\n")
        if not below:
            return
        joint = _joint(self._end, below) if self._parts else ""
        self._parts += (joint, below)
        self._end = f"{self._end}{joint}{below[-_END_SIGNS:]}"[-_END_SIGNS:]


_END_SIGNS = 300
"""Signs at the end of a part that tell whether its last sentence goes on."""


def _joint(above: str, below: str) -> str:
    """Return what stands between two parts of a text."""
    last = above.rsplit("\n\n", 1)[-1].split()
    broken = len(last) >= _HEADING_WORDS and not ENDS.search(above)
    if broken and (below[0].islower() or last[-1].rstrip(",").islower()):
        return "\n" if above.endswith("-") else " "
    return "\n\n"


_HEADING_WORDS = 4
"""Words at which what ends without a full stop is more than a heading."""
_SIGN = re.compile(r"(?<=[^\s*†‡])[*†‡](?=\s|$)")


def _starred(lines: Sequence[str]) -> Cleaned | None:
    """Take away the one note of a text that a star marks, in the text and before the note."""
    for at, line in enumerate(lines):
        sign, rest = line.lstrip()[:1], line.lstrip()[1:].lstrip()
        if sign not in ("*", "†", "‡") or not rest[:1].isupper() or (at and lines[at - 1].strip()):
            continue
        body = "\n".join(lines[:at])
        mark = _SIGN.search(body)
        if mark is None or mark[0] != sign or "".join(lines).count(sign) != 2:
            return None
        end = next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))
        plain, gone = without(body, [mark.span()])
        left = _Left()
        left.add(plain)
        left.add("\n".join(lines[end:]))
        return Cleaned(left.text, (NOTED,), ("\n".join(lines[at:end]).strip(), gone))
    return None


def _notes(lines: Sequence[str]) -> _Notes | None:
    """Return the notes at the end of a text; None where it has none."""
    for start in range(len(lines) - 1, 0, -1):
        match = _NOTE.fullmatch(lines[start])
        if match is None or _number(match) != 1:
            continue
        number, end = _run_of_notes(lines, start, 1)
        above = start
        while above > 0 and not lines[above - 1].strip():
            above -= 1
        if above > 0 and _HEADING.fullmatch(lines[above - 1].strip()):
            start = above - 1
        return _Notes(start, end, number)
    return None


def _run_of_notes(lines: Sequence[str], start: int, first: int) -> tuple[int, int]:
    """Return how many notes count up from a line and its number, and where they end."""
    numbers = 0
    end = start
    parted = False
    for at in range(start, len(lines)):
        if not lines[at].strip():
            parted = True
            continue
        match = _NOTE.fullmatch(lines[at])
        if match and _number(match) == first + numbers:
            numbers += 1
        elif parted:
            break
        end = at + 1
        parted = False
    return numbers, end


def _number(match: re.Match[str]) -> int:
    return plain_number(match["boxed"] or match["plain"] or match["raised"])


def plain_number(digits: str) -> int:
    """Return the number that digits say, raised ones too: "¹²" is 12."""
    return int(digits.translate(_PLAIN))


class _Marks:
    """Where in a text each number stands as a mark."""

    def __init__(self, text: str) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for match in _MARK.finditer(text):
            self._spans.setdefault(_number(match), []).append(match.span())

    def of(self, first: int, last: int, start: int, end: int) -> list[tuple[int, int]]:
        """Return the first marks of some notes between two places; `marks_of` says more."""
        found: list[tuple[int, int]] = []
        expected = first
        while expected <= last:
            following = [
                (spans[at], number)
                for number in range(expected, min(last, expected + 1) + 1)
                if (spans := self._spans.get(number))
                and (at := bisect_left(spans, (start, 0))) < len(spans)
            ]
            span, number = min(following, default=((end, end), 0))
            if span[1] > end or not number:
                break
            found.append(span)
            start, expected = span[1], number + 1
        return found


def marks_of(body: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the first marks of some notes are, in their order; one may be missing.

    Args:
        body: The text above the notes.
        first: The number of the first note.
        last: The number of the last one.
    """
    return _Marks(body).of(first, last, 0, len(body))


def _loose(text: str) -> list[tuple[int, int]]:
    """Return the marks that are known as such by themselves."""
    boxes = [match.span() for match in _ANY_BOX.finditer(text)]
    raised = [match.span() for match in _ANY_RAISED.finditer(text)]
    return [*(boxes if len(boxes) >= _MARKS else ()), *raised]


def without(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str]:
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
