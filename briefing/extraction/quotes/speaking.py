"""Who the grammar says is speaking: the head of the noun phrase behind a cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.quotes.cues import (
    Cue,
    according_source,
    agent_of,
    is_free,
    is_passive,
    subject_of,
)
from briefing.extraction.quotes.page import Page
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import quoting
from briefing.reference.speakers import SpeakerNouns

_REACH = 16
_NEAR = 6
_STOPS = {"VERB", "AUX", "ADP", "SCONJ"}
_INNER = ("pobj", "compound", "poss", "nmod", "amod", "appos", "npadvmod")
MAKING = (
    *("back", "build", "circulate", "convey", "deliver", "drop", "echo", "express", "give"),
    *("have", "issue", "level", "make", "offer", "post", "publish", "pursue", "put", "raise"),
    *("release", "renew", "repeat", "reiterate", "restate", "send", "show", "spread", "voice"),
    "withdraw",
)
"""Verbs whose subject makes the statement that is their object: "made the claim that"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who speaks, or that nobody in particular does."""

    head: Token | None


@rule(
    example="Prices will fall, according to the bank.",
    counter_example="Prices will fall, the bank said.",
)
def source_named(page: Page, cue: Cue) -> Found | None:
    """Who stands behind "according to" or "in the words of" speaks."""
    return Found(according_source(cue.head)) if cue.kind == "according" else None


@rule(
    example="His claim that the bridge is safe was rejected.",
    counter_example="The claim that the bridge is safe was rejected.",
)
def possessor(page: Page, cue: Cue) -> Found | None:
    """Who owns a statement makes it: "his claim that"."""
    if cue.kind != "noun":
        return None
    return _found(next((it for it in cue.head.children if it.dep_ == "poss"), None))


@rule(
    example="There was an admission by the bank that it had lost the money.",
    counter_example="There was an admission on Monday that the bank had lost the money.",
)
def maker_behind(page: Page, cue: Cue) -> Found | None:
    """Who a statement is by or from makes it: "a warning by the bank that"."""
    for child in cue.head.children if cue.kind == "noun" else ():
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return _found(next((it for it in child.children if it.dep_ == "pobj"), None))
    return None


@rule(
    example="The Kremlin poured scorn on British claims that Russia paid the bank.",
    counter_example="The Kremlin poured scorn on old claims that Russia paid the bank.",
)
def maker_before(page: Page, cue: Cue) -> Found | None:
    """A people, country or body right before a statement makes it: "British claims that"."""
    named = ("compound", "amod", "nmod")
    for child in reversed(list(cue.head.lefts)) if cue.kind == "noun" else ():
        if child.dep_ in named and any(mention_of(it) is not None for it in child.subtree):
            return Found(child)
    return None


@rule(
    example="The minister made the claim that the bridge is safe.",
    counter_example="The minister rejected the claim that the bridge is safe.",
)
def maker_by_verb(page: Page, cue: Cue) -> Found | None:
    """Who makes, repeats or sends a statement says it; not who rejects it."""
    noun, verb = cue.head, cue.head.head
    if cue.kind != "noun":
        return None
    made = noun.dep_ == "dobj" and verb.lemma_.lower() in MAKING
    if made or (noun.dep_ == "attr" and verb.pos_ in ("VERB", "AUX")):
        return Found(subject_of(verb))
    said_in = noun.dep_ == "pobj" and verb.lower_ in ("in", "with") and verb.head.pos_ == "VERB"
    if said_in and verb.head.lemma_.lower() in quoting().verbs:
        return Found(subject_of(verb.head))
    return None


@rule(
    example="The minister rejected the claim that the bridge is safe.",
    counter_example="The minister made the claim that the bridge is safe.",
)
def without_maker(page: Page, cue: Cue) -> Found | None:
    """A statement that nobody is said to make is nobody's."""
    return Found(None) if cue.kind == "noun" else None


@rule(
    example="The pilots were warned by the minister that the port was shut.",
    counter_example="The pilots warned the minister that the port was shut.",
)
def agent(page: Page, cue: Cue) -> Found | None:
    """In the passive, who stands behind "by" speaks, and nobody else."""
    passive = is_passive(cue.head) and "as-saying" not in cue.word.frames
    return Found(agent_of(cue.head)) if passive else None


@rule(
    example="Berg says Norway fired on two boats on Tuesday, calling it a diversion.",
    counter_example="Berg said Lund had denied the report, calling it a lie.",
)
def teller_of_participle(page: Page, cue: Cue) -> Found | None:
    """A participle at the end is the teller's, though the parser hung it on what is told.

    Not so where what is told is speech of its own.
    """
    verb, inner = cue.head, cue.head.head
    if verb.dep_ != "advcl" or not is_free(verb) or inner.i > verb.i:
        return None
    claim = inner.head.pos_ == "NOUN" and inner.head.lemma_.lower() in quoting().nouns
    if claim and inner.dep_ in ("acl", "relcl", "ccomp"):
        return _found(_subject_above(inner.head))
    if inner.dep_ != "ccomp" or inner.head.i > inner.i:
        return None
    verbs = quoting().verbs
    outer = verbs.get(inner.head.lemma_.lower())
    if outer is None or "that" not in outer.frames or inner.lemma_.lower() in verbs:
        return None
    return _found(subject_of(inner.head))


@rule(
    example="Paul Berg quoted Mary Lund as saying that the pact was dead.",
    counter_example="Paul Berg was quoted as saying that the pact was dead.",
)
def quoted_as_saying(page: Page, cue: Cue) -> Found | None:
    """Who is quoted speaks, not who quotes."""
    citing = cue.head.head.head
    if cue.head.dep_ != "pcomp" or cue.head.head.lower_ != "as" or is_passive(citing):
        return None
    heads = (it for it in citing.children if it.dep_ == "dobj" and it.i < cue.head.i)
    return _found(next(heads, None))


@rule(
    example="Oslo (own report) — Anna Berg said the port was shut.",
    counter_example="Anna Berg said the port was shut.",
)
def behind_break(page: Page, cue: Cue) -> Found | None:
    """Who follows a dateline or a colon speaks, where the parser took what is before it."""
    subject = subject_of(cue.head)
    if subject is None:
        return None
    begin = page.sentence_start(subject.i)
    if not subject.i < begin <= cue.head.i:
        begin = _behind_colon(page, subject, cue.head)
    if begin <= subject.i:
        return None
    for index in range(cue.head.i - 1, begin - 1, -1):
        token = page.doc[index]
        outer = token.dep_ not in _INNER or token.head.i < begin
        if outer and page.inside[index] < 0 and _names(token):
            return Found(token)
    return None


@rule(
    example="The minister said that prices would fall.",
    counter_example="“Taxes will fall,” read one sign.",
)
def subject(page: Page, cue: Cue) -> Found | None:
    """The subject speaks, unless it stands inside marks."""
    found = subject_of(cue.head)
    inside = found is not None and page.inside[found.i] >= 0 and page.inside[cue.head.i] < 0
    return None if inside else _found(found)


@rule(
    example="“Taxes will fall,” read one sign.",
    counter_example="“Taxes will fall,” the minister said.",
)
def behind_verb(page: Page, cue: Cue) -> Found | None:
    """A noun right behind a verb that the parser gave no subject speaks: "…," read one sign."""
    if "addressee" in cue.word.frames or not _is_beside_marks(page, cue.head):
        return None
    for index in range(cue.head.i + 1, min(cue.head.i + _NEAR, len(page.doc))):
        token = page.doc[index]
        if page.inside[index] >= 0 or token.is_punct or token.pos_ in _STOPS:
            return None
        if _names(token) or token.pos_ == "NUM":
            return Found(_whole(token))
    return None


@rule(
    example="“My apologies, I am sorry,” Quick said after a break.",
    counter_example="“We agree,” the minister said.",
)
def between_marks_and_verb(page: Page, cue: Cue) -> Found | None:
    """The first noun behind marked words speaks, where the parser lost the subject."""
    if not _is_beside_marks(page, cue.head):
        return None
    for index in range(cue.head.i - 1, max(cue.head.i - _REACH, 0), -1):
        if page.inside[index] >= 0 or page.ends_sentence(index):
            return None
        if page.piece_closed_by(index) is not None:
            nouns = (it for it in page.doc[index + 1 : cue.head.i] if _names(it))
            return _found(_whole(noun) if (noun := next(nouns, None)) is not None else None)
    return None


RULES: tuple[Rule[[Page, Cue], Found], ...] = (
    source_named,
    possessor,
    maker_behind,
    maker_before,
    maker_by_verb,
    without_maker,
    agent,
    teller_of_participle,
    quoted_as_saying,
    behind_break,
    subject,
    behind_verb,
    between_marks_and_verb,
)


def speaker_of(page: Page, cue: Cue, nouns: SpeakerNouns) -> Token | None:
    """Return the head of who speaks with a cue; of a document, who put it out."""
    found = first(RULES, page, cue)
    head = found.head if found is not None else None
    if head is not None and cue.kind == "verb" and head.lemma_.lower() in nouns.documents:
        return _issuer(head) or head
    return head


def _found(head: Token | None) -> Found | None:
    return Found(head) if head is not None else None


def _subject_above(noun: Token) -> Token | None:
    """Return the subject of the verb that a noun hangs on, over its prepositions."""
    above = noun.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return subject_of(above) if above.pos_ in ("VERB", "AUX") else None


def _behind_colon(page: Page, subject: Token, verb: Token) -> int:
    """Return where a sentence begins anew between a subject and its finite verb."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return int(subject.i)
    between = range(subject.i + 1, verb.i)
    colons = [at for at in between if page.doc[at].text == ":" and page.inside[at] < 0]
    return colons[-1] + 1 if colons else int(subject.i)


def _issuer(document: Token) -> Token | None:
    """Return who put a document out: "the bank issued a statement saying …"."""
    verb = document.head
    if document.dep_ == "nsubj" and verb.tag_ == "VBG" and verb.dep_ == "ccomp":
        return subject_of(verb.head)
    if document.dep_ == "pobj":
        verb = verb.head
    elif document.dep_ != "dobj":
        return None
    return subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None


def _is_beside_marks(page: Page, verb: Token) -> bool:
    """Tell whether a verb may stand without a subject of its own: finite, or behind marks."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    return finite or (verb.i > 0 and page.piece_closed_by(verb.i - 1) is not None)


def _names(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON") and token.ent_type_ not in ("DATE", "TIME")


def _whole(token: Token) -> Token:
    """Climb from the first noun of a noun phrase to its head."""
    while token.dep_ in ("compound", "nmod", "amod", "poss", "nummod") and token.head.i > token.i:
        token = token.head
    return token
