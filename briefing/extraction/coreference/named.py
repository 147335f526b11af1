"""Mentions looked up by where they stand, so that a long text takes no longer a word than a short.

Each answer is what going through all mentions in their order would give.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from spacy.tokens import Doc, Token

from briefing.extraction.facts import Entity, Mention

_BODIES = ("organisation", "alliance")


class Named:
    """What is named where in a Doc.

    Args:
        doc: The Doc.
        mentions: All mentions.
        entities: The entities by id.
    """

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity]
    ) -> None:
        self._mentions = mentions
        self._starts = [sent.start for sent in doc.sents]
        self._sentence = [0] * len(doc)
        for number, sent in enumerate(doc.sents):
            for index in range(sent.start, sent.end):
                self._sentence[index] = number
        places: dict[str, list[int]] = {}
        self._at: dict[int, list[Mention]] = {}
        for place, mention in enumerate(mentions):
            places.setdefault(mention.entity_id, []).append(place)
            self._at.setdefault(mention.head, []).append(mention)
        self._all = self._by_head(range(len(mentions)))
        self._of = places
        self._last: dict[str, tuple[list[int], list[int]]] = {}
        for entity_id, found in places.items():
            heads, ordered = self._by_head(found)
            self._last[entity_id] = (heads, list(accumulate(ordered, max)))
        self._bodies: dict[str, list[str]] = {}
        for entity_id in places:
            entity = entities[entity_id]
            if entity.kind in _BODIES:
                for word in dict.fromkeys(entity.name.casefold().split()):
                    self._bodies.setdefault(word, []).append(entity_id)

    def before(self, token: Token, sentences: int) -> list[Mention]:
        """Return what is named before a token, in so many sentences and its own, in order."""
        first = self._starts[max(self._sentence[token.i] - sentences, 0)]
        heads, places = self._all
        found = places[bisect_left(heads, first) : bisect_left(heads, token.i)]
        return [self._mentions[place] for place in sorted(found)]

    def last_before(self, token: Token, entity_id: str) -> Mention | None:
        """Return the last mention of an entity before a token; None where there is none."""
        heads, latest = self._last[entity_id]
        number = bisect_left(heads, token.i)
        return self._mentions[latest[number - 1]] if number else None

    def lies_within(self, token: Token, mention: Mention, sentences: int) -> bool:
        """Say whether a mention lies in so many sentences before a token, or in its own."""
        return self._sentence[token.i] - self._sentence[mention.head] <= sentences

    def of(self, entity_id: str) -> list[Mention]:
        """Return all mentions of an entity, in order."""
        return [self._mentions[place] for place in self._of.get(entity_id, ())]

    def at(self, index: int) -> Sequence[Mention]:
        """Return the mentions of which a token is the head."""
        return self._at.get(index, ())

    def bodies_with(self, word: str) -> Sequence[str]:
        """Return the organisations and alliances that have a word in their names."""
        return self._bodies.get(word, ())

    def _by_head(self, places: Iterable[int]) -> tuple[list[int], list[int]]:
        """Return the heads of mentions in order, and the place of each among all mentions."""
        ordered = sorted(places, key=lambda place: self._mentions[place].head)
        return [self._mentions[place].head for place in ordered], ordered
