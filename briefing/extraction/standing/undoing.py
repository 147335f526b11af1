"""What did not happen: failed, averted, called off, instead of, close to."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import (
    particle,
)
from briefing.extraction.standing.effects import (
    POSSIBLE,
    Effect,
    Step,
)
from briefing.extraction.standing.signs import (
    lemma_of,
    negated,
)
from briefing.extraction.standing.stances import (
    noun_stance,
)
from briefing.reference.standing import standing_words


@rule(
    example="Instead of attacking, the navy withdrew.",
    counter_example="Before attacking, the navy withdrew.",
)
def in_place_of(step: Step) -> Effect | None:
    """What something is done instead of, or without, did not happen."""
    words = standing_words()["negation"]
    node, head = step.node, step.head
    if step.dep in ("pcomp", "pobj") and head.lower_ in words["prepositions"]:
        return Effect(flips=True, reaches=False)
    if (
        step.dep in ("pcomp", "pobj", "prep", "advcl", "cc")
        and head.i
        and (f"{head.nbor(-1).lower_} {head.lower_}" in words["pairs"])
    ):
        return Effect(flips=True, reaches=False)
    if (
        step.dep in ("pcomp", "pobj")
        and head.dep_ == "prep"
        and (
            f"{head.head.lower_} {head.lower_}" in words["pairs"]
            and head.head.pos_ in ("ADV", "ADP", "SCONJ", "ADJ", "NOUN")
        )
    ):
        return Effect(flips=True, reaches=False)
    before = [t.lower_ for t in node.doc[max(node.left_edge.i - 3, 0) : node.i]]
    if (
        step.dep in ("conj", "advcl", "prep", "pcomp", "xcomp", "ccomp", "dep")
        and node.pos_ in VERBAL
    ):
        joined = " ".join(before)
        if any(
            joined.endswith(pair)
            for pair in (
                "rather than",
                "instead of",
                "let alone",
                "much less",
                "far from",
                "still less",
            )
        ):
            return Effect(flips=True, reaches=False)
    return None


@rule(
    example="The navy came close to attacking.",
    counter_example="The navy came to attack.",
)
def close_to(step: Step) -> Effect | None:
    """What somebody came close to, or within an inch of, did not happen."""
    if step.dep not in ("pcomp", "pobj", "xcomp"):
        return None
    prep = step.head
    if prep.lower_ not in ("to", "of") or prep.dep_ not in ("prep", "aux"):
        return None
    word = prep.head
    close = standing_words()["approximation"]["close"]
    if lemma_of(word) not in close and word.lower_ not in close:
        return None
    if prep.lower_ == "to" and word.lower_ not in ("close", "near", "closer", "nearer"):
        return None
    verb = word.head if word.head.pos_ in VERBAL else word.head.head
    if lemma_of(verb) in ("come", "be", "bring", "stand", "get", "go", "push", "edge", "teeter"):
        past = verb.tag_ in ("VBD", "VBN")
        return Effect(flips=True, reaches=False) if past else Effect(POSSIBLE, reaches=False)
    return None


@rule(
    example="The navy failed to attack.",
    counter_example="The navy managed to attack.",
)
def failed_to(step: Step) -> Effect | None:
    """What somebody failed or refused to do, or was kept from, did not happen."""
    words = standing_words()["negation"]
    head, dep = step.head, step.dep
    if head.pos_ not in VERBAL:
        return None
    lemma = lemma_of(head)
    if (
        dep in ("xcomp", "pcomp")
        and lemma == "have"
        and any(c.lower_ == "yet" for c in head.children)
    ):
        return None if step.own else Effect(flips=True, reaches=False)
    if dep in ("xcomp", "ccomp") and lemma in words["inverse"] and negated(head):
        return Effect(reaches=False)
    if dep == "xcomp" and lemma in words["verbs"]:
        return Effect(flips=True)
    if dep == "prep" and f"{lemma} {step.node.lower_}" in words["turning"]:
        return None if negated(head) else Effect(flips=True, reaches=False)
    if dep == "prep" and step.node.lower_ == "from" and lemma in words["keeping"]:
        return Effect(reaches=False) if negated(head) else Effect(flips=True)
    return None


@rule(
    example="The general ruled out an attack.",
    counter_example="The general ordered an attack.",
)
def undone(step: Step) -> Effect | None:
    """What is averted, ruled out or called off does not happen."""
    head = step.head
    garden = step.dep == "nsubj" and step.head != step.node.head
    gerund = step.dep == "advcl" and step.node.tag_ == "VBG" and step.node.i > head.i
    if head.pos_ not in VERBAL or not (
        step.dep in ("dobj", "nsubjpass", "xcomp", "nsubj", "pobj") or gerund
    ):
        return None
    if step.dep == "pobj" or (
        step.dep == "nsubj" and not (garden or _gone(head) or _called_off(head))
    ):
        return None
    words = standing_words()
    lemma = lemma_of(head)
    named = f"{lemma} {particle(head)}".strip()
    off = words["off"]
    if named in ("rule out", "exclude", "preclude") and negated(head):
        return Effect(POSSIBLE, reaches=False)
    ended = named in off["cancelling"] and named not in ("rule out", "veto")
    if lemma_of(step.node) in off["lasting"] and ended:
        return Effect(reaches=False)
    if lemma == "miss" and lemma_of(step.node) in ("deadline", "target", "date"):
        return Effect(flips=True)
    attempted = lemma_of(step.node) in ("attempt", "plot", "bid", "effort", "scheme", "plan")
    if step.node == step.token and attempted and lemma in words["negation"]["undoing"]:
        return Effect(reaches=False)
    if (
        (step.dep == "nsubj" and not garden)
        or named in off["cancelling"]
        or lemma in words["negation"]["undoing"]
    ):
        if step.dep in ("xcomp", "advcl") and lemma not in (
            "rule", "avoid", "escape", "avert", "prevent", "cancel",
        ):  # fmt: skip
            return None
        if (
            lemma in ("drop", "abandon", "veto", "annul", "revoke", "rescind")
            and step.node.pos_ == "NOUN"
        ):
            if noun_stance(step.node) is not None or step.token != step.node:
                return None
            if lemma in ("annul", "revoke", "rescind", "abandon", "drop") and not step.open:
                return None
        if named == "rule out" and step.dep in ("dobj", "xcomp", "nsubjpass"):
            return Effect(flips=True, reaches=True)
        return Effect(flips=True, reaches=True)
    if step.dep == "xcomp" and lemma == "rule" and particle(head) == "out":
        return Effect(flips=True, reaches=True)
    return None


def _called_off(verb: Token) -> bool:
    """Say whether a participle is a passive whose "was" is missing or not seen: "called off"."""
    if any(c.dep_ == "dobj" for c in verb.children) or verb.tag_ not in ("VBN", "VBD"):
        return False
    return f"{lemma_of(verb)} {particle(verb)}".strip() in standing_words()["off"]["cancelling"]


def _gone(verb: Token) -> bool:
    """Say whether a verb tells of its subject that it came to nothing: "fell through"."""
    off = standing_words()["off"]
    named = f"{lemma_of(verb)} {particle(verb)}".strip()
    if named in off["collapsing"]:
        return True
    after = [
        c for c in verb.children if c.dep_ in ("advmod", "prep", "acomp", "attr") and c.i > verb.i
    ]
    if lemma_of(verb) == "fall":
        return any(c.lower_ in ("through", "apart", "flat") for c in after)
    if lemma_of(verb) == "be":
        if any(c.lower_ == "off" and not list(c.children) for c in after):
            return True
        return any(
            c.lower_ == "off" and any(o.lower_ in off["tables"] for o in c.children) for c in after
        ) or any(
            c.dep_ == "attr" and c.lower_ in standing_words()["denied"]["worthless"] for c in after
        )
    return False
