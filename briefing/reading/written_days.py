"""Days as documents write them: "3 May 2024", "May 3", "2024.05.03", "03/05/2024", "May 2024".

Only the writing is read here; whether a day is the article's own is date_lines.py's question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(_MONTHS, start=1)
}
_NUMBER["sept"] = 9
MONTH_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
"""The names of the months and their short forms, for regular expressions."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH = rf"(?P<month>{MONTH_NAMES})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_COMMA = r"(?:\s?,)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_LED = rf"(?:(?<![^\W\d_]){_WEEKDAY},?\s+(?:the\s+)?)?(?<![\d.:/])"
_FOLLOWED = rf"(?:,?\s+\(?{_WEEKDAY.replace('weekday', 'after')}\)?)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_LED}{_DAY}(?:\s+day)?(?:\s+of\s+|,?[\s-]*){_MONTH}{_COMMA}[\s-]*{_YEAR}{_FOLLOWED}",
        rf"{_LED}(?<![^\W\d_]){_MONTH}\s*{_DAY}{_COMMA}\s+{_YEAR}{_FOLLOWED}",
        rf"{_LED}(?P<year>(?:19|20)\d\d),?\s+{_MONTH}\s+{_DAY}(?![\d:])",
        rf"{_LED}(?P<year>(?:19|20)\d\d)(?P<sep>-|/|\.\s?)(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)"
        rf"(?!\d|[./-]\d){_FOLLOWED}",
        rf"{_LED}(?P<first>\d\d?)(?P<sep>[./-])(?P<second>\d\d?)(?P=sep){_YEAR}"
        rf"(?![./-]\d){_FOLLOWED}",
        rf"{_LED}{_DAY}(?:\s+of\s+|,?\s+){_MONTH}(?!{_COMMA}\s*\d{{4}}){_FOLLOWED}",
        rf"{_LED}(?<![^\W\d_]){_MONTH}\s+{_DAY}(?![\d:]|{_COMMA}\s*\d{{4}}){_FOLLOWED}",
        rf"(?<![^\W\d_]){_MONTH},?\s+{_YEAR}",
    )
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day or month as it stands in a text.

    Attributes:
        start: Offset of its first sign, a weekday before it included.
        end: Offset after its last.
        days: The days that it can be: one; two for "03/05/2024"; none without year or day.
        month_day: Month and day, where it has no year.
        month: The first day of the month, where it has no day.
        weekday: The weekday that stands with it, 1 for Monday.
        order: For digits alone, "day" where the day stands first, "month" where the month does,
            "both" where it can be read either way; else "".
    """

    start: int
    end: int
    days: tuple[date, ...] = ()
    month_day: tuple[int, int] | None = None
    month: date | None = None
    weekday: int | None = None
    order: Literal["", "day", "month", "both"] = ""


def written_days(text: str, start: int = 0, end: int | None = None) -> list[WrittenDay]:
    """Return the days and months that are written between two offsets, in order."""
    end = len(text) if end is None else end
    if not _DIGIT.search(text, start, end):  # every form has a number, most lines have none
        return []
    found: list[WrittenDay] = []
    for form in _FORMS:
        for match in form.finditer(text, start, end):
            first, last = match.span()
            if any(first < other.end and other.start < last for other in found):
                continue
            read = _read(match)
            if read is not None:
                found.append(read)
    return sorted(found, key=lambda one: one.start)


def settled(day: WrittenDay, text: str, near: Iterable[date | tuple[int, int]] = ()) -> WrittenDay:
    """Settle which number is the day in "03/05/2024", where that can be known.

    Its weekday says so, or else other days of the article (whole or without their year), or else
    the order of the other dates in digits; what contradicts itself leaves both days.
    """
    if len(day.days) < 2:
        return day
    others = set(near)
    by_near = [one for one in day.days if one in others or (one.month, one.day) in others]
    by_weekday = [one for one in day.days if one.isoweekday() == day.weekday]
    orders = {other.order for other in written_days(text) if other.order in ("day", "month")}
    by_order = list(day.days[:1] if orders == {"day"} else day.days[1:])
    for fits in (by_weekday, by_near, by_order if len(orders) == 1 else []):
        if len(fits) == 1:
            return replace(day, days=tuple(fits))
    return day


def _read(match: re.Match[str]) -> WrittenDay | None:
    groups = match.groupdict()
    weekday = groups.get("weekday") or groups.get("after")
    led = _WEEKDAYS.index(weekday[:3].casefold()) + 1 if weekday else None
    span = match.span()
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("first"):
        first, second = int(groups["first"]), int(groups["second"])
        return _of_digits(span, led, int(groups["year"] or 0), first, second, str(groups["sep"]))
    name = str(groups["month"]).casefold()
    month = int(name) if name.isdigit() else _NUMBER[name]
    if not groups.get("day"):
        whole = _day(year or 0, month, 1)
        return WrittenDay(*span, month=whole) if whole and _is_name(match) else None
    number = int(groups["day"])
    if year is None:
        known = _day(2000, month, number) and _is_name(match)
        return WrittenDay(*span, month_day=(month, number), weekday=led) if known else None
    day = _day(year, month, number)
    return WrittenDay(*span, days=(day,), weekday=led) if day else None


def _is_name(match: re.Match[str]) -> bool:
    """Say whether a month is written as one: not "may 3 of them go"."""
    return match["month"][0].isupper()


def _of_digits(
    span: tuple[int, int], weekday: int | None, year: int, first: int, second: int, sep: str
) -> WrittenDay | None:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if sep == ".":  # no country writes the month first with full stops
        month_first = None
    days = tuple(dict.fromkeys(day for day in (day_first, month_first) if day))
    if not days:
        return None
    if len(days) == 2:
        return WrittenDay(*span, days=days, weekday=weekday, order="both")
    if day_first and month_first:
        return WrittenDay(*span, days=days, weekday=weekday)
    order: Literal["day", "month"] = "day" if day_first else "month"
    return WrittenDay(*span, days=days, weekday=weekday, order=order)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # such as 31 June
        return None
