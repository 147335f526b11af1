"""Rules for dates that are named: full and partial dates, weekdays, seasons, quarters, decades."""

from __future__ import annotations

from briefing.extraction.times.calendar import (
    OutOfCalendar,
    Period,
    containing,
    make_date,
    season,
)
from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.readings import (
    Base,
    Counted,
    Dated,
    Direction,
    Edge,
    Fixed,
    Named,
    Reading,
)
from briefing.extraction.times.rules_years import edge_of, year_of
from briefing.extraction.times.words import lexicon

DIRECTIONS: dict[str, Direction] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "following": "next",
    "this": "this",
    "that": "open",
}


def direction_of(hit: Hit, group: str = "rel") -> Direction:
    """Return the direction that "last", "this", "next" give."""
    return DIRECTIONS[hit.sign_of(group)] if hit.has(group) else "open"


def month_of(hit: Hit, group: str = "month") -> int:
    """Return the number of the month that is named."""
    word = next(word for word in hit.many(group) if word != ".")
    lex = lexicon()
    return int(lex.values["month"].get(word) or lex.values["mon"][word])


def weekday_of(hit: Hit, group: str = "weekday") -> int:
    """Return the number of the weekday that is named, 1 for Monday."""
    word = next(word for word in hit.many(group) if word != ".")
    lex = lexicon()
    return int(lex.values["weekday"].get(word) or lex.values["wday"][word])


def clock_of(hit: Hit, group: str = "part") -> str:
    """Return the TIMEX3 suffix of a part of the day."""
    return str(lexicon().value("part", hit.one(group))) if hit.has(group) else ""


def _day(hit: Hit, group: str = "day") -> int:
    word = hit.one(group)
    return int(word) if word.isdecimal() else nth(hit, group) or 0


def _day_named(hit: Hit, month: int, day: int, until: int = 0) -> Named:
    make_date(2000, month, day)
    if until and until <= day:
        raise OutOfCalendar("a range that ends before it starts")
    if until:
        make_date(2000, month, until)
    return Named("day", month * 100 + day, direction_of(hit), until)


def _iso(hit: Hit) -> tuple[Reading, ...]:
    """Read "2024-07-09"."""
    day = make_date(int(hit.one("y")), int(hit.one("m")), int(hit.one("d")))
    return (hit.reading(Dated(Period("day", day))),)


def _numeric(hit: Hit) -> tuple[Reading, ...]:
    """Read "07/09/2024" and "02-27-98": month first, unless only day first is a date."""
    first, second = int(hit.one("a")), int(hit.one("b"))
    if first > 12:
        first, second = second, first
    if hit.has("short") and not ("/" in hit.many("sep") or len(hit.many("a")[0]) == 2):
        return ()
    day = make_date(year_of(hit.one("y")), first, second)
    return (hit.reading(Dated(Period("day", day))),)


def _month_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "July 9", "Tuesday, July 9, 2024", "9 July 2024", "July 9-11, 2024"."""
    month, day = month_of(hit), _day(hit)
    until = int(hit.one("until")) if hit.has("until") else 0
    named = _day_named(hit, month, day, until)
    if hit.has("yearrel"):
        if hit.one("unit") != "year" or until:
            return ()
        offset = {"last": -1, "past": -1, "next": 1, "this": 0}[hit.sign_of("yearrel")]
        inner = Named("day", month * 100 + day)
        return (hit.reading(Counted("year", offset, inner=inner)),)
    if not hit.has("year"):
        return (hit.reading(named, edge=edge_of(hit)),)
    year = year_of(hit.one("year"))
    first = Period("day", make_date(year, month, day))
    last = Period("day", make_date(year, month, until)) if until else None
    return (hit.reading(Dated(first, last), edge=edge_of(hit)),)


def _day_range(hit: Hit) -> tuple[Reading, ...]:
    """Read "March 3" and "15" in "from March 3 to 15" as two days."""
    month, first, last = month_of(hit), _day(hit), _day(hit, "last" if hit.has("last") else "until")
    if last <= first or hit.class_of(hit.after()) in ("unit", "units", "month", "percent"):
        return ()
    start = _day_named(hit, month, first)
    return (
        hit.reading(start, group="start"),
        hit.reading(_day_named(hit, month, last), group="until"),
    )


def _month(hit: Hit) -> tuple[Reading, ...]:
    """Read "March", "early March 2012", "last May", "mid-December"."""
    month = month_of(hit)
    if hit.sign_of("month") == "mon" and not hit.has("year"):
        return ()
    if hit.has("year"):
        period = Period("month", make_date(year_of(hit.one("year")), month, 1))
        return (hit.reading(Dated(period), edge=edge_of(hit)),)
    named = Named("month", month, direction_of(hit))
    if hit.has("yearrel"):
        offset = {"last": -1, "past": -1, "next": 1, "this": 0}[hit.sign_of("yearrel")]
        return (hit.reading(Counted("year", offset, inner=named), edge=edge_of(hit)),)
    return (hit.reading(named, edge=edge_of(hit)),)


def _weekday(hit: Hit) -> tuple[Reading, ...]:
    """Read "Tuesday", "last Friday", "early Monday morning"."""
    if hit.one("part").endswith("s"):
        return ()
    clock = clock_of(hit)
    if hit.one("rel") == "recent":
        return (hit.reading(Fixed("DATE", f"XXXX-WXX-{weekday_of(hit)}"), clock=clock),)
    named = Named("weekday", weekday_of(hit), direction_of(hit))
    if hit.has("week"):
        offset = {"last": -1, "past": -1, "next": 1, "this": 0}[hit.sign_of("weekrel")]
        return (hit.reading(Counted("week", offset, inner=named), clock=clock),)
    return (hit.reading(named, clock=clock),)


def _season(hit: Hit) -> tuple[Reading, ...]:
    """Read "last summer", "the spring of 2011", "winter 2009"; "fall" alone only in "in fall"."""
    name = str(lexicon().value("season", hit.one("season")))
    if hit.has("year"):
        return (hit.reading(Dated(season(name, year_of(hit.one("year")))), edge=edge_of(hit)),)
    named = Named("season", name, direction_of(hit))
    if hit.has("yearrel"):
        offset = {"last": -1, "past": -1, "next": 1, "this": 0}[hit.sign_of("yearrel")]
        return (hit.reading(Counted("year", offset, inner=named), edge=edge_of(hit)),)
    if hit.one("season") in ("fall", "spring") and hit.after() == "of":
        return ()
    the = hit.all[0] == "the" and hit.one("season") in ("summer", "winter", "autumn")
    bare = not (hit.has("rel") or hit.has("edge") or the)
    if bare and hit.before() not in (
        "in",
        "by",
        "since",
        "until",
        "during",
        "through",
        "before",
        "after",
        "of",
        "for",
    ):
        return ()
    return (hit.reading(named, edge=edge_of(hit)),)


def _part_of_year(hit: Hit) -> tuple[Reading, ...]:
    """Read "the third quarter of 1997", "first-quarter", "the second half of last year"."""
    kind = "half" if hit.sign_of("kind") == "half" else "quarter"
    key = nth(hit, "nth") if hit.has("nth") else int(hit.one("q")[1])
    if hit.sign_of("kind") == "unit" and hit.one("kind") != "quarter":
        return ()
    if kind == "half" and hit.after() in ("hour", "century", "decade", "-", "inning"):
        return ()
    if hit.has("q") and hit.one("q")[0] == "h":
        kind = "half"
    if key is None or not 1 <= key <= (2 if kind == "half" else 4):
        return ()
    named = Named(kind, key)
    if hit.has("year") or hit.has("before"):
        year = year_of(hit.one("year") or next(word for word in hit.many("before")))
        month = 1 + (key - 1) * (6 if kind == "half" else 3)
        return (hit.reading(Dated(containing(kind, make_date(year, month, 1))), edge=edge_of(hit)),)
    if hit.has("yearrel"):
        offset = {"last": -1, "past": -1, "next": 1, "following": 1, "this": 0, "that": 0}[
            hit.sign_of("yearrel")
        ]
        return (hit.reading(Counted("year", offset, inner=named), edge=edge_of(hit)),)
    return (hit.reading(named, edge=edge_of(hit)),)


def _week_of_month(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first week of October", "the last days of May" as a part of the month."""
    ends: dict[str, Edge] = {"first": "early", "last": "late", "final": "late"}
    edge = ends.get(hit.one("which"), "")
    month = month_of(hit)
    if hit.has("year"):
        period = Period("month", make_date(year_of(hit.one("year")), month, 1))
        return (hit.reading(Dated(period), edge=edge),)
    return (hit.reading(Named("month", month), edge=edge),)


def _nth_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "the end of the year", "the beginning of next month", "the middle of this week"."""
    edge = edge_of(hit)
    unit = hit.one("unit")
    if hit.has("rel"):
        name = hit.sign_of("rel")
        base: Base = "previous" if name in ("that", "following") else "published"
        offset = {"last": -1, "past": -1, "next": 1, "following": 1}.get(name, 0)
        return (hit.reading(Counted(unit, offset, base), edge=edge),)
    if unit in ("hour", "minute"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge=edge),)


def _week_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "the week of 7 December" as that week."""
    month, day = month_of(hit), _day(hit)
    make_date(2000, month, day)
    return (hit.reading(Named("weekof", month * 100 + day)),)


_TAIL = "(?:comma?(?P<year>year))"
_YEARREL = "(?:of? the? (?P<yearrel>last|past|next|this) fiscal? unit)"
_YEARREL_UNIT = "(?:of?(?P<yearrel>last|past|next|this)(?P<unit>unit))"

RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        ("iso", "(?P<y>year)hyphen(?P<m>small)hyphen(?P<d>small)(?!small|hyphen)", _iso),
        (
            "numeric",
            "(?<!slash)(?<!hyphen)(?P<a>small)(?P<sep>slash|hyphen)(?P<b>small)(?P=sep)"
            "(?:(?P<y>year|(?P<short>small)))(?!slash|hyphen|percent)",
            _numeric,
        ),
        (
            "month day",
            "(?:DAY comma?the?)?(?P<edge>EDGE)?(?P<rel>last|this|next)?(?P<month>MONTH)"
            "(?P<day>small|ord)(?:hyphen(?P<until>small))?(?!colon|percent|meridiem)"
            f"(?:{_TAIL}|{_YEARREL_UNIT})?",
            _month_day,
        ),
        (
            "day range",
            "(?P<start>(?P<month>MONTH)(?P<day>small))and(?P<until>small)(?!colon|percent|meridiem)",
            _day_range,
        ),
        (
            "day range, day first",
            "(?P<start>(?P<day>small))and(?P<until>(?P<last>small)of?(?P<month>MONTH))",
            _day_range,
        ),
        (
            "day month",
            "(?:DAY comma?)?the?(?P<day>small|ord)(?:hyphen(?P<until>small))?of?"
            "(?P<rel>last|this|next)?(?P<month>MONTH)(?:comma?(?P<year>year))?",
            _month_day,
        ),
        (
            "month",
            "(?:the?(?P<edge>EDGE|(?:begin|middle|end)of))?"
            "(?P<rel>last|past|this|next|following|that)?"
            f"(?P<month>MONTH)(?:of?comma?(?P<year>YEAR)|{_YEARREL})?",
            _month,
        ),
        (
            "weekday",
            "(?P<edge>early|late|earlier|later|all)?(?:the(?=following|next|last|past)|article(?=past))?"
            "(?P<rel>last|past|this|next|following|that)?(?P<weekday>weekday)"
            "(?P<part>part)?(?:of?(?P<weekrel>last|next|this)(?P<week>unit))?",
            _weekday,
        ),
        (
            "season",
            "(?:the?(?P<edge>EDGE|(?:begin|middle|end)of)|the)?"
            "(?:this(?=last|past))?(?P<rel>last|past|this|next|following|that)?"
            f"(?P<season>season)(?:of?comma?(?P<year>YEAR)|{_YEARREL})?",
            _season,
        ),
        (
            "quarter",
            "(?:the(?!ord hyphen))?(?P<edge>EDGE|(?:begin|middle|end)of the?)?fiscal?"
            "(?:(?P<before>year)poss?)?(?P<nth>ord)hyphen?fiscal?"
            "(?P<kind>unit|half)"
            "(?:of?fiscal?(?P<year>year)|"
            "of?the?(?P<yearrel>last|past|next|this|following|that)fiscal?unit)?",
            _part_of_year,
        ),
        (
            "quarter number",
            "(?P<q>q_digit)(?:(?:of|comma|stop)?fiscal?(?P<year>year)|"
            "of?(?P<yearrel>last|next|this)unit)?",
            _part_of_year,
        ),
        (
            "edge of unit",
            "the?(?P<edge>begin|middle|end)of (?:the|(?P<rel>last|past|next|following|this|that))?"
            "(?:fiscal|calendar)?(?P<unit>unit)",
            _nth_of,
        ),
        (
            "week of month",
            "the(?P<which>ord|last)(?:unit|units)of(?P<month>MONTH)(?:of?comma?(?P<year>year))?",
            _week_of_month,
        ),
        ("week of", "the?unit of the?(?P<month>MONTH)(?P<day>small|ord)", _week_of),
        ("week of day", "the?unit of the?(?P<day>small|ord)of?(?P<month>MONTH)", _week_of),
    )
)
