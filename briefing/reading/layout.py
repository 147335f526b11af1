"""Mends what a page's layout left in its text: columns side by side, indents, heads and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.reading.cleaning import Cleaned
from briefing.reading.lines import ENDS

_ROWS = 4
"""Rows that two columns side by side have at least."""

_WORDS = 2.5
"""Words of a row of a column in the mean; the cells of a table have fewer."""

_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
_INDENT = re.compile(r"^[ \t\u00a0\u3000]+(?=\S)", re.MULTILINE)

_HEAD_SIGNS = 90
"""Signs of the longest running head."""

_PAGE_LINES = 3
"""Lines of a head and a foot together, between two pages."""

_PAGE = re.compile(
    r"(?:^|[\s|–—-])(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.I
)
_ONLY_PAGE = re.compile(
    r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*(?:(?:©|\(c\)|copyright).{0,80})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[-–—\[( ]*\d{1,4}[-–—\]) ]*|(?:.{2,60}\s*\|\s*\d{1,4})|(?:\d{1,4}\s*\|\s*.{2,60})"
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LOOSE = frozenset(("of", "the", "and", "for", "in", "on", "no", "p", "page"))


def columns(text: str) -> Cleaned:
    """Read two columns that stand side by side one after the other."""
    if "   " not in text:
        return Cleaned(text)
    lines = text.split("\n")
    done: list[str] = []
    reach = 0
    for start, end, at in _side_by_side(lines):
        done += lines[reach:start]
        left = [line.expandtabs()[:at].rstrip() for line in lines[start:end]]
        right = [line.expandtabs()[at:].strip() for line in lines[start:end]]
        done += [*_filled(left), *_filled(right)]
        reach = end
    if not reach:
        return Cleaned(text)
    note = "Two columns that stood side by side were read one after the other; check their order."
    return Cleaned("\n".join((*done, *lines[reach:])), (note,))


def _side_by_side(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where runs of lines in two columns begin and end, and where the right one begins."""
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and (
            _GAP.search(lines[end]) or (end > number and _goes_on(lines, end))
        ):
            end += 1
        if end - number >= _ROWS:
            at = _gutter([line.expandtabs() for line in lines[number:end]])
            if at is not None:
                yield number, end, at
        number = max(end, number + 1)


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Say whether a run of columns goes on over a line that has one of them only, or none."""
    return number + 1 < len(lines) and _GAP.search(lines[number + 1]) is not None


def _gutter(rows: Sequence[str]) -> int | None:
    """Return where the right one of two columns of running text begins."""
    starts = Counter(match.end() for row in rows for match in _GAP.finditer(row))
    if not starts:
        return None
    at, count = starts.most_common(1)[0]
    full = [row for row in rows if row[:at].strip() and row[at:].strip()]
    if count < _ROWS or count < 0.6 * len([row for row in rows if row.strip()]):
        return None
    if any(row[at - 2 : at].strip() for row in rows if len(row) > at):
        return None
    cells = [cell.split() for row in full for cell in (row[:at], row[at:])]
    if any(_GAP.search(cell) for row in full for cell in (row[:at].strip(), row[at:].strip())):
        return None
    left, right = cells[::2], cells[1::2]
    for side in (left, right):
        if sum(map(len, side)) < _WORDS * len(side):
            return None
    small = sum(cell[0][0].islower() for cell in cells)
    return at if small >= 0.3 * len(cells) else None


def _filled(column: list[str]) -> list[str]:
    while column and not column[-1].strip():
        column.pop()
    return [line.strip() for line in column]


def indents(text: str) -> Cleaned:
    """Leave out the indents of a text whose title or most of whose lines are indented."""
    if not _INDENT.search(text):
        return Cleaned(text)
    lines = [line for line in text.split("\n") if line.strip()]
    indented = sum(_INDENT.match(line) is not None for line in lines)
    if not lines or (indented <= 0.5 * len(lines) and not _INDENT.match(lines[0])):
        return Cleaned(text)
    return Cleaned(_INDENT.sub("", text), ("Indents of lines were left out.",))


def page_breaks(text: str) -> Cleaned:
    """Take out what stands above or below the text of several pages, and their breaks."""
    if "\f" not in text:
        return Cleaned(text)
    pages = [page.split("\n") for page in text.split("\f")]
    edges = Counter(edge for page in pages for edge in {_masked(page[n]) for n in _edges(page)})
    removed: list[str] = []
    done = ""
    for number, page in enumerate(pages):
        for n in sorted(_edges(page), reverse=True):
            words = page[n].strip()
            repeated = edges[_masked(words)] > 1 and edges[_masked(words)] >= (len(pages) - 1) // 2
            if repeated and _is_head(words):
                removed.append(words)
                del page[n]
        body = "\n".join(page)
        if number and removed:
            above, below = done.rstrip(), body.strip("\n")
            goes_on = above and not ENDS.search(above) and below.lstrip()[:1].islower()
            done = f"{above}\n{below}" if goes_on else f"{above}\n\n{below}"
        else:
            done = f"{done}\n{body}" if number else body
    return Cleaned(done, (), tuple(removed))


def _edges(page: Sequence[str]) -> set[int]:
    """Return the numbers of a page's first and last line with words."""
    full = [number for number, line in enumerate(page) if line.strip()]
    return {full[0], full[-1]} if full else set()


def _masked(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def page_marks(text: str) -> Cleaned:
    """Take out running heads and page numbers that stand between the pages of a text."""
    lines = text.split("\n")
    if len(lines) < 3:
        return Cleaned(text)
    gone: set[int] = set()
    repeated = _repeated(lines)
    for number, line in enumerate(lines):
        words = line.strip()
        if not words or number in gone or len(words) > _HEAD_SIGNS:
            continue
        if _ONLY_PAGE.fullmatch(words) or number in repeated:
            gone.add(number)
        if _PAGE.search(words) or _NUMBER.fullmatch(words):
            gone |= _between(lines, number)
    if not gone:
        return Cleaned(text)
    removed = tuple(lines[number].strip() for number in sorted(gone) if lines[number].strip())
    kept = [line for number, line in enumerate(lines) if number not in gone]
    return Cleaned("\n".join(kept), (), removed)


def _repeated(lines: Sequence[str]) -> set[int]:
    """Return the lines with a page's number that stand on several pages, counting up."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        words = line.strip()
        if 0 < len(words) <= _HEAD_SIGNS and _PAGE.search(words):
            digits = re.findall(r"\d+", words)
            found.setdefault(re.sub(r"\d+", "#", words), []).append((number, int(digits[-1])))
    return {number for same in found.values() if len(same) > 1 for number, _ in same}


def _between(lines: Sequence[str], number: int) -> set[int]:
    """Return the head or foot around a page's number where it breaks a sentence, else nothing."""
    first = last = number
    while first > 0 and last - first + 1 < _PAGE_LINES and _is_head(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and last - first + 1 < _PAGE_LINES and _is_head(lines[last + 1]):
        last += 1
    before, after = first - 1, last + 1
    blank_before = before >= 0 and not lines[before].strip()
    blank_after = after < len(lines) and not lines[after].strip()
    before -= blank_before
    after += blank_after
    if before < 0 or after >= len(lines):
        return set()
    above, below = lines[before].strip(), lines[after].strip()
    if not above or not below or ENDS.search(above) or not below[0].islower():
        return set()
    if len(_WORD.findall(above)) < 4 or len(_WORD.findall(below)) < 3:
        return set()
    return set(range(before + 1, after))


def _is_head(line: str) -> bool:
    """Say whether a line may be of a running head or foot: short, its words with capitals."""
    words = line.strip()
    if not words or len(words) > _HEAD_SIGNS or ENDS.search(words):
        return False
    tokens = [token for token in _WORD.findall(words) if token.casefold().rstrip(".") not in _LOOSE]
    return all(token[0].isupper() for token in tokens)
