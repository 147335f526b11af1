"""The briefings that are kept: the list, what makes one, and what is done with an open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from briefing.access import Action
from briefing.brief.content import Brief
from briefing.brief.kept import Kept
from briefing.brief.storage import (
    OpenedBriefing,
    free_title,
    lock_kept,
    make_kept,
    open_briefing,
    save_kept,
)
from briefing.library import Filter, briefings
from briefing.wording import headings
from briefing.wording.controls import DISCARD, UNSAVED
from briefing.wording.dates import day
from components.browser_side import name_control
from components.cache import can, library
from components.escaping import escape_markdown
from components.kept import session
from components.signed_in import person

_NEW = "new-briefing"
_ALL = "All briefings"


def new_briefing(flt: Filter, covers: str) -> None:
    """Draw what makes a briefing of the filter at hand.

    Args:
        flt: The filter.
        covers: What it covers, in one line.
    """
    if not can(Action.DECK):
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="make-briefing"):
        st.text_input(
            "Title of a new briefing",
            key=_NEW,
            max_chars=briefings.LONGEST,
            placeholder="Visit of the foreign minister",
        )
        st.button(
            "Make it from this filter",
            icon=":material/add:",
            key="briefing-make",
            on_click=_make,
            args=(flt,),
        )
    st.caption(f"It will cover: {escape_markdown(covers)}")


def briefings_list(every: Sequence[OpenedBriefing]) -> None:
    """Draw the briefings at hand, and those in the archive folded below."""
    for each in every:
        if each.archived is None:
            _entry(each)
    archived = [each for each in every if each.archived is not None]
    if archived:
        with st.expander(f"Archive ({len(archived):,})", icon=":material/inventory_2:"):
            for each in archived:
                _entry(each)


def actions(held: session.AtHand, frozen_now: Callable[[], Brief]) -> None:
    """Draw what can be done with the open briefing.

    Args:
        held: The briefing.
        frozen_now: Makes all that it says as it is saved, to lock it.
    """
    opened, kept = held.opened, held.kept
    store, briefing_id = library(), opened.briefing_id
    if not can(Action.DECK):
        st.button(_ALL, icon=":material/list:", key="briefing-list", on_click=session.leave)
        if held.changed:
            st.caption("What you change here is for you alone; an editor can save it.")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="briefing-actions"):
        if held.locked:
            _act("Unlock", "lock_open", lambda: briefings.unlock(store, briefing_id), held)
        else:
            _save(held)
            if not held.changed:
                _act(
                    "Lock",
                    "lock",
                    lambda: lock_kept(store, briefing_id, frozen_now(), opened.number),
                    held,
                    help="Freezes it as it is now: later changes to the library do not affect it.",
                )
        copied = "Save as a copy" if held.changed else "Copy"
        st.button(
            copied,
            icon=":material/content_copy:",
            key="briefing-copy",
            on_click=_copy,
            args=(kept,),
        )
        if opened.archived is None:
            _act(
                "Archive",
                "inventory_2",
                lambda: briefings.archive(store, briefing_id, on=True),
                held,
            )
        else:
            label = "Take out of the archive"
            _act(label, "unarchive", lambda: briefings.archive(store, briefing_id, on=False), held)
        st.button(_ALL, icon=":material/list:", key="briefing-list", on_click=session.leave)
    if held.changed and held.passed_by:
        _difference(held)


def _save(held: session.AtHand) -> None:
    briefing_id, kept, number = held.opened.briefing_id, held.kept, held.opened.number

    def save() -> None:
        save_kept(library(), briefing_id, kept, number)
        session.open_one(briefing_id, with_filter=False)

    st.button(
        "Save",
        icon=":material/save:",
        key="briefing-save",
        type="primary",
        disabled=not held.changed or held.passed_by,
        on_click=session.do,
        args=(save,),
    )
    if held.changed:
        st.badge(UNSAVED, icon=":material/edit:", color="orange")
        st.button(
            "Take theirs" if held.passed_by else DISCARD,
            key="briefing-discard",
            type="tertiary",
            icon=":material/undo:",
            on_click=session.discard,
        )


def _difference(held: session.AtHand) -> None:
    """Say in which fields what others saved differs from what is at hand."""
    theirs = open_briefing(library(), held.opened.briefing_id).kept
    names = {
        "title": headings.TITLE,
        "purpose": headings.PURPOSE,
        "meeting": headings.MEETING,
        "audience": headings.AUDIENCE,
        "author": headings.AUTHOR,
        "bottom_line": headings.BOTTOM_LINE,
        "notes": headings.NOTES,
        "marking": headings.MARKING,
        "flt": headings.FILTER,
        "facts": "Facts",
    }
    differ = [
        label for name, label in names.items() if getattr(theirs, name) != getattr(held.kept, name)
    ]
    st.info(
        "Somebody else has saved this briefing since you opened it. What you wrote is still here; "
        f"it differs from theirs in: {', '.join(differ) or 'nothing'}. Save yours as a copy, or "
        "take theirs."
    )


def _act(
    label: str,
    icon: str,
    action: Callable[[], object],
    held: session.AtHand,
    *,
    help: str | None = None,
) -> None:
    def act() -> None:
        action()
        session.open_one(held.opened.briefing_id, with_filter=False)

    st.button(
        label,
        icon=f":material/{icon}:",
        key=f"briefing-{icon}",
        on_click=session.do,
        args=(act,),
        help=help,
    )


def _entry(each: OpenedBriefing) -> None:
    kept, key = each.kept, each.briefing_id
    with st.container(border=True, gap="xsmall", key=f"briefing-{key}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{escape_markdown(kept.title)}**", width="stretch")
            if each.locked:
                st.badge(f"Locked {day(each.locked[:10])}", icon=":material/lock:", color="gray")
            name_control(f"open-{key}", f"Open: {kept.title}")
            st.button(
                "Open",
                key=f"open-{key}",
                on_click=session.do,
                args=(lambda: session.open_one(key),),
            )
            if each.archived is not None and can(Action.DECK):
                name_control(f"delete-{key}", f"Delete for everybody: {kept.title}")
                st.button(
                    "Delete for everybody",
                    key=f"delete-{key}",
                    type="tertiary",
                    icon=":material/delete:",
                    on_click=session.do,
                    args=(lambda: briefings.delete(library(), key),),
                )
        parts = [f"{label}: {words}" for label, words in kept.about]
        st.caption(escape_markdown(" · ".join((*parts, f"saved {day(each.saved[:10])}"))))


def _make(flt: Filter) -> None:
    title = str(st.session_state.get(_NEW) or "")
    session.do(
        lambda: session.open_one(
            make_kept(library(), Kept(title=title, flt=flt, author=person().name))
        )
    )


def _copy(kept: Kept) -> None:
    def copied() -> None:
        store, before = library(), session.at_hand()
        session.open_one(make_kept(store, replace(kept, title=free_title(store, kept.title))))
        if before is not None:
            session.forget(before.opened.briefing_id)

    session.do(copied)
