"""Dates of articles that give no year: listed as such, until the article has its date."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.dates import WHY_YEARLESS, YEARLESS, yearless
from briefing.wording.words import count
from components.escaping import escape_html
from components.evidence import evidence, spans
from components.facts import caption, open_in_article

MOST = 40
"""Most dates drawn at once; the rest is counted."""


def yearless_dates(dates: pd.DataFrame, *, key: str) -> None:
    """Draw the dates without a year under a heading of their own; nothing where there are none.

    Args:
        dates: Rows of `queries.yearless`.
        key: Unique on the page.
    """
    if dates.empty:
        return
    st.header(YEARLESS, anchor=False)
    st.caption(WHY_YEARLESS)
    for row in records(dates.head(MOST)):
        _card(row, key=f"{key}-{row['time_id']}")
    if len(dates) > MOST:
        st.caption(f"and {count(len(dates) - MOST, 'more date')}")


def _card(row: Row, *, key: str) -> None:
    with st.container(border=True, key=f"yearless-{key}", gap="small"):
        st.html(f"<b>{escape_html(yearless(row['value']))}</b>")
        evidence(
            row["sentence_text"],
            start=int(row["sentence_start"]),
            marks=spans((row["start"], row["end"])),
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            caption(str(row["title_article"]))
            open_in_article(row["time_id"], key=key)
