"""Rules for durations and sets: "two years", "the past decade", "every week"."""

from __future__ import annotations

from math import ceil

from briefing.extraction.times.calendar import make_date
from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.readings import Fixed, Reading
from briefing.extraction.times.rules_dates import month_of
from briefing.extraction.times.units import LETTERS, MULTIPLES, SETS, amount_of, duration, unit_of
from briefing.extraction.times.words import lexicon, number

_WHOLE = ("day", "week", "month", "year")
_NO_RATE = frozenset(
    ("in", "for", "within", "of", "after", "over", "than", "by", "to", "and", "or", "is", "was")
)


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
    size, times = MULTIPLES.get(unit, (unit, 1))
    count = (amount or 0.0) * times
    if size == "hour":
        size, count = "day", float(ceil(count / 24))
    if not count or count != int(count) or count > 100_000 or size not in _WHOLE:
        return (hit.reading(Fixed("DURATION", value)),)
    counts = (size, int(count), 0)
    before = hit.before()
    if before in ("in", "within") and (size != "day" or unit_of(hit) != "hour" or count > 1):
        point = before == "in"
        meaning = Fixed("DURATION", value, size, count, point, not point, counts=counts)
        return (hit.reading(meaning),)
    return (hit.reading(Fixed("DURATION", value, counts=counts)),)


def _quarter_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "a quarter-century" as a duration."""
    if hit.one("q") != "quarter" or hit.one("unit") != "century":
        return ()
    return (hit.reading(Fixed("DURATION", duration(0.25, "century"))),)


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


def _rate(hit: Hit) -> tuple[Reading, ...]:
    """Read "a year" in "$5 million a year" and "twice a week" as sets."""
    unit = unit_of(hit)
    if unit not in ("day", "week", "month", "quarter", "year") or hit.before() in _NO_RATE:
        return ()
    counts = [hit.class_of(hit.before(back)) or hit.before(back)[:1] for back in (1, 2, 3, 4)]
    if not any(count in ("num", "times") or count.isdecimal() for count in counts):
        return ()
    return (hit.reading(Fixed("SET", _set(1, unit))),)


def _often_rate(hit: Hit) -> tuple[Reading, ...]:
    """Read "twice a week", "three times a year" as sets."""
    return (hit.reading(Fixed("SET", _set(1, unit_of(hit)))),)


def _per(hit: Hit) -> tuple[Reading, ...]:
    """Read "per month" after an amount as a set."""
    unit = unit_of(hit)
    if unit not in ("day", "week", "month", "quarter", "year"):
        return ()
    return (hit.reading(Fixed("SET", _set(1, unit))),)


def _every_day_of_year(hit: Hit) -> tuple[Reading, ...]:
    """Read "every 4 July" and "each March 8" as a set."""
    first = hit.has("month")
    month = month_of(hit, "month" if first else "month2")
    day = make_date(2000, month, int(hit.one("day" if first else "day2")))
    return (hit.reading(Fixed("SET", f"XXXX-{day:%m-%d}")),)


def _every_nth(hit: Hit) -> tuple[Reading, ...]:
    """Read "every third year" as a set."""
    count = nth(hit, "n")
    if count is None:
        return ()
    return (hit.reading(Fixed("SET", _set(count, unit_of(hit)))),)


def _set(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a set: quarters are written as months."""
    if unit == "quarter" and amount is not None:
        return duration(3 * amount, "month")
    return duration(amount, unit)


def _plural(hit: Hit) -> tuple[Reading, ...]:
    """Read bare "years", "for months", as durations of unknown length."""
    unit = unit_of(hit)
    before = hit.class_of(hit.before()) or hit.before()[:1]
    joined = before == "hyphen" and not hit.spaced_before()
    if unit == "second" or joined or before in ("num", "ord") or before.isdecimal():
        return ()
    if unit == "weekend":
        return (hit.reading(Fixed("SET", SETS[unit])),)
    if (unit == "minute" and hit.after() == "of") or hit.before() in ("wee", "rush", "office"):
        return ()
    return (hit.reading(Fixed("DURATION", duration(None, unit))),)


def _stretch_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "the early days of the siege", "the weeks before", "the years ahead" as durations."""
    unit = unit_of(hit, "come" if hit.has("come") else "unit")
    if unit in ("second", "weekend") or "or" in hit.all or "and" in hit.all:
        return ()
    return (hit.reading(Fixed("DURATION", duration(None, unit))),)


_SMALLER = {"year": "month", "month": "day", "week": "day", "day": "hour", "hour": "minute"}
_SMALLER |= {"minute": "second"}


def _two_units(hit: Hit) -> tuple[Reading, ...]:
    """Read "one hour, 20 minutes" and "two years and six months" as one duration."""
    unit, smaller = unit_of(hit), unit_of(hit, "smaller")
    first, second = number(hit.many("n")), number(hit.many("n2"))
    if _SMALLER.get(unit) != smaller or first is None or second is None:
        return ()
    large, small = duration(first, unit), duration(second, smaller)
    head = "PT" if large.startswith("PT") else "P"
    return (hit.reading(Fixed("DURATION", large + small.removeprefix(head).removeprefix("P"))),)


def _joined_half(hit: Hit) -> tuple[Reading, ...]:
    """Read "a two-and-a-half-year term" as a duration."""
    return (
        hit.reading(Fixed("DURATION", duration((number(hit.many("n")) or 0) + 0.5, unit_of(hit)))),
    )


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
    if size in MULTIPLES:
        size, times = MULTIPLES[size]
        count *= times
    if size == "quarter":
        size, count = "month", 3 * count
    if size == "hour" and count >= 24:
        size, count = "day", float(ceil(count / 24))
    if not hit.has("n") and hit.one("rel") in ("coming", "next") and unit != "weekend":
        return (hit.reading(Fixed("DATE", "FUTURE_REF")),)
    anchored = hit.sign_of("rel") != "following" and size in ("day", "week", "month", "year")
    value = duration(amount, unit)
    if not anchored or not count or count != int(count):
        return (hit.reading(Fixed("DURATION", value)),)
    return (hit.reading(Fixed("DURATION", value, size, sign * count)),)


def _seconds(hit: Hit) -> tuple[Reading, ...]:
    """Read "a 30-second clip" as a duration."""
    if hit.one("unit") != "second":
        return ()
    return (hit.reading(Fixed("DURATION", duration(amount_of(hit), "second"))),)


def _and_a_half(hit: Hit) -> tuple[Reading, ...]:
    """Read "a year and a half" as a duration."""
    return (hit.reading(Fixed("DURATION", duration(1.5, unit_of(hit)))),)


def _first_units(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first nine months" as a duration."""
    return (hit.reading(Fixed("DURATION", duration(amount_of(hit), unit_of(hit)))),)


def _in_a_row(hit: Hit) -> tuple[Reading, ...]:
    """Read "the third day running", "the third consecutive day" as a stretch up to now."""
    count, unit = nth(hit, "nth"), unit_of(hit, "unit" if hit.has("unit") else "unit2")
    if count is None or unit not in _WHOLE or count > 1000:
        return ()
    if hit.has("calendar") and hit.one("calendar") not in ("consecutive", "straight"):
        return ()
    return (hit.reading(Fixed("DURATION", duration(count, unit), unit, 1 - count)),)


def _every(hit: Hit) -> tuple[Reading, ...]:
    """Read "every year", "each morning", "every two weeks", "every Monday"."""
    lex = lexicon()
    word = hit.one("what")
    name = hit.sign_of("what")
    if name == "part":
        return (hit.reading(Fixed("SET", "XXXX-XX-XX" + str(lex.value("part", word)))),)
    if name == "weekday" and hit.has("other"):
        return (hit.reading(Fixed("SET", "P2W")),)
    if name == "weekday":
        return (hit.reading(Fixed("SET", f"XXXX-WXX-{lex.value('weekday', word)}")),)
    if name == "season":
        return (hit.reading(Fixed("SET", f"XXXX-{lex.value('season', word)}")),)
    if name == "month":
        return (hit.reading(Fixed("SET", f"XXXX-{int(lex.value('month', word)):02}")),)
    unit = unit_of(hit, "what")
    if hit.has("n") or hit.has("other"):
        amount = 2.0 if hit.has("other") else amount_of(hit)
        return (hit.reading(Fixed("SET", _set(amount, unit))),)
    return (hit.reading(Fixed("SET", _set(1, unit))),)


def _often(hit: Hit) -> tuple[Reading, ...]:
    """Read "annual", "daily" as sets; a newspaper's name is none."""
    word = hit.first
    if word[0].isupper() and not hit.starts_sentence():
        return ()
    return (hit.reading(Fixed("SET", str(lexicon().value("often", hit.one("x"))))),)


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
            "span",
            "(?:the|this)?(?P<rel>last|past|next|following)whole?(?P<n>(?!article unit)AMOUNT)?of?"
            "CALENDAR?(?P<unit>units)",
            _span,
        ),
        (
            "span of one",
            "the?(?P<rel>last|past|next|following)(?P<n>AMOUNT)hyphen?(?P<unit>unit)",
            _span,
        ),
        ("and a half", "article(?P<unit>unit)and article half", _and_a_half),
        ("seconds", "(?P<n>NUM)hyphen(?P<unit>ord)", _seconds),
        ("first units", "the?(?:ord|last)(?P<n>NUM)(?P<unit>units)", _first_units),
        (
            "in a row",
            "the?(?P<nth>NTH)(?:(?P<calendar>calendar)(?P<unit>unit)|"
            "(?P<unit2>unit)(?:running|in article row))",
            _in_a_row,
        ),
        (
            "every",
            "(?:every and)?every single?(?P<other>other)?(?P<n>NUM)?"
            "(?P<what>unit|units|weekday|part|season|month)",
            _every,
        ),
        ("often", "(?P<x>often)", _often),
        ("per", "per(?P<unit>unit)", _per),
        (
            "every day of year",
            "every(?:(?P<month>MONTH)(?P<day>small)|(?P<day2>small)of?(?P<month2>MONTH))",
            _every_day_of_year,
        ),
        ("every nth", "every(?P<n>NTH)(?P<unit>unit)", _every_nth),
        ("rate", "article(?P<unit>unit)(?!ago|earlier|later)", _rate),
        ("how often", "(?:(?:NUM|article?vague)?times)article(?P<unit>unit)", _often_rate),
        ("lasting", "article?(?:hyphen)?(?P<unit>lasting)", _lasting),
        ("long", "(?P<unit>unit)hyphen(?:long)", _lasting),
        (
            "between",
            "(?<=between)(?P<first>NUM)and(?P<second>(?P<n>NUM)(?P<unit>units))",
            _between,
        ),
        (
            "duration",
            "(?<!hyphen)(?:the(?=NUM CALENDAR?UNIT)|article(?=CALENDAR))?ABOUT?whole?"
            "(?:(?<!between)NUM and(?=NUM CALENDAR?units))?"
            "(?P<n>AMOUNT)hyphen?CALENDAR?(?P<unit>UNIT)(?:(?<=units)apos)?",
            _duration,
        ),
        ("quarter of", "article?(?P<q>unit)hyphen?(?P<unit>unit)", _quarter_of),
        ("all", "all(?P<unit>unit)", _lasting),
        ("plural", "(?P<unit>units)", _plural),
        (
            "units of something",
            "the(?:early|late)?(?P<unit>units)(?=before|after|since|ahead|of)(?:ahead)?|"
            "the?(?P<come>units)(?:and come|ahead)",
            _stretch_of,
        ),
        (
            "two units",
            "(?P<n>NUM)(?P<unit>UNIT)(?:comma?and?)(?P<n2>NUM)(?P<smaller>UNIT)",
            _two_units,
        ),
        (
            "and a half, joined",
            "(?P<n>NUM)hyphen and hyphen article hyphen half hyphen(?P<unit>unit)",
            _joined_half,
        ),
    )
)
