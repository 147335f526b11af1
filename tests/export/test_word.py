"""Word files, opened again: what a reader, a screen reader and a later editor rely on."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from briefing.brief import Brief
from briefing.drawing.xml_text import xml_text
from briefing.export.options import Form, Options
from briefing.export.pdf import to_pdf
from briefing.export.word import to_docx
from tests.export.hostile import LONG, TEXTS, hostile

FULL = Options(form="full")


def opened(data: bytes) -> DocxDocument:
    return Document(io.BytesIO(data))


@pytest.fixture(scope="session")
def sample(sample_brief: Brief) -> DocxDocument:
    return opened(to_docx(sample_brief, FULL))


@pytest.fixture(scope="session")
def large(large_brief: Brief) -> DocxDocument:
    return opened(to_docx(large_brief, FULL))


def all_text(document: DocxDocument) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def in_style(document: DocxDocument, style: str) -> list[str]:
    return [found.text for found in document.paragraphs if found.style.name == style]


def quoted(document: DocxDocument) -> Iterator[str]:
    for words in in_style(document, "Quote"):
        yield from re.findall("“([^”]*)”", words)


def test_headings_are_real_and_in_order(sample: DocxDocument, sample_brief: Brief) -> None:
    assert in_style(sample, "Title") == [sample_brief.title]
    assert in_style(sample, "Heading 1") == [
        "Bottom line",
        "Key quotations",
        "Coming up",
        "Disputed claims",
        "Quotations by speaker",
        "Timeline",
        "Relations between countries",
        "Quotations in reading order",
        "Sources",
    ]


def test_quotations_of_several_articles_stand_under_their_titles(large: DocxDocument) -> None:
    assert len(in_style(large, "Quote")) == 65
    assert len(in_style(large, "Heading 2")) > 1


def test_what_the_file_is_stands_at_its_head_and_end(
    sample: DocxDocument, sample_brief: Brief
) -> None:
    facts = in_style(sample, "File facts")
    assert facts[0].startswith("Filter: ")
    assert facts[1] == "Made on: 4 May 2031"
    assert facts[2] == f"Review: {sample_brief.review}"
    assert not any("Machine-extracted" in words for words in facts[:-1])
    checked, technical = (paragraph.text for paragraph in sample.paragraphs[-2:])
    assert checked.startswith("13 of 13 quotations: the words are the article’s own")
    assert technical == f"Machine-extracted by {sample_brief.program}."


def test_verbatim_words_stand_in_marks_and_are_the_articles(
    sample: DocxDocument, sample_brief: Brief
) -> None:
    text = " ".join(next(iter(sample_brief.texts.values())).split())
    pieces = [
        piece.text
        for item in (*sample_brief.key_quotations, *sample_brief.quotations.items)
        for piece in item.pieces
        if piece.verbatim
    ]
    assert list(quoted(sample)) == pieces
    assert all(piece in text for piece in pieces)


def test_article_words_are_serif_and_the_programs_are_not(sample: DocxDocument) -> None:
    styles = sample.styles
    assert {styles[name].font.name for name in ("Article words", "Verbatim")} == {"Georgia"}
    assert styles["Quote"].base_style.name == "Article words"
    assert {styles[name].font.name for name in ("Normal",)} == {"Arial"}


@pytest.mark.parametrize("which", ["sample", "large"])
def test_every_table_has_a_head_that_repeats_and_a_description(
    which: str, request: pytest.FixtureRequest
) -> None:
    document: DocxDocument = request.getfixturevalue(which)
    assert len(document.tables) >= 4
    for table in document.tables:
        first, *rest = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert rest
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rest)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert all(cell.text for cell in table.rows[0].cells)
        assert table.style.name == "Brief table"


def test_every_picture_has_an_alternative_text(sample: DocxDocument) -> None:
    described = [shape._inline.docPr.get("descr") for shape in sample.inline_shapes]
    assert len(described) == 2
    assert described[0].startswith("Timeline of")
    assert described[1].startswith("Map of relations.")
    width = sample.sections[0].page_width
    assert all(shape.width < width for shape in sample.inline_shapes)


def test_raised_numbers_lead_to_their_sources(large: DocxDocument, large_brief: Brief) -> None:
    body = large.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert marks == {f"source_{cited.number}" for cited in large_brief.sources}
    assert set(filter(None, links)) <= marks
    items = (*large_brief.bottom_line, *large_brief.key_quotations, *large_brief.quotations.items)
    assert len(links) >= len(items)
    assert len(in_style(large, "List Number")) == len(large_brief.sources)


def test_what_is_left_out_is_said(large: DocxDocument) -> None:
    notices = "\n".join(in_style(large, "Notice"))
    assert "Listed: 60 of 240 quotations, the most important; all are in the Excel file." in notices


@pytest.mark.parametrize(
    ("marking", "text", "align", "colour", "ground"),
    [
        ("tlp amber", "TLP:AMBER", 2, "FFC000", "000000"),
        ("TLP:RED", "TLP:RED", 2, "FF2B2B", "000000"),
        ("official sensitive", "OFFICIAL-SENSITIVE", 1, "000000", None),
        ("For the mission", "For the mission", 1, "000000", None),
    ],
)
def test_marking_stands_at_top_and_bottom_as_its_standard_asks(
    empty_brief: Brief, marking: str, text: str, align: int, colour: str, ground: str | None
) -> None:
    (section,) = opened(to_docx(replace(empty_brief, marking=marking))).sections
    assert not section.different_first_page_header_footer
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        (run,) = paragraph.runs
        assert run.text.strip() == text
        assert paragraph.alignment == align
        assert str(run.font.color.rgb) == colour
        assert run.font.size.pt >= 12
        assert run.font.bold
        shade = run._r.rPr.find(qn("w:shd"))
        assert (None if shade is None else shade.get(qn("w:fill"))) == ground


def test_no_marking_leaves_the_header_empty(empty_brief: Brief) -> None:
    (section,) = opened(to_docx(replace(empty_brief, marking=""))).sections
    assert section.header.paragraphs[0].text == ""
    assert "Page" in section.footer.paragraphs[0].text


def test_pages_are_numbered_of_how_many(sample: DocxDocument) -> None:
    footer = sample.sections[0].footer._element
    assert [node.text.strip() for node in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_paper_is_that_asked_for(empty_brief: Brief, paper: str, size: tuple[float, float]) -> None:
    (section,) = opened(to_docx(empty_brief, Options(paper=paper))).sections
    assert (section.page_width, section.page_height) == pytest.approx(
        tuple(map(Mm, size)), abs=Mm(0.1)
    )


def test_properties_say_what_the_file_is(sample: DocxDocument, sample_brief: Brief) -> None:
    properties = sample.core_properties
    assert properties.title == sample_brief.title
    assert properties.author == sample_brief.program
    assert properties.language == "en-GB"
    assert properties.category == "TLP:AMBER"
    assert properties.created.replace(tzinfo=None) == datetime(2031, 5, 4)
    assert properties.modified.replace(tzinfo=None) == datetime(2031, 5, 4)
    defaults = sample.styles.element.find(qn("w:docDefaults"))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "en-GB"


@pytest.mark.parametrize("which", ["sample_brief", "empty_brief"])
def test_same_brief_gives_the_same_bytes(which: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(which)
    data = to_docx(brief)
    assert data == to_docx(brief)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {member.date_time for member in packed.infolist()} == {(2031, 5, 4, 0, 0, 0)}
        assert len(set(packed.namelist())) == len(packed.namelist())


def test_hostile_words_stay_words(sample_brief: Brief) -> None:
    brief = hostile(sample_brief)
    document = opened(to_docx(brief, FULL))
    assert list(quoted(document)) == [xml_text(text) for text in (*TEXTS[:5], *TEXTS)]
    for found in document.paragraphs:
        turned = found.text.count("\u202e")
        assert found.text.count("\u202c") == turned
    text = all_text(document)
    assert "<script>alert(1)</script>" in text
    assert LONG in text
    targets = [part.target_ref for part in document.part.rels.values() if part.is_external]
    assert targets == []
    codes = [node.text.strip() for node in document.element.body.iter(qn("w:instrText"))]
    assert codes == []
    for said in (
        "6 of 412 quotations, the most important",
        "6 of 90 events, the nearest",
        "6 of 30 claims, the first",
    ):
        assert said in text


def test_nothing_that_matches_is_said(empty_brief: Brief) -> None:
    document = opened(to_docx(empty_brief, FULL))
    assert any(
        paragraph.text == f"Nothing matches the filter: {empty_brief.filter_words}"
        for paragraph in document.paragraphs
    )
    assert document.paragraphs[-2].text.startswith(
        "0 of 0 quotations: the words are the article’s own"
    )
    assert document.tables == []


def test_words_of_staff_stand_first_and_are_called_theirs(sample_brief: Brief) -> None:
    options = Options(form="meeting", objective="Agree a date", points=("Ask for talks", " "))
    document = opened(to_docx(sample_brief, options))
    assert in_style(document, "Heading 1")[:3] == ["Objective", "Points to make", "Background"]
    assert in_style(document, "Words of staff") == ["Agree a date", "1. Ask for talks"]
    assert in_style(document, "Notice").count("Written by staff") == 2


@pytest.mark.parametrize("form", ["brief", "meeting", "uk-brief", "us-memo"])
def test_short_form_says_what_the_pdf_of_that_form_says(large_brief: Brief, form: Form) -> None:
    """The same sections in the same order, with less in each where Word's letters need room."""
    brief = replace(large_brief, relation_rows=large_brief.relation_rows[:0])
    options = Options(form=form, purpose="Decide on the port fee.", points=("Ask for talks",))
    document, pdf = opened(to_docx(brief, options)), to_pdf(brief, options)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.data)).pages)
    heads = [*in_style(document, "Heading 1"), *in_style(document, "Heading 2")]
    assert "Sources" in heads
    assert all(head in text for head in heads if head != "Further quotations")
    assert len(in_style(document, "Quote")) <= len(large_brief.quotations.items) / 3
    numbers = re.findall(r"source_(\d+)", str(document.element.xml))
    listed = in_style(document, "List Number")
    assert set(map(int, numbers)) == set(range(1, len(listed) + 1))


def test_short_form_gives_the_same_bytes(sample_brief: Brief) -> None:
    options = Options(form="uk-brief", sender="Eastern desk")
    assert to_docx(sample_brief, options) == to_docx(sample_brief, options)


def test_fields_of_staff_that_are_empty_are_lines(sample_brief: Brief) -> None:
    options = Options(form="us-memo", recipient="The Secretary", cleared_by=" ")
    fields = in_style(opened(to_docx(sample_brief, options)), "Words of staff")
    assert fields[:3] == ["TO: The Secretary", "FROM: \t", "CLEARED BY: \t"]
    assert "CONTACT: \t" in fields
