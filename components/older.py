"""Articles in the reading of an older version: every page says so, the Library reads them again."""

from __future__ import annotations

import streamlit as st

from briefing.access import Action
from briefing.errors import BriefingError
from briefing.wording.notices import READING
from briefing.wording.words import count
from components.cache import can, library
from components.escaping import escape_markdown

LIBRARY_PAGE = "pages/library.py"


def older_notice(older: int, number: int) -> None:
    """Say, where it is so, how many articles an older version read, with a link to the Library.

    Args:
        older: How many.
        number: How many articles there are.
    """
    said = _said(older, number)
    if said is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="older"):
            st.caption(f":material/history: {said}", width="content")
            st.page_link(LIBRARY_PAGE, label="Read them again", icon=":material/library_books:")


def read_again_box(older: int, number: int) -> None:
    """Draw the same with a button that reads them again at once, with progress."""
    said = _said(older, number)
    if said is None or not can(Action.READ_AGAIN):
        return
    with st.container(border=True, key="older"):
        st.markdown(f":material/history: {said}")
        st.caption(
            "You can use the library in another window meanwhile. Leaving this page stops it: what "
            "was read again stays, and the rest can follow later. For a large library use the "
            "command `python -m briefing upgrade`."
        )
        if st.button("Read them again", icon=":material/refresh:", key="read-again"):
            _read_again(older)


def _said(older: int, number: int) -> str | None:
    if not older:
        return None
    were = "was" if older == 1 else "were"
    return (
        f"{older:,} of {count(number, 'article')} {were} read by an older version of the program; "
        "until they are read again, it is not known who claims or denies their events, or whether "
        "these are planned or called off."
    )


def _read_again(number: int) -> None:
    from briefing.library.ingest import read_again

    failed = 0
    bar = st.progress(0.0, text=READING)
    try:
        for done, result in enumerate(read_again(library()), start=1):
            bar.progress(min(done / number, 1.0), text=f"Read {done:,} of {number:,}")
            if result.error is not None:
                failed += 1
                st.error(escape_markdown(result.error), icon=":material/error:")
    except BriefingError as error:  # such as a model that is not installed
        st.error(escape_markdown(str(error)))
        return
    if not failed:
        st.rerun()
