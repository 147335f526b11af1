"""The briefing that is open: which one, and what its author has changed since, saved or not.

Its id is in the address of the pages that show it, so that a link opens the same; the session
holds it over visits to other pages. What was changed and not saved is in the session, and in the
storage of the browser's own tab (draft.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any

import streamlit as st

from briefing.brief.kept import Kept, without_speakers
from briefing.brief.storage import OpenedBriefing, open_briefing
from briefing.errors import BriefingError, KeptError, SavedByOthersError
from briefing.library import briefings
from briefing.library.chatham.hidden import hidden_in, rule_ids
from components.cache import library
from components.filters import is_asked_for, set_filter

BRIEFING = "briefing"
"""The address's parameter: the briefing's id."""

_OPEN, _ERROR, _FORGOTTEN = "_briefing-open", "_briefing-error", "_briefing-forgotten"


@dataclass(frozen=True, slots=True)
class AtHand:
    """The briefing that is open.

    Attributes:
        opened: As it was opened or saved last.
        kept: What its author has made of it since.
        passed_by: Whether somebody else has saved it since it was opened.
        begun: Whether it is known by now what the browser's tab held of it.
        rules: Who was under the Chatham House Rule then, by the ids of the rules.
        opening: A word for this opening of it.
    """

    opened: OpenedBriefing
    kept: Kept
    passed_by: bool = False
    begun: bool = False
    rules: tuple[str, ...] = ()
    opening: str = field(default_factory=lambda: token_hex(4))

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
    found, before = open_briefing(library(), briefing_id), at_hand()
    begun = before is not None and before.opened.briefing_id == briefing_id
    rules = rule_ids(library())
    st.session_state[_OPEN] = AtHand(found, found.kept, begun=begun, rules=rules)
    st.session_state[_FORGOTTEN] = [one for one in forgotten() if one != briefing_id]
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
    if found is None:
        return
    rules = rule_ids(library())
    if found.changed:
        if found.rules != rules:
            kept = without_speakers(found.kept, hidden_in(library()))
            st.session_state[_OPEN] = replace(found, kept=kept, rules=rules)
        return
    held = found.opened
    if found.rules != rules:
        leave()
        do(lambda: open_one(held.briefing_id, with_filter=False))
        return
    now = briefings.state_of(library(), held.briefing_id)
    if now == (held.number, held.locked, held.archived):
        return
    if now is None:
        leave()
    do(lambda: open_one(held.briefing_id, with_filter=False))


def leave() -> None:
    """Close the briefing; the filter stays. What is not saved is there when it is opened again."""
    st.session_state.pop(_OPEN, None)
    st.query_params.pop(BRIEFING, None)


def change(**values: Any) -> None:
    """Change something of the open briefing; for `on_click` and `on_change`."""
    found = at_hand()
    if found is not None and not found.locked:
        st.session_state[_OPEN] = replace(found, kept=replace(found.kept, **values), begun=True)


def resume(kept: Kept, number: int) -> None:
    """Take up what was not saved of the open briefing.

    Args:
        kept: What its author had made of it.
        number: Which saving of it that was made of; where somebody has saved it since, theirs
            is not written over.
    """
    found = at_hand()
    if found is not None and not found.locked:
        st.session_state[_OPEN] = replace(
            found,
            opened=replace(found.opened, number=number),
            kept=kept,
            passed_by=number != found.opened.number,
            begun=True,
        )


def forget(briefing_id: str) -> None:
    """Let the browser's tab drop what it holds of a briefing that is not open any more."""
    st.session_state[_FORGOTTEN] = [*forgotten(), briefing_id]


def forgotten() -> list[str]:
    """Return the briefings of which the browser's tab is to hold nothing."""
    found: list[str] = st.session_state.get(_FORGOTTEN, [])
    return found


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
        if found is not None and found.changed:  # the page says it, with what differs
            st.session_state[_OPEN] = replace(found, passed_by=True)
        else:
            st.session_state[_ERROR] = str(error)
    except BriefingError as error:
        st.session_state[_ERROR] = str(error)


def tell(words: str) -> None:
    """Let it be said at the head of the page what went wrong."""
    st.session_state[_ERROR] = words


def take_error() -> str | None:
    """Return what went wrong in the click before, once."""
    words: str | None = st.session_state.pop(_ERROR, None)
    return words
