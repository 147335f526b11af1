"""Nouns that take up again somebody or something named before (descriptions.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.spelling import british, lemmas


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Lemmas in lower case.

    Attributes:
        same_role: For a role noun, the words of a role that it can mean.
        country: "the country".
        pair: "the two sides".
        alliance: "the alliance".
        organisation: "the company".
        government: With a country's name they stand for it: "the Norwegian government".
        empty_it: Verbs whose "it" often means nothing: "it seems".
    """

    same_role: dict[str, frozenset[str]]
    country: frozenset[str]
    pair: frozenset[str]
    alliance: frozenset[str]
    organisation: frozenset[str]
    government: frozenset[str]
    empty_it: frozenset[str]


@cache
def descriptions() -> Descriptions:
    """Load the words once."""
    words = toml("descriptions.toml")
    nouns = words["nouns"]
    return Descriptions(
        {british(noun): frozenset(roles) for noun, roles in words["same_role"].items()},
        lemmas(nouns["country"]),
        lemmas(nouns["pair"]),
        lemmas(nouns["alliance"]),
        lemmas(nouns["organisation"]),
        lemmas(nouns["government"]),
        lemmas(words["pronouns"]["empty_it"]),
    )
