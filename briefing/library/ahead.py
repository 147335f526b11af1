"""What is ahead, and how surely: the one order that every page uses.

An article whose own date is only bounded cannot say that a day between those bounds is still to
come: written on 2 May it may speak of a June that its readers have already seen. Such a date is
perhaps ahead; one after the last day on which the article may have been written surely is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.tables import NOT_SO, OFF, records
from briefing.wording.dates import as_day

Surety = Literal["sure", "perhaps", "undated"]

NEAR = timedelta(days=365)
"""What surely comes within this comes first; a later forecast stands behind what has no date."""

_FRESH = timedelta(days=90)
"""For so long after it was written, what an article names without a date is taken as near."""


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which on dates are counted as ahead.

    Attributes:
        day: The day; None where no article says when it was written.
        basis: Whose day it is: "today", the only "article", or the "newest" article.
        exact: Whether it is known as the article's own day, not only as the last that it may be.
        among: How many articles were read; of several, only one may look ahead.
    """

    day: date | None
    basis: Literal["today", "article", "newest"]
    exact: bool = True
    among: int = 1


def counted_from(events: pd.DataFrame, articles: pd.DataFrame, today: date) -> Since:
    """Return the day to count from: an article's own, or today for several that look ahead.

    A library of old articles names nothing after today; then the newest article's day serves.

    Args:
        events: Rows of `queries.events`.
        articles: Rows of `queries.articles`, those in view.
        today: Today.
    """
    upcoming = records(events[told_ahead(events)])
    tell = {row["article_id"] for row in upcoming}
    read = [row for row in records(articles) if row["article_id"] in tell or not tell]
    newest = max((day for row in read if (day := _written(row, today)) is not None), default=None)
    exact = any(as_day(row["published"]) == newest for row in read)
    if len(read) == 1:
        return Since(newest, "article", exact, len(articles))
    ends = map(_last, upcoming)
    if newest is None or any(end is not None and end >= today for end in ends):
        return Since(today, "today", True, len(articles))
    return Since(newest, "newest", exact, len(articles))


def ahead(events: pd.DataFrame, since: Since, today: date) -> pd.DataFrame:
    """Return what is ahead, surest and nearest first.

    What surely comes within a year stands by date before what is named without a date, a remote
    forecast behind it; then what may be past, and what old articles named without a date. What is
    denied, disputed or negated is not ahead; what was called off is, as that.

    Args:
        events: Rows of `queries.events`.
        since: Where several articles are read together, what is over by its day is left out.
        today: Today, by which every article was written that does not say when.

    Returns:
        The rows, with `surety` (sure, perhaps, undated) and `from_day`, the day that places a row:
        its first, or its last where it may already have begun.
    """
    rows = events[told_ahead(events)]
    sureties: list[Surety] = []
    days: list[date | None] = []
    places: list[tuple[int, bool, date]] = []
    kept: list[bool] = []
    over = since.day if since.basis != "article" else None
    for row in records(rows):
        surety, day = _place(row, over, today)
        last = _last(row)
        sureties.append(surety)
        days.append(day)
        places.append(_key(row, surety, day, since))
        kept.append(over is None or last is None or last >= over)
    marked = rows.assign(
        surety=pd.Series(sureties, index=rows.index, dtype=object),
        from_day=pd.Series(days, index=rows.index, dtype=object),
    )
    order = sorted(
        (number for number, keep in enumerate(kept) if keep),
        key=lambda number: places[number],
    )
    return marked.iloc[order]


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
    days_ahead = (row["from_day"] for row in records(ahead_rows))
    chosen = [day is not None and since <= day <= end for day in days_ahead]
    return ahead_rows[pd.Series(chosen, index=ahead_rows.index, dtype=bool)]


def _key(
    row: Mapping[str, Any], surety: Surety, day: date | None, since: Since
) -> tuple[int, bool, date]:
    over = day is not None and since.day is not None and day < since.day
    return _rank(row, surety, day, since), over, day or date.max


def _rank(row: Mapping[str, Any], surety: Surety, day: date | None, since: Since) -> int:
    """Return the place of an event's group: near, named, remote, perhaps past, named long ago."""
    if surety == "perhaps":
        return 3
    if surety == "sure":
        return 2 if since.day is not None and day is not None and day - since.day > NEAR else 0
    written = as_day(row["written_latest"]) or as_day(row["written_earliest"])
    if since.basis == "article" or since.day is None:
        return 1
    return 1 if written is not None and since.day - written <= _FRESH else 4


def _place(row: Mapping[str, Any], over: date | None, today: date) -> tuple[Surety, date | None]:
    first, last = as_day(row["earliest"]), as_day(row["latest"])
    if first is None and last is None:
        return "undated", None
    first_written, last_written = as_day(row["written_earliest"]), as_day(row["written_latest"])
    bound = _latest_day(first_written, last_written, today)
    start = max(bound, over or bound)
    begins = first is not None and first >= start
    # The words say that it is ahead; a span that reaches past a known day of writing agrees.
    firm = last_written is not None and first_written == last_written
    reaches = firm and last is not None and last >= bound
    after = first is not None and first >= bound
    return ("sure" if after or reaches else "perhaps"), (first if begins else last or first)


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
