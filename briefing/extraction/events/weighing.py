"""What the trained reader holds of an article's events, beside what the grammar rules find."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.extraction.event_reader.encoder import STANDINGS, TENSES, Held
from briefing.extraction.event_reader.reading import held_in
from briefing.extraction.events.hanging import (
    compared_with,
    happened_at_it,
    of_its_own_clause,
    of_what_is_offered,
    share,
    without_empty,
)
from briefing.extraction.events.heads import Draft
from briefing.extraction.events.said import is_planned, tells_words
from briefing.extraction.facts import Published, Standing
from briefing.extraction.grammar_words import AUXILIARIES, VERBAL
from briefing.extraction.standing.stances import reporting_word, stance_of
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.tense import verb_of
from briefing.tables import GROUP_OF_STANDING

HELD = "briefing_events_held"
"""Key in `doc.user_data` of what the reader holds of each word, by the word's number."""

REFUSED = 0.01
"""Below it what the rules find is left out."""
PROPOSED = 0.75
"""From here on what only the reader finds is an event."""
LIKELY = 0.3
"""Below it a word has no dates but those that the rules give it."""
OWN_DATE = 0.6
"""From here on a date that the rules hang elsewhere, or nowhere, is the event's."""
SHARED_DATE = 0.7
"""From here on it is, though the rules hang it on another event."""
PART_DATE = 0.3
"""From here on the date of a visit or meeting is also that of what happens at it."""
NO_DATE = 0.15
"""Below it a date that the rules hang on the event is not its own."""
OPEN_AHEAD = 0.95
"""Below it what may come one day, and nobody dates or plans, is no event."""
SURE_TENSE = 0.6
"""From here on the reader's tense holds where no date settles it."""
SURE_STANDING = 0.9
"""From here on the reader's standing goes before the grammar's."""

STANDING_OF = {
    "fact": "asserted",
    "expected": "expected",
    "claim": "attributed",
    "open": "possible",
    "not": "negated",
}

OWN_STANDING = "briefing_events_own_standing"
"""Key in `doc.user_data` of the heads whose standing is the reader's: relations keep theirs."""


def read(doc: Doc) -> Mapping[int, Held]:
    """Ask the trained reader about a Doc, and keep its answers with the Doc."""
    found = held_in(doc)
    doc.user_data[HELD] = found
    return found


def weighed(
    doc: Doc,
    drafts: dict[int, Draft],
    held: Mapping[int, Held],
    entries: Sequence[Anchored],
    of_time: Collection[int],
) -> dict[int, Draft]:
    """Return the drafts that stand, what the reader proposes, and each with its own dates.

    Args:
        doc: The Doc.
        drafts: What the rules found, by the number of the head.
        held: What the reader holds of each word.
        entries: The time expressions of the Doc, in order.
        of_time: The words of all of them: none of these tells an event.
    """
    found = {
        number: draft
        for number, draft in drafts.items()
        if draft.occasion is not None or (_granted(draft, held) and not is_supposed(draft.head))
    }
    for number, one in held.items():
        token = doc[number]
        if one.event < PROPOSED or number in found or number in of_time:
            continue
        if _can_tell(token) and not tells_words(token) and not is_supposed(token):
            found[number] = Draft(token, proposed=True)
    placed = {id(entry): draft for draft in drafts.values() for entry in draft.entries}
    claimed: dict[int, list[Token]] = {}
    for head, draft in found.items():
        for number, p in held[head].dates.items() if head in held else ():
            if p >= OWN_DATE:
                claimed.setdefault(number, []).append(draft.head)
    for head, draft in found.items():
        draft.ruled = bool(draft.entries)
        if head in held:
            draft.entries = _own_dates(draft, held[head], entries, placed, claimed)
        draft.entries = [entry for entry in draft.entries if not compared_with(entry)]
    share(found, entries)
    return without_empty(found)


def _granted(draft: Draft, held: Mapping[int, Held]) -> bool:
    """Say whether what the rules find stands: what is done by words is theirs alone."""
    word = reporting_word(draft.head) if draft.head.pos_ == "VERB" else None
    if word is not None and not tells_words(draft.head):
        return True
    one = held.get(draft.head.i)
    return one is None or one.event >= REFUSED


def is_too_open(held: Held | None, standing: Standing) -> bool:
    """Say whether what is ahead without a date is told too loosely to be an event.

    "They threatened to bomb the dam" is a threat and no date to come; "**The parliament will vote
    on the treaty**" is planned, and stays.
    """
    return held is not None and standing.standing != "expected" and held.event < OPEN_AHEAD


def is_supposed(token: Token) -> bool:
    """Return whether a word tells what is only imagined: "**suppose** Oman **seized** the ship".

    So does what did not come to be: "Had the vote been held, the party **would have lost**."
    """
    for verb in (token, *token.ancestors):
        if verb.pos_ not in VERBAL:
            continue
        helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
        if {"would", "have"} <= helpers and _has_unreal_clause(verb):
            return True
        inverted = any(
            child.dep_ in AUXILIARIES and child.text == "Had" and child.is_sent_start
            for child in verb.children
        )
        if inverted or (verb.i != token.i and stance_of(verb) == "imagines"):
            return True
    return False


def _has_unreal_clause(verb: Token) -> bool:
    """Say whether a condition stands with a verb: "if it had sailed, it would have sunk"."""
    return any(
        child.dep_ == "advcl"
        and (
            child.left_edge.lower_ in ("had", "were")
            or any(word.lower_ == "if" for word in child.children)
        )
        for child in verb.children
    )


def _can_tell(token: Token) -> bool:
    """Say whether a word can be the head of an event."""
    return token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ", "AUX") and token.text[0].isalpha()


def _own_dates(
    draft: Draft,
    one: Held,
    entries: Sequence[Anchored],
    placed: Mapping[int, Draft],
    claimed: Mapping[int, Sequence[Token]],
) -> list[Anchored]:
    """Return the dates of an event: those of the rules that no other event claims, and its own."""
    found = []
    for number, entry in enumerate(entries):
        p = one.dates.get(number, 0.0)
        owner = placed.get(id(entry))
        if owner is draft:
            others = (head for head in claimed.get(number, ()) if head.head.i != draft.head.i)
            other = next(others, None)
            if of_what_is_offered(entry, draft.head):
                continue
            if p >= NO_DATE or other is None or happened_at_it(draft.head, other):
                found.append(entry)  # "was set **to land** on Saturday" is one happening
        elif draft.entries and entry.token.sent.start != draft.head.sent.start:
            continue  # what has a day in its own sentence has none from another
        elif one.event >= LIKELY and _is_its_own(entry, draft.head, owner, p):
            found.append(entry)
    return found


def _is_its_own(entry: Anchored, head: Token, owner: Draft | None, p: float) -> bool:
    """Say whether a date that the rules hang elsewhere, or nowhere, is an event's."""
    if owner is not None and p >= PART_DATE and happened_at_it(head, owner.head):
        return True
    if p < (OWN_DATE if owner is None else SHARED_DATE) or of_its_own_clause(entry, head):
        return False
    if of_what_is_offered(entry, head):
        return False
    return not (_is_of_saying(entry, head) or _is_of_noun(entry, owner))


def _is_of_noun(entry: Anchored, owner: Draft | None) -> bool:
    """Say whether a date belongs to a noun alone: "ahead of the vote **on 7 July**"."""
    if owner is None or owner.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return owner.head.is_ancestor(entry.token)


def _is_of_saying(entry: Anchored, head: Token) -> bool:
    """Say whether a date is that of the saying: "said **on Monday** that the bridge had fallen"."""
    verb = verb_of(entry.token)
    if verb is None or verb.i == head.i or not tells_words(verb):
        return False
    if (head.head.i == verb.i and is_planned(head)) or happened_at_it(verb, head):
        return False  # "**said on Monday** at a **rally**": both are
    return verb.is_ancestor(head)


def tense(one: Held | None, otherwise: str) -> str:
    """Return the tense that the reader holds, where it is sure of one."""
    if one is None or max(one.tense) < SURE_TENSE:
        return otherwise
    return TENSES[one.tense.index(max(one.tense))]


def is_settled(earliest: str | None, latest: str | None, published: Published) -> bool:
    """Say whether the days of an event alone tell that it is past or ahead."""
    first = published.date or published.earliest
    last = published.date or published.latest
    past = latest is not None and first is not None and latest < first
    return past or (earliest is not None and last is not None and earliest > last)


def standing(one: Held | None, found: Standing) -> Standing:
    """Return the standing that the reader holds, where it is sure of another than the grammar.

    What is claimed and denied stays disputed.
    """
    kept = found.standing == "disputed"
    if one is None or kept or max(one.standing) < SURE_STANDING:
        return found
    name = STANDINGS[one.standing.index(max(one.standing))]
    held = STANDING_OF[name]
    if GROUP_OF_STANDING[held] == GROUP_OF_STANDING[found.standing]:
        return found
    if held == "attributed":
        return replace(found, standing=held)
    return Standing(held)
