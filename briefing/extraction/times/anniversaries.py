"""Anniversaries in a text: worked out from the reference, in both directions.

The number dates the anniversary ("the 75th anniversary of …"), and where the article's date is
known, the date gives the number ("on the anniversary of …").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from briefing.extraction.times.calendar import OutOfCalendar, make_date
from briefing.extraction.times.occasions import longest, say
from briefing.extraction.times.readings import Direction
from briefing.extraction.times.tense import direction_of_verb, verb_of
from briefing.extraction.times.words import Words, lexicon, number, ordinal
from briefing.reference.occasions import Occasion, index

_NEAR = 60
"""How many days from the article's date an anniversary without a number may lie."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary in the text: what is counted from, and the day it gives.

    `seen_from` is the article's date where that gave the number.
    """

    span: Span
    occasion: Occasion
    count: int
    day: date
    direction: Direction
    seen_from: date | None = None

    @property
    def working(self) -> str:
        """The account of the day."""
        verb = {
            "founding": "founded",
            "state": "founded",
            "agreement": "signed",
            "war": "began",
        }.get(self.occasion.kind, "happened")
        begin = say(self.occasion.begin)
        account = f"{verb} {begin} (reference) + {self.count} years = {say(self.day)}"
        if self.seen_from is not None:
            return f"{account}, the one nearest to the article's date {say(self.seen_from)}"
        return account


def anniversaries_in(doc: Doc, words: Words, published: date | None) -> list[Anniversary]:
    """Return the anniversaries whose occasion the reference knows.

    "the 30th anniversary of Ukraine's independence", "the centenary of the Treaty of Rome",
    "NATO's 75th anniversary"; without a number only those near the article's date.
    """
    counts = lexicon().anniversaries
    found = []
    for position, word in enumerate(words.lower):
        if word in counts:
            anniversary = _anniversary(doc, words, position, published)
            if anniversary is not None:
                found.append(anniversary)
    return found


def _anniversary(
    doc: Doc, words: Words, position: int, published: date | None
) -> Anniversary | None:
    count, first = _count_before(words, position)
    count = count or lexicon().anniversaries[words.lower[position]] or None
    after, end = _occasion_after(words, position)
    before, begin = (None, first) if after else _occasion_before(words, first)
    occasion = after or before
    if occasion is None:
        return None
    try:
        if count is not None:
            day, seen_from = _in_year(occasion.begin, occasion.begin.year + count), None
        elif published is not None:
            day, seen_from = _nearest(occasion.begin, published), published
        else:
            return None
    except OutOfCalendar:
        return None
    count = day.year - occasion.begin.year
    far = seen_from is not None and abs((day - seen_from).days) > _NEAR
    span = doc.char_span(words.starts[min(first, begin)], words.ends[end], alignment_mode="expand")
    head = doc.char_span(words.starts[position], words.ends[position], alignment_mode="expand")
    if count < 1 or far or span is None or head is None:
        return None
    verb = verb_of(head.root)
    direction = direction_of_verb(verb) if verb is not None else "open"
    return Anniversary(span, occasion, count, day, direction, seen_from)


def _in_year(begin: date, year: int) -> date:
    """Return the same day of another year; 28 February for a 29th that the year lacks."""
    leap = begin.month == 2 and begin.day == 29
    return make_date(year, begin.month, 28 if leap else begin.day)


def _nearest(begin: date, day: date) -> date:
    years = [year for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]
    return min((_in_year(begin, year) for year in years), key=lambda near: abs((near - day).days))


def _count_before(words: Words, position: int) -> tuple[int | None, int]:
    """Return the number of "75th", "seventy-fifth" or "25-year" and where its words begin."""
    start = position - 1
    if start >= 0 and words.lower[start] in ("founding", "golden", "silver"):
        start -= 1
    if start < 0:
        return None, position
    count = ordinal(words.lower[start])
    if count is None and words.lower[start] in ("year", "years") and start >= 2:
        start -= 2 if words.lower[start - 1] == "-" else 1
        value = number([words.lower[start]])
        return (int(value), start) if value is not None and value >= 1 else (None, position)
    if count is None:
        return None, position
    tens = lexicon().values["num"]
    if start >= 2 and words.lower[start - 1] == "-" and words.lower[start - 2] in tens:
        count += int(tens[words.lower[start - 2]])
        start -= 2
    return (count if count >= 1 else None), start


def _occasion_after(words: Words, position: int) -> tuple[Occasion | None, int]:
    """Return the occasion of "anniversary of (the founding of) (the) …" and where it ends."""
    if position + 1 >= len(words.lower) or words.lower[position + 1] not in ("of", "since"):
        return None, position
    verb = ""
    for start in range(position + 2, min(position + 12, len(words.lower))):
        word = words.lower[start]
        if word in (".", ";", ",", "(", '"') or word[0] == "\n":
            break
        if word in ("independence", "liberation", "founding", "establishment", "creation", "end"):
            verb = word
        entry = _longest_occasion(words, start)
        if entry is not None:
            length, occasion = entry
            if occasion.kind == "state" and not _about_state(words, start, start + length, verb):
                continue
            if occasion.kind == "founding" and not _about_founding(words, position, start, verb):
                continue
            return occasion, _end_of_name(words, start + length - 1)
    return None, position


def _end_of_name(words: Words, end: int) -> int:
    """Return the end of "Ukraine's independence", where the name alone ends earlier."""
    if words.lower[end + 1 : end + 2] == ["'s"] and words.lower[end + 2 : end + 3] in (
        ["independence"],
        ["founding"],
        ["statehood"],
    ):
        return end + 2
    return end


def _longest_occasion(words: Words, start: int) -> tuple[int, Occasion] | None:
    entries = index(anniversaries=True).get(words.lower[start], ())
    matching = [
        (name, named) for name, named in entries if isinstance(named, Occasion) and not named.series
    ]
    entry = longest(matching, words, start)
    if entry is None or not isinstance(entry[1], Occasion):
        return None
    text = words.text[words.starts[start] : words.ends[start + entry[0] - 1]]
    if entry[0] == 1 and text not in entry[1].names:
        return None
    return entry[0], entry[1]


def _about_state(words: Words, start: int, end: int, verb: str) -> bool:
    """Say whether the state's own founding is meant, and not something that it did."""
    after = words.lower[end] if end < len(words.lower) else ""
    if after in ("'s", "'"):
        following = words.lower[end + 1 : end + 3]
        return any(word in ("independence", "founding", "statehood") for word in following)
    names = {"people's", "republic", "federal"}
    return verb in ("independence", "founding", "establishment", "creation") or bool(
        names & set(words.lower[start:end])
    )


def _about_founding(words: Words, position: int, start: int, verb: str) -> bool:
    """Say whether the organisation itself has the anniversary: not "of talks with the UN"."""
    between = set(words.lower[position + 2 : start])
    return not between - {"the", "founding", "establishment", "creation", "of", "formation"}


def _occasion_before(words: Words, first: int) -> tuple[Occasion | None, int]:
    """Return the occasion of "NATO's 75th anniversary" and where it begins."""
    if first < 2 or words.lower[first - 1] not in ("'s", "'"):
        return None, first
    for start in range(max(0, first - 8), first - 1):
        entry = _longest_occasion(words, start)
        if entry is not None and start + entry[0] == first - 1:
            return entry[1], start
    return None, first
