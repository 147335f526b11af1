"""Offices that no country stands beside: "the finance ministry", "the army", "Parliament".

They are of the state that acts where they stand: in the same sentence before them, or as the
subject of one of the sentences before. Where two states act there, nobody's are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.extraction.actors.evidence import is_dateline
from briefing.extraction.coreference.sides import Nations
from briefing.extraction.facts import Entity, Mention
from briefing.extraction.grammar_words import ATTRIBUTES, SUBJECTS, VERBAL
from briefing.reference.countries import country
from briefing.reference.descriptions import descriptions
from briefing.reference.private import private
from briefing.reference.roles import role_words, titles

_BACK = 3
"""Sentences before in which the state is looked for (set by hand)."""
_HELD = ("head", "minister")
"""Kinds of titles that only a state gives, with their portfolio."""


class Offices:
    """Finds whose an office is, reading a Doc in order."""

    def __init__(
        self, nations: Nations, mentions: Sequence[Mention], entities: dict[str, Entity]
    ) -> None:
        self.doc: Doc = nations.doc
        self.mentions = mentions
        self.nations = nations
        self.entities = entities
        self._acting: dict[int, Mention] = {}

    def state_of(self, token: Token) -> tuple[Mention, str] | None:
        """Return the mention of the state whose office a noun is, and why; None if it is open."""
        if not _is_office(token):
            return None
        return self._near(token) or self._of_dateline(token) or self._american(token)

    def ministers(self) -> None:
        """Give ministers whose country no words beside them tell the state that acts there.

        "Kenya sent troops on Monday. Defence Minister Amos Tanui accused Somalia."
        """
        for mention in self.mentions:
            entity = self.entities[mention.entity_id]
            if entity.kind != "person" or entity.country is not None or mention.role is None:
                continue
            if not _is_ministers(mention.role):
                continue
            token = self.doc[mention.head]
            state = self._near(token) or self._of_dateline(token)
            if state is not None:
                code = self.entities[state[0].entity_id].country
                self.entities[mention.entity_id] = replace(entity, country=code)

    def _near(self, token: Token) -> tuple[Mention, str] | None:
        here = self._in_sentence(token)
        if here is not None:
            return here, "The state named before it in the same sentence."
        sent = token.sent
        for _ in range(_BACK):
            if sent.start == 0:
                break
            sent = self.doc[sent.start - 1].sent
            acting = self._acting_in(sent)
            if len(acting) > 1:
                return None
            for mention in acting.values():
                code = self.entities[mention.entity_id].country
                if code is not None and self._is_named_beside(code, token):
                    return None
                self._acting[token.i] = mention
                return mention, "The state that acts in the sentences before."
        return None

    def _of_dateline(self, token: Token) -> tuple[Mention, str] | None:
        """Return the state that the report comes from: "WASHINGTON (AP) - The army said"."""
        text = self.doc.text
        for mention in self.mentions[:3]:
            entity = self.entities[mention.entity_id]
            if entity.kind != "place" or not is_dateline(text, mention.start, mention.end):
                continue
            if entity.country is None or self._is_named_beside(entity.country, token):
                return None
            state = self._known(entity.country, mention)
            return state, "The state that the report comes from."
        return None

    def _american(self, token: Token) -> tuple[Mention, str] | None:
        """Return the United States for a Congress or Senate of which nothing else is said."""
        word = token.text
        if word not in descriptions().american or self._is_named_beside("USA", token):
            return None
        here = Mention("country:USA", token.idx, token.idx + len(token), token.i, "name")
        return self._known("USA", here), "No other country's is named."

    def _known(self, code: str, place: Mention) -> Mention:
        """Return a mention of a state at a place that means it; the state becomes an entity."""
        item = country(code)
        entity = Entity(f"country:{code}", "country", item.name, code, item.wikidata)
        self.entities.setdefault(entity.entity_id, entity)
        return replace(place, entity_id=entity.entity_id)

    def _in_sentence(self, token: Token) -> Mention | None:
        """Return the only state that is a subject, or a setting, before a token."""
        found: dict[str, Mention] = {}
        for word in self.doc[token.sent.start : token.i]:
            setting = (
                word.dep_ == "pobj" and word.head.lower_ == "in" and word.head.head.pos_ in VERBAL
            )
            if word.dep_ in SUBJECTS and not word.is_ancestor(token):
                for one in self.nations.of(word):
                    found.setdefault(one.entity_id, one)
            elif setting:
                for one in self.nations.at_place(word):
                    found.setdefault(one.entity_id, one)
        return next(iter(found.values())) if len(found) == 1 else None

    def _acting_in(self, sent: Span) -> dict[str, Mention]:
        """Return the states that are subjects in a sentence, or whose offices are."""
        found: dict[str, Mention] = {}
        for word in sent:
            if word.dep_ not in SUBJECTS:
                continue
            known = self._acting.get(word.i)
            for one in self.nations.of(word) if known is None else [known]:
                found.setdefault(one.entity_id, one)
        return found

    def _is_named_beside(self, code: str, token: Token) -> bool:
        """Tell whether the sentence of an office names the state as another: "accused Kenya"."""
        return any(
            one.entity_id == f"country:{code}"
            for word in token.sent
            if word.dep_ in ("dobj", "pobj") and word.i > token.i
            for one in self.nations.of(word)
        )


def _is_ministers(role: str) -> bool:
    """Tell whether a role is a minister's, and no former one's: "Defence Minister"."""
    words = role.lower().split()
    if private().former & set(words):
        return False
    endings = (" ".join(words[-length:]) for length in (2, 3, 4))
    return "minister" in words or any(titles().get(end) == "minister" for end in endings)


def _is_office(token: Token) -> bool:
    """Tell whether a noun is a state's office and nobody else's: "the |army|", not "a bank"."""
    words = descriptions()
    beside = {child.lower_ for child in token.children if child.dep_ in ATTRIBUTES}
    lemma = token.lower_ if token.tag_ == "NNP" else token.lemma_.lower()
    if any(child.dep_ in ("poss", "relcl", "appos") for child in token.children):
        return False
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children):
        return False
    if lemma in words.state_bodies:
        return not beside
    roles = role_words()
    known = beside <= roles.portfolios | words.office_words
    if not known or not beside:
        return False
    return lemma in words.office_bodies or titles().get(lemma) in _HELD
