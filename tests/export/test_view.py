"""Files rest on the articles that their filter leaves: what they name, cite, count and hold."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest
from pypdf import PdfReader

from briefing.brief import Request, make_brief
from briefing.deck import Plan, outline
from briefing.export.formats import FORMATS, write
from briefing.export.order import Order
from briefing.library import Filter, Library
from tests.library.conftest import CANAL, HARBOUR, canal, harbour
from tests.pages.sample import HOSTILE, NEWS, make_library

NORWAY = Filter(countries=("NOR",))
TITLE = "Briefing on 3 articles about Norway, of 4"
THREE = {NEWS.article_id, HARBOUR.article_id, CANAL.article_id}
OUTSIDE = "*Star*"
"""The outlet of the article that says nothing of Norway."""


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Hold four articles, of which three are about Norway and one has no date."""
    path = tmp_path_factory.mktemp("four") / "library.sqlite"
    make_library(path)
    with Library(path) as library:
        library.add(HARBOUR, harbour().tables())
        library.add(CANAL, canal().tables())
        yield library


def written(library: Library, name: str, flt: Filter = NORWAY) -> bytes:
    return write(library, name, Order(Request(flt=flt, made=date(2031, 5, 4)))).data


def words_of(name: str, data: bytes) -> str:
    """Return everything readable in a file, its line breaks taken out."""
    if name == "pdf":
        found = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif data.startswith(b"PK") and name != "parquet":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            found = " ".join(parts.read(part).decode(errors="replace") for part in parts.namelist())
    else:
        found = data.decode(errors="replace")
    return " ".join(found.replace("\r\n ", "").replace("\\,", ",").split())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_each_format_is_titled_by_what_it_rests_on(four: Library, name: str) -> None:
    words = words_of(name, written(four, name))
    assert TITLE in words
    assert OUTSIDE not in words
    assert OUTSIDE in words_of(name, written(four, name, Filter())) or name in ("ics", "graphml")


def test_tables_hold_the_articles_and_their_sentences(four: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(written(four, "jsonl"))) as parts:
        for table in ("articles", "sentences"):
            rows = [json.loads(line) for line in parts.read(f"{table}.jsonl").splitlines()]
            assert {row["article_id"] for row in rows} == THREE
        about = parts.read("about.txt").decode()
    assert about.count("Source: ") == 3
    assert "Covers: 3 of 4 articles · published 12–20 April 2023 · 1 without a stated date" in about


def test_spreadsheet_lists_the_articles(four: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(four, "xlsx")), read_only=True)
    assert sum(1 for _ in book["articles"].rows) == 1 + len(THREE)


def test_slides_and_sources_follow(four: Library) -> None:
    brief = make_brief(four, Request(flt=NORWAY))
    assert brief.articles == 3
    assert {cited.source.article_id for cited in brief.sources} <= THREE
    first = outline(brief, Plan()).slides[0]
    assert first.heading == TITLE


@pytest.mark.parametrize(
    ("flt", "title", "scope", "narrowed"),
    [
        (
            Filter(earliest="2023-01-01"),
            "Briefing on 3 articles, of 4",
            "3 of 4 articles · published 12–20 April 2023 · 1 without a stated date",
            "Period: from 1 January 2023 (1 undated article is shown too)",
        ),
        (
            Filter(earliest="2023-01-01", dated_only=True),
            "Briefing on 2 articles, of 4",
            "2 of 4 articles · published 12–20 April 2023",
            "Period: from 1 January 2023 (1 undated article is left out)",
        ),
        (
            Filter(countries=("PER", "XXX")),
            HOSTILE.title,
            f"1 of 4 articles · {HOSTILE.source} · published in 2021, before 1 July, inferred",
            "Countries: Peru or “XXX” (not in the library)",
        ),
        (
            Filter(speakers=("person:ida-lund",), words="agreement"),
            CANAL.title,
            "1 of 4 articles · Outlet not stated · date unknown",
            "Speakers: Ida Lund · Words: “agreement”",
        ),
        (
            Filter(articles=("a000", NEWS.article_id), countries=("PER",)),
            "Briefing",
            "None of 4 articles",
            f"Countries: Peru · Articles: “a000” (not in the library) or “{NEWS.title}”",
        ),
    ],
)
def test_title_scope_and_filter_agree(
    four: Library, flt: Filter, title: str, scope: str, narrowed: str
) -> None:
    brief = make_brief(four, Request(flt=flt))
    assert (brief.title, brief.scope, brief.filter_words) == (title, scope, narrowed)
