"""What is ahead, how surely and how near: the one order that every page and file uses.

An article whose own date is only bounded cannot say that a day between those bounds is still to
come: written on 2 May it may speak of a June that its readers have already seen. Such a date is
perhaps ahead; one after the last day on which the article may have been written surely is. What
was ahead then may be past today: it stays in the list, behind what is still ahead.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.tables import NOT_SO, OFF, records
from briefing.wording.ahead import nearness, next_day
from briefing.wording.dates import as_day
from briefing.wording.signs import NEARNESS

Surety = Literal["sure", "perhaps", "undated"]


_PLACING = ["article_id", "earliest", "latest", "written_earliest", "written_latest"]
"""The columns of an event by which it is placed: all are not read for tens of thousands."""

_WRITTEN = ["article_id", "published", "published_earliest", "published_latest"]


def day_around(events: pd.DataFrame, articles: pd.DataFrame, today: date) -> date | None:
    """Return the day around which charts, periods and horizons lie; None where nothing says one.

    That of the only article that looks ahead; today for several, or the newest article's day where
    nothing that they name lies after today.

    Args:
        events: Rows of `queries.events`.
        articles: Rows of `queries.articles`, those in view.
        today: Today.
    """
    upcoming = records(events.loc[told_ahead(events), ["article_id", "earliest", "latest"]])
    tell = {row["article_id"] for row in upcoming}
    read = [row for row in records(articles[_WRITTEN]) if row["article_id"] in tell or not tell]
    newest = max((day for row in read if (day := _written(row, today)) is not None), default=None)
    if len(read) == 1:
        return newest
    ends = map(_last, upcoming)
    return today if any(end is not None and end >= today for end in ends) else newest or today


def ahead(events: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return what its article names as ahead, in the order of `signs.NEARNESS`.

    What is today, this week, this month and later stands by date; then what is past by now, of one
    article in the order of time and of several the latest first; last what has no date, that of
    the newest articles first. What is denied, disputed or negated is not ahead; what was called
    off is, as that.

    Args:
        events: Rows of `queries.events`.
        today: Today, by which every article was written that does not say when.

    Returns:
        The rows, with `surety` (sure, perhaps, undated: ahead when its article was written),
        `nearness` (of today) and `from_day`, the day that places a row: its first, or its last
        where that has come.
    """
    rows = events[told_ahead(events)]
    held = records(rows[_PLACING])
    latest_first = rows["article_id"].nunique() > 1
    spans = [(as_day(row["earliest"]), as_day(row["latest"])) for row in held]
    sureties = [
        _surety(row, first, last, today) for row, (first, last) in zip(held, spans, strict=True)
    ]
    days = [next_day(first, last, today) for first, last in spans]
    near = [nearness(first, last, today) for first, last in spans]
    marked = rows.assign(
        surety=pd.Series(sureties, index=rows.index, dtype=object),
        nearness=pd.Series(near, index=rows.index, dtype=object),
        from_day=pd.Series(days, index=rows.index, dtype=object),
    )

    order = list(NEARNESS)

    def place(number: int) -> tuple[int, bool, int]:
        group, day = near[number], days[number]
        back = latest_first and group == "past"
        if group == "undated":
            day, back = _written_by(held[number], today), True
        at = day.toordinal() if day else 0
        perhaps = group == "past" and sureties[number] == "perhaps"
        return order.index(group), perhaps, -at if back else at

    return marked.iloc[sorted(range(len(held)), key=place)]


def told_ahead(events: pd.DataFrame) -> pd.Series[bool]:
    """Say which events lie ahead by what is told: not those that are told not to come.

    Args:
        events: Rows of `queries.events`.
    """
    not_so = events["standing"].isin(NOT_SO) & ~events["status"].isin(OFF)
    return (events["tense"] == "upcoming") & ~not_so


def counts_as_ahead() -> sa.ColumnElement[bool]:
    """Return the same as `told_ahead` as a condition on the library's events."""
    event = schema.events.c
    so = sa.or_(event.standing.not_in(NOT_SO), event.status.in_(OFF))
    return sa.and_(event.tense == "upcoming", so)


def within(ahead_rows: pd.DataFrame, since: date, days: int) -> pd.DataFrame:
    """Return the rows of `ahead` that come within some days of a day.

    Args:
        ahead_rows: What `ahead` returned.
        since: The day to count from.
        days: How many days ahead to look.
    """
    end = since + timedelta(days=min(days, (date.max - since).days))
    chosen = [day is not None and since <= day <= end for day in ahead_rows["from_day"]]
    return ahead_rows[pd.Series(chosen, index=ahead_rows.index, dtype=bool)]


def _surety(row: Mapping[str, Any], first: date | None, last: date | None, today: date) -> Surety:
    if first is None and last is None:
        return "undated"
    bound = _written_by(row, today)
    # The words say that it is ahead; a span that reaches past a known day of writing agrees.
    written = as_day(row["written_latest"])
    firm = written is not None and as_day(row["written_earliest"]) == written
    reaches = firm and last is not None and last >= bound
    after = first is not None and first >= bound
    return "sure" if after or reaches else "perhaps"


def _written_by(row: Mapping[str, Any], today: date) -> date:
    """Return the last day on which the article of an event may have been written."""
    return _latest_day(as_day(row["written_earliest"]), as_day(row["written_latest"]), today)


def _last(row: Mapping[str, Any]) -> date | None:
    return as_day(row["latest"]) or as_day(row["earliest"])


def _written(article: Mapping[str, Any], today: date) -> date | None:
    """Return the last day on which an article may have been written, None where nothing says."""
    stated = as_day(article["published"])
    first, last = as_day(article["published_earliest"]), as_day(article["published_latest"])
    if stated or not (first or last):
        return stated
    return _latest_day(first, last, today) if last else first


def _latest_day(first: date | None, last: date | None, today: date) -> date:
    """Return the last day on which words written between two days were: not after today.

    Days that all lie after today stand, whatever the clock says.
    """
    if first is not None and first > today:
        return last or first
    return min(last or today, today)
