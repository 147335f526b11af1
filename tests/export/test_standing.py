"""How events stand in every file: who claims, who denies, on what condition, what is off."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from briefing.brief import Request
from briefing.export.formats import write
from briefing.export.options import Options
from briefing.export.order import Order
from briefing.library import Library
from tests.export.conftest import MADE
from tests.pages.contested import make_contested_library

ORDER = Order(Request(made=MADE), Options(form="full"))

STANDS = {
    "Army shelled Arica": "Claimed by the rebels",
    "Talks with Peru": "Denied by Chile",
    "Peru would reopen the port": "If Chile agreed",
    "Summit in Lima": "Cancelled",
    "Peru will vote": "According to the ministry",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("standing") / "library.sqlite"
    make_contested_library(path)
    with Library(path) as opened:
        yield opened


def _rows(library: Library, name: str) -> list[str]:
    """Return the rows of a file's tables, each as one text."""
    data = write(library, name, ORDER).data
    if name == "html":
        rows = re.findall(r"<tr.*?</tr>", data.decode(), re.DOTALL)
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            xml = "".join(
                parts.read(part).decode()
                for part in parts.namelist()
                if re.search(r"slides/slide\d+\.xml$|word/document\.xml$", part)
            )
        rows = re.findall(r"<(?:a|w):tr[ >].*?</(?:a|w):tr>", xml, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


@pytest.mark.parametrize("name", ["pptx", "docx", "html"])
def test_rows_of_documents_say_how_events_stand(library: Library, name: str) -> None:
    rows = _rows(library, name)
    for title, words in STANDS.items():
        told = [row for row in rows if title in row]
        assert told, title
        assert all(words in row for row in told), told
    assert len([row for row in rows if "Talks with Peru" in row]) == 1  # not in Coming up


def test_paper_says_how_events_stand(library: Library) -> None:
    data = write(library, "pdf", ORDER).data
    pages = PdfReader(io.BytesIO(data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    coming = text[text.index("Coming up") : text.index("Timeline")]
    assert "Talks with Peru" not in coming
    for title, words in STANDS.items():
        assert re.search(rf"{title}\s*· {words}", text), title


def test_the_drawn_timeline_leads_titles_with_how_they_stand(library: Library) -> None:
    shown = re.sub(r"<[^>]+>", "", write(library, "html", ORDER).data.decode())
    for words in ("Claimed: Army shelled", "Denied: Talks with Peru", "Cancelled: Summit"):
        assert words in shown


def test_tables_of_rows_have_the_columns(library: Library) -> None:
    book = load_workbook(io.BytesIO(write(library, "xlsx", ORDER).data))
    head, *rows = book["events"].iter_rows(values_only=True)
    found = {row[head.index("title")]: dict(zip(head, row, strict=True)) for row in rows}
    assert found["Army shelled Arica"]["attributed_to"] == "The rebels"
    assert found["Talks with Peru"]["standing"] == "denied"
    assert found["Summit in Lima"]["status_words"] == "called off"
    with zipfile.ZipFile(io.BytesIO(write(library, "csv", ORDER).data)) as parts:
        told = list(csv.DictReader(io.StringIO(parts.read("events.csv").decode())))
    assert {row["condition"] for row in told} == {"", "if Chile agreed"}
