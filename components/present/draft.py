"""The deck at hand: what the presenter has decided in this session, saved or not.

The name of the deck that was opened and the slide that is looked at are in the address, so that a
link opens the same. What was decided since is in the session, and in the storage of the browser's
own tab until it is saved: a reload finds it there, and nobody else ever sees it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from briefing.brief import Brief
from briefing.deck import Outline, Plan, outline
from briefing.deck.show import MapLook
from briefing.deck.storage import Deck, Opened, deck_of, deck_text, open_deck
from briefing.errors import DeckError
from briefing.library import Filter
from briefing.settings import settings
from briefing.wording.controls import NO_MARKING
from components.address import widget_key
from components.cache import library
from components.filters import is_asked_for, set_filter
from components.kept import session

DECK, SLIDE = "deck", "slide"
"""Parameters of the address: the deck's name, and the slide's."""

FOCUS, ORGANISATIONS = "focus", "organisations"
"""The map's settings: the same parameters of the address as on the Relations page."""

MARKING = "deck-marking"
NO_MARKING = NO_MARKING

ERROR = "_deck-error"
"""Where in the session it stands what went wrong in the click before."""

_PLAN, _LOADED, _BASE = "_deck-plan", "_deck-loaded", "_deck-base"
_BEGUN, _OTHERS, _FORGET = "_deck-begun", "_deck-of-others", "_deck-forget"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Which state of which deck the session began with."""

    name: str
    kept: str
    locked: str | None


def follow_link() -> None:
    """Set the filter of the deck that a link names, before the filter is drawn.

    A link that holds a filter of its own keeps it. The page says where a deck is not there.
    """
    name = st.query_params.get(DECK)
    loaded: _Loaded | None = st.session_state.get(_LOADED)
    if not name or is_asked_for() or (loaded is not None and loaded.name == name):
        return
    try:
        found = open_deck(library(), name)
    except DeckError:
        return
    if found.show is None:
        set_filter(found.deck.flt)


def opened() -> Opened | None:
    """Return the deck that the address names, and begin with it when it is a new one.

    Where somebody else has saved it meanwhile, changes that are not saved stay as they are.

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
    before: _Loaded | None = st.session_state.get(_LOADED)
    if before != state:
        same = before is not None and before.name == state.name and found.show is None
        if same and (plan(), marking()) != (_base().plan, _base().marking):
            st.session_state[_OTHERS] = True
            _take_as_base(found, state)
        else:
            _begin_with(found.deck)
            _take_as_base(found, state)
            if found.show is None:
                session.hang_on(found.deck.briefing)
    return found


def leave_deck() -> None:
    """Leave the deck: the address names none, and its decisions are dropped; for `on_click`."""
    st.query_params.pop(DECK, None)
    st.session_state.pop(_LOADED, None)
    st.session_state.pop(_BASE, None)
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
    """Let the next run begin with a deck; with what is at hand, not saved, when None."""
    st.session_state.pop(_LOADED, None)
    if name is None:
        st.query_params.pop(DECK, None)
        st.session_state.pop(_BASE, None)
    else:
        st.query_params[DECK] = name


def mark_as_kept(name: str) -> None:
    """Say that the deck at hand is now saved under a name."""
    before: _Loaded | None = st.session_state.get(_LOADED)
    _forget(before.name if before else "")
    st.query_params[DECK] = name
    found = open_deck(library(), name)
    _take_as_base(found, _Loaded(found.name, found.kept, found.locked))
    st.session_state[_BEGUN] = True
    st.session_state.pop(_OTHERS, None)


def discard() -> None:
    """Go back to the deck as it was saved, or to no decisions at all; for `on_click`."""
    _begin_with(_base())
    st.session_state[_BEGUN] = True


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


def handling() -> str:
    """Return the marking that stands on every slide, "" for none."""
    chosen = marking()
    return settings().marking if chosen is None else chosen


def deck(flt: Filter, look: MapLook) -> Deck:
    """Return the deck at hand, to be kept."""
    held = session.at_hand()
    return Deck(flt, plan(), marking(), look, held.opened.briefing_id if held else "")


def is_changed(brief: Brief, found: Outline, at_hand: Deck, current: Opened | None) -> bool:
    """Tell whether the deck at hand is another than the one that is saved.

    Args:
        brief: The brief.
        found: The outline of the deck at hand.
        at_hand: The deck at hand.
        current: The deck that is open; without one only order, words and marking count.
    """
    base = _base()
    if at_hand.marking != base.marking:
        return True
    fixed = (at_hand.flt, at_hand.look, at_hand.briefing) != (base.flt, base.look, base.briefing)
    if current is not None and fixed:
        return True
    return at_hand.plan != base.plan and found.plan != outline(brief, base.plan).plan


def saved_by_others() -> bool:
    """Tell whether somebody has saved the open deck while this session had changes of its own."""
    return bool(st.session_state.get(_OTHERS))


def for_the_browser(at_hand: Deck, *, changed: bool) -> dict[str, Any]:
    """Say what the browser's tab is to hold of the deck at hand, for the case of a reload.

    Args:
        at_hand: The deck at hand.
        changed: Whether it has changes that are not saved.
    """
    loaded: _Loaded | None = st.session_state.get(_LOADED)
    name = loaded.name if loaded else ""
    forget: list[str] = st.session_state.get(_FORGET, [])
    state = "hold" if changed else "drop" if st.session_state.get(_BEGUN) else "ask"
    if changed:
        st.session_state[_BEGUN] = True
    return {
        "deck": name,
        "state": state,
        "text": deck_text(at_hand) if changed else "",
        "forget": [other for other in forget if other != name],
    }


def take_back(key: str) -> Callable[[], None]:
    """Return what takes the changes back that the browser's tab held over a reload.

    Args:
        key: Key of the show, which hands them over.
    """

    def taken() -> None:
        text = st.session_state[key].draft
        if not text:
            return
        st.session_state[_BEGUN] = True
        try:
            held = deck_of(str(text))
        except DeckError as error:
            st.session_state[ERROR] = str(error)
            return
        _set(held)

    return taken


def _base() -> Deck:
    """Return the deck as it is saved; one without decisions where none is open."""
    found: Deck = st.session_state.get(_BASE, Deck())
    return found


def _take_as_base(found: Opened, state: _Loaded) -> None:
    st.session_state[_LOADED] = state
    st.session_state[_BASE] = found.deck


def _forget(name: str) -> None:
    st.session_state[_FORGET] = [*st.session_state.get(_FORGET, []), name]


def _begin_with(deck: Deck) -> None:
    st.session_state.pop(_BEGUN, None)
    st.session_state.pop(_OTHERS, None)
    _set(deck)


def _set(deck: Deck) -> None:
    st.session_state[_PLAN] = deck.plan
    st.session_state[MARKING] = NO_MARKING if deck.marking == "" else deck.marking
    st.session_state[widget_key(FOCUS)] = deck.look.focus
    st.session_state[ORGANISATIONS] = deck.look.organisations
