"""Timeline: when, and what is next?"""

from __future__ import annotations

import streamlit as st

from briefing.library import Filter, queries
from components.cache import ask
from components.charts.timebars import bars
from components.dates import between
from components.empty import WayOut, empty
from components.facts import event_card
from components.filters import clear_all, current_filter
from components.page import head
from components.table import data_table
from components.timeline import (
    A_PAGE,
    as_table,
    coming_up,
    event_list,
    finding,
    groups,
    own_dates,
    page_of,
    set_period,
    surely_first,
    timeline_chart,
)
from components.touch import charts_for_fingers
from components.words import count, plain

flt = current_filter()
events = ask(queries.events, flt)
articles = ask(queries.articles)
in_view = articles[articles["article_id"].isin(events["article_id"])]
own = own_dates(in_view)
head(finding(events, own), flt)
if events.empty:
    total = len(ask(queries.events, Filter()))
    empty(
        f"No event under this filter. {total} without it."
        if total
        else "The articles shown tell of no event in time.",
        *([WayOut("Clear the filter", clear_all)] if total else []),
    )
    st.stop()

only = in_view.iloc[0] if len(in_view) == 1 else None
evidence = (
    ask(queries.published_evidence, only["article_id"])
    if only is not None and only["published_basis"] == "inferred"
    else []
)

st.subheader("Coming up", anchor=False)
ahead = events[events["tense"] == "upcoming"]
if ahead.empty:
    st.caption("The text names nothing that is still ahead.")
else:
    coming_up(surely_first(ahead, own), key="ahead")

with st.container(horizontal=True, vertical_alignment="center", key="timeline-choices"):
    st.subheader("In time", anchor=False, width="content")
    lanes = st.segmented_control(
        "Lanes by",
        ["country", "kind"],
        default="country",
        required=True,
        format_func=lambda name: f"By {name}",
        label_visibility="collapsed",
        key="lanes",
        bind="query-params",
    )
    brush = st.toggle(
        "Drag to choose a period",
        key="timeline-brush",
        help="On, dragging over the chart chooses a period; off, a click shows an event.",
    )
drawn = bars(events)
if drawn:
    chosen, period = timeline_chart(events, own, lanes=lanes, brush=brush, key="timeline-chart")
    undated = len(events) - len({bar.event_id for bar in drawn})
    st.caption(
        "◆ date in the article · ◇ date worked out · a bar lasts, or spans what is possible"
        + (f" · {count(undated, 'event')} without a date in the list below" if undated else "")
    )
    if period:
        words = between(period[0].isoformat(), period[1].isoformat())
        st.button(
            plain(f"Show only {words}"),
            icon=":material/filter_alt:",
            key="timeline-period",
            on_click=set_period,
            args=period,
        )
    for row in events[events["event_id"] == chosen].to_dict("records"):
        event_card(row, key="chosen")
else:
    st.caption("None of the events has a date that could be drawn.")

st.subheader("In order", anchor=False)
view = st.segmented_control(
    "Show the events as",
    ["list", "table"],
    default="list",
    required=True,
    format_func=str.capitalize,
    label_visibility="collapsed",
    key="order",
    bind="query-params",
)
if view == "table":
    data_table(
        as_table(events),
        name="events",
        key="events-table",
        column_config={"Sentence": st.column_config.TextColumn(width="large"), "Id": None},
    )
else:
    pages = -(-len(events) // A_PAGE)
    page = st.session_state.get("timeline-page", 1) if pages > 1 else 1
    event_list(page_of(groups(events, own), min(page, pages)), evidence, key="list")
    if pages > 1:
        st.pagination(pages, key="timeline-page")
charts_for_fingers()
