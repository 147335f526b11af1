"""Where words are said: nouns, platforms and audiences (data/reference/venues.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.spelling import lemmas


@dataclass(frozen=True, slots=True)
class Venues:
    """Words that tell where something was said.

    Attributes:
        nouns: Lemmas: "interview".
        platforms: As written, in lower case.
        audiences: Lemmas of whom one tells: "reporter".
    """

    nouns: frozenset[str]
    platforms: frozenset[str]
    audiences: frozenset[str]


@cache
def venues() -> Venues:
    """Load the words once."""
    words = toml("venues.toml")
    return Venues(
        lemmas(words["nouns"]),
        frozenset(name.lower() for name in words["platforms"]),
        lemmas(words["audiences"]),
    )
