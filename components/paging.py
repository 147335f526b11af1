"""Long lists a page at a time, so that a large library does not make a page slow."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.wording.words import count


def page_rows(frame: pd.DataFrame, size: int, *, key: str) -> pd.DataFrame:
    """Return the rows of the page that the reader is on; `pager` draws the way to the others.

    Args:
        frame: All rows.
        size: Rows a page.
        key: Of the pager.
    """
    first = rows_before_page(len(frame), size, key=key)
    return frame.iloc[first : first + size]


def rows_before_page(total: int, size: int, *, key: str) -> int:
    """Return how many rows stand before the page that the reader is on.

    Args:
        total: How many rows there are.
        size: Rows a page.
        key: Of the pager.
    """
    pages = _pages(total, size)
    page = min(int(st.session_state.get(key) or 1), pages)
    if key in st.session_state and st.session_state[key] != page:
        st.session_state[key] = page  # the list became shorter than the page was far
    return (page - 1) * size


def pager(total: int, size: int, noun: str, *, key: str) -> None:
    """Draw the way to the other pages, with how many there are in all; nothing for one page.

    Args:
        total: How many rows there are.
        size: Rows a page.
        noun: What a row is, in the singular.
        key: Unique on the page.
    """
    pages = _pages(total, size)
    if pages == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-pager"):
        st.pagination(pages, key=key, persist_state="page")
        st.caption(f"{count(total, noun)}, {size} a page", width="content")


def _pages(total: int, size: int) -> int:
    return max(1, -(-total // size))
