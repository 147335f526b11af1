"""Finds the names that the reference knows in a text, longest first, without spaCy.

It is a trie over words: one pass over the text, whatever the number of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from briefing.reference.countries import country_words, is_abbreviation
from briefing.reference.nouns import nouns
from briefing.reference.organisations import organisations
from briefing.reference.places import regions

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_SHORTEST_CAPITALS = 4
"""Names shorter than this are not looked for in capitals: OMAN is a name, US and IT are not."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity's name.

    Attributes:
        entity_id: The entity.
        kind: Its kind.
        form: name, short-name, demonym, capital or government.
        country: Alpha-3 code of the country it is, lies in or belongs to.
        nested: Names inside this one count too ("US Senate" holds "US").
    """

    entity_id: str
    kind: str
    form: str
    country: str | None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text, with its offsets and its readings, the likeliest first."""

    text: str
    start: int
    end: int
    names: tuple[Name, ...]


class Gazetteer:
    """Names as a trie over words."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self._exact: dict[str, dict[tuple[str, ...], list[Name]]] = {}
        self._capitals: dict[str, dict[tuple[str, ...], list[Name]]] = {}
        self._longest: dict[str, int] = {}
        for text, name in names:
            words = tuple(_WORD.findall(text))
            self._add(self._exact, words, name)
            capitals = tuple(word.upper() for word in words)
            if len(text) >= _SHORTEST_CAPITALS and capitals != words:
                self._add(self._capitals, capitals, name)

    def _add(
        self,
        index: dict[str, dict[tuple[str, ...], list[Name]]],
        words: tuple[str, ...],
        name: Name,
    ) -> None:
        known = index.setdefault(words[0], {}).setdefault(words, [])
        if name not in known:
            known.append(name)
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the longest names in reading order; a nested one follows the one around it."""
        words = [(word[0], word.start(), word.end()) for word in _WORD.finditer(text)]
        position = 0
        while position < len(words):
            found = self._at(text, words, position)
            if found is None:
                position += 1
                continue
            length, match = found
            yield match
            if any(name.nested for name in match.names):
                inner = self._inner(text, words[position : position + length])
                yield from inner
            position += length

    def _inner(self, text: str, words: list[tuple[str, int, int]]) -> Iterator[Match]:
        for position in range(len(words)):
            for length in range(min(len(words) - position, len(words) - 1), 0, -1):
                found = self._at(text, words[position : position + length], 0)
                if found is not None and found[0] == length:
                    yield found[1]
                    break

    def _at(
        self, text: str, words: list[tuple[str, int, int]], position: int
    ) -> tuple[int, Match] | None:
        first = words[position][0]
        longest = self._longest.get(first)
        if longest is None:
            return None
        window = words[position : position + longest]
        for length in range(len(window), 0, -1):
            key = tuple(word for word, _, _ in window[:length])
            names = self._exact.get(first, {}).get(key) or self._capitals.get(first, {}).get(key)
            start, end = window[0][1], window[length - 1][2]
            if names and "\n\n" not in text[start:end]:
                return length, Match(text[start:end], start, end, tuple(names))
        return None


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of all reference files."""
    return Gazetteer(_names())


def _names() -> Iterator[tuple[str, Name]]:
    for word, form, code in country_words():
        yield word, Name(f"country:{code}", "country", form, code)
    for region in regions().values():
        for word in (region.name, *region.aliases):
            if "(" not in word:
                yield word, Name(region.entity_id, "place", "name", region.country)
        for word in region.demonyms:
            yield word, Name(region.entity_id, "place", "demonym", region.country)
    for organisation in organisations().values():
        for word in organisation.names:
            form = "short-name" if is_abbreviation(word) else "name"
            yield (
                word,
                Name(
                    organisation.entity_id,
                    organisation.kind,
                    form,
                    organisation.country,
                    nested=organisation.category in ("institution", "military"),
                ),
            )
    for noun in nouns().values():
        for word in noun.words:
            for variant in dict.fromkeys((word, _title(word))):
                yield (
                    variant,
                    Name(noun.entity_id, noun.kind, "name", None, nested=noun.kind == "agreement"),
                )


def _title(words: str) -> str:
    """Write words as a headline does: "cruise missiles" becomes "Cruise Missiles"."""
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
