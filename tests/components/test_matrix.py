from __future__ import annotations

from components.charts.matrix import LIMIT, build_matrix, cells
from components.charts.relations_network import build_relations_network, network_scene
from tests.map.relations import MC, MK, SETS, VC, relations, some


def keys(figure):
    return [key for item in figure.data if item.customdata is not None for key in item.customdata]


def test_cells_count_what_goes_well_and_what_badly() -> None:
    rows = relations(
        [
            ("KOR", "RUS", VC, "asserted"),
            ("KOR", "RUS", MK, "asserted"),
            ("RUS", "KOR", MC, "denied"),
        ]
    )
    found = cells(rows).set_index(["source", "target"])
    assert found.loc[("KOR", "RUS"), ["cooperation", "conflict"]].tolist() == [1, 1]
    assert found.loc[("RUS", "KOR"), ["cooperation", "conflict"]].tolist() == [0, 1]


def test_matrix_has_a_cell_for_each_pair_that_says_both() -> None:
    figure = build_matrix(
        relations([("KOR", "RUS", VC, "asserted"), ("KOR", "RUS", MK, "asserted")])
    )
    assert keys(figure) == ["arc|KOR|RUS"]
    assert figure.data[-1].text == ("↑1<br>↓1",)


def test_matrix_nothing_fades_when_a_cell_is_chosen() -> None:
    for item in build_matrix(SETS["twelve"], focus="USA").data:
        assert item.unselected.marker.opacity == item.marker.opacity == item.selected.marker.opacity


def test_matrix_draws_no_more_than_can_be_read() -> None:
    figure = build_matrix(
        some("USA CHN RUS UKR DEU FRA GBR IRN ISR SAU IND PAK JPN KOR PRK TUR EGY JOR", 90)
    )
    assert len(figure.layout.yaxis.ticktext) <= LIMIT


def test_matrix_names_are_words_not_markup() -> None:
    rows = relations([("FRA", "organisation:x", VC, "asserted")])
    rows["target_name"] = "<script>"
    assert "<script>" not in build_matrix(rows).to_json().replace("\\u003c", "<")


def test_network_holds_parties_without_a_place() -> None:
    rows = relations([("FRA", "person:nobody", VC, "asserted"), ("FRA", "DEU", MK, "asserted")])
    assert "arc|FRA|person:nobody|verbal-conflict" in keys(build_relations_network(rows))


def test_network_has_no_country_below_and_no_leader() -> None:
    scene = network_scene(SETS["twelve"], width=620, height=520)
    assert scene.projection is None
    assert not any(node.moved for node in scene.nodes)
    assert scene.clashes == 0


def test_network_is_the_same_every_time() -> None:
    first, second = (build_relations_network(SETS["gulf"]).to_json() for _ in range(2))
    assert first == second


def test_matrix_draws_fewer_parties_on_a_phone() -> None:
    figure = build_matrix(SETS["twelve"], limit=4)
    assert len(figure.layout.xaxis.tickvals) <= 4
    assert len(figure.layout.yaxis.tickvals) <= 4
