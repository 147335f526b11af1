"""Names with more than one reading: ambiguous_names.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Word lists; the file says what each is for."""

    needs_proper_noun: frozenset[str]
    capital_words: frozenset[str]
    not_after: Mapping[str, tuple[str, ...]]
    after_the: Mapping[str, str]
    metonyms: Mapping[str, str]
    same_city: Mapping[str, str]
    pairs: Mapping[str, tuple[str, ...]]
    common_words: frozenset[str]
    things: frozenset[str]
    persons_only: frozenset[str]
    speaking: frozenset[str]
    not_places: frozenset[str]
    not_names: frozenset[str]
    namesake_regions: Mapping[str, str]
    homonyms: Mapping[str, Mapping[str, int]]


@cache
def ambiguous() -> Ambiguous:
    """Return the word lists, read once."""
    data = toml("ambiguous_names.toml")
    return Ambiguous(
        needs_proper_noun=frozenset(data["needs_proper_noun"]),
        capital_words=frozenset(data["capital_words"]),
        not_after={word: tuple(names) for word, names in data["not_after"].items()},
        after_the=dict(data["after_the"]),
        metonyms=dict(data["metonyms"]),
        same_city=dict(data["same_city"]),
        pairs={words: tuple(codes) for words, codes in data["pairs"].items()},
        common_words=frozenset(data["common_words"]),
        things=frozenset(data["things"]),
        persons_only=frozenset(data["persons_only"]),
        speaking=frozenset(data["speaking"]),
        not_places=frozenset(data["not_places"]),
        not_names=frozenset(data["not_names"]),
        namesake_regions=dict(data["namesake_regions"]),
        homonyms=dict(data["homonyms"]),
    )
