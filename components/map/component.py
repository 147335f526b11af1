"""The map on a page: relations in, what was clicked out."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from briefing.map.colours import FILL_WORDS, fill_colours
from briefing.map.geography import View, drawable, fitting_height
from briefing.map.ground import disputed_areas
from briefing.map.left_out import left_out
from briefing.map.pictures import Look
from briefing.map.places import between_countries, is_country
from briefing.map.scene import FEW_PAIRS, MOST_PAIRS, pairs_in, pairs_of, parties, strongest
from briefing.map.small_map import SmallMap, alt_words
from briefing.reference.countries import countries, country_name
from briefing.settings import settings
from briefing.wording import legends
from briefing.wording.controls import ORGANISATIONS_HELP, SHOW_ORGANISATIONS
from briefing.wording.notices import NO_OPINION
from components.cache import build_once
from components.escaping import escape_html, escape_markdown
from components.legend import legend
from components.map.downloads import SourceOf, picture_downloads, words_for
from components.map.figure import build_map, build_small_map
from components.map.selection import OnChoose, RowsOf, telling
from components.screen import screen
from components.style import is_dark

_SQUARES = "Organisations (squares) are at their headquarters, regions at their centre."
BOUNDARIES = (
    f"De facto boundaries, from Natural Earth. {NO_OPINION} Disputed areas are dashed. {_SQUARES}"
)
NO_BOUNDARIES = f"Drawn without boundaries. {NO_OPINION} {_SQUARES}"

_FIT, _WORLD = "These countries", "World"


def relations_map(
    relations: pd.DataFrame,
    *,
    focus: str | None = None,
    rows_of: RowsOf,
    source_of: SourceOf,
    key: str,
    on_choose: OnChoose,
) -> None:
    """Draw the map with its controls and notes.

    Organisations and regions are drawn when asked for, or when one of them is the focus.

    Args:
        relations: Relations, counted.
        focus: A party whose relations stand out.
        rows_of: Finds the relations of pairs.
        source_of: Says from which articles those are that the picture is of, of countries alone
            or all.
        key: Unique on the page.
        on_choose: Called with what was clicked.
    """
    on = screen()
    controls = st.container(horizontal=True, vertical_alignment="center", key=f"{key}-controls")
    with controls:
        view = st.segmented_control(
            "Part of the world",
            (_FIT, _WORLD),
            default=_FIT,
            required=True,
            label_visibility="collapsed",
            key=f"{key}-view",
        )
        all_parties = st.toggle(
            SHOW_ORGANISATIONS,
            key="organisations",
            bind="query-params",
            help=ORGANISATIONS_HELP,
        )
        wheel = st.toggle(
            "Scroll to zoom",
            key=f"{key}-wheel",
            help="When off, the wheel scrolls the page; double-click the map to zoom out.",
        )
    everything = relations
    countries_alone = not all_parties and (focus is None or is_country(focus))
    if countries_alone:
        relations = relations[between_countries(relations)]
    part: View = "world" if view == _WORLD else "fit"
    placed = relations[drawable(relations)]
    with controls:
        strong = strongest(placed, pairs_asked_for(placed), focus=focus)
    drawn = rows_of(pairs_of(strong))
    width = on.wide(0.62)
    height = fitting_height(
        drawn,
        width=width,
        view=part,
        least=280 if on.narrow else 420,
        most=420 if on.narrow else 540,
    )
    figure = build_once(
        build_map,
        drawn,
        focus=focus,
        view=part,
        width=width,
        height=height,
        touch=on.touch,
        dark=is_dark(),
        boundaries=settings().boundaries,
    )
    st.plotly_chart(
        figure,
        key=key,
        on_select=telling(on_choose, key),
        selection_mode="points",
        config=config(wheel=wheel, touch=on.touch),
        alt=alt_words(strong),
    )
    with st.expander("Key") if on.narrow else st.container(key=f"{key}-key"):
        legend()
        fill_key()
    missing = left_out(everything, relations, strong, focus=focus)
    for words in missing:
        st.caption(escape_markdown(words))
    notes(strong)
    if settings().boundaries:
        st.caption(BOUNDARIES)
        with st.expander("Disputed areas"):
            for area in disputed_areas():
                st.caption(escape_markdown(area.words))
    else:
        st.caption(NO_BOUNDARIES)
    picture_downloads(
        drawn,
        Look(
            focus=focus,
            view=part,
            dark=is_dark(),
            boundaries=settings().boundaries,
        ),
        words_for(relations, *missing, BOUNDARIES if settings().boundaries else NO_BOUNDARIES),
        partial(source_of, countries_alone),
        key=key,
    )


def pairs_asked_for(relations: pd.DataFrame) -> int:
    """Draw the choice to see all pairs, where there are more than few, and return how many.

    Args:
        relations: Those that can be drawn.
    """
    total = pairs_in(relations)
    if total <= FEW_PAIRS:
        return FEW_PAIRS
    asked = st.toggle(
        f"All {total} pairs" if total <= MOST_PAIRS else f"{MOST_PAIRS} of {total:,} pairs",
        key="pairs",
        bind="query-params",
        help=f"When off, the {FEW_PAIRS} pairs with the most relations are drawn.",
    )
    return MOST_PAIRS if asked else FEW_PAIRS


def small_map(found: SmallMap, *, key: str) -> None:
    """Draw the map small, to be looked at: for a page that leads to the large one.

    Args:
        found: What it shows.
        key: Unique on the page.
    """
    width = screen().wide(0.33)
    height = fitting_height(found.drawn, width=width, least=200, most=320)
    figure = build_once(
        build_small_map,
        found.drawn,
        width=width,
        height=height,
        dark=is_dark(),
        boundaries=settings().boundaries,
    )
    st.plotly_chart(
        figure, key=key, config={"displayModeBar": False, "staticPlot": True}, alt=found.alt
    )
    for words in found.missing:
        st.caption(escape_markdown(words))


def config(*, wheel: bool, touch: bool) -> dict[str, object]:
    """Return Plotly's settings: the wheel is the page's unless it is given to the map."""
    return {
        "scrollZoom": wheel,
        "displayModeBar": True if touch else "hover",
        "displaylogo": False,
        "doubleClick": "reset",
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toImage", "zoom2d"],
    }


def fill_key() -> None:
    """Say what the colours of the countries mean."""
    colours = fill_colours(dark=is_dark())
    pieces = "".join(
        '<span style="display:inline-flex;align-items:center;gap:.35rem">'
        '<span aria-hidden="true" style="width:1rem;height:.8rem;border-radius:2px;'
        f'background:{colours[fill]}"></span>{escape_html(word)}</span>'
        for fill, word in FILL_WORDS.items()
    )
    st.html(
        '<div style="display:flex;flex-wrap:wrap;gap:.2rem .9rem;font-size:.8rem">'
        f"<span>{legends.BALANCE}</span>{pieces}<span>{legends.MUTUAL}</span></div>"
    )


def notes(relations: pd.DataFrame) -> None:
    """Say what has to be said about the names of the countries at hand, if anything."""
    known = countries()
    found = [known[code] for code in parties(relations) if code in known and known[code].note]
    for country in found[:4]:
        st.caption(escape_markdown(f"{country_name(country.alpha3)}: {country.note}"))
