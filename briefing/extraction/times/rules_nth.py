"""Rules for one of several in a frame: "the last Friday of November", "the second week of 2027"."""

from __future__ import annotations

from briefing.extraction.times.calendar import Period, make_date
from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.holidays import NO_DATE
from briefing.extraction.times.readings import (
    Base,
    Counted,
    Dated,
    Edge,
    Fixed,
    Named,
    Nth,
    Reading,
)
from briefing.extraction.times.rules_dates import month_of, weekday_of
from briefing.extraction.times.units import offset_of, unit_of
from briefing.extraction.times.words import number

_COUNTED = ("day", "week", "weekend", "month", "quarter")
_FEW = 4
"""Of so many and more units only a part is meant: "the first days of August"."""


def frame_of(hit: Hit) -> Dated | Counted | Named | None:
    """Return the period that follows "of": a month, a year, "next month", "the year"."""
    if hit.has("f_month"):
        month = month_of(hit, "f_month")
        if hit.has("f_year"):
            return Dated(Period("month", make_date(int(hit.one("f_year")), month, 1)))
        named = Named("month", month)
        if hit.has("f_yearrel"):
            if hit.one("f_yunit") != "year":
                return None
            return Counted("year", offset_of(hit, "f_yearrel"), inner=named)
        return named
    if hit.has("f_y"):
        return Dated(Period("year", make_date(int(hit.one("f_y")), 1, 1)))
    if hit.has("f_unit"):
        if unit_of(hit, "f_unit") not in (*_COUNTED, "half", "year", "decade", "century"):
            return None
        rel = hit.sign_of("f_rel")
        base: Base = "context" if not rel else "published"
        if rel in ("following", "that"):
            base = "previous"
        return Counted(unit_of(hit, "f_unit"), offset_of(hit, "f_rel"), base)
    return None


def _count(hit: Hit) -> int | None:
    """Return which one: 1 and on, -1 for the last, -2 for the last but one."""
    if hit.has("n"):
        return nth(hit, "n")
    return -2 if hit.one("end") == "penultimate" else -1


def _weekday(hit: Hit) -> tuple[Reading, ...]:
    """Read "the last Friday of November", "the first Monday of October 2025"."""
    count, frame, key = _count(hit), frame_of(hit), weekday_of(hit)
    if count is None or frame is None:
        return ()
    if hit.class_of(hit.before()) == "every":
        return (hit.reading(Fixed("SET", f"XXXX-WXX-{key}")),)
    return (hit.reading(Nth("weekday", count, frame, key=key)),)


def _weekday_of_each(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first Friday of each month" as a set."""
    return (hit.reading(Fixed("SET", f"XXXX-WXX-{weekday_of(hit)}")),)


def _weekday_alone(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first Tuesday" of "the first Tuesday after the vote": no date by itself."""
    count, key = _count(hit), weekday_of(hit)
    value = f"XXXX-WXX-{key}"
    if hit.class_of(hit.before()) == "every":
        return (hit.reading(Fixed("SET", value)),)
    if count is None or (count == -1 and hit.after() not in ("before", "of", "in")):
        return ()
    return (hit.reading(Fixed(NO_DATE, value, counts=("weekday", count, key))),)


def _unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first week of June", "the last five days of May", "the third day of April"."""
    count, frame, unit = _count(hit), frame_of(hit), unit_of(hit)
    if count is None or frame is None or unit not in (*_COUNTED, "year"):
        return ()
    if hit.class_of(hit.before()) == "every":
        return (hit.reading(Fixed("SET", {"day": "P1M"}.get(unit, "P1Y"))),)
    length = number(hit.many("length")) if hit.has("length") else 1
    if length is None or length != int(length) or not 1 <= length <= 400:
        return ()
    if hit.sign_of("unit") == "units" and not hit.has("length"):
        edges: dict[int, Edge] = {1: "early", -1: "late"}
        if count not in edges:
            return ()
        return (hit.reading(frame, edge=edges[count]),)
    return (hit.reading(Nth(unit, count, frame, length=int(length))),)


def _part(hit: Hit) -> tuple[Reading, ...]:
    """Read "the early days of August", "the closing months of 2026" as a part of the frame."""
    frame = frame_of(hit)
    if frame is None or hit.sign_of("unit") != "units":
        return ()
    edge: Edge = "early" if hit.sign_of("edge") in ("early", "opening") else "late"
    return (hit.reading(frame, edge=edge),)


def _day(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first of the month", "the 20th of next month" as a day."""
    day, frame = nth(hit, "n"), frame_of(hit)
    if day is None or frame is None or unit_of(hit, "f_unit") != "month" or not 1 <= day <= 31:
        return ()
    if not hit.has("f_rel") and hit.class_of(hit.before()) == "every":
        return ()
    last = nth(hit, "until") if hit.has("until") else day
    if last is None or not day <= last <= 31:
        return ()
    return (hit.reading(Nth("day", day, frame, length=last - day + 1)),)


def _half(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first half of April" as the days up to the 15th, the second from the 16th on."""
    count, frame = nth(hit, "n") if hit.has("n") else -1, frame_of(hit)
    month = hit.has("f_month") or (hit.has("f_unit") and unit_of(hit, "f_unit") == "month")
    if count not in (-1, 1, 2) or frame is None or not month:
        return ()
    return (hit.reading(Nth("half", count, frame)),)


def _week_number(hit: Hit) -> tuple[Reading, ...]:
    """Read "week 12 of 2025" as that week of ISO 8601."""
    if hit.one("unit") != "week" or not 1 <= int(hit.one("n")) <= 53:
        return ()
    frame = Dated(Period("year", make_date(int(hit.one("y")), 1, 1)))
    return (hit.reading(Nth("iso week", int(hit.one("n")), frame)),)


def _turn(hit: Hit) -> tuple[Reading, ...]:
    """Read "the turn of the year" as the days around New Year, "of the century" as its years."""
    unit = hit.one("unit")
    if unit == "year":
        return (hit.reading(Named("turn", "year")),)
    if unit == "century":
        return (hit.reading(Named("turn", "century")),)
    return ()


_ONE = "(?:(?P<n>NTH)|(?P<end>last|final))"
_YEAR_OF = "(?:of|in|comma)?(?P<f_year>year)"
_YEARREL = "of?the?(?P<f_yearrel>last|past|next|this|following)(?P<f_yunit>unit)"
_FRAME = (
    f"(?:the?(?P<f_month>MONTH)(?:{_YEAR_OF}|{_YEARREL})?|(?P<f_y>year)|"
    "(?:the|the?(?P<f_rel>last|past|next|following|this|that))(?P<f_unit>unit))"
)
_OF = f"(?:of|in){_FRAME}"

RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        ("nth weekday", f"the?{_ONE}(?P<weekday>DAY){_OF}", _weekday),
        (
            "nth weekday of each",
            f"the?{_ONE}(?P<weekday>DAY)(?:of|in)every(?:unit|MONTH)",
            _weekday_of_each,
        ),
        (NO_DATE, f"the?{_ONE}(?P<weekday>DAY)", _weekday_alone),
        (
            "nth unit",
            f"(?:the|this)?{_ONE}(?P<length>(?!article)NUM)?(?:calendar)?(?P<unit>UNIT){_OF}",
            _unit,
        ),
        (
            "nth unit, no of",
            f"the?{_ONE}(?P<unit>unit)(?:(?P<f_y>year)|(?P<f_rel>last|next|this)(?P<f_unit>unit))",
            _unit,
        ),
        ("half of month", f"(?:the|this)?{_ONE}half{_OF}", _half),
        ("first days", f"the?(?P<edge>early|opening|late|final)(?P<unit>units){_OF}", _part),
        (
            "day of the month",
            "the?(?P<n>NTH)(?:(?:hyphen|and|for|until)the?(?P<until>NTH))?of(?:the|the?(?P<f_rel>last|past|next|following|this|that))(?P<f_unit>unit)",
            _day,
        ),
        ("week number", "(?P<unit>unit)(?P<n>small)(?:of|in|comma)?(?P<y>year)", _week_number),
        ("turn", "the?turn of the(?P<unit>unit)", _turn),
    )
)
