"""The Timeline's choices in the address, its calendar file, and the chart's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import Visit

SUMMIT = "NATO summit in Washington, 9–11 July 2024"


def test_how_far_ahead_and_the_period_are_in_the_address(visit: Visit) -> None:
    page = visit.open("timeline")
    expect(page.locator("h1")).to_contain_text(SUMMIT, timeout=60_000)
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
