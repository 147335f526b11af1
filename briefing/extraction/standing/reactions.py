"""What later words say of what was told before: "Lima rejected the claim", "It never did"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.doc import entity_at
from briefing.extraction.grammar_words import (
    DEMONSTRATIVES,
    DONE_TO,
    NOMINAL,
    PERSONAL,
    POSSESSIVES,
    SUBJECTS,
    VERBAL,
)
from briefing.extraction.rules import Rule, rule
from briefing.extraction.standing.clauses import particle
from briefing.extraction.standing.effects import DENIED, EXPECTED, POSSIBLE, Effect, Reading
from briefing.extraction.standing.holders import names_of, subjects_of
from briefing.extraction.standing.signs import lemma_of, negated, of_none, passive
from briefing.extraction.standing.stances import noun_stance, reporting_word
from briefing.reference.sides import points_back
from briefing.reference.standing import standing_words

_SHORT_ANSWER = 8
"""Words and marks before the verb of an answer that is only "Nonsense"."""

BACK = 2
"""How many sentences back a reaction may reach; over one between only where that reacts as well."""

_OWN = POSSESSIVES - {"your"}
_POINTING = (PERSONAL - {"i", "we", "you"}) | DEMONSTRATIVES | {"both", "neither", "none"}
"""Subjects that mean who or what was told of before."""


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
    return tuple(sorted([*found, *_quoted(doc, found)], key=lambda one: one.verb))


def _quoted(doc: Doc, found: Iterable[Reaction]) -> Iterator[Reaction]:
    """Yield the quotations that deny by pointing back, where their grammar tells it not."""
    known = {one.sentence for one in found}
    for quote in doc._.quotes or ():
        if quote.act != "denies" or quote.speaker_start is None:
            continue
        span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
        who = doc.char_span(quote.speaker_start, quote.speaker_end, alignment_mode="expand")
        if span is None or who is None or not points_back(span.text):
            continue
        number = next(n for n, sent in enumerate(doc.sents) if sent.end > span.start)
        deniers = (quote.speaker_id,) if quote.speaker_id else tuple(names_of(who.root))
        if deniers and number not in known:
            yield Reaction(span.start, number, deniers, frozenset(_countries([who.root])))


def _reaction(verb: Token, number: int, *, again: str | None = None) -> Reaction | None:
    subjects = subjects_of(verb)
    deniers = tuple(name for one in subjects for name in names_of(one))
    if not deniers:
        return None
    return Reaction(verb.i, number, deniers, frozenset(_countries(subjects)), again=again)


def _countries(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        entity = entity_at(token)
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
    calling = lemma_of(verb) in standing_words()["denied"]["calling"] and _called_worthless(verb)
    if not (calling or _dismisses(verb)) or negated(verb):
        return None
    told = _denies_outright(verb) or _denies_object(verb) or _denies_doing(verb)
    if told or (calling and _calls_what_was_said(verb)):
        return _reaction(verb, number)
    return None


def _dismisses(verb: Token) -> bool:
    """Say whether a verb denies or dismisses: "rejects", "brushes aside"."""
    words, lemma, word = standing_words()["denied"], lemma_of(verb), reporting_word(verb)
    if {lemma, f"{lemma} {particle(verb)}"} & words["dismissing"]:
        return True
    denies = word is not None and word.stance == "denies" and word.act == "denies"
    return denies and lemma not in words["calling"]


def _denies_outright(verb: Token) -> bool:
    """Read "Lima denies."."""
    objects = ("dobj", "ccomp", "xcomp", "prep", "advcl", "dative", "oprd", "nsubjpass", "acl")
    bare = verb.tag_ != "VBN" and not any(c.dep_ in objects for c in verb.children)
    return bare and lemma_of(verb) == "deny"


def _denies_object(verb: Token) -> bool:
    """Read "Lima denies this", "Lima contradicted him"; not "denied them food"."""
    lemma, disputing = lemma_of(verb), standing_words()["denied"]["disputing"]
    given = any(c.dep_ == "dobj" for c in verb.children)
    for child in verb.children:
        if child.dep_ not in DONE_TO | {"dative"} or (child.dep_ == "dative" and given):
            continue
        if lemma == "contradict" and child.lower_ in ("him", "her", "them"):
            return True
        if _is_told_before(child, denying=lemma in disputing - {"disavow", "contest"}):
            return True
    return False


def _denies_doing(verb: Token) -> bool:
    """Read "Lima denies doing so", "denied doing anything"."""
    return any(
        child.dep_ == "xcomp"
        and child.tag_ == "VBG"
        and any(t.lower_ in ("anything", "any", "so") for t in child.subtree)
        for child in verb.children
    )


def _calls_what_was_said(verb: Token) -> bool:
    """Read "called the claim a lie", where the claim is the subject of what it is called."""
    return any(
        child.dep_ in SUBJECTS and child.i > verb.i and _is_told_before(child, denying=False)
        for child in verb.subtree
    )


def _called_worthless(verb: Token) -> bool:
    worthless = standing_words()["denied"]["worthless"]
    return any(
        child.dep_ in ("oprd", "ccomp", "xcomp", "prep", "advcl", "acomp")
        and any(word.lower_ in worthless for word in child.subtree)
        for child in verb.children
    )


def _is_told_before(noun: Token, *, denying: bool) -> bool:
    """Say whether a noun or pronoun means what was told before: "this", "the claims"."""
    words = standing_words()["denied"]
    pointing = {c.lower_ for c in noun.children if c.dep_ in ("det", "predet", "poss")}
    further = any(c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in noun.children)
    if noun.lower_ in words["pronouns"] and noun.pos_ in ("PRON", "DET", "ADV", "SCONJ"):
        return denying or noun.lower_ in DEMONSTRATIVES | {"it", "which"}
    claim = lemma_of(noun) in words["claims"] or noun_stance(noun) == "claims"
    if claim and (not further or pointing & words["pointing"]):
        return denying or bool(pointing) or noun.tag_ == "NNS"
    return bool(pointing & words["pointing"]) and denying


@rule(
    example="Doha's boat fired first, Manama says. Doha says it never fired.",
    counter_example="Doha's boat fired first, Manama says. Doha says it fired last.",
)
def says_it_did_not(verb: Token, number: int) -> Reaction | None:
    """A speaker who says that he did not, or that there was no such thing."""
    word = reporting_word(verb)
    if word is None or word.stance != "claims" or negated(verb):
        return None
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") and child.pos_ in VERBAL:
            again = _told_not(child)
            if again is not None:
                return _reaction(verb, number, again=again or None)
    return None


def _told_not(clause: Token) -> str | None:
    """Return the lemma that a clause tells with a "not", "" where it denies all, None for none."""
    if any(c.lower_ == "nothing" for c in clause.children) and _of_the_kind(clause):
        return ""
    if not negated(clause):
        return None
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if subject is None:  # "said there had been no raid"
        return "" if any(c.dep_ == "expl" for c in clause.children) else None
    if of_none(subject) and subject.tag_.startswith("NN"):
        return lemma_of(clause)  # "said no shot was fired"; not "said nobody left angry"
    if reporting_word(clause) is not None or not _points(subject):
        return None
    bare = not any(c.dep_ in ("dobj", "xcomp") for c in clause.children)
    return "do" if bare and lemma_of(clause) == "do" else lemma_of(clause)


def _points(subject: Token) -> bool:
    """Say whether a subject is one that was told of: "it", "its navy"."""
    owned = any(c.dep_ == "poss" and c.lower_ in _OWN for c in subject.children)
    return owned or subject.lower_ in _POINTING


def _of_the_kind(word: Token) -> bool:
    """Read "nothing of the kind"."""
    return any(t.lower_ in ("kind", "sort") for t in word.subtree)


@rule(
    example="Lima armed the rebels, Quito said. Nonsense, replied Lima.",
    counter_example="Lima armed the rebels, Quito said. Splendid, replied Lima.",
)
def calls_it_nonsense(verb: Token, number: int) -> Reaction | None:
    """A speaker whose whole answer is that it is untrue: "Nonsense", "Not true, says Rome"."""
    start = verb.sent.start
    if verb.i - start > _SHORT_ANSWER or reporting_word(verb) is None or negated(verb):
        return None
    worthless = standing_words()["denied"]["worthless"]
    said = [t for t in verb.doc[start : verb.i] if t.is_alpha]
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
    """The article itself calls untrue what was said: "That was false", "It had not"."""
    if verb.dep_ != "ROOT":
        return None
    if any(c.dep_ == "expl" for c in verb.children):
        return Reaction(verb.i, number) if _nothing_in_it(verb) else None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    nothing = subject.lower_ == "nothing" and _of_the_kind(subject)
    short = len([t for t in verb.sent if t.is_alpha]) <= 3
    bare = short and subject.lower_ in _POINTING and negated(verb)
    if nothing or bare or (_is_claim(subject) and _is_untrue(verb)):
        return Reaction(verb.i, number)
    return None


def _nothing_in_it(verb: Token) -> bool:
    """Read "There is no truth in it", "There was nothing in this"."""
    words = [t for t in verb.sent if t.is_alpha]
    none = any(t.lower_ in ("no", "nothing") for t in words)
    about_it = words[-1].lower_ in ("it", "this", "that") and len(words) <= 8
    ground = standing_words()["holding"]["ground"]
    empty = any(lemma_of(t) in ground for t in words)
    return none and about_it and (empty or words[-3].lower_ == "nothing")


def _is_claim(subject: Token) -> bool:
    """Say whether a subject is what was said: "that", "the claim"."""
    if subject.lower_ in ("that", "this", "it", "both"):
        return True
    return lemma_of(subject) in standing_words()["denied"]["claims"] and not any(
        c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in subject.children
    )


def _is_untrue(verb: Token) -> bool:
    """Read "was false", "proved a lie", "is not so"."""
    if lemma_of(verb) not in ("be", "prove", "turn"):
        return False
    kinds = ("attr", "acomp", "advmod", "oprd")
    said = {t.lower_ for t in verb.subtree if t.i > verb.i and t.dep_ in kinds}
    untrue = {"true", "so"} if negated(verb) else standing_words()["denied"]["worthless"]
    return bool(said & untrue)


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

    Args:
        token: The event's word.
        reading: What its own sentence says of it.
    """
    reactions: tuple[Reaction, ...] = token.doc._.reactions or ()
    if not reactions:
        return
    here = _sentence_of(token)
    reacting = {reaction.sentence for reaction in reactions}
    for reaction in reactions:
        back = reaction.sentence - here
        if reaction.verb <= token.i or not 0 <= back <= BACK:
            continue
        if back == BACK and here + 1 not in reacting:
            continue
        effect = _effect_of(reaction, token, reading, back)
        if effect is not None:
            yield effect


def _effect_of(reaction: Reaction, token: Token, reading: Reading, back: int) -> Effect | None:
    """Return what one reaction makes of an event, None where it is of another."""
    if reaction.undoes or reaction.fulfils or not reaction.deniers:
        return _by_article(reaction, reading) if back == 1 else None
    if reaction.again is not None:
        same = reaction.again in (lemma_of(token), "do") or reading.claimed
        denied = same and back < BACK and _is_agent(token, reaction)
    else:
        denied = _is_meant(token, reading, reaction, back)
    return Effect(DENIED, deniers=reaction.deniers) if denied else None


def _by_article(reaction: Reaction, reading: Reading) -> Effect | None:
    """Return what the article's own next sentence makes of an event."""
    open_still = not reading.negated
    if reaction.undoes:
        return Effect(flips=True) if open_still and reading.kinds & EXPECTED else None
    if reaction.fulfils:
        ahead = open_still and reading.kinds & (EXPECTED | POSSIBLE)
        return Effect(settles=True) if ahead else None
    return Effect(DENIED) if reading.claimed else None


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
    if reading.claimed:
        return reading.holder not in reaction.deniers and (back < BACK or agent)
    return agent and not reading.negated and reporting_word(token) is None


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
        objects = [c for c in verb.children if c.dep_ in DONE_TO]
        yield from objects or ([verb] if verb.pos_ in NOMINAL else ())
        return
    yield from subjects_of(token)


__all__ = ["BACK", "RULES", "Reaction", "reacted", "reactions_in"]
