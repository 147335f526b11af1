"""The article's own date: stated in it, or inferred as bounds from what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from briefing.extraction.facts import Published
from briefing.extraction.times.anniversaries import Anniversary
from briefing.extraction.times.calendar import OutOfCalendar, Period, make_date
from briefing.extraction.times.occasions import (
    Found,
    candidates_of,
    choose,
    say,
)
from briefing.extraction.times.readings import Counted, Dated, Direction, Named, Reading
from briefing.reference.occasions import Occasion

_HEAD = 600
"""How many signs from the start a dateline or a line with the date may lie."""

_AIM = 20
"""A year to come that is further off than so many years bounds nothing."""

_BEFORE = re.compile(
    r"(?:^|\n)[ ]*(?:(?:last )?(?:published|updated|posted|date|issued|released|modified)"
    r"(?: on| at)?\s*:?\s*)?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ ]*(?:(?:at |,|\||-|T)?[ ]*\d{1,2}[:.]\d\d[^\n]{0,20})?[ ]*(?:\n|$)")
_LABEL = re.compile(r"(?:published|updated|posted|issued|released)(?: on| at| in)?\s*:?\s*$", re.I)
_BYLINE = re.compile(r"\s+(?:By|From) [A-Z]")
_IN_SENTENCE = re.compile(
    r"\b(?:on|in|of|since|until|from|by|to|for|dated)\s+(?:\w+day,? )?$", re.I
)
_PLACE = re.compile(
    r"(?:^|\n)[ ]*(?:[A-Z]{2,}[\w'.-]*,?[ ]+(?:[A-Z][\w'.-]*,?[ ]+){0,5}|"
    r"(?:[A-Z][\w'.-]*,?[ ]+){0,5}[A-Z][\w'.-]*,[ ]+)\(?$"
)
_AGENCY = re.compile(r",?[ ]*(?:\d{4})?\)?[ ]*(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/)?[ ]*-+[ ]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that bounds the article's date.

    Attributes:
        sentence: The account of it, with the article's words.
        earliest: The article is not older than this day.
        latest: The article is not newer than this day.
        aim: Whether it is but a year to come, which may be the aim of a plan: "by 2050".
    """

    sentence: str
    earliest: date | None = None
    latest: date | None = None
    aim: bool = False


def stated(text: str, readings: list[Reading]) -> date | None:
    """Return the date that a dateline or a line at the top states, with its year.

    "VIENNA, 3 May 2023 (AFP) — …", "Published: May 3, 2023", a line "May 3, 2023".
    """
    for reading in readings:
        if reading.start > _HEAD:
            break
        meaning = reading.meaning
        if not isinstance(meaning, Dated) or meaning.period.unit != "day" or meaning.until:
            continue
        if _is_dateline(text, reading):
            return meaning.period.start
    return None


def _is_dateline(text: str, reading: Reading) -> bool:
    before, after = text[: reading.start], text[reading.end : reading.end + 80]
    if _LABEL.search(before):
        return True
    if _BEFORE.search(before) and _AFTER.match(after):
        return True
    if _BYLINE.match(after) and not _IN_SENTENCE.search(before):
        return True
    return bool(_PLACE.search(before) and _AGENCY.match(after))


def in_dateline(text: str, reading: Reading) -> bool:
    """Say whether a reading stands in the line that dates the article itself."""
    if reading.start > _HEAD or not isinstance(reading.meaning, Dated | Named):
        return False
    return _is_dateline(text, reading)


def dateline_day(text: str, readings: list[Reading]) -> Named | None:
    """Return the day of the year of a dateline without a year: "VIENNA, May 3 (AFP) —"."""
    for reading in readings:
        if reading.start > _HEAD:
            break
        meaning = reading.meaning
        if isinstance(meaning, Named) and meaning.kind == "day" and _is_dateline(text, reading):
            return meaning
    return None


def infer(
    doc: Doc,
    text: str,
    readings: list[tuple[Reading, Direction]],
    named: list[Found],
    anniversaries: list[Anniversary],
) -> Published:
    """Return bounds of the article's date with the evidence, or the unknown date.

    Evidence that contradicts other evidence makes the date unknown again: nothing is guessed.
    """
    found = [
        *_from_month_line(doc, text, readings),
        *_from_dates(doc, readings),
        *_from_occasions(named),
        *(_from_anniversary(doc, entry, readings) for entry in anniversaries),
    ]
    found = list(_without_far_aims(found))
    first, last = _bounds(found)
    found += list(_from_series(named, first, last))
    first, last = _bounds(found)
    day = dateline_day(text, [reading for reading, _ in readings])
    if day is not None and first is not None and last is not None:
        days = list(_in_bounds(day, first, last))
        if len(days) == 1:
            first = last = days[0]
            found.append(Evidence(f"The dateline gives {days[0].day} {days[0]:%B}.", first, last))
    if (first is None and last is None) or (first and last and first > last):
        return Published()
    used = [item for item in found if item.earliest == first or item.latest == last]
    used = [item for item in used if item.earliest == first or item.latest is not None]
    return Published(
        None,
        "inferred",
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        tuple(dict.fromkeys(item.sentence for item in used)),
    )


def _bounds(found: list[Evidence]) -> tuple[date | None, date | None]:
    first = max((item.earliest for item in found if item.earliest), default=None)
    last = min((item.latest for item in found if item.latest), default=None)
    return first, last


def _without_far_aims(found: list[Evidence]) -> Iterator[Evidence]:
    """Leave out years to come that say next to nothing of the article's own.

    "The plan is to plant a million trees by 2050." was not written in 2049, as a rule.
    """
    first = max((item.earliest for item in found if item.earliest), default=None)
    for item in found:
        year = item.latest.year if item.aim and item.latest is not None else None
        if year is None or (first is not None and year - first.year <= _AIM):
            yield item


def _in_bounds(named: Named, first: date, last: date) -> Iterator[date]:
    month, day = divmod(int(named.key), 100)
    for year in range(first.year, last.year + 1):
        try:
            found = make_date(year, month, day)
        except OutOfCalendar:
            continue
        if first <= found <= last:
            yield found


def _words(doc: Doc, start: int, end: int) -> str:
    article = doc._.article
    text: str = article.text if article is not None else doc.text
    return " ".join(text[start:end].split())


def _from_dates(doc: Doc, readings: list[tuple[Reading, Direction]]) -> Iterator[Evidence]:
    """Yield that the article is not older than the past that it speaks of."""
    for reading, direction in readings:
        if not isinstance(reading.meaning, Dated):
            continue
        words = _words(doc, reading.start, reading.end)
        period = reading.meaning.period
        if direction == "past" and period.unit in ("day", "month", "year"):
            yield Evidence(f"It speaks of “{words}” as past.", earliest=period.start)
        elif direction == "future" and period.unit in ("day", "month", "year"):
            end = (reading.meaning.until or period).end
            account = f"It speaks of “{words}” as still to come."
            yield Evidence(account, latest=end, aim=period.unit == "year")


def _from_month_line(
    doc: Doc, text: str, readings: list[tuple[Reading, Direction]]
) -> Iterator[Evidence]:
    """Yield that the article is of the month that stands where its date would: "June 2022"."""
    for reading, _ in readings:
        meaning = reading.meaning
        if reading.start > _HEAD:
            return
        if not isinstance(meaning, Dated) or meaning.period.unit != "month" or reading.edge:
            continue
        before, after = text[: reading.start], text[reading.end : reading.end + 80]
        alone = _BEFORE.search(before) and re.match(r"[ ]*(?:\n|$)", after)
        if alone or _LABEL.search(before):
            words = _words(doc, reading.start, reading.end)
            account = f"“{words}” stands where its date would stand."
            yield Evidence(account, meaning.period.start, meaning.period.end)
            return


def _from_occasions(named: list[Found]) -> Iterator[Evidence]:
    """Yield that the article is not older than a war or an event that it names."""
    for found in named:
        if isinstance(found.named, Occasion) and found.direction != "future":
            occasion = found.named
            yield Evidence(
                f"It names “{found.span.text}”: {occasion.name}, from {say(occasion.begin)} "
                "(reference).",
                earliest=occasion.begin,
            )


def _from_anniversary(
    doc: Doc, entry: Anniversary, readings: list[tuple[Reading, Direction]]
) -> Evidence:
    """Return that the article is of the year of an anniversary that is being kept."""
    sent = entry.span.sent
    year = Period("year", make_date(entry.day.year, 1, 1))
    for reading, _ in readings:
        if sent.start_char <= reading.start < sent.end_char:
            meaning = reading.meaning
            if isinstance(meaning, Counted) and meaning.unit == "year" and meaning.offset:
                year = year.shift(-meaning.offset)
            elif isinstance(meaning, Dated) and meaning.period.start.year != entry.day.year:
                return Evidence("")
            elif isinstance(meaning, Dated) and entry.direction == "past":
                return Evidence("", earliest=meaning.period.start)
    words = _words(doc, entry.span.start_char, entry.span.end_char)
    sentence = f"It speaks of “{words}”: {entry.working}; so it is of {year.start.year:04}."
    return Evidence(sentence, year.start, year.end)


def _from_series(named: list[Found], first: date | None, last: date | None) -> Iterator[Evidence]:
    """Yield that the article is older than the summit that it says is to come."""
    for found in named:
        if isinstance(found.named, Occasion) or found.direction not in ("future", "past"):
            continue
        occasion = _only(found, first, last)
        if occasion is None:
            continue
        place = f" in {occasion.places[0]}" if occasion.places else ""
        end = occasion.end or occasion.begin
        account = (
            f"It names “{found.span.text}”{place}: {occasion.name}, "
            f"{say(occasion.begin)} to {say(end)} (reference)"
        )
        if found.direction == "future":
            yield Evidence(
                f"{account}, as still to come.", latest=occasion.begin - timedelta(days=1)
            )
        else:
            yield Evidence(f"{account}, as past.", earliest=occasion.begin)


def _only(found: Found, first: date | None, last: date | None) -> Occasion | None:
    """Return the one occasion that fits; without bounds, one that the place alone settles."""
    if first is None and last is None:
        candidates = candidates_of(found)
        settled = found.year is not None or bool(found.places)
        return candidates[0] if settled and len(candidates) == 1 else None
    return choose(found, first, last)
