"""The sides of a text: who meets whom, signs with whom, so that "the two sides" are found.

The parties of a title, of the first sentence or of the last meeting told stay the sides until two
others meet: a communiqué goes on for pages about "both sides" and third countries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from briefing.extraction.facts import Entity, Mention
from briefing.extraction.grammar_words import NOUN_MODIFIERS, SUBJECTS, VERBAL
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.descriptions import descriptions
from briefing.reference.roles import titles

_MOST = 4
"""A text with more parties than this has no sides."""

_HEADINGS = 6
"""So many lines without a verb may stand over a text (set by hand)."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who meet, each by a mention of its country; who receives the others, if that is told."""

    parties: tuple[Mention, ...]
    host: Mention | None = None

    @property
    def guests(self) -> tuple[Mention, ...]:
        """Those who are received."""
        if self.host is None:
            return ()
        return tuple(one for one in self.parties if one.entity_id != self.host.entity_id)

    def others(self, entity_id: str) -> tuple[Mention, ...]:
        """Return the sides but one; nobody if that is none of them."""
        if entity_id not in {one.entity_id for one in self.parties}:
            return ()
        return tuple(one for one in self.parties if one.entity_id != entity_id)


class Nations:
    """Which countries the words of a Doc name or belong to."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity]
    ) -> None:
        self.doc = doc
        self._at: dict[int, Mention] = {}
        self._person: dict[int, str] = {}
        self._place: dict[int, str] = {}
        first_of: dict[str, Mention] = {}
        for mention in mentions:
            entity = entities[mention.entity_id]
            if entity.kind == "country" and mention.form not in ("pronoun", "description"):
                self._at.setdefault(mention.head, mention)
                first_of.setdefault(entity.entity_id, mention)
            elif entity.kind in ("person", "place") and entity.country is not None:
                code = f"country:{entity.country}"
                if entity.kind == "place":
                    self._place.setdefault(mention.head, code)
                if entity.kind == "person" or not mention.literal:
                    self._person.setdefault(mention.head, code)
        self._first = first_of

    def of(self, token: Token) -> list[Mention]:
        """Return the countries that a noun phrase names or belongs to, each once.

        "Chad and Mali", "the Chadian and Malian ministers", "the president of Chad".
        """
        found: dict[str, Mention] = {}
        for member in (token, *token.conjuncts):
            for mention in self._member(member):
                found.setdefault(mention.entity_id, mention)
        return list(found.values())

    def at_place(self, token: Token) -> list[Mention]:
        """Return the country that a place lies in, for those who come there."""
        found = self._first.get(self._place.get(token.i, ""))
        return self.of(token) if found is None else [found]

    def _member(self, token: Token) -> Iterator[Mention]:
        named = self._at.get(token.i)
        if named is None and token.i in self._person:
            named = self._first.get(self._person[token.i])
        if named is not None:
            yield named
            return
        for child in token.children:
            if child.dep_ in NOUN_MODIFIERS and child.i < token.i:
                yield from self._inside(child)
            elif child.dep_ == "prep" and child.lower_ in ("of", "for", "from"):
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        yield from self.of(obj)

    def _inside(self, child: Token) -> Iterator[Mention]:
        for token in child.subtree:
            mention = self._at.get(token.i)
            if mention is not None:
                yield mention


@rule(
    example="Norway and Chad held talks. The two sides condemned Iran's attack on Iraq.",
    counter_example="Norway held talks. The two sides were tired.",
)
def joint_subject(sent: Span, nations: Nations) -> Sides | None:
    """Take those who do something together for the sides."""
    for verb in _main_verbs(sent):
        for subject in _subjects(verb):
            found = nations.of(subject)
            if 1 < len(found) <= _MOST:
                return Sides(tuple(found))
    return None


@rule(
    example="Chad's president visited Norway. The host praised Iran.",
    counter_example="Chad's president visited a school. The host praised Iran.",
)
def received(sent: Span, nations: Nations) -> Sides | None:
    """Take guest and host for the sides: "visited", "received", "arrived in"."""
    words = descriptions()
    for verb in _main_verbs(sent):
        actors = [one for subject in _subjects(verb) for one in nations.of(subject)]
        if len(actors) != 1:
            continue
        lemma = verb.lemma_.lower()
        comes, receives = lemma in words.visiting, lemma in words.receiving
        places = [*_objects(verb, people=receives), *_governed(verb, words.visit_words)]
        if lemma in words.paying:
            visits = [o for o in _objects(verb) if o.lemma_.lower() == "visit"]
            words_to = [p for o in (*visits, verb) for p in _governed(o, ("to",))]
            comes, places = bool(visits), words_to
        if not (comes or receives):
            continue
        for place in places:
            found = nations.of(place) if receives else nations.at_place(place)
            found = [one for one in found if one.entity_id != actors[0].entity_id]
            if len(found) == 1:
                return Sides((actors[0], found[0]), host=actors[0] if receives else found[0])
    return None


@rule(
    example="Chad's president met his Malian counterpart. The two sides condemned Iran.",
    counter_example="Chad's president met a choir. The two sides condemned Iran.",
)
def met_with(sent: Span, nations: Nations) -> Sides | None:
    """Take the subject and those whom it meets, talks or signs with for the sides."""
    words = descriptions()
    for verb in _main_verbs(sent):
        actors = [one for subject in _subjects(verb) for one in nations.of(subject)]
        if len(actors) != 1:
            continue
        others = list(_governed(verb, ("with",)))
        others += [p for o in _objects(verb) for p in _governed(o, ("with",))]
        if verb.lemma_.lower() in words.meeting:
            others += _objects(verb, people=True)
        for other in others:
            found = [one for one in nations.of(other) if one.entity_id != actors[0].entity_id]
            if 0 < len(found) < _MOST:
                return Sides((actors[0], *found))
    return None


@rule(
    example="Talks between Norway and Chad ended. Both sides condemned Iran.",
    counter_example="Talks between two banks ended. Both sides condemned Iran.",
)
def between(sent: Span, nations: Nations) -> Sides | None:
    """Take those between whom there are talks for the sides, where the sentence is about them."""
    words = descriptions()
    for token in sent:
        if token.lower_ not in ("between", "among") or token.dep_ != "prep":
            continue
        noun = token.head
        if noun.lemma_.lower() not in words.meetings or not _is_topic(noun):
            continue
        found = [one for obj in token.children for one in nations.of(obj)]
        if 1 < len(found) <= _MOST:
            return Sides(tuple(found))
    return None


RULES: tuple[Rule[[Span, Nations], Sides], ...] = (received, joint_subject, met_with, between)


class SidesOf:
    """The sides at each place of a Doc."""

    def __init__(self, nations: Nations) -> None:
        self.doc = nations.doc
        self._known: list[tuple[int, Sides]] = []
        title: dict[str, Mention] = {}
        heading = True
        for number, sent in enumerate(self.doc.sents):
            sides = first(RULES, sent, nations)
            if heading and sides is None:
                title |= {one.entity_id: one for one in _named_in(sent, nations)}
                if len(title) == 2:
                    sides = Sides(tuple(title.values()))
            heading = heading and number < _HEADINGS and not _main_verbs(sent)
            if sides is not None:
                self._known.append((sent.start, sides))

    def at(self, token: Token) -> Sides | None:
        """Return the sides that the sentences before a token tell, or the words before it."""
        found = None
        for start, sides in self._known:
            if start > token.i or any(one.head >= token.i for one in sides.parties):
                break
            found = sides
        return found


def _named_in(sent: Span, nations: Nations) -> Iterator[Mention]:
    """Yield the countries of a title: "Joint statement of Norway and Chad"."""
    for token in sent:
        yield from nations.of(token)


def _main_verbs(sent: Span) -> list[Token]:
    root = sent.root
    return [t for t in (root, *root.conjuncts) if t.pos_ in VERBAL]


def _subjects(verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not found and verb.dep_ == "conj":
        return _subjects(verb.head)
    return found


def _objects(verb: Token, *, people: bool = False) -> list[Token]:
    """Return what a verb is done to; with `people`, only countries and those with an office."""
    found = [child for child in verb.children if child.dep_ == "dobj"]
    return [one for one in found if _is_somebody(one)] if people else found


def _is_somebody(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PROPN" or lemma in titles() or lemma in descriptions().envoys


def _governed(word: Token, prepositions: Sequence[str] | frozenset[str]) -> Iterator[Token]:
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ in prepositions:
            yield from (obj for obj in prep.children if obj.dep_ == "pobj")


def _is_topic(noun: Token) -> bool:
    """Say whether a noun is what its sentence is about: its subject, or no verb is there."""
    while noun.dep_ in ("conj", "compound") and noun.head != noun:
        noun = noun.head
    return noun.dep_ in SUBJECTS or noun.dep_ == "ROOT" or noun.head.dep_ == "ROOT"
