"""An Excel workbook: a sheet "About", sheets in plain words, then a sheet a table, texts as texts.

Excel holds 32,767 characters in a cell and 1,048,576 rows in a sheet. A longer text is cut and
says so in its last words; more rows go on in a second sheet; "About" counts both.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.export.about import About
from briefing.export.formulas import may_be_formula
from briefing.export.plain_sheets import LINK, SHEETS, TABLES, PlainSheet
from briefing.tables import SCHEMAS, records
from briefing.wording import headings
from briefing.wording.marking import style_of
from briefing.wording.words import count

MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_576

_CUT = " … [cut here: the whole text is in the CSV and Parquet files]"
_LIST_ROWS = 1_000
"""So many rows are looked at to choose the widths of columns."""

_NARROW, _WIDE = 9, 48

_LETTERS = 110
"""Letters in a line of the sheet "About"."""

_FULL_SIZE = {"scale_with_doc": False}
"""Whoever prints a table smaller does not print the marking smaller."""

_MOST_LINKS = 60_000
_LONGEST_LINK = 2_000
"""Excel takes no more links in a sheet, and no longer ones; what is beyond stays a text."""

_HEADER = 255
"""Most characters that Excel takes in a header or footer."""


def to_xlsx(
    tables: Mapping[str, pd.DataFrame], about: About, sheets: Sequence[PlainSheet] = ()
) -> bytes:
    """Write tables as a workbook; the same tables give the same bytes.

    Args:
        tables: The tables by name, with the columns of `briefing.tables`.
        about: What the first sheet says.
        sheets: The sheets in plain words, which come before the tables.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": True,
        },
    )
    made = datetime.fromisoformat(about.made)
    book.set_properties(
        {
            "title": about.title,
            "comments": about.narrowed,
            "created": made,
            "author": about.author or "Briefing",
        }
    )
    looks = _looks(book, about.marking)
    plans = [plan for sheet in sheets for plan in _plain_plans(sheet)]
    for name, frame in sorted(tables.items(), key=lambda item: item[1].empty):
        plans += _plans(name, records(frame), tuple(SCHEMAS[name].columns))
    cut = sum(_is_long(value) for plan in plans for row in plan.rows for value in row.values())
    noted = replace(about, notes=(*about.notes, *_notes(plans, cut)))
    _write_about(book, looks, noted, _contents(plans))
    for plan in plans:
        _write_table(book, looks, plan, about.marking)
    book.close()
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of cells."""

    head: Format
    text: Format
    guarded: Format
    word: Format
    wrapped: Format
    wrapped_text: Format
    link: Format
    title: Format
    marking: Format


@dataclass(frozen=True, slots=True)
class _Plan:
    """One sheet: its name, columns and rows."""

    table: str
    sheet: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]] = field(repr=False)
    widths: Mapping[str, float] | None = None
    """How wide its columns are, for a sheet in plain words; None for a table."""


def _looks(book: Workbook, marking: str) -> _Looks:
    """Make the formats; `guarded` is the mark that Excel sets for a leading apostrophe."""
    top = {"valign": "top"}
    style = style_of(marking)
    colours = {"font_color": style.colour, "bg_color": style.ground} if style else {}
    return _Looks(
        head=book.add_format({"bold": True, "bg_color": "#E3E6EA", "border": 1, **top}),
        text=book.add_format(top),
        guarded=book.add_format({"quote_prefix": True, **top}),
        word=book.add_format({"bold": True, **top}),
        wrapped=book.add_format({"text_wrap": True, "quote_prefix": True, **top}),
        wrapped_text=book.add_format({"text_wrap": True, **top}),
        link=book.add_format({"font_color": "#0B5394", "underline": 1, "text_wrap": True, **top}),
        title=book.add_format({"bold": True, "font_size": 16, "text_wrap": True, **top}),
        marking=book.add_format(
            {"bold": True, "font_size": 12, **{k: v for k, v in colours.items() if v}, **top}
        ),
    )


def _plain_plans(sheet: PlainSheet) -> Iterator[_Plan]:
    for plan in _plans(sheet.name, sheet.rows, tuple(sheet.widths)):
        yield replace(plan, widths=sheet.widths)


def _plans(
    name: str, rows: Sequence[Mapping[str, Any]], columns: tuple[str, ...]
) -> Iterator[_Plan]:
    """Spread rows over as many sheets as it takes."""
    most = MOST_ROWS - 1  # the head takes one
    for number, start in enumerate(range(0, max(len(rows), 1), most), start=1):
        sheet = name if number == 1 else f"{name} {number}"
        yield _Plan(name, sheet, columns, rows[start : start + most])


def _notes(plans: Sequence[_Plan], cut: int) -> Iterator[str]:
    further = [plan.sheet for plan in plans if plan.sheet != plan.table]
    if further:
        yield f"A sheet holds {MOST_ROWS:,} rows; they continue in: {', '.join(further)}."
    if cut:
        yield (
            f"{count(cut, 'text')} of more than {MOST_CHARACTERS:,} characters cut here, the most "
            "that a cell holds; the CSV and Parquet files have them whole."
        )


def _contents(plans: Sequence[_Plan]) -> list[tuple[str, str]]:
    """Say what each sheet is: those in plain words first, then the tables that they are made of."""
    words = {**SHEETS, **TABLES}
    found = []
    for plan in plans:
        kind = "Sheet" if plan.widths else "Table"
        empty = "" if plan.rows else " (empty)"
        found.append((kind, f"{plan.sheet}: {words[plan.table]}{empty}"))
    return found


def _write_about(
    book: Workbook, looks: _Looks, about: About, contents: Sequence[tuple[str, str]]
) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, _LETTERS)
    sheet.hide_gridlines(2)
    _marked(sheet, about.marking)
    special = {headings.TITLE: looks.title, headings.MARKING: looks.marking}
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    rows = list(about.rows)
    end = [word for word, _value in rows].index(headings.CHECKED)
    rows[end:end] = contents
    for row, (word, value) in enumerate(rows):
        high = 21.0 if word == headings.TITLE else 15.0
        sheet.set_row(row, high * max(1, math.ceil(len(value) * high / 15.0 / _LETTERS)))
        sheet.write_string(row, 0, word, looks.word)
        look = special.get(word, looks.wrapped)
        sheet.write_string(row, 1, _fitted(value), look)


def _write_table(book: Workbook, looks: _Looks, plan: _Plan, marking: str) -> None:
    sheet = book.add_worksheet(plan.sheet)
    for column, name in enumerate(plan.columns):
        wide = plan.widths[name] if plan.widths else _width(name, plan.rows)
        sheet.set_column(column, column, wide, looks.wrapped_text if plan.widths else looks.text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(plan.rows), 1), len(plan.columns) - 1)
    _marked(sheet, marking)
    if plan.widths:
        sheet.fit_to_pages(1, 0)
    for column, name in enumerate(plan.columns):
        sheet.write_string(0, column, name, looks.head)
    for number, row in enumerate(plan.rows, start=1):
        for column, name in enumerate(plan.columns):
            if plan.widths and name == LINK and number <= _MOST_LINKS and _is_link(row[name]):
                sheet.write_url(number, column, str(row[name]), looks.link, str(row[name]))
            else:
                _write_cell(sheet, number, column, row[name], looks, wrapped=bool(plan.widths))


def _is_link(value: object) -> bool:
    """Say whether an address becomes a link: only one of the web does."""
    words = str(value or "")
    return words.startswith(("http://", "https://")) and len(words) <= _LONGEST_LINK


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: object, looks: _Looks, *, wrapped: bool
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, looks.wrapped_text if wrapped else None)
    else:
        text = _fitted(str(value))
        plain = looks.wrapped_text if wrapped else None
        guarded = looks.wrapped if wrapped else looks.guarded
        sheet.write_string(row, column, text, guarded if may_be_formula(text) else plain)


def _marked(sheet: Worksheet, marking: str) -> None:
    """Let the sheet print in landscape, with its head and the marking on every page.

    Wide tables go on to further pages; made to fit one, their marking would be too small to read.
    """
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    style = style_of(marking)
    shown = ""
    if style is not None:
        side = "&R" if style.align == "right" else "&C"
        shown = f'{side}&"Arial,Bold"&12 {style.text.replace("&", "&&")}'[:_HEADER]
    sheet.set_header(shown, _FULL_SIZE)
    sheet.set_footer(f"&L&A, page &P of &N{shown}"[:_HEADER], _FULL_SIZE)


def _width(name: str, rows: Sequence[Mapping[str, Any]]) -> float:
    """Choose a column's width from its name and the longest of its first cells."""
    longest = max((len(str(row[name] or "")) for row in islice(rows, _LIST_ROWS)), default=0)
    return min(max(longest, len(name) + 3, _NARROW), _WIDE)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and _units(value) > MOST_CHARACTERS


def _units(text: str) -> int:
    """Count as Excel does: a character beyond the first plane counts twice."""
    return len(text) + sum(letter > "\uffff" for letter in text) if text else 0


def _fitted(text: str) -> str:
    """Cut a text that no cell can hold; its last words say so."""
    if not _is_long(text):
        return text
    room = MOST_CHARACTERS - len(_CUT)
    kept = text[:room]
    while _units(kept) > room:
        kept = kept[: -max(1, (_units(kept) - room) // 2)]
    return kept + _CUT
