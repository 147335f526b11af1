"""What the map leaves out, and why: said below it, and in the picture of it."""

from __future__ import annotations

import pandas as pd

from briefing.library.mutual import how_many, once
from briefing.map.geography import drawable
from briefing.map.places import is_country, place
from briefing.map.scene import names_of, pairs_in, parties
from briefing.wording.words import count


def left_out(
    relations: pd.DataFrame, between: pd.DataFrame, drawn: pd.DataFrame, *, focus: str | None = None
) -> tuple[str, ...]:
    """Say how much is not on the map, a sentence for each reason.

    Args:
        relations: Rows of `queries.relations`.
        between: Those that the map is asked to draw.
        drawn: Those of them that it draws.
        focus: A party whose pairs were drawn before all others.
    """
    placed = drawable(between)
    return (
        *_weak(between[placed], drawn, focus),
        *_of_no_country(relations.drop(between.index)),
        *_without_place(between[~placed]),
    )


def left_out_in_short(
    relations: pd.DataFrame, between: pd.DataFrame, drawn: pd.DataFrame, *, focus: str | None = None
) -> str:
    """Say the same in one line, for paper and slides; "" where all is drawn."""
    placed = between[drawable(between)]
    weak = _weak(placed, drawn, focus)
    others = how_many(once(relations)) - how_many(once(placed))
    left = how_many(once(relations)) - how_many(once(drawn))
    if not left:
        return ""
    if not weak:
        return f"Not drawn: {count(left, 'relation')} with organisations or regions."
    who = f", {others} of them with organisations or regions" if others else ""
    return f"{weak[0]} Not drawn: {count(left, 'relation')}{who}."


def _of_no_country(rows: pd.DataFrame) -> tuple[str, ...]:
    if rows.empty:
        return ()
    names = names_of(rows)
    who = [names[code] for code in parties(rows) if not is_country(code)]
    several = _several(who, 3)
    number = count(how_many(once(rows)), "relation")
    return (f"Not drawn: {number} with organisations or regions ({several}).",)


def _weak(rows: pd.DataFrame, drawn: pd.DataFrame, focus: str | None) -> tuple[str, ...]:
    shown, total = pairs_in(drawn), pairs_in(rows)
    if shown == total:
        return ()
    first = f"those of {names_of(rows).get(focus, focus)} first, then " if focus else ""
    return (f"Drawn: {shown} of {total:,} pairs, {first}those with the most relations.",)


def _without_place(rows: pd.DataFrame) -> tuple[str, ...]:
    if rows.empty:
        return ()
    names = names_of(rows)
    who = [name for code, name in names.items() if place(code) is None]
    verb = "has" if len(who) == 1 else "have"
    why = f": {_several(who, 4)} {verb} no place on the map" if who else ""
    return (
        f"Not drawn: {count(how_many(once(rows)), 'relation')}{why}. "
        "They are in the matrix, the network and the table.",
    )


def _several(names: list[str], most: int) -> str:
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "")
