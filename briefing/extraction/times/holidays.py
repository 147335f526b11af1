"""Holidays that fall on the same day every year."""

from __future__ import annotations

from functools import cache

from briefing.extraction.times.calendar import Period, make_date
from briefing.extraction.times.readings import Dated, Named, Reading
from briefing.extraction.times.words import Words, lexicon
from briefing.reference.occasions import words_in


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], int, int]]]:
    """Return names of holidays by their first word, the longest first, with month and day."""
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for name, day in lexicon().holidays.items():
        words = words_in(name)
        month, number = day.split("-")
        found.setdefault(words[0], []).append((words, int(month), int(number)))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def holidays_in(words: Words) -> list[Reading]:
    """Return the holidays of a text: "Christmas Eve", "New Year's Day 2019"."""
    names = _names()
    found = []
    for position, word in enumerate(words.lower):
        for name, month, day in names.get(word, ()):
            end = position + len(name)
            if tuple(words.lower[position:end]) != name:
                continue
            if not words.text[words.starts[position]].isupper():
                continue
            year = words.lower[end] if end < len(words.lower) else ""
            meaning: Dated | Named = Named("day", month * 100 + day)
            if len(year) == 4 and year.isdecimal() and "1100" <= year <= "2199":
                meaning = Dated(Period("day", make_date(int(year), month, day)))
                end += 1
            found.append(
                Reading(words.starts[position], words.ends[end - 1], meaning, rule="holiday")
            )
            break
    return found
