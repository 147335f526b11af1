"""What one calls another, or says that it did: "called Chad a threat", "claims Chad armed them"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.relations.arguments import slot, subjects
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.rules import rule
from briefing.reference.verbs import Entry, verbs

CALLED = Entry("accuse", "call", (), ("obj", "called"))
CLAIMED = Entry("accuse", "claim", (), ("doers",))


def judging_acts(token: Token) -> Iterator[Act]:
    """Yield the praise or blame that a verb of naming or claiming holds."""
    name = named_good_or_bad(token)
    if name is not None:
        judged = verbs().classes[name]
        yield Act(token, CALLED, (token,), judged, judged, (), token)
    if claims_harm(token):
        accuse = verbs().classes["accuse"]
        yield Act(token, CLAIMED, (token,), accuse, accuse, (), token)


@rule(
    example="Chad called Niger a threat to peace.",
    counter_example="Chad called Niger on Monday.",
)
def named_good_or_bad(verb: Token) -> str | None:
    """Who calls another a friend praises it, who calls it a threat blames it."""
    if verb.pos_ not in VERBAL or verb.lemma_.lower() not in verbs().naming["verbs"]:
        return None
    if is_negated(verb):
        return None
    words = {word.lemma_.lower() for top in _complements(verb) for word in _noun_phrase(top)}
    if words & verbs().naming["bad"]:
        return "accuse"
    return "praise" if words & verbs().naming["good"] else None


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp", "attr"):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "as":
            yield from (c for c in child.children if c.dep_ in ("pobj", "amod", "pcomp", "acomp"))
        elif child.dep_ == "ccomp" and any(c.dep_ in SUBJECTS for c in child.children):
            yield child


def _noun_phrase(top: Token) -> Iterator[Token]:
    yield top
    yield from (c for c in top.children if c.dep_ in ("amod", "compound", "conj", "attr", "acomp"))


def called(verb: Token) -> Iterator[Token]:
    """Yield whom a verb of naming names, where the parser gives them a clause of their own."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.pos_ not in VERBAL:
            yield from (c for c in child.children if c.dep_ in SUBJECTS)


@rule(
    example="Chad alleges that Niger trained the rebels.",
    counter_example="Chad alleges that Niger trained the pilots.",
)
def claims_harm(verb: Token) -> bool:
    """Who claims that another did harm accuses it."""
    if verb.pos_ not in VERBAL or verb.lemma_.lower() not in verbs().naming["claiming"]:
        return False
    return any(_harmful(clause) for clause in _told(verb))


def _told(verb: Token) -> Iterator[Token]:
    for clause in verb.children:
        if clause.dep_ == "ccomp" and not any(c.dep_ == "neg" for c in clause.children):
            yield clause
            yield from (c for c in clause.children if c.dep_ == "conj" and c.pos_ in VERBAL)


def _harmful(clause: Token) -> bool:
    if clause.lemma_.lower() in verbs().naming["failing"]:
        return True
    words = [clause, *(obj for obj in slot(clause, "obj"))]
    classes = [verbs().classes[entry.name] for word in words for entry, _ in entries(word)]
    if any(item.quad.endswith("conflict") for item in classes):
        return True
    return any(word.lemma_.lower() in verbs().naming["harmful"] for word in words[1:])


def doers(verb: Token) -> Iterator[Token]:
    """Yield who did what a verb claims."""
    for clause in _told(verb):
        if _harmful(clause):
            yield from subjects(clause)


RULES = (named_good_or_bad, claims_harm)
