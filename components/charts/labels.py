"""Words of an article inside a figure: Plotly reads labels as HTML, so they are escaped first."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

NEUTRAL = "#6B7C93"
"""What counts things without taking a side; the four colours of the relations stay theirs."""

NEUTRAL_RGB = "107,124,147"


def shorten(text: str, limit: int = 26) -> str:
    """Cut a text at a word's end so that it fits, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:") + "…"


def safe(text: str, limit: int | None = None) -> str:
    """Escape a text for a label or a hover card, shortened first when a limit is given."""
    return html.escape(shorten(text, limit) if limit else text, quote=False)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Say a number with its noun: `count(1, "quotation")` is "1 quotation"."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}"


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
