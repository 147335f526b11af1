"""The Present page's parts that belong together: the choices above, the show with its editor."""

from __future__ import annotations

import streamlit as st

from briefing.brief import Brief, Request
from briefing.brief.kept import Kept
from briefing.clock import today
from briefing.deck import Entry, Outline
from briefing.deck.show import MapLook, Theme
from briefing.library import Filter
from briefing.wording.controls import (
    ALL_COUNTRIES,
    HANDLING_MARKING,
    NO_MARKING,
    ORGANISATIONS_HELP,
    SHOW_ORGANISATIONS,
)
from briefing.wording.marking import MARKINGS
from components.address import linked
from components.filters import set_filter
from components.present import draft
from components.style import is_dark


def theme() -> Theme:
    """Return the reader's theme."""
    return "dark" if is_dark() else "light"


def request(flt: Filter, kept: Kept | None) -> Request:
    """Return what the slides are made of: the filter, today, the marking at hand, a briefing."""
    return Request(flt=flt, made=today(), marking=draft.marking(), kept=kept)


def marking_box(stands: str) -> None:
    """Draw the choice of the marking that stands on every slide.

    Args:
        stands: The marking that stands there now, "" for none.
    """
    held = st.session_state.get(draft.MARKING)
    offered = [NO_MARKING, *MARKINGS]
    st.selectbox(
        HANDLING_MARKING,
        offered if held is None or held in offered else [*offered, held],
        index=None,
        key=draft.MARKING,
        accept_new_options=True,
        persist_state="session",
        placeholder=stands or NO_MARKING,
        help="TLP 2.0, the UK scale, or type your own; printed on every slide and file.",
    )


def map_boxes(options: dict[str, str]) -> MapLook:
    """Draw how the map is set, as on the Relations page, and return it.

    Args:
        options: Whom the map can be centred on: name by code.
    """
    focus = st.selectbox(
        "Centre the map on",
        list(options),
        format_func=lambda code: options[code],
        index=None,
        placeholder=ALL_COUNTRIES,
        key=linked(draft.FOCUS, options),
    )
    organisations = st.toggle(
        SHOW_ORGANISATIONS,
        key=draft.ORGANISATIONS,
        bind="query-params",
        help=ORGANISATIONS_HELP,
    )
    return MapLook(focus, organisations)


def chosen_entry(found: Outline) -> Entry:
    """Return the slide that is looked at, which the address names; else the first one."""
    name = st.query_params.get(draft.SLIDE)
    for entry in found.entries:
        if name in {entry.key, *(slide.name for slide in entry.slides)}:
            return entry
    return found.entries[0]


def other_filter(kept: Filter, flt: Filter) -> None:
    """Say that a deck was kept under another filter than the one that is set."""
    if kept == flt:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="other-filter"):
        st.caption("This deck was saved under another filter.")
        st.button(
            "Use its filter",
            icon=":material/filter_alt:",
            key="use-filter",
            on_click=set_filter,
            args=(kept,),
        )


def scope(brief: Brief) -> str:
    """Say what the slides are made of, in one line."""
    return " · ".join((brief.title, brief.scope, brief.verified))
