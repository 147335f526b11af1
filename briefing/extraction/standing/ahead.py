"""What lies ahead or is left open: planned, awaited, in doubt, done for a purpose."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import (
    came_to_nothing,
    particle,
)
from briefing.extraction.standing.effects import (
    EXPECTED,
    POSSIBLE,
    Effect,
    Step,
)
from briefing.extraction.standing.signs import (
    INDEFINITE,
    definite,
    infinitive,
    lemma_of,
    negated,
    perfect,
    supposed,
)
from briefing.extraction.standing.stances import (
    KINDS_OF,
    reporting_word,
    stance_of,
)
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
    if step.dep not in (*SUBJECTS, "dobj") or head.pos_ not in VERBAL:
        return None
    open_words = standing_words()["off"]["open"]
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "into", "under", "up"):
            if any(o.lower_ in open_words for o in prep.subtree if o.dep_ == "pobj"):
                return Effect(POSSIBLE)
    if step.dep in SUBJECTS and lemma_of(head) in (
        "be",
        "remain",
        "look",
        "seem",
        "appear",
        "become",
    ):
        words = standing_words()
        for child in head.children:
            if child.dep_ in ("acomp", "oprd") and child.i > head.i:
                if stance_of(child) == "doubts" or child.lower_ in (
                    "possible",
                    "likely",
                    "unlikely",
                    "uncertain",
                    "doubtful",
                    "conceivable",
                    "unconfirmed",
                ):
                    return Effect(POSSIBLE, reaches=False)
                if child.lower_ in words["expected"]["adjectives"] and child.lower_ not in (
                    "ready",
                    "sure",
                    "certain",
                    "next",
                    "future",
                ):
                    return Effect(EXPECTED)
    return None


@rule(
    example="The navy plans to attack.",
    counter_example="The navy began to attack.",
)
def planned(step: Step) -> Effect | None:
    """A verb or adjective looks ahead, or leaves it open: "plans to", "seems to", "is due to"."""
    words = standing_words()
    node, head, dep = step.node, step.head, step.dep
    lemma = lemma_of(head)
    if head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep", "acl", "advcl"):
        lower = head.lower_
        if not step.reaching:
            return None
        if lower in ("able", "free", "allowed") and _past(head):
            return Effect()
        if lower in words["possible"]["adjectives"]:
            return Effect(POSSIBLE, reaches=False if lower == "unlikely" else None)
        if lower in words["expected"]["adjectives"]:
            return Effect(EXPECTED)
        return None
    if head.pos_ not in VERBAL or not step.reaching:
        return None
    if dep == "xcomp" or (dep == "ccomp" and infinitive(node)):
        return _infinitive_of(step, lemma)
    if (
        dep in ("dobj", "nsubjpass")
        and lemma in words["expected"]["arranging"]
        and not particle(head)
    ):
        if lemma in ("announce", "set", "offer", "project") and not step.node.tag_.startswith("NN"):
            return None
        if lemma in ("announce",) and step.own:
            return None
        return Effect(EXPECTED)
    named = f"{lemma} {particle(head)}".strip()
    if dep in ("dobj", "nsubjpass") and named in words["off"]["postponing"] and not step.own:
        if named not in ("suspend", "put on"):
            return Effect(EXPECTED)
        if lemma_of(node) not in words["off"]["lasting"]:
            return Effect(POSSIBLE)
    if dep in ("dobj", "nsubjpass") and named in words["off"]["moving"] and not step.own:
        to_day = any(
            c.dep_ == "prep"
            and c.lower_ in ("to", "until", "from")
            and any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree)
            for c in (*head.children, *node.children)
        )
        return Effect(EXPECTED) if to_day else None
    if dep in ("dobj", "nsubjpass") and lemma in words["possible"]["risking"] and not step.own:
        aimed = (
            "threaten",
            "urge",
            "demand",
            "propose",
            "suggest",
            "request",
            "recommend",
            "await",
        )
        fact = lemma not in aimed and definite(node, introducing=INDEFINITE - {"another"})
        return None if fact else Effect(POSSIBLE)
    if dep == "prep" and node.lower_ == "for" and lemma in words["possible"]["seeking"]:
        return Effect(POSSIBLE)
    return None


def _past(adjective: Token) -> bool:
    verb = adjective.head
    return verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children)


def _infinitive_of(step: Step, lemma: str) -> Effect | None:
    words = standing_words()
    node, head = step.node, step.head
    is_to = infinitive(node)
    ready = head.lower_ in words["expected"]["adjectives"] and head.tag_ == "VBN"
    word = reporting_word(head)
    if lemma in words["possible"]["seeming"] and is_to:
        return Effect(POSSIBLE)
    if lemma in words["possible"]["obliging"] and is_to and not step.own:
        done = lemma == "have" and (head.tag_ == "VBD" or _had(head))
        return Effect() if done else Effect(POSSIBLE)
    if lemma == "be" and is_to and head.tag_ != "VB" and not step.own:
        unmet = perfect(node) and head.lower_ in ("was", "were")
        return Effect(EXPECTED, flips=unmet or came_to_nothing(head, node))
    if not is_to:
        if lemma in (
            "consider",
            "contemplate",
            "mull",
            "weigh",
            "suggest",
            "propose",
            "recommend",
            "risk",
            "fear",
            "envisage",
            "advocate",
        ):
            return Effect(POSSIBLE)
        if lemma in ("plan", "anticipate", "discuss"):
            return Effect(EXPECTED)
        return None
    of_another = any(c.dep_ in SUBJECTS for c in node.children) or any(
        c.dep_ == "dobj" for c in head.children
    )
    if of_another and lemma in ("want", "wish", "expect", "like", "mean", "intend"):
        return Effect(EXPECTED if lemma == "expect" else POSSIBLE)
    if lemma in words["expected"]["verbs"] or ready:
        return Effect(EXPECTED, flips=came_to_nothing(head, node))
    if word is not None and lemma not in standing_words()["telling"]["transparent"]:
        kinds = KINDS_OF.get(word.stance)
        if kinds is not None:
            return Effect(kinds)
        if word.stance == "claims" and any(c.dep_ == "dobj" for c in head.children):
            return Effect(POSSIBLE)
    return None


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
    if any(c.dep_ in SUBJECTS for c in step.node.children) or lemma_of(step.head) in ("last",):
        return None
    idle = lemma_of(step.head) == "do" and negated(step.head)
    if idle or lemma_of(step.head) in standing_words()["negation"]["undoing"]:
        return Effect(flips=True, reaches=False)  # "did nothing to end it", "foiled a plot to"
    if step.dep in ("relcl", "acl") and any(
        c.tag_ in ("JJS",) or c.lower_ in ("first", "last", "only", "second", "third", "latest")
        for c in (*step.head.children, step.head)
    ):
        return None
    if step.node.i < step.head.i and step.dep == "advcl" and lemma_of(step.node) in ("be",):
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
