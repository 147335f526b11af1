"""Of what "which" or a participle tells: of the blast, not of the port where it was."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.rules import rule
from briefing.reference.event_words import event_words


@rule(
    example="The attack on the embassy of Peru, which killed four guards, was condemned.",
    counter_example="The army of Peru, which killed four guards, was condemned.",
)
def harmed_by_what_happened(verb: Token) -> Token | None:
    """Hang a clause of harm on the attack, war or disaster behind a place or a thing."""
    words = event_words()
    beside = words.harming.get(verb.lemma_.lower())
    if beside is None or not _which(verb) or verb.head.lemma_.lower() in words.harmful:
        return None
    if beside and not any(token.lemma_.lower() in beside for token in verb.subtree):
        return None
    return next((noun for noun in _above(verb.head) if noun.lemma_.lower() in words.harmful), None)


@rule(
    example="The ceasefire with Chad, which ended on Monday, was brief.",
    counter_example="The ceasefire with Chad, which ended its blockade on Monday, was brief.",
)
def begun_or_ended(verb: Token) -> Token | None:
    """Hang a clause of beginning, ending or causing on what happened."""
    words = event_words()
    lemma = verb.lemma_.lower()
    timed = lemma in words.timing and not any(
        child.dep_ in ("dobj", "xcomp", "ccomp") for child in verb.children
    )
    if not (timed or lemma in words.causing) or not _which(verb):
        return None
    if verb.head.lemma_.lower() in words.nouns:
        return None
    return next((noun for noun in _above(verb.head) if noun.lemma_.lower() in words.nouns), None)


@rule(
    example="The fifth meeting of the River Commission, which took place in May, was brief.",
    counter_example="The fifth meeting of the River Commission, which took part, was brief.",
)
def taken_place(verb: Token) -> Token | None:
    """Hang "which took place", "which was held" and "that happened" on what can be held."""
    words = event_words()
    place = any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children)
    happened = verb.lemma_.lower() in ("happen", "occur") or (verb.lemma_ == "take" and place)
    held = verb.lemma_.lower() in ("hold", "schedule", "slate") and _which(verb, "nsubjpass")
    if not (held or (happened and _which(verb))) or verb.head.lemma_.lower() in words.nouns:
        return None
    return next((noun for noun in _above(verb.head) if noun.lemma_.lower() in words.nouns), None)


@rule(
    example="Peru and Chile signed an accord on the road, closed by the army in 1998.",
    counter_example="Peru and Chile signed an accord on the road, watched by the army.",
)
def done_at_its_time(verb: Token) -> Token | None:
    """Hang a participle with a date of its own on the thing before its comma."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    noun = verb.nbor(-2)
    told = {child.dep_ for child in verb.children}
    if told & {"mark", "aux", "auxpass", "nsubj", "nsubjpass", "advmod"} or noun.pos_ != "NOUN":
        return None
    if noun.i < verb.head.i or noun.dep_ not in ("dobj", "pobj"):
        return None
    return noun if any(token.ent_type_ == "DATE" for token in verb.subtree) else None


def _which(verb: Token, subject: str = "nsubj") -> bool:
    """Say whether "which" or "that" is the subject of a verb, in the active voice unless said."""
    return any(
        child.dep_ == subject and child.lower_ in ("which", "that") and child.i < verb.i
        for child in verb.children
    )


def _above(noun: Token) -> Iterator[Token]:
    """Yield the nouns that a noun hangs on, but by "by", which names who did it."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ != "by":
        noun = noun.head.head
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        yield noun


RULES = (harmed_by_what_happened, begun_or_ended, taken_place, done_at_its_time)
