"""That a briefing is open: in the sidebar of every page, and above what is made of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.brief.kept import Kept
from briefing.library import Filter
from briefing.wording.notices import BY_STAFF
from components.browser_side import name_control
from components.escaping import escape_markdown
from components.filters import set_filter
from components.kept import session

PAGE = "pages/briefings.py"


def sidebar_line() -> None:
    """Name the open briefing in the sidebar, with what leaves it."""
    found = session.at_hand()
    if found is None:
        return
    with st.sidebar, st.container(border=True, gap="xsmall", key="open-briefing"):
        st.caption("Open briefing" + (" · unsaved changes" if found.changed else ""))
        st.page_link(
            PAGE,
            label=escape_markdown(found.kept.title or found.opened.kept.title),
            icon=":material/lock:" if found.locked else ":material/folder_open:",
            query_params={session.BRIEFING: found.opened.briefing_id},
        )
        name_control("leave-briefing", "Close the open briefing")
        st.button("Close", key="leave-briefing", type="tertiary", on_click=session.leave)


def other_filter(flt: Filter) -> None:
    """Say that another filter is set than that of the open briefing, and offer ways on.

    Args:
        flt: The filter in force.
    """
    found = session.at_hand()
    if found is None or found.locked or found.kept.facts or found.kept.flt == flt:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="briefing-filter"):
        st.caption("Another filter is set than that of the open briefing.")
        st.button(
            "Go back to its filter",
            icon=":material/filter_alt:",
            key="briefing-use-filter",
            on_click=set_filter,
            args=(found.kept.flt,),
        )
        st.button(
            "Keep this filter in it",
            icon=":material/save:",
            key="briefing-take-filter",
            on_click=session.change,
            kwargs={"flt": flt},
        )


def errors() -> None:
    """Say what went wrong with a briefing in the click before, if anything."""
    words = session.take_error()
    if words:
        st.error(escape_markdown(words))


def about_briefing() -> None:
    """Draw what the author of the open briefing says of it, and that it is locked, if it is."""
    found = session.at_hand()
    if found is None:
        return
    about_words(found.kept, key="about-briefing")
    if found.locked:
        st.caption(
            "This briefing is locked. Its slides and files say what they said then; this page "
            "shows the library as it is now."
        )


def about_words(kept: Kept, *, key: str) -> None:
    """Draw purpose, meeting, audience and author, those that are given.

    Args:
        kept: The briefing.
        key: Unique on the page.
    """
    said = " · ".join(f"{label}: {words}" for label, words in kept.about)
    staff_words([said] if said else [], key=key)


def staff_words(lines: Sequence[str], *, key: str) -> None:
    """Draw words of staff beside a bar, called theirs; nothing where there are none.

    Args:
        lines: The words, a paragraph each.
        key: Unique on the page.
    """
    if not lines:
        return
    with st.container(gap="xsmall", key=key):
        st.markdown("\n>\n".join(f"> {escape_markdown(line)}" for line in lines))
        st.caption(f":material/edit_note: {BY_STAFF}")
