"""The map's choices in the address, and its pictures as files."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_organisations_on_the_map_are_in_the_address(visit: Visit) -> None:
    page = visit.open("relations?view=map")
    names = page.locator(".st-key-relations-map .textpoint text")
    expect(names.first).to_be_attached()
    assert "NATO" not in names.all_inner_texts()
    page.get_by_text("Show organisations").click()
    expect(page).to_have_url(re.compile("organisations=true"))
    expect(names.filter(has_text="NATO")).to_be_attached()
    assert visit.complaints == []


def test_map_comes_as_svg_and_png(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("relations?view=map")
    for kind in ("SVG", "PNG"):
        with page.expect_download() as taken:
            page.get_by_role("button", name=f"Map as {kind}").click()
        taken.value.save_as(tmp_path / taken.value.suggested_filename)
    assert ET.parse(tmp_path / "map.svg").getroot().tag.endswith("svg")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert visit.foreign == []
