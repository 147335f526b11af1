"""Native tables on slides: the largest letters with which the rows fit.

PowerPoint makes a row higher when its words need it and never smaller, so rows are measured first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.table import _Cell

from briefing.deck import stage
from briefing.deck.measure import height
from briefing.deck.stage import Face, Type
from briefing.export.office.screen import INK, NAVY, RULE, Run, Screen, Text, describe
from briefing.export.office.slide_marks import Box, length, lengths

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines and grounds; those that are wanted are set."""

_HEAD_GROUND = "E9EDF2"
_PAD, _SIDE = 8, 12
_SLACK = 4
"""A raised number makes a line a little higher in LibreOffice."""
_STEP = 2
_SMALLEST = 28.0
"""Letters are not made smaller for the sake of a table."""
_AIR = 1.2
"""A row is made higher by so much at most, as a share of the size of its letters."""
_SPACING = 0.95
"""Rows are as high as measured with wide faces too, such as those of LibreOffice."""
_LARGEST = 36.0
"""Letters of a table are not larger, so that a date stays in one line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its share of the width."""

    head: str
    share: float


Line = tuple[Sequence[Run], bool]
"""A paragraph of a cell, and whether it is smaller than the others."""

Row = Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Page:
    """The rows that stand on a slide.

    Attributes:
        rows: The rows.
        size: Of their letters, in pixels.
        air: Pixels that are added to the height of each.
    """

    rows: Sequence[Row]
    size: float
    air: float = 0.0


def page(
    rows: Sequence[Row], columns: Sequence[Column], room: float, largest: float
) -> Page | None:
    """Find the largest letters in which rows stand on one slide; None where none are small enough.

    Rows that leave room are made higher, so that they fill it.

    Args:
        rows: The rows.
        columns: The columns.
        room: Pixels from the top of the table to its end.
        largest: The size of letters that is tried first.
    """
    if not rows:
        return None
    size = max(min(largest, _LARGEST), _SMALLEST)
    while size > _SMALLEST and _tall(rows, columns, size) > room:
        size -= _STEP
    free = room - _tall(rows, columns, size)
    return Page(rows, size, min(free / len(rows), _AIR * size)) if free >= 0 else None


def add_table(
    screen: Screen, name: str, alt: str, columns: Sequence[Column], page: Page, box: Box
) -> None:
    """Add a table with a head.

    Args:
        screen: The slide.
        name: What it is called in the list of the slide's parts.
        alt: What it holds, for those who do not see it.
        columns: The columns.
        page: The rows.
        box: Where it stands; it is as high as its rows.
    """
    shape = screen.slide.shapes.add_table(len(page.rows) + 1, len(columns), *lengths(box))
    describe(shape, name, alt)
    table = shape.table
    table.horz_banding = False
    for style in table._tbl.iter(qn("a:tableStyleId")):
        style.text = _PLAIN
    for at, wide in enumerate(_widths(columns, box.width)):
        table.columns[at].width = length(wide)
    head = _head_type(page.size)
    table.rows[0].height = length(_head_height(columns, page.size))
    for at, column in enumerate(columns):
        cell = table.cell(0, at)
        _set(screen, cell, [Text([Run(column.head, "sans-bold", colour=NAVY)], head.size)], NAVY)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(_HEAD_GROUND)
    for number, row in enumerate(page.rows, start=1):
        table.rows[number].height = length(_row_height(row, columns, page.size) + page.air)
        for at, lines in enumerate(row):
            texts = [Text(runs, _size(page.size, small=small)) for runs, small in lines]
            _set(screen, table.cell(number, at), texts, RULE)
    shape.height = sum((row.height for row in table.rows), start=length(0))


def _set(screen: Screen, cell: _Cell, texts: Sequence[Text], rule: str) -> None:
    cell.margin_left = cell.margin_right = length(_SIDE)
    cell.margin_top = cell.margin_bottom = length(_PAD)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    texts = texts or [Text([Run("", colour=INK)], stage.LEAST)]
    screen.write(cell.text_frame, texts, _SPACING)
    line = (
        f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill>'
        f'<a:srgbClr val="{rule.removeprefix("#")}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


def _size(size: float, *, small: bool) -> float:
    return max(float(stage.LEAST), size - 4) if small else size


def _head_type(size: float) -> Type:
    return Type("sans-bold", max(float(stage.LEAST), size - 4), stage.WORDS_LEADING)


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    whole = sum(column.share for column in columns)
    return [width * column.share / whole for column in columns]


def _tall(rows: Sequence[Row], columns: Sequence[Column], size: float) -> float:
    return _head_height(columns, size) + sum(_row_height(row, columns, size) for row in rows)


def _head_height(columns: Sequence[Column], size: float) -> float:
    kind, widths = _head_type(size), _widths(columns, stage.COLUMN)
    cells = zip(columns, widths, strict=True)
    return max(height(column.head, kind, wide - 2 * _SIDE) for column, wide in cells) + 2 * _PAD


def _row_height(row: Row, columns: Sequence[Column], size: float) -> float:
    cells = zip(row, _widths(columns, stage.COLUMN), strict=True)
    tallest = max(
        sum(_line_height(runs, _size(size, small=small), wide - 2 * _SIDE) for runs, small in lines)
        for lines, wide in cells
    )
    return max(tallest, size * stage.WORDS_LEADING) + 2 * _PAD + _SLACK


def _line_height(runs: Sequence[Run], size: float, wide: float) -> float:
    faces = {run.face for run in runs if run.words} or {"sans"}
    widest = next(face for face in _WIDEST if face in faces)
    words = "".join(run.words or f"[{run.source}]" for run in runs)
    return height(words, Type(widest, size, stage.WORDS_LEADING), wide)


_WIDEST: tuple[Face, ...] = ("serif-bold", "sans-bold", "serif", "sans")
