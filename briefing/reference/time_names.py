"""Words that name a time, and so neither a place nor a body: "May", "Ramadan", "GMT"."""

from __future__ import annotations

from functools import cache

from briefing.reference.files import toml
from briefing.reference.holidays import holidays

_LISTS = ("months", "weekdays", "seasons", "day_parts", "deictic_days", "fixed_holidays")


@cache
def time_names() -> frozenset[str]:
    """Return months, weekdays, seasons, parts of the day, feasts and time zones in lower case.

    From time_words.toml and holidays.toml.
    """
    words = toml("time_words.toml")
    named = (name for part in _LISTS for name in words[part])
    return frozenset((*named, *words["classes"]["zone"], *holidays()))


@cache
def number_names() -> frozenset[str]:
    """Return numbers and ordinals in lower case: "three", "third"."""
    words = toml("time_words.toml")
    return frozenset((*words["numbers"], *words["ordinals"]))
