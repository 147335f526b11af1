"""What is counted from another event: "two weeks after Ecuador imposed duties"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from briefing.extraction.events.clauses import subjects_of
from briefing.extraction.events.dating import When
from briefing.extraction.events.hanging import own_days
from briefing.extraction.events.heads import Draft
from briefing.extraction.rules import rule
from briefing.extraction.times.anchoring import Anchor, resolve
from briefing.extraction.times.calendar import OutOfCalendar, Period
from briefing.extraction.times.occasions import say
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Dated, Fixed, Offset
from briefing.extraction.times.tense import verb_of
from briefing.reference.event_words import event_words

_WAYS = {"after": 1, "before": -1}
_STEM = 5
"""So many letters are the same in a noun and its verb: "dissolved", "the dissolution"."""


def count(found: Mapping[int, Draft], entries: Sequence[Anchored], text: str) -> None:
    """Give drafts without a date the day that the text counts from another event's.

    Args:
        found: The drafts by the number of the head, with their dates.
        entries: The time expressions of the article, in order.
        text: The article.
    """
    for entry in entries:
        meaning = entry.reading.meaning
        if not isinstance(meaning, Fixed) or meaning.counts is None:
            continue
        doc, end = entry.token.doc, entry.time.end
        span = doc.char_span(entry.time.start, end, alignment_mode="expand")
        if span is None or span.end >= len(doc) or meaning.counts[0] == "weekday":
            continue
        way = doc[span.end]
        if way.lower_ not in _WAYS:
            continue
        counted_from_a_clause(entry, way, found, entries, text)
        counted_from_what_was_told(entry, way, found, text)


@rule(
    example="Peru appealed on Monday, two weeks after Ecuador imposed duties on its fruit.",
    counter_example="Peru appealed on Monday after Ecuador imposed duties for two weeks.",
)
def counted_from_a_clause(
    entry: Anchored,
    way: Token,
    found: Mapping[int, Draft],
    entries: Sequence[Anchored],
    text: str,
) -> bool:
    """Count from a main clause with a day to the one with "two weeks after", or the other way."""
    if way.dep_ != "mark" or way.head.dep_ != "advcl":
        return False
    clause, main = way.head, way.head.head
    for target, source, sign in ((clause, main, -1), (main, clause, 1)):
        draft = _told_by(target, found)
        day = next((one for one in map(_day, own_days(source, entries)) if one), None)
        if draft is not None and day is not None:
            return _put(draft, entry, sign * _WAYS[way.lower_], day, text, way)
    return False


@rule(
    example="The leaders of Peru met on 2 March. Experts will convene in Quito ten days after the "
    "meeting.",
    counter_example="The leaders of Peru met on 2 March. Experts will convene in Quito ten days "
    "after a flood.",
)
def counted_from_what_was_told(
    entry: Anchored, way: Token, found: Mapping[int, Draft], text: str
) -> bool:
    """Count from an event that the text told with its day: "ten days after the meeting"."""
    noun = next((child for child in way.children if child.dep_ == "pobj"), None)
    main = verb_of(way)
    if noun is None or main is None or not any(c.lower_ == "the" for c in noun.children):
        return False
    own = found.get(noun.i)
    draft = _told_by(main, found)
    if draft is None or (own is not None and own.entries):
        return False
    told = [one for number, one in found.items() if number < noun.i and _names(noun, one.head)]
    days = [
        day for one in sorted(told, key=lambda one: one.head.i) for day in map(_day, one.entries)
    ]
    known = [day for day in days if day is not None]
    return bool(known) and _put(draft, entry, _WAYS[way.lower_], known[-1], text, noun)


def _told_by(verb: Token, found: Mapping[int, Draft]) -> Draft | None:
    """Return the draft without a date that a verb, or the noun that it carries, tells."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    for token in (verb, *subjects_of(verb), *things):
        draft = found.get(token.i)
        if draft is not None:
            dated = any(entry.time.earliest is not None for entry in draft.entries)
            return None if dated or draft.occasion is not None else draft
    return None


def _day(entry: Anchored) -> date | None:
    resolved = entry.resolved
    if resolved is None or resolved.until is not None or resolved.period.unit != "day":
        return None
    return resolved.period.start


def _names(noun: Token, head: Token) -> bool:
    """Say whether a noun names what was told: "the summit", of leaders that met."""
    words = event_words()
    lemma, other = noun.lemma_.lower(), head.lemma_.lower()
    if lemma == other or (len(lemma) > _STEM and lemma[:_STEM] == other[:_STEM]):
        return True
    kind = words.nouns.get(lemma, "other")
    return kind != "other" and kind in (words.verbs.get(other), words.nouns.get(other))


def _put(draft: Draft, entry: Anchored, sign: int, day: date, text: str, last: Token) -> bool:
    meaning = entry.reading.meaning
    if not isinstance(meaning, Fixed) or meaning.counts is None:
        return False
    unit, number, key = meaning.counts
    offset = Offset(unit, sign * number, Dated(Period("day", day)), key)
    try:
        there = resolve(replace(entry.reading, meaning=offset), Anchor(day))
    except OutOfCalendar:
        return False
    if there is None:
        return False
    words = " ".join(text[entry.time.start : last.idx + len(last)].split())
    first = there.period.start.isoformat()
    working = f"“{words}”, counted from {say(day)}: {say(there.period.start)}"
    value = there.period.value
    draft.counted = When(words, value, first, there.end.isoformat(), "day", "computed", working)
    return True


RULES = (counted_from_a_clause, counted_from_what_was_told)
