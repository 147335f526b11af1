"""A picture of the map is as high as its arcs bend."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.map.arc_window import window_for_arcs
from briefing.map.geography import make_scene
from tests.map.relations import SETS


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("height", [250, 480])
def test_arcs_stay_in_the_picture_or_it_grows_as_far_as_it_may(name: str, height: int) -> None:
    before = make_scene(SETS[name], width=660, height=height)
    scene, grown = window_for_arcs(before, height)
    assert height <= grown <= round(1.6 * height) + 1
    _left, bottom, _right, top = scene.window
    assert (top - bottom) * scene.unit == pytest.approx(grown, abs=1)
    for arc in scene.arcs:
        inside = (arc.line[:, 1] <= top) & (arc.line[:, 1] >= bottom)
        assert np.all(inside) or grown >= 1.3 * height
    moved = {
        round(after.label.box[1] - node.label.box[1], 3)
        for node, after in zip(before.nodes, scene.nodes, strict=True)
    }
    assert len(moved) <= 1
