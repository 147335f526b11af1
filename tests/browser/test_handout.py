"""The panel's download from end to end, and the HTML file as a mail attachment opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from briefing.brief import Request, make_brief
from briefing.export.html import to_html
from briefing.library import Library
from briefing.library.ingest import seed
from tests.browser.conftest import Visit


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the sample's page to a file and return where it is."""
    folder = tmp_path_factory.mktemp("page")
    with Library(folder / "library.sqlite") as library:
        seed(library)
        brief = make_brief(library, Request(made=date(2031, 5, 4), marking="TLP:AMBER"))
    (folder / "brief.html").write_bytes(to_html(brief))
    return (folder / "brief.html").as_uri()


@pytest.fixture
def opened(
    address: str, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, list[str]]]:
    """Open the file, with what it complains of and every address that it asks for."""
    context = browser.new_context(offline=True, **getattr(request, "param", {}))
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda asked: heard.append(asked.url) if asked.url != address else None)
    page.goto(address)
    yield page, heard
    context.close()


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("opened", [{}, {"color_scheme": "dark"}, PHONE], indirect=True)
def test_page_opens_without_a_complaint_and_without_a_request(
    opened: tuple[Page, list[str]],
) -> None:
    page, heard = opened
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("TLP:AMBER")).to_have_count(2)
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    assert heard == []


@pytest.mark.parametrize("opened", [{"java_script_enabled": False}], indirect=True)
def test_page_is_whole_without_scripts(opened: tuple[Page, list[str]]) -> None:
    page, heard = opened
    for heading in (
        "Bottom line",
        "Coming up",
        "Relations between countries",
        "Quotations",
        "Sources",
    ):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.locator("#quotations li")).to_have_count(13)
    link = page.locator("#relations svg a").first
    target = link.get_attribute("href") or ""
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(target) + "$"))
    expect(page.locator(target)).to_be_in_viewport()
    expect(page.get_by_role("button")).to_have_count(0)
    assert heard == []


def test_arc_shows_its_sentences_and_escape_puts_them_away(
    opened: tuple[Page, list[str]],
) -> None:
    page, heard = opened
    arc = page.locator("#relations svg a[data-items]").first
    arc.focus()
    words = arc.get_attribute("aria-label") or ""
    expect(page.locator("#relations .tools output")).to_have_text(words)
    page.keyboard.press("Enter")
    told = page.locator("#relations .told")
    expect(told).to_be_visible()
    first = (arc.get_attribute("data-items") or "").split()[0]
    sentence = page.locator(f"#{first} td[data-label=Sentence]").inner_text()
    expect(told).to_contain_text(sentence)
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    assert heard == []


def test_mark_of_the_timeline_shows_its_event(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.locator("#timeline svg a[data-items] text").first.click()
    expect(page.locator("#timeline .told")).to_contain_text("When:")


def test_drawing_zooms_and_comes_back(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    svg = page.locator("#relations svg")
    whole = svg.get_attribute("viewBox")
    page.locator("#relations").get_by_role("button", name="Zoom in").click()
    near = svg.get_attribute("viewBox")
    assert near != whole
    page.locator("#relations .window").focus()
    page.keyboard.press("ArrowRight")
    assert svg.get_attribute("viewBox") != near
    page.locator("#relations").get_by_role("button", name="Show the whole drawing").click()
    assert svg.get_attribute("viewBox") == whole


def test_lists_narrow_to_a_party_and_to_a_speaker(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.get_by_label("Country or organisation").select_option("Ukraine")
    rows = page.locator("#relations tbody tr:visible")
    expect(page.locator("#relations .choice output")).to_contain_text(f"{rows.count()} of ")
    for row in rows.all():
        expect(row).to_contain_text("Ukraine")
    page.get_by_role("combobox", name=re.compile("^Speaker")).select_option(index=1)
    assert 0 < page.locator("#quotations li:visible").count() < 13


def test_printed_pages_are_marked_at_head_and_foot(
    opened: tuple[Page, list[str]], tmp_path: Path
) -> None:
    page, _ = opened
    page.get_by_label("Country or organisation").select_option("Ukraine")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "page.pdf").pages
    assert len(pages) > 3
    for printed in pages:
        assert printed.extract_text().count("TLP:AMBER") == 2
    text = "".join(printed.extract_text() for printed in pages)
    assert "13 of 13 quotations" in text
    assert "New Zealand" in text  # what was narrowed on screen is whole on paper


@pytest.mark.parametrize("visit", [(1440, 900), (390, 844)], indirect=True)
def test_file_is_prepared_and_taken_away(visit: Visit, tmp_path: Path) -> None:
    page = visit.open()
    page.get_by_role("button", name="Hand out").click()
    panel = page.get_by_test_id("stPopoverBody")
    panel.get_by_label("Format").click()
    page.get_by_role("option", name="Web page").click()
    visit.settle()
    panel.get_by_role("combobox", name="Handling marking").fill("Draft for the mission")
    page.keyboard.press("Enter")
    visit.settle()
    panel.get_by_role("button", name="Prepare the Web page file").click()
    with page.expect_download(timeout=60_000) as taken:
        panel.get_by_role("button", name="Download").click(timeout=60_000)
    assert taken.value.suggested_filename.endswith(f"-{date.today().isoformat()}.html")
    taken.value.save_as(tmp_path / "taken.html")
    taken_away = (tmp_path / "taken.html").read_text(encoding="utf-8")
    assert "quotations: the words are the article’s own" in taken_away
    assert taken_away.count(">Draft for the mission<") == 2
    assert visit.foreign == []
    assert visit.complaints == []
