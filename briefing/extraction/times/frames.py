"""One of several in a frame: which days "the last Friday of November" is."""

from __future__ import annotations

from datetime import timedelta

from briefing.extraction.times.calendar import OutOfCalendar, Period, containing
from briefing.extraction.times.readings import Nth

_SIZES = {
    "day": 0,
    "weekday": 0,
    "weekend": 1,
    "iso week": 2,
    "week": 2,
    "month": 3,
    "quarter": 4,
    "season": 4,
    "half": 5,
    "year": 6,
    "decade": 7,
    "century": 8,
    "millennium": 9,
}


def part_of(nth: Nth, frame: Period) -> tuple[Period, Period | None]:
    """Return the first period that is meant, and the last where there are several.

    A month's weeks are counted from its first day, and so are the first and the last week of
    anything longer; other weeks of a year are those of ISO 8601.

    Args:
        nth: Which ones.
        frame: The period that they lie in.

    Raises:
        OutOfCalendar: The frame has not so many, or they are no smaller than it.
    """
    if nth.kind == "half" and frame.unit == "month":
        days = [Period("day", frame.start.replace(day=day)) for day in (1, 15, 16)]
        return (days[0], days[1]) if nth.count == 1 else (days[2], Period("day", frame.end))
    if _SIZES[nth.kind] >= _SIZES[frame.unit]:
        raise OutOfCalendar(f"no {nth.kind} of a {frame.unit}")
    if nth.kind == "iso week":
        week = containing("week", frame.start.replace(month=1, day=4)).shift(nth.count - 1)
        return week, None
    if nth.kind == "week":
        return _weeks(nth, frame)
    if nth.kind == "weekday":
        step = 7
        start = frame.start + timedelta(days=(nth.key - frame.start.isoweekday()) % 7)
        last = frame.end - timedelta(days=(frame.end.isoweekday() - nth.key) % 7)
    elif nth.kind == "weekend":
        step = 7
        start = frame.start + timedelta(days=(6 - frame.start.isoweekday()) % 7)
        last = frame.end - timedelta(days=(frame.end.isoweekday() - 6) % 7)
    elif nth.kind == "day":
        step, start, last = 1, frame.start, frame.end
    else:
        return _months(nth, frame)
    unit = "weekend" if nth.kind == "weekend" else "day"
    if nth.count > 0:
        day = start + timedelta(days=step * (nth.count - 1))
    else:
        day = last + timedelta(days=step * (nth.count + 1))
    first = Period(unit, day)
    until = first.shift((nth.length - 1) * (1 if unit == "weekend" else step))
    if nth.count < 0:
        first, until = first.shift((1 - nth.length) * (1 if unit == "weekend" else step)), first
    if first.start < frame.start or until.start > frame.end:
        raise OutOfCalendar(f"no such {nth.kind}")
    return first, (until if nth.length > 1 else None)


def _months(nth: Nth, frame: Period) -> tuple[Period, Period | None]:
    if nth.count > 0:
        first = containing(nth.kind, frame.start).shift(nth.count - 1)
    else:
        first = containing(nth.kind, frame.end).shift(nth.count + 2 - nth.length)
    until = first.shift(nth.length - 1)
    if first.start < frame.start or until.end > frame.end:
        raise OutOfCalendar(f"no such {nth.kind}")
    return first, (until if nth.length > 1 else None)


def _weeks(nth: Nth, frame: Period) -> tuple[Period, Period | None]:
    days = 7 * nth.length
    if frame.unit == "month" or nth.count in (1, -1):
        if nth.count > 0:
            start = frame.start + timedelta(days=7 * (nth.count - 1))
        else:
            start = frame.end - timedelta(days=7 * (-nth.count - 1) + days - 1)
        end = min(start + timedelta(days=days - 1), frame.end)
        if start > frame.end or start < frame.start:
            raise OutOfCalendar("no such week")
        return Period("day", start), Period("day", end)
    first = containing("week", frame.start)
    if frame.start.isoweekday() > 4:
        first = first.shift(1)
    last = containing("week", frame.end)
    if frame.end.isoweekday() < 4:
        last = last.shift(-1)
    week = first.shift(nth.count - 1) if nth.count > 0 else last.shift(nth.count + 2 - nth.length)
    if week.end < frame.start or week.start > frame.end:
        raise OutOfCalendar("no such week")
    return week, (week.shift(nth.length - 1) if nth.length > 1 else None)
