"""The time axis: even where dates are near each other, narrowing where they are far apart.

An article speaks of next week and of a treaty of long ago at once. On an even axis next week would
be a hair's breadth; so when dates reach far, days near the article's date get more room than
years far from it, and the ticks say where they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_EVEN_DAYS = 6 * 366
_NEAR = 45.0
"""Days around the middle that are about even on a narrowing axis."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Places days on a line.

    Attributes:
        middle: The day at 0, the article's own as a rule.
        first: First day that is shown.
        last: Last day that is shown.
        even: Whether every day is as wide as any other.
    """

    middle: date
    first: date
    last: date
    even: bool

    def x(self, day: date) -> float:
        """Return where a day lies."""
        away = (day - self.middle).days
        if self.even:
            return float(away)
        return math.copysign(math.log1p(abs(away) / _NEAR), away)

    def day(self, x: float) -> date:
        """Return the day at a place, the nearest that the calendar has."""
        away = x if self.even else math.copysign(math.expm1(abs(x)) * _NEAR, x)
        least, most = date.min.toordinal(), date.max.toordinal()
        return date.fromordinal(min(max(self.middle.toordinal() + round(away), least), most))

    def ticks(self, width: int, *, apart: int = 64) -> list[tuple[float, str]]:
        """Choose labelled days that do not crowd each other: years first, then months, days."""
        left, right = self.x(self.first), self.x(self.last)
        pixels = width / max(right - left, 1e-9)
        chosen: list[tuple[float, str]] = []
        for day, label in _candidates(self):
            x = self.x(day)
            if all(abs(x - other) * pixels >= apart for other, _label in chosen):
                chosen.append((x, label))
        return sorted(chosen)


def make_scale(days: Iterable[date], middle: date | None = None) -> Scale:
    """Make the scale that shows all days with a little air on both sides."""
    known = sorted({*days, *([middle] if middle else [])})
    if not known:
        raise ValueError("A scale needs at least one day.")
    centre = middle or known[-1]
    first, last = known[0], known[-1]
    even = (last - first).days <= _EVEN_DAYS
    if even:
        air = max(timedelta(days=round((last - first).days * 0.05)), timedelta(days=10))
        return Scale(centre, _shift(first, -air), _shift(last, air), even)
    bare = Scale(centre, first, last, even)
    air_x = 0.06 * (bare.x(last) - bare.x(first))
    return Scale(centre, bare.day(bare.x(first) - air_x), bare.day(bare.x(last) + air_x), even)


def _shift(day: date, by: timedelta) -> date:
    least, most = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + by.days, least), most))


def _candidates(scale: Scale) -> Sequence[tuple[date, str]]:
    """List round days, roundest first: centuries, decades, years, months, weeks."""
    first, last = scale.first, scale.last
    found: list[tuple[date, str]] = []
    years = range(max(first.year, 1), min(last.year, 9998) + 1)
    for step, reach in ((100, 9999), (50, 9999), (10, 120), (5, 60), (1, 12)):
        found += [
            (date(year, 1, 1), str(year))
            for year in years
            if year % step == 0 and (scale.even or abs(year - scale.middle.year) <= reach)
        ]
    near = [year for year in years if scale.even or abs(year - scale.middle.year) <= 3]
    months = [date(year, month, 1) for year in near for month in range(1, 13)]
    for step in (6, 3, 1):
        found += [(day, f"{day:%b %Y}") for day in months if (day.month - 1) % step == 0]
    if (last - first).days <= 400:
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        found += [(day, f"{day.day} {day:%b}") for day in days if day.day in (8, 15, 22)]
    return [(day, label) for day, label in found if first <= day <= last]
