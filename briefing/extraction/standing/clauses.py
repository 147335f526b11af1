"""What the rules ask of a clause and of the verb that governs it."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import AUXILIARIES, VERBAL
from briefing.extraction.standing.effects import Step
from briefing.extraction.standing.signs import infinitive, lemma_of, negated, own_finite


def is_clause(step: Step) -> bool:
    """Say whether a node is a finite clause that its head may tell: "said it sank"."""
    node, head = step.node, step.head
    if infinitive(node):
        return False
    if step.dep == "ccomp":
        return node.i > head.i or not parted(node, head)
    if step.dep == "advcl":
        return _that(node)
    return step.dep in ("xcomp", "parataxis") and own_finite(node) and not parted(node, head)


def _that(clause: Token) -> bool:
    """Say whether "that" opens a clause, and not "so that" or "now that"."""
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is None or mark.i == 0:
        return False
    return mark.nbor(-1).lower_ not in ("so", "now", "such", "given", "provided", "except")


def parted(node: Token, head: Token) -> bool:
    """Say whether a colon, semicolon or dash stands between a clause and a verb behind it.

    Args:
        node: The clause's word.
        head: The verb.
    """
    between = node.doc[node.i : head.i]
    return any(t.text in (":", ";", "--") for t in between)


def negative(verb: Token) -> bool:
    """Say whether a verb is negated, or nobody does it: "neither confirmed nor denied"."""
    if negated(verb):
        return True
    joined = verb.head if verb.dep_ == "conj" else verb
    return any(
        c.lower_ in ("neither", "nor") and c.dep_ in ("cc", "preconj") for c in joined.children
    )


def particle(verb: Token) -> str:
    """Return the second word of a verb, "" for none: "off" of "called off"."""
    return next(
        (
            c.lower_
            for c in verb.children
            if c.dep_ == "prt"
            or (c.dep_ == "advmod" and c.lower_ in ("aside", "off", "back", "away"))
        ),
        "",
    )


def came_to_nothing(verb: Token, deed: Token) -> bool:
    """Say whether a plan of the past is followed by "but": "was to sail but did not".

    Args:
        verb: The verb of planning.
        deed: What was planned.
    """
    was = verb.lower_ in ("was", "were") or any(
        c.dep_ in AUXILIARIES and c.lower_ in ("had", "was", "were") for c in verb.children
    )
    if not was:
        return False
    turned = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in verb.children)
    joined = [c for one in (verb, deed) for c in one.children if c.dep_ == "conj"]
    return turned or any(lemma_of(c) in ("do", "have", "be") and negated(c) for c in joined)


def verb_of_preposition(step: Step) -> Token | None:
    """Return the verb of "accused Chad of …", also where the parser hangs "of" on Chad."""
    if step.dep not in ("prep", "agent"):
        return None
    if step.head.pos_ in VERBAL:
        return step.head
    if step.head.dep_ in ("dobj", "nsubjpass", "oprd", "attr") and step.head.head.pos_ in VERBAL:
        return step.head.head
    return None
