"""The show in a real browser: keys, the address, what fits, the marking, and no complaint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

STAGE = ".screen .stage"

SMALLEST = """stage => Math.min(...[...stage.querySelectorAll("*")]
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(one => one.tagName !== "title" && one.getBoundingClientRect().right > 0)
    .map(one => {
        const svg = one.closest("svg[viewBox]")
        const size = parseFloat(getComputedStyle(one).fontSize)
        if (!svg) return size
        const box = svg.viewBox.baseVal, held = svg.parentElement
        return size * Math.min(held.clientWidth / box.width, held.clientHeight / box.height)
    }))"""

FITS = """stage => {
    const slide = stage.querySelector(".slide"), box = slide.getBoundingClientRect()
    const over = [...slide.querySelectorAll("*")].filter(one => !one.closest("svg")).filter(one => {
        const at = one.getBoundingClientRect()
        return at.right > 0 && (at.bottom > box.bottom + 1 || at.right > box.right + 1)
    })
    return {
        over: over.map(one => one.className || one.tagName),
        scrolls: slide.scrollHeight - slide.clientHeight,
        page: document.documentElement.scrollHeight - innerHeight,
        shrunk: stage.dataset.shrunk ?? "",
    }
}"""


def _open(visit: Visit, query: str = "", slide: str = "") -> Page:
    page = visit.open(f"present?show=1&{query}" + (f"&slide={slide}" if slide else ""))
    expect(page.locator("dialog.hall")).to_be_visible()
    return page


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _count(page: Page) -> int:
    return int(page.locator(f"{STAGE} .foot span").first.inner_text().split("/")[1])


def _checked(page: Page, at: int) -> None:
    stage = page.locator(STAGE)
    stage.evaluate("() => document.fonts.ready.then(() => true)")
    assert stage.evaluate(FITS) == {"over": [], "scrolls": 0, "page": 0, "shrunk": ""}, at
    assert stage.evaluate(SMALLEST) >= 23.9, at


def _slides(page: Page) -> Iterator[int]:
    page.keyboard.press("Home")
    number = _count(page)
    for at in range(1, number + 1):
        expect(page.locator(f"{STAGE} .foot")).to_contain_text(f"{at} / {number}")
        yield at
        page.keyboard.press("ArrowRight")


def test_keys_move_jump_show_evidence_blank_and_leave(visit: Visit) -> None:
    page = visit.open("present")
    page.get_by_role("button", name="Present", exact=True).click()
    foot, heading = page.locator(f"{STAGE} .foot"), page.locator(f"{STAGE} h1")
    live = page.locator(".screen .live")
    expect(foot).to_contain_text("1 / ")
    number = _count(page)
    for key, place in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("ArrowLeft", 2),
        ("PageUp", 1),
        ("End", number),
        ("Home", 1),
        ("2", 2),
    ):
        page.keyboard.press(key)
        expect(foot).to_contain_text(f"{place} / {number}")
    page.keyboard.press("3")
    expect(page.locator(".hint")).to_contain_text("Slide 3")
    expect(foot).to_contain_text(f"3 / {number}")
    expect(live).to_contain_text(f"Slide 3 of {number}: ")
    name = heading.inner_text()
    page.keyboard.press("e")
    expect(page.locator(f"{STAGE} .kicker")).to_have_text("Evidence")
    expect(page.locator(f"{STAGE} .article").first).to_contain_text(re.compile(r"\w+.*\."))
    page.keyboard.press("E")
    expect(page.locator(f"{STAGE} .kicker")).not_to_have_text("Evidence")
    expect(heading).to_have_text(name)
    page.keyboard.press("b")
    expect(page.locator(STAGE)).to_be_hidden()
    page.keyboard.press("b")
    expect(page.locator(STAGE)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.hall")).to_be_hidden()
    assert "show" not in _asked(page)
    assert visit.complaints == []
    assert visit.foreign == []


def test_a_link_opens_the_same_slide_in_another_window(visit: Visit) -> None:
    page = _open(visit, "country=JPN")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    heading = page.locator(f"{STAGE} h1").inner_text()
    foot = page.locator(f"{STAGE} .foot").text_content()
    assert foot
    assert "Japan" in foot
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(f"{STAGE} h1")).to_have_text(heading)
    expect(other.locator(f"{STAGE} .foot")).to_have_text(foot)
    other.reload()
    expect(other.locator(f"{STAGE} .foot")).to_have_text(foot)
    other.keyboard.press("Home")
    expect(other.locator(f"{STAGE} .foot")).to_contain_text("1 / ")
    assert _asked(other)["slide"] == ["title"]
    assert visit.complaints == []


def test_back_leaves_the_show_and_forward_opens_it_again(visit: Visit) -> None:
    page = visit.open("present?words=Moscow")
    page.get_by_role("button", name="Present", exact=True).click()
    page.keyboard.press("ArrowRight")
    name = _asked(page)["slide"]
    page.go_back()
    expect(page.locator("dialog.hall")).to_be_hidden()
    assert _asked(page)["words"] == ["Moscow"]
    page.go_forward()
    expect(page.locator("dialog.hall")).to_be_visible()
    assert _asked(page)["slide"] == name
    assert visit.complaints == []


@pytest.mark.parametrize("visit", [(1920, 1080), (1280, 720)], indirect=True, ids=str)
def test_no_slide_and_no_evidence_overflows_and_the_type_is_large_enough(visit: Visit) -> None:
    page = visit.open("present")
    heading = page.locator("h1").first
    few = heading.inner_text()
    page.locator(".st-key-all-slides label").click()
    expect(heading).not_to_have_text(few)
    visit.settle()
    page.get_by_role("button", name="Present", exact=True).click()
    for at in _slides(page):
        _checked(page, at)
        if page.get_by_role("button", name="Evidence").is_disabled():
            continue
        page.keyboard.press("e")
        counter = page.locator(f"{STAGE} .counter")
        screens = int(counter.inner_text().split(" of ")[1]) if counter.count() else 1
        for screen in range(screens):
            if screen:
                page.keyboard.press("ArrowRight")
            expect(page.locator(f"{STAGE} .kicker")).to_have_text("Evidence")
            _checked(page, at)
        page.keyboard.press("e")
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("marking", "text", "align", "colour"),
    [
        ("TLP:AMBER", "TLP:AMBER", "right", "rgb(255, 192, 0)"),
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE", "center", None),
    ],
)
def test_the_marking_stands_twice_on_every_slide(
    visit: Visit, marking: str, text: str, align: str, colour: str | None
) -> None:
    page = visit.open("present")
    box = page.locator(".st-key-deck-marking input")
    box.click()
    page.get_by_role("option", name=marking, exact=True).click()
    visit.settle()
    page.get_by_role("button", name="Present", exact=True).click()
    for _ in _slides(page):
        marks = page.locator(f"{STAGE} .marking")
        expect(marks).to_have_text([text, text])
        for mark in marks.all():
            assert mark.evaluate("one => getComputedStyle(one).textAlign") == align
            shown = mark.locator("span").evaluate(
                "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
            )
            if colour:
                assert shown == [colour, "rgb(0, 0, 0)"]
    assert visit.complaints == []


def test_a_tap_at_the_right_moves_on_and_at_the_left_back(visit: Visit) -> None:
    page = _open(visit)
    foot = page.locator(f"{STAGE} .foot")
    page.mouse.click(1200, 450)
    expect(foot).to_contain_text("2 / ")
    page.mouse.click(100, 450)
    expect(foot).to_contain_text("1 / ")
    page.mouse.move(600, 500)
    page.get_by_role("button", name="Next slide").click()
    expect(foot).to_contain_text("2 / ")
    page.get_by_role("button", name="Leave").click()
    expect(page.locator("dialog.hall")).to_be_hidden()
    assert visit.complaints == []


def test_hiding_and_moving_changes_what_is_shown(visit: Visit) -> None:
    page = visit.open("present")
    page.locator('[class*="st-key-pick-bottom-line"] button').click()
    page.get_by_role("button", name="Move up").first.click()
    visit.settle()
    page.locator('[class*="st-key-shown-title"] label').first.click()
    visit.settle()
    expect(page.locator("h1").first).to_contain_text("1 hidden")
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.locator(f"{STAGE} h1")).to_have_text("Bottom line")
    assert visit.complaints == []


def _written(page: Page, words: str) -> None:
    page.get_by_label("Your notes for this slide").fill(words)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()


def test_presenter_view_has_notes_next_slide_and_time_in_a_second_window(visit: Visit) -> None:
    page = visit.open("present?slide=bottom-line")
    _written(page, "Say this slowly.")
    visit.settle()
    page.get_by_role("button", name="Present from this slide").click()
    heading = page.locator(f"{STAGE} h1").inner_text()
    with page.expect_popup() as popup:
        page.keyboard.press("p")
    other = popup.value
    expect(other.locator(".desk-words")).to_contain_text("Say this slowly.")
    expect(page.locator(STAGE)).not_to_contain_text("Say this slowly.")
    expect(other.locator(".desk-preview h1").first).to_have_text(heading)
    expect(other.locator(".desk-proofs li").first).to_contain_text("[1]")
    expect(other.locator(".desk-clock")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(other.locator(".desk-time")).to_have_text(re.compile(r"^00:0[1-9]$"))
    following = other.locator(".desk-preview h1").nth(1).inner_text()
    other.keyboard.press("ArrowRight")
    expect(page.locator(f"{STAGE} h1")).to_have_text(following)
    expect(other.locator(".desk-words")).to_contain_text("No notes for this slide")
    page.keyboard.press("End")
    expect(other.get_by_role("heading", name="Last slide")).to_be_visible()
    with other.expect_event("close"):
        page.keyboard.press("Escape")
    expect(page.locator("dialog.hall")).to_be_hidden()
    assert visit.complaints == []
    assert visit.foreign == []


def test_presenter_view_stands_beside_the_slide_and_the_keys_are_told(visit: Visit) -> None:
    page = _open(visit)
    page.keyboard.press("Shift+P")
    expect(page.locator(".room .desk")).to_be_visible()
    assert page.locator(".screen").evaluate("one => one.clientWidth < innerWidth * 0.7")
    page.keyboard.press("Shift+P")
    expect(page.locator(".room .desk")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.locator(".screen .keys")).to_contain_text("presenter view in a second window")
    page.keyboard.press("Escape")
    expect(page.locator(".screen .keys")).to_be_hidden()
    expect(page.locator("dialog.hall")).to_be_visible()
    assert visit.complaints == []


def test_notes_stand_beside_the_slide_where_no_second_window_may_open(visit: Visit) -> None:
    page = _open(visit)
    page.evaluate("() => { window.open = () => null }")
    page.keyboard.press("p")
    expect(page.locator(".room .desk")).to_be_visible()
    expect(page.locator(".hint")).to_contain_text("no second window")
    assert visit.complaints == []


def test_what_is_not_saved_outlives_a_reload_and_nobody_else_sees_it(visit: Visit) -> None:
    page = visit.open("present?slide=title")
    _written(page, "Thank them first.")
    visit.settle()
    page.reload()
    notes = page.get_by_label("Your notes for this slide")
    expect(notes).to_have_value("Thank them first.")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    assert visit.page.context.browser is not None
    elsewhere = visit.page.context.browser.new_context().new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.get_by_label("Your notes for this slide")).to_have_value("")
    elsewhere.wait_for_timeout(1_500)
    expect(elsewhere.get_by_text("Unsaved changes")).to_have_count(0)
    elsewhere.context.close()
    page.get_by_role("button", name="Discard changes").click()
    expect(page.get_by_text("Unsaved changes")).to_have_count(0)
    visit.settle()
    page.reload()
    expect(page.get_by_label("Your notes for this slide")).to_have_value("")
    expect(page.get_by_text("Unsaved changes")).to_have_count(0)
    assert visit.complaints == []
