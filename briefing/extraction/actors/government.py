"""Does a capital's or country's name mean its government, or the place?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.extraction.grammar_words import ATTRIBUTES, OBJECTS, VERBAL
from briefing.reference.government import GovernmentCues, government_cues

_JOINED = 3
"""How far "and" is followed: of "Oslo, Rome, Bonn and Bern said" all four said it."""


def means_government(span: Span) -> bool:
    """Tell whether a name stands for a government: "Paris said", but not "in Paris".

    "Madrid denied it", "Madrid's decision", "talks with Madrid" and "according to Madrid" speak
    of the government; "a flight to Madrid", "Madrid's airport" and "Madrid is hot" do not.
    """
    return _means(span.root, government_cues(), depth=0)


def _means(token: Token, cues: GovernmentCues, depth: int) -> bool:
    if depth > _JOINED:
        return False
    dep, head = token.dep_, token.head
    if dep in ("nsubj", "csubj"):
        return _subject(head, cues)
    if dep == "nsubjpass":
        return head.lemma_ in cues.passive
    if dep in OBJECTS:
        return head.lemma_ in cues.object_verbs
    if dep == "poss":
        return head.lemma_.lower() not in cues.place_nouns and head.ent_type_ != "FAC"
    if dep in ATTRIBUTES:
        return head.lemma_.lower() in cues.compound_nouns
    if dep == "pobj":
        return _after_preposition(head, cues)
    if dep == "conj":
        return _means(head, cues, depth + 1)
    return False


def _subject(verb: Token, cues: GovernmentCues) -> bool:
    if verb.pos_ not in VERBAL:
        return False
    if verb.lemma_ == "be":
        return any(child.lemma_ in cues.stances for child in verb.children if child.dep_ == "acomp")
    return verb.lemma_ not in cues.place_verbs


def _after_preposition(preposition: Token, cues: GovernmentCues) -> bool:
    word = preposition.lower_
    governor = preposition.head
    if word in cues.never:
        return False
    if word == "to" and governor.lower_ == "according":
        return True
    if word in cues.always:
        return word != "by" or preposition.dep_ == "agent"
    if governor.dep_ == "prep":
        governor = governor.head
    if governor.lemma_ in cues.movement:
        return False
    if governor.lemma_.lower() in cues.governors:
        return True
    objects = (child for child in governor.children if child.dep_ == "dobj")
    return any(child.lemma_.lower() in cues.governors for child in objects)
