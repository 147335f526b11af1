"""Names with more than one reading: ambiguous_names.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Word lists; the file says what each is for.

    `set_phrases` maps each word of a phrase to what stands before and after it in the phrase.
    """

    needs_proper_noun: frozenset[str]
    capital_words: frozenset[str]
    after_the: Mapping[str, str]
    metonyms: Mapping[str, str]
    same_city: Mapping[str, str]
    pairs: Mapping[str, tuple[str, ...]]
    combining_forms: Mapping[str, str]
    not_places: frozenset[str]
    language_words: frozenset[str]
    speaking: frozenset[str]
    set_phrases: Mapping[str, tuple[tuple[str, str], ...]]
    persons_only: frozenset[str]
    cooking: frozenset[str]
    namesake_regions: Mapping[str, str]
    homonyms: Mapping[str, Mapping[str, int]]
    state_after: frozenset[str]
    state_before: frozenset[str]


@cache
def ambiguous() -> Ambiguous:
    """Return the word lists, read once."""
    data = toml("ambiguous_names.toml")
    return Ambiguous(
        needs_proper_noun=frozenset(data["needs_proper_noun"]),
        capital_words=frozenset(data["capital_words"]),
        after_the=dict(data["after_the"]),
        metonyms=dict(data["metonyms"]),
        same_city=dict(data["same_city"]),
        combining_forms=dict(data["combining_forms"]),
        pairs={words: tuple(codes) for words, codes in data["pairs"].items()},
        not_places=frozenset(word for words in data["not_places"].values() for word in words),
        language_words=frozenset(data["language_words"]),
        speaking=frozenset(data["speaking"]),
        set_phrases=_around_each_word(data["set_phrases"]),
        persons_only=frozenset(data["persons_only"]),
        cooking=frozenset(data["cooking"]),
        namesake_regions=dict(data["namesake_regions"]),
        homonyms=dict(data["homonyms"]),
        state_after=frozenset(data["state_signs"]["after"]),
        state_before=frozenset(data["state_signs"]["before"]),
    )


def _around_each_word(phrases: list[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase in phrases:
        for word in set(phrase.split(" ")):
            before, after = f" {phrase} ".split(f" {word} ", maxsplit=1)
            sides = (f"{before.strip()} ".lstrip(), f" {after.strip()}".rstrip())
            found[word] = (*found.get(word, ()), sides)
    return found
