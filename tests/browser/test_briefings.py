"""An open briefing in the browser: what is not saved outlives a reload, and closing it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit


def _made(visit: Visit, title: str) -> Page:
    page = visit.open("briefings")
    page.get_by_label("Title of a new briefing").fill(title)
    page.get_by_role("button", name="Make it from this filter").click()
    expect(page.get_by_label("Purpose")).to_be_visible()
    visit.settle()
    return page


def _write(visit: Visit, words: str) -> None:
    field = visit.page.get_by_label("Purpose")
    field.fill(words)
    field.press("Tab")
    expect(_save(visit.page)).to_be_enabled()
    visit.settle()


def _save(page: Page) -> Locator:
    return page.get_by_role("button", name="Save", exact=True)


def _purpose(page: Page, words: str) -> None:
    expect(page.get_by_label("Purpose")).to_have_value(words)


def test_what_is_not_saved_outlives_a_reload_and_closing_until_it_is_saved(visit: Visit) -> None:
    page = _made(visit, "Visit to Oslo")
    _write(visit, "Decide on the fleet")
    page.reload()
    _purpose(page, "Decide on the fleet")
    page.get_by_role("button", name="All briefings").click()
    page.get_by_role("button", name="Open: Visit to Oslo").click()
    _purpose(page, "Decide on the fleet")
    _save(page).click()
    expect(_save(page)).to_be_disabled()
    _write(visit, "Another")
    page.get_by_role("button", name="Discard changes").click()
    _purpose(page, "Decide on the fleet")
    visit.settle()
    page.reload()
    _purpose(page, "Decide on the fleet")
    expect(_save(page)).to_be_disabled()


def test_what_is_typed_while_the_page_works_stays(visit: Visit) -> None:
    page = _made(visit, "Visit to Bergen")
    page.get_by_label("Purpose").fill("Decide on the fleet")
    page.get_by_label("Bottom line").click()
    page.keyboard.type("Talks will probably go on in the spring.", delay=50)
    visit.settle()
    expect(page.get_by_label("Bottom line")).to_have_value(
        "Talks will probably go on in the spring."
    )
