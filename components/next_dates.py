"""The next dates in three short lines; the Timeline has the whole of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.reference.countries import country_name
from components.dates import when
from components.facts import open_in_article
from components.style import EVENT_BASES
from components.words import count, escaped, known
from components.working import working

_BASES = {
    "stated": "As stated",
    "computed": "Worked out",
    "reference": "From reference",
    "inferred": "Inferred",
    "unknown": "Date not given",
}


def next_dates(
    events: pd.DataFrame, *, after: str | None, limit: int = 3, key: str = "next"
) -> None:
    """Draw the events that come up first: date, what, where, how the date is known.

    Args:
        events: Rows of `queries.events`, upcoming ones, by date.
        after: The day from which on dates are ahead, in ISO form.
        limit: How many to draw; the number of the others is said.
        key: Unique on the page.
    """
    for number, row in enumerate(ahead_first(events, after).head(limit).to_dict("records")):
        with st.container(gap="xsmall", key=f"{key}-{number}"):
            st.html(line_html(row))
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                basis, word = EVENT_BASES[row["basis"]], _BASES[row["basis"]]
                if known(row["working"]):
                    working(str(row["working"]), key=f"{key}-{number}-how", label=word)
                else:
                    st.badge(word, icon=basis.icon, color=basis.badge)
                open_in_article(row["event_id"], key=f"{key}-{number}-open")
    more = len(events) - limit
    if more > 0:
        st.page_link("pages/timeline.py", label=f"{count(more, 'more date')} in the timeline")


def ahead_first(events: pd.DataFrame, after: str | None) -> pd.DataFrame:
    """Sort what begins on a day or later first, then what has begun, then what has no date."""
    if events.empty:
        return events
    starts = events["earliest"].fillna(events["latest"])
    rank = [2 if known(day) is None else int(str(day) < (after or "")) for day in starts]
    ranked = events.assign(_rank=rank).sort_values("_rank", kind="stable")
    return ranked.drop(columns="_rank")


def line_html(row: dict[str, object]) -> str:
    """Build date, title and country, escaped."""
    date = when(row["date"], row["precision"], row["earliest"], row["latest"])
    place = row["place_country"]
    where = f" · {escaped(country_name(str(place)))}" if known(place) else ""
    named = f"<b>{escaped(date)}</b> · " if known(row["earliest"]) or known(row["latest"]) else ""
    return f"{named}{escaped(row['title'])}{where}"
