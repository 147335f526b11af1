"""The deck at hand: what the presenter has decided in this session, kept or not.

The name of the deck that was opened and the slide that is looked at are in the address, so that a
link opens the same; what was decided since is in the session until it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from briefing.deck import Plan
from briefing.deck.show import MapLook
from briefing.deck.storage import Deck, Opened, open_deck
from briefing.library import Filter
from components.cache import library
from components.filters import set_filter

DECK, SLIDE = "deck", "slide"
"""Parameters of the address: the deck's name, and the slide's."""

FOCUS, ORGANISATIONS = "focus", "organisations"
"""The map's settings: the same widgets, by their keys, as on the Relations page."""

MARKING = "deck-marking"
NO_MARKING = "No marking"

_PLAN, _LOADED = "_deck-plan", "_deck-loaded"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Which state of which deck the session began with."""

    name: str
    kept: str
    locked: str | None


def opened() -> Opened | None:
    """Return the deck that the address names, and begin with it when it is a new one.

    Raises:
        DeckError: There is none of this name, or it cannot be read.
    """
    name = st.query_params.get(DECK)
    if not name:
        # A visit to another page takes the name out of the address, not out of the session.
        left: _Loaded | None = st.session_state.get(_LOADED)
        if left is None:
            return None
        name = st.query_params[DECK] = left.name
    found = open_deck(library(), name)
    state = _Loaded(found.name, found.kept, found.locked)
    if st.session_state.get(_LOADED) != state:
        st.session_state[_LOADED] = state
        _begin_with(found.deck)
    return found


def leave_deck() -> None:
    """Leave the deck: the address names none, and its decisions are dropped; for `on_click`."""
    st.query_params.pop(DECK, None)
    st.session_state.pop(_LOADED, None)
    _begin_with(Deck())


def open_named(name: str) -> None:
    """Open a deck with its filter; for `on_click`.

    Raises:
        DeckError: There is none of this name, or it cannot be read.
    """
    st.query_params[DECK] = name
    st.query_params.pop(SLIDE, None)
    st.session_state.pop(_LOADED, None)
    found = opened()
    if found is not None and found.show is None:
        set_filter(found.deck.flt)


def begin_with(name: str | None) -> None:
    """Let the next run begin with a deck; with what is at hand, not kept, when None."""
    if name is None:
        st.query_params.pop(DECK, None)
    else:
        st.query_params[DECK] = name
    st.session_state.pop(_LOADED, None)


def mark_as_kept(name: str) -> None:
    """Say that the deck at hand is now kept under a name."""
    st.query_params[DECK] = name
    found = open_deck(library(), name)
    st.session_state[_LOADED] = _Loaded(found.name, found.kept, found.locked)


def plan() -> Plan:
    """Return the plan at hand."""
    found: Plan = st.session_state.get(_PLAN, Plan())
    return found


def change(new: Plan, slide: str | None = None) -> None:
    """Take a new plan, and look at a slide of it; for `on_click` and `on_change`."""
    st.session_state[_PLAN] = new
    if slide is not None:
        look_at(slide)


def look_at(slide: str) -> None:
    """Look at a slide; the address names it."""
    st.query_params[SLIDE] = slide


def marking() -> str | None:
    """Return the marking of the deck; None for that of the setting."""
    chosen = st.session_state.get(MARKING)
    return "" if chosen == NO_MARKING else chosen


def deck(flt: Filter, look: MapLook) -> Deck:
    """Return the deck at hand, to be kept."""
    return Deck(flt, plan(), marking(), look)


def _begin_with(deck: Deck) -> None:
    st.session_state[_PLAN] = deck.plan
    st.session_state[MARKING] = NO_MARKING if deck.marking == "" else deck.marking
    st.session_state[FOCUS] = deck.look.focus
    st.session_state[ORGANISATIONS] = deck.look.organisations
