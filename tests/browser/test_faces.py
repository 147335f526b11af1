"""What is read on screen stands in the packaged faces, whatever the reader's machine has."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

OTHERS = {"Material Symbols Rounded"}
"""What Streamlit draws its icons with."""


def _faces(visit: Visit) -> dict[str, bool]:
    """Return the faces in which any words of the page are set, and whether they were sent."""
    devtools = visit.page.context.new_cdp_session(visit.page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    nodes = devtools.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]
    with_words = {
        node["parentId"]: node["nodeValue"]
        for node in nodes
        if node["nodeType"] == 3 and node["nodeValue"].strip() and "parentId" in node
    }
    found = {}
    for node in with_words:
        fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        found.update({font["familyName"]: font["isCustomFont"] for font in fonts})
    return found


@pytest.mark.parametrize("path", ["", "article", "present", "timeline", "relations?view=matrix"])
def test_pages_slides_and_charts_are_set_in_the_packaged_faces(visit: Visit, path: str) -> None:
    page = visit.open(path)
    if path in ("", "timeline", "relations?view=matrix"):
        expect(page.locator(".js-plotly-plot text").first).to_be_attached()
    found = _faces(visit)
    assert {"Noto Sans", "Noto Serif"} & set(found)
    assert all(sent for sent in found.values()), found
    assert {name for name in found if not name.startswith("Noto")} <= OTHERS
    assert visit.foreign == []
