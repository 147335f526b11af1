"""Clicks on the charts and the table of Briefing, Quotes and Entities."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit


def _click_middle(page: Page, mark: Locator) -> None:
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_bar_opens_the_quotations_of_its_speaker(visit: Visit) -> None:
    page = visit.open()
    bar = page.locator(".st-key-who-speaks .bars .point path, .st-key-who-speaks .barlayer path")
    _click_middle(page, bar.first)
    expect(page).to_have_url(re.compile("quotes.*speaker="))
    expect(page.locator('[class*="st-key-chip-speaker"]')).to_contain_text("Yoon Suk Yeol")


def test_a_cell_shows_what_a_speaker_says_about_a_country(visit: Visit) -> None:
    page = visit.open("quotes")
    _click_middle(page, page.locator(".st-key-about-whom .textpoint text").first)
    expect(page).to_have_url(re.compile("about="))
    expect(page.locator('[class*="st-key-chip-speaker"]')).to_contain_text("Yoon Suk Yeol")


def test_a_mark_and_a_row_open_profiles(visit: Visit) -> None:
    page = visit.open("entities")
    profile = page.locator(".st-key-profile h2")
    first = profile.inner_text()
    marks = page.locator(".st-key-network .points path")
    expect(marks.first).to_be_attached()
    _click_middle(page, marks.last)
    expect(page).to_have_url(re.compile("entity="))
    expect(profile).not_to_have_text(first)
    visit.settle()
    chosen = profile.inner_text()
    table = page.locator(".st-key-entities [data-testid=stDataFrame]").first
    page.locator("h1").first.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 16, box["y"] + 36 + 18)
    expect(profile).not_to_have_text(chosen)
    expect(profile).to_have_text(first)


def test_a_citation_can_be_copied(visit: Visit) -> None:
    page = visit.open("quotes?words=distinct&kind=direct")
    page.get_by_role("button", name="Cite").first.click()
    opened = page.get_by_role("dialog")
    expect(opened).to_contain_text("Yoon Suk Yeol, South Korean President, as reported in")
    opened.locator("code").hover()
    expect(opened.get_by_role("button", name="Copy to clipboard")).to_be_attached()
    assert visit.complaints == []
