"""The key figures, each of which opens the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from briefing.library.queries import Figures
from briefing.wording import headings
from briefing.wording.names import COUNTRIES_AND_BODIES, COUNTRY_OR_BODY
from briefing.wording.words import count
from components.escaping import escape_html
from components.screen import screen


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: its value, what it counts, a second line, and the page that lists it."""

    value: str
    label: str
    detail: str
    page: str
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
            _taking_part(figures.parties, narrow=narrow),
            "involved in what is reported",
            "pages/entities.py",
        ),
        Tile(
            f"{figures.quotations:,}",
            "Quotation" if figures.quotations == 1 else "Quotations",
            f"{figures.verbatim:,} with verbatim words",
            "pages/quotes.py",
        ),
        Tile(
            f"{figures.conflict:,} / {figures.cooperation:,}",
            "Conflict / coop." if narrow else "Conflict / cooperation",
            f"{count(figures.conflict + figures.cooperation, 'relation')} between countries",
            "pages/relations.py",
        ),
        Tile(
            f"{denied:,}",
            "Disputed claim" if denied == 1 else headings.DISPUTED_CLAIMS,
            "both sides reported" if denied else "no denials",
            "pages/relations.py",
            {"standing": "denied"},
        ),
    ]


def _taking_part(number: int, *, narrow: bool) -> str:
    if narrow:
        return "Countries, orgs"
    return (COUNTRY_OR_BODY if number == 1 else COUNTRIES_AND_BODIES).capitalize()


def key_figures(figures: Figures, *, query: Mapping[str, str] | None = None) -> None:
    """Draw the key figures in a row; two by two on a phone.

    Args:
        figures: The numbers.
        query: What every link takes along, such as the article that is counted.
    """
    narrow = screen().narrow
    tiles = build_tiles(figures, narrow=narrow)
    if narrow:
        with st.grid(4, min_column_width=150, gap="small"):
            for number, tile in enumerate(tiles):
                _tile(number, tile, query)
        return
    for number, (cell, tile) in enumerate(
        zip(st.columns([len(tile.label) + 10 for tile in tiles], gap="small"), tiles, strict=True)
    ):
        with cell:
            _tile(number, tile, query)


def _tile(number: int, tile: Tile, query: Mapping[str, str] | None) -> None:
    with st.container(
        border=True,
        horizontal=True,
        gap="xsmall",
        vertical_alignment="center",
        key=f"figure-{number}",
    ):
        value = f'<b style="font-size:1.5rem;line-height:1.1">{escape_html(tile.value)}</b>'
        st.html(value, width="content")
        together = {**(tile.query or {}), **(query or {})}
        st.page_link(tile.page, label=tile.label, help=tile.detail, query_params=together or None)
