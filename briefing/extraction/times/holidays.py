"""Holidays in a text: those of a fixed day, those that move, and a country's own days."""

from __future__ import annotations

from functools import cache

from briefing.extraction.times.calendar import Period, make_date
from briefing.extraction.times.readings import Dated, Direction, Fixed, Named, Reading
from briefing.extraction.times.words import Words, lexicon
from briefing.reference.countries import countries
from briefing.reference.holidays import (
    days_of,
    holidays,
    national_day,
    national_names,
    no_weekdays,
)
from briefing.reference.occasions import words_in

NO_DATE = "no date"
"""The rule of what only looks like a date; it is dropped when the longest readings are chosen."""

NATIONAL = "national day"
"""The rule of a day that a country has of its own."""

_DIRECTIONS: dict[str, Direction] = {"last": "last", "this": "this", "next": "next"}


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return names of holidays by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    known = {*lexicon().holidays, *holidays(), *national_names(), *no_weekdays()}
    for name in known:
        words = words_in(name)
        found.setdefault(words[0], []).append((words, name))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return found


@cache
def _country_names() -> dict[str, str]:
    return {
        name.casefold(): country.alpha3
        for country in countries().values()
        for name in (*country.names, *country.demonyms)
    }


def holidays_in(words: Words) -> list[Reading]:
    """Return the holidays of a text: "Christmas Eve", "last Easter", "Peru's Independence Day"."""
    names = _names()
    found = []
    for position, word in enumerate(words.lower):
        for name, text in names.get(word, ()):
            end = position + len(name)
            if tuple(words.lower[position:end]) == name and _is_written(words, position, end):
                reading = _reading(words, position, end, text)
                if reading is not None:
                    found.append(reading)
                break
    return found


def _is_written(words: Words, position: int, end: int) -> bool:
    """Say whether a name has its capital and is not part of a longer one: not "Easter Island"."""
    if not words.text[words.starts[position]].isupper():
        return False
    if end - position > 1 or end >= len(words.starts):
        return True
    return not words.text[words.starts[end]].isupper()


def _reading(words: Words, position: int, end: int, name: str) -> Reading | None:
    if name in no_weekdays():
        return _made(words, position, end, Fixed("DATE", "XXXX-XX-XX"), NO_DATE)
    before = words.lower[position - 1] if position else ""
    if name == "new year" and position and words.text[words.starts[position - 1]].isupper():
        return None
    direction = _DIRECTIONS.get(before, "open")
    start = position - 1 if direction != "open" else position
    year = _year_at(words, end)
    if name in lexicon().holidays:
        month, day = lexicon().holidays[name].split("-")
        return _on_day(words, start, end, (int(month), int(day)), direction, year)
    holiday = holidays().get(name)
    code = _country_before(words, position) if name in national_names() else None
    if code is not None and (holiday is None or holiday.country != code):
        own = national_day(code, name)
        if own is None:
            return None
        return _on_day(words, start, end, own, direction, year, NATIONAL)
    if holiday is None:
        return None
    if year is None:
        return _made(words, start, end, Named("holiday", holiday.key, direction))
    days = days_of(holiday.key, year)
    if days is None:
        return _made(words, start, end + 1, Dated(Period("year", make_date(year, 1, 1))))
    first, last = (Period("day", day) for day in days)
    return _made(words, start, end + 1, Dated(first, last if last != first else None))


def _on_day(
    words: Words,
    start: int,
    end: int,
    day: tuple[int, int],
    direction: Direction,
    year: int | None,
    rule: str = "holiday",
) -> Reading:
    if year is not None:
        return _made(words, start, end + 1, Dated(Period("day", make_date(year, *day))), rule)
    return _made(words, start, end, Named("day", day[0] * 100 + day[1], direction), rule)


def _made(
    words: Words, start: int, end: int, meaning: Dated | Named | Fixed, rule: str = "holiday"
) -> Reading:
    return Reading(words.starts[start], words.ends[end - 1], meaning, rule=rule)


def _year_at(words: Words, position: int) -> int | None:
    year = words.lower[position] if position < len(words.lower) else ""
    return int(year) if len(year) == 4 and year.isdecimal() and "1100" <= year <= "2199" else None


def _country_before(words: Words, position: int) -> str | None:
    """Return the country of "Ukraine's Independence Day" and "the Canadian Thanksgiving"."""
    before = words.text[max(0, words.starts[position] - 40) : words.starts[position]].rstrip()
    parts = before.removesuffix("'s").removesuffix("'").split()
    names = _country_names()
    for count in (3, 2, 1):
        code = names.get(" ".join(parts[-count:]).casefold())
        if code is not None and len(parts) >= count:
            return code
    return None
