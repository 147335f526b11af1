"""Every page at a desk, light and dark: axe-core and the browser find nothing to complain of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from briefing.brief.kept import Kept
from briefing.brief.storage import make_kept
from briefing.library import open_library
from tests.archive.made import two
from tests.browser.conftest import Visit, running
from tests.pages.sample import NEWS, make_library

Scheme = Literal["light", "dark"]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

FRAME = ['[data-testid="stSidebarNavItems"]']
"""What Streamlit draws and no setting changes: its list of pages."""

PAGES = (
    "",
    "article",
    "present",
    "entities",
    "quotes",
    "timeline",
    "relations?view=map",
    "relations?view=matrix",
    "relations?view=network",
    "relations?view=table",
    "relations?view=table&quad=verbal-conflict",
    "briefings",
    "review",
    "library",
)


def _violations(page: Page) -> list[tuple[str, str, list[Any]]]:
    page.evaluate(AXE)
    found = page.evaluate(
        "([frame, rules]) => axe.run({ exclude: [frame] }, { runOnly: rules })", [FRAME, RULES]
    )
    return [
        (one["id"], one["help"], [[node["target"], node["html"][:200]] for node in one["nodes"]])
        for one in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_violation_no_complaint_and_asks_no_other_host(
    look: Visit, path: str, scheme: Scheme
) -> None:
    _look(look, path, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["quotes?tag=fisheries", "library?tag=fisheries", "archive", "briefings"]
)
def test_what_a_library_in_use_has_besides_has_none_either(
    in_use: str, browser: Browser, path: str, scheme: Scheme
) -> None:
    with closing(browser.new_page(viewport={"width": 1440, "height": 900})) as page:
        visit = Visit(page, in_use)
        _look(visit, path, scheme)
        if path == "archive":
            tick = page.locator("[class*='st-key-archive'] [data-testid='stDataFrame']").first
            tick.click(position={"x": 18, "y": 52})
            expect(page.get_by_text("Tick an article to see")).to_have_count(0)
            visit.settle()
            assert _violations(page) == []
        if path == "briefings":
            page.get_by_role("button", name="Open: Visit to Oslo").click()
            expect(page.get_by_label("Purpose")).to_be_visible()
            visit.settle()
            assert _violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_fields_of_the_chatham_house_rule_have_none(
    in_use: str, browser: Browser, scheme: Scheme
) -> None:
    with closing(browser.new_page(viewport={"width": 1440, "height": 900})) as page:
        visit = Visit(page, in_use)
        _look(visit, "review?check=person:berit-lund", scheme)
        page.locator(".st-key-rule summary").click()
        page.get_by_text("Only in some articles").click()
        expect(page.get_by_label("Which articles")).to_be_visible()
        visit.settle()
        assert _violations(page) == []


@pytest.fixture(scope="module")
def in_use(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app over a library with a tag and a kept briefing, beside an archive."""
    folder = tmp_path_factory.mktemp("in-use")
    make_library(folder / "library.sqlite")
    with open_library(folder / "library.sqlite") as library:
        library.change_tags([NEWS.article_id], add=["fisheries"])
        make_kept(library, Kept("Visit to Oslo"))
    archive = two(folder / "archive")
    with running(folder, BRIEFING_ARCHIVE=str(archive), BRIEFING_REVIEWER="Ana") as address:
        yield address


def _look(visit: Visit, path: str, scheme: Scheme) -> None:
    """Open a page and hold it to the rules."""
    visit.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = visit.open(path)
    expect(page.locator("h1").first).to_be_visible()
    # What Streamlit has not yet loaded the means to draw is grey or empty.
    expect(page.locator("[data-testid='stMain'] [data-testid='stSkeleton']")).to_have_count(0)
    visit.settle()
    assert _violations(page) == []
    assert visit.foreign == []
    assert visit.complaints == []
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{path} is {wider} px wider than the screen"
