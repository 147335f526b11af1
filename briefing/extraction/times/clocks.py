"""A time of day and the day beside it are one expression: "midnight Nov. 30"."""

from __future__ import annotations

from dataclasses import replace

from briefing.extraction.times.readings import Counted, Dated, Named, Reading

_PARTS = ("TMO", "TAF", "TEV", "TNI")
_OF_A_DAY = ("weekday", "day", "holiday")


def joined(found: list[Reading], text: str) -> list[Reading]:
    """Join times of day to the day that is said with them.

    "the night of 3 May", "noon Saturday", "3 May 2019 10:30 p.m.", "Friday night, 3 May".

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    result: list[Reading] = []
    for reading in found:
        before = result[-1] if result else None
        one = _joined(before, reading, text) if before is not None else None
        if one is None:
            result.append(reading)
        else:
            result[-1] = one
    return result


def _joined(first: Reading, second: Reading, text: str) -> Reading | None:
    between = text[first.end : second.start]
    if between.strip(" ,") not in ("", "of", "on") or not between or "\n" in between:
        return None
    exact_clock = ":" in first.clock and second.clock in _PARTS
    if first.clock and (not second.clock or exact_clock) and _is_day(second):
        plain = _is_open(first) and between in (" ", " of ", " on ")
        again = isinstance(first.meaning, Named) and between == ", " and not _is_weekday(second)
        if (plain or again) and not text.startswith("'s", second.end):
            return replace(second, start=first.start, clock=first.clock)
    if second.clock and not first.clock and _is_open(second) and between == " ":
        exact = isinstance(first.meaning, Dated) and not first.meaning.until
        if exact and _is_day(first) and second.rule.startswith("clock"):
            return replace(first, end=second.end, clock=second.clock)
    return None


def _is_day(reading: Reading) -> bool:
    meaning = reading.meaning
    if isinstance(meaning, Dated):
        return meaning.period.unit == "day" and meaning.until is None
    if isinstance(meaning, Named):
        return meaning.kind in _OF_A_DAY and not meaning.until and not reading.edge
    return isinstance(meaning, Counted) and meaning.unit == "day" and meaning.base == "published"


def _is_open(reading: Reading) -> bool:
    """Say whether a time of day leaves open of which day it is."""
    meaning = reading.meaning
    return isinstance(meaning, Counted) and meaning.unit == "day" and meaning.base == "context"


def _is_weekday(reading: Reading) -> bool:
    return isinstance(reading.meaning, Named) and reading.meaning.kind == "weekday"
