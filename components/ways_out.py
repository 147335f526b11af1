"""The nearest ways out of a filter that leaves nothing, each with what it would bring back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.library import Filter
from briefing.wording.controls import CLEAR_FILTER
from briefing.wording.words import count
from components.empty import WayOut
from components.filters import (
    ARTICLE,
    CHECKED,
    COUNTRY,
    DATED,
    FROM,
    NO_DAYS,
    SPEAKER,
    TAG,
    TO,
    WORDS,
    clear,
    clear_all,
)


def what_was_looked_at(flt: Filter) -> str:
    """Say what a page looked at: what the filter leaves, or, with none set, all that is shown."""
    return "the filtered articles" if filters_without_one_field(flt) else "the visible articles"


def filters_without_one_field(flt: Filter) -> list[tuple[str, str, Filter]]:
    """Return, for each field that is set: its name, its key, and the filter without it."""
    fields = (
        ("countries", COUNTRY, flt.countries, replace(flt, countries=())),
        ("speakers", SPEAKER, flt.speakers, replace(flt, speakers=())),
        ("articles", ARTICLE, flt.articles, replace(flt, articles=())),
        ("tags", TAG, flt.tags, replace(flt, tags=())),
        ("first day", FROM, flt.earliest, replace(flt, earliest=None)),
        ("last day", TO, flt.latest, replace(flt, latest=None)),
        ("limit to dated articles", DATED, flt.dated_only, replace(flt, dated_only=False)),
        ("limit to checked facts", CHECKED, flt.checked_only, replace(flt, checked_only=False)),
        ("invalid date", NO_DAYS, flt.no_days, replace(flt, no_days=())),
        ("words", WORDS, flt.words, replace(flt, words="")),
    )
    return [(name, key, without) for name, key, held, without in fields if held]


def ways_out(flt: Filter, number: Callable[[Filter], int], noun: str) -> list[WayOut]:
    """Return a button for each field without which something is left, the most first.

    Args:
        flt: The filter that leaves nothing.
        number: Counts what a filter leaves.
        noun: What is counted, in the singular.
    """
    found = [(number(without), name, key) for name, key, without in filters_without_one_field(flt)]
    found = sorted((way for way in found if way[0]), key=lambda way: -way[0])
    ways = [
        WayOut(f"Without the {name}: {count(left, noun)}", clear, (key,))
        for left, name, key in found
    ]
    set_fields = len(filters_without_one_field(flt))
    if set_fields > 1 or (set_fields and not ways):
        ways.append(WayOut(CLEAR_FILTER, clear_all))
    return ways
