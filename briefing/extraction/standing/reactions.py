"""What later words say of what was told before: "Lima rejected the claim", "It never did"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.doc import mention_of
from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.rules import Rule, rule
from briefing.extraction.standing.effects import DENIED, Effect, Reading
from briefing.extraction.standing.holders import names_of, subjects_of
from briefing.extraction.standing.signs import lemma_of, negated, of_none, passive
from briefing.extraction.standing.stances import noun_stance, reporting_word
from briefing.reference.sides import points_back
from briefing.reference.standing import standing_words

BACK = 2
"""How many sentences back a reaction may reach; over one between only where that reacts as well."""

_OWN = ("its", "their", "his", "her", "our", "my")
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
    objects = ("dobj", "ccomp", "xcomp", "prep", "advcl", "dative", "oprd", "nsubjpass", "acl")
    if lemma == "deny" and verb.tag_ != "VBN" and not any(c.dep_ in objects for c in verb.children):
        return _reaction(verb, number)
    for child in verb.children:
        if child.dep_ not in ("dobj", "dative", "nsubjpass"):
            continue
        if child.dep_ == "dative" and any(c.dep_ == "dobj" for c in verb.children):
            continue  # "denied them food"
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
    counter_example="Doha's boat fired first, Manama says. Doha says it fired last.",
)
def says_it_did_not(verb: Token, number: int) -> Reaction | None:
    """A speaker who says that he did not, or that there was no such thing."""
    word = reporting_word(verb)
    if word is None or word.stance != "claims" or negated(verb):
        return None
    for child in verb.children:
        if child.dep_ not in ("ccomp", "parataxis") or child.pos_ not in VERBAL:
            continue
        subject = next((c for c in child.children if c.dep_ in SUBJECTS), None)
        if any(c.lower_ == "nothing" for c in child.children):
            if any(t.lower_ in ("kind", "sort") for t in child.subtree):
                return _reaction(verb, number)
        if not negated(child):
            continue
        none = subject is None and any(c.dep_ == "expl" for c in child.children)
        if none or (subject is not None and of_none(subject) and subject.tag_.startswith("NN")):
            return _reaction(verb, number)  # "said there had been no raid", "no shot was fired"
        if subject is None or reporting_word(child) is not None:
            continue
        owned = any(c.dep_ == "poss" and c.lower_ in _OWN for c in subject.children)
        if subject.lower_ in _POINTING or owned:
            bare = lemma_of(child) == "do" and not any(
                c.dep_ in ("dobj", "xcomp") for c in child.children
            )
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
    """The article itself calls untrue what was said: "That was false", "It had not"."""
    if verb.dep_ != "ROOT":
        return None
    denied = standing_words()["denied"]
    words = [t for t in verb.sent if t.is_alpha]
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if any(c.dep_ == "expl" for c in verb.children):
        none = any(t.lower_ in ("no", "nothing") for t in words)
        about_it = words[-1].lower_ in ("it", "this", "that") and len(words) <= 8
        empty = any(lemma_of(t) in ("truth", "basis", "evidence", "foundation") for t in words)
        return (
            Reaction(verb.i, number)
            if none and about_it and (empty or words[-3].lower_ == "nothing")
            else None
        )
    if subject is None:
        return None
    if subject.lower_ == "nothing" and any(t.lower_ in ("kind", "sort") for t in subject.subtree):
        return Reaction(verb.i, number)
    if subject.lower_ in _POINTING and negated(verb) and len(words) <= 3:
        return Reaction(verb.i, number)
    claim = lemma_of(subject) in denied["claims"] and not any(
        c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in subject.children
    )
    if lemma_of(verb) not in ("be", "prove", "turn") or not (
        subject.lower_ in ("that", "this", "it", "both") or claim
    ):
        return None
    said = {
        t.lower_
        for t in verb.subtree
        if t.i > verb.i and t.dep_ in ("attr", "acomp", "advmod", "oprd")
    }
    if (said & denied["worthless"] and not negated(verb)) or (
        negated(verb) and said & {"true", "so"}
    ):
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
    reacting = {reaction.sentence for reaction in reactions}
    for reaction in reactions:
        back = reaction.sentence - here
        if reaction.verb <= token.i or not 0 <= back <= BACK:
            continue
        if back == BACK and here + 1 not in reacting:
            continue
        if reaction.undoes:
            if back == 1 and reading.kinds & {"expected"} and not reading.negated:
                yield Effect(flips=True)
        elif reaction.fulfils:
            if back == 1 and reading.kinds & {"expected", "possible"} and not reading.negated:
                yield Effect(settles=True)
        elif not reaction.deniers:
            if back == 1 and reading.claimed:
                yield Effect(DENIED)
        elif reaction.again is not None:
            same = reaction.again == lemma_of(token) or reaction.again == "do" or reading.claimed
            if same and back < BACK and _is_agent(token, reaction):
                yield Effect(DENIED, deniers=reaction.deniers)
        elif _is_meant(token, reading, reaction, back):
            yield Effect(DENIED, deniers=reaction.deniers)


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
        objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        yield from objects or ([verb] if verb.pos_ in ("NOUN", "PROPN") else ())
        return
    yield from subjects_of(token)


__all__ = ["BACK", "RULES", "Reaction", "reacted", "reactions_in"]
