"""The briefing that is open: which one, and what its author has changed since, saved or not.

Its id is in the address of the pages that show it, so that a link opens the same; the session
holds it over visits to other pages. What was changed and not saved is in the session alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from briefing.brief.kept import Kept
from briefing.brief.storage import OpenedBriefing, open_briefing
from briefing.errors import BriefingError, KeptError, SavedByOthersError
from briefing.library import briefings
from components.cache import library
from components.filters import is_asked_for, set_filter

BRIEFING = "briefing"
"""The address's parameter: the briefing's id."""

_OPEN, _ERROR = "_briefing-open", "_briefing-error"


@dataclass(frozen=True, slots=True)
class AtHand:
    """The briefing that is open.

    Attributes:
        opened: As it was opened or saved last.
        kept: What its author has made of it since.
        passed_by: Whether saving found that somebody else has saved it meanwhile.
    """

    opened: OpenedBriefing
    kept: Kept
    passed_by: bool = False

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.kept != self.opened.kept

    @property
    def locked(self) -> bool:
        """Whether it is locked, so that nothing of it can be changed."""
        return self.opened.frozen is not None


def follow_link() -> None:
    """Open the briefing that a link names, before the filter is drawn.

    A link that holds a filter of its own keeps it. Where the briefing is not there, that is said.
    """
    asked = st.query_params.get(BRIEFING)
    held = at_hand()
    if asked and (held is None or held.opened.briefing_id != asked):
        try:
            open_one(asked, with_filter=not is_asked_for())
        except KeptError as error:
            st.query_params.pop(BRIEFING, None)
            st.session_state[_ERROR] = str(error)


def at_hand() -> AtHand | None:
    """Return the briefing that is open."""
    found: AtHand | None = st.session_state.get(_OPEN)
    return found


def name_in_address() -> None:
    """Put the open briefing into the address of this page."""
    found = at_hand()
    if found is not None:
        st.query_params[BRIEFING] = found.opened.briefing_id


def open_one(briefing_id: str, *, with_filter: bool = True) -> None:
    """Open a briefing with its filter.

    Raises:
        KeptError: It is not there, or cannot be read.
    """
    found = open_briefing(library(), briefing_id)
    st.session_state[_OPEN] = AtHand(found, found.kept)
    st.query_params[BRIEFING] = briefing_id
    if with_filter:
        set_filter(found.kept.flt)


def hang_on(briefing_id: str) -> None:
    """Open the briefing that a deck hangs on, with the deck's filter; leave it where there is none.

    Args:
        briefing_id: The deck's briefing; "" for none.
    """
    held = at_hand()
    if held is not None and held.opened.briefing_id == briefing_id:
        return
    leave()
    if briefing_id:
        try:
            open_one(briefing_id, with_filter=False)
        except KeptError as error:
            st.session_state[_ERROR] = str(error)


def refresh() -> None:
    """Take what others have saved or locked by now, where nothing was changed here.

    A briefing that is no longer there is left.
    """
    found = at_hand()
    if found is None or found.changed:
        return
    held = found.opened
    now = briefings.state_of(library(), held.briefing_id)
    if now == (held.number, held.locked, held.archived):
        return
    if now is None:
        leave()
    do(lambda: open_one(held.briefing_id, with_filter=False))


def leave() -> None:
    """Close the briefing; the filter stays, and changes that are not saved are dropped."""
    st.session_state.pop(_OPEN, None)
    st.query_params.pop(BRIEFING, None)


def change(**values: Any) -> None:
    """Change something of the open briefing; for `on_click` and `on_change`."""
    found = at_hand()
    if found is not None and not found.locked:
        st.session_state[_OPEN] = replace(found, kept=replace(found.kept, **values))


def choose(fact_id: str, *, on: bool) -> None:
    """Put a fact into the open briefing, behind the others, or take it out; for `on_click`."""
    found = at_hand()
    if found is not None:
        left = tuple(one for one in found.kept.facts if one != fact_id)
        change(facts=(*left, fact_id) if on else left)


def discard() -> None:
    """Go back to the briefing as it is saved by now; for `on_click`."""
    found = at_hand()
    if found is not None:
        do(lambda: open_one(found.opened.briefing_id, with_filter=False))


def do(action: Callable[[], object]) -> None:
    """Do something with a briefing; what cannot be done is said at the head of the page."""
    try:
        action()
    except SavedByOthersError as error:
        found = at_hand()
        if found is not None:
            st.session_state[_OPEN] = replace(found, passed_by=True)
        st.session_state[_ERROR] = str(error)
    except BriefingError as error:
        st.session_state[_ERROR] = str(error)


def take_error() -> str | None:
    """Return what went wrong in the click before, once."""
    words: str | None = st.session_state.pop(_ERROR, None)
    return words
