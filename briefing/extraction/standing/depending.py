"""What hangs on something else: conditional, depending, supposed."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.effects import CONDITIONAL, Effect, Step
from briefing.extraction.standing.signs import lemma_of
from briefing.reference.standing import standing_words


@rule(
    example="Assuming that the weather holds, the ship will sail.",
    counter_example="Knowing that the weather holds, the ship will sail.",
)
def supposing(step: Step) -> Effect | None:
    """What "assuming that" or "provided that" supposes is a condition."""
    words = standing_words()["conditional"]["participles"]
    if step.head.lower_ not in words or step.dep not in ("ccomp", "pcomp", "advcl"):
        return None
    if any(c.dep_ in (*SUBJECTS, "aux") for c in step.head.children):
        return None
    return Effect(CONDITIONAL, condition=step.node, reaches=False)


@rule(
    example="The aid depends on the truce.",
    counter_example="The aid is based on the truce.",
)
def depending(step: Step) -> Effect | None:
    """What depends on something, or is tied to it, is conditional."""
    words = standing_words()["conditional"]
    head = step.head
    if head.pos_ not in VERBAL or not step.reaching:
        return None
    lemma = lemma_of(head)
    is_tied = lemma in words["verbs"] and step.dep in (*SUBJECTS, "csubj", "csubjpass", "dobj")
    called = (
        step.dep in SUBJECTS
        and lemma == "be"
        and any(c.dep_ == "acomp" and c.lower_ in words["adjectives"] for c in head.children)
    )
    if not (is_tied or called):
        return None
    if lemma in ("rest", "hang", "turn") and step.node.pos_ in VERBAL:
        return None
    found = _what_it_hangs_on(head)
    if found is None or found.is_ancestor(step.token) or found == step.token:
        return None
    return Effect(CONDITIONAL, condition=found)


@rule(
    example="The loan is conditional on the release of two reporters.",
    counter_example="The loan is based on the release of two reporters.",
)
def hung_upon(step: Step) -> Effect | None:
    """What something depends on is itself open."""
    words = standing_words()["conditional"]
    if step.dep != "prep" or step.node.lower_ not in words["prepositions"] or step.own:
        return None
    head = step.head
    called = [c for c in head.children if c.dep_ == "acomp"] if lemma_of(head) == "be" else [head]
    hangs = any(c.lower_ in words["adjectives"] and c.pos_ == "ADJ" for c in called)
    if hangs or lemma_of(head) in ("depend", "hinge"):
        return Effect(CONDITIONAL, reaches=False)
    return None


def _what_it_hangs_on(verb: Token) -> Token | None:
    """Find what follows "depends on" or "tied to".

    The second "to" of "linked the sale of ships to Chad to the outcome" may be parsed as part of
    the object: the last one is the verb's.
    """
    prepositions = standing_words()["conditional"]["prepositions"]
    words = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    found = [c for w in words for c in w.children if c.dep_ == "prep" and c.lower_ in prepositions]
    if not found:
        inner = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
        found = [t for t in inner if t.lower_ == "to" and t.dep_ in ("prep", "dative")][1:]
    for prep in found[-1:]:
        for obj in prep.children:
            if obj.dep_ in ("pobj", "pcomp", "ccomp"):
                return obj
    return None
