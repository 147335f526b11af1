"""Words of an article inside a figure: Plotly reads labels as HTML, so they are escaped first."""

from __future__ import annotations

from briefing.wording.words import shorten
from components.escaping import escape_html


def escape_label(text: object, limit: int | None = None) -> str:
    """Escape a text for a label or a hover card, shortened first when a limit is given."""
    words = " ".join(str(text).split())
    return escape_html(shorten(words, limit) if limit else words)
