"""The order of the Timeline page's list: events under headings, a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from briefing.tables import Row, records
from briefing.timeline.bars import ArticleDate
from briefing.wording.dates import as_day
from briefing.wording.standing import held_of


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one heading, in order; `own` marks where the articles' own date stands."""

    heading: str
    rows: tuple[Row, ...]
    own: bool = False


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
        theirs = tuple(row for row in held if told(row) == name)
        if theirs:
            found.append(Group(heading, theirs))
    return found


def told(row: Row) -> str:
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


LISTED = [
    "event_id",
    "tense",
    "earliest",
    "latest",
    "precision",
    "standing",
    "attributed_to",
    "attributed_to_name",
    "denied_by",
    "denied_by_name",
    "condition",
    "status",
    "written_earliest",
    "written_latest",
]
"""The columns of an event by which it is listed: all are not read for tens of thousands."""


def whole_rows(found: Iterable[Group], events: pd.DataFrame) -> list[Group]:
    """Return groups with all that is known of their events.

    Args:
        found: Groups of rows that have their `event_id`.
        events: Rows of `queries.events`, those of the groups among them.
    """
    groups_ = list(found)
    ids = {row["event_id"] for group in groups_ for row in group.rows}
    rows = records(events[events["event_id"].isin(ids)])
    held = {row["event_id"]: row for row in rows}
    return [
        replace(group, rows=tuple(held[row["event_id"]] for row in group.rows)) for group in groups_
    ]


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
