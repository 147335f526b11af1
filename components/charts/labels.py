"""Words of an article inside a figure: Plotly reads labels as HTML, so they are escaped first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.words import escaped, shorten


def safe(text: object, limit: int | None = None) -> str:
    """Escape a text for a label or a hover card, shortened first when a limit is given."""
    words = " ".join(str(text).split())
    return escaped(shorten(words, limit) if limit else words)


def clicked(event: Mapping[str, Any] | None) -> list[Any]:
    """Return the customdata of the points that a chart's event holds.

    The event may lack any of its keys after a click, so each is read with a default.
    """
    selection = (event or {}).get("selection") or {}
    return [
        point["customdata"]
        for point in selection.get("points") or ()
        if point.get("customdata") is not None
    ]


def on_click(key: str, choose: Callable[[Any], None]) -> Callable[[], None]:
    """Make the callback of a chart: it hands over what was clicked, before the page runs again.

    A callback, since a filter's widgets can only be set before they are drawn.

    Args:
        key: The chart's key.
        choose: Called with the customdata of the first point, unless the choice was taken back.
    """

    def callback() -> None:
        points = clicked(st.session_state.get(key))
        if points:
            choose(points[0])

    return callback
