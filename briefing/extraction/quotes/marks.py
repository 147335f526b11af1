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
_WRAPPED = re.compile(r"[^.?!:;\"”'’)\]»…\s]\s*$")
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
        outer_end: End of the closing mark, or of the paragraph where there is none.
        paragraph: Number of the paragraph.
        goes_on: The next marked words of the text are the same quotation's next paragraph.
        single: Between single marks.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    goes_on: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: str
    """"open", "close" or "either"."""
    single: bool


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
        if spans and not text[spans[-1][1] : begin].count("\n\n"):
            previous = text[spans[-1][0] : spans[-1][1]]
            between = text[spans[-1][1] : begin]
            soft = between.count("\n") <= 1 and _WRAPPED.search(previous)
            if soft and (stripped[0].islower() or 50 <= len(previous.rsplit("\n", 1)[-1]) <= 90):
                spans[-1] = (spans[-1][0], finish)
                continue
        spans.append((begin, finish))
    return spans


def marked(text: str, spans: list[tuple[int, int]]) -> list[Marked]:
    """Return what stands between outer marks, in order.

    Args:
        text: The article's text.
        spans: Its paragraphs.
    """
    found: list[Marked] = []
    for number, (start, end) in enumerate(spans):
        signs = list(_marks(text, start, end))
        doubles = [sign for sign in signs if not sign.single]
        begins_next = number + 1 < len(spans) and _opens(text, spans[number + 1])
        inside = _doubles(text, start, end, number, doubles, begins_next=begins_next)
        singles = [
            piece
            for piece in _singles(text, number, [sign for sign in signs if sign.single])
            if not any(outer.outer_start <= piece.start < outer.outer_end for outer in inside)
        ]
        inside = [
            piece
            for piece in inside
            if not any(_encloses(one, piece) and text[one.end - 1] in _ENDS for one in singles)
        ]
        singles = [
            piece for piece in singles if not any(_overlaps(piece, double) for double in inside)
        ]
        found.extend(sorted(inside + singles, key=lambda piece: piece.start))
    return found


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
        marks.append(_Mark(match.start(), match.end(), _side(sign, before, after), single))
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


def _doubles(
    text: str, start: int, end: int, number: int, marks: list[_Mark], *, begins_next: bool
) -> list[Marked]:
    """Pair a paragraph's double marks; an opening one without its closing one is bad or goes on."""
    found: list[Marked] = []
    opened: list[_Mark] = []
    for mark in marks:
        side = mark.side
        if side == "either":
            side = "close" if opened else "open"
        if side == "open" and len(opened) == 1 and _opens_again(text, opened[0], mark, end):
            piece = _piece(text, opened[0].end, mark.start, opened[0].start, mark.start, number)
            found.append(replace(piece, goes_on=True))
            opened = [mark]
        elif side == "open":
            opened.append(mark)
        elif opened and _is_inner_close(text, opened, mark):
            opened.pop()
        elif opened:
            first = opened[0]
            if len(opened) == 1 or _is_outer_close(marks, mark, len(opened)):
                inner = opened[-1] if len(opened) > 1 and first.start != start else first
                if len(opened) == 1:
                    inner = first
                found.append(_piece(text, inner.end, mark.start, inner.start, mark.end, number))
                opened.clear()
            else:
                opened.pop()
    if opened:
        first = opened[0]
        whole = first.start == start or begins_next
        if whole and end - first.end <= _LONGEST_UNCLOSED and end > first.end:
            last = _piece(text, first.end, end, first.start, end, number)
            found.append(replace(last, goes_on=begins_next))
    return [piece for piece in found if piece.start < piece.end]


def _opens_again(text: str, first: _Mark, mark: _Mark, end: int) -> bool:
    """Tell whether an opening mark is that of a next paragraph which was joined to the one before.

    “The road is shut. “It will open soon. “We are sorry.”: one quotation, its line breaks lost.
    """
    if text[first.start : first.end] != text[mark.start : mark.end] or text[first.start] != "“":
        return False
    if text.count("”", mark.end, end) > text.count("“", mark.start, end):
        return False
    before = text[first.end : mark.start].rstrip()
    return before[-1:] in _STOPS and text[mark.end : mark.end + 1].isupper()


def _is_inner_close(text: str, opened: list[_Mark], mark: _Mark) -> bool:
    """Tell whether a closing mark is of the style of the inner opening one, not of the outer."""
    if len(opened) == 1:
        return False
    plain = text[mark.start] in _PLAIN
    return (text[opened[-1].start] in _PLAIN) == plain != (text[opened[0].start] in _PLAIN)


def _is_outer_close(marks: list[_Mark], mark: _Mark, depth: int) -> bool:
    """Tell whether no later closing mark is left for the outer opening one."""
    closings = sum(later.side != "open" for later in marks if later.start > mark.start)
    openings = sum(later.side == "open" for later in marks if later.start > mark.start)
    return closings - openings < depth - 1


def _singles(text: str, number: int, marks: list[_Mark]) -> list[Marked]:
    """Pair a paragraph's single marks; what has no partner is an apostrophe."""
    found: list[Marked] = []
    opened: _Mark | None = None
    for position, mark in enumerate(marks):
        if opened is None:
            elided = text[mark.start] != "‘" and _ELIDED.match(text, mark.end)
            stuck = text[mark.start - 1 : mark.start] in _STOPS and text[mark.end].isupper()
            if (mark.side == "open" or (mark.side == "either" and stuck)) and not elided:
                opened = mark
        elif mark.side != "open":
            plural = text[mark.start - 1] == "s" and text[mark.end : mark.end + 1] == " "
            if plural and any(later.side == "close" for later in marks[position + 1 :]):
                continue
            piece = _piece(text, opened.end, mark.start, opened.start, mark.end, number)
            if piece.start < piece.end:
                found.append(replace(piece, single=True))
            opened = None
    return found


def _piece(text: str, start: int, end: int, outer: int, outer_end: int, number: int) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, outer_end, number)
