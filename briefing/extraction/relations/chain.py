"""Follows an act outward through the words that govern it: "refused to lift the ban"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.relations.lexicon import entries, operators
from briefing.reference.verbs import Entry, EventClass, verbs

VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Link:
    """One governing word: the operator it is, and its tokens."""

    token: Token
    operator: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the words say it, before anybody is put to it."""

    core: Token
    entry: Entry
    tokens: tuple[Token, ...]
    base: EventClass
    event: EventClass
    chain: tuple[Link, ...]

    @property
    def top(self) -> Token:
        """The outermost word: the one that has the subject."""
        return self.chain[-1].token if self.chain else self.core

    def has(self, operator: str) -> bool:
        """Say whether an operator takes part."""
        return any(link.operator == operator for link in self.chain)


def act_of(core: Token) -> Act | None:
    """Return the act that a word of the lexicon stands for with all that governs it."""
    found = entries(core)
    if not found:
        return None
    entry, tokens = found[0]
    event = base = verbs().classes[entry.name]
    chain: list[Link] = []
    current = core
    while len(chain) < 6:
        link = _link(current)
        if link is None:
            break
        current = link.token
        if not link.operator:
            continue
        chain.append(link)
        composed = verbs().compose(link.operator, event)
        if composed is None:
            return None
        event = composed
    return Act(core, entry, tuple(tokens), base, event, tuple(chain))


def _link(token: Token) -> Link | None:
    governor = _governor(token)
    if governor is None:
        return None
    found = operators(governor)
    if not found:
        return None
    name = next(iter(found))
    return Link(governor, name, tuple(found[name]))


def _governor(token: Token) -> Token | None:
    head = token.head
    dep = token.dep_
    if head is token:
        return None
    if dep == "conj" and _same_kind(token, head):
        if any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
            return None
        return _governor(head)
    if dep in ("xcomp", "dobj", "nsubjpass", "oprd"):
        return head
    if dep == "ccomp" and head.pos_ in ("VERB", "ADJ", "NOUN"):
        return head
    if dep in ("pobj", "pcomp") and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ in VERBAL or governor.pos_ == "ADJ":
            return governor if head.i - governor.i <= 3 else None
        return governor if governor.pos_ in ("NOUN", "PROPN") else None
    if dep == "acl" and token.tag_ == "VB":
        return head
    return None


def _same_kind(one: Token, other: Token) -> bool:
    return (one.pos_ in VERBAL) == (other.pos_ in VERBAL)
