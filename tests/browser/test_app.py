"""What only a real browser shows: requests, the address, clicks on the map, following a fact."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

PAGES = (
    "",
    "article",
    "present",
    "entities",
    "quotes",
    "timeline",
    "relations",
    "review",
    "library",
)


@pytest.mark.parametrize("look", [(390, 844)], indirect=True, ids=["phone"])
@pytest.mark.parametrize("path", PAGES)
def test_page_opens_on_a_phone_without_complaint_or_foreign_request(look: Visit, path: str) -> None:
    page = look.open(path)
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    assert look.foreign == []
    assert look.complaints == []
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{path} is {wider} px wider than the screen"


def test_filter_holds_on_the_next_page_and_after_reload(visit: Visit) -> None:
    page = visit.open("quotes")
    expect(page.locator("h1").first).to_be_visible()
    visit.settle()
    box = page.locator(".st-key-choose-country input")
    box.fill("Japan")
    expect(page.get_by_role("option").filter(has_text="Japan").first).to_be_visible()
    box.press("Enter")
    box.press("Escape")
    chip = page.locator('[class*="st-key-chip-country"]')
    expect(chip).to_contain_text("Japan")
    visit.settle()
    assert page.url.endswith("?country=JPN")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Relations").click()
    expect(page).to_have_url(re.compile("relations.*country=JPN"))
    expect(chip).to_contain_text("Japan")
    page.reload()
    visit.settle()
    expect(chip).to_contain_text("Japan")
    link = page.url
    chip.get_by_role("button").click()
    expect(chip).to_have_count(0)
    visit.page.goto(link)
    visit.settle()
    expect(chip).to_contain_text("Japan")


def test_old_link_with_labels_becomes_codes_and_back_takes_the_filter_along(visit: Visit) -> None:
    page = visit.open("quotes?country=Japan+%C2%B7+210&country=Atlantis")
    expect(page).to_have_url(re.compile(r"quotes\?country=JPN&country=Atlantis$"))
    expect(page.get_by_text("No match for “Atlantis”")).to_be_visible()
    page.get_by_role("button", name="Remove it").click()
    expect(page).to_have_url(re.compile(r"quotes\?country=JPN$"))
    page.go_back()
    expect(page.get_by_text("No match for “Atlantis”")).to_be_visible()
    expect(page.locator(".st-key-address")).to_be_hidden()


def test_quotation_leads_to_its_words(visit: Visit) -> None:
    page = visit.open("quotes?words=distinct")
    page.get_by_role("link", name="In the article").first.click()
    expect(page).to_have_url(re.compile("fact="))
    marked = page.locator(".on").filter(has_text="distinct threat")
    expect(marked.first).to_be_in_viewport()
    assert visit.complaints == []


MIDDLE_OF_AN_ARC = """chart => {
    const arcs = chart._fullData.find(trace => trace.name === "relations")
    const index = arcs.customdata.findLastIndex(data => String(data).startsWith(PREFIX))
    const {xaxis, yaxis} = chart._fullLayout
    const box = chart.getBoundingClientRect()
    return [
        box.x + xaxis._offset + xaxis.l2p(arcs.x[index]),
        box.y + yaxis._offset + yaxis.l2p(arcs.y[index]),
    ]
}"""


def test_click_on_an_arc_opens_its_evidence(visit: Visit) -> None:
    page = visit.open("relations?view=map")
    chart = page.locator(".st-key-relations-map .js-plotly-plot")
    chart.wait_for()
    page.wait_for_timeout(1500)
    script = MIDDLE_OF_AN_ARC.replace("PREFIX", '"arc|RUS|UKR|material-conflict"')
    x, y = chart.evaluate(script)
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    evidence = page.locator(".st-key-evidence")
    expect(evidence.locator("h2").first).to_contain_text("Ukraine")
    expect(evidence).to_contain_text("invasion of Ukraine")
    expect(page).to_have_url(re.compile(r"pair=RUS\.UKR"))
    forget = evidence.get_by_role("button", name="Clear this choice")
    expect(forget).to_have_count(0)
    page.reload()
    expect(evidence.locator("h2").first).to_contain_text("Ukraine")
    expect(forget).to_be_visible()
    assert visit.foreign == []
    assert visit.complaints == []


def test_layer_that_is_off_leaves_the_margin(visit: Visit) -> None:
    page = visit.open("article")
    quotations = page.locator(".fact.quotations")
    expect(quotations.first).to_be_visible()
    page.get_by_test_id("stButtonGroup").get_by_text("Quotations").click()
    expect(page.locator(".fact.quotations:visible")).to_have_count(0)
    expect(page.locator(".fact.relations:visible").first).to_be_visible()
    assert visit.complaints == []


def test_no_table_offers_a_download_of_its_own(visit: Visit) -> None:
    page = visit.open("library")
    page.get_by_test_id("stDataFrame").first.hover()
    toolbar = page.get_by_test_id("stElementToolbar").first
    toolbar.get_by_label("Search").wait_for()
    assert toolbar.get_by_label("Download as CSV").count() == 0
    page.get_by_role("button", name="Download as CSV").first.wait_for()


def test_a_ticked_article_is_removed_and_comes_back_by_keys(visit: Visit) -> None:
    page = visit.open("library")
    table = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert table is not None
    page.mouse.click(table["x"] + 16, table["y"] + 52)  # the box of the first row, on a canvas
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.locator("h1")).to_have_text("0 articles in the library")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("1 article in the library")
    assert visit.complaints == []
