"""Descriptions to whom they mean: "the minister", "the two countries", "the alliance"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from briefing.extraction.coreference.named import Named
from briefing.extraction.coreference.offices import Offices
from briefing.extraction.coreference.reasons import number_word, traced, where_before
from briefing.extraction.coreference.sides import Nations, SidesOf
from briefing.extraction.facts import Entity, Mention
from briefing.extraction.grammar_words import (
    ATTRIBUTES,
    BOTH,
    DEFINITE_PLURAL,
    DEFINITE_SINGULAR,
    SUBJECTS,
)
from briefing.reference.descriptions import Descriptions
from briefing.reference.genders import Gender, Genders
from briefing.reference.speakers import SpeakerNouns

_WINDOW = 4
"""Sentences in which one of several that fit must be the only one."""
_LESSER = {"vice", "deputy", "former", "ex", "acting", "candidate", "hopeful"}
"""In a role that is not meant by its noun alone: "the president" is no vice president."""
_Found = tuple[tuple[Mention, ...], str]
"""Who is meant, each where it is named last, and why."""
_NOBODY: _Found = ((), "")
_OF = {"of", "for", "to", "at", "in", "on"}
_PEOPLE = ("man", "leader", "president")
"""Nouns that with "two" mean two people, if two are named."""
NUMBERS = {"three": 3, "four": 4}
"""So many parties a text may have."""


class Described:
    """Finds in reading order what each description takes up again, where that is clear."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        entities: dict[str, Entity],
        known: Mapping[str, Gender],
    ) -> None:
        self.doc = doc
        self.named = Named(doc, mentions, entities)
        self.entities = entities
        self.known = known
        self._taken = {
            token.i
            for mention in mentions
            for token in doc.char_span(mention.start, mention.end, alignment_mode="expand") or ()
        }
        self.nations = Nations(doc, mentions, entities)
        self.sides = SidesOf(self.nations)
        self.offices = Offices(self.nations, mentions, entities)
        self._roles: dict[str, set[str]] = {}
        self._titled: dict[str, dict[str, None]] = {}
        for mention in mentions:
            if mention.role:
                words = _words(mention.role)
                self._roles.setdefault(mention.entity_id, set()).update(words)
                for word in _title(mention.role):
                    self._titled.setdefault(word, {})[mention.entity_id] = None

    def find(self, words: Descriptions, nouns: SpeakerNouns, genders: Genders) -> list[Mention]:
        """Return the mentions that descriptions make."""
        found: list[Mention] = []
        for token in self.doc:
            small = token.tag_ == "NNP" and token.is_lower
            named = small or (token.tag_ == "NNP" and token.lower_ in words.state_bodies)
            if (token.tag_ not in ("NN", "NNS") and not named) or token.i in self._taken:
                continue
            lemma = token.lower_ if named else token.lemma_.lower()
            pointing = [
                child for child in token.lefts if child.dep_ in ("det", "predet", "preconj")
            ]
            whose = next((c for c in token.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
            if whose is not None and lemma in words.host | words.guest | words.opposite:
                meant, reason = self._towards(token, lemma, words)
                found += [self._mention(whose.idx, token, one, reason) for one in meant]
                continue
            allowed = DEFINITE_PLURAL if token.tag_ == "NNS" else DEFINITE_SINGULAR
            bare = not pointing and token.text.istitle() and lemma in words.state_bodies
            if bare:
                found += self._office(token, token.idx)
            if not pointing or pointing[0].lower_ not in allowed:
                continue
            if any(child.dep_ in ("poss", "relcl") for child in token.children):
                continue
            meant, reason = self._meant(token, lemma, words, nouns, genders)
            if not meant:
                found += self._office(token, pointing[0].idx)
            found += [self._mention(pointing[0].idx, token, one, reason) for one in meant]
        return found

    def _office(self, token: Token, start: int) -> list[Mention]:
        """Return the mention of the state whose office "the finance ministry" is."""
        alone = token.tag_ in ("NN", "NNP") and token.dep_ not in ATTRIBUTES
        state = self.offices.state_of(token) if alone else None
        return [] if state is None else [self._mention(start, token, *state)]

    def _mention(self, start: int, token: Token, named: Mention, reason: str) -> Mention:
        end = token.idx + len(token)
        why = traced(named, reason)
        return Mention(named.entity_id, start, end, token.i, "description", antecedent=why)

    def _towards(self, token: Token, lemma: str, words: Descriptions) -> _Found:
        """Return the other side for "her host", "his counterpart", "its neighbour"."""
        if _modifiers(token) or any(child.dep_ == "appos" for child in token.children):
            return _NOBODY
        if lemma in words.host | words.guest:
            return self._host_or_guest(token, host=lemma in words.host)
        sides = self.sides.at(token)
        owner = self._subject_before(token)
        others = () if sides is None or owner is None else sides.others(owner)
        if len(others) != 1:
            return _NOBODY
        return others, "The other side of those who met last, or whom the title names."

    def _subject_before(self, token: Token) -> str | None:
        """Return the country of the subject before a token, in its sentence or the one before."""
        sent = token.sent
        places = [sent] if sent.start == 0 else [sent, self.doc[sent.start - 1].sent]
        for place in places:
            for word in place:
                if word.dep_ in SUBJECTS and word.i < token.i:
                    found = self.nations.of(word)
                    if len(found) == 1:
                        return found[0].entity_id
        return None

    def _meant(
        self,
        token: Token,
        lemma: str,
        words: Descriptions,
        nouns: SpeakerNouns,
        genders: Genders,
    ) -> _Found:
        plain = not _modifiers(token)
        if token.tag_ == "NNS":
            number = _number(token)
            if plain and number is not None and number > 2:
                return self._several(token, lemma, number, words)
            if plain and _is_two(token):
                pair = lemma in words.pair | words.parties
                return self._pair(token, words) if pair else _NOBODY
            return self._parties(token, lemma, words) if plain else _NOBODY
        if plain and lemma in words.host | words.guest:
            return self._host_or_guest(token, host=lemma in words.host)
        if plain and lemma in words.kinds:
            found = self._of_kind(token, words.kinds[lemma])
            if found[0] or lemma not in words.country:
                return found
        if lemma in words.country and plain:
            return self._only(token, "country", sentences=1)
        if lemma in words.alliance and not _modifiers(token):
            return self._only(token, "alliance", sentences=_WINDOW)
        if lemma in words.organisation:
            return self._organisation(token, lemma)
        if lemma in nouns.people:
            return self._person(token, lemma, words, genders)
        return _NOBODY

    def _only(self, token: Token, kind: str, *, sentences: int) -> _Found:
        """Return the one entity of a kind that is named before, if there is but one."""
        found = {
            mention.entity_id: mention
            for mention in self.named.before(token, sentences)
            if self.entities[mention.entity_id].kind == kind
        }
        if len(found) != 1:
            return _NOBODY
        span = "the sentence" if sentences == 1 else f"the {number_word(sentences)} sentences"
        return tuple(found.values()), f"The only {kind} named here or in {span} before."

    def _of_kind(self, token: Token, codes: frozenset[str]) -> _Found:
        """Return the only country named near that a word such as "kingdom" fits."""
        found = {
            mention.entity_id: mention
            for mention in self.named.before(token, _WINDOW)
            if self.entities[mention.entity_id].kind == "country"
            and self.entities[mention.entity_id].country in codes
        }
        subject = self._subject_before(token) if len(found) > 1 else None
        found = {one: at for one, at in found.items() if subject in (None, one)}
        if len(found) != 1:
            return _NOBODY
        word = token.lower_
        return tuple(found.values()), f"The only country named nearby that is called “{word}”."

    def _several(self, token: Token, lemma: str, number: int, words: Descriptions) -> _Found:
        """Return the sides of the text for "the three countries", if they are so many."""
        sides = self.sides.at(token)
        if sides is None or len(sides.parties) != number:
            return _NOBODY
        if lemma not in words.pair | words.parties:
            return _NOBODY
        return sides.parties, "One of those who met last, or whom the title names."

    def _parties(self, token: Token, lemma: str, words: Descriptions) -> _Found:
        """Return the sides of the text for "the ministers" and "the sides"."""
        sides = self.sides.at(token)
        if sides is None or lemma not in words.parties:
            return _NOBODY
        return sides.parties, "Those who met last, or whom the title names."

    def _host_or_guest(self, token: Token, *, host: bool) -> _Found:
        """Return who received whom in the last meeting told."""
        sides = self.sides.at(token)
        if sides is None or sides.host is None:
            return _NOBODY
        if host:
            return (sides.host,), "The host of the last meeting reported."
        return sides.guests, "The guest at the last meeting reported."

    def _pair(self, token: Token, words: Descriptions) -> _Found:
        """Return the two sides of the text, or the only two named in this or the last sentence."""
        people = self._named_pair(token) if token.lemma_.lower() in _PEOPLE else _NOBODY
        if people[0]:
            return people
        sides = self.sides.at(token)
        if sides is not None:
            if len(sides.parties) != 2:
                return _NOBODY
            return sides.parties, "One of the two who met last, or whom the title names."
        return self._named_pair(token) if token.lemma_.lower() in words.pair else _NOBODY

    def _named_pair(self, token: Token) -> _Found:
        """Return the two countries, or people, of this sentence or the one before."""
        lemma = token.lemma_.lower()
        kind = "person" if lemma in _PEOPLE else "country"
        several = "people" if kind == "person" else "countries"
        for sentences in (0, 1):
            found = {
                mention.entity_id: mention
                for mention in self.named.before(token, sentences)
                if self.entities[mention.entity_id].kind == kind
            }
            if len(found) == 2:
                where = "here or " + where_before(1) if sentences else where_before(0)
                return tuple(found.values()), f"One of the only two {several} named {where}."
            if len(found) > 2:
                return _NOBODY
        return _NOBODY

    def _organisation(self, token: Token, lemma: str) -> _Found:
        """Return the body whose name has this noun: "the ministry"."""
        before = (
            mention
            for entity_id in self.named.bodies_with(lemma)
            if (mention := self.named.last_before(token, entity_id)) is not None
        )
        named = list(islice(before, 2))  # two are several, however many there are
        if len(named) != 1:
            return _NOBODY
        return (
            tuple(named),
            f"The only body named before that has the word “{lemma}” in its name.",
        )

    def _person(self, token: Token, lemma: str, words: Descriptions, genders: Genders) -> _Found:
        """Return the person named before with this role."""
        roles = words.same_role.get(lemma, frozenset()) | {lemma}
        gender = genders.nouns.get(lemma)
        modifiers = _modifiers(token)
        less = any(word.lower_ in _LESSER for word in modifiers)

        def fits(entity_id: str) -> bool:
            theirs = self._roles[entity_id]
            if theirs & _LESSER and not less:
                return False
            if gender and self.known.get(entity_id, gender) != gender:
                return False
            return all(self._fits(word, theirs, entity_id) for word in modifiers)

        titled = [self._titled[word] for word in roles if word in self._titled]
        nearest = dict.fromkeys(each.entity_id for each in self.named.before(token, _WINDOW))
        near = [
            mention
            for entity_id in nearest
            if any(entity_id in some for some in titled)
            and (mention := self.named.last_before(token, entity_id)) is not None
            and self.named.lies_within(token, mention, _WINDOW)
            and fits(entity_id)
        ]
        if len(near) > 1:
            return _NOBODY
        before = (
            mention
            for entity_id in dict.fromkeys(each for some in titled for each in some)
            if (mention := self.named.last_before(token, entity_id)) is not None and fits(entity_id)
        )
        fitting = list(islice(before, 2))  # two are several, however many there are
        where = "before"
        if len(fitting) > 1:
            fitting = near
            where = f"in the {number_word(_WINDOW)} sentences before"
        if len(fitting) != 1:
            return _NOBODY
        (named,) = fitting
        role = self._role_of(named.entity_id, roles)
        return (named,), f"The only person named {where} whose role, “{role}”, fits."

    def _role_of(self, entity_id: str, roles: frozenset[str] | set[str]) -> str:
        """Return the role, as written, that has one of these words."""
        for mention in self.named.of(entity_id):
            if mention.role and _title(mention.role) & roles:
                return mention.role
        return ", ".join(sorted(self._roles[entity_id]))

    def _fits(self, word: Token, roles: set[str], entity_id: str) -> bool:
        if word.lower_ in roles:
            return True
        country = self.entities[entity_id].country
        if country is None:
            return False
        return any(
            self.entities[mention.entity_id].country == country for mention in self.named.at(word.i)
        )


def _words(role: str) -> list[str]:
    return role.casefold().replace("-", " ").split()


def _title(role: str) -> set[str]:
    """Return the words of a role up to what it is of: no state in "Secretary of State"."""
    words = _words(role)
    ends = [index for index, word in enumerate(words) if word in _OF and index]
    return set(words[: ends[0]] if ends else words)


def _is_two(token: Token) -> bool:
    return any(child.lower_ in BOTH for child in token.lefts)


def _number(token: Token) -> int | None:
    """Return the number before a noun where it is a word: "three" of "the three countries"."""
    words = (child.lower_ for child in token.lefts if child.dep_ == "nummod")
    return next((NUMBERS[word] for word in words if word in NUMBERS), None)


def _modifiers(token: Token) -> list[Token]:
    return [
        child
        for child in token.children
        if child.dep_ in ("amod", "compound", "nmod", "acl")
        or (child.dep_ == "prep" and child.lower_ == "of")
    ]
