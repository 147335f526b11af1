"""From lines with places on pages to paragraphs: columns, running heads, divided words, title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefing.reading.footnotes import NOTED
from briefing.reading.formats.pdf_lines import Line
from briefing.reading.formats.pdf_notes import notes_apart
from briefing.reading.hyphens import joined, words_of
from briefing.reading.press_forms import begins_article, is_export, is_mark

_ROWS = 4
"""Rows that two columns side by side have at least."""

_WORDS = 2.5
"""Words of a row of a column in the mean; the cells of a table have fewer."""

_SAME_HEIGHT = 4.0
_EDGE = 3
"""Lines at the top and at the foot of a page that may be its running head or foot."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|pg\.?)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*|\W*[ivxl]{1,7}\W*",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ":", "…")
_BULLET = re.compile(r"[•●▪◦‣⁃*–—-]\s|\(?[0-9a-z]{1,2}[.)]\s")
_NOTE = re.compile(r"\[\d{1,3}\]\s")
_HEADING_WORDS = 4
"""Words of a line that is more than a heading such as Notes."""
_MARK = re.compile(r"(?<=[.!?”’\"')])[ ]?(?:\[\d{1,3}\]|\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡])$")
"""The mark of a note behind a sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its lines, in the order in which they are drawn."""

    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a document.

    Attributes:
        text: Its paragraphs, without the title.
        title: The title, where its letters are larger than the text's; else empty.
        removed: Running heads, feet and page numbers, and notes at the foot of pages.
        notes: What was mended, each one sentence.
    """

    text: str
    title: str
    removed: tuple[str, ...]
    notes: tuple[str, ...]


def flow(pages: Sequence[Page]) -> Flow:
    """Return the text of a document's pages."""
    kept, removed = _without_heads(pages)
    notes: list[str] = []
    ordered: list[list[Line]] = []
    columns = False
    for page in kept:
        lines, found = _in_columns(list(page.lines))
        columns = columns or found
        ordered.append(lines)
    if columns:
        notes.append("Columns side by side were read one after the other.")
    ordered, at_feet = notes_apart(ordered)
    if at_feet:
        notes.append(NOTED)
    title, ordered = _title(ordered, pages[0].height if pages else 0.0)
    paragraphs = _paragraphs(ordered)
    if is_export([line.text for lines in paragraphs for line in lines]):
        paragraphs = [part for lines in paragraphs for part in _apart(lines)]
    known = words_of("\n".join(line.text for lines in paragraphs for line in lines))
    divided = sum(line.text.endswith("\ufffe") for lines in paragraphs for line in lines)
    if divided:
        words = "1 word" if divided == 1 else f"{divided} words"
        notes.append(
            f"{words} divided at the end of a line {'was' if divided == 1 else 'were'} joined."
        )
    text = "\n\n".join(_one(lines, known) for lines in paragraphs)
    removed += (_one(note, known) for note in at_feet)
    return Flow(text, _one(title, known), tuple(removed), tuple(notes))


def _apart(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield a paragraph of a press database's export with each line of a head by itself."""
    part: list[Line] = []
    for line in lines:
        if not is_mark(line.text):
            part.append(line)
            continue
        if part:
            yield part
        yield [line]
        part = []
    if part:
        yield part


def _without_heads(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """Return the pages without the lines that they repeat at their edges, and those, each once.

    Lines are taken from the outside in, as long as others have the same one at the same height.
    """
    edges = [_edges(page) for page in pages]
    seen: dict[str, list[float]] = {}
    for page, (top, foot) in zip(pages, edges, strict=True):
        for at in {*top, *foot}:
            line = page.lines[at]
            seen.setdefault(_bare(line.text), []).append(line.base)
    removed: dict[str, None] = {}
    kept: list[Page] = []
    for page, sides in zip(pages, edges, strict=True):
        cut: set[int] = set()
        for side in sides:
            for number, at in enumerate(side):
                line = page.lines[at]
                bases = seen[_bare(line.text)]
                same = sum(abs(base - line.base) < _SAME_HEIGHT for base in bases)
                repeated = same >= max(2, 0.4 * len(pages))
                if begins_article(line.text):
                    break
                if not repeated and (number or not _PAGE_NUMBER.fullmatch(line.text.strip())):
                    break
                cut.add(at)
        if len(cut) > 0.8 * len(page.lines) and len(page.lines) > 2:
            cut = set()
        removed |= dict.fromkeys(page.lines[at].text.strip() for at in sorted(cut))
        kept.append(
            replace(page, lines=tuple(one for at, one in enumerate(page.lines) if at not in cut))
        )
    return kept, list(removed)


def _edges(page: Page) -> tuple[list[int], list[int]]:
    """Return the numbers of a page's first lines, from the top, and of its last, from the foot."""
    down = sorted(range(len(page.lines)), key=lambda at: -page.lines[at].base)
    return down[:_EDGE], down[::-1][:_EDGE]


def _bare(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _in_columns(lines: list[Line]) -> tuple[list[Line], bool]:
    """Return the lines column by column, where they were drawn row by row across columns."""
    gutter = _gutter(lines)
    if gutter is None:
        return lines, False
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []

    def flush() -> None:
        for column in (left, right):
            found.extend(_in_columns(list(column))[0])
            column.clear()

    for line in lines:
        gap = next((one for one in line.gaps if one[0] <= gutter <= one[1]), None)
        if gap is not None:
            one, two = _split(line, gap)
            left.append(one)
            right.append(two)
        elif line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            flush()
            found.append(line)
    flush()
    return found, True


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the space between two columns is, if rows go across one."""
    best: tuple[int, float] | None = None
    for line in lines:
        for start, end, _ in line.gaps:
            at = (start + end) / 2
            rows = [(other, gap) for other in lines for gap in other.gaps if gap[0] <= at <= gap[1]]
            if len(rows) < _ROWS or (best is not None and len(rows) <= best[0]):
                continue
            parts = [_split(other, gap) for other, gap in rows]
            words = [sum(len(part[side].text.split()) for part in parts) for side in (0, 1)]
            if min(words) >= _WORDS * len(rows):
                best = len(rows), at
    return None if best is None else best[1]


def _split(line: Line, gap: tuple[float, float, int]) -> tuple[Line, Line]:
    start, end, at = gap
    one = replace(
        line,
        text=line.text[:at].rstrip(),
        right=start,
        gaps=tuple(other for other in line.gaps if other[2] < at),
    )
    two = replace(
        line,
        text=line.text[at:],
        left=end,
        gaps=tuple((a, b, offset - at) for a, b, offset in line.gaps if offset > at),
    )
    return one, two


def _title(pages: list[list[Line]], height: float) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of the title and the pages without them: the largest letters of the top."""
    sizes = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[round(line.size)] += len(line.text)
    if not sizes or not pages or not pages[0]:
        return [], pages
    body = sizes.most_common(1)[0][0]
    top = [line for line in pages[0] if line.base > 0.45 * height]
    large = [line for line in top if line.size >= 1.15 * body and len(line.text.split()) >= 2]
    if not large:
        return [], pages
    size = max(line.size for line in large)
    first = next(at for at, line in enumerate(pages[0]) if line in large and line.size == size)
    last = first
    while last < len(pages[0]) and abs(pages[0][last].size - size) < 0.06 * size:
        last += 1
    title = pages[0][first:last]
    if sum(len(line.text) for line in title) > 220 or last - first == len(pages[0]):
        return [], pages
    return title, [pages[0][:first] + pages[0][last:], *pages[1:]]


def _paragraphs(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for lines in pages:
        pitch = _pitch(lines)
        rights = {id(line): _right(line, lines) for line in lines}
        for number, line in enumerate(lines):
            last = lines[number - 1] if number else None
            if found and not _begins(line, last, found[-1][-1], pitch, rights):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines."""
    steps = [
        one.base - two.base
        for one, two in pairwise(lines)
        if 0 < one.base - two.base < 4 * one.size and abs(one.size - two.size) < 0.1 * one.size
    ]
    return min(median(steps), 2.2 * median(line.size for line in lines)) if steps else 0.0


def _right(line: Line, lines: Sequence[Line]) -> float:
    """Return where the lines of a line's column end."""
    beside = [
        other.right
        for other in lines
        if abs(other.left - line.left) < 3 * line.size and abs(other.size - line.size) < 0.6
    ]
    return max(beside, default=line.right)


def _begins(
    line: Line, last: Line | None, before: Line, pitch: float, rights: dict[int, float]
) -> bool:
    """Say whether a line begins a paragraph."""
    if before.text.endswith("\ufffe"):
        return False
    ended = _MARK.sub("", before.text).rstrip("”’\"') ").endswith(_ENDS)
    if abs(line.size - before.size) > 0.08 * before.size:
        return True
    heading = len(before.text.split()) < _HEADING_WORDS
    if _BULLET.match(line.text) or ((ended or heading) and _NOTE.match(line.text)):
        return True
    if last is None or line.base > last.base:  # the next page or column
        return ended or not line.text[:1].islower()
    if pitch and last.base - line.base > 1.35 * pitch:
        return True
    right = rights.get(id(last), last.right)
    width = right - last.left
    if ended and last.right < right - 0.12 * width:
        return True
    indented = line.left - last.left > 0.8 * line.size
    if ended and indented and line.left - last.left < 6 * line.size:
        return True
    # A short line that is no sentence is a heading, a byline or a date
    return last.right < right - 0.35 * width and not ended and line.text[:1].isupper()


def _one(lines: Sequence[Line], known: set[str]) -> str:
    """Return a paragraph's lines as one."""
    text = ""
    for line in lines:
        if text.endswith("\ufffe"):
            text = joined(text[:-1], line.text, known)
        else:
            text = f"{text} {line.text}" if text else line.text
    return " ".join(text.rstrip("\ufffe").split())
