"""What nouns of saying, evidence and doubt make of what they hold."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.effects import (
    CONDITIONAL,
    EXPECTED,
    POSSIBLE,
    Effect,
    Step,
)
from briefing.extraction.standing.holders import holders_of, owners
from briefing.extraction.standing.signs import (
    infinitive,
    lemma_of,
    negated,
)
from briefing.extraction.standing.stances import (
    noun_stance,
    of_stance,
    reporting_word,
)
from briefing.reference.standing import standing_words


@rule(
    example="There is no evidence that the navy attacked.",
    counter_example="There is evidence that the navy attacked.",
)
def without_evidence(step: Step) -> Effect | None:
    """What there is no evidence of, or nothing in, is told as not so."""
    words = standing_words()["negation"]
    head = step.head
    if head.pos_ not in ("NOUN", "PRON", "PROPN") or step.dep not in (
        "acl", "prep", "relcl", "ccomp", "advcl", "appos",
    ):  # fmt: skip
        return None
    if lemma_of(head) in ("doubt", "question", "secret", "denying"):
        return None
    none = any(c.lower_ in words["determiners"] and c.dep_ in ("det", "neg") for c in head.children)
    scant = any(c.lower_ in ("little", "scant", "scarce", "insufficient") for c in head.children)
    said_scant = lemma_of(head.head) == "be" and any(
        c.lower_ in ("scant", "thin", "weak", "lacking", "scarce", "inconclusive")
        for c in head.head.children
        if c.dep_ == "acomp"
    )
    if noun_stance(head) is None and lemma_of(head) not in ("evidence", "proof", "sign", "truth"):
        return None
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "to", "behind", "for"):
        held = head.head.head
        if held.lower_ == "nothing" or any(c.lower_ == "no" for c in held.children):
            return Effect(flips=True, reaches=False)
    if step.dep == "prep" and not step.reaching:
        return None
    if none:
        return Effect(flips=True, reaches=False)
    if scant or said_scant:
        return Effect(POSSIBLE, reaches=False)
    verb = head.head
    found_none = head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") and verb.pos_ in VERBAL
    if found_none and lemma_of(head) in ("evidence", "proof", "sign", "truth", "trace"):
        if negated(verb):
            return Effect(flips=True, reaches=False)
    return None


@rule(
    example="There is no doubt that the navy attacked.",
    counter_example="There is news that the navy attacked.",
)
def beyond_doubt(step: Step) -> Effect | None:
    """What there is no doubt of is told as so."""
    head = step.head
    if head.pos_ != "NOUN" or lemma_of(head) not in ("doubt", "question", "denying", "secret"):
        return None
    if step.dep in ("acl", "prep", "relcl", "ccomp", "advcl"):
        if any(c.lower_ in ("no", "little") for c in head.children) or negated(head.head):
            return Effect(vouched=True, reaches=False)
        if lemma_of(head) == "secret":
            return None
        return Effect(POSSIBLE, reaches=False)
    return None


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
    head = step.head
    if head.pos_ not in ("NOUN", "PROPN") or step.dep not in (
        "acl",
        "prep",
        "advcl",
        "relcl",
        "ccomp",
    ):
        return None
    if step.dep == "relcl" and not _content(step.node):
        return None
    if step.dep == "prep" and step.node.lower_ not in (
        "of",
        "for",
        "about",
        "on",
        "against",
        "to",
        "over",
    ):
        return None
    words = standing_words()
    lemma = lemma_of(head)
    if step.dep in ("acl", "prep") and lemma in words["negation"]["nouns"]:
        return Effect(flips=True)
    if head.dep_ == "pobj" and head.head.lower_ in ("on", "under", "in"):
        if lemma in words["conditional"]["nouns"] and step.node.pos_ in VERBAL:
            return Effect(CONDITIONAL, condition=step.node, reaches=False)
    if head.dep_ == "pobj" and head.head.lower_ == "with" and head.head.head.pos_ in VERBAL:
        verb = head.head.head  # "noted with concern that"
        if reporting_word(verb) is not None and step.node.pos_ in VERBAL:
            return Effect(claimed=True, holders=holders_of(verb), reaches=False)
    stance = noun_stance(head)
    participle = (
        step.dep == "acl" and step.node.tag_ in ("VBN", "VBG") and not infinitive(step.node)
    )
    if participle and not any(c.dep_ == "mark" for c in step.node.children):
        return None
    if lemma == "case" and lemma_of(head.head) == "be" and step.dep in ("acl", "relcl", "ccomp"):
        return Effect(flips=negated(head.head), reaches=False)
    if stance == "claims" and any(
        c.dep_ == "amod" and c.lower_ in words["denied"]["worthless"] for c in head.children
    ):
        return Effect(flips=True, reaches=False)
    gerund = step.dep == "prep" and any(c.dep_ == "pcomp" for c in step.node.children)
    if gerund and lemma in ("idea", "notion", "thought", "concept", "prospect"):
        return Effect(POSSIBLE, reaches=False)
    if stance is not None and not (step.dep == "prep" and _whose(step, stance)):
        if stance == "expects" and step.dep == "prep" and step.node.lower_ in ("of", "on"):
            if lemma_of(head.head) in words["expected"]["dashing"]:
                return Effect(flips=True, reaches=False)
            ahead = lemma in words["expected"]["nouns"]
            return Effect(EXPECTED if ahead else POSSIBLE)
        return of_stance(step, stance, owners(head))
    if lemma in words["possible"]["nouns"] and step.reaching:
        return Effect(POSSIBLE)
    if (
        lemma in words["expected"]["nouns"]
        and step.reaching
        and (step.dep == "acl" or step.node.lower_ == "for")
    ):
        return Effect(EXPECTED)
    return None


def _content(clause: Token) -> bool:
    """Say whether a clause is what a noun says, though parsed as one that describes it.

    "A statement that Chad had defaulted", but "a statement that Chad had issued".
    """
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    if that is None or not any(c.dep_ in SUBJECTS and c != that for c in clause.children):
        return False
    if that.dep_ == "mark":
        return True
    if that.tag_ == "IN" or any(c.dep_ == "dobj" and c != that for c in clause.children):
        return True
    return (
        lemma_of(clause) not in standing_words()["telling"]["claim_is_object"]
        and reporting_word(clause) is None
    )


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
