"""Which rows a brief lists where there are more than paper or a screen can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
import pandas as pd

from briefing.library.mutual import once
from briefing.tables import Row, records
from briefing.wording.dates import as_day

Item = TypeVar("Item")

_FIRMNESS = {"disputed": 0, "denied": 0, "asserted": 1, "attributed": 1}
"""What is contested comes before what is firm, and that before what is open."""


def in_turns(items: Sequence[Item], group: Callable[[Item], Hashable], number: int) -> list[Item]:
    """Choose items in turns from each group, so that no group takes all; they keep their order.

    Args:
        items: The items, those to prefer first.
        group: What an item belongs to, such as its pair of countries.
        number: How many at most.
    """
    taken: Counter[Hashable] = Counter()
    turns: list[tuple[int, int]] = []
    for at, item in enumerate(items):
        turns.append((taken[group(item)], at))
        taken[group(item)] += 1
    return [items[at] for at in sorted(at for _turn, at in sorted(turns)[:number])]


def in_order(rows: Sequence[Row], key: str, ids: Sequence[str]) -> list[Row]:
    """Put rows in the order in which their ids were chosen.

    Args:
        rows: The rows.
        key: The column that names a row.
        ids: The ids in their order.
    """
    places = {one: place for place, one in enumerate(ids)}
    return sorted(rows, key=lambda row: places.get(str(row[key]), len(places)))


def relations_that_matter(relations: pd.DataFrame, limit: int) -> list[Row]:
    """Choose relations, mutual ones once: a strong one of each pair first, much-said pairs first.

    Args:
        relations: Rows of `queries.relations`.
        limit: How many at most.
    """
    rows = once(relations)
    ends = np.sort(rows[["source", "target"]].to_numpy(dtype=str), axis=1)
    keys = pd.Series(ends[:, 0] + "\n" + ends[:, 1], index=rows.index)
    # Each pair has one row before any has two, so that no more pairs than these have a say.
    most = keys.groupby(keys, sort=False).size().sort_values(ascending=False, kind="stable")
    spoken_of = rows[keys.isin(most.index[:limit])]
    pairs: dict[frozenset[str], list[Row]] = {}
    for row in records(spoken_of):
        pairs.setdefault(frozenset((row["source"], row["target"])), []).append(row)
    for found in pairs.values():
        found.sort(key=lambda row: (_FIRMNESS.get(row["standing"], 2), -abs(row["tone"] or 0.0)))
    order = sorted(pairs.values(), key=lambda found: -len(found))
    chosen: list[Row] = []
    for rank in range(max(map(len, order), default=0)):
        chosen += [found[rank] for found in order if rank < len(found)]
        if len(chosen) >= limit:
            break
    kept = chosen[:limit]
    of_pair = {id(row): place for place, found in enumerate(order) for row in found}
    return sorted(kept, key=lambda row: of_pair[id(row)])


def events_near(events: pd.DataFrame, middle: date, limit: int) -> Sequence[Row]:
    """Choose the events nearest to a day, dated ones first, in their order.

    Args:
        events: Rows of `queries.events`.
        middle: The day.
        limit: How many at most.
    """
    away = [
        _away(as_day(first), as_day(last), middle)
        for first, last in zip(events["earliest"], events["latest"], strict=True)
    ]
    ranked = sorted(range(len(away)), key=away.__getitem__)
    return records(events.iloc[sorted(ranked[:limit])])


def _away(first: date | None, last: date | None, middle: date) -> int:
    return min((abs((day - middle).days) for day in (first, last) if day), default=10**7)
