"""The small map draws what a map of every relation would draw, and says as much."""

from __future__ import annotations

from pathlib import Path

from benchmarks import synthetic
from briefing.library import Filter, Library, queries
from briefing.map.geography import make_scene
from briefing.map.left_out import left_out
from briefing.map.places import between_countries
from briefing.map.scene import FEW_PAIRS, pairs_in, strongest
from briefing.map.small_map import small_map_of


def test_small_map_draws_the_strongest_of_all(tmp_path: Path) -> None:
    made = list(synthetic.articles(8))
    with Library(tmp_path / "many.sqlite") as many:
        many.add_many([article for article, _ in made], synthetic.tables_of(made))
        whole, found = queries.relations(many, Filter()), small_map_of(many, Filter())
    between = whole[between_countries(whole)]
    small, large = (
        make_scene(rows, width=400, height=240, small=True)
        for rows in (found.drawn, strongest(between))
    )
    assert [(arc.key, arc.count, arc.triggers) for arc in small.arcs] == [
        (arc.key, arc.count, arc.triggers) for arc in large.arcs
    ]
    assert pairs_in(found.drawn) == FEW_PAIRS
    assert small.nodes == large.nodes
    assert found.missing == left_out(whole, between, found.drawn)
    assert found.relations == 240
