from __future__ import annotations

import json

import pytest

from components.map.figure import build_map, build_small_map
from tests.map.relations import MK, SETS, VC, VK, relations

GEO = {"scattergeo", "choropleth", "scattermap", "scattermapbox", "choroplethmap"}


def trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


@pytest.mark.parametrize("name", SETS)
def test_map_uses_plain_axes_only(name) -> None:
    """Plotly's geographic traces fetch their outlines from a host."""
    figure = build_map(SETS[name], width=620, height=440)
    assert {item.type for item in figure.data} == {"scatter"}
    assert "geo" not in figure.to_plotly_json()["layout"]
    assert "http" not in figure.to_json()


def test_map_is_small() -> None:
    figure = build_map(SETS["twelve"], width=620, height=440)
    assert len(figure.to_json()) < 250_000


def test_map_nothing_fades_when_something_is_chosen() -> None:
    """Every trace with markers or text says how it looks when chosen and when not."""
    for focus in (None, "KOR"):
        for item in build_map(SETS["koreas"], focus=focus).data:
            if "markers" in item.mode or "text" in item.mode:
                assert item.unselected.marker.opacity == item.marker.opacity
                if item.name != "relations":
                    assert item.selected.marker.opacity == item.marker.opacity
            if "text" in item.mode:
                assert item.unselected.textfont.color is not None
                assert item.selected.textfont.color is not None


def test_map_arcs_are_hit_through_dots_that_nobody_sees() -> None:
    targets = trace(build_map(SETS["koreas"]), "relations")
    assert targets.marker.opacity == 0.0
    assert set(targets.customdata) == {
        "arc|KOR|PRK|verbal-conflict|both",
        "arc|PRK|KOR|material-conflict",
        "arc|KOR|PRK|material-cooperation",
    }


def test_map_countries_are_hit_at_their_dot_and_on_their_land() -> None:
    figure = build_map(SETS["twelve"])
    assert "country|CHN" in trace(figure, "dots").customdata
    assert "country|CHN" in trace(figure, "countries").customdata


def test_map_targets_are_larger_for_a_finger() -> None:
    fine, coarse = (build_map(SETS["two"], touch=touch).layout for touch in (False, True))
    assert coarse.hoverdistance == 2 * fine.hoverdistance


def test_map_words_of_the_article_are_never_markup() -> None:
    rows = relations([("FRA", "alliance:nato", VC, "asserted")])
    rows["trigger"] = "<img src=x onerror=alert(1)>"
    rows["target_name"] = "<b>NATO</b>"
    text = build_map(rows).to_json()
    data = json.loads(text)
    shown = json.dumps([item.get("text") for item in data["data"]])
    assert "<img" not in shown
    assert "<b>NATO" not in shown
    assert "&lt;img" in shown


def test_map_focus_fades_the_rest() -> None:
    rows = relations([("FRA", "DEU", VK, "asserted"), ("ITA", "ESP", VK, "asserted")])
    opacities = {item.opacity for item in build_map(rows, focus="FRA").data if item.name == "arcs"}
    assert 1.0 in opacities
    assert min(opacities) < 0.3


def test_map_colour_width_and_dash_say_class_count_and_standing() -> None:
    rows = relations([("FRA", "DEU", MK, "possible")] * 4 + [("DEU", "FRA", VC, "denied")])
    lines = {
        (item.line.color, item.line.dash): item.line.width
        for item in build_map(rows).data
        if item.name == "arcs"
    }
    assert lines["#0072B2", "dash"] > lines["#E69F00", "dot"]


def test_map_zoom_is_free_and_keeps_shapes() -> None:
    layout = build_map(SETS["two"]).layout
    assert layout.yaxis.scaleanchor == "x"
    assert not layout.xaxis.fixedrange
    assert layout.hoverdistance == 12


def test_small_map_is_still() -> None:
    figure = build_small_map(SETS["koreas"])
    assert figure.layout.xaxis.fixedrange
    assert all(item.customdata is None for item in figure.data)


def test_map_without_relations_shows_the_world() -> None:
    figure = build_map(SETS["two"].iloc[:0])
    assert trace(figure, "no relation").fill == "toself"
