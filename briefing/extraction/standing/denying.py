"""What verbs of denial make of a claim or a deed."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import (
    CLAUSAL_SUBJECTS,
    DONE_TO,
    HANGING_ON_NOUN,
    SUBJECTS,
    VERBAL,
)
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import particle, verb_of_preposition
from briefing.extraction.standing.effects import DENIED, Effect, Step
from briefing.extraction.standing.holders import holders_of
from briefing.extraction.standing.signs import lemma_of, negated, passive
from briefing.extraction.standing.stances import noun_stance, reporting_word, stance_of
from briefing.reference.standing import standing_words


@rule(
    example="Whether the navy attacked is disputed.",
    counter_example="That the navy attacked is regretted.",
)
def disputed_whether(step: Step) -> Effect | None:
    """Whether it is so is disputed."""
    if step.dep not in SUBJECTS | CLAUSAL_SUBJECTS | {"ccomp", "advcl"}:
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
    node, head = step.node, step.head
    claims = standing_words()["denied"]["claims"]
    if lemma_of(node) not in claims and noun_stance(node) != "claims":
        return None
    if not any(c.dep_ in HANGING_ON_NOUN - {"advcl"} | {"appos"} for c in node.children):
        return None
    if step.dep in SUBJECTS and lemma_of(head) in ("be", "prove", "turn", "remain"):
        return _said_of_claim(head)
    if step.dep == "pobj":
        return _by_preposition(head)
    if step.dep in SUBJECTS | {"dobj"} and head.pos_ in VERBAL:
        return _by_verb(step)
    return None


def _said_of_claim(verb: Token) -> Effect | None:
    """Read "the claim is false", "the claim proved true"."""
    if negated(verb):
        return None
    words = standing_words()
    said = [
        c for c in verb.subtree if c.i > verb.i and c.dep_ in ("acomp", "attr", "oprd", "pobj")
    ][:3]
    if any(c.lower_ in words["denied"]["worthless"] or stance_of(c) == "denies" for c in said):
        return Effect(DENIED, reaches=False)
    if any(c.lower_ in words["holding"]["true"] for c in said):
        return Effect(settles=True, reaches=False)
    return None


def _by_preposition(prep: Token) -> Effect | None:
    """Read "poured scorn on the claim", "dismissed it as a claim"."""
    words, verb = standing_words()["denied"], prep.head
    named = f"{lemma_of(verb)} {prep.lower_}"
    as_claim = prep.lower_ == "as" and lemma_of(verb) in words["dismissing"]
    if named in words["dismissing_by"] or as_claim:
        return Effect(DENIED, deniers=holders_of(verb), reaches=False)
    return None


def _by_verb(step: Step) -> Effect | None:
    """Read "rejected the claim", "called the claim a lie"."""
    verb, words = step.head, standing_words()["denied"]
    if negated(verb) or (step.dep == "nsubj" and not passive(verb)):
        return None
    dismissing = {lemma_of(verb), f"{lemma_of(verb)} {particle(verb)}"} & words["dismissing"]
    called = lemma_of(verb) in words["calling"] and any(
        c.lower_ in words["worthless"] for c in verb.subtree if c.i > step.node.i
    )
    if dismissing or called or stance_of(verb) == "denies":
        return Effect(DENIED, deniers=holders_of(verb), reaches=False)
    return None


@rule(
    example="Lima denied any raid on Quito.",
    counter_example="Lima denied entry to Quito's envoy.",
)
def deed_denied(step: Step) -> Effect | None:
    """A happening that somebody denies: "denied the raid", "disputes any link"."""
    if step.dep not in DONE_TO or step.node.pos_ != "NOUN":
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
