"""When an event is: the fields of its date from the time expressions that hang on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.events.clauses import carried, governors
from briefing.extraction.facts import Published
from briefing.extraction.times.calendar import OutOfCalendar, Period
from briefing.extraction.times.holidays import NATIONAL
from briefing.extraction.times.occasions import say
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Counted, Dated, Direction, Fixed, Named
from briefing.extraction.times.tense import direction_of_verb, verb_of
from briefing.extraction.times.words import lexicon
from briefing.reference.holidays import holidays


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event as the table has it."""

    date_text: str | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    basis: str = "unknown"
    working: str | None = None


def when_of(
    entries: list[Anchored],
    text: str,
    plain: str,
    published: Published,
    *,
    negated: bool = False,
) -> When | None:
    """Return the date that the time expressions of one event give, None when they give none.

    Two that stand as "from … to …" or "between … and …" give an interval; "since 2014" gives one
    that is open at its end.

    Args:
        entries: The expressions that hang on the event.
        text: The article's own text.
        plain: The same with plain signs, as the Doc has it.
        published: The article's date.
        negated: Whether the event is not to be: "will not return before Friday".
    """
    dated = [entry for entry in entries if entry.time.earliest is not None]
    if not dated:
        return None
    pair = _range(dated, plain)
    if pair is not None:
        return _interval(pair, text)
    best = min(dated, key=lambda entry: (_width(entry), entry.time.start))
    if isinstance(best.reading.meaning, Fixed):
        return _stretch(best, best.reading.meaning, text, published)
    time = best.time
    words = " ".join(text[time.start : time.end].split())
    basis, working = _basis(best, words)
    whole = When(words, time.date, time.earliest, time.latest, time.precision, basis, working)
    return _bounded(whole, _limit(best, plain), negated=negated)


_LATEST = ("by", "until", "till", "through", "before")
_EARLIEST = ("since", "after", "from")
_NO_EARLIER = re.compile(r"\b(?:no|not) (?:earlier|sooner) than (?:the )?$")
_AT_MOST = re.compile(r",? at the (?P<edge>earliest|latest)\b")
_NO_LATER = re.compile(r"\b(?:no|not) later than (?:the )?$")


def _limit(entry: Anchored, text: str) -> str:
    """Return the preposition that makes a date the end or the beginning of an event."""
    if _NO_LATER.search(text[max(0, entry.time.start - 24) : entry.time.start]):
        return "by"
    if _NO_EARLIER.search(text[max(0, entry.time.start - 26) : entry.time.start]):
        return "from"
    edge = _AT_MOST.match(text[entry.time.end : entry.time.end + 20])
    if edge is not None:
        return "from" if edge["edge"] == "earliest" else "by"
    preposition = entry.token.head
    if preposition.head.lemma_.lower() in lexicon().tense["put_off"]:
        return ""  # "postponed until Friday": it will be on Friday
    return _preposition(entry.token)


def _bounded(when: When, limit: str, *, negated: bool) -> When:
    """Return a date as the bound that its preposition makes of it.

    "by Friday" and "until Friday" end on it, "before Friday" the day before, "after Friday" begins
    the day after, and what will not be before Friday begins on it.
    """
    if when.earliest is None or when.latest is None or not when.date or "/" in when.date:
        return when
    opens = limit in _EARLIEST or (negated and limit in ("before", "until", "till"))
    if opens:
        first = _day_after(when.latest, 1) if limit == "after" else when.earliest
        if limit == "after" and first is None:
            return when
        return replace(
            when, date=f"{when.date}/..", earliest=first, latest=None, precision="interval"
        )
    if limit in _LATEST:
        last = _day_after(when.earliest, -1) if limit == "before" else when.latest
        if when.precision != "day" and limit == "before":
            last = when.latest
        return replace(
            when, date=f"../{when.date}", earliest=None, latest=last, precision="interval"
        )
    return when


def _day_after(iso: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _width(entry: Anchored) -> int:
    time = entry.time
    if time.earliest is None or time.latest is None:
        return 10**6
    days = (
        date.fromisoformat(time.latest).toordinal() - date.fromisoformat(time.earliest).toordinal()
    )
    return days + (10**5 if isinstance(entry.reading.meaning, Fixed) else 0)


def _preposition(token: Token) -> str:
    return token.head.lower_ if token.head.pos_ in ("ADP", "SCONJ") else ""


def _range(entries: list[Anchored], text: str) -> tuple[Anchored, Anchored] | None:
    """Return the two ends of "from 3 to 5 May" and "between Monday and Friday"."""
    for first, last in pairwise(entries):
        between = text[first.time.end : last.time.start].lower().split()
        lead = text[max(0, first.time.start - 20) : first.time.start].lower().split()[-1:]
        joined = (lead == ["from"] and between in (["to"], ["until"], ["through"], ["-"])) or (
            lead == ["between"] and between == ["and"]
        )
        if joined and (first.time.earliest or "") < (last.time.latest or ""):
            return first, last
    return None


def _interval(pair: tuple[Anchored, Anchored], text: str) -> When:
    first, last = pair[0].time, pair[1].time
    words = " ".join(text[first.start : last.end].split())
    ends = (first.date, last.date)
    edtf = None
    if all(end is not None and "/" not in end for end in ends):
        edtf = f"{ends[0]}/{ends[1]}"
    basis, working = _basis(pair[0], words)
    if working is not None:
        said = f"{_said(ends[0] or '')} to {_said(ends[1] or '')}"
        working = f"{working.rpartition(': ')[0]}: {said}"
    return When(words, edtf, first.earliest, last.latest, "interval", basis, working)


def _stretch(entry: Anchored, meaning: Fixed, text: str, published: Published) -> When:
    """Return the interval that "the past 70 years" covers, as exact as its unit."""
    time = entry.time
    words = " ".join(text[time.start : time.end].split())
    coarse = {"decade": "year", "century": "year", "millennium": "year", "quarter": "month"}
    unit = coarse.get(meaning.unit or "", meaning.unit)
    if unit not in ("month", "year"):
        unit = "day"
    ends = [
        Period(unit, date.fromisoformat(day)).value
        if unit == "day"
        else day[: 4 if unit == "year" else 7]
        for day in (time.earliest or "", time.latest or "")
    ]
    size = f"{abs(int(meaning.amount))} {meaning.unit}{'s' if abs(meaning.amount) != 1 else ''}"
    anchor = published.date or published.latest or ""
    anchor = anchor[: {"year": 4, "month": 7}.get(unit, 10)]
    sign = "−" if meaning.amount < 0 else "+"
    end = ends[0] if meaning.amount < 0 else ends[1]
    working = f"“{words}”: {anchor} (the article's date) {sign} {size} = {end}"
    return When(
        words, f"{ends[0]}/{ends[1]}", time.earliest, time.latest, "interval", "computed", working
    )


def _basis(entry: Anchored, words: str) -> tuple[str, str | None]:
    """Return whether a date is stated or computed, with the account of a computed one."""
    meaning, time = entry.reading.meaning, entry.time
    listed = _of_holiday(entry, words)
    if listed is not None and time.date is not None:
        return "reference", listed
    if isinstance(meaning, Dated) or time.date is None:
        return "stated", None
    if entry.resolved is None:
        return (
            "inferred",
            f"“{words}”, counted from the bounds of the article's date: {_said(time.date)}",
        )
    if entry.resolved.from_previous:
        return (
            "computed",
            f"“{words}”, counted from the date named in the text: {_said(time.date)}",
        )
    anchor = time.anchor or ""
    try:
        anchor = say(date.fromisoformat(anchor))
    except ValueError:
        return "stated", None
    verb = "counted from" if isinstance(meaning, Counted) else "seen from"
    return "computed", f"“{words}”, {verb} the article's date {anchor}: {_said(time.date)}"


def _of_holiday(entry: Anchored, words: str) -> str | None:
    """Return the account of a holiday that moves, or that is a country's own; else None."""
    meaning, when = entry.reading.meaning, _said(entry.time.date or "")
    if isinstance(meaning, Named) and meaning.kind == "holiday":
        return f"“{words}” is {holidays()[str(meaning.key)].says} (reference): {when}"
    if entry.reading.rule == NATIONAL and isinstance(meaning, Named):
        return f"“{words}”, a holiday of that country (reference): {when}"
    return None


def _said(edtf: str) -> str:
    """Write a day, or two of an interval, as "3 May 2024"; anything else as it stands."""
    try:
        return " to ".join(say(date.fromisoformat(day)) for day in edtf.split("/"))
    except ValueError:
        return edtf


def tense_of(
    when: When | None, direction: Direction, published: Published, *, going_on: bool = False
) -> str:
    """Return past, ongoing or upcoming: by the dates where they settle it, else by the verb."""
    first = published.date or published.earliest
    last = published.date or published.latest
    if when is not None:
        if when.latest and first and when.latest < first:
            return "past"
        if when.earliest and last and when.earliest > last:
            return "upcoming"
        if when.date and when.date.endswith("/..") and direction != "future":
            return "ongoing"
        inside = when.earliest and when.latest and first and when.earliest < first <= when.latest
        if inside and when.precision == "interval" and (going_on or when.basis == "computed"):
            return "ongoing"
    if direction == "future":
        return "upcoming"
    return "ongoing" if going_on and direction == "open" else "past"


def is_put_off(head: Token) -> bool:
    """Say whether an event is not to be until a date: "a ruling is **not expected** before May".

    So is what is unlikely before it.
    """
    verb = head if head.pos_ in ("VERB", "AUX") else carried(head)
    above = (verb, *governors(verb)) if verb is not None else ()
    return is_negated(head) or any(
        is_negated(one)
        or one.lower_ == "unlikely"
        or any(child.lower_ == "unlikely" for child in one.children if child.dep_ == "acomp")
        for one in above
    )


def direction_of_event(head: Token) -> Direction:
    """Return where the verb or noun of an event looks."""
    if head.pos_ in ("VERB", "AUX"):
        return direction_of_verb(head)
    verb = verb_of(head)
    return direction_of_verb(verb) if verb is not None else "open"


__all__ = ["OutOfCalendar", "When", "direction_of_event", "is_put_off", "tense_of", "when_of"]
