"""What a word of saying or thinking makes of its clause, by the reference's list."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.lemmas.lookup import reporting_verb
from briefing.extraction.standing.signs import VERBAL, lemma_of
from briefing.reference.reporting import ReportingWord, reporting


def reporting_word(verb: Token) -> ReportingWord | None:
    """Return what the list says of a verb, with its second word: "point out"."""
    return reporting_verb(verb, reporting().verbs) if verb.pos_ in VERBAL else None


def noun_stance(noun: Token) -> str | None:
    """Return the stance of a noun, None for one that reports nothing."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    word = reporting().nouns.get(lemma_of(noun))
    return None if word is None else word.stance


def stance_of(token: Token) -> str | None:
    """Return the stance of a verb, noun or adjective, None for one that reports nothing."""
    if token.pos_ in VERBAL:
        word = reporting_word(token)
        return None if word is None else word.stance
    if token.pos_ in ("ADJ", "ADV"):
        found = reporting().adjectives.get(token.lower_)
        return None if found is None else found.stance
    return noun_stance(token)
