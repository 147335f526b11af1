"""Every page at a desk, light and dark: axe-core and the browser find nothing to complain of."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

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
    look: Visit, path: str, scheme: str
) -> None:
    look.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = look.open(path)
    expect(page.locator("h1").first).to_be_visible()
    # What Streamlit has not yet loaded the means to draw is grey or empty.
    expect(page.locator("[data-testid='stMain'] [data-testid='stSkeleton']")).to_have_count(0)
    look.settle()
    assert _violations(page) == []
    assert look.foreign == []
    assert look.complaints == []
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{path} is {wider} px wider than the screen"
