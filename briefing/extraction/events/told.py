"""Happenings that an article tells as its news, without a date of their own.

A newspaper that writes "Rebels attacked the port of Sana" without a day means its own day or the
one before. In the development articles (benchmarks/timeline.py) that holds for about nine in ten of
what is read here, so the date is given as an interval, and as inferred.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from briefing.extraction.events.dating import When
from briefing.extraction.events.said import tells_words
from briefing.extraction.facts import Published
from briefing.extraction.standing.engine import standing_of
from briefing.extraction.times.calendar import Period
from briefing.extraction.times.occasions import say
from briefing.extraction.times.published import in_dateline
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.tense import verb_of
from briefing.reference.event_words import event_words

_LEAD = 2
"""How many sentences at the start tell what the news is."""

_ARTICLE = 4
"""So many sentences make an article."""

_WEEK = 7
"""How far back the date spoken of before may lie for what follows still to be news."""


@dataclass(frozen=True, slots=True)
class Told:
    """When a happening is taken to be, and whether it stands in the first sentences."""

    when: When
    lead: bool


def told_as_news(
    doc: Doc, text: str, entries: Collection[Anchored], published: Published
) -> Iterator[tuple[Token, Told]]:
    """Yield verbs of main clauses that tell news, each with the days that it is taken to be of.

    Past tense, in the article's own voice, in a sentence without a time, where the text before does
    not speak of another time: "The envoy visited the camp." Any verb of doing in the first
    sentences, later those of a known kind.
    """
    if published.date is None:
        return
    day = date.fromisoformat(published.date)
    times = _own_times(text, entries)
    starts = [entry.time.start for entry in times]
    quoted = sorted((quote.start, quote.end) for quote in doc._.quotes or ())
    title_end = doc._.article.title_end if doc._.article is not None else 0
    body = (sent for sent in doc.sents if sent.start_char >= title_end)
    for number, sent in enumerate(body):
        if _has_time(sent, starts):
            continue
        lead = number < _LEAD
        verbs = [verb for verb in _main_verbs(sent) if _is_news(verb, quoted, lead=lead)]
        if not verbs:
            continue
        first = _since(times[: bisect_left(starts, sent.start_char)], sent, day)
        if first is not None:
            told = Told(_when(first, day), lead)
            yield from ((verb, told) for verb in verbs)


def window_of(
    token: Token, text: str, entries: Collection[Anchored], published: Published
) -> When | None:
    """Return the days of a past happening that an article tells without a date, None for none.

    In a sentence without a time, in the article's own voice, not in the past perfect, where the
    text before does not speak of another time. A few sentences by themselves are no article.

    Args:
        token: The verb or noun that tells it.
        text: The article with plain signs.
        entries: Its time expressions.
        published: Its date.
    """
    doc, sent = token.doc, token.sent
    if published.date is None or sum(1 for _ in doc.sents) < _ARTICLE:
        return None
    times = _own_times(text, entries)
    starts = [entry.time.start for entry in times]
    verb = token if token.pos_ == "VERB" else verb_of(token)
    perfect = verb is not None and any(child.lower_ == "had" for child in verb.children)
    if _has_time(sent, starts) or perfect or _is_quoted(token):
        return None
    day = date.fromisoformat(published.date)
    first = _since(times[: bisect_left(starts, sent.start_char)], sent, day)
    return _when(first, day) if first is not None else None


def _own_times(text: str, entries: Collection[Anchored]) -> list[Anchored]:
    """Return the time expressions outside the lines that date the article, in order."""
    own = (entry for entry in entries if not in_dateline(text, entry.reading))
    return sorted(own, key=lambda entry: entry.time.start)


def _is_quoted(token: Token) -> bool:
    return any(
        quote.kind == "direct" and quote.start <= token.idx < quote.end
        for quote in token.doc._.quotes or ()
    )


def _has_time(sent: Span, starts: list[int]) -> bool:
    place = bisect_left(starts, sent.start_char)
    return place < len(starts) and starts[place] < sent.end_char


def _main_verbs(sent: Span) -> Iterator[Token]:
    root = sent.root
    yield root
    yield from (child for child in root.children if child.dep_ == "conj")


def _is_news(verb: Token, quoted: list[tuple[int, int]], *, lead: bool) -> bool:
    words, lemma = event_words(), verb.lemma_.lower()
    told = lead and lemma not in words.stative and not tells_words(verb)
    known = words.verbs.get(lemma) in words.told and not tells_words(verb)
    if verb.pos_ != "VERB" or not (told or known):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    past = not helpers if verb.tag_ == "VBD" else helpers in ({"was"}, {"were"})
    if lead and verb.tag_ == "VBN":
        past = past or helpers in ({"has"}, {"have"}, {"has", "been"}, {"have", "been"})
    if not past or any(child.lower_ in words.earlier for child in verb.children):
        return False
    if any(child.dep_ == "mark" for child in verb.children):
        return False
    place = bisect_right(quoted, (verb.idx, len(verb.doc.text))) - 1
    if place >= 0 and quoted[place][0] <= verb.idx < quoted[place][1]:
        return False
    return standing_of(verb).standing == "asserted"


def _since(before: list[Anchored], sent: Span, day: date) -> date | None:
    """Return the first day that news may be of; None where the text speaks of another time.

    That is the day before the article's, or the day that the text named last.
    """
    first = _days_before(day, 1)
    spoken_of = next((entry for entry in reversed(before) if entry.time.earliest), None)
    if spoken_of is None or spoken_of.time.latest is None:
        return first
    near = sent.start_char - spoken_of.time.end < 300
    start = date.fromisoformat(str(spoken_of.time.earliest))
    if near and spoken_of.time.latest < _days_before(day, _WEEK).isoformat():
        return None
    recent = _days_before(first, _WEEK - 1) <= start
    return min(first, start) if recent and spoken_of.time.precision == "day" else first


def _days_before(day: date, number: int) -> date:
    """Return a day some days earlier, or the first day of the calendar."""
    return date.fromordinal(max(day.toordinal() - number, date.min.toordinal()))


def _when(first: date, day: date) -> When:
    begin, end = Period("day", first), Period("day", day)
    working = (
        f"The sentence has no date; told as news by an article of {say(day)}, "
        f"so taken to be of {say(first)} to {say(day)}"
    )
    return When(
        None,
        f"{begin.value}/{end.value}",
        begin.value,
        end.value,
        "interval",
        "inferred",
        working,
    )
