"""Dates without a year in the documents."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.brief import Request
from briefing.export.formats import write
from briefing.export.options import Options
from briefing.export.order import Order
from briefing.library import Library
from briefing.library.ingest import read_and_add
from briefing.reading import read_text
from tests.export.conftest import MADE


def _of_word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read("word/document.xml").decode()


def _of_pdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    opened = Library(tmp_path_factory.mktemp("yearless") / "library.sqlite")
    text = "Norway weighs its treaty\n\nNorway’s parliament will vote on 5 April."
    read_and_add(opened, [read_text(text)])
    return opened


@pytest.mark.parametrize(
    ("name", "words_of"), [("docx", _of_word), ("html", bytes.decode), ("pdf", _of_pdf)]
)
def test_documents_keep_dates_without_a_year(
    library: Library, name: str, words_of: Callable[[bytes], str]
) -> None:
    data = write(library, name, Order(Request(made=MADE), Options(form="full"))).data
    said = " ".join(re.sub(r"<[^>]+>", " ", words_of(data)).split())
    listed = r"Dates without a year The .*5 April, year not stated Norway’s parliament will vote on"
    assert re.search(listed, said)


def test_documents_without_such_dates_have_no_heading(library: Library, tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as other:
        read_and_add(other, [read_text("Peru votes\n\nPeru will vote on 5 April 2027 in Lima.")])
        page = write(other, "html", Order(Request(made=MADE))).data.decode()
    assert "Dates without a year" not in page
