"""Makes a picture of the map higher where arcs bend out of it, so that none is cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from briefing.map.scene import Node, Scene

_MOST = 0.3
"""The map grows by no more than this share of its height, above and below."""

_AIR = 8.0


def window_for_arcs(scene: Scene, height: int) -> tuple[Scene, int]:
    """Return the scene in a window that holds its arcs, and the pixels of its height.

    Args:
        scene: The scene, laid out for this height.
        height: Pixels of the map.
    """
    if not scene.arcs:
        return scene, height
    left, bottom, right, top = scene.window
    levels = np.concatenate([arc.line[:, 1] for arc in scene.arcs])
    most = _MOST * height
    above = float(np.clip((levels.max() - top) * scene.unit + _AIR, 0.0, most))
    below = float(np.clip((bottom - levels.min()) * scene.unit + _AIR, 0.0, most))
    window = (left, bottom - below / scene.unit, right, top + above / scene.unit)
    nodes = tuple(_raised(node, below) for node in scene.nodes)
    grown = replace(scene, window=window, nodes=nodes)
    return grown, height + round(above + below)


def _raised(node: Node, pixels: float) -> Node:
    """Move a name up: its place counts from the lower edge, which has moved down."""
    left, bottom, right, top = node.label.box
    label = replace(node.label, box=(left, bottom + pixels, right, top + pixels))
    return replace(node, label=label)
