"""The article's own date inferred: bounds from what it says, with the evidence for them."""

from __future__ import annotations

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
from briefing.extraction.times.published import in_dateline, own_text
from briefing.extraction.times.readings import Counted, Dated, Direction, Reading
from briefing.reading.date_lines import Kind, own_date
from briefing.reference.occasions import Occasion

_AIM = 20
"""A year to come that is further off than so many years bounds nothing."""

_WIDEST = 731
"""Bounds that lie more than so many days apart, two years, say nothing."""


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


def infer(
    doc: Doc,
    readings: list[tuple[Reading, Direction]],
    named: list[Found],
    anniversaries: list[Anniversary],
) -> Published:
    """Return bounds of the article's date with the evidence, or the unknown date.

    Evidence that contradicts other evidence makes the date unknown again: nothing is guessed. So do
    bounds that are open or more than two years apart.
    """
    found = [
        *_from_lines(doc),
        *_from_dates(doc, readings),
        *_from_occasions(named),
        *(_from_anniversary(doc, entry, readings) for entry in anniversaries),
    ]
    found = list(_without_far_aims(found))
    first, last = _bounds(found)
    found += list(_from_series(named, first, last))
    first, last = _bounds(found)
    found += list(_from_yearless(doc, first, last))
    first, last = _bounds(found)
    if first is None or last is None or not first <= last <= _furthest(first):
        return Published()
    used = [item for item in found if item.earliest == first or item.latest == last]
    used = [item for item in used if item.earliest == first or item.latest is not None]
    return Published(
        None,
        "inferred",
        first.isoformat(),
        last.isoformat(),
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


def _furthest(first: date) -> date:
    """Return the last day that bounds may reach from `first` on."""
    return date.fromordinal(min(first.toordinal() + _WIDEST, date.max.toordinal()))


def _from_yearless(doc: Doc, first: date | None, last: date | None) -> Iterator[Evidence]:
    """Yield the day of a dateline without a year, where bounds or its weekday leave one year."""
    if first is None:
        return
    for line in own_date(own_text(doc)).lines:
        written = line.written
        if written.month_day is None or line.kind is Kind.COPIED:
            continue
        if last is None and written.weekday is None:
            return
        days = [
            day
            for day in _days_of(written.month_day, first, last or _furthest(first))
            if written.weekday in (None, day.isoweekday())
        ]
        if len(days) == 1:
            words = _words(doc, written.start, written.end)
            account = (
                f"“{words}” stands where its date would stand; only {days[0].year} fits what else "
                "it says."
            )
            yield Evidence(account, days[0], days[0])
        return


def _days_of(month_day: tuple[int, int], first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        try:
            day = make_date(year, *month_day)
        except OutOfCalendar:
            continue
        if first <= day <= last:
            yield day


def _words(doc: Doc, start: int, end: int) -> str:
    return " ".join(own_text(doc)[start:end].split())


def _from_dates(doc: Doc, readings: list[tuple[Reading, Direction]]) -> Iterator[Evidence]:
    """Yield that the article is not older than the past that it speaks of."""
    text = own_text(doc)
    for reading, direction in readings:
        if not isinstance(reading.meaning, Dated) or in_dateline(text, reading):
            continue
        words = _words(doc, reading.start, reading.end)
        period = reading.meaning.period
        if direction == "past" and period.unit in ("day", "month", "year"):
            yield Evidence(f"It speaks of “{words}” as past.", earliest=period.start)
        elif direction == "future" and period.unit in ("day", "month", "year"):
            end = (reading.meaning.until or period).end
            account = f"It speaks of “{words}” as still to come."
            yield Evidence(account, latest=end, aim=period.unit == "year")


def _from_lines(doc: Doc) -> Iterator[Evidence]:
    """Yield the month that stands where the date would, and a date in digits that has two ways.

    "June 2022"; "03/05/2024", which is 3 May or 5 March.
    """
    for line in own_date(own_text(doc)).lines:
        written = line.written
        if line.kind is Kind.COPIED or not (written.month or len(written.days) == 2):
            continue
        words = _words(doc, written.start, written.end)
        if written.month is not None:
            account = f"“{words}” stands where its date would stand."
            yield Evidence(account, written.month, Period("month", written.month).end)
        else:
            first, last = sorted(written.days)
            account = f"“{words}” stands where its date would stand: {say(first)} or {say(last)}."
            yield Evidence(account, first, last)
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
