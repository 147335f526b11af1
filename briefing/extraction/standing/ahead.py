"""What lies ahead or is left open: planned, awaited, in doubt, done for a purpose."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import DONE_TO, SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import came_to_nothing, particle
from briefing.extraction.standing.effects import EXPECTED, POSSIBLE, Effect, Step
from briefing.extraction.standing.signs import (
    INDEFINITE,
    definite,
    infinitive,
    lemma_of,
    negated,
    perfect,
    supposed,
)
from briefing.extraction.standing.stances import KINDS_OF, reporting_word, stance_of
from briefing.reference.standing import standing_words


@rule(
    example="Once Chad has repaid the loan, Niger will return the wagons.",
    counter_example="Once Chad had repaid the loan, Niger returned the wagons.",
)
def awaited(step: Step) -> Effect | None:
    """What has to come first is still ahead: "once it has repaid", "before the house has voted"."""
    if step.dep != "advcl" or step.own or step.node.tag_ == "VBD":
        return None
    words = standing_words()["expected"]
    marks = {c.lower_ for c in step.node.children if c.dep_ in ("mark", "advmod")}
    if not marks & words["marks"] or any(c.lower_ == "had" for c in step.node.children):
        return None
    ahead = any(
        c.lower_ in words["modals"]
        or c.lower_ in ("can", "may", "would", "could", "must", "should")
        for c in step.head.children
        if c.dep_ == "aux"
    )
    return Effect(EXPECTED, reaches=False) if ahead else None


@rule(
    example="The visit is in doubt.",
    counter_example="The visit is in May.",
)
def in_doubt(step: Step) -> Effect | None:
    """What is in doubt or hangs in the balance is open."""
    head = step.head
    if step.dep not in SUBJECTS | {"dobj"} or head.pos_ not in VERBAL:
        return None
    open_words = standing_words()["off"]["open"]
    for prep in head.children:
        in_it = prep.dep_ == "prep" and prep.lower_ in ("in", "into", "under", "up")
        if in_it and any(o.dep_ == "pobj" and o.lower_ in open_words for o in prep.subtree):
            return Effect(POSSIBLE)
    if step.dep in SUBJECTS and lemma_of(head) in standing_words()["carrying"]["linking"]:
        return _said_of_event(head)
    return None


def _said_of_event(verb: Token) -> Effect | None:
    """Read "The visit is unlikely", "The visit is imminent"."""
    words = standing_words()
    ahead = words["expected"]["adjectives"] - words["expected"]["not_of_events"]
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd") and child.i > verb.i:
            if stance_of(child) == "doubts" or child.lower_ in words["possible"]["predicates"]:
                return Effect(POSSIBLE, reaches=False)
            if child.lower_ in ahead:
                return Effect(EXPECTED)
    return None


@rule(
    example="The navy plans to attack.",
    counter_example="The navy began to attack.",
)
def planned(step: Step) -> Effect | None:
    """A verb or adjective looks ahead, or leaves it open: "plans to", "seems to", "is due to"."""
    node, head, dep = step.node, step.head, step.dep
    if not step.reaching:
        return None
    if head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep", "acl", "advcl"):
        return _of_adjective(head)
    if head.pos_ not in VERBAL:
        return None
    if dep == "xcomp" or (dep == "ccomp" and infinitive(node)):
        return _of_infinitive(step) if infinitive(node) else _of_gerund(lemma_of(head))
    if dep in DONE_TO:
        return _of_object(step)
    sought = dep == "prep" and node.lower_ == "for"
    seeking = standing_words()["possible"]["seeking"]
    return Effect(POSSIBLE) if sought and lemma_of(head) in seeking else None


def _of_adjective(adjective: Token) -> Effect | None:
    """Read "is able to sail", "is due to sail"; "was able to sail": it did."""
    words, lower = standing_words(), adjective.lower_
    if lower in ("able", "free", "allowed") and _past(adjective):
        return Effect()
    if lower in words["possible"]["adjectives"]:
        return Effect(POSSIBLE, reaches=False if lower == "unlikely" else None)
    return Effect(EXPECTED) if lower in words["expected"]["adjectives"] else None


def _of_object(step: Step) -> Effect | None:
    """Read "plans a raid", "postponed the visit", "moved the visit to May", "risks a raid"."""
    words, lemma, second = standing_words(), lemma_of(step.head), particle(step.head)
    named = f"{lemma} {second}".strip()
    if lemma in words["expected"]["arranging"] and not second:
        of_thing = step.node.tag_.startswith("NN")
        return Effect(EXPECTED) if of_thing or lemma not in ("set", "offer") else None
    if step.own:
        return None
    if named in words["off"]["postponing"]:
        return _postponed(named, step.node)
    if named in words["off"]["moving"]:
        return Effect(EXPECTED) if _to_day(step) else None
    if lemma in words["possible"]["risking"]:
        aimed = lemma in words["possible"]["aiming"]
        known = definite(step.node, introducing=INDEFINITE - {"another"})
        return Effect(POSSIBLE) if aimed or not known else None
    return None


def _postponed(verb: str, noun: Token) -> Effect | None:
    """Read "delayed the visit": it is ahead; "suspended the talks": they are open."""
    if verb != "suspend":
        return Effect(EXPECTED)
    return None if lemma_of(noun) in standing_words()["off"]["lasting"] else Effect(POSSIBLE)


def _to_day(step: Step) -> bool:
    """Say whether something is moved to or from a day."""
    return any(
        c.dep_ == "prep"
        and c.lower_ in ("to", "until", "from")
        and any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree)
        for c in (*step.head.children, *step.node.children)
    )


def _of_gerund(lemma: str) -> Effect | None:
    """Read "suggested leaving", "discussed leaving"."""
    words = standing_words()
    if lemma in words["possible"]["gerunds"]:
        return Effect(POSSIBLE)
    return Effect(EXPECTED) if lemma in words["expected"]["gerunds"] else None


def _of_infinitive(step: Step) -> Effect | None:
    """Read "seems to sail", "has to sail", "is to sail", "plans to sail"."""
    return _of_helper(step) or _wished_of_another(step) or _of_plan(step) or _of_report(step)


def _of_helper(step: Step) -> Effect | None:
    """Read what is hardly more than an auxiliary: "seems to", "has to", "is to"."""
    words, head, lemma = standing_words()["possible"], step.head, lemma_of(step.head)
    if lemma in words["seeming"]:
        return Effect(POSSIBLE)
    if step.own:
        return None
    if lemma in words["obliging"]:
        done = lemma == "have" and (head.tag_ == "VBD" or _had(head))
        return Effect() if done else Effect(POSSIBLE)
    if lemma == "be" and head.tag_ != "VB":
        missed = perfect(step.node) and head.lower_ in ("was", "were")
        return Effect(EXPECTED, flips=missed or came_to_nothing(head, step.node))
    return None


def _wished_of_another(step: Step) -> Effect | None:
    """Read "wants Chad to leave", "expects Chad to leave"."""
    lemma = lemma_of(step.head)
    if lemma not in standing_words()["possible"]["of_another"]:
        return None
    subject = any(c.dep_ in SUBJECTS for c in step.node.children)
    if not subject and not any(c.dep_ == "dobj" for c in step.head.children):
        return None
    return Effect(EXPECTED if lemma == "expect" else POSSIBLE)


def _of_plan(step: Step) -> Effect | None:
    """Read "plans to sail", "is scheduled to sail"."""
    words, head = standing_words()["expected"], step.head
    ready = head.lower_ in words["adjectives"] and head.tag_ == "VBN"
    if lemma_of(head) not in words["verbs"] and not ready:
        return None
    return Effect(EXPECTED, flips=came_to_nothing(head, step.node))


def _of_report(step: Step) -> Effect | None:
    """Read any other verb of saying or thinking: "fears to sail", "told them to sail"."""
    word = reporting_word(step.head)
    if word is None or lemma_of(step.head) in standing_words()["telling"]["transparent"]:
        return None
    kinds = KINDS_OF.get(word.stance)
    if kinds is not None:
        return Effect(kinds)
    told = word.stance == "claims" and any(c.dep_ == "dobj" for c in step.head.children)
    return Effect(POSSIBLE) if told else None


def _past(adjective: Token) -> bool:
    verb = adjective.head
    return verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children)


def _had(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("had", "have", "has") for c in verb.children)


@rule(
    example="They sent ships to attack the port.",
    counter_example="They sent ships and attacked the port.",
)
def on_purpose(step: Step) -> Effect | None:
    """What something is done for lies ahead of it."""
    if step.dep not in ("advcl", "relcl", "acl") or not infinitive(step.node) or perfect(step.node):
        return None
    if step.head.pos_ not in (*VERBAL, "NOUN", "PROPN") or step.own:
        return None
    if any(c.dep_ in SUBJECTS for c in step.node.children) or lemma_of(step.head) == "last":
        return None
    idle = lemma_of(step.head) == "do" and negated(step.head)
    if idle or lemma_of(step.head) in standing_words()["negation"]["undoing"]:
        return Effect(flips=True, reaches=False)  # "did nothing to end it", "foiled a plot to"
    if step.dep in ("relcl", "acl") and any(
        c.tag_ == "JJS" or c.lower_ in ("first", "last", "only", "second", "third", "latest")
        for c in (*step.head.children, step.head)
    ):
        return None
    if step.node.i < step.head.i and step.dep == "advcl" and lemma_of(step.node) == "be":
        return None
    return Effect(EXPECTED, reaches=False)


@rule(
    example="A raid would anger Oslo.",
    counter_example="The raid angered Oslo.",
)
def only_supposed(step: Step) -> Effect | None:
    """A noun of which only "would" is said is supposed."""
    if step.node == step.token and supposed(step.node):
        return Effect(POSSIBLE)
    return None
