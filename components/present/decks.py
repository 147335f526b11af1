"""Decks under their names: open, save, lock, rename, copy, delete."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from briefing.access import Action
from briefing.deck.show import Show
from briefing.deck.storage import Deck, Opened, keep_deck, lock_deck
from briefing.errors import DeckError
from briefing.library import decks
from briefing.wording.controls import DISCARD, UNSAVED
from briefing.wording.dates import day
from components.cache import can, library
from components.escaping import escape_markdown
from components.present import draft

_PICK, _NAME = "deck-pick", "deck-name"
_NEW = "New slides"
_LISTED = 4
"""So many decks are offered where one is not there; all are in the list of decks."""


def deck_errors() -> None:
    """Say what went wrong with a deck in the click before, if anything."""
    words = st.session_state.pop(draft.ERROR, None)
    if words:
        st.error(escape_markdown(words))


def open_deck_box(current: Opened | None) -> None:
    """Draw the choice of a deck, once there is one; choosing one opens it with its filter.

    Args:
        current: The deck that is open.
    """
    listed = decks.names(library())
    if not listed:
        return
    labels = {_NEW: _NEW}
    for each in listed:
        mark = f"locked {day(each.locked[:10])}" if each.locked else f"saved {day(each.kept[:10])}"
        labels[each.name] = f"{each.name} · {mark}"
    st.session_state[_PICK] = current.name if current else _NEW
    st.selectbox(
        "Deck",
        list(labels),
        format_func=lambda name: labels.get(name, name),
        key=_PICK,
        on_change=_open,
        help="Decks are saved in the library: order, hidden slides, your words, filter, marking.",
    )


def missing_deck(words: str) -> None:
    """Say that the deck of a link is not there, and offer ways on.

    Args:
        words: What is wrong with it.
    """
    st.warning(f"{escape_markdown(words)} The slides below are made of the filter.")
    with st.container(horizontal=True, key="missing-deck"):
        for each in decks.names(library())[:_LISTED]:
            st.button(
                f"Open “{escape_markdown(each.name)}”",
                key=f"open-{each.name}",
                icon=":material/slideshow:",
                on_click=_open_named,
                args=(each.name,),
            )
        st.button(
            "Go on without it", key="without-deck", type="tertiary", on_click=draft.leave_deck
        )


def save_box(current: Opened | None, deck: Deck, *, changed: bool) -> None:
    """Draw what saves the deck at hand, and whether there is something to save.

    Args:
        current: The deck that is open.
        deck: The deck at hand.
        changed: Whether it has changes that are not saved.
    """
    if not can(Action.DECK):
        return
    if current is not None and st.button(
        "Save", icon=":material/save:", key="deck-save", disabled=not changed
    ):
        _do(lambda: draft.mark_as_kept(keep_deck(library(), current.name, deck, replace=True)))
    with st.popover("Save as…" if current else "Save", icon=":material/bookmark_add:"):
        name = st.text_input("Name of the deck", key=_NAME, max_chars=decks.LONGEST)
        if st.button("Save under this name", key="deck-keep", type="primary"):
            _do(lambda: draft.mark_as_kept(keep_deck(library(), name, deck)))
    if changed:
        st.badge(UNSAVED, icon=":material/edit:", color="orange")
        st.button(
            DISCARD,
            key="deck-discard",
            type="tertiary",
            icon=":material/undo:",
            on_click=draft.discard,
            help="Goes back to the deck as it was saved."
            if current
            else "Goes back to the usual slides.",
        )


def others_notice(current: Opened) -> None:
    """Say that somebody else has saved the open deck since, where that is so.

    Args:
        current: The deck that is open.
    """
    if draft.saved_by_others():
        st.info(
            f"Somebody has saved “{escape_markdown(current.name)}” since you opened it. *Save* "
            "puts yours in its place, *Save as…* keeps both, *Discard changes* takes theirs."
        )


def lock_box(current: Opened, deck: Deck, show: Callable[[], Show]) -> None:
    """Draw what locks the open deck as it is now.

    Args:
        current: The deck that is open.
        deck: The deck at hand.
        show: Makes everything that it shows, in both themes.
    """
    if not can(Action.DECK):
        return

    def lock() -> None:
        if current.deck != deck:
            keep_deck(library(), current.name, deck, replace=True)
        lock_deck(library(), current.name, show())
        draft.mark_as_kept(current.name)

    if st.button(
        "Lock",
        icon=":material/lock:",
        key="deck-lock",
        help="Freezes the slides as they are now: later changes to the library, the filter or the "
        "program do not affect them.",
    ):
        _do(lock)


def more_box(current: Opened) -> None:
    """Draw what else can be done with the open deck.

    Args:
        current: The deck that is open.
    """
    if not can(Action.DECK):
        return
    store, name = library(), current.name

    def delete() -> None:
        decks.delete(store, name)
        draft.begin_with(None)

    with st.popover("More", icon=":material/more_horiz:"):
        other = st.text_input(
            "New name", key="deck-other", placeholder=name, max_chars=decks.LONGEST
        )
        if st.button("Rename", key="deck-rename", icon=":material/edit:"):
            _do(lambda: draft.mark_as_kept(decks.rename(store, name, other)))
        if st.button("Copy under this name", key="deck-copy", icon=":material/content_copy:"):
            _do(lambda: draft.begin_with(decks.duplicate(store, name, other)))
        sure = st.checkbox("Delete it for everybody", key="deck-sure")
        if st.button("Delete", key="deck-delete", icon=":material/delete:", disabled=not sure):
            _do(delete)


def unlock_button(current: Opened) -> None:
    """Draw what unlocks the open deck.

    Args:
        current: The deck that is open.
    """
    if can(Action.DECK) and st.button(
        "Unlock",
        icon=":material/lock_open:",
        key="deck-unlock",
        help="The slides are rebuilt from the library, and the locked version is lost.",
    ):
        _do(lambda: decks.unlock(library(), current.name))


def _open() -> None:
    name = st.session_state[_PICK]
    if name == _NEW:
        draft.leave_deck()
    else:
        _open_named(name)


def _open_named(name: str) -> None:
    try:
        draft.open_named(name)
    except DeckError as error:
        draft.leave_deck()
        st.session_state[draft.ERROR] = str(error)


def _do(action: Callable[[], object]) -> None:
    """Do it and draw the page anew; what cannot be done is said at its head."""
    try:
        action()
    except DeckError as error:
        st.session_state[draft.ERROR] = str(error)
    st.rerun()
