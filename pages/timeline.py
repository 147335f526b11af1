"""Timeline: when, and what is next?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from briefing.clock import today
from briefing.library import Filter, queries
from briefing.library.ahead import ahead, day_around
from briefing.library.anniversaries import anniversaries
from briefing.library.differing import differing
from briefing.tables import records
from briefing.timeline.article_dates import article_dates
from briefing.timeline.bars import bars
from briefing.wording import columns, headings, legends
from briefing.wording.ahead import PLACED, outlook
from briefing.wording.controls import CLEAR_FILTER
from briefing.wording.dates import day
from briefing.wording.notices import NO_DATES_AHEAD
from briefing.wording.words import count
from components.address import linked
from components.cache import ask
from components.certainty import possible_readings
from components.coming_up import (
    A_YEAR,
    anniversaries_toggle,
    anniversary_cards,
    coming_up,
    finding,
    horizon,
)
from components.empty import WayOut, empty
from components.ending import end_page
from components.facts import event_card
from components.filters import clear_all, current_filter
from components.legend import legend
from components.page import head
from components.paging import pager, rows_before_page
from components.presets import period_button, period_presets
from components.table import data_table
from components.timeline import (
    A_PAGE,
    as_table,
    calendar_button,
    event_list,
    marked_card,
    page_size,
)
from components.timeline_chart import nearest, timeline_chart
from components.timeline_groups import LISTED, groups, page_of, whole_rows
from components.touch import charts_for_fingers
from components.yearless import yearless_dates

LANES = {"country": "By country", "kind": "By kind"}
VIEWS = {"list": "List", "table": "Table"}

flt = current_filter()
day_now = today()
events = ask(queries.events, flt)
open_years = ask(queries.yearless, flt)
waiting = ask(queries.events, flt, readings="possible")
articles = ask(queries.articles)
lasting = replace(flt, earliest=None, latest=None)
always = events if lasting == flt else ask(queries.events, lasting)
told = articles[articles["article_id"].isin(always["article_id"])]
around = day_around(always, told, day_now)
middle = around or day_now
in_view = articles[articles["article_id"].isin(events["article_id"])]
own = article_dates(in_view)
coming = ahead(events, day_now)
near = dict(zip(coming["event_id"], coming["nearness"], strict=True))
events = events.assign(nearness=events["event_id"].map(near))
others = differing(events)
title = finding(coming, events)
head(title, flt)
if events.empty:
    total = len(ask(queries.events, Filter()))
    none = "No events in the visible articles."
    empty(
        f"No events under this filter ({total:,} without it)." if total else none,
        *([WayOut(CLEAR_FILTER, clear_all)] if total else []),
    )
    yearless_dates(open_years, key="yearless")
    possible_readings((waiting, event_card), key="possible")
    end_page()

only = records(in_view)[0] if len(in_view) == 1 else None
evidence = (
    ask(queries.published_evidence, only["article_id"])
    if only is not None and only["published_basis"] == "inferred"
    else []
)

with st.container(horizontal=True, vertical_alignment="center", key="ahead-choices"):
    st.header(headings.COMING_UP, anchor=False, width="content")
    days = horizon(around)
    remembering = anniversaries_toggle()
if coming.empty:
    st.caption(NO_DATES_AHEAD)
else:
    number = ask(queries.scope, flt).shown
    looks = outlook(records(coming[PLACED]), articles=number, today=day_now)
    coming_up(coming, looks, around, days, others, key="ahead-cards")
if remembering:
    named = ask(queries.entities, flt)
    found = anniversaries(events, named, middle, days or A_YEAR)
    anniversary_cards(found, days or A_YEAR, key="anniversary-cards")

with st.container(horizontal=True, vertical_alignment="center", key="timeline-choices"):
    st.header("Chronology", anchor=False, width="content")
    lanes = st.segmented_control(
        "Lanes by",
        list(LANES),
        required=True,
        format_func=lambda name: LANES[name],
        label_visibility="collapsed",
        key=linked("lanes", LANES, default="country"),
    )
    brush = st.toggle(
        "Drag to choose a period",
        key="timeline-brush",
        help="When on, drag to choose a period; when off, click to see an event.",
    )
period_presets(middle)
charted = nearest(events, middle)
drawn = bars(charted)
if drawn:
    chosen, period = timeline_chart(
        charted,
        own,
        middle,
        lanes="kind" if lanes == "kind" else "country",
        brush=brush,
        alt=title,
        key="timeline-chart",
    )
    undated = int((events["earliest"].isna() & events["latest"].isna()).sum())
    if len(charted) < len(events):
        st.caption(f"The {len(charted)} events nearest to {day(str(middle))}.")
    key = [
        f"◆ {legends.IN_ARTICLE}",
        f"◇ {legends.CALCULATED}",
        f"bar: {legends.PERIOD}",
    ]
    if any(bar.not_so for bar in drawn):
        key.append(f"✕ {legends.NOT_SO}")
    if undated:
        key.append(f"{count(undated, 'event')} without a date in the list below")
    st.caption(" · ".join(key))
    if period:
        period_button(*period, key="timeline-period")
    clicked = records(events[events["event_id"].isin(chosen)])
    for number, row in enumerate(clicked[:A_PAGE]):
        marked_card(row, others, key=f"chosen-{number}")
    if len(clicked) > A_PAGE:
        st.caption(f"The first {A_PAGE} of {count(len(clicked), 'event')}; all are in the list.")
else:
    st.caption("No event has a date to plot.")

with st.container(horizontal=True, vertical_alignment="center", key="order-choices"):
    st.header(headings.IN_DATE_ORDER, anchor=False, width="content")
    view = st.segmented_control(
        "Show the events as",
        list(VIEWS),
        required=True,
        format_func=lambda name: VIEWS[name],
        label_visibility="collapsed",
        key=linked("order", VIEWS, default="list"),
    )
    calendar_button(events, key="events-ics")
if view == "table":
    data_table(
        as_table(events, others),
        name="events",
        key="events-table",
        column_config={columns.SENTENCE: st.column_config.TextColumn(width="large"), "Id": None},
    )
else:
    legend(quads=False, events=True)
    perhaps = set(coming.loc[coming["surety"] == "perhaps", "event_id"])
    size = page_size()
    before = rows_before_page(len(events), size, key="timeline-page")
    listed = page_of(groups(events[LISTED], own, perhaps), before, size)
    event_list(whole_rows(listed, events), evidence, others, key="list")
    pager(len(events), size, "event", key="timeline-page")
yearless_dates(open_years, key="yearless")
possible_readings((waiting, event_card), key="possible")
charts_for_fingers()
