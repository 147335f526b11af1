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
    Fixed,
    Named,
    Offset,
    Reading,
)
from briefing.extraction.times.rules_years import edge_of, year_of
from briefing.extraction.times.units import offset_of
from briefing.extraction.times.words import lexicon

_BEFORE_MONTHS = frozenset(("in", "since", "by", "until", "till", "of", "from", "to", "through"))
_GOES_ON = frozenset(
    ("and", "but", "when", "that", "in", "at", "by", "after", "before", "for", "to")
)

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


def _end_of_range(hit: Hit) -> int:
    """Return the last day of "9-17 April" and "9 and 10 April", 0 for a single day.

    The days of a list ("1, 2 and 5 August") are the time from the first to the last.
    """
    listed = "," in hit.many("days")
    if not hit.has("until"):
        if listed:
            raise OutOfCalendar("a list without its last day")
        return 0
    join = hit.many("to")[0]
    if join not in ("-", "/", "to", "through", "until", "till", "and", "or"):
        raise OutOfCalendar("no range")
    moved = {hit.before(back) for back in range(2, 9)} & lexicon().tense["moved"]
    if hit.before() == "from" and moved:
        raise OutOfCalendar("moved from one day to another")
    plain = not hit.after()[:1].isalpha() or hit.after() in (*_GOES_ON, "of", "this", "next")
    if hit.has("first") and join in ("and", "or") and not plain:
        raise OutOfCalendar("a number of something else")
    return _day(hit, "until")


def _day_named(hit: Hit, month: int, day: int, until: int = 0) -> Named:
    make_date(2000, month, day)
    if until and until <= day:
        raise OutOfCalendar("a range that ends before it starts")
    if until:
        make_date(2000, month, until)
    weekday = weekday_of(hit, "dow") if hit.has("dow") else 0
    return Named("day", month * 100 + day, direction_of(hit), until, weekday)


def _iso(hit: Hit) -> tuple[Reading, ...]:
    """Read "2024-07-09"."""
    day = make_date(int(hit.one("y")), int(hit.one("m")), int(hit.one("d")))
    return (hit.reading(Dated(Period("day", day))),)


def _with_signs(hit: Hit) -> tuple[Reading, ...]:
    """Read "05-Aug-2016" and "2016 Oct 1"."""
    day = make_date(year_of(hit.one("y")), month_of(hit, "m"), int(hit.one("d")))
    return (hit.reading(Dated(Period("day", day))),)


def _dotted(hit: Hit) -> tuple[Reading, ...]:
    """Read "23.04.2022": day first, as all do who write the stop."""
    written = hit.one("dm")
    first, _, second = written.partition(".")
    if not second:
        return ()
    day = make_date(year_of(hit.one("y")), int(second), int(first))
    return (hit.reading(Dated(Period("day", day))),)


def _numeric(hit: Hit) -> tuple[Reading, ...]:
    """Read "07/09/2024" and "02-27-98"; which of two days it is, the text settles (numeric.py)."""
    first, second = int(hit.one("a")), int(hit.one("b"))
    if hit.has("short") and not ("/" in hit.many("sep") or len(hit.many("a")[0]) == 2):
        return ()
    year = year_of(hit.one("y"))
    if first > 12:
        return (hit.reading(Dated(Period("day", make_date(year, second, first)))),)
    day = Period("day", make_date(year, first, second))
    other = Period("day", make_date(year, second, first)) if second <= 12 else None
    return (hit.reading(Dated(day, other=other if other != day else None)),)


def _month_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "July 9", "Tuesday, July 9, 2024", "9 July 2024", "July 9-11, 2024"."""
    month, day, until = month_of(hit), _day(hit), _end_of_range(hit)
    named = _day_named(hit, month, day, until)
    if hit.has("yearrel"):
        if hit.one("unit") != "year" or until:
            return ()
        offset = offset_of(hit, "yearrel")
        inner = Named("day", month * 100 + day)
        return (hit.reading(Counted("year", offset, inner=inner)),)
    if hit.has("short") and int(hit.one("short")) <= 31:
        raise OutOfCalendar("a number that may be a day or an amount")
    if not hit.has("year") and not hit.has("short"):
        return (hit.reading(named, edge=edge_of(hit)),)
    year = year_of(hit.one("short" if hit.has("short") else "year"))
    first = Period("day", make_date(year, month, day))
    last = Period("day", make_date(year, month, until)) if until else None
    return (hit.reading(Dated(first, last, weekday=named.weekday), edge=edge_of(hit)),)


def _month(hit: Hit) -> tuple[Reading, ...]:
    """Read "March", "early March 2012", "last May", "mid-December"."""
    month = month_of(hit)
    short = hit.sign_of("month") == "mon" and not hit.has("year")
    if short and hit.before() not in _BEFORE_MONTHS:
        return ()
    if hit.has("year"):
        period = Period("month", make_date(year_of(hit.one("year")), month, 1))
        return (hit.reading(Dated(period), edge=edge_of(hit)),)
    named = Named("month", month, direction_of(hit))
    if hit.has("yearrel"):
        offset = offset_of(hit, "yearrel")
        return (hit.reading(Counted("year", offset, inner=named), edge=edge_of(hit)),)
    return (hit.reading(named, edge=edge_of(hit)),)


def _weekday(hit: Hit) -> tuple[Reading, ...]:
    """Read "Tuesday", "last Friday", "early Monday morning"."""
    if hit.one("part").endswith("s"):
        return ()
    clock = clock_of(hit)
    plain = not hit.after()[:1].isalpha() or hit.after() in _GOES_ON
    if hit.class_of(hit.before()) == "no" or (hit.before() == "a" and plain):
        return (hit.reading(Fixed("DATE", f"XXXX-WXX-{weekday_of(hit)}")),)
    if hit.one("rel") == "recent":
        return (hit.reading(Fixed("DATE", f"XXXX-WXX-{weekday_of(hit)}"), clock=clock),)
    named = Named("weekday", weekday_of(hit), direction_of(hit))
    if hit.has("week"):
        offset = offset_of(hit, "weekrel")
        return (hit.reading(Counted("week", offset, inner=named), clock=clock),)
    return (hit.reading(named, clock=clock),)


def _weekday_after(hit: Hit) -> tuple[Reading, ...]:
    """Read "Thursday last", "Friday next", "Friday after next"."""
    key = weekday_of(hit)
    if hit.has("after"):
        return (hit.reading(Offset("week", 1, Named("weekday", key, "next"))),)
    if hit.after()[:1].isalpha() and hit.after() not in _GOES_ON:
        return ()
    return (hit.reading(Named("weekday", key, direction_of(hit))),)


def _month_after(hit: Hit) -> tuple[Reading, ...]:
    """Read "March after next" as that of the year after."""
    return (hit.reading(Offset("year", 1, Named("month", month_of(hit), "next"))),)


def _weekday_of_week(hit: Hit) -> tuple[Reading, ...]:
    """Read "next week Wednesday" and "next week on Wednesday"."""
    if hit.one("unit") != "week":
        return ()
    offset = offset_of(hit)
    return (hit.reading(Counted("week", offset, inner=Named("weekday", weekday_of(hit)))),)


def _weekday_week(hit: Hit) -> tuple[Reading, ...]:
    """Read "Monday week", "a week on Monday", "a fortnight on Friday", "tomorrow week"."""
    unit = hit.one("unit")
    goes_on = not hit.after()[:1].isalpha() or hit.after() in (*_GOES_ON, "the", "a", "an", "his")
    if unit not in ("week", "fortnight") or (hit.has("bare") and not goes_on):
        return ()
    if hit.has("deictic"):
        offset = int(lexicon().value("deictic", hit.one("deictic")))
        return (hit.reading(Offset(unit, 1, Counted("day", offset))),)
    return (hit.reading(Offset(unit, 1, Named("weekday", weekday_of(hit), "next"))),)


def _weekday_nth(hit: Hit) -> tuple[Reading, ...]:
    """Read "Tuesday the 18th" and "Mon 13th": the nearest month where the two agree."""
    day = nth(hit, next(group for group in ("nth", "nth2", "nth3") if hit.has(group)))
    if day is None or not 1 <= day <= 31:
        return ()
    return (hit.reading(Named("weekday of month", 100 * weekday_of(hit) + day)),)


def _season(hit: Hit) -> tuple[Reading, ...]:
    """Read "last summer", "the spring of 2011", "winter 2009"; "fall" alone only in "in fall"."""
    name = str(lexicon().value("season", hit.one("season")))
    if hit.has("year"):
        return (hit.reading(Dated(season(name, year_of(hit.one("year")))), edge=edge_of(hit)),)
    named = Named("season", name, direction_of(hit))
    if hit.has("yearrel"):
        offset = offset_of(hit, "yearrel")
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
        "than",
        "till",
        "from",
        "around",
        "about",
        "come",
        "next",
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
        offset = offset_of(hit, "yearrel")
        return (hit.reading(Counted("year", offset, inner=named), edge=edge_of(hit)),)
    return (hit.reading(named, edge=edge_of(hit)),)


def _nth_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "the end of the year", "the beginning of next month", "the middle of this week"."""
    edge = edge_of(hit)
    unit = hit.one("unit")
    if hit.has("rel"):
        name = hit.sign_of("rel")
        base: Base = "previous" if name in ("that", "following") else "published"
        offset = offset_of(hit)
        return (hit.reading(Counted(unit, offset, base), edge=edge),)
    if unit in ("hour", "minute"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge=edge),)


def _week_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "the week of 7 December" as that week."""
    month, day = month_of(hit), _day(hit)
    make_date(2000, month, day)
    if hit.one("unit") == "weekend":
        return (hit.reading(Named("weekendof", month * 100 + day)),)
    if hit.one("unit") != "week":
        return ()
    return (hit.reading(Named("weekof", month * 100 + day)),)


_TAIL = "(?:(?:comma|of|in)?(?P<year>year))"
_TO = "(?P<to>hyphen|and|for|until|slash)the?"
_NUMBER = "small|NTH|num ord"
_YEARREL = "(?:of? the? (?P<yearrel>last|past|next|this) fiscal? unit)"
_YEARREL_UNIT = "(?:of?(?P<yearrel>last|past|next|this)(?P<unit>unit))"

RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "iso",
            "(?P<y>year)(?P<sep>hyphen|slash|stop)(?P<m>small)(?P=sep)(?P<d>small)(?!small|hyphen|slash)",
            _iso,
        ),
        (
            "day, month name, year",
            "(?P<d>small)(?P<sep>hyphen|slash|stop)(?P<m>month|mon)(?P=sep)(?P<y>year|small)",
            _with_signs,
        ),
        (
            "year, month name, day",
            "(?P<y>year)(?P<sep>hyphen|slash)?(?P<m>month|mon)(?P=sep)?(?P<d>small)(?!small|slash|hyphen|colon)",
            _with_signs,
        ),
        (
            "numeric",
            "(?<!slash)(?<!hyphen)(?P<a>small)(?P<sep>slash|hyphen)(?P<b>small)(?P=sep)"
            "(?:(?P<y>year|(?P<short>small)))(?!slash|hyphen|percent)",
            _numeric,
        ),
        ("dotted", "(?P<dm>int)stop(?P<y>year)(?!stop int|hyphen)", _dotted),
        (
            "month day",
            "(?:(?P<dow>DAY)comma?the?)?(?P<edge>EDGE)?(?P<rel>last|this|next)?(?P<first>(?P<month>MONTH))"
            f"(?:the(?=NTH|num ord))?(?P<day>{_NUMBER})(?P<days>(?:comma(?:{_NUMBER}))*)"
            f"(?:comma?{_TO}(?P<until>{_NUMBER}))?(?!colon small|percent|meridiem)"
            f"(?:{_TAIL}|{_YEARREL_UNIT})?",
            _month_day,
        ),
        (
            "day month",
            f"(?:(?P<dow>DAY)comma?)?the?(?P<day>{_NUMBER})(?P<days>(?:comma(?:{_NUMBER}))*)"
            f"(?:comma?{_TO}(?:DAY comma?)?(?P<until>{_NUMBER}))?of?"
            "(?P<rel>last|this|next)?(?P<month>MONTH)(?!NTH)"
            f"(?:(?:of|in|comma)?(?P<year>year)|{_YEARREL_UNIT}|"
            "(?P<short>small)(?!colon|meridiem|unit|units|percent))?",
            _month_day,
        ),
        (
            "month",
            "(?:the?(?P<edge>EDGE|(?:begin|middle|end)of))?"
            "(?P<rel>last|past|this|next|following|that)?"
            f"(?P<month>MONTH)(?:(?:of|in)?comma?(?P<year>YEAR)|{_YEARREL})?",
            _month,
        ),
        ("year and month", "(?P<year>year)(?P<month>month)(?!small|ord|NTH|year)", _month),
        (
            "weekday",
            "(?P<edge>early|late|earlier|later|all)?(?:the(?=following|next|last|past)|article(?=past))?"
            "(?P<rel>last|past|this|next|following|that)?(?P<weekday>weekday)"
            "(?P<part>part)?(?:of?(?P<weekrel>last|next|this)(?P<week>unit))?",
            _weekday,
        ),
        ("month after next", "(?P<month>month)after next", _month_after),
        (
            "weekday after",
            "(?P<weekday>weekday)(?:(?P<rel>last|next)|(?P<after>after)next)",
            _weekday_after,
        ),
        (
            "weekday of week",
            "the?(?P<rel>last|past|next|this)(?P<unit>unit)(?:hyphen|comma|on)?(?P<weekday>weekday)",
            _weekday_of_week,
        ),
        (
            "weekday week",
            "(?:article(?P<unit>unit)(?:on|from)(?:(?P<weekday>weekday)|(?P<deictic>deictic)))",
            _weekday_week,
        ),
        (
            "weekday week, bare",
            "(?<!the)(?<!last)(?<!next)(?<!this)(?P<bare>(?P<weekday>weekday)|(?P<deictic>deictic))(?P<unit>unit)",
            _weekday_week,
        ),
        (
            "weekday nth",
            "(?P<weekday>DAY)comma?(?:the(?P<nth>NTH)|(?<=wday)(?P<nth2>ord)|(?<=weekday)(?P<nth3>ord))(?!of|MONTH|UNIT)",
            _weekday_nth,
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
        ("year and quarter", "(?P<year>year)hyphen?(?P<q>q_digit)", _part_of_year),
        (
            "edge of unit",
            "the?(?P<edge>begin|middle|end)of (?:the|(?P<rel>last|past|next|following|this|that))?"
            "(?:fiscal|calendar)?(?P<unit>unit)",
            _nth_of,
        ),
        (
            "week of",
            "the?(?P<unit>unit)(?:of|begin|starting|ending)(?:on?DAY)?the?(?P<month>MONTH)(?P<day>small|ord)",
            _week_of,
        ),
        (
            "week of day",
            "the?(?P<unit>unit)(?:of|begin|starting|ending)(?:on?DAY)?the?(?P<day>small|ord)of?(?P<month>MONTH)",
            _week_of,
        ),
    )
)
