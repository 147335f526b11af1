"""Dates as a person or a file gives them, and nothing that can be read in two ways."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import NamedTuple

from briefing.clock import machine_day
from briefing.errors import ReadingError
from briefing.reading.date_lines import FIRST_YEAR, is_label, is_running, may_be_published, own_date
from briefing.reading.written_days import MONTH_NAMES, WrittenDay, settled, written_days

FIRST_DAY = date(FIRST_YEAR, 1, 1)
LAST_DAY = date(2099, 12, 31)
"""Days between which a page lets somebody choose the day of publication."""

_LONGEST = 90
_NOTHING = frozenset(
    (
        *("", "null", "none", "nan", "nat", "n/a", "na", "n.a.", "nil", "unknown", "undefined"),
        *("-", "--", "–", "—", "?", "tbc", "tba", "0", "no date", "undated", "n.d."),
    )
)
_EMPTY_DATE = re.compile(r"0000-00-00.*|0001-01-01.*|1970-01-01(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?")
_COMPACT = re.compile(
    r"(?:D:)?(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?:T?\d{4,6}\S{0,9})?"
)
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|-?\d{12,13}|-?\d{15,16}")
_EAST_ASIAN = re.compile(
    r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]"
)
_SHORT_YEAR = re.compile(
    r"(?P<led>(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s[A-Z][a-z]{2}\s)(?P<y>\d\d)(?=\s\d\d:\d\d)"
)
_SHORT_DIGITS = re.compile(
    r"(?<![\d./-])(?P<led>\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep))(?P<y>\d\d)(?=,?\s|$)"
)
_YEAR_LAST = re.compile(
    r"(?P<month>[A-Z][a-z]{2})\s(?P<day>\d\d?)\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z]{1,5}|\s[+-]\d{4})?"
    r"\s(?P<year>\d{4})"
)
_SIGNS = re.compile(r"\b(\d{1,4})[./-]([^\W\d_]{3,9})[./-](\d{1,4})(?!\d)")
_STRETCH = re.compile(r"(?<=[\dZ])/(?=\d{4}-\d\d-\d\d)")
_YEAR = re.compile(r"(?<!\d)(?P<y>\d{4})(?!\d)")
_FIRST_PUBLISHED = re.compile(r"\b(?:published|posted|updated|modified|edited)\b", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier januar enero gennaio janeiro januari",
            "février fevrier februar febrero febbraio fevereiro februari",
            "mars märz maerz marzo março maart",
            "avril april abril aprile",
            "mai mayo maggio maio mei",
            "juin juni junio giugno junho",
            "juillet juli julio luglio julho",
            "août aout august agosto augustus",
            "septembre september septiembre settembre setembro",
            "octobre oktober octubre ottobre outubro",
            "novembre november noviembre novembro",
            "décembre decembre dezember diciembre dicembre dezembro december",
        ),
        start=1,
    )
    for name in names.split()
}
_FOREIGN = re.compile(
    rf"(?P<d>\d{{1,2}})(?:er|\.)?\s+(?:de\s+)?(?P<m>{'|'.join(_MONTHS)})\s+(?:de\s+)?(?P<y>\d{{4}})",
    re.IGNORECASE,
)


_LIKE_A_DAY = re.compile(
    r"(?:[a-z]{3,10},?\s+)?(?:\d{4}-\d\d?-\d\d?.*|\d\d?[./-]\d\d?[./-]\d{4}.*"
    rf"|\d\d?(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES}),?\s+\d{{4}}"
    rf"|(?:{MONTH_NAMES})\s+\d\d?(?:st|nd|rd|th)?,?\s+\d{{4}})",
    re.IGNORECASE,
)
_HEAD_ROWS = 8


class GivenDate(NamedTuple):
    """A date of publication as a file gives it, read.

    Attributes:
        day: The ISO date; None where there is none or it cannot be known.
        note: Why there is no day although something is given, in one sentence; else empty.
    """

    day: str | None
    note: str = ""


def iso_date(text: str, *, any_year: bool = False) -> str:
    """Return the ISO date of a date as a person gives it: "2024-05-03", "3 May 2024".

    Args:
        text: The date.
        any_year: Whether it may be of a year in which no article was published, as the ends of a
            period may.

    Raises:
        ReadingError: It is no date, or can be read in two ways, such as 05/06/2024.
    """
    if any_year and len(text) <= _LONGEST:
        found = [one.days[0] for one in written_days(text) if len(one.days) == 1]
        if len(found) == 1:
            return found[0].isoformat()
    given = given_date(text)
    if given.day is not None:
        return given.day
    reason = given.note.removesuffix(".") or f"“{text[:40]}” is not a date"
    raise ReadingError(f"{reason}; write it as YYYY-MM-DD, for example 2024-05-03.")


def given_date(value: object, *, text: str = "", day_first: bool | None = None) -> GivenDate:
    """Read a date of publication as files give it, whatever its form.

    Args:
        value: Text, a number (days such as 20240709, seconds or milliseconds since 1970), a list of
            one, a dict such as {"$date": …}, a date or None. Of a time the writer's own day counts.
        text: The article; its own lines settle digits with two readings.
        day_first: Whether the dates beside it, of the same file, stand day first.
    """
    if isinstance(value, list | tuple) and len(value) <= 1:
        value = value[0] if value else None
    if isinstance(value, dict) and len(value) == 1:
        value = next(iter(value.values()))
        if isinstance(value, dict) and len(value) == 1:  # {"$date": {"$numberLong": "…"}}
            value = next(iter(value.values()))
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return GivenDate(None)
    if isinstance(value, datetime | date):
        return _checked(value.date() if isinstance(value, datetime) else value, str(value))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return _unread(value, "is not read as a date")
    if isinstance(value, int | float):
        shown = f"{value:.0f}" if abs(value) < 1e16 else "a number of many digits"
        return _of_text(shown, text, day_first)
    return _of_text(" ".join(value.split()), text, day_first)


def date_of_text(text: str) -> GivenDate:
    """Return the day that an article's own lines state, or why the one in its head is none."""
    own = own_date(text)
    if own.day is not None:
        return GivenDate(own.day.isoformat())
    if own.doubtful is not None:
        written = own.doubtful.written
        return GivenDate(None, given_date(text[written.start : written.end]).note)
    for row in [row for line in text.split("\n") if (row := line.strip())][:_HEAD_ROWS]:
        if is_running(row):
            break
        led, _, rest = row.partition(":")
        row = rest.strip() if rest and is_label(led) else row
        if _LIKE_A_DAY.fullmatch(row):
            return GivenDate(None, given_date(row).note)
    return GivenDate(None)


def day_first_of(values: list[object]) -> bool | None:
    """Say whether dates in digits of one file stand day first, where some can stand only so."""
    orders = {
        one.order
        for value in values
        if isinstance(value, str) and len(value) <= _LONGEST
        for one in written_days(_spelt(value))
    } & {"day", "month"}
    return orders == {"day"} if len(orders) == 1 else None


def _of_text(value: str, text: str, day_first: bool | None) -> GivenDate:
    if value.casefold() in _NOTHING or _EMPTY_DATE.fullmatch(value):
        return GivenDate(None)
    if len(value) > _LONGEST:
        return _unread(value, "is not read as a date")
    if _EPOCH.fullmatch(value) and not _COMPACT.fullmatch(value):
        return _of_epoch(float(value), value)
    for form in (_COMPACT, _EAST_ASIAN, _FOREIGN):
        if match := form.fullmatch(value):
            month = _MONTHS.get(match["m"].casefold()) or int(match["m"])
            return _of_numbers(int(match["y"]), month, int(match["d"]), value)
    found = [one for one in written_days(_spelt(value)) if one.days]
    if not found:
        return _none_found(value)
    days = [_settled(one, text, day_first) for one in found]
    first = days[0]
    if first.weekday is not None and first.weekday not in {d.isoweekday() for d in first.days}:
        return _unread(value, "has a weekday that is not that day’s")
    if len(first.days) > 1:
        return _unread(value, "can be read in two ways")
    known = {one.days[0] for one in days if len(one.days) == 1}
    if len(known) > 1 and not _FIRST_PUBLISHED.search(value):
        return _unread(value, "names several days")
    return _checked(min(known), value)


def _spelt(value: str) -> str:
    """Return a date with its year in four digits, and in an order in which dates are written."""
    value = _YEAR_LAST.sub(r"\g<day> \g<month> \g<year>", value)
    value = _SIGNS.sub(r"\1 \2 \3", _STRETCH.sub(" – ", value))
    value = _SHORT_YEAR.sub(r"\g<led>20\g<y>", value)
    return _SHORT_DIGITS.sub(_of_century, value)


def _of_century(match: re.Match[str]) -> str:
    year = 2000 + int(match["y"])
    return f"{match['led']}{year if year <= machine_day().year + 1 else year - 100}"


def _settled(one: WrittenDay, text: str, day_first: bool | None) -> WrittenDay:
    if len(one.days) < 2:
        return one
    near: list[date | tuple[int, int]] = []
    for line in own_date(text).lines if text else ():
        near += [day for day in (line.day, line.written.month_day) if day is not None]
    found = settled(one, text, near)
    if len(found.days) == 2 and day_first is not None:
        return replace(found, days=found.days[:1] if day_first else found.days[1:])
    return found


def _of_epoch(number: float, value: str) -> GivenDate:
    seconds = (
        number / 1e6 if abs(number) >= 1e14 else number / 1e3 if abs(number) >= 1e11 else number
    )
    try:
        return _checked(datetime.fromtimestamp(seconds, UTC).date(), value)
    except (ValueError, OverflowError, OSError):
        return _unread(value, "is not read as a date")


def _of_numbers(year: int, month: int, day: int, value: str) -> GivenDate:
    try:
        return _checked(date(year, month, day), value)
    except ValueError:
        return _unread(value, "is a day that does not exist")


def _none_found(value: str) -> GivenDate:
    year = _YEAR.search(value)
    if year is not None and not FIRST_YEAR <= int(year["y"]) <= machine_day().year + 1:
        return _unread(value, f"is not between {FIRST_YEAR} and next year")
    if _LIKE_A_DAY.fullmatch(_spelt(value)):
        return _unread(value, "is a day that does not exist")
    if re.fullmatch(r"(?:[^\W\d_]+\.?,?\s+)?\d{4}|\d{4}-\d\d", value):
        return _unread(value, "does not name a day")
    return _unread(value, "is not read as a date")


def _checked(day: date, value: str) -> GivenDate:
    if not may_be_published(day):
        return _unread(value, f"is not between {FIRST_YEAR} and next year")
    return GivenDate(day.isoformat())


def _unread(value: object, reason: str) -> GivenDate:
    shown = str(value)
    return GivenDate(None, f"“{shown[:40]}{'…' if len(shown) > 40 else ''}” {reason}.")
