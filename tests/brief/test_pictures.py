"""The pictures of a brief: their size, their words, and when there are none."""

from __future__ import annotations

import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from briefing.brief import Brief
from briefing.brief.pictures import Picture, map_picture, timeline_picture

SVG = "{http://www.w3.org/2000/svg}"


def size_of(picture: Picture, zoom: float) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture.png(zoom)[16:24])
    return width, height


@pytest.mark.parametrize("draw", [map_picture, timeline_picture])
@pytest.mark.parametrize("width", [640, 1600])
@pytest.mark.parametrize("dark", [False, True])
def test_picture_has_the_size_it_says(sample_brief: Brief, draw, width: int, dark: bool) -> None:
    picture = draw(sample_brief, width=width, dark=dark)
    assert picture.width == width
    assert size_of(picture, 1.0) == pytest.approx((width, picture.height), abs=1)
    root = ET.fromstring(picture.svg)
    assert root.get("viewBox", "").startswith(f"0 0 {width} ")
    assert "http" not in picture.svg.replace("http://www.w3.org/2000/svg", "")


def test_alternative_text_of_the_map_says_who_stands_how_to_whom(sample_brief: Brief) -> None:
    picture = map_picture(sample_brief)
    assert picture is not None
    assert picture.alt.startswith("Map of relations. ")
    assert "criticism and threats (" in picture.alt
    assert "Not drawn: " in picture.alt
    assert len(picture.alt) < 700


def test_alternative_text_of_the_timeline_says_what_is_ahead(sample_brief: Brief) -> None:
    picture = timeline_picture(sample_brief)
    assert picture is not None
    dated = sample_brief.event_rows["earliest"].notna() | sample_brief.event_rows["latest"].notna()
    assert picture.alt.startswith(f"Timeline of {int(dated.sum())} dated events, by country.")
    ahead = next(item for item in sample_brief.coming_up.items if item.when != "no date")
    assert f"{sample_brief.outlook.heading}: {ahead.when}, " in picture.alt


def test_pictures_of_very_much_say_how_much_they_leave_out(large_brief: Brief) -> None:
    low = timeline_picture(large_brief, width=900, height=420)
    few = map_picture(large_brief, width=900, height=300)
    assert low is not None
    assert few is not None
    assert low.height <= 420
    assert " of " in low.alt.split("dated", 1)[0]
    groups = [node for node in ET.fromstring(few.svg).iter(f"{SVG}g") if node.get("data-arc")]
    assert len(groups) <= 4 * 12
    assert "Drawn: 12 of " in few.alt
    assert "Not drawn: " in few.alt


def test_focus_of_the_map_fades_the_others(sample_brief: Brief) -> None:
    code = str(sample_brief.relation_rows["source"].iloc[0])
    focused = map_picture(sample_brief, focus=code)
    whole = map_picture(sample_brief)
    assert focused is not None
    assert whole is not None
    assert 'opacity="0.1"' in focused.svg
    assert 'opacity="0.1"' not in whole.svg


@pytest.mark.parametrize("draw", [map_picture, timeline_picture])
def test_nothing_to_draw_is_no_picture(empty_brief: Brief, draw) -> None:
    assert draw(empty_brief) is None


def test_relations_with_organisations_alone_are_no_map(sample_brief: Brief) -> None:
    rows = sample_brief.relation_rows
    organisations = rows[rows["source"].str.contains(":") | rows["target"].str.contains(":")]
    assert map_picture(replace(sample_brief, relation_rows=organisations)) is None


@pytest.mark.parametrize("draw", [map_picture, timeline_picture])
def test_same_brief_gives_the_same_picture(sample_brief: Brief, draw) -> None:
    assert draw(sample_brief) == draw(sample_brief)
