"""Rules for times of day: clocks, mornings, nights."""

from __future__ import annotations

from briefing.extraction.times.grammar import Hit, Rule, compiled
from briefing.extraction.times.readings import Base, Counted, Fixed, Named, Reading
from briefing.extraction.times.rules_dates import clock_of, weekday_of
from briefing.extraction.times.rules_years import edge_of
from briefing.extraction.times.units import offset_of
from briefing.extraction.times.words import lexicon, number

_SUN = frozenset(("dawn", "dusk", "daybreak", "sunset", "sundown", "nightfall", "sunrise"))
_BEFORE_PARTS = frozenset(("in", "by", "until", "since", "from", "during", "through"))


def _relative_part(hit: Hit) -> tuple[Reading, ...]:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    name = hit.sign_of("rel")
    offset = offset_of(hit)
    base: Base = "previous" if name in ("that", "following", "past", "next") else "published"
    return (hit.reading(Counted("day", offset, base), clock=clock_of(hit)),)


def _part(hit: Hit) -> tuple[Reading, ...]:
    """Read "the morning", "noon", "overnight" as a time of the day that is spoken of."""
    word = hit.one("part")
    edge = edge_of(hit)
    if edge and not (hit.has("the") or edge == "middle") and hit.before() not in _BEFORE_PARTS:
        return ()
    at = word in _SUN and (hit.before() in ("at", "before", "after", "by") or hit.after() == "on")
    if not (hit.has("the") or edge or at or word in ("noon", "midnight", "overnight", "midday")):
        return ()
    if word == "overnight" and hit.after() in ("delivery", "stay", "rate", "rates"):
        return ()
    return (hit.reading(Counted("day", 0, "context"), clock=clock_of(hit)),)


def _early_hours(hit: Hit) -> tuple[Reading, ...]:
    """Read "the early hours" of "the early hours of Friday" as a morning."""
    if hit.one("unit") != "hours" or hit.after() != "of":
        return ()
    clock = "TMO" if hit.has("early") else "TNI"
    return (hit.reading(Counted("day", 0, "context"), clock=clock),)


def _clock(hit: Hit) -> tuple[Reading, ...]:
    """Read "15:00 GMT", "8:30 p.m.", "9 am", also with the day: "15:00 GMT Saturday"."""
    said = number(hit.many("h")) if hit.has("h") else None
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
    if hit.one("day") == "tonight" and not meridiem and 5 <= hour < 12:
        clock = f"T{hour + 12:02}:{minute:02}"
    if hit.sign_of("day") == "weekday":
        meaning = Named("weekday", weekday_of(hit, "day"))
    elif hit.has("day"):
        meaning = Counted("day", int(lexicon().value("deictic", hit.one("day"))))
    return (hit.reading(meaning, clock=clock),)


def _clock_at(hit: Hit) -> tuple[Reading, ...]:
    """Read "at 10.00" and "at 9.30 tomorrow" as a time of day; "at 3.50 dollars" is none."""
    after = hit.after()
    if after[:1].isalpha() and after not in ("on", "in", "and", "or", "but", "when", "by", "for"):
        return ()
    return _clock(hit)


def _clock_in_words(hit: Hit) -> tuple[Reading, ...]:
    """Read "half past seven", "quarter to eight", "ten past nine" as a time of day."""
    said, way = number(hit.many("h")), hit.one("way")
    if way not in ("past", "to") or hit.one("m") not in (
        "half",
        "quarter",
        "five",
        "ten",
        "twenty",
    ):
        return ()
    if said is None or not 1 <= said <= 12 or hit.after() in ("people", "men", "women", "years"):
        return ()
    part = {"half": 30.0, "quarter": 15.0}.get(hit.one("m"), number(hit.many("m")) or 0.0)
    minutes = int(60 * said + (part if way == "past" else -part))
    clock = f"T{minutes // 60:02}:{minutes % 60:02}"
    return (hit.reading(Counted("day", 0, "context"), clock=clock),)


def _clock_of_part(hit: Hit) -> tuple[Reading, ...]:
    """Read "8 in the morning" and "seven in the evening" as a time of day."""
    said = number(hit.many("h"))
    part = hit.one("part")
    if said is None or not 1 <= said <= 12 or part not in ("morning", "afternoon", "evening"):
        return ()
    hour = int(said) % 12 + (0 if part == "morning" else 12)
    return (hit.reading(Counted("day", 0, "context"), clock=f"T{hour:02}:00"),)


def _military(hit: Hit) -> tuple[Reading, ...]:
    """Read "1730 GMT" as a time of day."""
    digits = hit.one("clock")
    if len(digits) != 4 or not digits.isdecimal() or digits >= "2400" or digits[2:] > "59":
        return ()
    return (hit.reading(Counted("day", 0, "context"), clock=f"T{digits[:2]}:{digits[2:]}"),)


RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "relative part",
            "(?:early|late|the)?(?P<rel>last|this|that|next|following|past)(?P<part>part)",
            _relative_part,
        ),
        ("early hours", "the(?:(?P<early>early)|tiny)(?P<unit>units)", _early_hours),
        ("part", "(?P<the>the)?(?P<edge>EDGE)?(?P<part>part)", _part),
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
        (
            "clock in words",
            "(?:article?(?P<m>half|unit|num|small))(?P<way>past|and)(?P<h>num|small)oclock?(?!percent|unit|units|hyphen|article)",
            _clock_in_words,
        ),
        ("clock of a part", "(?P<h>num|small)oclock?in the(?P<part>part)", _clock_of_part),
        (
            "clock with a dot, after at",
            "(?<=at)(?P<dotted>int)(?P<day>weekday|deictic)?(?!percent|unit|units|scale)",
            _clock_at,
        ),
        ("clock with a dot", "(?P<dotted>int)(?P<ap>meridiem)zone?(?P<day>weekday)?", _clock),
        ("military", "(?P<clock>year|int)zone", _military),
    )
)
