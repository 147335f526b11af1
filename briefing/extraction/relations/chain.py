"""Follows an act outward through the words that govern it: "refused to lift the ban"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.grammar_words import DEMONSTRATIVES, SUBJECTS, VERBAL
from briefing.extraction.relations.lexicon import dismisses, entries, operators
from briefing.extraction.standing.signs import undone
from briefing.reference.verbs import Entry, EventClass, verbs

COMPLEMENTS = (
    "on",
    "to",
    "for",
    "in",
    "with",
    "of",
    "from",
    "against",
    "about",
    "into",
    "at",
    "under",
)
"""Prepositions of what a verb governs; "amid", "after", "since" stand aside."""

NEAR = 4
"""Tokens from a verb to a preposition whose object it governs: "gave top priority to the aid"."""

POINTING = DEMONSTRATIVES | {"such"}
"""What "denied these attacks" denies was told before: it is no act of its own."""

HAPPENING = ("spoil", "end", "cancel")
"""Operators that happen to their subject: "ties soured", "talks ended"."""

OVER_CLAUSES = ("demand", "deny")
"""Operators that take a clause with a subject of its own: "demanded that Chad withdraw"."""

NO_PURPOSE = ("end", "cancel", "violate", "spoil", "deny", "undergo")
"""Operators that do nothing to what they are done for: "blocked a road to protest"."""

AFTER_NOUN = (
    "grant",
    "demand",
    "refuse",
    "end",
    "cancel",
    "violate",
    "spoil",
    "promise",
    "plan",
    "foresee",
    "do",
)
AFTER_VERB = (
    "try",
    "promise",
    "foresee",
    "plan",
    "prepare",
    "refuse",
    "threaten",
    "end",
    "cancel",
    "demand",
    "do",
)
"""Which operator a word is that can be several: "seek talks" demands them, "seek to talk" tries."""


@dataclass(frozen=True, slots=True)
class Link:
    """One governing word: the operator it is, its tokens, and what it governs.

    An empty operator changes nothing: "ten days of exercises" are exercises.
    """

    token: Token
    operator: str
    tokens: tuple[Token, ...]
    governed: Token


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the words say it, before anybody is put to it.

    `meant` is the word that makes the act what it is: in "promised to help" the promise, which is
    a fact though the help is none yet. `refused`: by a negation, as in "will not help".
    """

    core: Token
    entry: Entry
    tokens: tuple[Token, ...]
    base: EventClass
    event: EventClass
    chain: tuple[Link, ...]
    meant: Token
    refused: bool = False

    @property
    def top(self) -> Token:
        """The outermost word: the one that has the subject."""
        return self.chain[-1].token if self.chain else self.core

    def has(self, operator: str) -> bool:
        """Say whether an operator takes part."""
        return any(link.operator == operator for link in self.chain)


def acts_of(core: Token) -> Iterator[Act]:
    """Yield what a word of the lexicon can stand for, with all that governs it.

    "Malta refused to lift the ban": the ban, lifted, refused. A word of several classes has
    several acts: the first one that has its parties is meant.
    """
    found = entries(core)
    if not found or (core.pos_ == "PROPN" and mention_of(core) is not None):
        return  # the "Defence" of a Ministry of Defence is a name
    links = _links(core)
    for entry, tokens in found:
        act = _composed(core, entry, tokens, links)
        if act is not None:
            yield act


def _links(core: Token) -> list[Link]:
    links = []
    current = core
    for _ in range(8):
        link = _link(current)
        if link is None:
            break
        current = link.token
        links.append(link)
    return links


def _composed(core: Token, entry: Entry, tokens: list[Token], links: list[Link]) -> Act | None:
    base = verbs().classes[entry.name]
    if base.softened and _softened(core, links, base):
        base = verbs().classes[base.softened]
    event: EventClass | None = base
    chain = []
    meant, refused = core, refuses(core)
    if refused:
        event = verbs().compose("refuse", base)
    for link in links:
        if event is None:
            return None
        if not link.operator or (link.operator == "refuse" and undone(link.token)):
            continue
        if link.operator == "deny" and _points_back(core):
            return None
        if link.operator == "spoil" and _aim_of_others(link.token):
            return None
        if _fails(link) and event.quad.endswith("conflict"):
            continue
        before = event
        event = verbs().compose(link.operator, before)
        if event is not None and refuses(link.token):
            event, refused = verbs().compose("refuse", event), True
        if event != before:
            meant = link.token
        chain.append(link)
    if event is None:
        return None
    return Act(core, entry, tuple(tokens), base, event, tuple(chain), meant, refused)


def _fails(link: Link) -> bool:
    """Say whether an act only fails: "Peru's invasion of Chile collapsed"."""
    return link.operator == "spoil" and link.governed.dep_ in SUBJECTS


def _aim_of_others(verb: Token) -> bool:
    """Say whether a verb is what somebody aims at who is no party, so that nothing is spoilt yet.

    "A plot to harm ties between Chile and Peru", "gunmen tried to harm ties with Peru"; but
    "Chile tried to harm ties with Peru".
    """
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    head = verb.head
    if head.pos_ == "NOUN":
        return not any(c.dep_ == "poss" and mention_of(c) is not None for c in head.children)
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    return any(s.pos_ == "NOUN" and mention_of(s) is None for s in subjects)


def _points_back(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in POINTING for child in noun.children)


def _softened(core: Token, links: list[Link], base: EventClass) -> bool:
    """Say whether words nearby make an act another one: troops "on a peacekeeping mission"."""
    top = links[-1].token if links else core
    return any(token.lemma_.lower() in base.softened_by for token in top.subtree)


def refuses(verb: Token) -> bool:
    """Say whether a verb is a refusal in other words: "will not lift", "would not accept"."""
    if verb.pos_ not in VERBAL:
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    if _withholds(verb, words):
        return True
    if words & {"can", "ca", "could"} and verb.lemma_.lower() not in verbs().obliging["accepting"]:
        words.clear()
    words = {"will" if word in ("can", "ca", "could") else word for word in words}
    return bool(words & {"will", "would", "wo"}) and bool(words & {"not", "n't", "never"})


def _withholds(verb: Token, words: set[str]) -> bool:
    """Say whether a verb is a standing refusal: "does not let them in", "no longer recognises"."""
    if verb.lemma_.lower() not in verbs().obliging["granting"]:
        return False
    now = verb.tag_ in ("VBZ", "VBP") or bool(words & {"do", "does"})
    longer = any(
        child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children)
        for child in verb.children
    )
    return now and (longer or bool(words & {"not", "n't", "never"}))


def _link(token: Token) -> Link | None:
    governor, dep = _governor(token)
    if governor is None:
        return None
    if dep in ("dobj", "nsubj") and dismisses(governor):
        return Link(governor, "deny", (governor,), token)
    prep = token.head if token.head.pos_ == "ADP" and token.head != governor else None
    found = operators(governor, dep if prep is None else prep.lower_)
    if not found and prep is not None and prep.lower_ == "in" and _pays(governor):
        found = operators(governor, "dobj")  # "approved millions in aid"
    if not found:
        measured = governor.pos_ == "NUM" or any(c.dep_ == "nummod" for c in governor.children)
        if measured or (dep == "of" and governor.pos_ == "NOUN" and not entries(governor)):
            return Link(governor, "", (), token)
        return None
    if dep == "nsubj":
        found = {name: words for name, words in found.items() if name in HAPPENING}
        if not found:
            return None
    if dep == "clause":
        found = {name: words for name, words in found.items() if name in OVER_CLAUSES}
        if not found:
            return None
    if token.dep_ == "advcl":
        found = {name: words for name, words in found.items() if name not in NO_PURPOSE}
        if not found:
            return None
    order = AFTER_NOUN if dep in ("dobj", "pobj", "of", "nsubj") else AFTER_VERB
    if "undergo" in found and "do" in found:
        # "won praise from Oslo", but "won praise"
        del found["do" if _comes_from(token, governor) else "undergo"]
    name = min(found, key=lambda name: order.index(name) if name in order else len(order))
    return Link(governor, name, tuple(found[name]), token)


def _pays(verb: Token) -> bool:
    """Say whether a verb's object is a sum or a quantity."""
    return verb.pos_ in VERBAL and any(
        child.dep_ == "dobj" and (child.ent_type_ in ("MONEY", "QUANTITY") or child.pos_ == "NUM")
        for child in verb.children
    )


def _comes_from(noun: Token, verb: Token) -> bool:
    return any(child.lower_ == "from" for word in (noun, verb) for child in word.children)


def _governor(token: Token) -> tuple[Token | None, str]:
    head = token.head
    dep = token.dep_
    if head == token:
        return None, ""
    if dep == "conj" and _same_kind(token, head):
        if any(child.dep_ in SUBJECTS for child in token.children):
            return None, ""
        return _governor(head)
    if dep in ("xcomp", "dobj", "nsubjpass", "oprd", "acomp"):
        return head, dep
    if dep == "nsubj" and head.dep_ == "ccomp" and dismisses(head.head):
        return head.head, dep  # "called the claims false" may be parsed as a clause
    if dep == "nsubj" and set(HAPPENING) & set(operators(head, "nsubj")):
        # "relations soured": what an operator does to its object happens to its subject.
        spoken_for = [word for words in operators(head, "nsubj").values() for word in words]
        own = [c for c in head.children if c.dep_ == "dobj" and c not in spoken_for]
        return (None, "") if own else (head, dep)
    if dep == "ccomp" and head.pos_ in ("VERB", "ADJ", "NOUN"):
        return head, "clause" if _own_subject(token) else dep
    if dep == "compound" and head.pos_ == "NOUN" and token.pos_ == "NOUN":
        return head, dep
    if dep in ("pobj", "pcomp") and head.dep_ in ("prep", "dative"):
        governor = head.head
        if governor.dep_ == "prep" and governor.pos_ == "ADP" and head.lower_ == "of":
            governor = governor.head  # "walked out of the talks"
        if (governor.pos_ in VERBAL or governor.pos_ == "ADJ") and head.lower_ in COMPLEMENTS:
            return (governor, dep) if head.i - governor.i <= NEAR else (None, "")
        if governor.pos_ in ("NOUN", "PROPN", "NUM"):
            return governor, "of" if head.lower_ == "of" else dep
    if dep in ("acl", "advcl") and token.tag_ == "VB" and not _own_subject(token):
        purpose = any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
        return (head, "xcomp" if dep == "advcl" else dep) if purpose or dep == "acl" else (None, "")
    return None, ""


def _own_subject(verb: Token) -> bool:
    """Say whether a clause has a subject other than a pronoun that takes up the outer one."""
    return any(
        child.dep_ in SUBJECTS
        and (child.pos_ != "PRON" and not any(c.tag_ == "PRP$" for c in child.children))
        for child in verb.children
    )


def _same_kind(one: Token, other: Token) -> bool:
    return (one.pos_ in VERBAL) == (other.pos_ in VERBAL)
