"""The Excel file, opened again: sheets, texts as texts, what no cell can hold."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from briefing.brief import Request
from briefing.export import spreadsheet
from briefing.export.about import About
from briefing.export.formats import write
from briefing.export.formulas import escape_formula, may_be_formula
from briefing.export.order import Order
from briefing.export.plain_sheets import PlainSheet
from briefing.export.spreadsheet import MOST_CHARACTERS, to_xlsx
from briefing.export.tables import escape_formulas
from briefing.library import Library
from briefing.tables import SCHEMAS, frame
from tests.export.conftest import MADE

ABOUT = About(
    title="Port talks",
    scope="1 article",
    narrowed="No filter",
    made="2031-05-04",
    program="Briefing 1",
    review="Found by software, not yet checked by staff",
    marking="TLP:AMBER",
    recipients="",
    verified="0 of 0 quotations: the words are the article’s own",
    sources=("1. Port talks",),
)
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1")


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def entities(*names: str) -> Mapping[str, pd.DataFrame]:
    rows = [
        {"entity_id": f"person:{number}", "kind": "person", "name": name}
        for number, name in enumerate(names)
    ]
    return {"entities": frame("entities", rows)}


@pytest.fixture(scope="module")
def book(sample_library: Library) -> Workbook:
    order = Order(Request(made=MADE, marking="tlp amber"))
    return opened(write(sample_library, "xlsx", order).data)


PLAIN = ["Quotations", "Dates", "Country relations", "People"]


def test_first_sheet_says_what_the_file_is_then_plain_sheets_then_the_tables(
    book: Workbook,
) -> None:
    assert book.sheetnames == ["About", *PLAIN, *SCHEMAS]
    rows = [(row[0].value, row[1].value) for row in book["About"].iter_rows()]
    assert rows[0] == rows[-1] == ("Marking", "TLP:AMBER")
    assert dict(rows)["Filter"] == "No filter: everything in the articles"
    assert dict(rows)["Made on"] == "4 May 2031"
    assert dict(rows)["Review"] == "Found by software, not yet checked by staff"
    named = [value.partition(":")[0] for word, value in rows if word in ("Sheet", "Table")]
    assert named == book.sheetnames[1:]
    assert dict(rows)["Checked"].startswith(
        "13 of 13 quotations: the words are the article’s own · speakers: "
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_table_is_frozen_filtered_and_marked(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert [cell.value for cell in sheet[1]] == list(SCHEMAS[name].columns)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    for part in (sheet.oddHeader.right.text, sheet.oddFooter.right.text):
        assert "TLP:AMBER" in part
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("name", PLAIN)
def test_plain_sheet_is_ready_to_be_read_filtered_and_printed(book: Workbook, name: str) -> None:
    sheet = book[name]
    heads = [cell.value for cell in sheet[1]]
    assert {"Published", "Outlet", "Article", "Link"} <= set(heads)
    assert not any("_" in str(head) for head in heads)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet.auto_filter.ref
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    widths = [column.width for column in sheet.column_dimensions.values()]
    assert max(widths) <= 75
    assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value)


def test_plain_quotation_says_who_what_and_where(book: Workbook, sample_library: Library) -> None:
    sheet = book["Quotations"]
    heads = [str(cell.value) for cell in sheet[1]]
    rows = [
        dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert len(rows) == 13
    (said,) = [row for row in rows if "depends entirely" in str(row["Words"])]
    assert (said["Speaker"], said["Country"], said["Verbatim or paraphrase"]) == (
        "Yoon Suk Yeol",
        "South Korea",
        "Partly verbatim",
    )
    assert "“depends entirely”" in str(said["Words"])
    start, end = str(said["Place in the text"]).split("characters ")[1].replace(",", "").split("–")
    article_id = str(book["articles"]["A2"].value)
    text = sample_library.article(article_id).article.text
    assert "depends entirely" in text[int(start) : int(end)]


def test_tables_without_rows_come_last() -> None:
    tables = {"reviews": frame("reviews", []), **entities("Ana")}
    assert opened(to_xlsx(tables, ABOUT)).sheetnames == ["About", "entities", "reviews"]


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://echo.example/talks?a=1", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("=HYPERLINK(1)", False),
        (f"https://echo.example/{'a' * 3000}", False),
    ],
)
def test_only_web_addresses_are_links(address: str, linked: bool) -> None:
    sheet = PlainSheet("People", {"Name": 20, "Link": 20}, [{"Name": "Ana", "Link": address}])
    cell = opened(to_xlsx({}, ABOUT, [sheet]))["People"]["B2"]
    assert cell.value == address
    assert (cell.hyperlink is not None) is linked


def test_plain_sheet_guards_what_looks_like_a_formula() -> None:
    rows = [{"Name": words} for words in FORMULAS]
    book = opened(to_xlsx({}, ABOUT, [PlainSheet("People", {"Name": 20}, rows)]))
    for (cell,) in book["People"].iter_rows(min_row=2):
        assert cell.data_type in ("s", "inlineStr")
        assert cell.quotePrefix


def test_rows_are_those_of_the_library(book: Workbook, sample_library: Library) -> None:
    (article,) = list(book["articles"].iter_rows(min_row=2, values_only=True))
    stored = sample_library.article(str(article[0])).article
    text = dict(zip(SCHEMAS["articles"].columns, article, strict=True))["text"]
    assert text == stored.text
    columns = {name: place for place, name in enumerate(SCHEMAS["quotes"].columns)}
    quotes = list(book["quotes"].iter_rows(min_row=2, values_only=True))
    assert len(quotes) == 13
    for row in quotes:
        start, end = row[columns["start"]], row[columns["end"]]
        assert stored.text[int(str(start)) : int(str(end))] == row[columns["text"]]


def test_what_looks_like_a_formula_stays_a_text() -> None:
    sheet = opened(to_xlsx(entities(*FORMULAS), ABOUT))["entities"]
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value.replace("_x000D_", "\r") for cell in cells] == list(FORMULAS)
    for cell in cells:
        assert cell.data_type in ("s", "inlineStr")
        assert cell.quotePrefix
    assert not opened(to_xlsx(entities("http://a.test/x"), ABOUT))["entities"]["C2"].hyperlink


def test_control_signs_and_half_of_the_world_s_scripts_are_kept() -> None:
    names = ("null \x01 bell \x07", "👩‍👩‍👧 北京 قال", "<b>&amp;</b>")
    sheet = opened(to_xlsx(entities(*names), ABOUT))["entities"]
    kept = [row[2].value for row in sheet.iter_rows(min_row=2)]
    assert kept[1:] == list(names[1:])


@pytest.mark.parametrize("sign", ["a", "👩"])
def test_text_that_no_cell_can_hold_is_cut_and_says_so(sign: str) -> None:
    data = to_xlsx(entities(sign * 40_000), ABOUT)
    text = str(opened(data)["entities"]["C2"].value)
    assert len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert text.endswith("[cut here: the whole text is in the CSV and Parquet files]")
    notes = [row[1].value for row in opened(data)["About"].iter_rows() if row[0].value == "Note"]
    assert notes == [
        "1 text of more than 32,767 characters cut here, the most that a cell holds; the CSV and "
        "Parquet files have them whole."
    ]


def test_more_rows_than_a_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    book = opened(to_xlsx(entities(*"abcde"), ABOUT))
    assert book.sheetnames == ["About", "entities", "entities 2", "entities 3"]
    rows = [
        row[2]
        for name in book.sheetnames[1:]
        for row in book[name].iter_rows(min_row=2, values_only=True)
    ]
    assert rows == list("abcde")
    assert any("entities 2, entities 3" in str(row[1].value) for row in book["About"].iter_rows())


def test_table_without_rows_has_its_head() -> None:
    sheet = opened(to_xlsx(entities(), ABOUT))["entities"]
    assert [cell.value for cell in sheet[1]] == list(SCHEMAS["entities"].columns)
    assert sheet.max_row == 1


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_puts_an_apostrophe_before_what_looks_like_a_formula(text: str) -> None:
    assert may_be_formula(text)
    assert escape_formula(text) == f"'{text}"
    kept = escape_formulas(entities(text, "plain"))["entities"]
    assert list(kept["name"]) == [f"'{text}", "plain"]
    assert kept["country"].isna().all()


def test_numbers_below_zero_stay_numbers(sample_library: Library) -> None:
    from briefing.library import Filter, queries

    relations = queries.whole(sample_library, Filter())["relations"]
    kept = escape_formulas({"relations": relations})["relations"]
    assert (relations["tone"] < 0).any()
    assert list(kept["tone"]) == list(relations["tone"])
