"""Rules for what is counted or said from now: "two weeks ago", "last week", "now"."""

from __future__ import annotations

from dataclasses import replace

from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.readings import Base, Counted, Fixed, Named, Offset, Reading
from briefing.extraction.times.rules_dates import clock_of
from briefing.extraction.times.rules_years import edge_of
from briefing.extraction.times.units import MULTIPLES, SETS, amount_of, duration, offset_of, unit_of
from briefing.extraction.times.words import lexicon, number


def _counted(
    hit: Hit, amount: float | None, unit: str, sign: int, base: Base
) -> Counted | Fixed | None:
    """Return the date so many units from the anchor, as exact as the unit is."""
    if amount is None:
        if base == "previous":
            return Fixed("DATE", SETS.get(unit, "XXXX-XX-XX"))
        return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in MULTIPLES and (unit != "century" or amount != int(amount)):
        unit, times = MULTIPLES[unit]
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
    if hit.has("today") and amount is not None:
        return _ago_to_the_day(hit, amount, unit)
    word = hit.sign_of("way")
    if word == "back" and hit.after() == "to":
        return ()
    sign = 1 if word in ("later", "after", "ref", "deictic") else -1
    if word in ("before", "after") and hit.before() == "the":
        return (hit.reading(Fixed("DURATION", duration(amount, unit))),)
    whole = amount is not None and amount == int(amount) and amount <= 5000
    if word == "deictic" and whole and unit in ("day", "week", "fortnight", "month", "year"):
        day = Counted("day", int(lexicon().value("deictic", hit.one("way"))))
        return (hit.reading(Offset(unit, int(amount or 0), day)),)
    hence = word in ("ago", "ref", "deictic") or hit.one("way") == "hence"
    base: Base = "published" if hence or word == "back" else "previous"
    meaning = _counted(hit, amount, unit, sign, base)
    return (hit.reading(meaning),) if meaning is not None else ()


def _ago_to_the_day(hit: Hit, amount: float, unit: str) -> tuple[Reading, ...]:
    """Read "three weeks ago today" and "a year ago yesterday" as a day."""
    if unit not in ("day", "week", "month", "year") or amount != int(amount) or amount > 5000:
        return ()
    offset = int(lexicon().value("deictic", hit.one("today")))
    return (hit.reading(Counted("day", offset, back=(unit, int(amount)))),)


def _weekdays_ago(hit: Hit) -> tuple[Reading, ...]:
    """Read "two Fridays ago" as that day."""
    count = amount_of(hit)
    if count is None or not 1 <= count <= 60:
        return ()
    lex = lexicon()
    name = "weekdays" if hit.sign_of("day") == "weekdays" else "weekday"
    day = int(lex.value(name, hit.one("day")))
    return (
        hit.reading(Counted("day", 0, back=("week", int(count) - 1), inner=Named("weekday", day))),
    )


def _weekdays_ahead(hit: Hit) -> tuple[Reading, ...]:
    """Read "two Fridays from now" as the second one ahead."""
    count = number(hit.many("n"))
    if count is None or not 1 <= count <= 500:
        return ()
    lex = lexicon()
    name = "weekdays" if hit.sign_of("day") == "weekdays" else "weekday"
    key = int(lex.value(name, hit.one("day")))
    return (hit.reading(Offset("week", int(count) - 1, Named("weekday", key, "next"))),)


def _in_time(hit: Hit) -> tuple[Reading, ...]:
    """Read "in four months' time" as a date ahead."""
    meaning = _counted(hit, amount_of(hit), unit_of(hit), 1, "published")
    return (hit.reading(meaning),) if meaning is not None else ()


def _part_before_last(hit: Hit) -> tuple[Reading, ...]:
    """Read "the night before last" as a night two days back."""
    return (hit.reading(Counted("day", -2), clock=clock_of(hit)),)


def _phrase(hit: Hit) -> tuple[Reading, ...]:
    """Read "in due course", "before long", "sooner or later" as a time to come."""
    return (hit.reading(Fixed("DATE", "FUTURE_REF")),)


def _then(hit: Hit) -> tuple[Reading, ...]:
    """Read "then" in "since then" and "until then" as the time that was spoken of last."""
    return (hit.reading(Counted("same", 0, "previous")),)


def _figure(hit: Hit) -> tuple[Reading, ...]:
    """Read "the cars of tomorrow", "the wars of yesterday" as no day."""
    noun = hit.before(2)
    values = {"tomorrow": "FUTURE_REF", "yesterday": "PAST_REF", "today": "PRESENT_REF"}
    word = hit.one("day")
    if word not in values or not noun.endswith("s") or noun in lexicon().context["of_a_day"]:
        return ()
    return (hit.reading(Fixed("DATE", values[word])),)


def _quarter_century_ago(hit: Hit) -> tuple[Reading, ...]:
    """Read "a quarter-century ago" as a year."""
    if hit.one("q") != "quarter" or hit.one("unit") != "century":
        return ()
    return (hit.reading(Counted("year", -25)),)


def _new_year(hit: Hit) -> tuple[Reading, ...]:
    """Read "in the new year" as the year that follows."""
    return (hit.reading(Counted("year", 1)),) if hit.one("unit") == "year" else ()


def _unit_out(hit: Hit) -> tuple[Reading, ...]:
    """Read "the year" in "before the year is out" and "ends with the month"."""
    unit = unit_of(hit)
    if unit not in ("week", "month", "year", "decade"):
        return ()
    return (hit.reading(Counted(unit, 0, "context")),)


def _other_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "the other day" as a day of the past that nobody counts."""
    return (hit.reading(Fixed("DATE", "PAST_REF")),) if unit_of(hit) == "day" else ()


def _one_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "one day last week" and "sometime next month" as the whole of it."""
    if hit.has("n") and (hit.one("n") != "one" or unit_of(hit, "small") not in ("day", "night")):
        return ()
    offset = offset_of(hit)
    return (hit.reading(Counted(unit_of(hit), offset)),)


def _share(hit: Hit) -> tuple[Reading, ...]:
    """Read "the week" in "the rest of the week" as the present one."""
    unit = unit_of(hit)
    share = hit.before(2) in lexicon().context["share"]
    if not share or unit not in ("day", "week", "month", "quarter", "year"):
        return ()
    return (hit.reading(Counted(unit, 0, "context" if unit != "quarter" else "previous")),)


def _unit_spoken_of(hit: Hit) -> tuple[Reading, ...]:
    """Read "for the year", "in the quarter" as the year or quarter that is spoken of."""
    unit = unit_of(hit)
    if unit not in ("year", "quarter", "month") or hit.after() in ("-", "of", "to", "since"):
        return ()
    base: Base = "published" if unit == "year" else "previous"
    return (hit.reading(Counted(unit, 0, base)),)


def _unit_ended(hit: Hit) -> tuple[Reading, ...]:
    """Read "the year" in "the year ended 30 June" as so long."""
    if hit.after() not in ("ended", "ending"):
        return ()
    unit = unit_of(hit)
    if unit not in ("year", "quarter", "month"):
        return ()
    return (hit.reading(Fixed("DURATION", duration(1, unit))),)


def _weekend(hit: Hit) -> tuple[Reading, ...]:
    """Read "the weekend" as the last or the next one."""
    if unit_of(hit) != "weekend":
        return ()
    return (hit.reading(Named("weekend", 6)),)


def _relative_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "last week", "this fiscal year", "early next month", "the following day"."""
    name, unit = hit.sign_of("rel"), unit_of(hit)
    offset = offset_of(hit)
    if unit in ("hour", "minute"):
        return ()
    if unit == "weekend" and hit.one("rel") in ("coming", "upcoming"):
        return (hit.reading(Named("weekend", 6, "future")),)
    the = hit.has("the") or hit.before() == "the"
    if the and name in ("last", "next") and hit.after() == "of":
        return ()
    if unit != "weekend" and name == "past" and hit.one("rel") in ("past", "recent"):
        return (
            (hit.reading(Fixed("DURATION", duration(1, unit), unit, -1)),)
            if hit.one("rel") == "past"
            else ()
        )
    if unit in ("fortnight", "semester"):
        size, times = MULTIPLES[unit]
        return (hit.reading(Fixed("DURATION", duration(1, unit), size, offset * times)),)
    if unit in ("decade", "century", "millennium") and name in ("last", "next"):
        years = offset * MULTIPLES[unit][1]
        return (hit.reading(Fixed("DURATION", duration(1, unit), "year", years)),)
    lasting = hit.class_of(hit.before()) == "for" and unit in ("day", "week", "month", "year")
    if lasting and hit.has("the") and name in ("last", "next"):
        return (hit.reading(Fixed("DURATION", duration(1, unit), unit, offset)),)
    if hit.has("fiscal") and unit == "year":
        return (replace(hit.reading(Counted(unit, offset)), rule="fiscal year"),)
    words = hit.many("rel")
    base: Base = "published"
    spoken_of = name in ("following", "that") or (name == "next" and unit == "day")
    if spoken_of or words[-1] in ("previous", "preceding", "prior"):
        base = "previous"
    edge = edge_of(hit)
    if name == "this" and (hit.before(2), hit.before()) == ("so", "far"):
        edge = "so far"
    return (hit.reading(Counted(unit, offset, base), edge=edge),)


def _edge_in_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "later in the day", "early in the year" as a part of what is spoken of."""
    unit = unit_of(hit)
    if unit in ("hour", "minute", "quarter"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge=edge_of(hit)),)


def _end_of_unit(hit: Hit) -> tuple[Reading, ...]:
    """Read "year-end" and "the year's end" as the end of the year that is spoken of."""
    unit = unit_of(hit, "bare" if hit.has("bare") else "unit")
    if unit not in ("day", "week", "month", "quarter", "year"):
        return ()
    if hit.has("bare") and unit not in ("month", "quarter", "year"):
        return ()
    return (hit.reading(Counted(unit, 0, "context"), edge="end"),)


def _fiscal_year(hit: Hit) -> tuple[Reading, ...]:
    """Read "the fiscal year" as the present one."""
    unit = unit_of(hit)
    return (hit.reading(Counted(unit, 0)),) if unit in ("year", "quarter") else ()


def _nth_of_month(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 17th of this month" as a day."""
    day = nth(hit, "nth")
    if unit_of(hit) != "month" or day is None or not 1 <= day <= 31:
        return ()
    offset = offset_of(hit)
    return (hit.reading(Counted("month", offset, inner=Named("monthday", day))),)


def _deictic(hit: Hit) -> tuple[Reading, ...]:
    """Read "today", "yesterday afternoon", "early tomorrow", "tonight"."""
    word = hit.one("day")
    clock = clock_of(hit) or ("TNI" if word == "tonight" else "")
    offset = int(lexicon().value("deictic", word))
    return (hit.reading(Counted("day", offset), clock=clock, edge=edge_of(hit)),)


def _midweek(hit: Hit) -> tuple[Reading, ...]:
    """Read "midweek" as the middle of the present week."""
    return (hit.reading(Counted("week", 0), edge="middle"),)


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


def _reference(hit: Hit) -> tuple[Reading, ...]:
    """Read "now", "recently", "soon", "the past", "the future"."""
    word = hit.one("ref")
    if hit.sign_of("ref") == "ref" and hit.before() == "as" and hit.after() == "as":
        return ()
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


def _units_later(hit: Hit) -> tuple[Reading, ...]:
    """Read "years later" as a date that nothing more is known of."""
    return (hit.reading(Fixed("DATE", SETS.get(unit_of(hit), "XXXX-XX-XX"))),)


def _weekdays(hit: Hit) -> tuple[Reading, ...]:
    """Read "Tuesdays" and "Monday mornings" as sets."""
    lex = lexicon()
    if hit.has("days"):
        return (hit.reading(Fixed("SET", f"XXXX-WXX-{lex.value('weekdays', hit.one('days'))}")),)
    if not hit.one("parts").endswith("s"):
        return ()
    number = lex.value("weekday", hit.one("day"))
    return (hit.reading(Fixed("SET", f"XXXX-WXX-{number}{lex.value('part', hit.one('parts'))}")),)


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
        value = SETS.get(unit, "XXXX-XX-XX")
        return (hit.reading(Fixed("DATE", value, counts=(unit, 1, 0)), group="x"),)
    return (hit.reading(Counted(unit, sign, "previous")),)


def _day_before_deictic(hit: Hit) -> tuple[Reading, ...]:
    """Read "the day before yesterday", "the day after tomorrow"."""
    if unit_of(hit) != "day":
        return ()
    sign = 1 if hit.sign_of("way") == "after" else -1
    offset = int(lexicon().value("deictic", hit.one("day"))) + sign
    return (hit.reading(Counted("day", offset)),)


def _unit_before_last(hit: Hit) -> tuple[Reading, ...]:
    """Read "the week before last", "the year after next"."""
    if hit.after()[:1].isalnum() and hit.after() not in ("and", "but", "when", "that", "in"):
        return ()
    offset = -2 if hit.has("rel") else 2
    return (hit.reading(Counted(unit_of(hit), offset)),)


def _nth_day(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 99th day" as a day that no date is given for."""
    if nth(hit, "nth") is None or hit.one("unit") != "day":
        return ()
    return (hit.reading(Fixed("DATE", "XXXX-XX-XX")),)


RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "ago",
            "ABOUT?(?P<n>AMOUNT)hyphen?CALENDAR?(?P<unit>UNIT)"
            "(?P<way>ago|back(?=comma|stop|and)|(?:earlier|later)(?!than)|(?:before|after)(?=comma|stop)|"
            "from (?:ref|deictic))(?P<today>(?<=ago)deictic)?",
            _ago,
        ),
        ("day before", "(?P<x>the(?P<unit>unit))(?P<way>before|after)", _day_before),
        (
            "day before deictic",
            "the(?P<unit>unit)(?P<way>before|after)(?P<day>deictic)",
            _day_before_deictic,
        ),
        (
            "unit before last",
            "the(?P<unit>unit)(?:before(?P<rel>last)|after next)",
            _unit_before_last,
        ),
        ("weekend", "the(?P<unit>unit)", _weekend),
        ("share", "(?<=of)the(?P<unit>unit)", _share),
        ("new year", "(?<=in)the new(?P<unit>unit)", _new_year),
        (
            "unit out",
            "(?:(?<=before)|(?<=with)|(?<=until)|(?<=by))the(?P<unit>unit)(?=is|stop|comma)",
            _unit_out,
        ),
        ("phrase", "in due course|before long|sooner and later", _phrase),
        ("figure", "(?<=of)(?P<day>deictic)", _figure),
        ("then", "(?:(?<=since)|(?<=until)|(?<=before)|(?<=by))(?P<then>then)", _then),
        ("part before last", "the(?P<part>part)before last", _part_before_last),
        ("in time", "(?<=in)(?P<n>AMOUNT)(?P<unit>UNIT)(?:apos|poss)?time", _in_time),
        ("weekdays ahead", "(?P<n>NUM)(?P<day>weekday|weekdays)from ref", _weekdays_ahead),
        ("weekdays ago", "(?P<n>NUM|article?vague)(?P<day>weekday|weekdays)ago", _weekdays_ago),
        (
            "quarter century ago",
            "article?(?P<q>unit)hyphen?(?P<unit>unit)ago",
            _quarter_century_ago,
        ),
        ("other day", "the other(?P<unit>unit)", _other_day),
        (
            "one day",
            "(?:(?P<n>num)(?P<small>unit)|one_day)(?P<rel>last|this|next)(?P<unit>unit)",
            _one_day,
        ),
        ("unit spoken of", "(?:(?<=for)|(?<=in))the(?P<unit>unit)", _unit_spoken_of),
        ("unit ended", "the(?P<unit>unit)", _unit_ended),
        ("long ago", "(?:long|units)ago", _long_ago),
        ("units later", "(?P<unit>units)(?:later|earlier)(?!than)", _units_later),
        ("weekdays", "(?P<days>weekdays)|(?P<day>weekday)(?P<parts>part)", _weekdays),
        ("year ago", "the?(?P<unit>unit)hyphen(?:ago|earlier)(?P<what>unit|period)?", _year_ago),
        (
            "relative unit",
            "(?P<the>the)?(?P<edge>EDGE|earlier|later)?(?:this(?=last|past|next))?(?P<rel>last|past|next|following|this|that)"
            "(?:(?P<fiscal>fiscal)|calendar)?(?P<unit>unit)",
            _relative_unit,
        ),
        (
            "edge in unit",
            "(?P<edge>early|late|earlier|later)in(?:the|(?P<rel>this|that))(?P<unit>unit)",
            _edge_in_unit,
        ),
        (
            "end of unit",
            "the?(?P<unit>unit)(?:hyphen|poss)end|(?<!the)(?<!article)(?P<bare>unit)end",
            _end_of_unit,
        ),
        ("fiscal year", "the?fiscal(?P<unit>unit)", _fiscal_year),
        ("nth of month", "the(?P<nth>ord)of(?P<rel>last|this|next)(?P<unit>unit)", _nth_of_month),
        ("deictic", "(?P<edge>early|late|earlier|later)?(?P<day>deictic)(?P<part>part)?", _deictic),
        ("midweek", "(?P<x>midweek)", _midweek),
        ("these", "these(?P<unit>units)", _these),
        ("nth", "the(?P<nth>ord)", _nth_alone),
        ("reference", "(?P<ref>ref)", _reference),
        ("reference noun", "the near?(?P<ref>past|future|present|moment)", _reference),
        ("recent past", "the past(?P<ref>past)", _reference),
        ("at present", "(?<=at)(?P<ref>present)", _reference),
        ("nth day", "the(?P<nth>NTH)(?P<unit>unit)", _nth_day),
    )
)
