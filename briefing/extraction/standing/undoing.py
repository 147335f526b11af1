"""What did not happen: failed, averted, called off, instead of, close to."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import DONE_TO, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import particle
from briefing.extraction.standing.effects import POSSIBLE, Effect, Step
from briefing.extraction.standing.signs import lemma_of, negated
from briefing.extraction.standing.stances import noun_stance
from briefing.reference.standing import standing_words


@rule(
    example="Instead of attacking, the navy withdrew.",
    counter_example="Before attacking, the navy withdrew.",
)
def in_place_of(step: Step) -> Effect | None:
    """What something is done instead of, or without, did not happen."""
    words, head = standing_words()["negation"], step.head
    without = step.dep in ("pcomp", "pobj") and head.lower_ in words["prepositions"]
    if without or _behind_pair(step) or _behind_contrast(step.node):
        return Effect(flips=True, reaches=False)
    return None


def _behind_pair(step: Step) -> bool:
    """Read "instead of sailing", "in lieu of a truce": two words, the second before the event."""
    pairs, head = standing_words()["negation"]["pairs"], step.head
    joins = step.dep in ("pcomp", "pobj", "prep", "advcl", "cc") and head.i > 0
    if joins and f"{head.nbor(-1).lower_} {head.lower_}" in pairs:
        return True
    return (
        step.dep in ("pcomp", "pobj")
        and head.dep_ == "prep"
        and f"{head.head.lower_} {head.lower_}" in pairs
        and head.head.pos_ in ("ADV", "ADP", "SCONJ", "ADJ", "NOUN")
    )


def _behind_contrast(verb: Token) -> bool:
    """Read "let alone attack", wherever the parser hangs it."""
    if verb.pos_ not in VERBAL or verb.dep_ not in (
        "conj", "advcl", "prep", "pcomp", "xcomp", "ccomp", "dep",
    ):  # fmt: skip
        return False
    before = " ".join(t.lower_ for t in verb.doc[max(verb.left_edge.i - 3, 0) : verb.i])
    return before.endswith(tuple(standing_words()["negation"]["contrasts"]))


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
    if lemma_of(verb) in standing_words()["approximation"]["coming"]:
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
    if not _may_be_undone(step):
        return None
    off, undoing = standing_words()["off"], standing_words()["negation"]["undoing"]
    head, noun = lemma_of(step.head), lemma_of(step.node)
    named = f"{head} {particle(step.head)}".strip()
    if named in off["ruling_out"] and negated(step.head):
        return Effect(POSSIBLE, reaches=False)
    if noun in off["lasting"] and named in off["cancelling"] - {"rule out", "veto"}:
        return Effect(reaches=False)
    if head == "miss" and noun in off["missed"]:
        return Effect(flips=True)
    if step.node == step.token and noun in off["attempts"] and head in undoing:
        return Effect(reaches=False)
    off_by_subject = step.dep == "nsubj" and not _past_participle(step)
    if not (off_by_subject or named in off["cancelling"] or head in undoing):
        return None
    return None if _only_ended(step) else Effect(flips=True, reaches=True)


def _may_be_undone(step: Step) -> bool:
    """Say whether a word stands where what is called off stands."""
    head, node = step.head, step.node
    if head.pos_ not in VERBAL:
        return False
    if step.dep == "nsubj":
        return _past_participle(step) or _gone(head) or _called_off(head)
    gerund = step.dep == "advcl" and node.tag_ == "VBG" and node.i > head.i
    return step.dep in DONE_TO | {"xcomp"} or gerund


def _past_participle(step: Step) -> bool:
    """Say whether the engine went past a participle: "The talks planned for June were off"."""
    return step.dep == "nsubj" and step.head != step.node.head


def _only_ended(step: Step) -> bool:
    """Say whether something was begun and then dropped: "dropped the claim", "revoked the ban"."""
    off, lemma = standing_words()["off"], lemma_of(step.head)
    if step.dep in ("xcomp", "advcl") and lemma not in off["clause_undoing"]:
        return True
    if lemma not in off["ending"] or step.node.pos_ != "NOUN":
        return False
    if noun_stance(step.node) is not None or step.token != step.node:
        return True
    return lemma != "veto" and not step.open


def _called_off(verb: Token) -> bool:
    """Say whether a participle is a passive whose "was" is missing or not seen: "called off"."""
    if any(c.dep_ == "dobj" for c in verb.children) or verb.tag_ not in ("VBN", "VBD"):
        return False
    return f"{lemma_of(verb)} {particle(verb)}".strip() in standing_words()["off"]["cancelling"]


def _gone(verb: Token) -> bool:
    """Say whether a verb tells of its subject that it came to nothing: "fell through"."""
    named = f"{lemma_of(verb)} {particle(verb)}".strip()
    if named in standing_words()["off"]["collapsing"]:
        return True
    after = [
        c for c in verb.children if c.dep_ in ("advmod", "prep", "acomp", "attr") and c.i > verb.i
    ]
    if lemma_of(verb) == "fall":
        return any(c.lower_ in ("through", "apart", "flat") for c in after)
    return lemma_of(verb) == "be" and any(_says_off(c) for c in after)


def _says_off(word: Token) -> bool:
    """Read "is off", "is off the table", "is a hoax"."""
    words = standing_words()
    if word.lower_ == "off":
        below = list(word.children)
        return not below or any(o.lower_ in words["off"]["tables"] for o in below)
    return word.dep_ == "attr" and word.lower_ in words["denied"]["worthless"]
