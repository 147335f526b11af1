"""Periods of the calendar: a day, a week, … a century, written as TIMEX3 and as EDTF.

Everything that an expression dates is a `Period`: it has the precision that the words have and no
more. Counting from a period (two months before July 2024) gives a period of the counted unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

YEAR_UNITS = {
    "fiscal year": 1,
    "fiscal year from": 1,
    "year": 1,
    "decade": 10,
    "century": 100,
    "millennium": 1000,
}
MONTH_UNITS = {"month": 1, "quarter": 3, "half": 6}
PARTS = {"fortnight": ("week", 2), "semester": ("month", 6)}
"""Units that are counted as some of another."""
SEASONS = ("WI", "SP", "SU", "FA")
_EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_PRECISION = {
    "day": "day",
    "week": "interval",
    "weekend": "interval",
    "month": "month",
    "quarter": "interval",
    "half": "interval",
    "season": "interval",
    "year": "year",
    "fiscal year": "interval",
    "fiscal year from": "interval",
    "decade": "decade",
    "century": "interval",
    "millennium": "interval",
}


class OutOfCalendar(ValueError):
    """A date lies before year 1 or after year 9999."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: `unit` and its first day."""

    unit: str
    start: date

    @property
    def end(self) -> date:
        """The last day."""
        if self.unit == "day":
            return self.start
        if self.unit == "week":
            return _days(self.start, 6)
        if self.unit == "weekend":
            return _days(self.start, 1)
        if self.unit == "season":
            return _days(_months(self.start, 3), -1)
        if self.unit in MONTH_UNITS:
            return _last_day(_month_number(self.start) + MONTH_UNITS[self.unit] - 1)
        return _last_day(_month_number(self.start) + 12 * YEAR_UNITS[self.unit] - 1)

    @property
    def precision(self) -> str:
        """The table's word for how exact it is."""
        return _PRECISION[self.unit]

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        day, year = self.start, f"{self.start.year:04}"
        if self.unit == "day":
            return day.isoformat()
        if self.unit in ("week", "weekend"):
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "month":
            return f"{year}-{day.month:02}"
        if self.unit == "quarter":
            return f"{year}-Q{(day.month + 2) // 3}"
        if self.unit == "half":
            return f"{year}-H{1 if day.month < 7 else 2}"
        if self.unit == "season":
            return f"{year}-{season_name(day)}"
        if self.unit == "fiscal year":
            return f"FY{self.end.year:04}"
        return {
            "fiscal year from": f"FY{year}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
            "millennium": year[:1],
        }[self.unit]

    @property
    def edtf(self) -> str:
        """The EDTF value; a week has none, so it is an interval of days."""
        year = f"{self.start.year:04}"
        if self.unit in ("week", "weekend"):
            return f"{self.start.isoformat()}/{self.end.isoformat()}"
        if self.unit in ("fiscal year", "fiscal year from"):
            return f"{self.start.isoformat()[:7]}/{self.end.isoformat()[:7]}"
        if self.unit == "quarter":
            return f"{year}-{33 + (self.start.month - 1) // 3}"
        if self.unit == "half":
            return f"{year}-{40 if self.start.month < 7 else 41}"
        if self.unit == "season":
            return f"{year}-{_EDTF_SEASON[season_name(self.start)]}"
        if self.unit == "decade":
            return year[:3] + "X"
        if self.unit == "century":
            return year[:2] + "XX"
        if self.unit == "millennium":
            return year[:1] + "XXX"
        return self.value

    def shift(self, count: int) -> Period:
        """Return the period `count` units on (back, when negative)."""
        if self.unit == "day":
            return Period("day", _days(self.start, count))
        if self.unit in ("week", "weekend"):
            return Period(self.unit, _days(self.start, 7 * count))
        if self.unit == "season":
            return Period("season", _months(self.start, 3 * count))
        if self.unit in MONTH_UNITS:
            return Period(self.unit, _months(self.start, MONTH_UNITS[self.unit] * count))
        return Period(self.unit, _months(self.start, 12 * YEAR_UNITS[self.unit] * count))

    def widen(self, unit: str) -> Period:
        """Return the period of `unit` that the first day lies in."""
        return containing(unit, self.start)


def containing(unit: str, day: date) -> Period:
    """Return the period of `unit` that `day` lies in."""
    if unit == "day":
        start = day
    elif unit == "week":
        start = _days(day, -day.weekday())
    elif unit == "weekend":
        start = _days(day, 5 - day.weekday())
    elif unit == "season":
        start = _months(day.replace(day=1), -(day.month % 3))
    elif unit in MONTH_UNITS:
        size = MONTH_UNITS[unit]
        start = date(day.year, (day.month - 1) // size * size + 1, 1)
    else:
        size = YEAR_UNITS[unit]
        start = date(max(day.year // size * size, MINYEAR), 1, 1)
    return Period(unit, start)


def season_name(day: date) -> str:
    """Return the season (of the north) that `day` lies in."""
    return SEASONS[day.month % 12 // 3]


def season(name: str, year: int) -> Period:
    """Return a season of a year; winter is the one that the year begins in December."""
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    return Period("season", make_date(year, month, 1))


def make_date(year: int, month: int, day: int) -> date:
    """Return a date.

    Raises:
        OutOfCalendar: There is no such day.
    """
    try:
        return date(year, month, day)
    except ValueError as error:
        raise OutOfCalendar(str(error)) from error


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _months(day: date, count: int) -> date:
    """Return the day `count` months on, or the month's last where that day does not exist."""
    number = _month_number(day) + count
    last = _last_day(number)
    return last.replace(day=min(day.day, last.day))


def _last_day(number: int) -> date:
    year, month = divmod(number, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OutOfCalendar(f"year {year}")
    if month == 11:
        return date(year, 12, 31)
    return date(year, month + 2, 1) - timedelta(days=1)


def _days(day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        raise OutOfCalendar(f"{day} and {count} days") from error
