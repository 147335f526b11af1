"""What is said of a clause behind "is": that it is false, likely, a claim."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import CLAUSAL_SUBJECTS, COMPLEMENT_CLAUSES, SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.effects import DENIED, EXPECTED, POSSIBLE, Effect, Step
from briefing.extraction.standing.holders import holders_of, owners
from briefing.extraction.standing.signs import lemma_of, negated
from briefing.extraction.standing.stances import noun_stance, of_stance, stance_of
from briefing.reference.standing import standing_words


@rule(
    example="It is untrue, the minister insists, that the navy attacked.",
    counter_example="It is late, the minister insists, and the navy attacked.",
)
def untrue_aside(step: Step) -> Effect | None:
    """What somebody calls untrue in an aside, before the clause itself, he denies."""
    told = step.dep == "ccomp" and step.node.left_edge.lower_ == "that"
    if not told or step.head.dep_ not in ("parataxis", "ccomp"):
        return None
    above = step.head.head
    if lemma_of(above) != "be" or above.i > step.head.i:
        return None
    if any(
        c.dep_ == "acomp" and (c.lower_ in standing_words()["denied"]["worthless"])
        for c in above.children
    ):
        return Effect(DENIED, deniers=holders_of(step.head), reaches=False)
    return None


@rule(
    example="It is not true that the navy attacked.",
    counter_example="It was late when the navy attacked.",
)
def predicate_of_clause(step: Step) -> Effect | None:
    """An adjective or noun behind "is" says what the clause is: false, likely, a claim."""
    found = _predicate(step)
    if found is None:
        return None
    word, verb = found
    if step.dep != "advcl" and any(c.tag_ == "WRB" for c in step.node.children):
        return Effect(vouched=True, reaches=False)  # "Why it sank is unclear"
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS | {"expl"}), None)
    about_it = subject is None or subject.lower_ == "it" or step.dep == "csubj"
    if not about_it or (step.dep == "xcomp" and word.pos_ != "ADJ"):
        return None
    return _predicated(word, verb)


def _predicate(step: Step) -> tuple[Token, Token] | None:
    """Return what is said of a clause, and the verb between them: "untrue" and "is"."""
    head, node = step.head, step.node
    if step.dep not in CLAUSAL_SUBJECTS | COMPLEMENT_CLAUSES | {"advcl", "acl", "relcl", "nsubj"}:
        return None
    if head.pos_ == "ADJ" and lemma_of(head.head) == "be" and head.dep_ == "acomp":
        return head, head.head
    if lemma_of(head) != "be":
        return None
    said = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd") and c != node]
    if not said or (step.dep in ("nsubj", "relcl", "acl") and node.pos_ not in VERBAL):
        return None
    return said[0], head


def _predicated(word: Token, verb: Token) -> Effect | None:
    """Say what a word behind "is" makes of the clause."""
    words, lower = standing_words(), word.lower_
    turned, stance = negated(verb), stance_of(word)
    if lower in words["denied"]["worthless"] or stance == "denies":
        return Effect(flips=not turned, reaches=False)
    if lower in ("true", "case"):
        return Effect(flips=turned, reaches=False)
    if stance == "doubts" or lower in words["possible"]["adjectives"]:
        return Effect(POSSIBLE, reaches=False)
    if stance == "expects" or lower in words["expected"]["adjectives"]:
        return Effect(EXPECTED, reaches=False)
    if stance == "vouches" or lower in words["holding"]["sure"]:
        return Effect(POSSIBLE if turned else frozenset(), reaches=False)
    if stance == "claims" and word.pos_ in ("NOUN", "ADJ"):
        return Effect(claimed=True, reaches=False)
    return None


@rule(
    example="The claim is that the navy attacked.",
    counter_example="The result is that the navy attacked.",
)
def named_by_subject(step: Step) -> Effect | None:
    """The subject says what the clause behind "is" is: a claim, a fear, a plan."""
    if step.dep not in ("ccomp", "attr", "xcomp") or lemma_of(step.head) != "be":
        return None
    subject = next((c for c in step.head.children if c.dep_ in SUBJECTS), None)
    if subject is None or step.node.pos_ not in VERBAL:
        return None
    stance = noun_stance(subject)
    if stance is None or stance == "vouches":
        return None
    return of_stance(step, stance, owners(subject))
