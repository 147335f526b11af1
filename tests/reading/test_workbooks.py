"""Excel workbooks of several sheets: what is read of each, and what is told of the others."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest

from briefing.reading import Failure, read_upload
from tests.reading import made

HEAD = ("title", "text", "date")
ROW = (made.TITLE, made.FIRST, "03/05/2022")
OTHER = ("Road opens", "The road to the coast was opened on Monday.", "23/05/2022")
NOTE = (("Made by the press office",),)


def _read(
    *sheets: Sequence[Sequence[object]], stray: tuple[int, object] | None = None
) -> list[str]:
    """Return the day of each article of a workbook, and each error's sentence."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Page {number}")
        for row in rows:
            sheet.append(row)
    if stray is not None:
        book.worksheets[0].cell(row=stray[0], column=1).value = stray[1]
    out = io.BytesIO()
    book.save(out)
    found = list(read_upload(out.getvalue(), "list.xlsx"))
    return [str(one.error if isinstance(one, Failure) else one.published) for one in found]


@pytest.mark.parametrize(
    ("sheets", "days"),
    [
        (((HEAD, ROW), (HEAD, OTHER)), ["2022-05-03", "2022-05-23"]),
        (((HEAD, OTHER), (HEAD, ROW)), ["2022-05-23", "2022-05-03"]),
        (((HEAD, ROW),), ["None"]),
        (
            ((HEAD, ROW), (HEAD, OTHER), (HEAD, (*OTHER[:2], "05/23/2022"))),
            ["None", "2022-05-23", "2022-05-23"],
        ),
        (((), (HEAD, OTHER), ()), ["2022-05-23"]),
    ],
)
def test_dates_are_settled_by_the_whole_workbook(
    sheets: Sequence[Sequence[Sequence[object]]], days: list[str]
) -> None:
    assert _read(*sheets) == days


@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_a_sheet_without_known_columns_is_told_wherever_it_stands(first: bool) -> None:
    good = (HEAD, OTHER)
    found = _read(NOTE, good) if first else _read(good, NOTE)
    day, message = reversed(found) if first else found
    assert day == "2022-05-23"
    assert f"sheet “Page {1 if first else 2}”" in message
    assert "“Made by the press office”" in message


@pytest.mark.parametrize("cell", [" ", ""])
def test_empty_rows_do_not_count(cell: str) -> None:
    assert _read((HEAD, OTHER), stray=(21_000, cell)) == ["2022-05-23"]


def test_only_named_columns_are_listed() -> None:
    (message,) = _read([("Naam", None, None, "Datum", None), ("x", None, None, "y", "z")])
    assert "(columns found: “Naam”, “Datum”)" in message
