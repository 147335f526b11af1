"""Article: words are marked in the text, and what they say is added."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit

SELECT = """text => {
  const root = [...document.querySelectorAll("*")].find(
    (each) => each.shadowRoot?.querySelector(".article")).shadowRoot
  const walker = document.createTreeWalker(root.querySelector(".text"), NodeFilter.SHOW_TEXT)
  let node
  while ((node = walker.nextNode()) && !node.data.includes(text)) {}
  const start = node.data.indexOf(text)
  const selection = root.getSelection ? root.getSelection() : document.getSelection()
  selection.setBaseAndExtent(node, start, node, start + text.length)
}"""
WORDS = "making a clear choice"


def test_selected_words_are_added_as_an_event_and_marked_so(visit: Visit) -> None:
    page = visit.open("article")
    expect(page.locator(".article .text")).to_contain_text(WORDS)
    page.evaluate(SELECT, WORDS)
    page.locator("button.take").click()
    window = page.get_by_role("dialog")
    expect(window.get_by_role("textbox", name="Words of the article")).to_have_value(WORDS)
    window.get_by_text("Event", exact=True).click()
    window.get_by_role("textbox", name="Title").fill("Moscow chooses")
    window.get_by_role("textbox", name="Your name").fill("Ana")
    window.get_by_role("textbox", name="Your name").press("Enter")
    window.get_by_role("button", name="Add", exact=True).click()
    expect(window).to_be_hidden()
    expect(page.locator(".article aside.margin")).to_contain_text("Moscow chooses")
    visit.open("timeline")
    expect(page.get_by_text("Added by Ana").first).to_be_visible()
    assert visit.complaints == visit.foreign == []
