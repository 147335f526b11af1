"""Which verbs and nouns of an article tell events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.extraction.events.clauses import subjects_of
from briefing.extraction.events.dating import When
from briefing.extraction.events.parties import concerned, countries_of
from briefing.extraction.events.said import tells_words
from briefing.extraction.events.told import Told
from briefing.extraction.standing.engine import standing_of
from briefing.extraction.times.occasions import Found
from briefing.extraction.times.occasions import direction_of as direction_of_noun
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Fixed
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words
from briefing.reference.occasions import Occasion

_UNREAL = frozenset(("negated", "conditional", "possible"))
_AMOUNTS = ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")
_TOWARDS = ("until", "till", "to")


@dataclass(slots=True)
class Draft:
    """An event while its parts are being gathered.

    `proposed` says that only the trained reader finds it, `ruled` that the grammar hangs a date on
    it. `counted` is a date that the text counts from another event's.
    """

    head: Token
    entries: list[Anchored] = field(default_factory=list)
    occasion: tuple[Found, Occasion | None] | None = None
    told: Told | None = None
    beside: Draft | None = None
    proposed: bool = False
    ruled: bool = False
    counted: When | None = None


def beside(entry: Anchored, drafts: Mapping[int, Draft]) -> Token | None:
    """Return the occasion that a date stands right after: "the presidential election in May"."""
    preposition = entry.token.head
    before = preposition.i - 1
    if preposition.lower_ not in ("in", "on", "from") or preposition.i > entry.token.i:
        return None
    for draft in drafts.values():
        if draft.occasion is not None and draft.occasion[0].span.end - 1 == before:
            return draft.head
    return None


def tokens_of_time(doc: Doc, entries: Collection[Anchored]) -> frozenset[int]:
    """Return the indexes of the words of all time expressions."""
    found: set[int] = set()
    for entry in entries:
        span = doc.char_span(entry.time.start, entry.time.end, alignment_mode="expand")
        found.update(token.i for token in span or ())
    return frozenset(found)


def head_of(entry: Anchored, drafts: Collection[int], of_time: frozenset[int]) -> Token | None:
    """Return the verb or noun that a time expression dates, None where it dates no event."""
    time = entry.time
    if time.type == "SET" or time.earliest is None:
        return None
    if isinstance(entry.reading.meaning, Fixed) and not entry.reading.meaning.unit:
        return None
    words = event_words()
    token = entry.token
    if _tells_which(entry, drafts):
        return None
    while token.head.i != token.i:
        token = token.head
        if token.i in of_time:
            continue
        if token.i in drafts:
            return token
        edge = token.pos_ == "NOUN" and token.lemma_.lower() in words.edges
        if edge and any(thing.i in of_time for child in token.children for thing in child.children):
            continue
        if token.pos_ in ("NOUN", "PROPN"):
            if token.lemma_.lower() in words.nouns and token.ent_type_ not in ("PERSON", "GPE"):
                return token
            if isinstance(entry.reading.meaning, Fixed) and token.pos_ == "NOUN":
                return None if token.ent_type_ in _AMOUNTS else token
        elif token.pos_ in ("VERB", "AUX"):
            if token.dep_ == "acl" and token.lemma_.lower() in words.naming:
                continue
            if isinstance(entry.reading.meaning, Fixed):
                return _noun_before(entry) or _event_of_verb(token, drafts)
            return _event_of_verb(token, drafts, entry.token.head.lower_)
    return None


def _tells_which(entry: Anchored, drafts: Collection[int]) -> bool:
    """Say whether a year only tells which of several: "the 2008 model", "the 2018 cup"."""
    token, noun = entry.token, entry.token.head
    resolved = entry.resolved
    if token.dep_ not in ("nummod", "compound", "amod", "nmod") or resolved is None:
        return False
    if resolved.period.unit != "year" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return noun.i not in drafts and noun.lemma_.lower() not in event_words().nouns


def _noun_before(entry: Anchored) -> Token | None:
    """Return the noun that a stretch of time follows: "their **support** over the last decade"."""
    preposition = entry.token.head
    if preposition.pos_ != "ADP" or preposition.i == 0:
        return None
    noun = preposition.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.lower_ != "to":
        noun = noun.head.head
    return noun if noun.pos_ == "NOUN" else None


def _event_of_verb(verb: Token, drafts: Collection[int], preposition: str = "") -> Token | None:
    """Return the verb, or the noun that it only carries: "the vote will be held"."""
    words = event_words()
    lemma = verb.lemma_.lower()
    if lemma in words.light or (preposition in _TOWARDS and lemma in lexicon().tense["put_off"]):
        held = _object_of_plan(verb)
        if held is not None:
            return held
        carried = verb.head if verb.dep_ in ("acl", "relcl") else None
        if carried is not None and (carried.i in drafts or carried.lemma_.lower() in words.nouns):
            return carried
        objects = [child for child in verb.children if child.dep_ in ("dobj", "attr")]
        for thing in (*subjects_of(verb), *objects):
            if thing.i in drafts or thing.lemma_.lower() in words.nouns:
                return thing
        for child in verb.children:
            for thing in child.children if child.lower_ in ("for", "of") else ():
                if thing.i in drafts or thing.lemma_.lower() in words.nouns:
                    return thing
    if tells_words(verb):
        return None
    if lemma == "be":
        return _subject_alone(verb)
    if lemma in words.stative and not any(
        child.dep_ in ("xcomp", "acomp") and child.pos_ == "VERB" for child in verb.children
    ):
        return None
    complement = next(
        (
            child
            for child in verb.children
            if child.dep_ == "xcomp" and child.pos_ == "VERB" and child.tag_ == "VB"
        ),
        None,
    )
    if complement is not None and complement.lemma_.lower() in words.light:
        return _event_of_verb(complement, drafts) or verb
    return verb


def _object_of_plan(verb: Token) -> Token | None:
    """Return the event that a plan has as its object: "the plan to hold a **vote**"."""
    if verb.tag_ != "VB" or verb.dep_ != "acl":
        return None
    nouns = event_words().nouns
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return next((thing for thing in objects if thing.lemma_.lower() in nouns), None)


def _subject_alone(verb: Token) -> Token | None:
    """Return the noun of "the first **flight** was in 1994", which says nothing but when."""
    said = [child for child in verb.children if child.dep_ in ("attr", "acomp", "ccomp", "advcl")]
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if said or subject is None or subject.lemma_.lower() not in event_words().nouns:
        return None
    return subject


def undated(doc: Doc) -> Iterator[Token]:
    """Yield nouns and verbs that are events even where no date hangs on them.

    "ahead of his **visit** to Oslo": a noun of an event that somebody or some place known takes
    part in.
    """
    words = event_words()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and words.nouns.get(lemma) in words.undated:
            common = token.tag_ == "NNS" and lemma in words.common_plurals
            common = common or lemma in words.dated_only
            if common or token.dep_ in ("compound", "amod", "nmod"):
                continue
            if _is_worth(token, words.nouns[lemma]) and _is_real(token):
                yield token
        elif token.pos_ == "VERB" and words.verbs.get(lemma) in ("visit", "war", "agreement"):
            between = len(countries_of(token)) >= 2
            if between and _is_real(token):
                yield token


def _is_worth(token: Token, kind: str) -> bool:
    """Say whether an undated noun tells enough: what is to come, or between two countries."""
    if kind == "war":
        return bool(countries_of(token))
    if len(countries_of(token)) >= 2:
        return True
    return bool(concerned(token)) and direction_of_noun(token) == "future"


def _is_real(token: Token) -> bool:
    return standing_of(token).standing not in _UNREAL
