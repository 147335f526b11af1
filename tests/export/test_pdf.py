"""PDF files, opened again: pages, tags, words, markings, and that hostile words stay words."""

from __future__ import annotations

import io
import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from briefing.brief import Brief, Listed, Request, make_brief
from briefing.drawing import fonts
from briefing.drawing.letter_shapes import BREAK, Shapes
from briefing.errors import ExportError
from briefing.export.options import Options
from briefing.export.paper import Paper
from briefing.export.paper_sections import Share
from briefing.export.pdf import LIMITS, Pdf, pictures, to_pdf
from briefing.library import Library
from tests.export.conftest import MADE
from tests.export.hostile import LONG, hostile

FORMS = ("brief", "meeting", "full", "uk-brief", "us-memo")

STAFF = Options(
    form="meeting",
    objective="Agree a date for the next round, *not* a place.",
    points=("Ask for talks", "# No change of borders", "  "),
    if_raised=("Sanctions: no change until @inspectors are back",),
)


@pytest.fixture(scope="session")
def full_brief(sample_library: Library) -> Brief:
    return make_brief(sample_library, Request(made=MADE, marking="tlp amber", limits=LIMITS))


@pytest.fixture(scope="session")
def printed(sample_brief: Brief) -> dict[str, Pdf]:
    return {form: to_pdf(sample_brief, Options(form=form)) for form in FORMS}  # type: ignore[arg-type]


def opened(pdf: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.data), strict=True)


def undrawn(brief: Brief) -> Brief:
    """Return a brief without pictures, whose files are opened sooner."""
    return replace(brief, relation_rows=brief.relation_rows[:0], event_rows=brief.event_rows[:0])


@cache
def words_of(pdf: Pdf) -> str:
    """Return all text in one line, without the unseen breaks of long words."""
    pages = (page.extract_text() for page in opened(pdf).pages)
    return " ".join(" ".join(pages).replace(BREAK, "").split())


def tight(text: str) -> str:
    """Take all spaces out: a line that ends at a mark has none in the file."""
    return re.sub(r"\s", "", text.replace(BREAK, ""))


def elements(pdf: Pdf) -> Iterator[DictionaryObject]:
    """Walk the structure tree."""
    todo: list[Any] = [opened(pdf).trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            todo += node
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node
            if "/K" in node:
                todo.append(node["/K"])


def roles(pdf: Pdf) -> list[str]:
    return [str(element["/S"]) for element in elements(pdf)]


def alternatives(pdf: Pdf) -> list[str]:
    return [str(node.get("/Alt", "")) for node in elements(pdf) if node["/S"] == "/Figure"]


@pytest.mark.parametrize("form", FORMS)
def test_pdf_is_tagged_for_screen_readers(printed: dict[str, Pdf], form: str) -> None:
    reader = opened(printed[form])
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalogue["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    found = roles(printed[form])
    assert {"/Document", "/H1", "/Table", "/TH", "/TD", "/Link"} <= set(found)
    assert "/Outlines" in catalogue


@pytest.mark.parametrize("form", FORMS)
def test_structure_holds(printed: dict[str, Pdf], form: str) -> None:
    """Check what a validator of PDF/UA checks first: pages in the tree, heads, links, figures."""
    pdf = printed[form]
    for page in opened(pdf).pages:
        assert "/StructParents" in page
        assert page.get("/Tabs") == "/S"
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            assert link["/Contents"]
            assert "/StructParent" in link
    for node in elements(pdf):
        if node["/S"] == "/Figure":
            assert node["/Alt"]
        if node["/S"] == "/TR":
            cells = [cell.get_object()["/S"] for cell in node["/K"]]
            assert set(cells) in ({"/TH"}, {"/TD"})


def test_quotations_and_sources_are_tagged_as_what_they_are(printed: dict[str, Pdf]) -> None:
    found = roles(printed["brief"])
    assert found.count("/BlockQuote") >= 3
    assert {"/L", "/LI", "/Lbl", "/LBody"} <= set(found)


@pytest.mark.parametrize("form", FORMS)
def test_headings_do_not_skip_a_level(printed: dict[str, Pdf], form: str) -> None:
    levels = {role for role in roles(printed[form]) if re.fullmatch(r"/H\d", role)}
    assert levels == ({"/H1", "/H2"} if form in ("uk-brief", "us-memo") else {"/H1"})


def test_pictures_have_alternative_texts(printed: dict[str, Pdf]) -> None:
    assert any(alt.startswith("Map of relations.") for alt in alternatives(printed["brief"]))
    map_, timeline = sorted(alternatives(printed["full"]))
    assert map_.startswith("Map of relations.")
    assert timeline.startswith("Timeline of")
    assert alternatives(printed["meeting"]) == []


def test_title_and_date_are_the_briefs(printed: dict[str, Pdf], sample_brief: Brief) -> None:
    information = opened(printed["brief"]).metadata
    assert information is not None
    assert information.title == sample_brief.title
    assert information.creation_date is not None
    assert information.creation_date.date() == MADE
    assert "TLP:AMBER" in str(information.get("/Keywords"))


@pytest.mark.parametrize("form", FORMS)
def test_reported_pages_are_the_pages(printed: dict[str, Pdf], form: str) -> None:
    pdf = printed[form]
    assert pdf.pages == len(opened(pdf).pages)
    for number, page in enumerate(opened(pdf).pages, start=1):
        assert f"page {number} of {pdf.pages}" in page.extract_text()


@pytest.mark.parametrize("form", ["brief", "meeting", "uk-brief", "us-memo"])
@pytest.mark.parametrize("which", ["sample_brief", "large_brief", "empty_brief", "full_brief"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_briefs_hold_to_two_pages(
    form: Any, which: str, paper: Any, request: pytest.FixtureRequest
) -> None:
    brief: Brief = request.getfixturevalue(which)
    assert to_pdf(brief, Options(form=form, paper=paper)).pages <= 2


def test_page_one_has_the_answer_and_page_two_the_map(printed: dict[str, Pdf]) -> None:
    first, second = (page.extract_text() for page in opened(printed["brief"]).pages)
    heads = ("Bottom line", "Key quotations", "Disputed claims", "Coming up")
    places = [first.index(head) for head in heads]
    assert places == sorted(places)
    for head in ("Relations between countries", "Sources", "About this paper"):
        assert head in second


def test_room_on_page_two_is_used_for_further_quotations(full_brief: Brief) -> None:
    few = replace(full_brief, relations=Listed((), 0), relation_rows=full_brief.relation_rows[:0])
    pdf = to_pdf(few)
    text = words_of(pdf)
    assert pdf.pages == 2
    assert text.index("Coming up") < text.index("Further quotations") < text.index("Sources")
    assert text.count("quotations, the most important") <= 1


def test_no_type_is_smaller_than_nine_points(printed: dict[str, Pdf]) -> None:
    sizes: set[float] = set()

    def visit(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[0] * cm[0]), 1))

    for form in FORMS:
        for page in opened(printed[form]).pages[:1]:
            page.extract_text(visitor_text=visit)
    assert sizes
    assert min(sizes) >= 9.0


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_paper_is_that_asked_for(empty_brief: Brief, paper: Any, size: tuple[float, float]) -> None:
    for page in opened(to_pdf(empty_brief, Options(paper=paper))).pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(size, abs=0.1)


def test_every_listed_quotation_is_word_for_word_in_marks(
    printed: dict[str, Pdf], sample_brief: Brief
) -> None:
    text = tight(words_of(printed["full"]))
    article = " ".join(next(iter(sample_brief.texts.values())).split())
    verbatim = [
        piece.text
        for quotation in sample_brief.quotations.items
        for piece in quotation.pieces
        if piece.verbatim
    ]
    assert verbatim
    for words in verbatim:
        assert f"“{tight(words)}”" in text
        assert words in article
    paraphrased = [
        piece.text
        for quotation in sample_brief.quotations.items
        for piece in quotation.pieces
        if not piece.verbatim
    ]
    for words in paraphrased:
        assert tight(words) in text
        assert f"“{tight(words)}”" not in text


def test_what_is_left_out_is_counted(large_brief: Brief) -> None:
    text = words_of(to_pdf(undrawn(large_brief)))
    listed = re.search(r"Listed: (\d+) of 240 quotations, the most important; all are in", text)
    assert listed is not None
    assert 3 <= int(listed[1]) <= 5
    assert re.search(r"Listed: \d+ of 240 relations, some of each pair", text)


def test_relations_beside_a_map_that_leaves_no_room_for_them_are_counted(full_brief: Brief) -> None:
    options = Options()
    paper = Paper(full_brief, options, pictures(full_brief, options.form))
    said = json.dumps(paper.data(Share(map=1, relation=0)))
    assert f"Listed: none of {full_brief.relations.total} relations; all are in" in said


def test_full_briefing_lists_all_that_the_brief_holds(large_brief: Brief) -> None:
    pdf = to_pdf(undrawn(large_brief), Options(form="full"))
    assert pdf.pages > 2
    text = words_of(pdf)
    assert "Listed: 60 of 240 quotations, the most important" in text
    for cited in large_brief.sources:
        assert text.count(cited.source.name) >= 2, "under its title, and as a source"
    assert "/H2" in roles(pdf)


def test_quotations_of_several_articles_carry_their_dates(large_brief: Brief) -> None:
    text = words_of(to_pdf(large_brief, Options(form="meeting")))
    dated = {cited.source.dated.removesuffix(", stated") for cited in large_brief.sources}
    said = text[text.index("Their ") : text.index("If raised")]
    assert any(day in said for day in dated)


def test_paper_says_what_it_is(printed: dict[str, Pdf], sample_brief: Brief) -> None:
    for form in FORMS:
        text = words_of(printed[form])
        for words in (
            sample_brief.scope,
            sample_brief.filter_words,
            sample_brief.program,
            sample_brief.review,
            "4 May 2031",
        ):
            assert tight(words) in tight(text), words
        assert text.index("13 of 13 quotations: the words are the article’s own") > text.index(
            "About this paper"
        )


def test_source_numbers_lead_to_the_sources(printed: dict[str, Pdf]) -> None:
    reader = opened(printed["brief"])
    targets = [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())
    ]
    assert len(targets) > 5
    last = reader.pages[-1].indirect_reference
    for link in targets:
        goal = link.get("/Dest") or link["/A"].get("/D")
        assert goal[0] == last


@pytest.mark.parametrize(
    ("marking", "text", "right"),
    [
        ("tlp red", "TLP:RED", True),
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT", True),
        ("official sensitive", "OFFICIAL-SENSITIVE", False),
        ("For the mission", "For the mission", False),
    ],
)
def test_marking_stands_at_top_and_bottom_of_every_page(
    sample_brief: Brief, marking: str, text: str, right: bool
) -> None:
    pdf = to_pdf(replace(undrawn(sample_brief), marking=marking))
    for page in opened(pdf).pages:
        found: list[tuple[float, float, float]] = []

        def visit(
            words: str, cm: Any, tm: Any, _font: Any, size: float, found: Any = found
        ) -> None:
            if words.strip() == text:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                found.append((x, y, size * abs(tm[0] * cm[0])))

        page.extract_text(visitor_text=visit)
        heights = sorted(y for _x, y, _size in found)
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        assert heights[0] < 0.1 * high
        assert heights[-1] > 0.9 * high
        at_edges = [(x, size) for x, y, size in found if not 0.1 * high < y < 0.9 * high]
        assert len(at_edges) == 2
        for x, size in at_edges:
            assert size >= 12
            assert (x > wide / 2) == right
    assert f"Marked {text}" in words_of(pdf)


def test_long_marking_is_neither_cut_nor_over_the_text(sample_brief: Brief) -> None:
    marking = "For the delegation only; to be returned to the private office after the meeting " * 3
    pdf = to_pdf(replace(undrawn(sample_brief), marking=marking.strip()))
    for page in opened(pdf).pages:
        assert tight(page.extract_text()).count(tight(marking)) >= 2
    assert pdf.pages == 2


def test_no_marking_is_no_words(sample_brief: Brief) -> None:
    assert "Marked" not in words_of(to_pdf(replace(undrawn(sample_brief), marking="")))


@pytest.mark.parametrize("form", FORMS)
def test_same_brief_gives_the_same_bytes(
    printed: dict[str, Pdf], sample_brief: Brief, form: Any
) -> None:
    assert to_pdf(sample_brief, Options(form=form)) == printed[form]


def test_words_of_staff_are_theirs(sample_brief: Brief) -> None:
    text = words_of(to_pdf(sample_brief, STAFF))
    for words in (
        "Agree a date for the next round, *not* a place.",
        "1. Ask for talks",
        "2. # No change of borders",
        "Sanctions: no change until @inspectors are back",
    ):
        assert words in text
    assert text.count("Written by staff") == 3
    assert "3." not in text[text.index("borders") : text.index("Background")]
    heads = (
        "Objective",
        "Points to make",
        "Background",
        "Their statements",
        "If raised",
        "Next dates",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_empty_places_can_be_filled_in_by_hand(printed: dict[str, Pdf]) -> None:
    assert words_of(printed["meeting"]).count("To be filled in by staff") == 3


def test_long_words_of_staff_take_more_pages_and_say_so(sample_brief: Brief) -> None:
    points = tuple(
        f"Point {number}: " + "we expect an answer in writing. " * 12 for number in range(30)
    )
    pdf = to_pdf(sample_brief, replace(STAFF, points=points))
    assert pdf.pages > 2
    assert "Point 29" in words_of(pdf)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_stay_words(sample_brief: Brief, form: Any) -> None:
    brief = hostile(undrawn(sample_brief))
    signs = '# = + - / $x$ *b* _i_ [l] @r <lab> \\ #panic() ~ `code` // c /* d */ "q" {x}'
    options = Options(form=form, objective=signs, points=(LONG, "\x00\x1b"), if_raised=("北京 👩",))
    pdf = to_pdf(replace(brief, scope=signs), options)
    text = words_of(pdf)
    assert tight(signs) in tight(text)
    assert tight("<script>alert(1)</script>") in tight(text)
    assert LONG in tight(text)
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", text)
    assert "javascript" not in pdf.data.decode("latin-1")
    assert re.search(r"□standsfor\d+lettersthatthisdocumentcannotprint", tight(text))
    assert "CJK" in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("words", ["\x07", "\u202e", " ", "北京", "\u0301"])
def test_titles_of_nothing_that_can_be_set_are_no_error(
    large_brief: Brief, form: Any, words: str
) -> None:
    sources = tuple(
        replace(cited, source=replace(cited.source, title=words)) for cited in large_brief.sources
    )
    few = Listed(large_brief.quotations.items[:2], 2)
    bare = undrawn(large_brief)
    brief = replace(bare, title=words, scope=words, sources=sources, quotations=few)
    information = opened(to_pdf(brief, Options(form=form))).metadata
    assert information is not None
    assert information.title


def test_letters_without_a_shape_are_counted_by_script() -> None:
    shapes = Shapes()
    shown = shapes.shown({"words": "Ngô Đình – Владимир – Ελλάδα – 北京 – 서울 →", "n": 3})
    assert shown == {"words": "Ngô Đình – Владимир – Ελλάδα – □□ – □□ →", "n": 3}
    assert shapes.said.startswith("□ stands for 4 letters that this document cannot print")
    assert "CJK" in shapes.said
    assert "Hangul" in shapes.said
    assert Shapes().said == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x07b\u202ec", "abc"),
        ("x" * 45, BREAK.join(["x" * 15] * 3)),
        ("short words only", "short words only"),
    ],
)
def test_control_signs_go_and_long_words_may_break(text: str, shown: str) -> None:
    assert Shapes().shown(text) == shown


def test_addresses_and_pictures_are_not_broken() -> None:
    address = "https://example.org/" + "a" * 60
    assert Shapes().shown({"url": address, "svg": address}) == {"url": address, "svg": address}


@pytest.mark.parametrize(
    ("url", "linked"), [("https://example.org/a?b=1&c", True), ("file:///etc/passwd", False)]
)
def test_only_web_addresses_are_links(sample_brief: Brief, url: str, linked: bool) -> None:
    brief = replace(undrawn(sample_brief), sources=(replace(sample_brief.sources[0], url=url),))
    found = {
        str(annotation.get_object()["/A"].get("/URI"))
        for page in opened(to_pdf(brief)).pages
        for annotation in page.get("/Annots", ())
        if "/A" in annotation.get_object()
    }
    assert (url in found) == linked


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_matches_is_said(empty_brief: Brief, form: Any) -> None:
    pdf = to_pdf(empty_brief, Options(form=form))
    text = words_of(pdf)
    assert pdf.pages == 1
    assert f"Nothing matches the filter: {empty_brief.filter_words}." in text
    assert "0 of 0 quotations: the words are the article’s own" in text
    assert ("To be filled in by staff" in text) == (form in ("meeting", "uk-brief", "us-memo"))


def test_missing_face_is_a_clear_error(
    sample_brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in fonts.FOLDER.glob("*.ttf"):
        if path.name != "NotoSerif-Regular.ttf":
            shutil.copy(path, tmp_path)
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(ExportError, match=r"NotoSerif-Regular\.ttf"):
        to_pdf(sample_brief)


def test_all_faces_are_packaged_and_embedded(printed: dict[str, Pdf]) -> None:
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for pdf in printed.values()
        for page in opened(pdf).pages
        for font in page["/Resources"]["/Font"].values()
    }
    packaged = {path.stem for path in fonts.FOLDER.glob("*.ttf")}
    assert names
    assert {name.removesuffix("-Identity-H") for name in names} <= packaged


def test_letters_of_the_faces_are_those_that_are_listed() -> None:
    have: set[int] = set()
    for path in fonts.FOLDER.glob("*.ttf"):
        with TTFont(path) as font:
            have |= set(font.getBestCmap())
    listed = {code for code in range(0x20000) if fonts.has_shape(chr(code))}
    assert have == listed


def test_a_brief_takes_less_than_two_seconds(sample_brief: Brief) -> None:
    to_pdf(sample_brief)
    start = time.process_time()
    to_pdf(sample_brief)
    assert time.process_time() - start < 2


def test_progress_is_told_in_order(sample_brief: Brief) -> None:
    told: list[float] = []
    to_pdf(sample_brief, Options(), told.append)
    assert told == sorted(told)
    assert all(0 < share <= 1 for share in told)


def test_sources_are_numbered_as_they_are_cited_without_gaps(large_brief: Brief) -> None:
    for form in ("brief", "uk-brief"):
        text = words_of(to_pdf(undrawn(large_brief), Options(form=form)))  # type: ignore[arg-type]
        said, listed = text[: text.rindex("Sources")], text[text.rindex("Sources") :]
        cited = list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]", said))))
        assert cited == list(range(1, len(cited) + 1))
        assert list(map(int, re.findall(r"\[(\d+)\]", listed))) == cited


NOTED = Options(
    form="uk-brief",
    sender="Eastern desk",
    purpose="Whether to answer before the summit.",
    points=("We share the concern.",),
)


@pytest.mark.parametrize(
    ("form", "heads"),
    [
        (
            "uk-brief",
            ("Issue", "Recommendation", "Timing", "Background", "Argument", "Presentation"),
        ),
        ("us-memo", ("SUBJECT", "Purpose", "Bottom line", "Key points", "Talking points")),
    ],
)
def test_brief_and_memo_follow_their_custom(
    sample_brief: Brief, form: Any, heads: tuple[str, ...]
) -> None:
    text = words_of(to_pdf(undrawn(sample_brief), replace(NOTED, form=form)))
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    for words in ("Eastern desk", "Whether to answer before the summit.", "1. We share the"):
        assert words in text
    assert "To be filled in by staff" in text
    assert "Written by staff" in text


def test_what_may_be_used_stands_apart(sample_brief: Brief) -> None:
    text = words_of(to_pdf(undrawn(sample_brief), NOTED))
    reader, use = text.index("For the reader only"), text.index("May be used")
    assert reader < text.index("Background") < use < text.index("We share the concern.")


def test_statements_leave_our_own_side_out_and_call_nothing_old_recent(
    sample_library: Library,
) -> None:
    then = make_brief(sample_library, Request(made=date(2024, 7, 5), limits=LIMITS))
    later = make_brief(sample_library, Request(made=MADE, limits=LIMITS))
    meeting = Options(form="meeting")
    assert "Their recent statements" in words_of(to_pdf(then, meeting))
    text = words_of(to_pdf(later, meeting))
    assert "recent" not in text
    assert "None is known to be later than 4 May 2030" in text
    ours = words_of(to_pdf(then, replace(meeting, ours="KOR")))
    assert "Yoon Suk Yeol, South Korean President" not in ours


def test_named_recipients_stand_on_the_first_page(sample_brief: Brief) -> None:
    brief = replace(undrawn(sample_brief), marking="TLP:RED", recipients="Ana Silva; Bo Lind")
    first = opened(to_pdf(brief)).pages[0].extract_text()
    assert "For these recipients only, named by staff: Ana Silva; Bo Lind" in first
