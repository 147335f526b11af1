"""The key figures, each of which opens the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from briefing.library.queries import Figures
from components.relations_panel import LINES
from components.words import count, escaped


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: its value, what it counts, a second line, and the page that lists it."""

    value: str
    label: str
    detail: str
    page: str
    link: str
    icon: str
    query: Mapping[str, str] | None = None


def build_tiles(figures: Figures) -> list[Tile]:
    """Put the key figures into words."""
    denied = figures.denied
    return [
        Tile(
            f"{figures.parties:,}",
            "Party" if figures.parties == 1 else "Parties",
            "take part in what is reported",
            "pages/entities.py",
            "Who they are",
            ":material/groups:",
        ),
        Tile(
            f"{figures.quotations:,}",
            "Quotation" if figures.quotations == 1 else "Quotations",
            f"{figures.verbatim:,} with words verbatim",
            "pages/quotes.py",
            "Who said what",
            ":material/format_quote:",
        ),
        Tile(
            f"{figures.conflict:,} / {figures.cooperation:,}",
            "Conflict / cooperation",
            f"{count(figures.conflict + figures.cooperation, 'relation')} between countries",
            "pages/relations.py",
            "How they stand",
            ":material/public:",
        ),
        Tile(
            f"{denied:,}",
            "Claim denied" if denied == 1 else "Claims denied",
            "somebody says it is not so" if denied else "nobody denies anything",
            "pages/relations.py",
            "What is disputed",
            ":material/balance:",
            {"standing": LINES["denied"][0]},
        ),
    ]


def key_figures(figures: Figures) -> None:
    """Draw the key figures in a row."""
    with st.grid(4, min_column_width=150, gap="small"):
        for number, tile in enumerate(build_tiles(figures)):
            with st.container(border=True, gap=None, key=f"figure-{number}"):
                st.html(tile_html(tile))
                st.page_link(
                    tile.page,
                    label=tile.link,
                    icon=tile.icon,
                    help=tile.detail,
                    query_params=tile.query,
                )


def tile_html(tile: Tile) -> str:
    """Build a figure with what it counts beside it, escaped."""
    return (
        f'<span style="font-size:1.6rem;font-weight:650;line-height:1.2">{escaped(tile.value)}'
        f'</span> <span style="font-size:.95rem">{escaped(tile.label.lower())}</span>'
    )
