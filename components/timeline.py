"""The Timeline page: the chart, and the list in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from briefing.export.calendar import in_calendar, to_calendar
from briefing.reference.countries import country_name
from briefing.tables import Row, records
from briefing.timeline.bars import ArticleDate, Lanes
from briefing.wording import columns
from briefing.wording.dates import as_day, when_of
from briefing.wording.reviews import found_words
from briefing.wording.signs import CERTAINTIES, EVENT_BASES
from briefing.wording.standing import held_of, said
from briefing.wording.words import cell_value, count
from components.browser_side import page_marking
from components.charts.show import clicked
from components.charts.timeline import build_timeline, dragged_period, draw, events_of
from components.escaping import escape_html, escape_markdown
from components.event_certainty import differing_dates, other_date, perhaps_badge
from components.facts import event_card
from components.screen import screen
from components.style import is_dark
from components.working import working

A_PAGE, A_PAGE_NARROW = 20, 10
"""Events on one page of the list, and on a phone."""

_LEAST = 0.92
"""Share of the width that the chart has on a desk's smaller screen too."""

CHARTED = 1_000
"""Most events in the chart."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one heading, in order; `own` marks where the articles' own date stands."""

    heading: str
    rows: tuple[Row, ...]
    own: bool = False


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
        opened = _open_lane(drawing.closed)
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


def _open_lane(closed: Mapping[str, int]) -> list[str]:
    """Draw which lane is open, kept in the URL, and return it."""
    st.caption(
        "Each lane shows the nearest events; circles count the rest. Open a lane for "
        "more, or click a circle for its events."
    )
    if st.session_state.get(_LANE, None) not in (None, *closed):
        del st.session_state[_LANE]  # the filter or the kind of lanes has changed
    chosen = st.pills(
        "Open a lane",
        list(closed),
        format_func=escape_markdown,
        label_visibility="collapsed",
        key=_LANE,
        bind="query-params",
    )
    return [chosen] if chosen else []


_LANE = "lane"


def groups(
    events: pd.DataFrame, own: Sequence[ArticleDate], perhaps: Collection[str] = ()
) -> list[Group]:
    """Order events for reading: by year, by month near the article, undated ones between.

    Around one article, what is ahead stands after its date, whatever the calendar says; its undated
    events of the past stand before that date, those ahead last, each in the order of the text.
    Several articles' dates stand among the events, each between its own undated ones; those of
    articles without a date come at the end.

    Args:
        events: Rows of `queries.events`.
        own: The articles' own dates.
        perhaps: Ids of events that are upcoming in their article but may have passed.
    """
    middle = max((o.middle for o in own if o.middle), default=None)
    dated: dict[tuple[int, int], list[Row]] = {}
    undated: dict[str, list[Row]] = {"past": [], "ongoing": [], "upcoming": []}
    for row in records(events):
        at = as_day(row["earliest"]) or as_day(row["latest"])
        if at is None:
            undated[row["tense"]].append(row)
            continue
        by_month = middle is not None and abs(at.year - middle.year) <= 1
        fine = by_month and row["precision"] not in ("year", "decade")
        dated.setdefault((at.year, at.month if fine else 0), []).append(row)
    if len(own) > 1:
        return _among(dated, own, [row for rows in undated.values() for row in rows])
    past, ahead = _undated(undated["past"] + undated["ongoing"]), _undated(undated["upcoming"])
    parts: tuple[list[Group], list[Group], list[Group]] = ([], [], [])
    for month, rows in sorted(dated.items()):
        sides = [_side(row, perhaps) if middle else 0 for row in rows]
        for number, (groups_, more) in enumerate(zip(parts, ("", _PERHAPS, ""), strict=True)):
            held = tuple(row for row, side in zip(rows, sides, strict=True) if side == number)
            if held:
                groups_.append(Group(_heading(month) + more, held))
    before, either, after = parts
    marks = [Group(article.words, (), own=True) for article in own]
    return [*before, *past, *marks, *either, *after, *ahead]


_UNDATED = {
    "past": "Past, undated",
    "ongoing": "Ongoing, undated",
    "upcoming": "Upcoming, undated",
    "denied": "Denied or disputed, undated",
}
_PERHAPS = ", before or after the article was written"


def _undated(rows: Iterable[Row]) -> list[Group]:
    """Group undated events by what is said of their time."""
    held = list(rows)
    found = []
    for name, heading in _UNDATED.items():
        theirs = tuple(row for row in held if _told(row) == name)
        if theirs:
            found.append(Group(heading, theirs))
    return found


def _told(row: Row) -> str:
    """Return what an undated event is listed under: its tense, or that it is told not to come."""
    tense = str(row["tense"])
    return "denied" if tense == "upcoming" and held_of(row).not_so else tense


def _among(
    dated: Mapping[tuple[int, int], list[Row]],
    own: Sequence[ArticleDate],
    undated: Sequence[Row],
) -> list[Group]:
    """Set articles' own dates among the months of events, each before its own month's events."""
    found = [(*month, 1, 0, [Group(_heading(month), tuple(rows))]) for month, rows in dated.items()]
    theirs: dict[tuple[date | None, date | None], list[Row]] = {}
    for row in undated:
        written = as_day(row.get("written_earliest")), as_day(row.get("written_latest"))
        theirs.setdefault(written, []).append(row)
    marks = sorted(
        ((article.middle, article) for article in own if article.middle is not None),
        key=lambda mark: mark[0],
    )
    for number, (day_, article) in enumerate(marks):
        rows = theirs.pop((article.first, article.last), [])
        groups_ = [
            *_undated(row for row in rows if row["tense"] != "upcoming"),
            Group(article.words, (), own=True),
            *_undated(row for row in rows if row["tense"] == "upcoming"),
        ]
        found.append((day_.year, day_.month, 0, number, groups_))
    rest = _undated(row for rows in theirs.values() for row in rows)
    placed = sorted(found, key=lambda item: item[:4])
    return [group for *_order, groups_ in placed for group in groups_] + rest


def _heading(month: tuple[int, int]) -> str:
    return f"{date(month[0], month[1], 1):%B %Y}" if month[1] else str(month[0])


def _side(row: Row, perhaps: Collection[str]) -> int:
    """Return where an event stands: 0 before the article, 1 perhaps, 2 after it."""
    if row["tense"] != "upcoming":
        return 0
    return 1 if row["event_id"] in perhaps else 2


def page_size() -> int:
    """Return how many events stand on one page of the list on the reader's screen."""
    return A_PAGE_NARROW if screen().narrow else A_PAGE


def page_of(found: Sequence[Group], first: int, size: int) -> list[Group]:
    """Return the groups of one page of the list; a group that is longer goes on on the next.

    Args:
        found: All groups.
        first: How many events stand before the page.
        size: Events a page.
    """
    last = first + size
    shown, position = [], 0
    for group in found:
        rows = group.rows[max(0, first - position) : max(0, last - position)]
        here = first < position <= last or position == first == 0
        if rows or (group.own and here):
            shown.append(Group(group.heading, rows, group.own))
        position += len(group.rows)
    return shown


def event_list(
    found: Iterable[Group],
    evidence: Sequence[str],
    others: Mapping[str, Sequence[Row]],
    *,
    key: str,
) -> None:
    """Draw the list in order, with the articles' own date between past and future.

    Args:
        found: The groups.
        evidence: Why the date of the only article was inferred; empty when it was not.
        others: Events of other articles that date the same thing differently, by event.
        key: Unique on the page.
    """
    for number, group in enumerate(found):
        if group.own:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"{key}-own-{number}"
            ):
                st.markdown(":material/article:", width="content")
                st.html(heading_html(group.heading), width="content")
                if evidence:
                    working("\n".join(evidence), of=group.heading, key=f"{key}-why-{number}")
            continue
        st.html(heading_html(group.heading))
        for row in group.rows:
            marked_card(row, others, key=f"{key}-{row['event_id']}")


def heading_html(words: str) -> str:
    """Build the heading of a group, escaped, which a screen reader can jump to."""
    return (
        f'<h3 style="margin:0;padding:0;font-size:1rem;font-weight:650">{escape_html(words)}</h3>'
    )


def marked_card(row: Row, others: Mapping[str, Sequence[Row]], *, key: str) -> None:
    """Draw an event with the marks of what is not certain about it.

    Args:
        row: A row of `queries.events`.
        others: Events of other articles that date the same thing differently, by event.
        key: Unique on the page.
    """

    def marks() -> None:
        perhaps_badge(row)
        differing_dates(others.get(row["event_id"], ()), key=key)

    event_card(row, key=key, more=marks)


def calendar_button(events: pd.DataFrame, *, key: str) -> None:
    """Draw the button that downloads all dated events as one calendar file, but what is not so.

    Args:
        events: Rows of `queries.events`; nothing is drawn when none belongs in a calendar.
        key: Unique on the page.
    """
    dated = [row for row in records(events) if in_calendar(row)]
    if dated:
        st.download_button(
            f"{count(len(dated), 'dated event')} for a calendar (.ics)",
            data=partial(to_calendar, dated, marking=page_marking()),
            file_name="events.ics",
            mime="text/calendar",
            icon=":material/calendar_add_on:",
            type="tertiary",
            key=key,
            on_click="ignore",
        )


def as_table(events: pd.DataFrame, others: Mapping[str, Sequence[Row]]) -> pd.DataFrame:
    """Return events in words, for the table and its file.

    Args:
        events: Rows of `queries.events`.
        others: Events of other articles that date the same thing differently, by event.
    """
    rows = records(events)
    return (
        pd.DataFrame(
            {
                "Date": [when_of(r) for r in rows],
                "Event": events["title"],
                "Kind": events["kind"],
                columns.PAST_OR_UPCOMING: [
                    "" if _told(r) == "denied" else r["tense"] for r in rows
                ],
                columns.HOW_DATED: [EVENT_BASES[basis].word for basis in events["basis"]],
                "Working": events["working"],
                columns.HOW_CERTAIN: [said(held_of(r)) for r in rows],
                columns.CERTAINTY: [CERTAINTIES[r["certainty"]].word for r in rows],
                columns.WHY_CERTAIN: events["certainty_reason"],
                columns.CHECKED: [found_words(r) for r in rows],
                "Other dates": [
                    "; ".join(map(other_date, others.get(r["event_id"], ()))) for r in rows
                ],
                "Place": [
                    country_name(c) if cell_value(c) else None for c in events["place_country"]
                ],
                columns.COUNTRIES: [
                    ", ".join(country_name(c) for c in codes) for codes in events["countries"]
                ],
                columns.SENTENCE: events["sentence_text"],
                columns.ARTICLE: events["title_article"],
                "Earliest": events["earliest"],
                "Latest": events["latest"],
                "Date (EDTF)": events["date"],
                "Id": events["event_id"],
            }
        )
        .reset_index(drop=True)
        .fillna("")
    )
