"""Pictures of the map to take away: SVG, and PNG made of it; neither needs a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import resvg_py

from briefing.map.geography import View, fitting_height, make_scene
from briefing.map.svg import Words, build_svg

FONT = Path(__file__).resolve().parents[2] / "data" / "fonts" / "NotoSans-Regular.ttf"

_WIDTH = 1200
_ZOOM = 2.0


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
    scene = make_scene(relations, width=_WIDTH, height=height, view=look.view)
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
    """Draw the same as PNG, in the packaged font."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=map_svg(relations, look),
        zoom=_ZOOM,
        skip_system_fonts=True,
        font_files=[str(FONT)],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    return bytes(drawn)


PICTURES: dict[str, tuple[str, Callable[[pd.DataFrame, Look], str | bytes]]] = {
    "SVG": ("image/svg+xml", map_svg),
    "PNG": ("image/png", map_png),
}
"""What the map can be downloaded as: the type and how it is drawn."""
