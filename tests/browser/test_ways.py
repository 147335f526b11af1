"""Ways through the app for those who hear it, use keys, go back, print or share an address."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Visit, running

TITLE = "South Korea Warns Russia Over North Korea Ties, Threat to Europe"
TOP = "document.querySelector('[data-testid=stMain]').scrollTop"


def _until(page: Page, told: str) -> None:
    """Wait until a page tells true; its policy forbids what Playwright's own waiting needs."""
    deadline = time.monotonic() + 60
    while not page.evaluate(told):
        assert time.monotonic() < deadline, told
        page.wait_for_timeout(100)


def test_links_to_evidence_say_what_they_open_and_marks_what_they_are_of(visit: Visit) -> None:
    page = visit.open()
    sentences = page.locator(".st-key-gist-0").get_by_role("link")
    expect(sentences).to_have_accessible_name(f"Sentence in the article: {TITLE}")
    page = visit.open("timeline")
    marks = page.locator("[class*='st-key-ahead-cards-'] [data-testid='stPopover'] button")
    expect(marks.first).to_have_accessible_name(re.compile(": "))
    names = [mark.get_attribute("aria-label") for mark in marks.all()]
    assert len(names) > 1
    assert len(set(names)) == len(names)
    cards = page.locator("[class*='st-key-event-list-'] a").filter(has_text="In the article")
    expect(cards.first).to_have_accessible_name(f"Event in the article: {TITLE}")
    assert visit.complaints == []


def test_charts_have_a_role_and_say_their_finding(visit: Visit) -> None:
    for view, words in (("map", "Map of"), ("matrix", ""), ("network", "")):
        page = visit.open(f"relations?view={view}")
        chart = page.locator(f".st-key-relations-{view} [data-testid='stPlotlyChart']")
        expect(chart).to_have_attribute("role", re.compile("img|figure"))
        expect(chart).to_have_accessible_name(re.compile(rf"{words}.*\d+ relations"))


def test_back_returns_to_the_place_and_leaves_no_fact_in_the_address(visit: Visit) -> None:
    page = visit.open("quotes")
    link = page.locator("[class*='st-key-open-'] a").nth(6)
    leaving = f"() => {{ globalThis.left = {TOP} }}"
    page.evaluate(f"document.addEventListener('click', {leaving}, {{capture: true}})")
    link.click()
    expect(page).to_have_url(re.compile("fact="))
    visit.settle()
    before = page.evaluate("globalThis.left")
    assert before > 300
    page.go_back()
    expect(page).to_have_url(re.compile(r"/quotes$"))
    _until(page, f"Math.abs({TOP} - {before}) < 60")
    assert visit.complaints == []


def test_the_articles_page_is_named_by_its_article(visit: Visit) -> None:
    page = visit.open("article")
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.get_by_text(re.compile(r"\d+ facts, highlighted in the text"))).to_be_visible()
    expect(page.locator(".s.quotations").first).to_have_css(
        "background-color", re.compile(r"rgba\(0, 158, 115")
    )
    expect(page.locator(".s.people").first).to_have_css("border-bottom-style", "none")


def test_choices_are_in_the_address_by_code_and_open_alike_elsewhere(visit: Visit) -> None:
    page = visit.open("relations")
    page.get_by_text("Matrix", exact=True).click()
    expect(page).to_have_url(re.compile("view=matrix"))
    visit.settle()
    for key, option, code in (
        ("focus", "Russia", "RUS"),
        ("quad", "Criticism and threats", "verbal-conflict"),
    ):
        page.locator(f".st-key-choose-{key} input").click()
        page.get_by_role("option", name=option).click()
        expect(page).to_have_url(re.compile(f"{key}={code}(&|$)"))
        visit.settle()
    page.reload()
    visit.settle()
    found = page.locator("h1").inner_text()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".st-key-relations-matrix .js-plotly-plot")).to_be_visible()
    expect(other.locator(".st-key-choose-focus input")).to_have_value("Russia")
    expect(other.locator("h1")).to_have_text(found)
    chosen = page.locator(".st-key-choose-quad").get_by_text("Criticism and threats")
    expect(chosen).to_be_visible()
    page.locator(".st-key-choose-quad input").click()
    page.get_by_role("option", name="Joint acts").click()
    expect(page).to_have_url(re.compile("quad=material-cooperation"))
    visit.settle()
    page.go_back()
    expect(page).to_have_url(re.compile(r"^(?!.*material-cooperation).*quad=verbal-conflict"))
    expect(page.locator(".st-key-choose-quad").get_by_text("Joint acts")).to_have_count(0)
    expect(chosen).to_be_visible()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (
            "relations?view=Matrix&focus=Russia&quad=Criticism+and+threats",
            "relations?view=matrix&focus=RUS&quad=verbal-conflict",
        ),
        ("quotes?kind=Verbatim&list=In+reading+order", "quotes?kind=direct&list=order"),
    ],
)
def test_words_in_an_address_become_codes(look: Visit, words: str, codes: str) -> None:
    page = look.open(words)
    path, _, parameters = codes.partition("?")
    for parameter in parameters.split("&"):
        expect(page).to_have_url(re.compile(rf"{path}\?(.*&)?{re.escape(parameter)}(&|$)"))


def test_the_search_box_opens_by_key_and_leads_to_the_words(visit: Visit) -> None:
    page = visit.open("quotes")
    _until(page, "globalThis.briefingSlash === true")
    expect(page.locator("h1").first).to_be_visible()
    visit.settle()
    page.keyboard.press("/")
    box = page.get_by_role("dialog", name="Search")
    field = box.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill("ballistic missiles")
    hit = box.locator("[class*='st-key-search-hit-']").first
    expect(hit.locator("mark").first).to_have_text("ballistic")
    hit.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"article\?fact="))
    expect(box).to_have_count(0)
    visit.settle()
    page.keyboard.press("Control+k")
    expect(box.get_by_role("searchbox")).to_have_value("ballistic missiles")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    words = page.get_by_role("searchbox", name="Words")
    words.press("/")
    expect(words).to_have_value("/")
    assert visit.complaints == []


def test_after_adding_by_keys_the_focus_is_on_the_way_to_the_article(visit: Visit) -> None:
    page = visit.open("library")
    page.get_by_label("Text of the article").fill(
        "Fishing talks resume in Bergen\n\nNorway and Iceland resumed talks on fishing in Bergen "
        "on 3 May 2031. Both sides said that they expect an agreement within the week."
    )
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add article").first.press("Enter")
    link = page.locator(".st-key-report-open-0 a").first
    expect(link).to_be_focused()
    expect(link).to_have_accessible_name("Open its briefing: Fishing talks resume in Bergen")


@pytest.fixture(scope="module")
def marked(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app with a marking."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_MARKING", 'KEEP "CLOSE"')
        with running(Path(tmp_path_factory.mktemp("marked"))) as address:
            yield address


@pytest.mark.parametrize("path", ["", "article", "relations"])
def test_a_printed_page_is_whole_and_every_sheet_has_the_marking(
    marked: str, browser: Browser, path: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    visit = Visit(page, marked)
    visit.open(path)
    _until(page, "document.documentElement.style.getPropertyValue('--briefing-marking').length > 2")
    if path == "article":
        expect(page.locator(".text .title")).to_be_visible()
    last = _last_words(page)
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    page.close()
    assert len(sheets) > 1
    for sheet in sheets:
        assert sheet.count('KEEP "CLOSE"') >= 2
    whole = re.sub(r"\s", "", "".join(sheets))
    assert "Showonly" not in whole
    assert "Handout" not in whole
    assert re.sub(r"\s", "", last) in whole


def _last_words(page: Page) -> str:
    """Return the last line that the page's own words end in."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll(
                '[data-testid=stMain] h2, [data-testid=stMain] [data-testid=stCaptionContainer]'
            )].at(-1).innerText"""
        )
    )


@pytest.mark.parametrize("wide", [700, 1000])
def test_the_timeline_is_laid_out_for_a_narrow_window(
    server: str, browser: Browser, wide: int
) -> None:
    page = browser.new_page(viewport={"width": wide, "height": 900})
    visit = Visit(page, server)
    visit.open("timeline")
    chart = page.locator(".st-key-timeline-chart .js-plotly-plot").first
    expect(chart).to_be_visible()
    page.wait_for_timeout(1500)
    visit.settle()
    expect(chart).to_be_visible()  # drawn anew for the window's width
    edges = chart.bounding_box()
    assert edges is not None
    for words in chart.locator("text").all():
        box = words.bounding_box()
        if box and box["width"]:
            assert box["x"] >= edges["x"] - 1
            assert box["x"] + box["width"] <= edges["x"] + edges["width"] + 1
    page.close()
