"""Words of an article inside a figure: Plotly reads labels as HTML, so they are escaped first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
