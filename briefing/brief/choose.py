"""Which rows a brief lists where there are more than paper or a screen can hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from briefing.library.mutual import once
from briefing.tables import records

Row = dict[str, Any]

_FIRMNESS = {"disputed": 0, "denied": 0, "asserted": 1, "attributed": 1}
"""What is contested comes before what is firm, and that before what is open."""


def relations_that_matter(relations: pd.DataFrame, limit: int) -> list[Row]:
    """Choose relations, mutual ones once: a strong one of each pair first, much-said pairs first.

    Args:
        relations: Rows of `queries.relations`.
        limit: How many at most.
    """
    pairs: dict[frozenset[str], list[Row]] = {}
    for row in records(once(relations)):
        pairs.setdefault(frozenset((row["source"], row["target"])), []).append(row)
    for rows in pairs.values():
        rows.sort(key=lambda row: (_FIRMNESS.get(row["standing"], 2), -abs(row["tone"] or 0.0)))
    order = sorted(pairs.values(), key=lambda rows: -len(rows))
    chosen: list[Row] = []
    for rank in range(max(map(len, order), default=0)):
        chosen += [rows[rank] for rows in order if rank < len(rows)]
        if len(chosen) >= limit:
            break
    kept = chosen[:limit]
    place = {id(rows): at for at, rows in enumerate(order)}
    of_pair = {id(row): place[id(rows)] for rows in order for row in rows}
    return sorted(kept, key=lambda row: of_pair[id(row)])


def events_near(events: pd.DataFrame, middle: date, limit: int) -> list[Row]:
    """Choose the events nearest to a day, dated ones first, in their order.

    Args:
        events: Rows of `queries.events`.
        middle: The day.
        limit: How many at most.
    """
    rows: Sequence[Row] = records(events)
    ranked = sorted(range(len(rows)), key=lambda at: _away(rows[at], middle))
    return [rows[at] for at in sorted(ranked[:limit])]


def _away(row: Row, middle: date) -> int:
    days = [
        abs((date.fromisoformat(day) - middle).days)
        for day in (row["earliest"], row["latest"])
        if day is not None
    ]
    return min(days, default=10**7)
