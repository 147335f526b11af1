"""The land: disputed areas dashed, or no boundary at all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from shapely import Polygon
from streamlit.testing.v1 import AppTest

from briefing.map.geography import make_scene
from briefing.map.ground import disputed_areas, ground
from briefing.map.outlines import outlines
from briefing.settings import settings
from components.map.figure import build_map, build_small_map
from tests.map.relations import SETS


def _scene():
    return make_scene(SETS["twelve"], width=620, height=440)


def test_disputed_areas_are_dashed_above_the_land() -> None:
    traces = {item.name: item for item in build_map(SETS["twelve"]).data}
    assert traces["disputed"].line.dash == "3px,2px"
    codes = {area.code for area in disputed_areas() if area.code}
    assert codes == {"CYN", "ESH", "PSE", "SOL", "TWN", "XKX"}
    assert len(ground(_scene()).disputed) >= len(codes)
    assert codes <= set(outlines(0.0))


def test_disputed_areas_are_listed_with_how_they_are_drawn() -> None:
    words = {area.name: area.words for area in disputed_areas()}
    assert words["Kosovo"].endswith("Drawn apart, dashed.")
    assert "Drawn with Ukraine; a dashed circle" in words["Crimea"]
    for area in disputed_areas():
        assert area.words.startswith(area.name)
        assert area.note.endswith(".")


def test_disputed_areas_without_an_outline_are_circled_where_they_lie() -> None:
    scene = _scene()
    rings = [ring for ring in ground(scene).disputed if len(ring) == 48]
    areas = [area for area in disputed_areas() if area.circle]
    assert {area.name for area in areas} >= {"Crimea", "Kashmir", "Golan Heights"}
    for area, ring in zip(areas, rings, strict=True):
        assert area.circle is not None
        middle = np.array(scene.projection.xy(*area.circle[:2]))
        assert np.hypot(*(ring.mean(axis=0) - middle)) < 0.5
        assert Polygon(ring).is_valid


def test_land_without_boundaries_is_one() -> None:
    shapes = ground(_scene(), boundaries=False)
    assert not shapes.bordered
    assert shapes.disputed == ()
    ((fill, rings),) = shapes.land
    assert fill == ""
    several = ground(_scene()).land
    assert len(rings) < sum(len(part) for _fill, part in several)
    area = sum(Polygon(ring).area for ring in rings)
    parts = sum(Polygon(ring).area for _fill, part in several for ring in part)
    assert area == pytest.approx(parts, rel=0.02)


@pytest.mark.parametrize("build", [build_map, build_small_map])
def test_map_without_boundaries_has_one_shape_without_edge(build) -> None:
    figure = build(SETS["twelve"], boundaries=False)
    land = [item for item in figure.data if item.fill == "toself"]
    assert len(land) == 1
    assert land[0].line.width == 0
    assert not any(item.name == "disputed" for item in figure.data)
    assert np.isfinite(np.asarray(land[0].x)[:10]).all()


def _page() -> None:
    from components.map import relations_map
    from tests.map.relations import SETS, rows_of

    rows = SETS["two"]
    relations_map(
        rows, rows_of=rows_of(rows), source_of=lambda _: (1, None), key="map", on_choose=print
    )


@pytest.fixture
def no_boundaries(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_BOUNDARIES", "false")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def test_page_lists_the_disputed_areas() -> None:
    app = AppTest.from_function(_page).run()
    assert not app.exception
    words = "\n".join(caption.value for caption in app.caption)
    assert "imply no opinion" in words
    assert "Western Sahara" in words


@pytest.mark.usefixtures("no_boundaries")
def test_setting_leaves_boundaries_out() -> None:
    app = AppTest.from_function(_page).run()
    assert not app.exception
    words = "\n".join(caption.value for caption in app.caption)
    assert "without boundaries" in words
    assert "Western Sahara" not in words
    assert '"name":"disputed"' not in app.get("plotly_chart")[0].proto.spec
