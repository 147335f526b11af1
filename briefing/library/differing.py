"""Where articles give different dates for the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import islice
from typing import Any

import pandas as pd

from briefing.tables import NOT_SO, records

Row = Mapping[str, Any]
Span = tuple[str | None, str | None]

_MANY = 5
"""A title of more dates than this names many things, such as "Talks"; others that are listed."""


_COMPARED = [
    "event_id",
    "article_id",
    "occasion_id",
    "title",
    "kind",
    "place_country",
    "earliest",
    "latest",
]
"""The columns that are compared: all are not read for tens of thousands of events."""


def differing(events: pd.DataFrame) -> dict[str, list[Row]]:
    """Return, by event, the events of other articles that date the same thing differently.

    The same thing is the same occasion, or the same title and kind where the places agree, unless
    it goes with many dates. Dates differ when no day is in both: "July" and "9 July" agree. What is
    told not to be so dates nothing.

    Args:
        events: Rows of `queries.events`, of any number of articles.
    """
    groups: dict[Hashable, dict[Span, list[Row]]] = {}
    for row in records(events.loc[~events["standing"].isin(NOT_SO), _COMPARED]):
        span = _text(row["earliest"]), _text(row["latest"])
        if any(span):
            for key in _keys(row):
                groups.setdefault(key, {}).setdefault(span, []).append(row)
    found: dict[str, dict[str, Row]] = {}
    for key, spans in groups.items():
        many = isinstance(key, tuple) and len(spans) > _MANY
        if len(spans) < 2 or many:
            continue
        rows = [row for held in spans.values() for row in held]
        for one in rows:
            others = (other for other in rows if _differ(one, other))
            for other in islice(others, _MANY):
                found.setdefault(one["event_id"], {})[other["event_id"]] = other
    ids = {key for others in found.values() for key in others}
    whole = {row["event_id"]: row for row in records(events[events["event_id"].isin(ids)])}
    return {event: [whole[key] for key in others] for event, others in found.items()}


def _keys(row: Row) -> Iterable[Hashable]:
    if _text(row["occasion_id"]):
        yield row["occasion_id"]
    title = " ".join(str(row["title"]).casefold().split())
    if title:
        yield title, row["kind"]


def _differ(row: Row, other: Row) -> bool:
    if row["article_id"] == other["article_id"]:
        return False
    for column in ("occasion_id", "place_country"):
        first, second = _text(row[column]), _text(other[column])
        if first and second and first != second:
            return False
    return _before(row, other) or _before(other, row)


def _before(row: Row, other: Row) -> bool:
    last, first = _text(row["latest"]), _text(other["earliest"])
    return last is not None and first is not None and last < first


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
