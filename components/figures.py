"""The key figures, each of which opens the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from briefing.library.queries import Figures
from briefing.wording.words import count
from components.relations_panel import LINES
from components.screen import screen
from components.words import escaped


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: its value, what it counts, a second line, and the page that lists it."""

    value: str
    label: str
    detail: str
    page: str
    icon: str
    query: Mapping[str, str] | None = None


def build_tiles(figures: Figures, *, narrow: bool = False) -> list[Tile]:
    """Put the key figures into words.

    Args:
        figures: The numbers.
        narrow: Whether two tiles share the width of a phone.
    """
    denied = figures.denied
    return [
        Tile(
            f"{figures.parties:,}",
            "Party" if figures.parties == 1 else "Parties",
            "take part in what is reported",
            "pages/entities.py",
            ":material/groups:",
        ),
        Tile(
            f"{figures.quotations:,}",
            "Quotation" if figures.quotations == 1 else "Quotations",
            f"{figures.verbatim:,} with words verbatim",
            "pages/quotes.py",
            ":material/format_quote:",
        ),
        Tile(
            f"{figures.conflict:,} / {figures.cooperation:,}",
            "Conflict / coop." if narrow else "Conflict / cooperation",
            f"{count(figures.conflict + figures.cooperation, 'relation')} between countries",
            "pages/relations.py",
            ":material/public:",
        ),
        Tile(
            f"{denied:,}",
            "Claim denied" if denied == 1 else "Claims denied",
            "somebody says it is not so" if denied else "nobody denies anything",
            "pages/relations.py",
            ":material/balance:",
            {"standing": LINES["denied"][0]},
        ),
    ]


def key_figures(figures: Figures) -> None:
    """Draw the key figures in a row."""
    with st.grid(4, min_column_width=150, gap="small"):
        for number, tile in enumerate(build_tiles(figures, narrow=screen().narrow)):
            with st.container(border=True, gap=None, key=f"figure-{number}"):
                st.html(f'<b style="font-size:1.75rem;line-height:1.2">{escaped(tile.value)}</b>')
                st.page_link(
                    tile.page,
                    label=tile.label,
                    icon=tile.icon,
                    help=tile.detail,
                    query_params=tile.query,
                )
