"""From what an expression says to when that is: anchors, directions and bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefing.extraction.times.calendar import (
    PARTS,
    OutOfCalendar,
    Period,
    containing,
    make_date,
    season,
)
from briefing.extraction.times.frames import part_of
from briefing.extraction.times.readings import (
    Counted,
    Dated,
    Direction,
    Fixed,
    Meaning,
    Named,
    Nth,
    Offset,
    Reading,
)
from briefing.reference.holidays import holidays, spans_of

_SIZES = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade")
_CYCLES = {"month": 1, "quarter": 3, "half": 6}
_ALMOST_A_YEAR = 300
_REPORTED = 75
"""So many days after a quarter its results are still to come."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known where an expression stands.

    Attributes:
        day: A day on which the article may have been written.
        previous: The period that the text named last, if it is near.
        direction: Where the sentence looks: past, future, or open.
    """

    day: date
    previous: Period | None = None
    direction: Direction = "open"


@dataclass(frozen=True, slots=True)
class Resolved:
    """When an expression is; `until` ends a range."""

    period: Period
    until: Period | None = None
    relative: bool = False
    from_previous: bool = False

    @property
    def end(self) -> date:
        """The last day."""
        return (self.until or self.period).end


def resolve(reading: Reading, anchor: Anchor) -> Resolved | None:
    """Return when `reading` is, or None where it has no date of its own.

    Raises:
        OutOfCalendar: The date lies outside years 1 to 9999.
    """
    meaning = reading.meaning
    found = _meant(meaning, anchor)
    if found is not None and isinstance(meaning, Counted) and meaning.base == "context":
        return _not_ahead(found, anchor) if reading.edge in ("late", "end") else found
    return found


def _meant(meaning: Meaning, anchor: Anchor) -> Resolved | None:
    if isinstance(meaning, Dated):
        return _agreeing(Resolved(meaning.period, meaning.until), meaning.weekday)
    if isinstance(meaning, Named):
        return _named(meaning, anchor)
    if isinstance(meaning, Counted):
        return _counted(meaning, anchor)
    if isinstance(meaning, Nth):
        return _nth(meaning, anchor)
    if isinstance(meaning, Offset):
        return _offset(meaning, anchor)
    return None


def _agreeing(found: Resolved, weekday: int) -> Resolved:
    """Return both days of "Saturday, 11 July" where that is a Sunday."""
    day = found.period.start
    if not weekday or day.isoweekday() == weekday or found.until is not None:
        return found
    back = (day.isoweekday() - weekday) % 7
    other = found.period.shift(-back if back <= 3 else 7 - back)
    first, last = sorted((found.period, other), key=lambda period: period.start)
    return replace(found, period=first, until=last)


def _nth(meaning: Nth, anchor: Anchor) -> Resolved | None:
    """Return when "the last Friday of November" is; of two years the one that is meant."""
    frame = _meant(meaning.frame, anchor)
    if frame is None:
        return None
    period = frame.period
    named = isinstance(meaning.frame, Named) and meaning.frame.kind == "month"
    present = isinstance(meaning.frame, Counted) and meaning.frame.base == "context"
    if (named or present) and period == containing("month", anchor.day):
        period = _not_over(meaning, period, anchor, 12 if named else 1)
    first, last = part_of(meaning, period)
    relative = frame.relative or not isinstance(meaning.frame, Dated)
    return Resolved(first, last, relative, frame.from_previous)


def _not_over(meaning: Nth, month: Period, anchor: Anchor, months: int) -> Period:
    """Return the next such month where this one's day is over and the sentence looks ahead."""
    first, last = part_of(meaning, month)
    if anchor.direction == "future" and (last or first).end < anchor.day:
        return month.shift(months)
    if anchor.direction == "past" and first.start > anchor.day:
        return month.shift(-months)
    return month


def _offset(meaning: Offset, anchor: Anchor) -> Resolved | None:
    """Return when "three weeks before the vote on 10 May" is, to the day if that is one."""
    origin = _meant(meaning.origin, anchor)
    if origin is None:
        return None
    start = origin.period if meaning.count < 0 else Period(origin.period.unit, origin.end)
    if meaning.unit == "weekday":
        day = _weekday(meaning.key, start.start, "last" if meaning.count < 0 else "next")
        weeks = Period("week", day.start).shift(meaning.count - (1 if meaning.count > 0 else -1))
        return Resolved(Period("day", weeks.start), relative=True)
    unit, times = PARTS.get(meaning.unit, (meaning.unit, 1))
    if origin.period.unit == "day" or meaning.unit in ("day", "week", "fortnight"):
        edge = origin.period.start if meaning.count < 0 else origin.end
        there = Period("day", Period(unit, edge).shift(meaning.count * times).start)
        return Resolved(there, relative=True)
    of_unit = {"month": 12, "quarter": 4, "half": 2, "season": 4}.get(origin.period.unit)
    if unit == "year" and of_unit is not None:
        return Resolved(origin.period.shift(of_unit * meaning.count), relative=True)
    if origin.period.unit != unit and _size(origin.period.unit) > _size(unit):
        return None
    return Resolved(containing(unit, start.start).shift(meaning.count * times), relative=True)


def _not_ahead(found: Resolved, anchor: Anchor) -> Resolved:
    """Return the last year's end for "peaked by the end of the year", said early in a year."""
    middle = found.period.start + (found.end - found.period.start) / 2
    if anchor.direction == "past" and not found.from_previous and anchor.day < middle:
        return replace(found, period=found.period.shift(-1))
    return found


def stretch(meaning: Fixed, day: date) -> tuple[date, date] | None:
    """Return the first and last day of a duration that ends or starts at the anchor.

    That is the article's day, or the date that the words count from.
    """
    if meaning.unit is None or meaning.amount != int(meaning.amount):
        return None
    if meaning.origin is not None:
        begin = _meant(meaning.origin, Anchor(day))
        if begin is None:
            return None
        day = begin.period.start
    unit, times = PARTS.get(meaning.unit, (meaning.unit, 1))
    there = Period(unit, day).shift(int(meaning.amount) * times).start
    if meaning.point:
        period = containing(unit, there)
        return period.start, period.end
    return (there, day) if there <= day else (day, there)


def _counted(meaning: Counted, anchor: Anchor) -> Resolved | None:
    if meaning.unit in PARTS:
        unit, times = PARTS[meaning.unit]
        meaning = replace(meaning, unit=unit, offset=meaning.offset * times)
    if meaning.back is not None:
        return _back(meaning, meaning.back, anchor)
    if meaning.inner is not None:
        inner = _within(meaning.inner, containing(meaning.unit, anchor.day).shift(meaning.offset))
        return Resolved(inner, relative=True)
    if meaning.unit == "same" and anchor.previous is None:
        return None
    if meaning.unit == "quarter" and meaning.base == "previous":
        return _quarter(meaning, anchor)
    # "Two days later" counts from something that has no date; "a year earlier" in a report
    # from the present year.
    from_event = meaning.offset > 0 or meaning.unit == "day"
    if meaning.base == "previous" and anchor.previous is None and from_event:
        return None
    if meaning.base == "published" or anchor.previous is None:
        found = containing(meaning.unit, anchor.day).shift(meaning.offset)
        return Resolved(found, relative=True)
    previous = anchor.previous
    if meaning.unit == "same":
        return Resolved(previous, relative=True, from_previous=True)
    if meaning.base == "context" and meaning.unit != "day":
        found = containing(meaning.unit, anchor.day).shift(meaning.offset)
        return Resolved(found, relative=True)
    if _size(previous.unit) > _size(meaning.unit):
        return None
    steps = {"quarter": 4, "half": 2, "month": 12}.get(previous.unit)
    if meaning.unit == "year" and steps is not None and meaning.offset:
        return Resolved(previous.shift(steps * meaning.offset), relative=True, from_previous=True)
    found = containing(meaning.unit, previous.start).shift(meaning.offset)
    return Resolved(found, relative=True, from_previous=True)


def _back(meaning: Counted, back: tuple[str, int], anchor: Anchor) -> Resolved:
    """Return the day of "three weeks ago today" and "two Fridays ago"."""
    day = Period("day", anchor.day).shift(meaning.offset)
    if meaning.inner is not None:
        day = _weekday(int(meaning.inner.key), anchor.day, "last")
    unit, count = back
    return Resolved(Period("day", Period(unit, day.start).shift(-count).start), relative=True)


def _quarter(meaning: Counted, anchor: Anchor) -> Resolved:
    """Return "the quarter" of a report: the one spoken of, or the last one that is over."""
    previous = anchor.previous
    if previous is not None and previous.unit == "quarter":
        return Resolved(previous.shift(meaning.offset), relative=True, from_previous=True)
    over = containing("quarter", anchor.day).shift(-1)
    return Resolved(over.shift(meaning.offset), relative=True)


def _size(unit: str) -> int:
    return _SIZES.index(unit) if unit in _SIZES else len(_SIZES)


def _within(named: Named, frame: Period) -> Period:
    """Return the month of a year, the weekday of a week, the quarter of a year."""
    if named.kind == "weekday":
        return Period("day", frame.widen("week").start).shift(int(named.key) - 1)
    year = frame.start.year
    if named.kind == "monthday":
        return Period("day", make_date(year, frame.start.month, int(named.key)))
    if named.kind == "season":
        return season(str(named.key), year)
    if named.kind == "day":
        month, day = divmod(int(named.key), 100)
        return Period("day", make_date(year, month, day))
    size = _CYCLES[named.kind]
    return Period(named.kind, make_date(year, (int(named.key) - 1) * size + 1, 1))


def _named(named: Named, anchor: Anchor) -> Resolved | None:
    direction = named.direction
    if direction == "open":
        direction = anchor.direction
    if named.kind in ("weekof", "weekendof"):
        found = _named(replace(named, kind="day"), anchor)
        return found and Resolved(found.period.widen(named.kind.removesuffix("of")), relative=True)
    if named.kind == "weekend":
        weekend = containing("weekend", anchor.day)
        back = direction in ("past", "open", "last") and weekend.start > anchor.day
        return Resolved(weekend.shift(-1) if back else weekend, relative=True)
    if named.kind == "weekday":
        return Resolved(_weekday(int(named.key), anchor.day, direction), relative=True)
    if named.kind == "turn":
        return _turn(str(named.key), anchor.day, direction)
    if named.kind == "weekday of month":
        return _weekday_of_month(int(named.key), anchor.day, direction)
    if named.kind == "holiday":
        return _holiday(str(named.key), anchor.day, direction)
    candidates = _around(named, anchor.day)
    if named.weekday:
        near = [
            one
            for one in candidates
            if one.start.isoweekday() == named.weekday
            and abs((one.start - anchor.day).days) <= _ALMOST_A_YEAR
        ]
        candidates = near or candidates
    now = containing(named.kind if named.kind != "weekof" else "day", anchor.day)
    chosen = _choose(candidates, now, direction, anchor.day)
    until = None
    if named.until:
        until = Period("day", chosen.start.replace(day=named.until))
    return _agreeing(Resolved(chosen, until, relative=True), named.weekday)


def _turn(unit: str, day: date, direction: Direction) -> Resolved:
    """Return the days around the New Year that is meant, or the years around a century's end."""
    if unit == "century":
        year = (day.year + 50) // 100 * 100
        return Resolved(Period("year", date(year - 1, 1, 1)), Period("year", date(year + 1, 1, 1)))
    candidates = [Period("day", make_date(day.year + back, 12, 20)) for back in (-2, -1, 0, 1)]
    start = _choose(candidates, Period("day", day), direction, day).start
    return Resolved(Period("day", start), Period("day", date(start.year + 1, 1, 10)), relative=True)


def _weekday_of_month(key: int, day: date, direction: Direction) -> Resolved | None:
    """Return "Tuesday the 18th": the day of that name nearest to the article's own."""
    weekday, number = divmod(key, 100)
    candidates = []
    for back in range(-14, 15):
        month = Period("month", day.replace(day=1)).shift(back).start
        try:
            found = make_date(month.year, month.month, number)
        except OutOfCalendar:
            continue
        if found.isoweekday() == weekday:
            candidates.append(Period("day", found))
    if not candidates:
        return None
    return Resolved(_choose(candidates, Period("day", day), direction, day), relative=True)


def _holiday(key: str, day: date, direction: Direction) -> Resolved | None:
    """Return the days of a holiday of the years around, as "last Easter" or the verb says.

    None where the days of a year around are not known: the one meant could be among them.
    """
    reach = 1 if holidays()[key].rule == "calendar" else 2
    years = range(max(1, day.year - reach), min(9999, day.year + reach) + 1)
    known = [spans_of(key, year) for year in years]
    spans = [span for found in known for span in found or ()]
    if None in known or not spans:
        return None
    lasting = [days for days in spans if days[0] <= day <= days[1]]
    if lasting and direction not in ("last", "next"):
        first, last = lasting[0]
    else:
        periods = [Period("day", days[0]) for days in spans]
        before = [period for period in periods if period.start <= day]
        past = direction == "past" and before
        chosen = before[-1] if past else _choose(periods, Period("day", day), direction, day)
        first = chosen.start
        last = dict(spans)[first]
    until = Period("day", last) if last != first else None
    return Resolved(Period("day", first), until, relative=True)


def _around(named: Named, day: date) -> list[Period]:
    """Return this year's and the neighbouring years' periods of that name, in order."""
    found = []
    reach = 8 if named.kind == "day" and int(named.key) == 229 else 2
    for year in range(day.year - reach, day.year + reach + 1):
        try:
            found.append(_within(named, Period("year", make_date(year, 1, 1))))
        except OutOfCalendar:
            continue
    return found


def _choose(candidates: list[Period], now: Period, direction: Direction, day: date) -> Period:
    if not candidates:
        raise OutOfCalendar("no such day in the years around")
    before = [period for period in candidates if period.start < now.start]
    same = [period for period in candidates if period.start == now.start]
    after = [period for period in candidates if period.start > now.start]
    reported = now.unit == "quarter" and direction == "future" and bool(before)
    if reported and (day - before[-1].end).days <= _REPORTED:
        # "Its earnings for the third quarter will be lower" is said when that is just over.
        return before[-1]
    if direction == "this":
        if now.unit == "season" and same:
            return same[0]
        year = [period for period in candidates if period.start.year == day.year]
        return (year or same or candidates)[0]
    if direction == "last":
        return (before or same or after)[-1]
    if direction == "next":
        return (after or same or before)[0]
    if direction == "past":
        return _not_a_year_ago((same or before[-1:] or after)[0], after, day)
    if direction == "future":
        return (same or after or before)[0]
    return min(candidates, key=lambda period: _distance((period.start - day).days))


def _not_a_year_ago(past: Period, after: list[Period], day: date) -> Period:
    """Return the day that is near for "the stop, planned for May 3, was moved", said in April.

    A day almost a year ago would be written with its year.
    """
    if past.unit == "day" and (day - past.start).days > _ALMOST_A_YEAR and after:
        return after[0]
    return past


def _distance(days: int) -> int:
    """Return how far a day is, twice as far when it lies ahead: news looks back."""
    return 2 * days if days > 0 else -days


def _weekday(number: int, day: date, direction: Direction) -> Period:
    today = Period("day", day)
    back = (day.isoweekday() - number) % 7
    ahead = (number - day.isoweekday()) % 7
    if direction == "last":
        return today.shift(-(back or 7))
    if direction == "next":
        return today.shift(ahead or 7)
    if direction in ("future", "this"):
        return today.shift(ahead)
    return today.shift(-back)


def unanchored_value(reading: Reading) -> str | None:
    """Return the TIMEX3 value of a reading whose anchor is unknown, X for what is."""
    meaning = reading.meaning
    if isinstance(meaning, Nth):
        return {"day": "XXXX-XX-XX", "weekday": f"XXXX-WXX-{meaning.key}"}.get(meaning.kind)
    if isinstance(meaning, Offset):
        return "XXXX-XX-XX"
    if isinstance(meaning, Named):
        kind, key = meaning.kind, meaning.key
        if kind == "month":
            return f"XXXX-{int(key):02}"
        if kind in ("day", "weekof", "weekendof"):
            return f"XXXX-{int(key) // 100:02}-{int(key) % 100:02}"
        if kind == "holiday":
            return "XXXX-XX-XX"
        if kind == "weekday":
            return f"XXXX-WXX-{key}"
        if kind == "weekend":
            return "XXXX-WXX-WE"
        return f"XXXX-{key}" if kind == "season" else f"XXXX-{kind[0].upper()}{key}"
    if isinstance(meaning, Counted):
        return {
            "day": "XXXX-XX-XX",
            "week": "XXXX-WXX",
            "weekend": "XXXX-WXX-WE",
            "month": "XXXX-XX",
            "quarter": "XXXX-QX",
            "decade": "XXX",
            "century": "XX",
        }.get(meaning.unit, "XXXX")
    return None


def narrowed(
    reading: Reading, first: date, last: date, days: tuple[date, ...] = ()
) -> tuple[date, date]:
    """Return the bounds of a part: "early", "mid-" and "late" are thirds; a week ends on Friday on.

    "Earlier this year" ends, and "later this year" begins, on the article's day.
    """
    edge = reading.edge
    if edge == "so far" or edge == "from now":
        if not days or not first <= days[0] <= days[-1] <= last:
            return first, last
        return (first, days[-1]) if edge == "so far" else (days[0], last)
    length = (last - first).days + 1
    if length < 7 or not edge:
        return first, last
    if length < 32:
        size = (2, 4) if length == 7 else (10, 20)
        if length in (14, 15, 16):
            size = (5, 10)
        low, high = (first.toordinal() + days_ for days_ in size)
        early, late = date.fromordinal(low), date.fromordinal(high)
    else:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        third = months // 3 if months < 120 else _third_of_years(months)
        early = Period("month", first).shift(third + 12 * (months == 120)).start
        late = Period("month", first).shift(months - third).start
        if edge == "end" and months in (3, 6):
            late = Period("month", first).shift(months - 1).start
    if edge == "early":
        return first, date.fromordinal(early.toordinal() - 1)
    if edge == "middle":
        return early, date.fromordinal(late.toordinal() - 1)
    return late, last


def _third_of_years(months: int) -> int:
    """Return the months of the late part of decades: the 1960s' late years are 1967 to 1969."""
    return 12 * (months // 36)


__all__ = ["Anchor", "Resolved", "narrowed", "resolve", "stretch", "unanchored_value"]
