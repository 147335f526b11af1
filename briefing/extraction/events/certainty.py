"""How sure the reading of an event is: by what decides whether its date, tense and standing hold.

Each rule is a doubt with its reason; the first that applies decides, the graver ones first. An
event without a doubt is high: told as so, in the past, with its date at its own verb or noun.
Chosen on the half of the marked articles whose errors are read; docs/accuracy.md says what they
reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from briefing.extraction.doc import text_of
from briefing.extraction.facts import Event, Published, Relation, Time
from briefing.extraction.grammar_words import NOMINAL, SUBJECTS, VERBAL
from briefing.extraction.lemmas.lookup import reporting_word
from briefing.extraction.rules import Rule, first, rule
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words
from briefing.tables import NOT_SO, OFF

Weighed = tuple[str, str]
"""One of `tables.CERTAINTIES`, and one plain sentence why."""

_BOUNDS = frozenset(("after", "before", "from", "since", "through", "till", "to", "until"))
"""Prepositions that make a date the bound of something, not its day."""

_CLEAR = ("day", "year")
"""Precisions of dates that are seldom read wrongly."""

_HOUR = re.compile(r"\d|noon|midnight", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as its sentence tells it.

    Attributes:
        event: The event.
        head: Its verb or noun.
        time: The expression that dates it, None where there is no single one in its sentence.
        published: The article's date.
        related: Whether a relation is told by the same word.
        occasion: Whether its words name an occasion that the reference dates.
    """

    event: Event
    head: Token
    time: Time | None
    published: Published
    related: bool
    occasion: bool

    @property
    def when(self) -> Token | None:
        """The word that the date's words hang on the sentence by."""
        if self.time is None:
            return None
        span = self.head.doc.char_span(self.time.start, self.time.end, alignment_mode="expand")
        return span.root if span is not None else None


def weighed(doc: Doc, events: Sequence[Event], relations: Sequence[Relation]) -> list[Event]:
    """Return the events of a Doc with their certainty and its reason.

    Args:
        doc: The Doc.
        events: Its events, their standing settled.
        relations: Its relations.
    """
    found = []
    for event in events:
        certainty, reason = certainty_of(doc, event, relations)
        found.append(replace(event, certainty=certainty, certainty_reason=reason))
    return found


def certainty_of(doc: Doc, event: Event, relations: Sequence[Relation] = ()) -> Weighed:
    """Return how sure an event's reading is, and why in one plain sentence.

    Args:
        doc: The Doc that it was found in.
        event: The event, its standing settled.
        relations: The Doc's relations: what the same word tells twice is surer.
    """
    head = doc[event.head]
    told = Told(
        event,
        head,
        _time_of(event, head, doc._.times or ()),
        doc._.published,
        any(r.head == event.head or r.trigger_start <= head.idx < r.trigger_end for r in relations),
        _names_occasion(doc, event),
    )
    doubt = first(RULES, told)
    if doubt is None or doubt[0] != "low":
        doubt = _guessed(told) or doubt
    if doubt is not None:
        return doubt
    if event.basis == "computed":
        return "high", f"{_date(told)} is given with the event, counted from another date."
    return "high", f"{_date(told)} is given with the event."


def _time_of(event: Event, head: Token, times: Iterable[Time]) -> Time | None:
    """Return the expression of the head's sentence that gives the date, the nearest of several."""
    sent, doc = head.sent, head.doc
    same = [
        time
        for time in times
        if sent.start_char <= time.start < sent.end_char and _words(doc, time) == event.date_text
    ]
    return min(same, key=lambda time: abs(time.start - head.idx), default=None)


def _words(doc: Doc, time: Time) -> str | None:
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    return " ".join(text_of(span).split()) if span is not None else None


def _names_occasion(doc: Doc, event: Event) -> bool:
    return event.occasion_id is not None or any(
        mention.entity_id.startswith("occasion:")
        and event.start <= mention.start
        and mention.end <= event.end
        for mention in doc._.mentions or ()
    )


def _claimed_outright(told: Told) -> bool:
    """Say whether an event is what somebody is said to say: the whole of the clause after "said".

    Not so in a clause about a noun or a reason, nor in a participle, where the article may speak.
    """
    head = told.head
    if head.pos_ not in VERBAL:
        return False
    while head.dep_ == "conj" and head.head.pos_ in VERBAL:
        head = head.head
    if head.dep_ == "ccomp":
        return reporting_word(head.head) is not None
    return head.dep_ == "ROOT"


def _hangs_on(when: Token, head: Token) -> bool:
    """Say whether a date's words are of a word, or nothing between them could have them.

    "Met in Oslo on Monday", "will hold a vote on 4 May", "talks planned for 5 May were called
    off"; not "invited them to a meeting in Oslo in May".
    """
    above = when.head.head if when.dep_ == "pobj" else when.head
    if head in (when, above):
        return True
    if head.pos_ in NOMINAL:
        own_verb = head.head == above and head.dep_ in SUBJECTS | {"dobj"}
        return own_verb or head in above.ancestors
    between = head.doc[min(head.i, when.i) + 1 : max(head.i, when.i)]
    return not any(
        token.pos_ in (*VERBAL, "ADV")
        or (token.dep_ == "pobj" and token.lemma_.lower() in event_words().nouns)
        for token in between
    )


def _names_day(words: str) -> bool:
    known = lexicon()
    named = {*known.values["weekday"], *known.values["wday"], *known.values["month"]}
    return not named.isdisjoint(words.lower().split())


def _date(told: Told) -> str:
    return f"The date “{told.event.date_text}”" if told.event.date_text else "The date"


def _guessed(told: Told) -> Weighed | None:
    """Doubt a date that was counted from an article's date that nobody gave."""
    event = told.event
    if event.basis in ("computed", "inferred") and told.published.date is None:
        if event.occasion_id is not None or told.published.basis == "inferred":
            return "moderate", "Its date was counted from a date that was itself calculated."
        return "low", "The article’s own date is not known, so the year is a guess."
    return None


@rule(
    example="The talks between Chile and Peru will be long.",
    counter_example="The talks between Chile and Peru will be held on 3 May.",
)
def undated(told: Told) -> Weighed | None:
    """Doubt an event that has no date, unless a relation tells it or its occasion has one."""
    event = told.event
    if event.precision != "unknown":
        return None
    if told.occasion:
        return "moderate", "It has no date of its own; the occasion that it names has one."
    if told.related and event.tense != "upcoming":
        return "moderate", "It has no date; the same word also states a relation between countries."
    return "low", "The article gives it no date."


@rule(
    example="The harbour was quiet. Two ministers were arrested in Peru.",
    counter_example="The harbour was quiet. Chad expelled two French diplomats.",
)
def dated_as_news(told: Told) -> Weighed | None:
    """Doubt a date that no words give, worked out from what stands around it."""
    event = told.event
    if event.basis == "inferred" and event.date_text is None and not told.related:
        return "low", "No words give its date; it was inferred from the context."
    return None


@rule(
    example="Chile has changed since the Vietnam War.",
    counter_example="Chile condemned Russia’s invasion of Ukraine.",
)
def only_named(told: Told) -> Weighed | None:
    """Doubt a war that is over and is named in passing."""
    event = told.event
    if event.kind == "war" and event.basis == "reference" and event.latest is not None:
        return "low", "A war that is over is only named here."
    return None


@rule(
    example="Chile's troops had left the camp, which Peru had bombed in 2019, Ana Lund said.",
    counter_example="Ana Lund said that Chile signed the treaty in 2019.",
)
def claimed_aside(told: Told) -> Weighed | None:
    """Doubt what stands aside within somebody's words: whether it is their claim is not clear."""
    event = told.event
    if event.standing.standing == "attributed" and not _claimed_outright(told):
        return "low", (
            "It is mentioned in passing in somebody’s words; it is not clear whether they claim it."
        )
    return None


@rule(
    example="The ministers of Chile should have met on Monday.",
    counter_example="Chile denied that it had bombed a bridge on Monday.",
)
def not_so(told: Told) -> Weighed | None:
    """Doubt what did not happen, unless somebody denies it, a relation tells it, or it is off."""
    event = told.event
    named = event.standing.denied_by is not None or event.status in OFF
    if event.standing.standing in NOT_SO and not told.related and not named:
        return "low", "It is said to be untrue, but nobody is named as denying it."
    return None


@rule(
    example="Chile and Peru have been drifting apart for the past year. "
    "Chile has held Peru’s ships since May.",
    counter_example="Russia’s invasion of Ukraine goes on.",
)
def going_on(told: Told) -> Weighed | None:
    """Doubt what is read as going on: the reference alone knows what does."""
    if told.event.tense == "ongoing" and told.event.basis != "reference":
        return "low", "It is read as ongoing; when it began or ends is not clear."
    return None


@rule(
    example="Chile had mined the island until 1979.",
    counter_example="Chile mined the island in 1979.",
)
def bounded(told: Told) -> Weighed | None:
    """Doubt a date that is the bound of something: "until 1979"."""
    when = told.when
    bounds = _BOUNDS - {"from"} if told.event.tense == "upcoming" else _BOUNDS
    if when is not None and when.dep_ == "pobj" and when.head.lower_ in bounds:
        words = f"{when.head.text} {told.event.date_text}"
        return "low", f"The date is only a bound: “{words}”."
    return None


@rule(
    example="The president had left Chile as late as Thursday.",
    counter_example="The president left Chile on Thursday.",
)
def dates_another_word(told: Told) -> Weighed | None:
    """Doubt a date that hangs on another word of the sentence than the event's own."""
    when = told.when
    if when is None or _hangs_on(when, told.head):
        return None
    return "low", f"The date “{told.event.date_text}” may belong to other words of the sentence."


@rule(
    example="Chile’s ships entered the port in the last week.",
    counter_example="Chile’s ships entered the port on Friday.",
)
def stretch_of_days(told: Told) -> Weighed | None:
    """Doubt the bounds of a stretch that was counted: "last week", "six weeks ago"."""
    event = told.event
    counted = event.basis == "computed" and event.precision == "interval"
    if counted and event.tense == "past":
        return "low", f"Which days “{event.date_text}” covers is not clear."
    return None


@rule(
    example="Ana Lund said that Chile signed the treaty in 2019.",
    counter_example="Chile signed the treaty in 2019.",
)
def not_plainly_so(told: Told) -> Weighed | None:
    """Hold less sure what the article does not itself tell as so."""
    if told.event.standing.standing not in ("asserted", "expected"):
        return "moderate", "The article does not state it in its own words."
    return None


@rule(
    example="Chile will host a summit on 3 May.",
    counter_example="Chile hosted a summit on 3 March.",
)
def still_ahead(told: Told) -> Weighed | None:
    """Give what is still to come moderate certainty at most."""
    if told.event.tense == "upcoming":
        return "moderate", "It is upcoming by the tense of its verb or by its date."
    return None


@rule(
    example="Chile condemned Russia’s invasion of Ukraine.",
    counter_example="Chile condemned the raid on 3 March.",
)
def from_the_reference(told: Told) -> Weighed | None:
    """Hold less sure a date that the reference gives, or that no words give."""
    event = told.event
    if event.basis == "reference" or event.kind == "anniversary":
        return "moderate", "Its date is a known date from our calendar."
    if event.date_text is None:
        return "moderate", "No words give its date; it was inferred from the context."
    return None


@rule(
    example="Chile shelled a town in Peru in February.",
    counter_example="Chile shelled a town in Peru on 3 March.",
)
def wide_date(told: Told) -> Weighed | None:
    """Hold less sure a date of a month, a decade or a stretch."""
    if told.event.precision not in _CLEAR:
        return "moderate", f"{_date(told)} is not a single day."
    return None


@rule(
    example="Chile’s army shelled a town in Peru at 4 p.m.",
    counter_example="Chile’s army shelled a town in Peru on 3 March.",
)
def day_by_other_words(told: Told) -> Weighed | None:
    """Hold less sure a day that an hour or a feast names: "at 4 p.m.", "Christmas 2023"."""
    event, time = told.event, told.time
    if time is None or event.precision != "day":
        return None
    words = str(event.date_text)
    if time.type == "TIME" and _HOUR.search(words) and not _names_day(words):
        return "moderate", f"The day comes from a time of day: “{words}”."
    if event.basis == "stated" and not _DAY.search(words):
        return "moderate", f"The day comes from words, not from a number: “{words}”."
    return None


RULES: tuple[Rule[[Told], Weighed], ...] = (
    undated,
    dated_as_news,
    only_named,
    claimed_aside,
    not_so,
    going_on,
    bounded,
    dates_another_word,
    stretch_of_days,
    not_plainly_so,
    still_ahead,
    from_the_reference,
    wide_date,
    day_by_other_words,
)
