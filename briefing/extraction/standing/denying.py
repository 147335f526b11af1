"""What verbs of denial make of a claim or a deed."""

from __future__ import annotations

from briefing.extraction.grammar_words import VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import (
    particle,
    verb_of_preposition,
)
from briefing.extraction.standing.effects import (
    DENIED,
    Effect,
    Step,
)
from briefing.extraction.standing.holders import holders_of
from briefing.extraction.standing.signs import (
    lemma_of,
    negated,
    passive,
)
from briefing.extraction.standing.stances import (
    noun_stance,
    reporting_word,
    stance_of,
)
from briefing.reference.standing import standing_words


@rule(
    example="Whether the navy attacked is disputed.",
    counter_example="That the navy attacked is regretted.",
)
def disputed_whether(step: Step) -> Effect | None:
    """Whether it is so is disputed."""
    if step.dep not in ("csubj", "csubjpass", "nsubj", "nsubjpass", "ccomp", "advcl"):
        return None
    marked = any(c.lower_ == "whether" for c in step.node.children)
    if marked and lemma_of(step.head) in ("dispute", "contest", "disagree"):
        return Effect(DENIED, claimed=True, reaches=False)
    return None


@rule(
    example="The story that the navy attacked was refuted.",
    counter_example="The story that the navy attacked was repeated.",
)
def claim_dismissed(step: Step) -> Effect | None:
    """A claim is dismissed: "rejected claims that it sank", "reports that it sank are false"."""
    words = standing_words()["denied"]
    node, head = step.node, step.head
    if lemma_of(node) not in words["claims"] and noun_stance(node) != "claims":
        return None
    if not any(child.dep_ in ("acl", "prep", "relcl", "ccomp", "appos") for child in node.children):
        return None
    if step.dep in ("nsubj", "nsubjpass") and lemma_of(head) in ("be", "prove", "turn", "remain"):
        said = [
            c for c in head.subtree if c.i > head.i and c.dep_ in ("acomp", "attr", "oprd", "pobj")
        ]
        if any(c.lower_ in words["worthless"] or stance_of(c) == "denies" for c in said[:3]):
            return None if negated(head) else Effect(DENIED, reaches=False)
        if any(c.lower_ in ("true", "correct", "right", "accurate", "founded") for c in said[:3]):
            return None if negated(head) else Effect(settles=True, reaches=False)
        return None
    named = f"{lemma_of(head)} {particle(head)}".strip()
    dismissing = (
        lemma_of(head) in words["dismissing"]
        or named in words["dismissing"]
        or stance_of(head) == "denies"
    )
    if step.dep == "pobj" and f"{lemma_of(head.head)} {head.lower_}" in words["dismissing_by"]:
        return Effect(DENIED, deniers=holders_of(head.head), reaches=False)
    if step.dep == "pobj" and head.lower_ == "as":
        verb = head.head
        if lemma_of(verb) in words["dismissing"]:
            return Effect(DENIED, deniers=holders_of(verb), reaches=False)
        return None
    if step.dep in ("dobj", "nsubjpass", "nsubj") and head.pos_ in VERBAL:
        called = lemma_of(head) in words["calling"] and any(
            c.lower_ in words["worthless"] for c in head.subtree if c.i > node.i
        )
        if step.dep == "nsubj" and not passive(head):
            return None
        if (dismissing or called) and not negated(head):
            return Effect(DENIED, deniers=holders_of(head), reaches=False)
    return None


@rule(
    example="Lima denied any raid on Quito.",
    counter_example="Lima denied entry to Quito's envoy.",
)
def deed_denied(step: Step) -> Effect | None:
    """A happening that somebody denies: "denied the raid", "disputes any link"."""
    if step.dep not in ("dobj", "nsubjpass") or step.node.pos_ != "NOUN":
        return None
    words = standing_words()["denied"]
    word = reporting_word(step.head)
    if word is None or word.act != "denies" or lemma_of(step.head) in (*words["calling"], "rule"):
        return None
    if lemma_of(step.node) in words["refused"] or negated(step.head):
        return None
    if step.head.dep_ == "pcomp" and step.head.head.lower_ == "without":
        return None
    if lemma_of(step.head) in words["dismissing"] and lemma_of(step.head) not in words["disputing"]:
        return None
    return Effect(DENIED, deniers=holders_of(step.head), reaches=False)


@rule(
    example="The inquiry cleared the navy of attacking the town.",
    counter_example="The inquiry accused the navy of attacking the town.",
)
def cleared_of(step: Step) -> Effect | None:
    """Who is cleared of it did not do it, says the one that clears."""
    verb = verb_of_preposition(step)
    if verb is None or step.node.lower_ not in ("of", "from"):
        return None
    if lemma_of(verb) not in standing_words()["denied"]["clearing"]:
        return None
    if negated(verb):
        return Effect(claimed=True, reaches=False)
    return Effect(DENIED, deniers=holders_of(verb), reaches=False)
