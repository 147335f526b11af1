"""The words of a quotation as a person takes them: what of them stands between marks.

Only words beside a quotation mark of the article are word for word; a person who takes words
cannot make a quotation of a paraphrase.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import ReviewError
from briefing.wording.verbatim import is_verbatim

_OPENS = {"“": "”", "„": "”“", "‟": "”", "«": "»", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_SINGLE = "‘'"
_MARKS = '"“”„‟«»‹›'

_NO_MARKS = (
    "These words do not stand between quotation marks in the article; take them from the opening "
    "mark on or up to the closing one, or choose “Paraphrase”."
)


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a quotation.

    Attributes:
        start: Where they begin.
        end: Where they end.
        kind: What they are: direct, mixed or indirect.
        fragments: Their pieces in order: start, end, and whether they are word for word.
    """

    start: int
    end: int
    kind: str
    fragments: tuple[tuple[int, int, bool], ...]


def kind_of(text: str, start: int, end: int) -> str:
    """Return what words are by the article's quotation marks: direct, mixed or indirect."""
    start, end = _bare(text, start, end)
    marked = _marked(text, start, end)
    if not marked:
        return "indirect"
    return "mixed" if _between(text, start, end, marked) else "direct"


def cut(text: str, start: int, end: int, kind: str) -> Cut:
    """Return words of an article as a quotation of a kind.

    Of a direct one the words between its marked pieces are the reporter's and left out.

    Args:
        text: The article's text.
        start: Where the words begin; marks around them are left out.
        end: Where they end.
        kind: direct, mixed or indirect.

    Raises:
        ReviewError: The words do not stand between marks, which this kind needs.
    """
    start, end = _bare(text, start, end)
    if start >= end:
        raise ReviewError("No words are left without the marks; take the words between them.")
    if kind not in ("direct", "mixed"):
        return Cut(start, end, "indirect", ((start, end, False),))
    marked = _marked(text, start, end)
    if not marked:
        raise ReviewError(_NO_MARKS)
    pieces = [(first, last, True) for first, last in marked]
    if kind == "direct":
        return Cut(marked[0][0], marked[-1][1], kind, tuple(pieces))
    pieces += [(first, last, False) for first, last in _between(text, start, end, marked)]
    return Cut(start, end, kind, tuple(sorted(pieces)))


def cut_as_it_can_be(text: str, start: int, end: int, kind: str) -> Cut:
    """Return words as a quotation of a kind; without marks they are a paraphrase."""
    try:
        return cut(text, start, end, kind)
    except ReviewError:
        return Cut(start, end, "indirect", ((start, end, False),))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces and double marks at both ends of a span."""
    out = _MARKS + " \t\n\r\u00a0"
    while start < end and text[start] in out:
        start += 1
    while end > start and text[end - 1] in out:
        end -= 1
    return start, end


def _marked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a span that stand between marks and beside one."""
    found = []
    for opened, closed in _regions(text, text.rfind("\n", 0, start) + 1, end):
        first, last = _trimmed(text, max(opened, start), min(closed, end))
        if first < last and is_verbatim(first, last, text[first:last], text):
            found.append((first, last))
    return found


def _regions(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between marks from the beginning of a paragraph on, without the marks."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    while at < len(text):
        sign = text[at]
        if sign == "\n" and opened >= 0:  # a quotation that goes on opens its marks again
            found.append((opened, at))
            opened = -1
        elif opened < 0 and at < end and sign in _OPENS and _begins(text, at):
            opened, closing = at + 1, _OPENS[sign]
        elif opened >= 0 and sign in closing and _ends(text, at):
            found.append((opened, at))
            opened = -1
        elif opened < 0 and at >= end:
            break
        at += 1
    if opened >= 0:
        found.append((opened, len(text)))
    return found


def _begins(text: str, at: int) -> bool:
    """Tell a single mark that opens from an apostrophe."""
    if text[at] not in _SINGLE:
        return True
    return not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _ends(text: str, at: int) -> bool:
    return text[at] not in "’'" or not text[at + 1 : at + 2].isalnum()


def _between(
    text: str, start: int, end: int, marked: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the stretches of a span that have words and stand between no marks."""
    found = []
    edges = [start, *(edge for piece in marked for edge in piece), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        first, last = _bare(text, first, last)
        if any(letter.isalnum() for letter in text[first:last]):
            found.append((first, last))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
