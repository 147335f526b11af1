"""What stands between quotation marks.

News mixes every convention: curly and straight marks, doubled single ones from newswire, French
guillemets, single marks inside double ones, and apostrophes that are no marks at all. A paragraph
is read by itself, so that one bad mark spoils no other paragraph; a quotation that runs over
several paragraphs opens each of them with a mark and closes only the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_SIGN = re.compile(r"``|''|[“”„‟\"«»‘’‚‛'`]")
_OPENING = {"“", "„", "«", "``"}
_CLOSING = {"”", "»"}
_PLAIN = {'"', "'"}
_SINGLE = {"‘", "’", "‚", "‛", "'", "`"}
_BEFORE_OPENING = set("([{-–—/…:;") | {'"', "“", "”", "'", "‘", "«"}
_AFTER_CLOSING = set(")]},.;:?!-–—/…") | {'"', "”", "'", "’", "»"}
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|round|bout|neath)\b", re.IGNORECASE)
_WHOLE = frozenset(".?!:;\"”'’)]»…")
"""Signs after which a line does not break off in mid-sentence."""

_ENDS = set(",.?!…")
_STOPS = (".", "!", "?")
_LONGEST_UNCLOSED = 4000


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks.

    Attributes:
        start: First sign inside the marks.
        end: End of what is inside.
        outer_start: The opening mark.
        outer_end: End of the closing mark; without one, of the words or of the paragraph.
        paragraph: Number of the paragraph.
        goes_on: The next marked words of the text are the same quotation's next paragraph.
        single: Between single marks.
        closed: There is a closing mark.
        reopened: A second opening mark inside, for which there is no closing mark.
        settled: Where the words end is known: at their closing mark, or by a rule of endings.py.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    goes_on: bool = False
    single: bool = False
    closed: bool = True
    reopened: int | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked words of a text, in order, and the double marks that have no partner."""

    pieces: list[Marked]
    strays: list[int]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: str
    """"open", "close" or "either"."""
    single: bool
    free: bool = False
    """Blanks stand on both sides: ' We agree, ' she said."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs; a line that breaks off in mid-sentence goes on below."""
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        start, end = position, position + len(line)
        position = end
        stripped = line.strip()
        if not stripped:
            continue
        begin = start + line.index(stripped[0])
        finish = begin + len(stripped)
        if spans and text.count("\n", spans[-1][1], begin) <= 1:
            first, last = spans[-1]
            length = last - max(first, text.rfind("\n", first, last) + 1)
            if text[last - 1] not in _WHOLE and (stripped[0].islower() or 50 <= length <= 90):
                spans[-1] = (first, finish)
                continue
        spans.append((begin, finish))
    return spans


def marked(text: str, spans: list[tuple[int, int]]) -> Marks:
    """Find what stands between outer marks.

    Args:
        text: The article's text.
        spans: Its paragraphs.
    """
    found: list[Marked] = []
    strays: list[int] = []
    for number, (start, end) in enumerate(spans):
        signs = list(_marks(text, start, end))
        begins_next = number + 1 < len(spans) and _opens(text, spans[number + 1])
        pairs = _Pairs(text, start, end, number, [sign for sign in signs if not sign.single])
        pairs.read(begins_next=begins_next)
        singles = _singles(text, number, [sign for sign in signs if sign.single])
        found.extend(_outer(text, pairs.found, singles))
        strays.extend(pairs.strays)
    return Marks(found, strays)


def _outer(text: str, doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """Leave out what stands inside other marks; single ones enclose where they end a sentence."""
    singles = [
        one
        for one in singles
        if not any(outer.outer_start <= one.start < outer.outer_end for outer in doubles)
    ]
    doubles = [
        piece
        for piece in doubles
        if not any(_encloses(one, piece) and text[one.end - 1] in _ENDS for one in singles)
    ]
    singles = [one for one in singles if not any(_overlaps(one, double) for double in doubles)]
    return sorted(doubles + singles, key=lambda piece: piece.start)


def _encloses(piece: Marked, other: Marked) -> bool:
    return piece.outer_start < other.outer_start and other.outer_end <= piece.outer_end


def _overlaps(piece: Marked, other: Marked) -> bool:
    return piece.outer_start < other.outer_end and other.outer_start < piece.outer_end


def _opens(text: str, span: tuple[int, int]) -> bool:
    match = _SIGN.match(text, span[0])
    return match is not None and match.group() not in {"”", "’", "»"}


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _SIGN.finditer(text, start, end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        single = sign in _SINGLE
        if single and before.isalnum() and after.isalnum():
            continue
        free = before.isspace() and after.isspace()
        marks.append(_Mark(match.start(), match.end(), _side(sign, before, after), single, free))
    return marks


def _side(sign: str, before: str, after: str) -> str:
    free_before = before.isspace() or before in _BEFORE_OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING
    if sign in _OPENING:
        return "close" if not before.isspace() and after.isspace() else "open"
    if sign in _CLOSING:
        return "open" if before.isspace() and after.isalnum() else "close"
    if before.isspace() and not after.isspace():
        return "open"
    if after.isspace() and not before.isspace():
        return "close"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    return "either"


class _Pairs:
    """Pairs a paragraph's double marks.

    Attributes:
        found: What stands between them; an opening mark without its closing one reaches to the end
            of the paragraph.
        strays: The marks that are left over.
    """

    def __init__(self, text: str, start: int, end: int, number: int, marks: list[_Mark]) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.marks = marks
        self.found: list[Marked] = []
        self.strays: list[int] = []
        self._opened: list[_Mark] = []

    def read(self, *, begins_next: bool) -> None:
        """Go over the marks in order.

        Args:
            begins_next: The next paragraph opens with a mark.
        """
        for mark in self.marks:
            if self._side(mark) == "open":
                self._open(mark)
            else:
                self._close(mark)
        if self._opened:
            self._leave_open(begins_next=begins_next)
        self.found = [piece for piece in self.found if piece.start < piece.end]

    def _side(self, mark: _Mark) -> str:
        """Say what a mark does: none closes at the start of a paragraph, or opens at its end."""
        if mark.start == self.start:
            return "open"
        if mark.end == self.end:
            return "close"
        if mark.side == "either":
            return "close" if self._opened else "open"
        return mark.side

    def _open(self, mark: _Mark) -> None:
        again = len(self._opened) == 1 and _opens_again(
            self.text, self._opened[0], mark, self.marks
        )
        if again:
            first = self._opened.pop()
            piece = self._piece(first, mark.start, mark.start)
            self.found.append(replace(piece, goes_on=True, closed=False))
        self._opened.append(mark)

    def _close(self, mark: _Mark) -> None:
        if self._is_measure(mark) and (not self._opened or self._is_closed_later(mark)):
            return
        if not self._opened:
            self.strays.append(mark.start)
        elif len(self._opened) == 1:
            self.found.append(self._piece(self._opened.pop(), mark.start, mark.end))
        elif _is_inner_close(self.text, self._opened, mark) or not self._is_outer_close(mark):
            self._opened.pop()
        else:
            self._close_outer(mark)

    def _close_outer(self, mark: _Mark) -> None:
        """Close the outermost words at the last closing mark, with a second mark open inside."""
        first, last = self._opened[0], self._opened[-1]
        if first.start == self.start:
            piece = self._piece(first, mark.start, mark.end)
            self.found.append(replace(piece, reopened=last.start))
        else:
            self.found.append(self._piece(last, mark.start, mark.end))
            self.strays += [one.start for one in self._opened[:-1]]
        self._opened.clear()

    def _leave_open(self, *, begins_next: bool) -> None:
        """Let the first mark that is not closed reach to the end; its rules are in endings.py."""
        first = self._opened[0]
        self.strays += [one.start for one in self._opened[1:] if not self._is_measure(one)]
        if self.end - first.end > _LONGEST_UNCLOSED:
            self.strays.append(first.start)
        elif not self._is_measure(first):
            piece = self._piece(first, self.end, self.end)
            self.found.append(replace(piece, goes_on=begins_next, closed=False))

    def _is_outer_close(self, mark: _Mark) -> bool:
        """Tell whether no later closing mark is left for the outer opening one."""
        return self._surplus(mark) < len(self._opened) - 1

    def _is_closed_later(self, mark: _Mark) -> bool:
        return self._surplus(mark) >= len(self._opened)

    def _surplus(self, mark: _Mark) -> int:
        """Count by how many more marks close than open after a mark."""
        later = [one for one in self.marks if one.start > mark.start]
        return sum(-1 if one.side == "open" else 1 for one in later)

    def _is_measure(self, mark: _Mark) -> bool:
        """Tell whether a mark stands for inches or seconds: 5' 10"."""
        return mark.start > self.start and self.text[mark.start - 1].isdigit()

    def _piece(self, first: _Mark, end: int, outer_end: int) -> Marked:
        return _piece(self.text, first.end, end, first.start, outer_end, self.number)


def _opens_again(text: str, first: _Mark, mark: _Mark, marks: list[_Mark]) -> bool:
    """Tell whether an opening mark is that of a next paragraph which was joined to the one before.

    “The road is shut. “It will open soon. “We are sorry.”: one quotation, its line breaks lost.
    """
    if text[first.start : first.end] != text[mark.start : mark.end]:
        return False
    later = [one for one in marks if one.start > mark.start]
    if sum(one.side == "close" for one in later) > sum(one.side == "open" for one in later) + 1:
        return False
    before = text[first.end : mark.start].rstrip()
    return before[-1:] in _STOPS and text[mark.end : mark.end + 1].isupper()


def _is_inner_close(text: str, opened: list[_Mark], mark: _Mark) -> bool:
    """Tell whether a closing mark is of the style of the inner opening one, not of the outer."""
    plain = text[mark.start] in _PLAIN
    return (text[opened[-1].start] in _PLAIN) == plain != (text[opened[0].start] in _PLAIN)


def _singles(text: str, number: int, marks: list[_Mark]) -> list[Marked]:
    """Pair a paragraph's single marks; what has no partner is an apostrophe."""
    found: list[Marked] = []
    opened: _Mark | None = None
    for position, mark in enumerate(marks):
        later = marks[position + 1 :]
        if opened is None:
            opened = mark if _opens_single(text, mark, later) else None
        elif _closes_single(text, opened, mark, later):
            piece = _piece(text, opened.end, mark.start, opened.start, mark.end, number)
            if piece.start < piece.end:
                found.append(replace(piece, single=text[opened.start] != "`"))
            opened = None
    return found


def _opens_single(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """Tell whether a single mark opens: not an apostrophe such as that of "the '90s"."""
    if mark.free:
        return any(one.free and text[: one.start].rstrip()[-1:] in _ENDS for one in later)
    if text[mark.start] != "‘" and _ELIDED.match(text, mark.end):
        return False
    stuck = text[mark.start - 1 : mark.start] in _STOPS and text[mark.end : mark.end + 1].isupper()
    return mark.side == "open" or (mark.side == "either" and stuck)


def _closes_single(text: str, opened: _Mark, mark: _Mark, later: list[_Mark]) -> bool:
    """Tell whether a single mark closes: not the apostrophe of "the miners' union"."""
    if opened.free or mark.side == "open":
        return opened.free and mark.free
    plural = text[mark.start - 1] == "s" and text[mark.end : mark.end + 1] == " "
    return not (plural and any(one.side == "close" for one in later))


def _piece(text: str, start: int, end: int, outer: int, outer_end: int, number: int) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, outer_end, number)
