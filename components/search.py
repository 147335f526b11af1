"""What a search has found: sentences with the words marked, each with the way to its place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import records
from components.escaping import escape_html
from components.evidence import MARK, serif
from components.facts import open_in_article

PAGE = 20
"""Sentences shown at once."""


def search_results(rows: pd.DataFrame, *, key: str) -> None:
    """Draw the sentences found, a page at a time.

    Args:
        rows: Rows of `queries.search`.
        key: Unique on the page.
    """
    shown = st.session_state.get(f"{key}-shown", PAGE)
    for row in records(rows.head(shown)):
        with st.container(key=f"{key}-row-{row['article_id']}-{row['sentence']}", gap=None):
            st.html(serif(snippet_html(row["snippet"])))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(f"<small>{escape_html(row['title'])}</small>", width="content")
                open_in_article(
                    f"{row['article_id']}.s.{row['start']}-{row['end']}",
                    key=f"{key}-{row['article_id']}-{row['sentence']}",
                )
    if len(rows) > shown:
        st.button(
            f"Show more of {len(rows)}",
            key=f"{key}-more",
            on_click=lambda: st.session_state.update({f"{key}-shown": shown + PAGE}),
        )


def snippet_html(snippet: str) -> str:
    """Build a snippet's escaped HTML, the words between U+0002 and U+0003 marked."""
    return (
        escape_html(snippet)
        .replace("\u0002", f'<mark style="{MARK}">')
        .replace("\u0003", "</mark>")
    )
