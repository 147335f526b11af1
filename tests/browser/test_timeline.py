"""The Timeline's choices in the address, its calendar file, and the chart's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, running
from tests.browser.crowded import make_crowded_library

SUMMIT = "NATO summit in Washington, 9–11 July 2024"


def test_how_far_ahead_and_the_period_are_in_the_address(visit: Visit) -> None:
    page = visit.open("timeline")
    expect(page.locator("h1")).to_contain_text(SUMMIT)
    page.get_by_text("14 days", exact=True).click()
    expect(page).to_have_url(re.compile(r"ahead=14"))
    page.get_by_text("From then on", exact=True).click()
    expect(page).to_have_url(re.compile(r"ahead=14.*from=2024-07-08"))
    visit.open(page.url.removeprefix(f"{visit.address}/"))
    expect(page.locator("h1")).to_contain_text(SUMMIT)
    expect(page.locator(".st-key-ahead-cards-0")).to_contain_text("9–11 July 2024")
    expect(page.locator(".st-key-ahead-cards-1")).to_have_count(0)
    assert not visit.complaints


def test_the_events_come_as_a_calendar_file(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("timeline")
    with page.expect_download() as download:
        page.get_by_role("button", name="dated events for a calendar").click()
    file = tmp_path / "events.ics"
    download.value.save_as(file)
    titles = [str(event["summary"]) for event in Calendar.from_ical(file.read_bytes()).events]
    assert "NATO summit in Washington" in titles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_charts_words_have_the_themes_ink(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open("timeline")
    words = page.locator(".st-key-timeline-chart text")
    expect(words.first).to_be_attached()
    found = words.evaluate_all(
        # One that a redraw has just taken out has no style.
        "texts => [...new Set(texts.filter(t => t.isConnected).map(t => getComputedStyle(t).fill))]"
    )
    assert found == ["rgb(27, 35, 48)" if scheme == "light" else "rgb(232, 234, 237)"]


PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
SIZES = [(1440, 900, None), (390, 844, PHONE)]

# Where a chart is drawn anew, the old one may stand beside it for a moment: hence `last`.
WORDS = """chart => [chart, ...chart.querySelectorAll("text")]
    .filter(text => text === chart || (text.textContent.trim() && !text.closest(".hoverlayer")))
    .map(text => {
        const { left, top, right, bottom } = text.getBoundingClientRect()
        return { words: text === chart ? "" : text.textContent, left, top, right, bottom }
    })"""
"""The places of the chart and of its words, at one moment: what stands above may still move it."""


@pytest.fixture(scope="module")
def crowded(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app with forty articles that name two hundred days."""
    folder = tmp_path_factory.mktemp("crowded")
    make_crowded_library(folder / "library.sqlite")
    with running(folder) as address:
        yield address


@pytest.fixture(params=SIZES, ids=["desk", "phone"])
def looking(crowded: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Look at the crowded library at a desk and on a phone."""
    wide, high, agent = request.param
    context = browser.new_context(viewport={"width": wide, "height": high}, user_agent=agent)
    yield Visit(context.new_page(), crowded)
    context.close()


@pytest.mark.parametrize("address", ["timeline", "timeline?lane=Others", "timeline?lanes=By+kind"])
def test_words_of_forty_articles_stand_apart_and_inside(looking: Visit, address: str) -> None:
    page = looking.open(address)
    chart = page.locator(".st-key-timeline-chart .js-plotly-plot").last
    expect(chart.get_by_text("Dates of 30 articles")).to_be_visible()
    edges, *found = chart.evaluate(WORDS)
    assert len(found) > 25
    assert edges["left"] >= 0
    assert edges["right"] <= page.viewport_size["width"]
    for one in found:
        assert one["left"] >= edges["left"] - 1, one
        assert one["right"] <= edges["right"] + 1, one
        assert one["top"] >= edges["top"] - 1, one
        assert one["bottom"] <= edges["bottom"] + 1, one
    for one, two in combinations(found, 2):
        across = min(one["right"], two["right"]) - max(one["left"], two["left"])
        down = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
        assert across <= 1 or down <= 3, (one["words"], two["words"])  # boxes hold the leading too


def test_a_lane_opens_on_demand_and_the_list_comes_in_pages(looking: Visit) -> None:
    page = looking.open("timeline")
    chart = page.locator(".st-key-timeline-chart .js-plotly-plot").last
    expect(chart.get_by_text("Dates of 30 articles")).to_be_visible()
    before = chart.bounding_box()
    page.locator(".st-key-choose-lane").get_by_text("Others", exact=True).click()
    expect(page).to_have_url(re.compile("lane=others"))
    looking.settle()
    expect(chart.locator(".annotation").filter(has_text="Others · ").first).to_be_visible()
    assert before is not None
    for _ in range(60):  # the chart is drawn anew a moment after its words are there
        after = chart.bounding_box()
        if after is not None and after["height"] > before["height"] + 100:
            break
        page.wait_for_timeout(500)
    else:
        pytest.fail(f"the chart is as high as before: {after}")
    a_page = 10 if page.viewport_size["width"] < 500 else 20
    assert page.locator("[class*='st-key-event-list-']").count() == a_page
    expect(page.locator(".st-key-timeline-page-pager")).to_contain_text(f"{a_page} a page")
