"""The chart of the Timeline page, with lanes that open on demand where it holds too much."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from briefing.timeline.bars import ArticleDate, Lanes, lane_names
from briefing.wording.dates import as_day
from components.address import linked
from components.charts.show import clicked
from components.charts.timeline import build_timeline, dragged_period, draw, events_of
from components.escaping import escape_markdown
from components.screen import screen
from components.style import is_dark

_LEAST = 0.92
"""Share of the width that the chart has on a desk's smaller screen too."""

CHARTED = 1_000
"""Most events in the chart."""

_LANE = "lane"


def nearest(events: pd.DataFrame, around: date) -> pd.DataFrame:
    """Return what a chart has room for: the events nearest to a day.

    Args:
        events: Rows of `queries.events`.
        around: The day.
    """
    if len(events) <= CHARTED:
        return events
    days = [
        _days_off(as_day(first) or as_day(last), around)
        for first, last in zip(events["earliest"], events["latest"], strict=True)
    ]
    order = pd.Series(days, index=events.index).sort_values(kind="stable").index[:CHARTED]
    return events.loc[events.index.isin(order)]


def _days_off(day_: date | None, around: date) -> int:
    return abs((day_ - around).days) if day_ else date.max.toordinal()


def timeline_chart(
    events: pd.DataFrame,
    own: Sequence[ArticleDate],
    around: date,
    *,
    lanes: Lanes,
    brush: bool,
    alt: str,
    key: str,
) -> tuple[list[str], tuple[date, date] | None]:
    """Show the chart; where it holds too much, with lanes that open on demand.

    Args:
        events: Rows of `queries.events`; at least one with a date.
        own: The articles' own dates.
        around: The day whose events are shown first where not all have words.
        lanes: What a lane stands for.
        brush: Whether dragging chooses a period.
        alt: The finding, for those who do not see the chart.
        key: Unique on the page.

    Returns:
        The ids of the events that were clicked, several where they are counted in one place, and
        the period that was dragged over.
    """
    on = screen()
    wide = on.wide(_LEAST)
    drawing = draw(events, own, lanes=lanes, wide=wide, around=around)
    if drawing.closed:
        opened = _open_lane(drawing.closed, lane_names(events, lanes))
        drawing = draw(events, own, lanes=lanes, wide=wide, around=around, opened=opened)
    event = st.plotly_chart(
        build_timeline(drawing, dark=is_dark(), touch=on.touch, brush=brush),
        key=key,
        on_select="rerun",
        selection_mode="box" if brush else "points",
        theme=None,
        config={"displayModeBar": False, "doubleClick": False},
        alt=f"Timeline: {alt}; the same events are in the list below",
    )
    chosen = next(filter(None, map(events_of, clicked(event))), [])
    period = dragged_period(event, drawing.laid.scale)
    return ([] if period else chosen), period


def _open_lane(closed: Collection[str], names: Mapping[str, str]) -> list[str]:
    """Draw which lane is open, kept in the address, and return its name.

    Args:
        closed: Names of the lanes to choose from.
        names: Name by code of all lanes.
    """
    st.caption(
        "Each lane shows the nearest events; circles count the rest. Open a lane for "
        "more, or click a circle for its events."
    )
    codes = {name: code for code, name in names.items()}
    offered = {codes[name]: name for name in closed}
    chosen = st.pills(
        "Open a lane",
        list(offered),
        format_func=lambda code: escape_markdown(offered[code]),
        label_visibility="collapsed",
        key=linked(_LANE, offered),
        wrap=True,
    )
    return [offered[chosen]] if chosen else []
