"""Dates that are only known together: ranges, and what is counted from a date beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from briefing.extraction.grammar_words import VERBAL
from briefing.extraction.times.calendar import OutOfCalendar, Period, make_date, season
from briefing.extraction.times.readings import (
    Counted,
    Dated,
    Fixed,
    Meaning,
    Named,
    Nth,
    Offset,
    Reading,
)

_WAY = re.compile(
    r"\s+(?:to the day )?(?P<way>before|after|from|prior to|following|ahead of|of|starting"
    r"|beginning|commencing)\b(?P<noun>(?:\s+(?!and\b|or\b|but\b)[\w'’-]+){0,8}?)"
    r"(?:\s+(?:on|of|in|for|the))*\s*$",
    re.IGNORECASE,
)
_BACK = ("before", "prior to", "ahead of")
_EVE = re.compile(r"\b(?:the )?eve of (?:the )?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)


def counted_from(found: list[Reading], doc: Doc, text: str) -> list[Reading]:
    """Return the readings with what is counted from a date beside it given that date.

    "**three weeks** before the vote on 10 May" is a day in April, "**the day** after the referendum
    of 13 June" is the 14th, "within **48 hours** of the ruling of 27 January" are those days.

    Args:
        found: The readings of a text, in order.
        doc: The parsed text.
        text: The text with plain signs.
    """
    result = list(found)
    for place in range(len(found) - 1):
        one = _counted(found[place], found[place + 1], doc, text)
        if one is not None:
            result[place] = one
    return result


def eves(found: list[Reading], text: str) -> list[Reading]:
    """Return the readings with "the eve of" a day read as the day before it.

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    result = []
    for reading in found:
        match = _EVE.search(text[max(0, reading.start - 20) : reading.start])
        origin = reading.meaning
        if match is not None and isinstance(origin, Dated | Counted | Named | Nth):
            start = reading.start - (len(match.group()))
            reading = replace(reading, start=start, meaning=Offset("day", -1, origin))
        result.append(reading)
    return result


def _counted(first: Reading, second: Reading, doc: Doc, text: str) -> Reading | None:
    meaning, origin = first.meaning, second.meaning
    if not isinstance(meaning, Fixed) or meaning.counts is None or second.clock:
        return None
    if not isinstance(origin, Dated | Counted | Named | Nth):
        return None
    match = _WAY.match(text[first.end : second.start])
    if match is None or _has_verb(doc, first.end, second.start):
        return None
    way, noun = match["way"].lower(), match["noun"].strip()
    unit, count, key = meaning.counts
    before = text[: first.start].lower().split()[-1:]
    begins = way in ("starting", "beginning", "commencing") or (way == "from" and before == ["for"])
    within = before == ["within"]
    if begins or (within and way in ("of", "after", "from", "following")):
        if unit == "weekday":
            return None
        stretched = replace(
            meaning, unit=unit, amount=count, point=False, ahead=False, origin=origin
        )
        return replace(first, meaning=stretched)
    if way == "of" or (way == "from" and noun and not noun.lower().startswith(("the ", "its "))):
        return None
    sign = -1 if way in _BACK else 1
    if unit == "weekday" and count < 0:
        count = 1
    end = first.end + (match.end("noun") if noun else match.end("way"))
    meant = Offset(unit, sign * count, origin, key)
    return replace(first, end=end, meaning=meant, rule="counted from")


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(token.pos_ in VERBAL and token.tag_ != "VBG" for token in span)


def with_year_in_words(found: list[Reading], text: str) -> list[Reading]:
    """Return the readings with a year in words joined to the date before it.

    "the third of May, **nineteen ninety-six**" is one day.

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    result: list[Reading] = []
    for reading in found:
        first = result[-1] if result else None
        dated = None
        if first is not None and reading.rule == "year in words":
            between = text[first.end : reading.start].strip(" ,").lower()
            if between in ("", "of", "in the year"):
                dated = _in_year(first.meaning, reading.meaning)
        if dated is None or first is None:
            result.append(reading)
        else:
            result[-1] = replace(first, end=reading.end, meaning=dated)
    return result


def _in_year(named: Meaning, year: Meaning) -> Dated | Nth | None:
    if not isinstance(year, Dated):
        return None
    number = year.period.start.year
    if isinstance(named, Nth) and isinstance(named.frame, Named):
        frame = _in_year(named.frame, year)
        return replace(named, frame=frame) if isinstance(frame, Dated) else None
    if not isinstance(named, Named) or named.until:
        return None
    try:
        if named.kind == "season":
            return Dated(season(str(named.key), number))
        if named.kind in ("month", "quarter"):
            size = 1 if named.kind == "month" else 3
            day = make_date(number, size * (int(named.key) - 1) + 1, 1)
        elif named.kind == "day":
            day = make_date(number, *divmod(int(named.key), 100))
        else:
            return None
    except OutOfCalendar:
        return None
    return Dated(Period(named.kind, day))


def ranges(found: list[Reading], text: str) -> list[tuple[int, int]]:
    """Return the places of two readings that are the first and the last of a range.

    "from **Monday** to **Friday**", "between **28 December** and **3 January 2027**".

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    pairs = []
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        between = text[first.end : second.start]
        opened = _OPENS.search(text[max(0, first.start - 12) : first.start])
        joined = _TO.match(between) or (
            opened is not None and "between" in opened.group().lower() and _AND.match(between)
        )
        if joined and _is_point(first) and _is_point(second):
            pairs.append((place, place + 1))
    return pairs


def _is_point(reading: Reading) -> bool:
    meaning = reading.meaning
    if isinstance(meaning, Named):
        return (
            meaning.kind in ("day", "month", "weekday", "season", "quarter") and not meaning.until
        )
    if isinstance(meaning, Counted):
        return meaning.inner is not None and meaning.inner.kind == "weekday"
    return isinstance(meaning, Dated) and meaning.until is None


def with_years(found: list[Reading], text: str) -> list[Reading]:
    """Return the readings with the year of a range's end given to its beginning.

    "from **28 December** to 3 January 2027" begins in 2026.

    Args:
        found: The readings of a text, in order.
        text: The text.
    """
    result = list(found)
    for first, last in ranges(found, text):
        start, end = found[first].meaning, found[last].meaning
        if not isinstance(start, Named) or not isinstance(end, Dated):
            continue
        dated = _before(start, end.period)
        if dated is not None:
            result[first] = replace(found[first], meaning=dated)
    return result


def _before(named: Named, end: Period) -> Dated | None:
    """Return the last day or month of that name that is not after the end."""
    for year in (end.start.year, end.start.year - 1):
        try:
            if named.kind == "month":
                period = Period("month", make_date(year, int(named.key), 1))
            elif named.kind == "day":
                period = Period("day", make_date(year, int(named.key) // 100, int(named.key) % 100))
            else:
                return None
        except OutOfCalendar:
            continue
        if period.start <= end.end:
            return Dated(period)
    return None
