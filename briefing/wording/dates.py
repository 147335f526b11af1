"""Dates in words, with no more precision than they have."""

from __future__ import annotations

import re
from datetime import date

from briefing.tables import Row
from briefing.wording.words import cell_value

NO_DATE = "no date"
DATE_UNKNOWN = "date unknown"
NO_DAY_OF_PUBLICATION = "publication date unknown"
_STATED = ", stated"


def without_stated(words: str) -> str:
    """Return the date of an article without the note that the article states it itself."""
    return words.removesuffix(_STATED)


def as_day(value: object) -> date | None:
    """Read an ISO date; None for anything else, such as a year before our era."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def day(iso: str) -> str:
    """Say an ISO date: "9 July 2024"; a month or a year when it is no more than that."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        found = date(*parts)
        return f"{found.day} {found:%B %Y}"
    if len(parts) == 2:
        return f"{date(parts[0], parts[1], 1):%B %Y}"
    return str(parts[0])


def between(earliest: object, latest: object) -> str:
    """Say a span by its bounds: "9–11 July 2024", "until 8 July 2024", "from 3 May 2021"."""
    first, last = cell_value(earliest), cell_value(latest)
    if first is None and last is None:
        return NO_DATE
    if last is None:
        return f"from {day(str(first))}"
    if first is None:
        return f"{_UNTIL}{day(str(last))}"
    if first == last:
        return day(str(first))
    return _span(date.fromisoformat(str(first)), date.fromisoformat(str(last)))


def when(value: object, precision: object, earliest: object, latest: object) -> str:
    """Say the date of an event or a time expression as precisely as it is known.

    Args:
        value: EDTF.
        precision: One of `tables.PRECISIONS`.
        earliest: ISO bound.
        latest: ISO bound.
    """
    first = cell_value(earliest) or cell_value(latest)
    if first is None:
        return NO_DATE if cell_value(value) is None else str(value)
    found = date.fromisoformat(str(first))
    if precision == "year":
        return str(found.year)
    if precision == "month":
        return f"{found:%B %Y}"
    if precision == "decade":
        return f"the {found.year // 10 * 10}s"
    years = _YEARS.fullmatch(str(value)) if precision == "interval" else None
    if years:
        return f"{years[1]}–{years[2]}" if years[2] != ".." else f"from {years[1]}"
    return between(earliest, latest)


def when_of(row: Row) -> str:
    """Say the date of a row of `events`: what has a last day alone happens "by" it.

    What goes on lasts "until" it.
    """
    words = when(row["date"], row["precision"], row["earliest"], row["latest"])
    if cell_value(row["earliest"]) is None and row["tense"] != "ongoing":
        return words.replace(_UNTIL, "by ", 1)
    return words


_UNTIL = "until "

_YEARS = re.compile(r"(\d{4})/(\d{4}|\.\.)")
"""An interval of EDTF whose ends are years, whatever days bound it."""


YEARLESS = "Dates without a year"
WHY_YEARLESS = (
    "The articles have no date of their own, so the year is not known. Give an article its date "
    "to place these on the timeline."
)


def yearless(value: str) -> str:
    """Say a day or month whose year is not known: "5 April, year not stated".

    Args:
        value: A TIMEX3 value such as "XXXX-04-05" or "XXXX-04".
    """
    found = date(2000, int(value[5:7]), int(value[8:10] or 1))
    said = f"{found.day} {found:%B}" if value[8:10] else f"{found:%B}"
    return f"{said}, year not stated"


def working_words(working: str) -> str:
    """Return how a date was worked out as it is shown: what our calendar knows is a known date."""
    return working.replace("(reference)", "(known date)")


def published(value: object, basis: object, earliest: object, latest: object) -> str:
    """Say when an article was published and where that is known from."""
    if cell_value(value) is not None:
        return f"{day(str(value))}{', given' if basis == 'given' else _STATED}"
    first, last = cell_value(earliest), cell_value(latest)
    if first is None and last is None:
        return DATE_UNKNOWN
    return f"published {_bounds(first, last)}, inferred"


def _bounds(first: object | None, last: object | None) -> str:
    if last is None:
        return f"on or after {day(str(first))}"
    end = date.fromisoformat(str(last))
    following = date.fromordinal(end.toordinal() + 1)
    if first is None:
        return f"before {day(following.isoformat())}"
    start = date.fromisoformat(str(first))
    if (start.month, start.day) == (1, 1) and start.year == end.year:
        if (end.month, end.day) == (12, 31):
            return f"in {end.year}"
        return f"in {start.year}, before {following.day} {following:%B}"
    if start == end:
        return f"on {day(end.isoformat())}"
    return f"between {day(start.isoformat())} and {day(end.isoformat())}"


def _span(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{day(first.isoformat())} – {day(last.isoformat())}"
    if first.month != last.month:
        return f"{first.day} {first:%B} – {day(last.isoformat())}"
    return f"{first.day}–{last.day} {last:%B %Y}"
