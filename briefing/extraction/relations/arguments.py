"""Finds who acts and who is acted upon: subjects, objects, prepositions, control."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.grammar_words import (
    AUXILIARIES,
    COMPLEMENT_CLAUSES,
    OBJECTS,
    RELATIVES,
    SUBJECTS,
    VERBAL,
)
from briefing.extraction.relations.lexicon import bare_name, declared, operators
from briefing.extraction.relations.who import pobjs
from briefing.reference.standing import standing_words
from briefing.reference.verbs import verbs

SUBJECT = ("nsubj",)
PASSIVE = ("nsubjpass",)
INSIDE = ("in", "inside", "within")
COMPANY = ("along", "together", "alongside")
CAUSING = ("allow", "permit", "help", "let", "make", "have", "see", "assist")
"""Verbs whose object is parsed as the subject of a bare infinitive: "helped Chad rebuild"."""


def is_passive(verb: Token) -> bool:
    """Say whether a verb is passive: "was bombed", "the town bombed by"."""
    if verb.tag_ != "VBN":
        return False
    kinds = {child.dep_ for child in verb.children}
    return bool(kinds & {"nsubjpass", "auxpass", "agent"}) or verb.dep_ == "acl"


def subjects(verb: Token, *, depth: int = 0) -> list[Token]:
    """Return the heads of who does what the verb says, across control and coordination.

    "The ships left and shelled the port", "Mali wants to join", "planes that bombed the town".
    """
    if depth > 6:
        return []
    if is_passive(verb):
        # "was accused of spying by Chad": the parser hangs "by Chad" on the spying.
        below = [c for p in verb.children if p.dep_ == "prep" for c in p.children]
        places = [verb, *(c for c in below if c.dep_ == "pcomp" and c.tag_ == "VBG")]
        return [
            obj
            for place in places
            for child in place.children
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
            for obj in pobjs(child)
        ]
    own = _own_subjects(verb)
    if own:
        return own
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in VERBAL:
        return surface_subjects(head, depth=depth + 1)
    if verb.dep_ in COMPLEMENT_CLAUSES and head != verb:
        controlled = [c for c in head.children if c.dep_ in OBJECTS]
        if controlled and head.pos_ in VERBAL and verb.tag_ in ("VB", "VBG"):
            return controlled
        return surface_subjects(head, depth=depth + 1)
    if verb.dep_ == "advcl" and head.pos_ in VERBAL:
        return surface_subjects(head, depth=depth + 1)
    if verb.dep_ == "acl":
        if verb.tag_ == "VBG":
            issued = head.dep_ not in OBJECTS or "do" in operators(head.head, "dobj")
            if head.lemma_.lower() in verbs().documents and issued:
                return noun_subjects(head, depth=depth + 1) or [head]  # "a letter praising Chad"
            return [head]
        return noun_subjects(head, depth=depth + 1) or _above(head, depth + 1)
    if verb.dep_ == "relcl":
        # "a plan to end the siege": an infinitive that the parser takes for a relative clause.
        to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        return (noun_subjects(head, depth=depth + 1) or _above(head, depth + 1)) if to else []
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ == "ADV":
            governor = governor.head  # "stopped short of attacking"
        if governor.pos_ in VERBAL:
            objects = [c for c in governor.children if c.dep_ == "dobj"]
            if objects and head.lower_ in ("of", "from", "for"):
                return objects
            return surface_subjects(governor, depth=depth + 1)
        if head.lower_ == "of" and governor.dep_ == "dobj" and _accuses(governor.head):
            return [governor]
        return noun_subjects(governor, depth=depth + 1)
    return []


def _company(verb: Token, subject: Token) -> Iterator[Token]:
    """Yield those who do it with the subject: "Mali, along with Chad, protested"."""
    for prep in (*verb.children, *subject.children):
        if subject.i < prep.i < verb.i and prep.dep_ in ("prep", "advmod"):
            words = {prep.lower_, *(child.lower_ for child in prep.children)}
            if words & set(COMPANY):
                yield from pobjs(prep)


def _accuses(verb: Token) -> bool:
    return verb.lemma_.lower() in standing_words()["attributed"]["accusing"]


def surface_subjects(verb: Token, *, depth: int = 0) -> list[Token]:
    """Return the grammatical subject, whichever the voice: "was forced to leave"."""
    if verb.pos_ in ("NOUN", "PROPN", "ADJ"):
        return noun_subjects(verb, depth=depth)
    return _own_subjects(verb) or subjects(verb, depth=depth)


def _own_subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb, or those that the parser hangs on its "are" or "have"."""
    kinds = (*SUBJECT, *PASSIVE)
    own = [child for child in verb.children if child.dep_ in kinds]
    cleft = _cleft(verb, own)
    if cleft:
        return cleft
    if own:
        return [*own, *_company(verb, own[0])]
    return [
        child
        for aux in verb.children
        if aux.dep_ in AUXILIARIES
        for child in aux.children
        if child.dep_ in kinds
    ]


def accused_of(noun: Token) -> list[Token]:
    """Return who is accused of a deed: "accused Chad of the attack"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("of", "for") or not _accuses(prep.head):
        return []
    return [c for c in prep.head.children if c.dep_ in ("dobj", "nsubjpass")]


def _cleft(verb: Token, own: list[Token]) -> list[Token]:
    """Return whom "it was" points out: "it was Chad that bombed the port"."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.lemma_ != "be" or not own or own[0].lower_ not in RELATIVES:
        return []
    it = any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in head.children)
    return [c for c in head.children if c.dep_ == "attr"] if it else []


def noun_subjects(noun: Token, *, depth: int = 0) -> list[Token]:
    """Return who stands behind a noun: possessor, "by", or the subject of the verb it hangs on."""
    if depth > 6:
        return []
    own = [c for c in noun.children if c.dep_ == "poss"]
    own += [o for c in noun.children if c.lower_ == "by" for o in pobjs(c)]
    if own:
        return own
    accused = accused_of(noun)
    if accused:
        return accused
    verb = noun.head
    if noun.dep_ in ("dobj", "attr", "acomp", "oprd") and verb.pos_ in VERBAL:
        return surface_subjects(verb, depth=depth + 1)
    return []


def _above(noun: Token, depth: int) -> list[Token]:
    """Return the subject of the clause round a noun: "set aside funds in aid to help Chad"."""
    node = noun
    while node.dep_ in ("pobj", "prep", "dobj", "conj") and node.head != node:
        node = node.head
    return surface_subjects(node, depth=depth) if node.pos_ in VERBAL else []


def slot(token: Token, name: str) -> Iterator[Token]:
    """Yield what stands in a slot of a verb or noun: "obj", or a preposition."""
    if name == "obj":
        yield from _objects(token)
        return
    if name == "clause":
        for child in token.children:
            if child.dep_ == "ccomp":
                yield from (c for c in child.children if c.dep_ in SUBJECTS)
        return
    words = INSIDE if name == "in" else (name,)
    for child in token.children:
        if child.dep_ in ("prep", "dative", "prt", "agent") and child.lower_ in words:
            yield from pobjs(child)


def deep_slot(obj: Token, name: str) -> Iterator[Token]:
    """Yield what a preposition anywhere in an object governs: "sent tons of rice to Chad".

    The parser hangs "to Chad" on the last noun of a list; clauses inside the object stay out.
    """
    for token in obj.subtree:
        if token.dep_ in ("prep", "dative") and token.lower_ == name and _nominal(token, obj):
            yield from pobjs(token)


def _nominal(token: Token, top: Token) -> bool:
    while token != top:
        token = token.head
        if token.pos_ in VERBAL and token != top:
            return False
    return True


def _objects(token: Token) -> Iterator[Token]:
    if token.pos_ not in VERBAL:
        return
    if is_passive(token):
        own = [child for child in token.children if child.dep_ in PASSIVE]
        yield from own
        if not own and token.dep_ == "acl":
            yield token.head
        elif not own and token.dep_ == "advcl" and token.head.pos_ in VERBAL:
            # "bombed by Chad, Mali asked for help"
            yield from (c for c in token.head.children if c.dep_ in SUBJECTS)
        elif not own and token.dep_ == "conj" and is_passive(token.head):
            yield from (c for c in token.head.children if c.dep_ in PASSIVE)
    yield from declared(token)
    kinds = {child.dep_ for child in token.children}
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "as" and not kinds & {"dobj", *PASSIVE}:
            yield from pobjs(child)  # "denounced as unlawful Chad's raid"
        dative = child.dep_ == "dative" and child.pos_ != "ADP"
        if child.dep_ in ("dobj", "obj") or dative or bare_name(child):
            yield child
        elif child.lower_ == "up" and child.dep_ in ("prt", "advmod"):
            # "killed up to ten": the number is parsed as what "up to" leads to.
            yield from (o for prep in child.children if prep.lower_ == "to" for o in pobjs(prep))
        elif child.dep_ == "ccomp" and token.lemma_ in CAUSING and child.tag_ == "VB":
            yield from (c for c in child.children if c.dep_ == "nsubj")
