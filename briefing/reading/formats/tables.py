"""CSV files and Excel workbooks with a header: one article a row."""

from __future__ import annotations

import csv
import io
import itertools
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from briefing.errors import ReadingError
from briefing.reading.dates import day_first_of
from briefing.reading.fields import chosen, raw_of
from briefing.reading.formats import packed
from briefing.reading.formats.markup import has_markup, plain_text
from briefing.reading.raw import File, RawArticle, Raws, noted
from briefing.settings import settings

MAX_ROWS = 20_000
_HEADER_ROWS = 10
"""Rows in which a workbook's header is looked for: titles and notes may stand above it."""

_DELIMITERS = (",", ";", "\t", "|")
_CELL = 32_767
"""Signs that a cell of Excel holds at most."""

_MAX_COLUMNS = 500


def looks_like_table(text: str) -> bool:
    """Say whether a text begins with the header of a CSV file that names an article's parts."""
    line = text.lstrip("\ufeff\r\n").split("\n", 1)[0].strip()
    if "\n" not in text.strip() or len(line) > 2_000:
        return False
    for delimiter in _DELIMITERS:
        names = [name.strip(" \"'") for name in line.split(delimiter)]
        if 2 <= len(names) <= 60 and all(len(name.split()) <= 4 for name in names):
            fields = chosen(names)
            if "text" in fields and len(fields) >= 2 and len(fields) >= 0.3 * len(names):
                return True
    return False


def read_csv(file: File) -> Raws:
    """Read a CSV file, whatever separates its columns."""
    text = file.text.removeprefix("\ufeff")
    if text[:4].casefold() == "sep=":  # Excel's own first line
        text = text.partition("\n")[2]
    csv.field_size_limit(4 * settings().max_characters)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    table = _table(_csv_rows(rows, file), file, "row")
    yield from _articles(table, file, table.day_first)


def read_excel(file: File) -> Raws:
    """Read each sheet of an Excel workbook that has a header."""
    import openpyxl

    with packed.opened(file) as archive:
        for info in archive.infolist():  # what the library would unpack, within bounds
            if info.filename.endswith((".xml", ".rels")):
                data = packed.unpacked(archive, info, file)
                if b"<!DOCTYPE" in data[:2_000] or b"<!ENTITY" in data[:100_000]:
                    raise packed.damaged(file.name)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(file.data), read_only=True, data_only=True, keep_links=False
        )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise packed.damaged(file.name) from error
    tables: list[_Table | ReadingError] = []
    for sheet in book.worksheets:
        cells = sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS)
        head = [list(row) for row in itertools.islice(cells, _HEADER_ROWS)]
        at = _header_at(head)
        rows = itertools.chain(head[at:], (list(row) for row in cells))
        try:
            whole = f"sheet “{sheet.title}”"
            tables.append(_table(_timed(rows, file), file, f"{whole}, row", whole, first=at + 1))
        except ReadingError as error:
            tables.append(error)
    good = [table for table in tables if isinstance(table, _Table)]
    if not good:
        errors = [table for table in tables if isinstance(table, ReadingError)]
        yield from sorted(errors, key=lambda error: isinstance(error, _EmptyError))[:1]
        return
    orders = {table.day_first for table in good} - {None}
    day_first = orders.pop() if len(orders) == 1 else None
    for table in tables:
        if isinstance(table, _Table):
            yield from _articles(table, file, day_first)
        elif not isinstance(table, _EmptyError):
            yield table


def _csv_rows(rows: Iterator[list[str]], file: File) -> Iterator[list[Any]]:
    try:
        yield from _timed(rows, file)
    except csv.Error as error:
        raise ReadingError(
            f"{file.name} is not a readable CSV file ({error}); save it again as CSV in "
            "UTF-8, or as an Excel workbook.",
            path=file.name,
        ) from error


def _timed(rows: Iterable[list[Any]], file: File) -> Iterator[list[Any]]:
    filled = 0
    for number, row in enumerate(rows):
        filled += _is_filled(row)
        if filled > MAX_ROWS + 1:  # the header too
            raise ReadingError(
                f"{file.name} has more than {MAX_ROWS:,} rows; split it.", path=file.name
            )
        if number % 200 == 0:
            file.budget.check_time(file.name)
        yield row


def _is_filled(row: list[Any]) -> bool:
    # Nearly all rows of a sheet with a stray cell at its end hold nothing: the first test is quick
    return any(row) and any(cell is not None and str(cell).strip() for cell in row)


def _delimiter(text: str) -> str:
    """Return the sign that separates the columns: the one that the header and its names tell."""
    line = text.lstrip("\r\n").split("\n", 1)[0]
    known = {
        sign: len(chosen(name.strip(" \"'\r") for name in line.split(sign))) for sign in _DELIMITERS
    }
    return max(_DELIMITERS, key=lambda sign: (known[sign], line.count(sign)))


def _header_at(rows: list[list[Any]]) -> int:
    for at, row in enumerate(rows):
        fields = chosen(str(cell) for cell in row if isinstance(cell, str))
        if "text" in fields:
            return at
    return next((at for at, row in enumerate(rows) if any(row)), 0)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows under a header that names the articles' words, each with its number."""

    names: list[str]
    fields: dict[str, list[str]]
    rows: list[tuple[int, list[Any]]]
    part: str

    @property
    def day_first(self) -> bool | None:
        """Whether dates in digits stand day first; None where no row tells."""
        dates = [self.names.index(name) for name in self.fields.get("published", ())[:1]]
        return day_first_of([row[at] for at in dates for _, row in self.rows if at < len(row)])


class _EmptyError(ReadingError):
    """A sheet holds nothing at all, as the further ones of a new workbook do."""


def _table(
    rows: Iterator[list[Any]], file: File, part: str, sheet: str = "", *, first: int = 1
) -> _Table:
    """Return a table with its rows that hold something.

    Raises:
        ReadingError: It has no column of words, no rows, or too many.
    """
    name = f"{file.name}, {sheet}," if sheet else file.name
    path = f"{file.name}, {sheet}" if sheet else file.name
    header = [_cell(cell) for cell in next(rows, [])]
    names = ["" if cell is None else str(cell).strip() for cell in header]
    fields = chosen(name for name in names if name)
    if "text" not in fields:
        named = [one for one in names if one]
        shown = ", ".join(f"“{one[:40]}”" for one in named) or "none"
        message = (
            f"{name} has no column that holds the articles’ words (columns found: "
            f"{shown[:400]}); name it “text”, and the others “title”, “published”, “source”, "
            "“url”, “author”."
        )
        raise (ReadingError if named else _EmptyError)(message, path=path)
    kept = [(number, row) for number, row in enumerate(rows, start=first + 1) if _is_filled(row)]
    if not kept:
        raise ReadingError(f"{name} has a header and no rows; add them.", path=path)
    return _Table(names, fields, kept, part)


def _articles(table: _Table, file: File, day_first: bool | None) -> Raws:
    names, fields, part = table.names, table.fields, table.part
    for number, row in table.rows:
        record = {name: _cell(cell) for name, cell in zip(names, row, strict=False) if name}
        raw = raw_of(record, part=f"{part} {number}")
        if raw is None:
            yield ReadingError(
                f"{file.name}, {part} {number} has no words; fill its column "
                f"“{fields['text'][0]}”.",
                path=f"{file.name}, {part} {number}",
            )
            continue
        try:
            yield _finished(replace(raw, day_first=day_first), file)
        except ReadingError as error:
            yield error


def _finished(raw: RawArticle, file: File) -> RawArticle:
    if len(raw.text) == _CELL:
        raw = noted(raw, "This text ends where a cell of Excel is full; it may go on elsewhere.")
    if has_markup(raw.text):
        raw = replace(raw, text=plain_text(raw.text, file.name))
    return raw


def _cell(value: Any) -> Any:
    """Return a cell's value; days as ISO dates, whole numbers without a fraction."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value
