"""The HTML file, read without running it: its headings, notes, policy, and what cannot run."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from briefing.brief import Brief, Listed
from briefing.export.html import to_html
from briefing.export.options import Options
from briefing.export.web.markup import Markup, el, join, web_address
from tests.export.hostile import TEXTS, hostile

VOID = {"meta", "br", "hr", "wbr"}


class Page(HTMLParser):
    """The elements, texts and attributes of a page; fails where elements are not closed."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.source = data.decode()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def page(sample_brief: Brief) -> Page:
    return Page(to_html(sample_brief))


def test_page_is_small_and_says_its_language(page: Page) -> None:
    assert len(page.source.encode()) < 400_000
    assert page.every("html") == [{"lang": "en"}]
    assert page.every("a")[0]["class"] == "skip"
    assert page.every("main")[0]["id"] == "main"


def test_headings_are_in_order_and_each_section_is_named(page: Page) -> None:
    assert len(page.texts["h1"]) == 1
    assert page.texts["h2"] == [
        "Bottom line",
        "Key quotations",
        "Coming up",
        "Disputed claims",
        "Quotations by speaker",
        "Relations between countries",
        "Timeline",
        "Quotations",
        "Sources",
    ]
    ids = {attributes.get("id") for _, attributes in page.elements}
    for section in page.every("section"):
        assert section["aria-labelledby"] in ids


def test_page_says_filter_date_program_review_marking_and_count(
    page: Page, sample_brief: Brief
) -> None:
    facts = dict(zip(page.texts["dt"], page.texts["dd"], strict=True))
    assert facts == {
        "Filter": "No filter: everything in the articles",
        "Made on": "4 May 2031",
        "Review": "Found by software, not yet checked by staff",
    }
    assert page.texts["p"][-1] == f"Machine-extracted by {sample_brief.program}."
    assert page.texts["p"][-2].startswith("13 of 13 quotations: the words are the article’s own · ")
    assert page.texts["header"] == page.texts["footer"] == ["TLP:AMBER"]


def test_nothing_is_loaded_and_only_our_style_and_script_may_run(page: Page) -> None:
    (policy,) = [
        meta["content"]
        for meta in page.every("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert str(policy).startswith("default-src 'none';")
    for tag in ("style", "script"):
        (text,) = page.texts[tag]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in str(policy)
    for tag, attributes in page.elements:
        assert tag not in ("img", "link", "iframe", "object", "embed", "base", "form", "image")
        assert not {"src", "srcset", "style", "background"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert "@import" not in page.texts["style"][0]
    assert "url(" not in page.texts["style"][0]


def test_every_link_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [link["href"] for link in page.every("a")]
    assert links
    for link in links:
        assert str(link).startswith("#")
        assert str(link)[1:] in ids


def test_notes_and_sources_lead_to_each_other(page: Page, sample_brief: Brief) -> None:
    notes = [link for link in page.every("a") if link.get("class") == "note"]
    assert {note["href"] for note in notes} == {"#source-1"}
    assert {note["aria-label"] for note in notes} == {"Source 1"}
    back = page.source[page.source.index('id="source-1"') :]
    for words in ("Bottom line (3)", "Quotations (13)", "Disputed claims"):
        assert f">{words}</a>" in back


def test_verbatim_words_are_in_marks_and_a_paraphrase_is_not(sample_brief: Brief) -> None:
    source = to_html(sample_brief).decode()
    for item in sample_brief.quotations.items:
        for piece in item.pieces:
            if piece.verbatim:
                assert f"“{piece.text}”" in source
    page = Page(source.encode())
    whole = {" ".join(item.words.split()) for item in sample_brief.bottom_line}
    said = [text for text in page.texts["blockquote"] if " ".join(text.split()) not in whole]
    quoted = [text for text in said if "“" in text]
    assert len(quoted) == 2 + 2  # among the key quotations, and in the list


def test_drawings_are_links_to_their_sentences(page: Page) -> None:
    arcs = [link for link in page.every("a") if "data-items" in link]
    assert len(arcs) >= 10
    ids = {attributes.get("id") for _, attributes in page.elements}
    for arc in arcs:
        assert arc["aria-label"]
        assert set(str(arc["data-items"]).split()) <= ids
    assert {svg["role"] for svg in page.every("svg")} == {"group"}
    assert all(svg["aria-label"] for svg in page.every("svg"))


def test_empty_brief_is_an_honest_page(empty_brief: Brief) -> None:
    page = Page(to_html(empty_brief))
    assert "Nothing matches the filter: Words: “zebra”" in page.texts["dd"]
    assert page.every("section") == []
    assert page.texts["p"][-2].startswith("0 of 0 quotations: the words")
    assert page.texts["header"] == ["OFFICIAL"]


def test_what_an_article_says_is_text_and_never_runs(sample_brief: Brief) -> None:
    page = Page(to_html(hostile(sample_brief)))
    assert len(page.texts["script"]) == 1
    assert page.every("b") == []
    assert TEXTS[0] in page.texts["h1"][0]
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", page.source)
    assert [link for link in page.every("a") if "javascript" in str(link.get("href"))] == []
    assert "javascript:alert(1)" in page.texts["ol"][-1]


def test_hostile_words_do_not_close_the_script_or_the_style(sample_brief: Brief) -> None:
    bad = replace(
        sample_brief,
        title="</script></style><script>alert(1)</script>",
        marking="</style><script>alert(1)</script>",
        program='"><script>alert(1)</script>',
    )
    page = Page(to_html(bad))
    assert len(page.every("script")) == len(page.every("style")) == 1


def test_what_is_left_out_is_said(sample_brief: Brief) -> None:
    few = Listed(sample_brief.quotations.items[:2], 412)
    source = to_html(replace(sample_brief, quotations=few)).decode()
    assert "2 of 412 quotations, the most important" in source


def test_words_of_staff_are_shown_as_theirs(sample_brief: Brief) -> None:
    options = Options(form="meeting", objective="Agree", points=("One", " "), if_raised=("No",))
    page = Page(to_html(sample_brief, options))
    assert page.texts["h2"][:3] == ["Objective", "Points to make", "If raised"]
    assert page.texts["p"].count("Written by staff, not taken from the articles.") == 3
    assert "Objective" not in Page(to_html(sample_brief)).texts["h2"]


def test_large_brief_is_below_three_megabytes(large_brief: Brief) -> None:
    data = to_html(large_brief)
    assert len(data) < 3_000_000
    assert b"60 of 240 quotations, the most important" in data
    assert b"OFFICIAL-SENSITIVE" in data


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("http://[broken", None),
        ("file:///etc/passwd", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


def test_elements_escape_texts_and_attributes() -> None:
    made = el("p", "<b>", Markup("<i>x</i>"), None, data_who='"><', hidden=True, id=None)
    assert made == '<p data-who="&quot;&gt;&lt;" hidden>&lt;b&gt;<i>x</i></p>'
    assert join("a & b", el("br")) == "a &amp; b<br>"


def test_long_lists_are_folded_and_lose_nothing(large_brief: Brief) -> None:
    text = to_html(large_brief).decode()
    section = text[text.index('<section id="quotations"') :]
    section = section[: section.index("</section>")]
    opened, folded = section.split("<details>")
    assert opened.count("<li ") == 8
    assert "<summary>Show 52 more</summary>" in folded
    assert folded.count("<li ") == 52


def test_links_of_the_timeline_are_named_as_they_are_written(sample_brief: Brief) -> None:
    """The name of a link begins with the words that are seen on it, for who speaks to it."""
    text = to_html(sample_brief).decode()
    drawing = ET.fromstring(re.findall(r"<svg.*?</svg>", text, re.DOTALL)[-1])
    links = list(drawing.iter("{http://www.w3.org/2000/svg}a"))
    assert links
    for link in links:
        title = link.find(".//{http://www.w3.org/2000/svg}title")
        seen = " ".join("".join(link.itertext()).replace(title.text or "", "").split())
        assert seen
        assert link.attrib["aria-label"].startswith(seen)
