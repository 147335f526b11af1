"""Which day "09/07/2024" is: settled by the other dates of the text, or open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from briefing.extraction.times.readings import Dated, Named, Reading

Order = Literal["month first", "day first", ""]


def settled(found: list[Reading], text: str) -> list[Reading]:
    """Return the readings with each numeric date settled as far as the text allows.

    The text writes the day or the month first: in another numeric date that has but one reading
    ("23/06/2024"), else in dates with the month's name ("9 July", "July 9"). What stays open keeps
    both days.

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    if not any(_is_open(reading) for reading in found):
        return found
    order = _by_numbers(found, text) or _by_names(found)
    return [_settle(reading, order) if _is_open(reading) else reading for reading in found]


def _is_open(reading: Reading) -> bool:
    return isinstance(reading.meaning, Dated) and reading.meaning.other is not None


def _settle(reading: Reading, order: Order) -> Reading:
    meaning = reading.meaning
    if not order or not isinstance(meaning, Dated) or meaning.other is None:
        return reading
    period = meaning.period if order == "month first" else meaning.other
    return replace(reading, meaning=Dated(period))


def _by_numbers(found: list[Reading], text: str) -> Order:
    orders: set[Order] = set()
    for reading in found:
        if reading.rule != "numeric" or _is_open(reading):
            continue
        first = text[reading.start : reading.end].replace("-", "/").split("/")[0]
        orders.add("day first" if int(first) > 12 else "month first")
    return _one(orders)


def _by_names(found: list[Reading]) -> Order:
    orders: set[Order] = set()
    for reading in found:
        if isinstance(reading.meaning, Dated | Named):
            if reading.rule == "month day":
                orders.add("month first")
            elif reading.rule in ("day month", "dotted"):
                orders.add("day first")
    return _one(orders)


def _one(orders: Iterable[Order]) -> Order:
    known = set(orders)
    return known.pop() if len(known) == 1 else ""
