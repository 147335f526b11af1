"""Holidays that move through the year: when they are, and by what account.

Names and rules are in data/reference/holidays.toml. What follows the moon or another calendar is
looked up in the package holidays, which is loaded only when such a day is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml

KNOWN = range(2005, 2031)
"""The years for which the days of other calendars are taken from the package."""

_APART = 2
"""How many days the countries may differ about the day of one feast."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its names in lower case, and the rule for its days.

    Attributes:
        names: Names in lower case, the first one to look it up by.
        rule: nth, easter or calendar: which of the rules in the file.
        country: The country whose holiday is meant where no other is named, or None.
        says: What the account of its date says, after "is".
        fields: The rule's own fields.
    """

    names: tuple[str, ...]
    rule: str
    country: str | None
    says: str
    fields: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The name to look it up by."""
        return self.names[0]


@cache
def holidays() -> Mapping[str, Holiday]:
    """Return the holidays by each of their names.

    Raises:
        ReferenceDataError: A name stands twice.
    """
    found: dict[str, Holiday] = {}
    data = toml("holidays.toml")
    for rule in ("nth", "easter", "calendar"):
        for fields in data[rule]:
            names = tuple(fields["names"])
            holiday = Holiday(names, rule, fields.get("country"), _says(rule, fields), fields)
            for name in names:
                if name in found:
                    raise ReferenceDataError(f"holidays.toml: {name} is there twice.")
                found[name] = holiday
    return found


@cache
def national_names() -> frozenset[str]:
    """Return the names of days that many countries have, each its own."""
    return frozenset(toml("holidays.toml")["national"]["names"])


@cache
def no_weekdays() -> tuple[str, ...]:
    """Return names with a weekday in them that are no weekday of the week."""
    return tuple(toml("holidays.toml")["never"]["names"])


def _says(rule: str, fields: Mapping[str, Any]) -> str:
    if rule == "nth":
        return str(fields["says"])
    if rule == "calendar":
        return "dated by the public holidays of " + ", ".join(fields["countries"])
    easter = "Orthodox Easter Sunday" if fields.get("orthodox") else "Easter Sunday"
    days = abs(fields["offset"])
    if not days:
        return f"{easter} by the church's computation"
    unit = "day" if days == 1 else "days"
    return f"{days} {unit} {'after' if fields['offset'] > 0 else 'before'} {easter}"


def days_of(name: str, year: int) -> tuple[date, date] | None:
    """Return the first and last day of a holiday that begins in a year.

    Of one that countries keep on different days, or whose day hangs on the moon, these are the
    bounds. None where no rule or list gives it for that year, or gives two.
    """
    spans = spans_of(name, year)
    return spans[0] if spans is not None and len(spans) == 1 else None


@cache
def spans_of(name: str, year: int) -> tuple[tuple[date, date], ...] | None:
    """Return each time that a holiday begins in a year; None where that is not known."""
    holiday = holidays()[name]
    fields = holiday.fields
    if holiday.rule == "nth":
        day = _nth(year, fields)
        return () if day is None else ((day, day),)
    if holiday.rule == "easter":
        return _from_easter(year, fields)
    return _listed(year, fields)


def _nth(year: int, fields: Mapping[str, Any]) -> date | None:
    if fields.get("even") and year % 2:
        return None
    month, weekday, count = fields["month"], fields["weekday"], fields["nth"]
    if count > 0:
        first = date(year, month, 1)
        ahead = (weekday - first.isoweekday()) % 7
        day = first + timedelta(days=ahead + 7 * (count - 1))
    else:
        last = date(year, month + 1, 1) - timedelta(days=1)
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return day + timedelta(days=fields.get("plus", 0))


def _from_easter(year: int, fields: Mapping[str, Any]) -> tuple[tuple[date, date]] | None:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if not 1583 <= year <= 4099:
        return None
    orthodox = bool(fields.get("orthodox"))
    sunday = easter(year, EASTER_ORTHODOX) if orthodox else easter(year, EASTER_WESTERN)
    day = sunday + timedelta(days=fields["offset"])
    return ((day, day),)


def _listed(year: int, fields: Mapping[str, Any]) -> tuple[tuple[date, date], ...] | None:
    """Return when the countries of the file keep a day; None where they do not agree.

    The years are those of the sun, so a day of the moon may come twice in one.
    """
    if year not in KNOWN:
        return None
    category, labels = fields.get("category", "public"), tuple(fields["match"])
    starts = sorted(
        start for code in fields["countries"] for start in _starts(code, labels, category)
    )
    groups: list[list[date]] = []
    for start in starts:
        if groups and (start - groups[-1][0]).days <= _APART:
            groups[-1].append(start)
        else:
            groups.append([start])
    own = [group for group in groups if group[0].year == year]
    if not own or any(len(group) != len(fields["countries"]) for group in own):
        return None
    spans = [_span(group, fields) for group in own]
    found = tuple(span for span in spans if span is not None)
    return found if len(found) == len(spans) else None


def _span(starts: list[date], fields: Mapping[str, Any]) -> tuple[date, date] | None:
    if "until" not in fields:
        return starts[0], starts[-1] + timedelta(days=fields.get("last", 0))
    years = (starts[0].year, starts[0].year + 1)
    ends = [end for year in years for end in spans_of(fields["until"], year) or ()]
    after = [end[1] for end in ends if end[0] > starts[0]]
    return (starts[0], after[0] - timedelta(days=1)) if after else None


def _starts(code: str, labels: tuple[str, ...], category: str) -> list[date]:
    """Return the days that a country calls so where the day before is not called so."""
    days = _days_called(code, labels, category)
    return [day for day in days if day - timedelta(days=1) not in days]


@cache
def _days_called(code: str, labels: tuple[str, ...], category: str) -> tuple[date, ...]:
    years = range(KNOWN.start - 1, KNOWN.stop + 1)
    listed = _of_country(code, years, category)
    return tuple(sorted(day for day, names in listed.items() if set(labels) & set(names)))


def _of_country(code: str, years: range, category: str = "public") -> dict[date, tuple[str, ...]]:
    """Return the holidays of a country with their English names; none for an unknown country."""
    import holidays as package

    try:
        listed = package.country_holidays(
            code, years=years, observed=False, language="en_US", categories=(category,)
        )
    except (NotImplementedError, ValueError):
        return {}
    return {
        day: tuple(part.strip().removesuffix(" (estimated)") for part in names.split(";"))
        for day, names in listed.items()
    }


@cache
def national_day(code: str, name: str) -> tuple[int, int] | None:
    """Return month and day of a holiday that a country keeps on the same day every year.

    "Independence Day" of Ukraine is 24 August. None where the country has none of that name, or
    moves it.
    """
    wanted = name.replace("labour", "labor").replace("'", "")
    first: dict[int, tuple[int, int]] = {}
    for day, names in sorted(_of_country(code, range(2015, 2021)).items()):
        labels = (label.lower().replace("'", "") for label in names)
        if any(label in (wanted, f"international {wanted}") for label in labels):
            first.setdefault(day.year, (day.month, day.day))
    days = set(first.values())
    return days.pop() if len(days) == 1 else None
