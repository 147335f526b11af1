"""Marks beside an event's date: may have passed, given differently elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.tables import Row
from briefing.wording.ahead import MAY_HAVE_PASSED
from briefing.wording.dates import when_of
from briefing.wording.sources import UNTITLED
from briefing.wording.words import cell_value
from components.facts import open_in_article

PERHAPS = (
    "The article presents it as upcoming but is undated, so the date may have passed when it was "
    "written."
)


def perhaps_badge(row: Row) -> None:
    """Draw that an event may have been past when it was written of; nothing where it was not.

    Args:
        row: A row of `queries.events` or of `briefing.library.ahead.ahead`.
    """
    if row.get("surety") == "perhaps":
        st.badge(MAY_HAVE_PASSED, icon=":material/hourglass_empty:", color="gray", help=PERHAPS)


def differing_dates(others: Sequence[Row], *, key: str) -> None:
    """Draw a mark that opens what other articles give as the date of the same thing.

    Args:
        others: Rows of `queries.events`; nothing is drawn when there are none.
        key: Unique on the page.
    """
    if not others:
        return
    with st.popover("Dates differ", icon=":material/rule:", type="tertiary", key=f"{key}-differ"):
        st.caption("Other articles give another date:")
        for number, other in enumerate(others):
            st.text(other_date(other))
            open_in_article(other["event_id"], key=f"{key}-differ-{number}")


def other_date(row: Row) -> str:
    """Say another article's date: "3 June 2031 in “Peru votes”"."""
    date_words = when_of(row)
    title = cell_value(row["title_article"])
    return f"{date_words} in " + (f"“{title}”" if title else UNTITLED)
