"""From a Doc to its time expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from re import Pattern

from spacy.tokens import Doc, Span, Token

from briefing.extraction.facts import Published, Time
from briefing.extraction.grammar_words import ATTRIBUTES, AUXILIARIES, NOMINAL
from briefing.extraction.times.anchoring import (
    Anchor,
    Resolved,
    narrowed,
    resolve,
    stretch,
    unanchored_value,
)
from briefing.extraction.times.calendar import OutOfCalendar, Period
from briefing.extraction.times.clocks import joined
from briefing.extraction.times.fiscal import placed
from briefing.extraction.times.grammar import Rule, compiled, merged, readings
from briefing.extraction.times.holidays import NO_DATE, holidays_in
from briefing.extraction.times.numeric import settled
from briefing.extraction.times.readings import (
    Counted,
    Dated,
    Direction,
    Fixed,
    Named,
    Nth,
    Offset,
    Reading,
)
from briefing.extraction.times.rules_clock import RULES as CLOCK
from briefing.extraction.times.rules_counted import RULES as COUNTED
from briefing.extraction.times.rules_dates import RULES as DATES
from briefing.extraction.times.rules_lasting import RULES as LASTING
from briefing.extraction.times.rules_nth import RULES as NTH
from briefing.extraction.times.rules_years import RULES as YEARS
from briefing.extraction.times.tense import (
    direction_at,
    happened,
    is_moved,
    plain_direction,
    verb_of,
)
from briefing.extraction.times.together import (
    counted_from,
    eves,
    ranges,
    with_year_in_words,
    with_years,
)
from briefing.extraction.times.words import Words, lexicon

RULES: tuple[Rule, ...] = (*NTH, *DATES, *YEARS, *COUNTED, *CLOCK, *LASTING)
_NEAR = 600
"""How many signs back "the following day" looks for the date that it follows."""


@cache
def _heads() -> Pattern[str]:
    return compiled(
        "month|mon|weekday|weekdays|wday|unit|units|season|part|year|digits_s|tens|deictic|ref|often|"
        "q_digit|meridiem|zone|past|future|present|moment|lasting|slash|colon|fiscal|"
        "noughties|then|num(?=num|scale)|apos(?=small)|the(?=ord)|oclock|midweek|course|long|sooner|"
        "fyear|at(?=int)|small(?=hyphen(?:ord|small hyphen))|num(?=hyphen ord)|half|small(?=in the)"
    )


def readings_of(doc: Doc, words: Words) -> list[Reading]:
    """Return the time expressions of a Doc, before anything is known of its date."""
    found = merged(readings(words, RULES, _heads()), holidays_in(words))
    found = [reading for reading in found if reading.rule == NO_DATE or _is_time(doc, reading)]
    found = eves(counted_from(found, doc, words.text), words.text)
    found = joined([reading for reading in found if reading.rule != NO_DATE], words.text)
    found = with_year_in_words(settled(found, words.text), words.text)
    return with_years(found, words.text)


def plain_direction_of(doc: Doc, reading: Reading) -> Direction:
    """Return where the sentence of a reading looks, where its verb leaves no doubt."""
    token = _token(doc, reading)
    if token.dep_ in ("compound", "nummod", "amod", "nmod", "poss"):
        return "open"
    verb = verb_of(token)
    return plain_direction(verb) if verb is not None else "open"


def _token(doc: Doc, reading: Reading) -> Token:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _is_time(doc: Doc, reading: Reading) -> bool:
    """Say whether the words really are of time: "may" is no month, "2000 people" no year."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    if reading.rule in ("month", "month day") and any(
        token.text in ("may", "march") for token in span
    ):
        return False
    if reading.rule == "reference noun":
        return span.root.pos_ == "NOUN"
    if reading.rule == "season" and span[0].lower_ == "the" and _leads_noun(span[-1]):
        return False
    if reading.rule == "year" and span[0].text[0] == "'" and span.start and _is_product(span):
        return False
    if len(span) > 1 and reading.rule != "year":
        return True
    token = span[-1]
    if reading.rule in ("month", "weekday", "season") and _is_name(token):
        return False
    if reading.rule == "month" and token.lower_ in ("may", "march"):
        return token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "NUM")
    if reading.rule in ("month", "weekday") and token.text.islower():
        return token.lower_ not in ("mar", "jan", "dec", "sun", "sat")
    if reading.rule == "season":
        return token.pos_ in NOMINAL
    if reading.rule == "year":
        return _is_year(token)
    return True


def _is_year(token: Token) -> bool:
    """Say whether four digits are a year: not in "2000 people", "Flight 1549", "$1990"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    preceding = token.nbor(-1) if token.i else None
    before = preceding.pos_ if preceding is not None else "PUNCT"
    if following is not None:
        if following.lower_ in ("%", "percent", "per", "million", "billion"):
            return False
        if token.dep_ == "nummod" and following.tag_ in ("NNS", "NNPS"):
            return before in ("DET", "PART", "ADJ", "NOUN") or (
                before == "ADP" and token.ent_type_ == "DATE"
            )
    if preceding is None:
        return True
    numbered = preceding.text == "." and token.i > 1 and token.nbor(-2).lower_ == "no"
    if numbered or _is_address(token):
        return False
    if preceding.tag_ in ("$", "#") or preceding.lower_ in ("no.", "some", "about", "at"):
        return False
    if before == "PROPN":
        return token.dep_ in ("npadvmod", "appos") and token.ent_type_ == "DATE"
    if token.ent_type_ == "DATE":
        return True
    return before in (
        "ADP",
        "DET",
        "SCONJ",
        "PUNCT",
        "CCONJ",
        "ADJ",
        "VERB",
        "PART",
        "SPACE",
    ) or token.dep_ in ("pobj", "npadvmod")


def _is_product(span: Span) -> bool:
    """Say whether a short year is part of a name: "the Falcon '11 suite"."""
    before = span.doc[span.start - 1]
    return before.pos_ == "PROPN" and before.text[0].isupper() and before.ent_type_ != "DATE"


def _leads_noun(token: Token) -> bool:
    """Say whether a word only tells what kind of thing follows: "the summer term"."""
    return token.dep_ in ATTRIBUTES and token.head.i > token.i


def _is_address(token: Token) -> bool:
    """Say whether a number stands before the name of a street: "1200 Linden Ave."."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end <= token.i + 4 and doc[end].text[0].isupper():
        if end > token.i + 1 and doc[end].lower_.rstrip(".") in lexicon().context["streets"]:
            return True
        end += 1
    return False


def _is_name(token: Token) -> bool:
    """Say whether a word of time is part of a name: "Ms. April", "the Sunday Courier"."""
    if token.ent_type_ == "PERSON":
        return True
    if token.i + 1 == len(token.doc) or not token.text[0].isupper() or token.is_sent_start:
        return False
    following = token.nbor()
    named = following.pos_ == "PROPN" and following.text[0].isupper()
    return token.dep_ == "compound" and named and following.i == token.head.i


@dataclass(frozen=True, slots=True)
class Anchored:
    """A reading, its time, and when it is when that is certain.

    `ends` has when it is for the first and for the last day that the article may be of.
    """

    reading: Reading
    time: Time
    resolved: Resolved | None
    token: Token
    direction: Direction
    ends: tuple[Resolved, ...] = ()


def _is_after(entry: Anchored, day: date) -> bool:
    return entry.time.earliest is not None and entry.time.earliest > day.isoformat()


def anchored(doc: Doc, text: str, found: list[Reading], published: Published) -> list[Anchored]:
    """Return each reading with its time, anchored on the article's date or on its bounds."""
    days = tuple(_bounds(published))
    found = placed(found, doc, days[0] if days else None)
    entries: list[Anchored] = []
    previous: list[Anchored] = []
    starts = {last: first for first, last in ranges(found, text)}
    of_place: dict[int, Anchored] = {}
    for number, reading in enumerate(found):
        token = _token(doc, reading)
        direction = direction_at(token) if _looks(reading) else "open"
        if number and _is_joined(text[found[number - 1].end : reading.start]):
            last = of_place.get(number - 1)
            direction = last.direction if last is not None and _looks(reading) else direction
        before = _previous(reading, previous)
        if _of_a_day(reading):
            following = found[number + 1] if number + 1 < len(found) else None
            before = _days_after(doc, text, reading, following, days) or before
        first = of_place.get(starts.get(number, -1))
        try:
            spoken_of = _spoken_of(reading, text, entries)
            if spoken_of is not None:
                entry = replace(spoken_of, reading=reading, token=token)
                entry = replace(entry, time=_moved_to(spoken_of.time, reading))
            elif first is not None and first.ends and _ends_range(reading, token):
                entry = _end_of_range(reading, token, days, first, direction)
            else:
                entry = _time(reading, token, days, before, direction)
                if direction == "past" and days and _is_after(entry, days[-1]) and happened(token):
                    last = _time(reading, token, days, before, "last")
                    entry = replace(last, direction=direction)
        except OutOfCalendar:
            continue
        entries.append(entry)
        of_place[number] = entry
        if entry.ends:
            previous.append(entry)
    return entries


def _end_of_range(
    reading: Reading, token: Token, days: tuple[date, ...], first: Anchored, direction: Direction
) -> Anchored:
    """Return the end of "from Monday to Friday": the first Friday after that Monday."""
    found = [resolve(reading, Anchor(end.period.start, None, "future")) for end in first.ends]
    ends = tuple(one for one in found if one is not None)
    time = _exact(reading, ends[0], token, days)
    if ends[0] != ends[-1]:
        time = _between(reading, ends[0], ends[-1])
    return Anchored(reading, time, ends[0], token, direction, ends)


def _ends_range(reading: Reading, token: Token) -> bool:
    return isinstance(reading.meaning, Named) and not is_moved(token)


def _spoken_of(reading: Reading, text: str, entries: list[Anchored]) -> Anchored | None:
    """Return the day before in the text that "the Sunday" points at: one with that weekday."""
    meaning = reading.meaning
    if reading.rule != "weekday" or not isinstance(meaning, Named) or meaning.direction != "open":
        return None
    if reading.clock or not text[: reading.start].lower().endswith("the "):
        return None
    if text[reading.end : reading.end + 2].strip(" .,;"):
        return None
    for entry in reversed(entries):
        if reading.start - entry.time.end > _NEAR:
            return None
        period = entry.resolved.period if entry.resolved is not None else None
        if period is None or period.unit != "day" or entry.reading.clock:
            continue
        if period.start.isoweekday() == meaning.key:
            return entry
    return None


def _moved_to(time: Time, reading: Reading) -> Time:
    return replace(time, start=reading.start, end=reading.end, anchor="text")


def _is_joined(between: str) -> bool:
    """Say whether two dates stand side by side: "on Saturday or on Sunday"."""
    return between.strip(" ,") in ("and", "or", "and on", "or on", "and then on")


def _of_a_day(reading: Reading) -> bool:
    meaning = reading.meaning
    return isinstance(meaning, Counted) and meaning.base == "context" and meaning.unit == "day"


def _days_after(
    doc: Doc,
    text: str,
    reading: Reading,
    following: Reading | None,
    days: tuple[date, ...],
) -> tuple[Period, ...]:
    """Return the day that is named right after a time of day: "at 7:05 a.m. on Saturday".

    One for each day that the article may be of.
    """
    if following is None or following.clock or following.start - reading.end > 6:
        return ()
    if text[reading.end : following.start].strip(" ,").lower() not in ("", "on", "of"):
        return ()
    direction = direction_at(_token(doc, following))
    try:
        found = [resolve(following, Anchor(day, None, direction)) for day in days]
    except OutOfCalendar:
        return ()
    periods = tuple(one.period for one in found if one is not None and one.period.unit == "day")
    return periods if len(periods) == len(days) else ()


def _looks(reading: Reading) -> bool:
    """Say whether it matters for a reading where its sentence looks."""
    meaning = reading.meaning
    if isinstance(meaning, Fixed):
        return meaning.point or meaning.ahead
    return isinstance(meaning, Named | Nth | Offset) or (
        isinstance(meaning, Counted) and bool(reading.edge)
    )


def _bounds(published: Published) -> Iterator[date]:
    """Yield the first and the last day on which the article may have been written."""
    first, last = published.date or published.earliest, published.date or published.latest
    if first is not None and last is not None:
        yield date.fromisoformat(first)
        yield date.fromisoformat(last)


def _previous(reading: Reading, entries: list[Anchored]) -> tuple[Period, ...]:
    """Return the period that the text named last, if it is near: one for each possible day."""
    meaning = reading.meaning
    if not isinstance(meaning, Counted) or meaning.base == "published":
        return ()
    if not entries or reading.start - entries[-1].time.end > _NEAR:
        return ()
    return tuple(end.period for end in entries[-1].ends)


def _time(
    reading: Reading,
    token: Token,
    days: tuple[date, ...],
    previous: tuple[Period, ...],
    direction: Direction,
) -> Anchored:
    meaning = reading.meaning
    if isinstance(meaning, Dated) and meaning.other is not None:
        return Anchored(reading, _either(reading, meaning, meaning.other), None, token, direction)
    if isinstance(meaning, Fixed):
        if meaning.counts is not None and _lasts_till_now(meaning, token):
            meaning = replace(meaning, amount=-meaning.counts[1], unit=meaning.counts[0])
        compared = meaning.point and _compares(token)
        if (meaning.point or meaning.ahead) and (direction != "future" or compared):
            meaning = Fixed(meaning.type, meaning.value)
        return Anchored(reading, _fixed(reading, meaning, days), None, token, direction)
    if not days and not isinstance(meaning, Dated) and not previous:
        time = _make(reading, unanchored_value(reading), None)
        return Anchored(reading, time, None, token, direction)
    own = days or (date(2000, 1, 1),)
    before = previous if len(previous) == len(own) else previous[:1] * len(own)
    ends = [
        resolve(reading, Anchor(day, before[place] if before else None, direction))
        for place, day in enumerate(own)
    ]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        time = _make(reading, unanchored_value(reading), None)
        return Anchored(reading, time, None, token, direction)
    both = (first, last) if len(own) > 1 else (first,)
    if first == last:
        time = _exact(reading, first, token, days)
        return Anchored(reading, time, first, token, direction, both)
    return Anchored(reading, _between(reading, first, last), None, token, direction, both)


def _make(reading: Reading, value: str | None, edtf: str | None) -> Time:
    kind = reading.meaning.type if isinstance(reading.meaning, Fixed) else "DATE"
    if reading.clock:
        kind = "TIME"
        value = (value or "XXXX-XX-XX") + reading.clock
    return Time(reading.start, reading.end, kind, value, edtf)


def _compares(token: Token) -> bool:
    """Say whether a stretch only measures a comparison: "the deepest recession **in a decade**"."""
    for word in reversed(token.doc[max(0, token.i - 10) : token.i]):
        if word.text in (".", "!", "?"):
            return False
        if word.tag_ in ("JJS", "RBS") or word.lower_ in ("first", "second", "third", "only"):
            return True
    return False


def _lasts_till_now(meaning: Fixed, token: Token) -> bool:
    """Say whether a duration reaches up to now: "has been held **for eleven weeks**"."""
    if meaning.unit is not None or meaning.type != "DURATION" or token.head.lower_ != "for":
        return False
    verb = verb_of(token)
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES} if verb else ()
    return "has" in helpers or "have" in helpers


def _either(reading: Reading, meaning: Dated, other: Period) -> Time:
    """Return the time of "09/07/2024" where the text leaves open which of two days it is."""
    first, last = sorted((meaning.period.start, other.start))
    year = f"{first.year:04}"
    return replace(
        _make(reading, year, year),
        earliest=first.isoformat(),
        latest=last.isoformat(),
        precision="year",
    )


def _fixed(reading: Reading, meaning: Fixed, days: tuple[date, ...]) -> Time:
    time = _make(reading, meaning.value, None)
    if not days:
        return time
    try:
        stretches = [stretch(meaning, day) for day in days]
    except OutOfCalendar:
        return time
    first, last = stretches[0], stretches[-1]
    if first is None or last is None:
        return time
    return Time(
        reading.start,
        reading.end,
        time.type,
        time.value,
        None,
        min(first[0], last[0]).isoformat(),
        max(first[1], last[1]).isoformat(),
        "interval",
        days[0].isoformat() if len(set(days)) == 1 else f"{days[0]}/{days[-1]}",
    )


def _exact(reading: Reading, resolved: Resolved, token: Token, days: tuple[date, ...]) -> Time:
    period = resolved.period
    value: str | None = period.value
    edtf = period.edtf
    precision = period.precision
    if resolved.until is not None:
        edtf = f"{period.edtf}/{resolved.until.edtf}"
        half = isinstance(reading.meaning, Nth) and reading.meaning.kind == "half"
        value = period.widen("month").value if half and period.unit == "day" else None
        precision = "interval"
    earliest, latest = narrowed(reading, period.start, resolved.end, days)
    made = _make(reading, value, edtf)
    anchor = None
    if resolved.from_previous:
        anchor = "text"
    elif resolved.relative and days:
        anchor = days[0].isoformat()
    return replace(
        made,
        date=edtf,
        earliest=earliest.isoformat(),
        latest=latest.isoformat(),
        precision=precision,
        anchor=anchor,
    )


def _between(reading: Reading, first: Resolved, last: Resolved) -> Time:
    """Return the time of what two possible dates of the article give: no more than they share."""
    earliest = min(first.period.start, last.period.start)
    latest = max(first.end, last.end)
    shared = None
    if earliest.year == latest.year:
        shared = f"{earliest.year:04}"
        if earliest.month == latest.month:
            shared += f"-{earliest.month:02}"
    made = _make(reading, shared or unanchored_value(reading), None)
    edtf = f"{earliest.isoformat()}/{latest.isoformat()}"
    if first.period.unit in ("month", "year", "decade") and first.period.start < last.period.start:
        edtf = f"{first.period.edtf}/{last.period.edtf}"
    return replace(
        made,
        date=edtf,
        earliest=earliest.isoformat(),
        latest=latest.isoformat(),
        precision="interval",
        anchor="article's bounds",
    )
