"""Files made from a briefing that is kept: every format has its words, facts and marking."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from briefing.brief import Brief, Limits, Request, make_brief
from briefing.brief.frozen import brief_of, frozen_text
from briefing.brief.kept import Kept
from briefing.errors import ExportError
from briefing.export.formats import FORMATS, write
from briefing.export.options import FORMS, Options
from briefing.export.order import Order
from briefing.library import Filter, Library, queries
from briefing.library.markings import mark
from briefing.library.reviews.keeping import decide
from briefing.settings import settings
from tests.pages.sample import news_facts

MADE = date(2023, 4, 25)
VISIT = Kept(
    title="Visit to Oslo",
    purpose="Decide on the fleet",
    meeting="2023-05-06",
    audience="The minister",
    author="Ada Desk",
    bottom_line=("Talks will probably continue.",),
    notes=("Ask about the catch.",),
    marking="TLP:GREEN",
    facts=(news_facts()["quote"], news_facts()["event"], news_facts()["relation"]),
)
WORDS = (
    "Visit to Oslo",
    "Decide on the fleet",
    "6 May 2023",
    "The minister",
    "Ada Desk",
    "Talks will probably continue.",
    "Ask about the catch.",
    "TLP:GREEN",
)


@pytest.fixture
def library(small_library: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copy(small_library, tmp_path / "library.sqlite")
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def _order(**options: object) -> Order:
    request = Request(Filter(facts=VISIT.facts), MADE, kept=VISIT)
    return Order(request, Options(**options))  # type: ignore[arg-type]


def _text(data: bytes, name: str) -> str:
    """All that a file says, its properties too, on one line."""
    if name == "pdf":
        reader = PdfReader(io.BytesIO(data))
        said = [page.extract_text() for page in reader.pages]
        said += [str(value) for value in (reader.metadata or {}).values()]
    elif data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            said = [parts.read(part).decode("utf-8", "replace") for part in parts.namelist()]
    else:
        said = [data.decode()]
    plain = re.sub(r"<[^>]*>", " ", "\n".join(said)).replace("\r\n ", "").replace("\\,", ",")
    return " ".join(plain.split())


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_has_the_words_of_the_author(library: Library, name: str) -> None:
    written = write(library, name, _order())
    said = _text(written.data, name)
    assert written.name.startswith("visit-to-oslo")
    assert [words for words in WORDS if words not in said] == []
    if name not in ("csv", "parquet", "jsonl"):
        assert "denied" not in written.verified


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_papers_of_every_form_have_them_as_words_of_staff(
    library: Library, name: str, form: str
) -> None:
    said = _text(write(library, name, _order(form=form)).data, name)
    assert [words for words in WORDS if words not in said] == []
    assert "Written by staff" in said
    assert "The article’s own sentences" not in said


def test_the_author_is_in_the_properties_of_a_file(library: Library) -> None:
    for name, opened in (("docx", Document), ("pptx", Presentation)):
        core = opened(io.BytesIO(write(library, name, _order()).data)).core_properties
        assert (core.title, core.author) == ("Visit to Oslo", "Ada Desk")


def test_only_chosen_facts_are_in_rows(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(write(library, "csv", _order()).data)) as parts:
        relations = parts.read("relations.csv").decode()
        assert "Peru" not in parts.read("articles.csv").decode()
    assert news_facts()["relation"] in relations
    assert news_facts()["denied"] not in relations


def test_slides_have_the_bottom_line_of_the_author_and_her_notes(library: Library) -> None:
    deck = Presentation(io.BytesIO(write(library, "pptx", _order()).data))
    slides = list(deck.slides)
    assert "Ask about the catch." in slides[0].notes_slide.notes_text_frame.text
    shown = [" ".join(s.text_frame.text for s in one.shapes if s.has_text_frame) for one in slides]
    assert "Meeting: 6 May 2023" in shown[0]
    assert "Written by staff" in shown[0]
    (line,) = [words for words in shown if "Talks will probably continue." in words]
    assert "Written by staff" in line


def test_long_words_of_an_author_are_whole_on_paper(library: Library) -> None:
    long = tuple(f"Paragraph {number}. " + "Words of the author. " * 40 for number in range(20))
    request = replace(_order().request, kept=replace(VISIT, notes=long))
    said = _text(write(library, "pdf", Order(request)).data, "pdf")
    assert [number for number in range(20) if f"Paragraph {number}." not in said] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_locked_briefing_goes_out_as_it_was(library: Library, name: str) -> None:
    order = _order()
    frozen = make_brief(library, order.request)
    with library.writing() as connection:
        mark(connection, [VISIT.facts[0].split(".")[0]], "TLP:RED")
        connection.exec_driver_sql("UPDATE quotes SET speaker_id = NULL")
    order = replace(order, frozen=frozen)
    if not FORMATS[name].of_a_brief:
        with pytest.raises(ExportError, match="locked briefing has no rows"):
            write(library, name, order)
        return
    said = _text(write(library, name, order).data, name)
    assert "Berit Lund" in said
    assert "TLP:RED" in said, "its marking is raised when an article is marked higher"
    assert "TLP:GREEN" not in said


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "pptx"])
def test_the_own_marking_of_a_fact_stands_beside_it(library: Library, name: str) -> None:
    for fact in VISIT.facts:
        row = queries.fact(library, fact)["row"]
        library.mark_words(str(row["article_id"]), int(row["start"]), int(row["end"]), "For Ada")
    order = _order(form="full") if name != "html" else _order()
    said = _text(write(library, name, order).data, name)
    assert said.count("· For Ada") + said.count("For Ada ·") >= 3


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_a_locked_paper_names_no_file_that_there_is_not(library: Library, name: str) -> None:
    order = Order(Request(made=MADE, limits=Limits(quotations=1, relations=1, timeline=1)))
    made = make_brief(library, order.request)
    assert "all are in the Excel file" in _text(write(library, name, _few(order, made)).data, name)
    frozen = brief_of(frozen_text(made))
    assert "Excel" not in _text(write(library, name, _few(order, frozen)).data, name)


def _few(order: Order, brief: Brief) -> Order:
    return replace(order, frozen=brief, options=Options())


def test_a_setting_lets_only_checked_facts_go_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_CHECKED_ONLY", "true")
    settings.cache_clear()
    order = Order(Request(made=MADE))
    assert b'"relations": []' in write(library, "json", order).data
    decide(library, news_facts()["relation"], "confirmed", "Ana")
    assert news_facts()["relation"].encode() in write(library, "json", order).data
    with pytest.raises(ExportError, match="what is locked may"):
        write(library, "docx", replace(order, frozen=make_brief(library)))
    settings.cache_clear()
