"""What later words say of what was told before: "Lima rejected the claim", "It never did"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.doc import mention_of
from briefing.extraction.rules import Rule, rule
from briefing.extraction.standing.effects import Effect, Reading
from briefing.extraction.standing.holders import names_of, subjects_of
from briefing.extraction.standing.signs import SUBJECTS, VERBAL, lemma_of, negated, passive
from briefing.extraction.standing.stances import noun_stance, reporting_word
from briefing.reference.standing import standing_words

BACK = 2
"""How many sentences back a reaction may reach; the nearest that tells something it fits counts."""

_POINTING = ("it", "they", "he", "she", "this", "that", "neither", "none", "these", "those", "both")


@dataclass(frozen=True, slots=True)
class Reaction:
    """A clause that denies what was told before without telling it again.

    Attributes:
        verb: Index of its verb.
        sentence: Number of its sentence in the Doc.
        deniers: Who denies it: entity ids or words; () where the article itself does.
        countries: The deniers' countries.
        undoes: Whether it tells that what was ahead did not come: "It never did".
        fulfils: Whether it tells that it did: "They did."
        again: Lemma of the act that it tells again with a "not": "Doha says it never fired".
    """

    verb: int
    sentence: int
    deniers: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    undoes: bool = False
    fulfils: bool = False
    again: str | None = None


def reactions_in(doc: Doc) -> tuple[Reaction, ...]:
    """Return the reactions of a Doc, in order."""
    found: list[Reaction] = []
    for number, sent in enumerate(doc.sents):
        for token in sent:
            if token.pos_ not in VERBAL:
                continue
            for one in RULES:
                reaction = one(token, number)
                if reaction is not None:
                    found.append(reaction)
                    break
    return tuple(found)


def _reaction(verb: Token, number: int, *, again: str | None = None) -> Reaction | None:
    subjects = subjects_of(verb)
    deniers = tuple(name for one in subjects for name in names_of(one))
    if not deniers:
        return None
    return Reaction(verb.i, number, deniers, frozenset(_countries(subjects)), again=again)


def _countries(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        number = mention_of(token)
        if number is not None:
            doc = token.doc
            entity = (doc._.entities or {}).get(doc._.mentions[number].entity_id)
            if entity is not None and entity.country is not None:
                yield entity.country
        for child in token.children:
            if child.dep_ in ("poss", "amod", "compound", "conj", "nmod"):
                yield from _countries([child])


@rule(
    example="Quito says Lima armed the rebels. Lima denies this.",
    counter_example="Quito says Lima armed the rebels. Lima denies them food.",
)
def denies_what_was_said(verb: Token, number: int) -> Reaction | None:
    """A denial whose object is what was said before, not something told anew."""
    words = standing_words()["denied"]
    lemma = lemma_of(verb)
    word = reporting_word(verb)
    denies = word is not None and word.stance == "denies" and word.act == "denies"
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")), "")
    named = f"{lemma} {particle}"
    dismissing = (
        lemma in words["dismissing"]
        or named in words["dismissing"]
        or (denies and lemma not in words["calling"])
    )
    calling = lemma in words["calling"]
    if not (dismissing or calling) or negated(verb):
        return None
    if not dismissing and not _called_worthless(verb):
        return None
    for child in verb.children:
        if child.dep_ == "relcl" or child.dep_ not in ("dobj", "dative", "nsubjpass"):
            continue
        if lemma == "contradict" and child.lower_ in ("him", "her", "them"):
            return _reaction(verb, number)
        if _is_told_before(child, denying=lemma in ("deny", "dispute", "refute", "rebut")):
            return _reaction(verb, number)
    for child in verb.children:
        if (
            child.dep_ == "xcomp"
            and child.tag_ == "VBG"
            and any(t.lower_ in ("anything", "any", "so") for t in child.subtree)
        ):
            return _reaction(verb, number)
    if calling and _called_worthless(verb):
        for child in verb.subtree:
            if (
                child.dep_ in SUBJECTS
                and child.i > verb.i
                and _is_told_before(child, denying=False)
            ):
                return _reaction(verb, number)
    return None


def _called_worthless(verb: Token) -> bool:
    worthless = standing_words()["denied"]["worthless"]
    return any(
        child.dep_ in ("oprd", "ccomp", "xcomp", "prep", "advcl", "acomp")
        and any(word.lower_ in worthless for word in child.subtree)
        for child in verb.children
    )


def _is_told_before(noun: Token, *, denying: bool) -> bool:
    words = standing_words()["denied"]
    pointing = {c.lower_ for c in noun.children if c.dep_ in ("det", "predet", "poss")}
    further = any(c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in noun.children)
    if noun.lower_ in words["pronouns"] and noun.pos_ in ("PRON", "DET", "ADV", "SCONJ"):
        return denying or noun.lower_ in ("it", "this", "that", "which", "these", "those")
    if lemma_of(noun) in words["claims"] or noun_stance(noun) == "claims":
        if not further or pointing & words["pointing"]:
            return denying or bool(pointing) or noun.tag_ == "NNS"
    return bool(pointing & words["pointing"]) and denying


@rule(
    example="Doha's boat fired first, Manama says. Doha says it never fired.",
    counter_example="Doha's boat fired first, Manama says. Doha says it never slept.",
)
def says_it_did_not(verb: Token, number: int) -> Reaction | None:
    """A speaker who tells the act again with "not", or says that he did not."""
    word = reporting_word(verb)
    if word is None or word.stance != "claims" or negated(verb):
        return None
    for child in verb.children:
        if child.dep_ not in ("ccomp", "parataxis") or child.pos_ not in VERBAL:
            continue
        nothing = any(c.lower_ == "nothing" for c in child.children)
        if nothing and any(t.lower_ in ("kind", "sort") for t in child.subtree):
            return _reaction(verb, number)
        if negated(child) and any(
            (c.dep_ in SUBJECTS and c.lower_ in (*_POINTING, "its", "their")) or c.dep_ in SUBJECTS
            for c in child.children
        ):
            bare = lemma_of(child) == "do" and not any(
                c.dep_ in ("dobj", "xcomp") for c in child.children
            )
            pointing = any(c.dep_ in SUBJECTS and c.lower_ in _POINTING for c in child.children)
            if bare or pointing:
                return _reaction(verb, number, again="do" if bare else lemma_of(child))
    return None


@rule(
    example="Lima armed the rebels, Quito said. Nonsense, replied Lima.",
    counter_example="Lima armed the rebels, Quito said. Splendid, replied Lima.",
)
def calls_it_nonsense(verb: Token, number: int) -> Reaction | None:
    """A speaker whose whole answer is that it is untrue: "Nonsense", "Not true, says Rome"."""
    word = reporting_word(verb)
    if word is None or negated(verb):
        return None
    worthless = standing_words()["denied"]["worthless"]
    said = [t for t in verb.sent if t.i < verb.i and t.is_alpha]
    if not 1 <= len(said) <= 4:
        return None
    untrue = said[-1].lower_ == "true" and any(t.lower_ == "not" for t in said)
    if untrue or (
        any(t.lower_ in worthless for t in said) and not any(t.dep_ == "neg" for t in said)
    ):
        return _reaction(verb, number)
    return None


@rule(
    example="Chad had hoped to sell Niger power. Instead it sold Mali its surplus.",
    counter_example="Chad sold Niger power. Instead of cash it took salt.",
)
def instead(verb: Token, number: int) -> Reaction | None:
    """What was meant did not come where the next sentence begins with "Instead"."""
    if verb.dep_ != "ROOT":
        return None
    first = next((t for t in verb.sent if t.is_alpha), None)
    if first is None or first.lower_ != "instead" or first.nbor(1).lower_ == "of":
        return None
    return Reaction(verb.i, number, undoes=True) if verb.tag_ == "VBD" else None


@rule(
    example="Chad promised to return the wagons. It never did.",
    counter_example="Chad promised to return the wagons. It never hurried.",
)
def never_came(verb: Token, number: int) -> Reaction | None:
    """What was ahead did not come: "It never did", "That never happened", "They did not"."""
    if verb.dep_ != "ROOT" or not negated(verb):
        return None
    if not any(c.dep_ in SUBJECTS and c.lower_ in _POINTING for c in verb.children):
        return None
    happening = standing_words()["negation"]["happening"]
    bare = not any(
        c.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr", "prep", "advcl") and c.i > verb.i
        for c in verb.children
    )
    if (lemma_of(verb) in (*happening, "do", "arrive", "follow", "have") and bare) or (
        lemma_of(verb) == "take" and any(c.lower_ == "place" for c in verb.children)
    ):
        return Reaction(verb.i, number, undoes=True)
    return None


@rule(
    example="Chad told the crew to leave. They did.",
    counter_example="Chad told the crew to leave. They did not.",
)
def so_they_did(verb: Token, number: int) -> Reaction | None:
    """What was ahead came: a sentence that is only "They did."."""
    if verb.dep_ != "ROOT" or lemma_of(verb) not in ("do", "have") or negated(verb):
        return None
    words = [t for t in verb.sent if t.is_alpha]
    if len(words) > 4 or not any(t.dep_ in SUBJECTS and t.lower_ in _POINTING for t in words):
        return None
    if any(t.dep_ in ("dobj", "xcomp", "ccomp", "attr") for t in words):
        return None
    return Reaction(verb.i, number, fulfils=True)


@rule(
    example="Lima armed the rebels, Quito said. That was a lie.",
    counter_example="Lima armed the rebels, Quito said. That was a surprise.",
)
def was_untrue(verb: Token, number: int) -> Reaction | None:
    """The article itself calls untrue what was said: "That was false", "The claim was a hoax"."""
    if lemma_of(verb) not in ("be", "prove") or verb.dep_ != "ROOT":
        return None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    claim = lemma_of(subject) in standing_words()["denied"]["claims"] and not any(
        c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in subject.children
    )
    if subject.lower_ not in ("that", "this", "it", "both") and not claim:
        return None
    worthless = standing_words()["denied"]["worthless"]
    said = {c.lower_ for c in verb.children if c.dep_ in ("attr", "acomp", "advmod")}
    if (said & worthless and not negated(verb)) or (negated(verb) and said & {"true", "so"}):
        return Reaction(verb.i, number)
    return None


RULES: tuple[Rule[[Token, int], Reaction], ...] = (
    denies_what_was_said,
    says_it_did_not,
    calls_it_nonsense,
    instead,
    never_came,
    so_they_did,
    was_untrue,
)


def reacted(token: Token, reading: Reading) -> Iterator[Effect]:
    """Yield what the next sentences make of an event.

    "Quito says Lima armed the rebels. Lima and Bogota deny this.": denied by both. What a denial
    is of is what another claims, or what the denier is told to have done.
    """
    doc = token.doc
    reactions: tuple[Reaction, ...] = doc._.reactions or ()
    if not reactions:
        return
    here = _sentence_of(token)
    for reaction in reactions:
        back = reaction.sentence - here
        if reaction.verb <= token.i or not 0 <= back <= BACK:
            continue
        if back == 0 and (doc[reaction.verb].is_ancestor(token)):
            continue
        if reaction.undoes:
            if back == 1 and reading.kinds & {"expected"} and not reading.negated:
                yield Effect(flips=True)
        elif reaction.fulfils:
            if back == 1 and reading.kinds & {"expected", "possible"} and not reading.negated:
                yield Effect(settles=True)
        elif not reaction.deniers:
            if back == 1 and reading.claimed:
                yield Effect(frozenset(("denied",)))
        elif reaction.again is not None:
            same = reaction.again == lemma_of(token) or (reaction.again == "do" and back == 1)
            if same and _is_agent(token, reaction):
                yield Effect(frozenset(("denied",)), deniers=reaction.deniers)
        elif _is_meant(token, reading, reaction, back):
            yield Effect(frozenset(("denied",)), deniers=reaction.deniers)


def _sentence_of(token: Token) -> int:
    doc = token.doc
    starts = doc.user_data.get("briefing_sentence_numbers")
    if starts is None:
        starts = {sent.start: number for number, sent in enumerate(doc.sents)}
        doc.user_data["briefing_sentence_numbers"] = starts
    return int(starts[token.sent.start])


def _is_meant(token: Token, reading: Reading, reaction: Reaction, back: int) -> bool:
    if token.dep_ == "ROOT" and reporting_word(token) is not None and not reading.claimed:
        return False
    agent = _is_agent(token, reaction)
    if reading.claimed and reading.holder not in reaction.deniers:
        return back < BACK or agent
    return agent and reporting_word(token) is None


def _is_agent(token: Token, reaction: Reaction) -> bool:
    """Say whether a denier is who does what an event's word tells."""
    doers = list(doers_of(token))
    if not doers:
        return False
    names = {name for one in doers for name in names_of(one)}
    return bool(names & set(reaction.deniers)) or bool(set(_countries(doers)) & reaction.countries)


def doers_of(token: Token) -> Iterator[Token]:
    """Yield who does what a verb or noun tells, as far as the grammar says it."""
    if token.pos_ not in VERBAL:
        for child in token.children:
            if child.dep_ in ("poss", "amod", "compound", "nmod"):
                yield child
            elif child.dep_ == "prep" and child.lower_ in ("by", "of"):
                yield from (obj for obj in child.children if obj.dep_ == "pobj")
        return
    if passive(token):
        for child in token.children:
            if child.dep_ == "agent":
                yield from (obj for obj in child.children if obj.dep_ == "pobj")
        return
    if token.dep_ == "pcomp" and token.head.dep_ == "prep":
        verb = token.head.head
        objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        yield from objects or ([verb] if verb.pos_ in ("NOUN", "PROPN") else ())
        return
    yield from subjects_of(token)


__all__ = ["BACK", "RULES", "Reaction", "reacted", "reactions_in"]
