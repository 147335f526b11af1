from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from briefing.map.geography import balance, drawable, fitting_height, make_scene
from briefing.map.scene import (
    FEW_PAIRS,
    MOST_PAIRS,
    fill_of,
    line_of,
    names_of,
    pairs_in,
    strongest,
)
from briefing.reference.countries import countries
from briefing.wording.text_width import width
from tests.map.relations import MC, MK, SETS, VC, VK, mutual, relations, some

SIZES = [(620, 440), (350, 300)]
"""A desktop's column and a phone."""


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_scene_every_middle_hits_its_own_arc(name, width, height) -> None:
    """A click in the middle of an arc, a pixel off, is nearest to a target of that arc."""
    scene = make_scene(SETS[name], width=width, height=height)
    targets = np.concatenate([arc.targets for arc in scene.arcs])
    owners = np.concatenate([[n] * len(arc.targets) for n, arc in enumerate(scene.arcs)])
    for number, arc in enumerate(scene.arcs):
        clicked = np.array(arc.middle) + 0.5 / scene.unit
        nearest = int(np.hypot(*(targets - clicked).T).argmin())
        assert owners[nearest] == number, arc.key


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_scene_no_name_lies_on_another(name, width, height) -> None:
    scene = make_scene(SETS[name], width=width, height=height)
    assert scene.clashes == 0


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("width", "height"), [*SIZES, (323, 200), (1200, 480)])
@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("view", ["fit", "world"])
def test_scene_no_name_is_cut_by_the_edge(name, width, height, small, view) -> None:
    scene = make_scene(strongest(SETS[name]), width=width, height=height, small=small, view=view)
    boxes = np.array([node.label.box for node in scene.nodes])
    assert boxes[:, :2].min() >= 0
    assert (boxes[:, 2:] <= (width, height)).all()


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_scene_no_arc_of_the_strongest_leaves_the_map(name, width, height) -> None:
    scene = make_scene(strongest(SETS[name]), width=width, height=height)
    left, bottom, right, top = scene.window
    lines = np.concatenate([arc.line for arc in scene.arcs])
    assert ((lines >= (left, bottom)) & (lines <= (right, top))).all()


@pytest.mark.parametrize("name", [name for name in SETS if name != "sixty"])
def test_scene_middles_are_apart(name) -> None:
    scene = make_scene(SETS[name], width=620, height=440)
    for arc in scene.arcs:
        for other in scene.arcs:
            if other is not arc:
                gap = np.hypot(*np.subtract(arc.middle, other.middle)) * scene.unit
                assert gap > 9, (arc.key, other.key)


@pytest.mark.parametrize("name", SETS)
def test_scene_dots_are_apart_and_inside(name) -> None:
    scene = make_scene(SETS[name], width=620, height=440)
    at = np.array([node.at for node in scene.nodes])
    left, bottom, right, top = scene.window
    assert ((at > (left, bottom)) & (at < (right, top))).all()
    between = np.hypot(*(at[:, None, :] - at[None, :, :]).transpose(2, 0, 1)) * scene.unit
    np.fill_diagonal(between, np.inf)
    assert between.min() > 30


def test_scene_there_and_back_lie_apart() -> None:
    there, back = make_scene(SETS["two"], width=620, height=440).arcs
    gap = np.hypot(*np.subtract(there.middle, back.middle))
    assert gap * make_scene(SETS["two"], width=620, height=440).unit > 25


def test_scene_is_the_same_every_time() -> None:
    first, second = (make_scene(SETS["gulf"], width=620, height=440) for _ in range(2))
    assert [arc.middle for arc in first.arcs] == [arc.middle for arc in second.arcs]


@pytest.mark.parametrize(
    ("rows", "arcs"),
    [
        (
            [
                ("KOR", "JPN", VK, "asserted"),
                ("KOR", "JPN", VK, "attributed"),
                ("KOR", "JPN", VK, "denied"),
            ],
            [("KOR", "JPN", VK, False, "solid", 3)],
        ),
        (
            [("KOR", "JPN", VK, "asserted"), ("JPN", "KOR", VK, "possible")],
            [("JPN", "KOR", VK, True, "solid", 2)],
        ),
        (
            [("KOR", "JPN", VK, "denied"), ("JPN", "KOR", VC, "asserted")],
            [("JPN", "KOR", VC, False, "solid", 1), ("KOR", "JPN", VK, False, "dot", 1)],
        ),
        (
            [("KOR", "JPN", MK, "denied"), ("KOR", "JPN", MK, "expected")],
            [("KOR", "JPN", MK, False, "dash", 2)],
        ),
    ],
)
def test_scene_one_arc_for_pair_and_class_with_the_firmest_line(rows, arcs) -> None:
    scene = make_scene(relations(rows), width=620, height=440)
    found = [
        (arc.key.source, arc.key.target, arc.key.quad, arc.key.both, arc.look, arc.count)
        for arc in scene.arcs
    ]
    assert found == arcs
    assert [len(arc.heads) for arc in scene.arcs] == [1 + both for *_, both, _, _ in arcs]


def test_scene_arcs_of_more_relations_are_wider() -> None:
    rows = relations([("KOR", "JPN", VK, "asserted")] * 2 + [("JPN", "KOR", VC, "asserted")])
    widths = {arc.key.quad: arc.width for arc in make_scene(rows, width=620, height=440).arcs}
    assert widths[VK] > widths[VC]


def test_scene_mutual_relations_share_an_arc_with_two_heads() -> None:
    rows = pd.concat(
        [mutual([("USA", "KOR", MK, "asserted")]), relations([("USA", "KOR", VC, "asserted")])],
        ignore_index=True,
    )
    arcs = {arc.key.quad: arc for arc in make_scene(rows, width=620, height=440).arcs}
    assert (arcs[MK].key.both, len(arcs[MK].heads), arcs[MK].count) == (True, 2, 1)
    assert (arcs[VC].key.both, len(arcs[VC].heads)) == (False, 1)


def test_scene_neighbours_that_had_to_move_keep_their_true_place() -> None:
    rows = pd.concat([SETS["koreas"], relations([("KOR", "USA", MK, "asserted")])])
    nodes = {node.code: node for node in make_scene(rows, width=620, height=440).nodes}
    assert nodes["PRK"].moved or nodes["KOR"].moved
    assert nodes["PRK"].true[1] > nodes["KOR"].true[1]


def test_scene_draws_every_country_of_the_world() -> None:
    """Small states have no outline in the file, but a point."""
    codes = [code for code in countries() if code != "FRA"]
    rows = relations([("FRA", code, VK, "asserted") for code in codes])
    assert drawable(rows).all()


def test_scene_organisations_stand_at_their_seat_and_others_nowhere() -> None:
    rows = relations(
        [
            ("FRA", "alliance:nato", VK, "asserted"),
            ("FRA", "place:europe", VK, "asserted"),
            ("FRA", "person:nobody", VK, "asserted"),
            ("FRA", "FRA", VK, "asserted"),
        ]
    )
    assert drawable(rows).tolist() == [True, True, False, False]


def test_scene_world_view_shows_the_world() -> None:
    scene = make_scene(SETS["koreas"], width=620, height=440, view="world")
    near = make_scene(SETS["koreas"], width=620, height=440)
    assert scene.window[2] - scene.window[0] > 500
    assert near.window[2] - near.window[0] < 60


def test_scene_without_relations_is_the_world_without_arcs() -> None:
    scene = make_scene(SETS["two"].iloc[:0], width=620, height=440)
    assert scene.arcs == ()
    assert scene.nodes == ()
    assert scene.window[2] - scene.window[0] > 500


def test_areas_lie_in_their_country_and_away_from_dots() -> None:
    scene = make_scene(SETS["twelve"], width=620, height=440)
    assert {code for _x, _y, code in scene.areas} <= {node.code for node in scene.nodes}
    assert len(scene.areas) > 20


def test_balance_leaves_out_what_is_denied() -> None:
    rows = relations([("FRA", "DEU", VK, "asserted"), ("FRA", "DEU", MC, "denied")])
    assert balance(rows) == {"FRA": "cooperation", "DEU": "cooperation"}


@pytest.mark.parametrize(
    ("tone", "fill"),
    [
        (-9, "conflict"),
        (-2, "rather-conflict"),
        (0, "mixed"),
        (2, "rather-cooperation"),
        (4, "cooperation"),
    ],
)
def test_fill_goes_from_conflict_to_cooperation(tone, fill) -> None:
    assert fill_of(tone) == fill


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        ("asserted", "solid"),
        ("attributed", "solid"),
        ("conditional", "dash"),
        ("possible", "dash"),
        ("expected", "dash"),
        ("denied", "dot"),
        ("disputed", "dot"),
        ("negated", "dot"),
    ],
)
def test_line_shows_the_standing(standing, line) -> None:
    assert line_of(standing) == line


def test_names_come_from_the_query_then_from_the_reference() -> None:
    rows = relations([("KOR", "alliance:nato", VC, "asserted")])
    rows["target_name"] = "The Alliance"
    assert names_of(rows) == {"KOR": "South Korea", "alliance:nato": "The Alliance"}


def test_fitting_height_follows_the_shape_of_the_region() -> None:
    chile = relations([("CHL", "PER", VK, "asserted"), ("ARG", "PER", VK, "asserted")])
    flat = relations([("USA", "JPN", VK, "asserted")])
    assert fitting_height(chile, width=620) > fitting_height(flat, width=620)


def test_strongest_keeps_the_pairs_with_most_both_ways() -> None:
    many = some(" ".join(list(countries())[:30]), 200)
    often = relations([("USA", "CHN", VC, "asserted")] * 3 + [("CHN", "USA", MK, "denied")] * 2)
    rows = pd.concat([many, often], ignore_index=True)
    kept = strongest(rows)
    assert len(kept[kept["source"].isin(["USA", "CHN"]) & kept["target"].isin(["USA", "CHN"])]) >= 5
    assert pairs_in(kept) == FEW_PAIRS
    assert pairs_in(strongest(rows, MOST_PAIRS)) == MOST_PAIRS
    assert len(make_scene(rows, width=620, height=440).arcs) <= 4 * MOST_PAIRS
    assert strongest(often).equals(often)


def test_strongest_prefers_the_focus_then_the_firmer_of_equals() -> None:
    rows = relations(
        [
            ("CHL", "PER", VK, "denied"),
            ("NOR", "JPN", VK, "asserted"),
            *[("FRA", "DEU", VC, "asserted")] * 3,
        ]
    )
    assert set(strongest(rows, 2)["source"]) == {"FRA", "NOR"}
    assert set(strongest(rows, 2, focus="PER")["source"]) == {"FRA", "CHL"}


@pytest.mark.parametrize("name", SETS)
def test_scene_no_name_is_cut_in_a_window_narrower_than_it_was_laid_out_for(name) -> None:
    """The dots move with the edges; a name keeps its size, as Plotly draws it."""
    share = 0.6
    scene = make_scene(strongest(SETS[name]), width=323, height=260, small=True, narrowest=share)
    left = scene.window[0]
    for node in scene.nodes:
        at = (node.at[0] - left) * scene.unit
        begin, _bottom, end, _top = node.label.box
        assert at * share - (at - begin) >= 0, node.name
        assert at * share + (end - at) <= 323 * share, node.name


@pytest.mark.parametrize("name", SETS)
def test_scene_gives_names_the_room_of_their_letters(name) -> None:
    scene = make_scene(strongest(SETS[name]), width=660, height=260)
    for node in scene.nodes:
        left, _bottom, right, _top = node.label.box
        for line in node.label.text.split("<br>"):
            assert width(line.strip("\u00a0"), 13.0) <= right - left, node.name
