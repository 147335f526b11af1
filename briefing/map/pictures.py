"""Pictures of the map to take away: SVG, and PNG made of it; neither needs a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from briefing.drawing.png import svg_png
from briefing.map.arc_window import window_for_arcs
from briefing.map.geography import View, fitting_height, make_scene
from briefing.map.svg import Words, build_svg

_WIDTH = 1200


@dataclass(frozen=True, slots=True)
class Look:
    """How the map on the screen is set, for a picture of the same.

    Attributes:
        focus: A party whose relations stand out.
        view: The countries at hand, or the whole world.
        dark: Whether the ground is dark.
        boundaries: Whether countries are told apart.
        words: What stands around the map.
    """

    focus: str | None = None
    view: View = "fit"
    dark: bool = False
    boundaries: bool = True
    words: Words = field(default_factory=Words)


def map_svg(relations: pd.DataFrame, look: Look) -> str:
    """Draw the map as SVG.

    Args:
        relations: Rows of `queries.relations`.
        look: How the map on the screen is set.
    """
    height = fitting_height(relations, width=_WIDTH, view=look.view, least=480, most=760)
    scene, height = window_for_arcs(
        make_scene(relations, width=_WIDTH, height=height, view=look.view), height
    )
    return build_svg(
        scene,
        width=_WIDTH,
        height=height,
        focus=look.focus,
        dark=look.dark,
        boundaries=look.boundaries,
        words=look.words,
    )


def map_png(relations: pd.DataFrame, look: Look) -> bytes:
    """Draw the same as PNG, in the packaged fonts."""
    return svg_png(map_svg(relations, look))


PICTURES: dict[str, tuple[str, Callable[[pd.DataFrame, Look], str | bytes]]] = {
    "SVG": ("image/svg+xml", map_svg),
    "PNG": ("image/png", map_png),
}
"""What the map can be downloaded as: the type and how it is drawn."""
