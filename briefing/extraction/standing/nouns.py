"""What nouns of saying, evidence and doubt make of what they hold."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.grammar_words import (
    HANGING_ON_NOUN,
    NOMINAL,
    STANDS_FOR_NOUN,
    SUBJECTS,
    VERBAL,
)
from briefing.extraction.rules import rule
from briefing.extraction.standing.effects import CONDITIONAL, EXPECTED, POSSIBLE, Effect, Step
from briefing.extraction.standing.holders import holders_of, owners
from briefing.extraction.standing.signs import infinitive, lemma_of, negated
from briefing.extraction.standing.stances import noun_stance, of_stance, reporting_word
from briefing.reference.standing import standing_words


@rule(
    example="There is no evidence that the navy attacked.",
    counter_example="There is evidence that the navy attacked.",
)
def without_evidence(step: Step) -> Effect | None:
    """What there is no evidence of, or nothing in, is told as not so."""
    head, words = step.head, standing_words()["holding"]
    if head.pos_ not in STANDS_FOR_NOUN or step.dep not in HANGING_ON_NOUN | {"appos"}:
        return None
    lemma = lemma_of(head)
    if lemma in words["doubts"] or (noun_stance(head) is None and lemma not in words["evidence"]):
        return None
    if _nothing_in(head):
        return Effect(flips=True, reaches=False)
    if step.dep == "prep" and not step.reaching:
        return None
    if _none(head):
        return Effect(flips=True, reaches=False)
    if _scant(head):
        return Effect(POSSIBLE, reaches=False)
    return Effect(flips=True, reaches=False) if _not_found(head) else None


def _nothing_in(noun: Token) -> bool:
    """Read "There is nothing in the claim", "no truth to the report"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "to", "behind", "for"):
        return False
    held = noun.head.head
    return held.lower_ == "nothing" or any(c.lower_ == "no" for c in held.children)


def _none(noun: Token) -> bool:
    """Read "no evidence"."""
    none = standing_words()["negation"]["determiners"]
    return any(c.lower_ in none and c.dep_ in ("det", "neg") for c in noun.children)


def _scant(noun: Token) -> bool:
    """Read "little evidence", "the evidence is thin"."""
    words = standing_words()["holding"]
    if any(c.lower_ in words["scant"] for c in noun.children):
        return True
    return lemma_of(noun.head) == "be" and any(
        c.dep_ == "acomp" and c.lower_ in words["said_scant"] for c in noun.head.children
    )


def _not_found(noun: Token) -> bool:
    """Read "found no proof", "did not see a trace"."""
    verb = noun.head
    return (
        noun.dep_ in SUBJECTS | {"dobj", "attr"}
        and verb.pos_ in VERBAL
        and lemma_of(noun) in standing_words()["holding"]["not_found"]
        and negated(verb)
    )


@rule(
    example="There is no doubt that the navy attacked.",
    counter_example="There is news that the navy attacked.",
)
def beyond_doubt(step: Step) -> Effect | None:
    """What there is no doubt of is told as so."""
    head = step.head
    doubts = standing_words()["holding"]["doubts"]
    if head.pos_ != "NOUN" or lemma_of(head) not in doubts or step.dep not in HANGING_ON_NOUN:
        return None
    if any(c.lower_ in ("no", "little") for c in head.children) or negated(head.head):
        return Effect(vouched=True, reaches=False)
    return None if lemma_of(head) == "secret" else Effect(POSSIBLE, reaches=False)


@rule(
    example="They were held on suspicion of spying.",
    counter_example="They were held on the day of spying.",
)
def on_grounds(step: Step) -> Effect | None:
    """What somebody is held on suspicion or charges of is a claim; what is feared is open."""
    head = step.head
    if step.dep != "prep" or step.node.lower_ not in ("of", "that", "for"):
        return None
    words = standing_words()
    if head.dep_ == "pobj" and head.head.lower_ in ("on", "under", "over", "amid", "for", "in"):
        if head.lower_ in words["attributed"]["grounds"]:
            return Effect(claimed=True, reaches=False)
        if lemma_of(head) in words["possible"]["phrases"] and head.head.lower_ in (
            "for",
            "in",
            "under",
        ):
            return Effect(POSSIBLE, reaches=False)
    return None


@rule(
    example="Hopes fade for a release of the sailors.",
    counter_example="Sailors wait for a release of the ship.",
)
def hoped_for(step: Step) -> Effect | None:
    """What hopes fade or fears grow for is open."""
    if step.dep != "prep" or step.node.lower_ not in ("for", "of", "over", "about"):
        return None
    head = step.head
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None or noun_stance(subject) not in ("expects", "fears", "doubts"):
        return None
    if (
        lemma_of(subject) in standing_words()["expected"]["hopes"]
        or noun_stance(subject) != "expects"
    ):
        return Effect(POSSIBLE, reaches=False)
    return None


@rule(
    example="Reports that the navy attacked reached the town.",
    counter_example="The ship that the navy attacked sank.",
)
def told_by_noun(step: Step) -> Effect | None:
    """A noun of saying or thinking has the event: "the claim that", "a plan to", "a report of"."""
    if not _holds(step):
        return None
    found = _of_absence(step) or _on_condition(step) or _noted_with(step)
    if found is not None or _described(step):
        return found
    return _judged(step) or _by_stance(step) or _by_prospect(step)


def _holds(step: Step) -> bool:
    """Say whether a noun may hold what hangs on it, and is not only described by it."""
    if step.head.pos_ not in NOMINAL or step.dep not in HANGING_ON_NOUN:
        return False
    if step.dep == "relcl":
        return _content(step.node)
    about = ("of", "for", "about", "on", "against", "to", "over")
    return step.dep != "prep" or step.node.lower_ in about


def _of_absence(step: Step) -> Effect | None:
    """Read "the failure to sink it", "the lack of a treaty"."""
    absent = lemma_of(step.head) in standing_words()["negation"]["nouns"]
    return Effect(flips=True) if absent and step.dep in ("acl", "prep") else None


def _on_condition(step: Step) -> Effect | None:
    """Read "on condition that it sails"."""
    head, nouns = step.head, standing_words()["conditional"]["nouns"]
    if head.dep_ != "pobj" or head.head.lower_ not in ("on", "under", "in"):
        return None
    if lemma_of(head) not in nouns or step.node.pos_ not in VERBAL:
        return None
    return Effect(CONDITIONAL, condition=step.node, reaches=False)


def _noted_with(step: Step) -> Effect | None:
    """Read "noted with concern that it sank"."""
    head = step.head
    if head.dep_ != "pobj" or head.head.lower_ != "with" or step.node.pos_ not in VERBAL:
        return None
    verb = head.head.head
    if verb.pos_ not in VERBAL or reporting_word(verb) is None:
        return None
    return Effect(claimed=True, holders=holders_of(verb), reaches=False)


def _described(step: Step) -> bool:
    """Say whether a participle only describes the noun: "the report published on Monday"."""
    clause = step.node
    participle = step.dep == "acl" and clause.tag_ in ("VBN", "VBG") and not infinitive(clause)
    return participle and not any(c.dep_ == "mark" for c in clause.children)


def _judged(step: Step) -> Effect | None:
    """Read "it is not the case that", "the false claim that", "the idea of attacking"."""
    head, lemma, words = step.head, lemma_of(step.head), standing_words()
    if lemma == "case" and lemma_of(head.head) == "be" and step.dep in ("acl", "relcl", "ccomp"):
        return Effect(flips=negated(head.head), reaches=False)
    worthless = words["denied"]["worthless"]
    false = any(c.dep_ == "amod" and c.lower_ in worthless for c in head.children)
    if false and noun_stance(head) == "claims":
        return Effect(flips=True, reaches=False)
    gerund = step.dep == "prep" and any(c.dep_ == "pcomp" for c in step.node.children)
    return (
        Effect(POSSIBLE, reaches=False) if gerund and lemma in words["holding"]["ideas"] else None
    )


def _by_stance(step: Step) -> Effect | None:
    """Read a noun that reports, by its stance: "the claim that", "hopes of a truce"."""
    head = step.head
    stance = noun_stance(head)
    if stance is None or (step.dep == "prep" and _whose(step, stance)):
        return None
    if stance == "expects" and step.dep == "prep" and step.node.lower_ in ("of", "on"):
        words = standing_words()["expected"]
        if lemma_of(head.head) in words["dashing"]:
            return Effect(flips=True, reaches=False)
        return Effect(EXPECTED if lemma_of(head) in words["nouns"] else POSSIBLE)
    return of_stance(step, stance, owners(head))


def _by_prospect(step: Step) -> Effect | None:
    """Read "the risk of a raid", "the plan to attack", "the deadline for a truce"."""
    words, lemma = standing_words(), lemma_of(step.head)
    if not step.reaching:
        return None
    if lemma in words["possible"]["nouns"]:
        return Effect(POSSIBLE)
    ahead = step.dep == "acl" or step.node.lower_ == "for"
    return Effect(EXPECTED) if ahead and lemma in words["expected"]["nouns"] else None


def _content(clause: Token) -> bool:
    """Say whether a clause is what a noun says, though parsed as one that describes it.

    "A statement that Chad had defaulted", but "a statement that Chad had issued".
    """
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    if that is None or not any(c.dep_ in SUBJECTS and c != that for c in clause.children):
        return False
    if that.dep_ == "mark" or that.tag_ == "IN":
        return True
    if any(c.dep_ == "dobj" and c != that for c in clause.children):
        return True
    of_claims = standing_words()["telling"]["claim_is_object"]
    return lemma_of(clause) not in of_claims and reporting_word(clause) is None


def _whose(step: Step, stance: str) -> bool:
    """Say whether what follows "of" only tells whose word it is, or what it is about."""
    if step.node.lower_ in ("about", "over") and stance != "claims":
        return False
    if stance == "vouches":
        return True
    objects = [c for c in step.node.children if c.dep_ in ("pobj", "pcomp")]
    if step.node.lower_ in ("on", "to", "against") and stance == "claims":
        return True
    return any(mention_of(c) is not None and c.pos_ == "PROPN" for c in objects)
