"""What the map leaves out, and why: said below it, and in the picture of it."""

from __future__ import annotations

import pandas as pd

from briefing.library.mutual import once
from briefing.map.geography import drawable
from briefing.map.places import is_country, place
from briefing.map.scene import names_of, parties, strongest
from briefing.wording.words import count


def left_out(relations: pd.DataFrame, between: pd.DataFrame) -> tuple[str, ...]:
    """Say how many relations are not on the map, a sentence for each reason.

    Args:
        relations: Rows of `queries.relations`.
        between: Those that the map is asked to draw.
    """
    placed = drawable(between)
    return (
        *_of_no_country(relations.drop(between.index)),
        *_weak(between[placed]),
        *_without_place(between[~placed]),
    )


def _of_no_country(rows: pd.DataFrame) -> tuple[str, ...]:
    if rows.empty:
        return ()
    names = names_of(rows)
    who = [names[code] for code in parties(rows) if not is_country(code)]
    several = _several(who, 3)
    number = count(len(once(rows)), "relation")
    return (f"Not drawn: {number} with organisations or regions ({several}).",)


def _weak(rows: pd.DataFrame) -> tuple[str, ...]:
    number = len(once(rows)) - len(once(strongest(rows)))
    if not number:
        return ()
    return (
        f"Not drawn, as others stand for more: {count(number, 'relation')}. Narrow the filter, "
        "or see the table.",
    )


def _without_place(rows: pd.DataFrame) -> tuple[str, ...]:
    if rows.empty:
        return ()
    names = names_of(rows)
    who = [name for code, name in names.items() if place(code) is None]
    verb = "has" if len(who) == 1 else "have"
    why = f": {_several(who, 4)} {verb} no place on a map" if who else ""
    return (
        f"Not drawn: {count(len(once(rows)), 'relation')}{why}. "
        "They are in the matrix, the network and the table.",
    )


def _several(names: list[str], most: int) -> str:
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "")
