"""PowerPoint files, opened again: what a presenter, a screen reader and a later editor rely on."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from briefing.brief import Brief
from briefing.deck import Choice, Plan, slides
from briefing.deck.show import Drawing
from briefing.deck.slide import quotations_of
from briefing.deck.slide_words import PARAPHRASE
from briefing.drawing.xml_text import xml_text
from briefing.export.powerpoint import to_pptx
from briefing.map.finding import finding
from briefing.wording.verbatim import plain
from tests.export.hostile import LONG, TEXTS, hostile

FULL = Plan(full=True)
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def opened(data: bytes) -> Deck:
    return Presentation(io.BytesIO(data))


def made(brief: Brief, plan: Plan | None = None) -> Deck:
    return opened(to_pptx(brief, slides(brief, plan)))


@pytest.fixture(scope="session")
def sample(sample_brief: Brief) -> Deck:
    return made(sample_brief, FULL)


@pytest.fixture(scope="session")
def large(large_brief: Brief) -> Deck:
    return made(large_brief, FULL)


@pytest.fixture(scope="session")
def bad(sample_brief: Brief) -> Deck:
    return made(hostile(sample_brief), FULL)


def title(slide: Slide) -> str:
    return slide.shapes.title.text_frame.text


def text(slide: Slide) -> str:
    return "\n".join(node.text or "" for node in slide._element.iter(qn("a:t")))


def notes(slide: Slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def tables(deck: Deck) -> Iterator:
    return (shape for slide in deck.slides for shape in slide.shapes if shape.has_table)


@pytest.mark.parametrize("which", ["sample", "large", "bad"])
def test_every_slide_has_its_own_title_first(which: str, request: pytest.FixtureRequest) -> None:
    deck: Deck = request.getfixturevalue(which)
    titles = [title(slide) for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in deck.slides:
        first = slide.shapes[0]
        assert first.placeholder_format.type in (
            PP_PLACEHOLDER.TITLE,
            PP_PLACEHOLDER.CENTER_TITLE,
        )


@pytest.mark.parametrize("which", ["sample_brief", "large_brief", "empty_brief"])
@pytest.mark.parametrize("plan", [None, FULL, Plan((Choice("sources", shown=False),))])
def test_slides_are_those_of_the_deck_and_no_others(
    which: str, plan: Plan | None, request: pytest.FixtureRequest
) -> None:
    brief: Brief = request.getfixturevalue(which)
    shown = slides(brief, plan)
    deck = opened(to_pptx(brief, shown))
    assert len(deck.slides) == len(shown)
    for slide, of_deck in zip(deck.slides, shown, strict=True):
        assert title(slide).startswith(of_deck.heading)


def test_a_usual_deck_is_eight_slides(sample_brief: Brief) -> None:
    deck = made(sample_brief)
    assert [title(slide) for slide in deck.slides] == [
        sample_brief.title,
        "Bottom line",
        "Upcoming when this was written (in 2024, before 9 July, inferred)",
        "Key quotations",
        "Disputed claims",
        finding(sample_brief.relation_rows),
        "Yoon Suk Yeol speaks most: 12 of 13 quotations",
        "Sources",
    ]


def test_slides_are_wide(sample: Deck) -> None:
    assert (sample.slide_width, sample.slide_height) == (12192000, 6858000)


@pytest.mark.parametrize("which", ["sample", "large", "bad"])
def test_nothing_stands_outside_a_slide(which: str, request: pytest.FixtureRequest) -> None:
    deck: Deck = request.getfixturevalue(which)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height, (title(slide), shape.name)


@pytest.mark.parametrize("which", ["sample", "large", "bad"])
def test_no_type_is_smaller_than_twelve_points(which: str, request: pytest.FixtureRequest) -> None:
    deck: Deck = request.getfixturevalue(which)
    for slide in deck.slides:
        sizes = [int(node.get("sz")) for node in slide._element.iter(qn("a:rPr")) if node.get("sz")]
        assert min(sizes) >= 1200


@pytest.mark.parametrize("which", ["sample", "large"])
def test_what_is_no_text_is_described_or_an_ornament(
    which: str, request: pytest.FixtureRequest
) -> None:
    deck: Deck = request.getfixturevalue(which)
    kinds = set()
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                continue
            properties = shape._element._nvXxPr.cNvPr
            kinds.add(type(shape).__name__)
            if properties.get("descr"):
                assert shape.name
            else:
                (mark,) = properties.iter(DECORATIVE)
                assert mark.get("val") == "1"
    assert kinds == {"Picture", "GraphicFrame", "Connector"}


@pytest.mark.parametrize("which", ["sample", "large", "bad"])
def test_every_table_has_a_head(which: str, request: pytest.FixtureRequest) -> None:
    deck: Deck = request.getfixturevalue(which)
    found = list(tables(deck))
    assert len(found) >= 4
    for shape in found:
        assert shape.table.first_row
        assert all(cell.text for cell in shape.table.rows[0].cells)
        assert len(shape.table.rows) > 1


def test_lists_are_native_tables_with_all_their_rows(large: Deck, large_brief: Brief) -> None:
    rows = [
        [cell.text for cell in row.cells]
        for shape in tables(large)
        for row in list(shape.table.rows)[1:]
        if shape.name == "Events in date order"
    ]
    assert len(rows) == len(large_brief.timeline.items)
    for item, row in zip(large_brief.timeline.items, rows, strict=True):
        assert row[0].startswith(item.when)
        assert item.title in row[1]


def test_what_is_left_out_is_said(bad: Deck) -> None:
    said = "\n".join(text(slide) for slide in bad.slides)
    assert "6 of 90 events, those nearest in time" in said
    assert "6 of 40 dates" in said
    assert "6 of 30 claims" in said


def test_who_speaks_is_a_chart_that_can_be_edited(sample: Deck, sample_brief: Brief) -> None:
    (shape,) = (shape for slide in sample.slides for shape in slide.shapes if shape.has_chart)
    plot = shape.chart.plots[0]
    assert next(iter(plot.categories)) == "Yoon Suk Yeol · South Korea"
    assert list(plot.series[0].values) == [voice.quotations for voice in sample_brief.voices]
    assert shape.chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK"
    axes = [int(node.get("val")) for node in shape.chart._chartSpace.iter(qn("c:axId"))]
    assert all(0 <= axis < 2**31 for axis in axes)
    assert len(set(axes)) == 2


def test_verbatim_words_stand_in_marks_serif_and_are_the_articles(
    sample: Deck, sample_brief: Brief
) -> None:
    article = " ".join(next(iter(sample_brief.texts.values())).split())
    shown: list[str] = []
    said = [quotations_of(slide) for slide in slides(sample_brief, FULL)]
    for slide, items in zip(sample.slides, said, strict=True):
        if not items:
            continue
        (body,) = (s for s in slide.placeholders if s.placeholder_format.idx == 1)
        for paragraph in body.text_frame.paragraphs:
            # the mark of a speaker who was worked out names the words it was worked out from
            words = paragraph.text.partition("speaker worked out from")[0]
            marked = re.findall("“([^”]*)”", words)
            if marked:
                assert {run.font.name for run in paragraph.runs} == {"Georgia"}
            shown += marked
    pieces = [
        piece.text for items in said for item in items for piece in item.pieces if piece.verbatim
    ]
    assert shown == pieces
    assert pieces
    assert all(piece in article for piece in pieces)


def test_a_paraphrase_says_so_and_is_smaller(sample_brief: Brief) -> None:
    verbatim = sample_brief.key_quotations[0]
    words = tuple(replace(piece, verbatim=False) for piece in verbatim.pieces)
    paraphrase = replace(verbatim, pieces=words, kind="indirect", speaker="Somebody else")
    deck = made(replace(sample_brief, key_quotations=(verbatim, paraphrase)))
    (slide,) = (slide for slide in deck.slides if title(slide) == "Key quotations")
    (body,) = (s for s in slide.placeholders if s.placeholder_format.idx == 1)
    sizes = {p.text: max(run.font.size.pt for run in p.runs) for p in body.text_frame.paragraphs}
    assert PARAPHRASE in sizes
    assert sizes[plain(words)] < sizes[plain(verbatim.pieces)]


def test_notes_carry_the_evidence(sample: Deck, sample_brief: Brief) -> None:
    shown = slides(sample_brief, FULL)
    for slide, of_deck in zip(sample.slides, shown, strict=True):
        for item in quotations_of(of_deck):
            assert item.at.sentence in notes(slide)
            assert item.at.fact_id in notes(slide)
            assert item.citation in notes(slide)
            assert sample_brief.sources[0].source.line in notes(slide)
        for at in of_deck.evidence:
            assert at.fact_id in notes(slide)
    (bars,) = (slide for slide in sample.slides if "speaks most" in title(slide))
    assert "Yoon Suk Yeol: 12 quotations, 28 words of them verbatim" in notes(bars)


def test_notes_begin_with_those_of_the_presenter(sample_brief: Brief) -> None:
    said = ("Thank <them> first.", "Then pause.")
    deck = made(sample_brief, Plan((Choice("title", notes=said),)))
    assert notes(deck.slides[0]).split("\n")[:2] == list(said)
    assert said[0] not in text(deck.slides[0])


def test_evidence_of_a_divided_table_stands_with_its_rows(large: Deck, large_brief: Brief) -> None:
    parts = [slide for slide in large.slides if title(slide).startswith("Events in date order (")]
    assert len(parts) > 1
    items = iter(large_brief.timeline.items)
    for slide in parts:
        (table,) = (shape.table for shape in slide.shapes if shape.has_table)
        for _ in list(table.rows)[1:]:
            assert next(items).at.fact_id in notes(slide)


def test_raised_numbers_lead_to_the_slide_with_the_source(large: Deck) -> None:
    targets = {slide.part.partname: slide for slide in large.slides}
    number = 0
    for slide in large.slides:
        for run in slide._element.iter(qn("a:r")):
            click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
            if click is None or click.get("action") is None:
                continue
            target = targets[slide.part.related_part(click.get(qn("r:id"))).partname]
            assert title(target).startswith("Sources")
            source = run.findtext(qn("a:t")).strip("\u00a0[]")
            (table,) = (shape.table for shape in target.shapes if shape.has_table)
            assert source in [row.cells[0].text for row in table.rows]
            number += 1
    assert number >= 30


def test_every_number_on_a_slide_leads_somewhere(large: Deck, sample: Deck) -> None:
    for slide in (*large.slides, *sample.slides):
        for run in slide._element.iter(qn("a:r")):
            if run.find(qn("a:rPr")).get("baseline"):
                assert run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}") is not None


@pytest.mark.parametrize(
    ("marking", "words", "right", "colour", "ground"),
    [
        ("tlp amber", "TLP:AMBER", True, "FFC000", "000000"),
        ("tlp:amber+strict", "TLP:AMBER+STRICT", True, "FFC000", "000000"),
        ("TLP:GREEN", "TLP:GREEN", True, "33FF00", "000000"),
        ("official sensitive", "OFFICIAL-SENSITIVE", False, "000000", "FFFFFF"),
        ("For the mission", "For the mission", False, "000000", "FFFFFF"),
        ("<b>Long & wide</b> " * 8, "<b>Long & wide</b> " * 8, False, "000000", "FFFFFF"),
    ],
)
def test_marking_stands_on_every_slide_as_its_standard_asks(
    empty_brief: Brief, marking: str, words: str, right: bool, colour: str, ground: str
) -> None:
    brief = replace(empty_brief, marking=marking)
    deck = made(brief)
    for slide in deck.slides:
        top, foot = (shape for shape in slide.shapes if shape.name.startswith("Marking at the"))
        assert foot.placeholder_format.type == PP_PLACEHOLDER.FOOTER
        assert top.top + top.height < deck.slide_height / 10
        assert foot.top > deck.slide_height * 9 / 10
        for shape in (top, foot):
            (run,) = shape.text_frame.paragraphs[0].runs
            assert run.text == " ".join(words.split())
            assert run.font.size.pt >= 12
            assert run.font.bold
            assert str(run.font.color.rgb) == colour
            fill = shape._element.spPr.find(qn("a:solidFill"))
            assert fill[0].get("val") == ground
            middle = shape.left + shape.width / 2
            if right:
                assert shape.left + shape.width == deck.slide_width - 96 * 6350
                assert shape.width < deck.slide_width / 3
            else:
                assert middle == pytest.approx(deck.slide_width / 2, abs=2)
        on_notes = [s.text_frame.text for s in slide.notes_slide.placeholders if s.has_text_frame]
        assert on_notes.count(" ".join(words.split())) == 2
    for layout in deck.slide_layouts:
        assert sum(shape.name.startswith("Marking at the") for shape in layout.shapes) == 2


def test_without_a_marking_nothing_stands_there(empty_brief: Brief) -> None:
    deck = made(replace(empty_brief, marking=""))
    assert not any("Marking" in shape.name for slide in deck.slides for shape in slide.shapes)


def test_every_slide_has_its_number_as_a_field(sample: Deck) -> None:
    for number, slide in enumerate(sample.slides, start=1):
        (field,) = slide._element.iter(qn("a:fld"))
        assert field.get("type") == "slidenum"
        assert field.findtext(qn("a:t")) == str(number)


@pytest.mark.parametrize("which", ["sample", "bad"])
def test_language_stands_on_every_run(which: str, request: pytest.FixtureRequest) -> None:
    deck: Deck = request.getfixturevalue(which)
    for slide in deck.slides:
        for part in (slide, slide.notes_slide):
            runs = list(part._element.iter(qn("a:r")))
            assert {run.find(qn("a:rPr")).get("lang") for run in runs} <= {"en-GB"}


def test_properties_say_what_the_file_is(sample: Deck, sample_brief: Brief) -> None:
    properties = sample.core_properties
    assert properties.title == sample_brief.title
    assert properties.author == sample_brief.program
    assert properties.category == "TLP:AMBER"
    assert properties.language == "en-GB"
    assert properties.created.replace(tzinfo=None) == datetime(2031, 5, 4)
    assert properties.modified.replace(tzinfo=None) == datetime(2031, 5, 4)


def test_file_says_filter_day_review_program_and_ends_with_the_count(
    sample: Deck, sample_brief: Brief
) -> None:
    first, last = text(sample.slides[0]), text(sample.slides[len(sample.slides) - 1])
    for words in (sample_brief.filter_words, sample_brief.review, sample_brief.program):
        assert words in first
        assert words in last
    assert "4 May 2031" in first
    assert "13 of 13 quotations: the words are the article’s own" in last


@pytest.mark.parametrize("which", ["sample_brief", "empty_brief"])
def test_same_brief_gives_the_same_bytes(which: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(which)
    data = to_pptx(brief, slides(brief))
    assert data == to_pptx(brief, slides(brief))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {member.date_time for member in packed.infolist()} == {(2031, 5, 4, 0, 0, 0)}
        assert len(set(packed.namelist())) == len(packed.namelist())
        for name in packed.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(packed.read(name))) as book:
                    assert b"2031-05-04T00:00:00Z" in book.read("docProps/core.xml")


def test_hostile_words_stay_words(bad: Deck) -> None:
    said = "\n".join(text(slide) for slide in bad.slides)
    for words in TEXTS:
        assert xml_text(words) in said
    assert LONG in said
    addresses = [
        part.target_ref
        for slide in bad.slides
        for part in slide.part.rels.values()
        if part.is_external
    ]
    assert addresses == []


def test_no_cell_of_the_chart_is_a_formula(sample_brief: Brief) -> None:
    voice = replace(sample_brief.voices[0], name="=cmd|' /C calc'!A0", country=None)
    deck = made(replace(sample_brief, voices=(voice,)))
    (chart,) = (s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_presenters_lines_are_shown_as_theirs(sample_brief: Brief) -> None:
    own = ("Ask for <the> date", "Then pause")
    plan = Plan((Choice("title"), Choice("coming-up", own=own), Choice("own:1", True, "Ours", own)))
    deck = made(sample_brief, plan)
    (coming,) = (slide for slide in deck.slides if title(slide).startswith("Upcoming"))
    (ours,) = (slide for slide in deck.slides if title(slide) == "Ours")
    (box,) = (shape for shape in coming.shapes if shape.name == "Written by staff")
    assert box.text_frame.text.split("\n") == ["Written by staff", *own]
    for slide in (coming, ours):
        assert f"Written by staff: {own[0]}" in notes(slide)
    assert "Written by staff" in text(ours)
    assert title(ours) == "Ours"
    (body,) = (s for s in ours.placeholders if s.placeholder_format.idx == 1)
    assert body.text_frame.text.split("\n") == list(own)


def test_what_is_hidden_stays_away(sample_brief: Brief) -> None:
    hidden = tuple(Choice(slide.key, shown=slide.key == "claims") for slide in slides(sample_brief))
    deck = made(sample_brief, Plan(hidden))
    assert [title(slide) for slide in deck.slides] == ["Disputed claims"]


def test_slides_older_than_the_brief_are_as_they_were(
    sample_brief: Brief, empty_brief: Brief
) -> None:
    kept = slides(sample_brief)
    deck = opened(to_pptx(empty_brief, kept))
    assert len(deck.slides) == len(kept)
    (chart,) = (s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)
    assert next(iter(chart.plots[0].series[0].values)) == sample_brief.voices[0].quotations


def test_drawings_of_a_locked_deck_are_its_own(sample_brief: Brief) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"></svg>'
    kept = [slide for slide in slides(sample_brief) if slide.kind == "map"]
    drawing = Drawing({"light": svg}, "An older map.", ("Two relations not drawn.",))
    deck = opened(to_pptx(sample_brief, kept, drawings={"map": drawing}))
    (picture,) = (s for s in deck.slides[0].shapes if s.name == "Map of relations")
    assert picture._element._nvXxPr.cNvPr.get("descr") == "An older map."
    assert picture.width == picture.height * 2
    assert "Two relations not drawn." in text(deck.slides[0])
    without = opened(to_pptx(sample_brief, kept, drawings={}))
    assert not any(s.name == "Map of relations" for s in without.slides[0].shapes)


def test_nothing_that_matches_is_said(empty_brief: Brief) -> None:
    deck = made(empty_brief)
    assert f"Nothing matches the filter: {empty_brief.filter_words}" in text(deck.slides[0])
    assert "0 of 0 quotations: the words are the article’s own" in notes(deck.slides[0])
    assert not list(tables(deck))
