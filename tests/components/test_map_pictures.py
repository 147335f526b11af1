"""The map as SVG and PNG: the same shapes as on the screen, without a browser."""

from __future__ import annotations

import struct
from xml.etree import ElementTree as ET

import pytest
from streamlit.testing.v1 import AppTest

from briefing.map.colours import fill_colours
from briefing.map.geography import make_scene
from briefing.map.pictures import Look, map_png, map_svg
from briefing.map.svg import Words, build_svg
from briefing.wording.signs import QUADS
from components.map.downloads import source_words, words_for
from tests.map.relations import MK, SETS, VC, mutual, relations

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [item.text or "" for item in ET.fromstring(svg).iter(f"{SVG}text")]


def heads(svg: str) -> int:
    return len(list(ET.fromstring(svg).iter(f"{SVG}polygon")))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("dark", [False, True])
def test_picture_has_every_party_and_every_arc_of_the_scene(name, dark) -> None:
    scene = make_scene(SETS[name], width=1200, height=600)
    svg = build_svg(scene, width=1200, height=600, dark=dark)
    shown = " ".join(texts(svg))
    for node in scene.nodes:
        assert all(word in shown for word in node.name.split())
    assert heads(svg) == sum(len(arc.heads) for arc in scene.arcs)
    titles = [item.text or "" for item in ET.fromstring(svg).iter(f"{SVG}title")]
    assert len(titles) == len(scene.arcs) + 1


def test_picture_arcs_are_where_the_screen_has_them() -> None:
    scene = make_scene(SETS["two"], width=800, height=500)
    svg = build_svg(scene, width=800, height=500)
    left, _bottom, _right, top = scene.window
    for node in scene.nodes:
        x, y = (node.at[0] - left) * scene.unit, (top - node.at[1]) * scene.unit
        spots = [
            (float(dot.get("cx", 0)), float(dot.get("cy", 0)))
            for dot in ET.fromstring(svg).iter(f"{SVG}circle")
        ]
        assert any(abs(a - x) < 0.2 and abs(b - y) < 0.2 for a, b in spots)


def test_picture_asks_no_host_for_anything() -> None:
    svg = map_svg(SETS["twelve"], Look())
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg")
    assert "<image" not in svg
    assert "<script" not in svg


def test_picture_words_of_the_article_are_never_markup() -> None:
    rows = relations([("FRA", "alliance:nato", VC, "asserted")])
    rows["trigger"] = "</title><script>alert(1)</script>\x0b\ufffe&"
    rows["target_name"] = "<b>NATO</b>"
    rows["title"] = "<image href='x'>"
    svg = map_svg(rows, Look(words=words_for(rows, "note")))
    tree = ET.fromstring(svg)
    assert not list(tree.iter(f"{SVG}script"))
    assert not list(tree.iter(f"{SVG}image"))
    assert any("<b>NATO</b>" in text for text in texts(svg))
    assert any("<script>alert(1)</script>&" in (t.text or "") for t in tree.iter(f"{SVG}title"))


def test_picture_has_its_key_its_notes_and_its_marking() -> None:
    words = Words("A finding", ("A note that is said below.",), "TLP:AMBER")
    shown = texts(map_svg(SETS["two"], Look(words=words)))
    assert shown[:2] == ["TLP:AMBER", "A finding"]
    assert shown[-1] == "TLP:AMBER"
    assert {quad.word for quad in QUADS.values()} <= set(shown)
    assert "A note that is said below." in shown
    assert "mainly conflict" in shown


def test_picture_without_boundaries_shows_the_balance_in_the_dots() -> None:
    svg = map_svg(SETS["two"], Look(boundaries=False))
    assert "mainly conflict" in texts(svg)
    tree = ET.fromstring(svg)
    signs = {id(node) for group in signs_in(tree) for node in group}
    dots = {node.get("fill") for node in tree.iter(f"{SVG}circle") if id(node) not in signs}
    assert dots
    assert dots <= set(fill_colours(dark=False).values())
    land = next(ET.fromstring(svg).iter(f"{SVG}path"))
    assert land.get("stroke") is None


def signs_in(tree: ET.Element) -> list[ET.Element]:
    """Return the signs of classes: those on arcs and those of the key."""
    return [group for group in tree.iter(f"{SVG}g") if group.get("data-sign")]


def test_picture_arcs_bear_the_sign_of_their_class_so_that_grey_prints_tell_it() -> None:
    rows = relations([("FRA", "CHN", VC, "asserted"), ("CHN", "PER", MK, "asserted")])
    bare = ET.fromstring(map_svg(rows.iloc[:0], Look()))
    drawn = ET.fromstring(map_svg(rows, Look()))
    assert [group.get("data-sign") for group in signs_in(bare)] == list(QUADS)
    on_arcs = [str(group.get("data-sign")) for group in signs_in(drawn)]
    assert sorted(on_arcs) == sorted([*QUADS, VC, MK])


def test_picture_focus_fades_the_others() -> None:
    def faded(svg: str) -> list[str]:
        return [g.get("opacity", "") for g in ET.fromstring(svg).iter(f"{SVG}g")]

    assert not any(faded(map_svg(SETS["small"], Look())))
    assert any(faded(map_svg(SETS["small"], Look(focus="IND"))))


def test_picture_says_a_relation_of_both_with_two_heads() -> None:
    rows = mutual([("CHL", "PER", MK, "asserted")])
    assert heads(map_svg(rows, Look())) == 2
    assert words_for(rows).title == "One relation: Chile ↔ Peru"


def test_picture_as_png_is_twice_as_fine() -> None:
    data = map_png(SETS["two"], Look())
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, _height = struct.unpack(">II", data[16:24])
    assert width == 2400


def test_nothing_to_draw_is_a_map_without_arcs() -> None:
    none = SETS["two"].iloc[:0]
    assert heads(map_svg(none, Look(words=words_for(none)))) == 0


def _page() -> None:
    from components.map import relations_map
    from tests.map.relations import SETS, rows_of

    rows = SETS["two"]
    relations_map(
        rows, rows_of=rows_of(rows), source_of=lambda _: (1, None), key="map", on_choose=print
    )


def test_map_offers_its_pictures() -> None:
    app = AppTest.from_function(_page).run()
    assert not app.exception
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Map as SVG", "Map as PNG"]


def test_source_of_a_picture_is_named() -> None:
    assert source_words(1, "A title") == "From “A title”."
    assert source_words(2, None) == "From 2 articles."
    assert source_words(1, None) == "From 1 article."
