"""Notes at the foot of a document's pages: known by small letters, numbers and marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.reading.footnotes import marks_of, plain_number, without
from briefing.reading.formats.pdf_lines import Line

_SMALL = 0.94
"""Size of a note's letters, as a share of the text's, at most."""

_BEGINS = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[.):]?\s?(?=[^\W\d_]|[“‘\"'(])")


def notes_apart(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the lines of pages without the notes at their feet and their marks, and the notes.

    Args:
        pages: The lines of each page in the order of reading, column by column.
    """
    sizes = Counter[float]()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    small = _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0
    kept: list[list[Line]] = []
    notes: list[list[Line]] = []
    expected, goes_on = 1, False
    for page in pages:
        body: list[Line] = []
        here: list[list[Line]] = []
        numbers: list[int] = []
        for column in _columns(page):
            start = _foot(column, small, {1, expected, *(n + 1 for n in numbers)}, goes_on=goes_on)
            body += column[:start]
            for line in column[start:]:
                number = _number(line)
                if number is not None and number == (numbers[-1] + 1 if numbers else number):
                    numbers.append(number)
                    here.append([line])
                elif here:
                    here[-1].append(line)
                else:
                    here.append([line])
        text = "\n".join(line.text for line in body)
        spans = marks_of(text, numbers[0], numbers[-1]) if numbers else []
        marked = {mark for line in body for mark in line.marks}
        if not here or not (spans or marked & {str(number) for number in numbers}):
            kept.append(list(page))
            continue
        plain, _ = without(text, spans)
        texts = plain.split("\n")
        kept.append([replace(one, text=text) for one, text in zip(body, texts, strict=True)])
        notes += here
        expected = numbers[-1] + 1
        goes_on = not here[-1][-1].text.rstrip().endswith((".", "!", "?", "”", ")"))
    return kept, notes


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a page's columns: a column ends where the next line stands higher."""
    column: list[Line] = []
    for line in page:
        if column and line.base > column[-1].base + line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _foot(column: Sequence[Line], small: float, numbers: set[int], *, goes_on: bool) -> int:
    """Return where the notes at the foot of a column begin; its length where it has none.

    Args:
        column: Its lines.
        small: The size of the letters of a note at most.
        numbers: The numbers that the first note may have.
        goes_on: Whether the last note of the page before does not end there.
    """
    tail = len(column)
    while tail and column[tail - 1].size <= small:
        tail -= 1
    for at in range(tail, len(column)):
        if _number(column[at]) in numbers:
            return tail if goes_on else at
    return len(column)


def _number(line: Line) -> int | None:
    match = _BEGINS.match(line.text)
    return plain_number(match[1] or match[2]) if match else None
