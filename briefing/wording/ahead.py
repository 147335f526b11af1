"""From which day "coming up" looks, and how near a thing is today: groups and words, once.

An article says what is ahead of its own day, and a reader opens it later. So both days are told:
the one that the article looks from, and the one that "this week" and "now past" are counted from.
Pages, slides and files all take their groups and words from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from briefing.tables import Row
from briefing.wording.dates import DATE_UNKNOWN, day, published
from briefing.wording.words import cell_value

AHEAD_WHEN_WRITTEN = "Upcoming when written"
"""What is called so that its article tells as still to come: by now it may be past."""

MAY_HAVE_PASSED = "May have passed"
"""What is upcoming in an article of which nobody knows the day."""

Nearness = Literal["today", "week", "month", "later", "past", "undated"]

_SHORT = timedelta(days=6)
"""What lasts no longer and has begun is on today; a longer span only says by when."""


def next_day(first: date | None, last: date | None, today: date) -> date | None:
    """Return the day that places an event today: its first, or its last once that has come.

    Args:
        first: The first day that it may be on, None where that is open.
        last: The last, likewise.
        today: Today.
    """
    if first is not None and first >= today:
        return first
    return last or first


def nearness(first: date | None, last: date | None, today: date) -> Nearness:
    """Say how near an event is: today, in this week or month of the calendar, later, now past.

    Args:
        first: The first day that it may be on, None where that is open.
        last: The last, likewise; without one an event that has begun is past.
        today: Today.
    """
    at = next_day(first, last, today)
    if at is None:
        return "undated"
    if at < today:
        return "past"
    short = first is not None and last is not None and last - first <= _SHORT
    if at == today or (short and at != first):
        return "today"
    if at <= today + timedelta(days=6 - today.weekday()):
        return "week"
    return "month" if (at.year, at.month) == (today.year, today.month) else "later"


@dataclass(frozen=True, slots=True)
class Outlook:
    """From which day a list of what comes up looks.

    Attributes:
        heading: "Upcoming when this was written (12 March 2026)"; "" for an empty list.
        each: Whether the articles are of different days, so that every row says its own.
        counted: From which day "this week" and "now past" are counted.
    """

    heading: str = ""
    each: bool = False
    counted: str = ""

    def row(self, row: Row) -> str:
        """Say from which day a row's article looks: "upcoming as of 12 March 2026"; "" if all do.

        Args:
            row: A row of `queries.events`.
        """
        return ahead_on(row) if self.each else ""


PLACED = ["article_id", "earliest", "latest", "published", "written_earliest", "written_latest"]
"""The columns of an event that `outlook` reads: all are not read for tens of thousands."""


def outlook(rows: Sequence[Row], *, articles: int, today: date, made: bool = False) -> Outlook:
    """Say from which day a list of what comes up looks.

    Args:
        rows: Rows of `briefing.library.ahead.ahead`, all of them.
        articles: How many articles are in view, whether they look ahead or not.
        today: The day that nearness is counted from.
        made: Whether that is the day on which a file or a slide was made.
    """
    if not rows:
        return Outlook()
    days = {_written(row) for row in rows}
    looking = len({row["article_id"] for row in rows})
    counted = ""
    if any(cell_value(row["earliest"]) or cell_value(row["latest"]) for row in rows):
        whose = (
            f"{day(today.isoformat())}, the day this was made"
            if made
            else (f"today, {day(today.isoformat())}")
        )
        counted = f"“This week”, “this month” and “now past” are counted from {whose}."
    if len(days) > 1:
        return Outlook(
            "Upcoming when each article was written; each row gives the day", True, counted
        )
    if looking > 1:
        who = "these articles were"
    else:
        who = "this was" if articles == 1 else "the only article that looks ahead was"
    return Outlook(f"Upcoming when {who} written ({days.pop() or 'day not known'})", False, counted)


def ahead_on(row: Row) -> str:
    """Say from which day an event is ahead: "upcoming as of 12 March 2026".

    Args:
        row: A row of `queries.events`.
    """
    written = _written(row)
    if not written:
        return f"{AHEAD_WHEN_WRITTEN.lower()}, day not known"
    exact = cell_value(row["published"]) is not None
    return f"upcoming as of {written}" if exact else f"{AHEAD_WHEN_WRITTEN.lower()}, {written}"


def _written(row: Row) -> str:
    """Say when the article of an event was written; "" where nothing is known."""
    stated = cell_value(row["published"])
    if stated is not None:
        return day(str(stated))
    words = published(None, None, row["written_earliest"], row["written_latest"])
    return "" if words == DATE_UNKNOWN else words.removeprefix("published ")
