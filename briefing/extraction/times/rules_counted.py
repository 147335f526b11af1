"""Rules for what is counted or said of now: "two weeks ago", durations, sets, "last week"."""

from __future__ import annotations

from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.readings import Base, Counted, Fixed, Named, Reading
from briefing.extraction.times.rules_dates import clock_of, edge_of, weekday_of
from briefing.extraction.times.words import lexicon, number

LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
"""How TIMEX3 writes units; T stands before units shorter than a day."""

_MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
_MULTIPLES |= {"fortnight": ("week", 2), "semester": ("month", 6)}
_NO_RATE = frozenset(
    ("in", "for", "within", "of", "after", "over", "than", "by", "to", "and", "or", "is", "was")
)
_VAGUE_LETTERS = {"decade": "DE", "century": "CE", "millennium": "ML", "fortnight": "W"}
_SETS = {
    "second": "XXXX-XX-XXTXX:XX:XX",
    "minute": "XXXX-XX-XXTXX:XX",
    "hour": "XXXX-XX-XXTXX",
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "semester": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def unit_of(hit: Hit, group: str = "unit") -> str:
    """Return the unit that is named, singular."""
    word = hit.one(group)
    lex = lexicon()
    return str(lex.values["unit"].get(word) or lex.values["units"][word])


def amount_of(hit: Hit, group: str = "n") -> float | None:
    """Return how many: a number, one for "a", a half, None for "several" and bare plurals."""
    words = hit.many(group)
    if not words:
        return None
    names = {hit.class_of(word) for word in words}
    if "/" in words:
        whole, part, size = (int(word) for word in words if word.isdecimal())
        return whole + part / size if size else None
    if "heaps" in names:
        return None
    if "vague" in names:
        return 2 if "couple" in words else None
    count = number([word for word in words if hit.class_of(word) != "half"])
    if "half" in names:
        return 0.5 + (count or 0.0)
    if count is None:
        return 1.0 if "article" in names else None
    return count


def duration(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 duration: ``P2Y``, ``PT30M``, ``PXM``.

    Half a unit is written in the next smaller one: "half an hour" is ``PT30M``.
    """
    if unit == "weekend":
        return f"P{_plain(amount)}WE" if amount is not None else "PXWE"
    if amount is None:
        if unit in _VAGUE_LETTERS:
            return f"PX{_VAGUE_LETTERS[unit]}"
    elif unit in _MULTIPLES:
        unit, times = _MULTIPLES[unit]
        amount *= times
    if unit == "semester":
        unit = "month"
    if amount is not None and amount < 1:
        smaller = {"hour": ("minute", 60), "year": ("month", 12), "minute": ("second", 60)}
        if unit in smaller and amount * smaller[unit][1] == int(amount * smaller[unit][1]):
            unit, times = smaller[unit]
            amount *= times
    letters = LETTERS[unit]
    time = "T" if letters[0] == "T" and len(letters) > 1 else ""
    return f"P{time}{_plain(amount)}{letters[-1]}"


def _plain(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def _counted(
    hit: Hit, amount: float | None, unit: str, sign: int, base: Base
) -> Counted | Fixed | None:
    """Return the date so many units from the anchor, as exact as the unit is."""
    if amount is None:
        if base == "previous":
            return Fixed("DATE", _SETS.get(unit, "XXXX-XX-XX"))
        return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in _MULTIPLES:
        unit, times = _MULTIPLES[unit]
        amount *= times
    if unit == "weekend":
        unit = "week"
    if unit == "year" and amount != int(amount):
        unit, amount = "month", round(amount * 12)
    if unit in ("hour", "minute", "second"):
        return Fixed("TIME", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if amount > 100_000:
        return None
    return Counted(unit, sign * round(amount), base)


def _ago(hit: Hit) -> tuple[Reading, ...]:
    """Read "two weeks ago", "a year earlier", "five days later", "three weeks from now"."""
    amount, unit = amount_of(hit), unit_of(hit)
    word = hit.sign_of("way")
    sign = 1 if word in ("later", "after", "ref", "deictic") else -1
    base: Base = "published" if word in ("ago", "ref", "deictic") else "previous"
    meaning = _counted(hit, amount, unit, sign, base)
    return (hit.reading(meaning),) if meaning is not None else ()


def _duration(hit: Hit) -> tuple[Reading, ...]:
    """Read "two years", "a week", "a four-week closure" as durations; "three-year-old" is none."""
    following = (hit.after(), hit.after(2))
    if "old" in following[0] or (following[0] in ("-", "and", "or") and "old" in following[1]):
        return ()
    amount, unit = amount_of(hit), unit_of(hit)
    name = hit.sign_of("n")
    if unit == "second" and hit.one("unit") != "seconds":
        return ()
    if unit == "quarter" and (name in ("article", "half") or hit.after() == "of" or "-" in hit.all):
        return ()
    value = duration(amount, unit)
    size, times = _MULTIPLES.get(unit, (unit, 1))
    if hit.before() == "in" and amount is not None and size in ("day", "week", "month", "year"):
        count = amount * times
        if count == int(count) and count <= 100_000:
            return (hit.reading(Fixed("DURATION", value, size, count, point=True)),)
    return (hit.reading(Fixed("DURATION", value)),)


def _between(hit: Hit) -> tuple[Reading, ...]:
    """Read "12" and "18 months" in "between 12 and 18 months" as two durations."""
    unit = unit_of(hit)
    first, second = number(hit.many("first")), number(hit.many("n"))
    if unit == "second":
        return ()
    return (
        hit.reading(Fixed("DURATION", duration(first, unit)), group="first"),
        hit.reading(Fixed("DURATION", duration(second, unit)), group="second"),
    )


def _unit_spoken_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "for the year", "in the quarter" as the year or quarter that is spoken of."""
    unit = unit_of(hit)
    if unit not in ("year", "quarter", "month") or hit.after() in ("-", "of", "to", "since"):
        return ()
    base: Base = "published" if unit == "year" else "previous"
    return (hit.reading(Counted(unit, 0, base)),)


def _weekend(hit: Hit) -> tuple[Reading, ...]:
    """Read "the weekend" as the last or the next one."""
    if unit_of(hit) != "weekend":
        return ()
    return (hit.reading(Named("weekend", 6)),)


def _rate(hit: Hit) -> tuple[Reading, ...]:
    """Read "a year" in "$5 million a year" and "twice a week" as sets."""
    unit = unit_of(hit)
    if unit not in ("day", "week", "month", "quarter", "year") or hit.before() in _NO_RATE:
        return ()
    counts = [hit.class_of(hit.before(back)) or hit.before(back)[:1] for back in (1, 2, 3, 4)]
    if not any(count in ("num", "times") or count.isdecimal() for count in counts):
        return ()
    return (hit.reading(Fixed("SET", f"P1{LETTERS[unit][-1]}")),)


def _often_rate(hit: Hit) -> tuple[Reading, ...]:
    """Read "twice a week", "three times a year" as sets."""
    return (hit.reading(Fixed("SET", f"P1{LETTERS.get(unit_of(hit), 'D')[-1]}")),)


def _plural(hit: Hit) -> tuple[Reading, ...]:
    """Read bare "years", "for months", as durations of unknown length."""
    unit = unit_of(hit)
    before = hit.class_of(hit.before()) or hit.before()[:1]
    if unit == "second" or before in ("hyphen", "num", "ord") or before.isdecimal():
        return ()
    if unit == "minute" and hit.after() == "of":
        return ()
    return (hit.reading(Fixed("DURATION", duration(None, unit))),)


def _relative_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "last week", "this fiscal year", "early next month", "the following day"."""
    name, unit = hit.sign_of("rel"), unit_of(hit)
    offset = {"last": -1, "past": -1, "next": 1, "following": 1}.get(name, 0)
    if unit in ("hour", "minute"):
        return ()
    if unit != "weekend" and name == "past" and hit.one("rel") in ("past", "recent"):
        return (
            (hit.reading(Fixed("DURATION", duration(1, unit), unit, -1)),)
            if hit.one("rel") == "past"
            else ()
        )
    if unit in ("fortnight", "semester"):
        return (hit.reading(Fixed("DURATION", duration(1, unit))),)
    if unit in ("decade", "century", "millennium") and name in ("last", "next"):
        years = offset * _MULTIPLES[unit][1]
        return (hit.reading(Fixed("DURATION", duration(1, unit), "year", years)),)
    words = hit.many("rel")
    base: Base = "published"
    spoken_of = name in ("following", "that") or (name == "next" and unit == "day")
    if spoken_of or words[-1] in ("previous", "preceding", "prior"):
        base = "previous"
    return (hit.reading(Counted(unit, offset, base), edge=edge_of(hit)),)


def _span(hit: Hit) -> tuple[Reading, ...]:
    """Read "the last two years", "the past several months", "the next 90 days", "recent weeks"."""
    amount, unit = amount_of(hit), unit_of(hit)
    sign = 1 if hit.sign_of("rel") in ("next", "following") else -1
    if not hit.has("n"):
        amount = None
    if amount is not None and amount > 100_000:
        return ()
    size = unit
    count = amount or 0.0
    if size in _MULTIPLES:
        size, times = _MULTIPLES[size]
        count *= times
    anchored = hit.sign_of("rel") != "following" and size in ("day", "week", "month", "year")
    value = duration(amount, unit)
    if not anchored or not count or count != int(count):
        return (hit.reading(Fixed("DURATION", value)),)
    return (hit.reading(Fixed("DURATION", value, size, sign * count)),)


def _edge_in_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "later in the day", "early in the year" as a part of what is spoken of."""
    unit = unit_of(hit)
    if unit in ("hour", "minute", "quarter"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge=edge_of(hit)),)


def _seconds(hit: Hit) -> tuple[Reading, ...]:
    """Read "a 30-second clip" as a duration."""
    if hit.one("unit") != "second":
        return ()
    return (hit.reading(Fixed("DURATION", duration(amount_of(hit), "second"))),)


def _and_a_half(hit: Hit) -> tuple[Reading, ...]:
    """Read "a year and a half" as a duration."""
    return (hit.reading(Fixed("DURATION", duration(1.5, unit_of(hit)))),)


def _end_of_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "year-end" and "the year's end" as the end of the year that is spoken of."""
    unit = unit_of(hit)
    if unit not in ("year", "month", "quarter"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge="late"),)


def _fiscal_year(hit: Hit) -> tuple[Reading, ...]:
    """Read "the fiscal year" as the present one."""
    unit = unit_of(hit)
    return (hit.reading(Counted(unit, 0)),) if unit in ("year", "quarter") else ()


def _nth_of_month(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 17th of this month" as a day."""
    day = nth(hit, "nth")
    if unit_of(hit) != "month" or day is None or not 1 <= day <= 31:
        return ()
    offset = {"last": -1, "next": 1}.get(hit.sign_of("rel"), 0)
    return (hit.reading(Counted("month", offset, inner=Named("monthday", day))),)


def _first_units(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first nine months" as a duration."""
    return (hit.reading(Fixed("DURATION", duration(amount_of(hit), unit_of(hit)))),)


def _deictic(hit: Hit) -> tuple[Reading, ...]:
    """Read "today", "yesterday afternoon", "early tomorrow", "tonight"."""
    word = hit.one("day")
    clock = clock_of(hit) or ("TNI" if word == "tonight" else "")
    offset = int(lexicon().value("deictic", word))
    return (hit.reading(Counted("day", offset), clock=clock, edge=edge_of(hit)),)


def _relative_part(hit: Hit) -> tuple[Reading, ...]:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    name = hit.sign_of("rel")
    offset = {"last": -1, "past": -1, "next": 1, "following": 1}.get(name, 0)
    base: Base = "previous" if name in ("that", "following", "past", "next") else "published"
    return (hit.reading(Counted("day", offset, base), clock=clock_of(hit)),)


def _part(hit: Hit) -> tuple[Reading, ...]:
    """Read "the morning", "noon", "overnight" as a time of the day that is spoken of."""
    word = hit.one("part")
    at = word in ("dawn", "dusk", "daybreak") and hit.before() in ("at", "before", "after", "by")
    if not (hit.has("the") or at or word in ("noon", "midnight", "overnight", "midday")):
        return ()
    if word == "overnight" and hit.after() in ("delivery", "stay", "rate", "rates"):
        return ()
    return (hit.reading(Counted("day", 0, "context"), clock=clock_of(hit)),)


def _clock(hit: Hit) -> tuple[Reading, ...]:
    """Read "15:00 GMT", "8:30 p.m.", "9 am", also with the day: "15:00 GMT Saturday"."""
    said = number(hit.many("h"))
    hour, minute = int(said if said is not None else 99), int(hit.one("m") or 0)
    if hit.has("dotted"):
        hours, _, minutes = hit.one("dotted").partition(".")
        if len(minutes) != 2 or not hours.isdecimal():
            return ()
        hour, minute = int(hours), int(minutes)
    meridiem = hit.one("ap").replace(".", "")
    if hit.has("m") and len(hit.one("m")) != 2:
        return ()
    after_date = hit.before().isdecimal()
    if hit.has("s") and not meridiem and not hit.has("day") and not after_date:
        value = f"PT{hour}H{minute}M{int(hit.one('s'))}S"
        return (hit.reading(Fixed("DURATION", value)),)
    if hour > (12 if meridiem else 24) or minute > 59:
        return ()
    if meridiem == "pm" and hour < 12:
        hour += 12
    if meridiem == "am" and hour == 12:
        hour = 0
    clock = f"T{hour:02}:{minute:02}"
    meaning: Counted | Named = Counted("day", 0, "context")
    if hit.sign_of("day") == "weekday":
        meaning = Named("weekday", weekday_of(hit, "day"))
    elif hit.has("day"):
        meaning = Counted("day", int(lexicon().value("deictic", hit.one("day"))))
    return (hit.reading(meaning, clock=clock),)


def _military(hit: Hit) -> tuple[Reading, ...]:
    """Read "1730 GMT" as a time of day."""
    digits = hit.one("clock")
    if len(digits) != 4 or not digits.isdecimal() or digits >= "2400" or digits[2:] > "59":
        return ()
    return (hit.reading(Counted("day", 0, "context"), clock=f"T{digits[:2]}:{digits[2:]}"),)


def _these(hit: Hit) -> tuple[Reading, ...]:
    """Read "these days" as the present."""
    if unit_of(hit) != "day":
        return ()
    return (hit.reading(Fixed("DATE", "PRESENT_REF")),)


def _nth_alone(hit: Hit) -> tuple[Reading, ...]:
    """Read "on the 17th" as a day of the month that is spoken of."""
    day = nth(hit, "nth")
    after = hit.after()
    ends = not after[:1].isalnum() or after in (
        "and",
        "to",
        "when",
        "that",
        "after",
        "before",
        "at",
    )
    written = hit.one("nth")[0].isdecimal()
    if hit.before() != "on" or not written or not ends or day is None or not 1 <= day <= 31:
        return ()
    return (hit.reading(Counted("month", 0, "context", inner=Named("monthday", day))),)


def _every(hit: Hit) -> tuple[Reading, ...]:
    """Read "every year", "each morning", "every two weeks", "every Monday"."""
    lex = lexicon()
    word = hit.one("what")
    name = hit.sign_of("what")
    if name == "part":
        return (hit.reading(Fixed("SET", "XXXX-XX-XX" + str(lex.value("part", word)))),)
    if name == "weekday":
        return (hit.reading(Fixed("SET", f"XXXX-WXX-{lex.value('weekday', word)}")),)
    if name == "season":
        return (hit.reading(Fixed("SET", f"XXXX-{lex.value('season', word)}")),)
    if name == "month":
        return (hit.reading(Fixed("SET", f"XXXX-{int(lex.value('month', word)):02}")),)
    unit = unit_of(hit, "what")
    if hit.has("n") or hit.has("other"):
        amount = 2.0 if hit.has("other") else amount_of(hit)
        return (hit.reading(Fixed("SET", duration(amount, unit))),)
    if unit not in _SETS:
        return (hit.reading(Fixed("SET", duration(1, unit))),)
    return (hit.reading(Fixed("SET", _SETS[unit])),)


def _often(hit: Hit) -> tuple[Reading, ...]:
    """Read "annual", "daily" as sets; a newspaper's name is none."""
    word = hit.first
    if word[0].isupper() and not hit.starts_sentence():
        return ()
    return (hit.reading(Fixed("SET", str(lexicon().value("often", hit.one("x"))))),)


def _reference(hit: Hit) -> tuple[Reading, ...]:
    """Read "now", "recently", "soon", "the past", "the future"."""
    word = hit.one("ref")
    if word in ("soon", "shortly") and (
        hit.before() == "as" or hit.after() in ("as", "after", "before")
    ):
        return ()
    if hit.sign_of("ref") == "ref":
        return (hit.reading(Fixed("DATE", str(lexicon().value("ref", word)))),)
    if hit.after() == "of":
        return ()
    value = {
        "past": "PAST_REF",
        "future": "FUTURE_REF",
        "present": "PRESENT_REF",
        "moment": "PRESENT_REF",
    }[hit.sign_of("ref")]
    if hit.sign_of("ref") == "past" and word != "past":
        return ()
    if word == "moment" and hit.before() not in ("at", "for"):
        return ()
    return (hit.reading(Fixed("DATE", value)),)


def _long_ago(hit: Hit) -> tuple[Reading, ...]:
    """Read "long ago" and "years ago"."""
    return (hit.reading(Fixed("DATE", "PAST_REF")),)


def _year_ago(hit: Hit) -> tuple[Reading, ...]:
    """Read "the year-ago quarter", "the year-earlier period"."""
    if unit_of(hit) != "year":
        return ()
    if hit.one("what") == "quarter":
        return (hit.reading(Counted("quarter", -4, "previous")),)
    return (hit.reading(Counted("year", -1, "previous")),)


def _day_before(hit: Hit) -> tuple[Reading, ...]:
    """Read "the day before" and "the week after", counted from the date spoken of."""
    sign = 1 if hit.sign_of("way") == "after" else -1
    unit = unit_of(hit)
    if hit.after()[:1].isalnum() and hit.after() not in ("and", "but", "when", "that"):
        return (hit.reading(Fixed("DATE", _SETS.get(unit, "XXXX-XX-XX")), group="x"),)
    return (hit.reading(Counted(unit, sign, "previous")),)


def _nth_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 99th day" as a day that no date is given for."""
    if nth(hit, "nth") is None or hit.one("unit") != "day":
        return ()
    return (hit.reading(Fixed("DATE", "XXXX-XX-XX")),)


def _lasting(hit: Hit) -> tuple[Reading, ...]:
    """Read "yearlong", "a week-long" as durations."""
    word = hit.one("unit")
    unit = word.removesuffix("long")
    if unit in ("half", "second") or unit not in LETTERS:
        return ()
    return (hit.reading(Fixed("DURATION", duration(1, unit))),)


RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "ago",
            "ABOUT?(?P<n>AMOUNT)hyphen?calendar?(?P<unit>UNIT)"
            "(?P<way>ago|earlier(?!than)|later|from (?:ref|deictic))",
            _ago,
        ),
        ("day before", "(?P<x>the(?P<unit>unit))(?P<way>before|after)", _day_before),
        ("weekend", "the(?P<unit>unit)", _weekend),
        ("unit spoken of", "(?:(?<=for)|(?<=in))the(?P<unit>unit)", _unit_spoken_of),
        ("long ago", "(?:long|units)ago", _long_ago),
        ("year ago", "the?(?P<unit>unit)hyphen(?:ago|earlier)(?P<what>unit|period)?", _year_ago),
        (
            "span",
            "(?:the|this)?(?P<rel>last|past|next|following)(?P<n>(?!article unit)AMOUNT)?of?"
            "calendar?(?P<unit>units)",
            _span,
        ),
        (
            "span of one",
            "the?(?P<rel>last|past|next|following)(?P<n>AMOUNT)hyphen?(?P<unit>unit)",
            _span,
        ),
        (
            "relative unit",
            "the?(?P<edge>EDGE|earlier|later)?(?:this(?=last|past))?(?P<rel>last|past|next|following|this|that)"
            "(?:fiscal|calendar)?(?P<unit>unit)",
            _relative_unit,
        ),
        (
            "edge in unit",
            "(?P<edge>early|late|earlier|later)in(?:the|(?P<rel>this|that))(?P<unit>unit)",
            _edge_in_unit,
        ),
        ("and a half", "article(?P<unit>unit)and article half", _and_a_half),
        ("end of unit", "the?(?P<unit>unit)(?:hyphen|poss)end", _end_of_unit),
        ("fiscal year", "the?fiscal(?P<unit>unit)", _fiscal_year),
        ("nth of month", "the(?P<nth>ord)of(?P<rel>last|this|next)(?P<unit>unit)", _nth_of_month),
        ("seconds", "(?P<n>NUM)hyphen(?P<unit>ord)", _seconds),
        ("first units", "the?(?:ord|last)(?P<n>NUM)(?P<unit>units)", _first_units),
        ("deictic", "(?P<edge>early|late)?(?P<day>deictic)(?P<part>part)?", _deictic),
        (
            "relative part",
            "(?:early|late|the)?(?P<rel>last|this|that|next|following|past)(?P<part>part)",
            _relative_part,
        ),
        ("part", "(?P<the>the)?(?P<part>part)", _part),
        (
            "clock",
            "(?<!colon)(?P<h>small|num)(?:(?:colon|stop)(?P<m>small)(?:colon(?P<s>small))?)?"
            "(?!colon)(?:(?P<ap>meridiem)|oclock|(?<=small)(?=zone))zone?(?:comma?(?P<day>weekday|deictic))?",
            _clock,
        ),
        (
            "clock 24",
            "(?<!colon)(?P<h>small)colon(?P<m>small)(?:colon(?P<s>small))?(?!colon)zone?"
            "(?:(?P<day>weekday|deictic))?",
            _clock,
        ),
        ("clock with a dot", "(?P<dotted>int)(?P<ap>meridiem)zone?(?P<day>weekday)?", _clock),
        ("military", "(?P<clock>year|int)zone", _military),
        ("these", "these(?P<unit>units)", _these),
        ("nth", "the(?P<nth>ord)", _nth_alone),
        (
            "every",
            "every(?P<other>other)?(?P<n>NUM)?(?P<what>unit|units|weekday|part|season|month)",
            _every,
        ),
        ("often", "(?P<x>often)", _often),
        ("rate", "article(?P<unit>unit)(?!ago|earlier|later)", _rate),
        ("how often", "(?:(?:NUM|article?vague)?times)article(?P<unit>unit)", _often_rate),
        ("reference", "(?P<ref>ref)", _reference),
        ("reference noun", "the(?P<ref>past|future|present|moment)", _reference),
        ("nth day", "the(?P<nth>NTH)(?P<unit>unit)", _nth_day),
        ("lasting", "article?(?:hyphen)?(?P<unit>lasting)", _lasting),
        ("long", "(?P<unit>unit)hyphen(?:long)", _lasting),
        (
            "between",
            "(?<=between)(?P<first>NUM)and(?P<second>(?P<n>NUM)(?P<unit>units))",
            _between,
        ),
        (
            "duration",
            "(?<!hyphen)(?:the(?=NUM)|article(?=calendar))?ABOUT?calendar?(?P<n>AMOUNT)hyphen?"
            "calendar?(?P<unit>UNIT)(?:(?<=units)apos)?",
            _duration,
        ),
        ("all", "all(?P<unit>unit)", _lasting),
        ("plural", "(?P<unit>units)", _plural),
    )
)
