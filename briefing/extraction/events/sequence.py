"""The order that an article gives events which it does not date: "ahead of", "after the talks"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from briefing.extraction.events.dating import When
from briefing.extraction.events.heads import Draft
from briefing.extraction.facts import Published
from briefing.extraction.standing.engine import standing_of
from briefing.extraction.times.readings import Direction
from briefing.extraction.times.tense import direction_of_verb, verb_of
from briefing.reference.event_words import event_words

_AFTER = ("after", "following")
_BEFORE = ("before",)


def sequence_word(noun: Token) -> str:
    """Return the word that puts what is told before or after an event: "after the talks".

    Also that of a clause: "before **it expires** on 31 December".
    """
    if noun.pos_ in ("VERB", "AUX"):
        marks = (child.lower_ for child in noun.children if child.dep_ == "mark")
        return next(marks, "") if noun.dep_ == "advcl" else ""
    above = noun.head
    if above.lower_ == "of" and above.head.lower_ == "ahead":
        return "ahead of"
    return above.lower_


def placed_by(noun: Token) -> When:
    """Return that an undated event comes before or after what the sentence tells."""
    word = sequence_word(noun)
    if word == "ahead of":
        return When(working="Still to come: the article says “ahead of”.")
    if word in (*_AFTER, *_BEFORE, "during", "since", "until"):
        return When(working=f"Placed by the article’s word “{word}”.")
    return When()


def beside_dated(drafts: Mapping[int, Draft]) -> Iterator[tuple[Token, Draft]]:
    """Yield verbs without a date of their own that are told before or after a dated event.

    "**After** the talks on 3 May, Fiji **signed** the pact": the signing is after the talks.
    """
    words = event_words()
    for draft in drafts.values():
        if not draft.entries:
            continue
        if sequence_word(draft.head) not in ("ahead of", *_AFTER, *_BEFORE):
            continue
        verb = verb_of(draft.head)
        if verb is None or verb.dep_ not in ("ROOT", "conj", "ccomp"):
            continue
        if verb.i in drafts and (drafts[verb.i].entries or drafts[verb.i].occasion):
            continue
        known = verb.i in drafts or words.verbs.get(verb.lemma_.lower()) in words.told
        if known and standing_of(verb).standing in ("asserted", "expected"):
            yield verb, draft


def placed(word: str, name: str, other: When, verb: Token, published: Published) -> When | None:
    """Return the bounds of an event that is told before or after a dated one.

    What has happened is also not later than the article.

    Args:
        word: The article's word.
        name: The other event's words.
        other: Its date.
        verb: The verb of the event.
        published: The article's date.
    """
    direction: Direction = direction_of_verb(verb)
    account = f"“{word} {name}” ({other.date})"
    if word in _AFTER:
        last = published.date if direction == "past" else None
        if other.earliest is None or (last is not None and last < other.earliest):
            return None
        date = f"{other.earliest}/{last or '..'}"
        working = f"After the event it names: {account}"
        if last:
            working += f", and not later than the article of {last}"
        return When(None, date, other.earliest, last, "interval", "inferred", working)
    first = published.date if direction == "future" else None
    if other.latest is None or (first is not None and first > other.latest):
        return None
    date = f"{first or '..'}/{other.latest}"
    working = f"Before the event it names: {account}"
    return When(None, date, first, other.latest, "interval", "inferred", working)
