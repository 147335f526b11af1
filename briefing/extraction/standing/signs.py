"""The signs of standing at single words: negation, supposition, what reaches the next word."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.reference.standing import standing_words

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
RAISING = ("go", "get", "seem", "appear", "suppose", "have")
"""Verbs that make one predicate with the next: "did not get paid", "is going to pay"."""

DECIDING = ("decision", "vote", "agreement")

STATES = ("in", "at", "under", "on", "of")

LIGHT = ("be", "have", "make", "take", "launch", "hold", "receive", "impose", "sign", "engage")
"""Verbs whose negation and modals hold for the noun they carry: "may launch an attack"."""

INDEFINITE = ("a", "an", "any", "another")

SUPPOSING = ("would", "'d", "could", "might", "may")


def past_perfect(verb: Token) -> bool:
    """Say whether an if-clause is against the facts: "if it had been asked"."""
    return any(
        child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.children
    )


def negates(child: Token) -> bool:
    """Read "not", "never", "no longer", "no ships", "nor will it sail"."""
    words = standing_words()["negated"]
    if any(word.lower_ == "only" for word in child.children):
        return False  # "not only attacked but looted"
    if child.dep_ == "neg":
        return True
    if child.dep_ in ("aux", "auxpass"):
        # "did not get paid": the "not" may hang on an auxiliary.
        return any(word.dep_ == "neg" for word in child.children)
    if child.dep_ in SUBJECTS:
        # "no ship sailed", "neither the ship nor the boat sailed", "none of them sailed"
        return child.lower_ in words["pronouns"] or any(
            word.lower_ in words["determiners"] and word.dep_ in ("det", "preconj", "cc")
            for word in child.children
        )
    if child.dep_ == "advmod" and child.lower_ in ("longer", "more"):
        return any(word.lower_ == "no" for word in child.children)
    if child.dep_ in ("advmod", "preconj", "cc"):
        return child.lower_ in words["words"] and (child.dep_ != "cc" or child.i < child.head.i)
    return child.dep_ == "det" and child.lower_ in words["determiners"]


def supposed(noun: Token) -> bool:
    """Say whether a noun is only supposed: "a raid would anger Oslo", but not "the raid would".

    So is what would follow or be met: "would lead to a raid", "could face a raid or a siege".
    """
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not _definite(noun):
        noun = noun.head
    if not any(child.lower_ in INDEFINITE for child in noun.children):
        return False
    verb = noun.head
    modals: tuple[str, ...] = SUPPOSING
    if noun.dep_ == "pobj":
        verb = verb.head
    elif noun.dep_ == "nsubj":
        modals = ("would", "'d")
    elif noun.dep_ != "dobj":
        return False
    return any(child.dep_ == "aux" and child.lower_ in modals for child in verb.children)


def _definite(noun: Token) -> bool:
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in INDEFINITE for child in noun.children
    )


def reaches(node: Token, head: Token) -> bool:
    """Say whether what stands at the governing word holds for the event too."""
    dep = node.dep_
    if dep == "conj":
        return not any(child.dep_ in SUBJECTS for child in node.children)
    if dep == "dobj":
        return head.lemma_ in LIGHT
    if dep == "prep":
        return (
            head.pos_ == "ADJ"
            or head.lemma_ in LIGHT
            or (node.lower_ == "of" or head.lemma_ in DECIDING)
        )
    return dep in ("xcomp", "acomp", "attr", "oprd", "pobj", "acl", "pcomp", "aux")


def copular(node: Token, head: Token) -> bool:
    """Say whether head and event are one predicate: "is no longer clear", "is going to leave"."""
    if node.dep_ in ("attr", "acomp"):
        return head.lemma_ == "be"
    if node.dep_ == "pobj":
        return head.lower_ in STATES and head.head.lemma_ == "be"
    if node.dep_ in ("xcomp", "ccomp") and head.lemma_ in RAISING:
        return True
    if node.dep_ == "ccomp" and node.pos_ in ("ADJ", "NOUN", "ADV"):
        return True  # "would make the money worthless" is a clause without a verb
    if node.dep_ == "xcomp":
        return head.lower_ in ("possible", "impossible")
    if node.dep_ == "dobj":
        return head.lemma_ == "have"
    return node.dep_ == "prep" and head.lemma_ == "be" and node.lower_ in STATES


def lemma_of(token: Token) -> str:
    """Return a verb's lemma, mended where the model leaves an "e" out: "hopes" is no "hop"."""
    lemma = token.lemma_.lower()
    known = standing_words()
    mended = f"{lemma}e"
    if token.lower_ in (f"{mended}s", f"{mended}d") and any(
        mended in words for group in known.values() for words in group.values()
    ):
        return mended
    return lemma


def undone(verb: Token) -> bool:
    """Say whether a verb's "not" makes its infinitive a fact: "did not hesitate to attack"."""
    words = standing_words()["negated"]
    return lemma_of(verb) in words["inverse"] | words["verbs"] and any(
        child.dep_ == "neg" for child in verb.children
    )


def adjective(verb: Token, kind: str) -> bool:
    """Say whether a form of "be" has an adjective of a kind: "it is possible that it sank"."""
    words = standing_words()[kind]["adjectives"]
    return verb.lemma_ == "be" and any(
        child.dep_ == "acomp" and child.lower_ in words for child in verb.children
    )


def conditions(verb: Token) -> Token | None:
    """Return what a clause hangs on when it is no if-clause, None for nothing.

    "in case of a raid", "on condition that it holds", "provided that it holds", "as long as it
    holds", "had it held", "without a truce, it would".
    """
    supposing = any(child.dep_ == "aux" and child.lower_ in SUPPOSING for child in verb.children)
    for child in verb.children:
        if _conditional(child) or (
            supposing and child.dep_ == "prep" and child.lower_ == "without"
        ):
            return child
    return None


def _conditional(child: Token) -> bool:
    words = standing_words()["conditional"]
    if child.dep_ == "prep" and child.lower_ in ("in", "on", "under"):
        return any(obj.dep_ == "pobj" and obj.lower_ in words["nouns"] for obj in child.children)
    if child.lower_ in words["participles"]:
        return any(clause.dep_ in ("ccomp", "pobj", "advcl") for clause in child.children)
    if child.lower_ == "long":
        return any(clause.dep_ == "advcl" for clause in child.children)
    return child.dep_ == "advcl" and _inverted(child)


def _inverted(clause: Token) -> bool:
    """Say whether a clause is an if-clause by its order: "should it fail", "had it failed"."""
    first = next(iter(clause.subtree))
    subject = any(c.dep_ in SUBJECTS and c.i > first.i for c in clause.children)
    marked = first.dep_ in ("aux", "auxpass") or first == clause
    return marked and subject and first.lower_ in ("should", "had", "were")


def dismissed(node: Token, head: Token) -> bool:
    """Say whether a claim is dismissed: "rejected claims that it sank", "the claim is false"."""
    words = standing_words()["denied"]
    if node.lemma_.lower() not in words["claims"]:
        return False
    if not any(child.dep_ in ("acl", "prep", "relcl") for child in node.children):
        return False
    if node.dep_ == "nsubj":
        return head.lemma_ == "be" and any(
            child.dep_ in ("acomp", "attr") and child.lower_ in words["worthless"]
            for child in head.children
        )
    dismissing = words["dismissing"] | words["verbs"]
    if node.dep_ == "pobj" and head.lower_ == "as":
        return head.head.lemma_.lower() in dismissing
    return node.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in dismissing


def undoes(node: Token, head: Token, *, own: bool) -> bool:
    """Say whether a verb undoes what it governs: "failed to sink", "has yet to sink"."""
    words = standing_words()["negated"]
    dep, lemma = node.dep_, lemma_of(head)
    if dep == "xcomp" and lemma == "have":
        return _yet(head) and not own
    if dep == "xcomp" and lemma in words["verbs"]:
        return not undone(head)
    if dep == "dobj" and lemma == "rule":
        return any(child.lower_ == "out" for child in head.children)
    if dep == "prep" and node.lower_ == "from":
        return lemma in words["keeping"] and not any(c.dep_ == "neg" for c in head.children)
    return False


def supposed_by(node: Token, head: Token, *, own: bool) -> set[str]:
    """Read what a verb makes of its clause: "seems to sink", "is to sink", "is likely it sank"."""
    words = standing_words()
    lemma = lemma_of(head)
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)
    ready = node.dep_ == "xcomp" and head.lower_ in words["expected"]["adjectives"]
    if lemma in words["possible"]["verbs"]:
        return {"possible"}
    if lemma in words["expected"]["verbs"] or ready:
        return {"expected"}
    if node.dep_ == "ccomp" and lemma == "be":
        untrue = any(c.dep_ == "acomp" and c.lower_ == "true" for c in head.children) and any(
            c.dep_ == "neg" for c in head.children
        )
        kinds = {kind for kind in ("possible", "expected") if adjective(head, kind)}
        return kinds | ({"negated"} if untrue else set())
    if node.dep_ != "xcomp" or not infinitive or own:
        return set()
    if lemma in words["possible"]["obliging"] and not _yet(head):
        return {"possible"}
    return {"expected"} if lemma == "be" and head.tag_ != "VB" else set()


def _yet(verb: Token) -> bool:
    return any(child.lower_ == "yet" for child in verb.children)


def told_of(verb: Token) -> bool:
    """Say whether a passive tells of its subject: "is said to have sunk"."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
