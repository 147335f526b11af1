"""What tells that a name is a place's, and in which country: place_cues.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class PlaceCues:
    """Word lists; the file says what each is for."""

    before: Mapping[str, float]
    settlement: frozenset[str]
    after: frozenset[str]
    worldly: frozenset[str]
    areas: frozenset[str]
    venues: frozenset[str]
    streets: frozenset[str]
    facilities: frozenset[str]
    openings: frozenset[str]
    postal: Mapping[str, str]
    markers: Mapping[str, str]


@cache
def place_cues() -> PlaceCues:
    """Return the word lists, read once; `markers` maps a word to the country it marks."""
    data = toml("place_cues.toml")
    return PlaceCues(
        before=dict(data["before"]),
        settlement=frozenset(data["settlement"]["words"]),
        after=frozenset(word for words in data["after"].values() for word in words),
        worldly=frozenset(data["worldly"]["words"]),
        venues=frozenset(data["kinds"]["venues"]),
        areas=frozenset(data["kinds"]["areas"]),
        streets=frozenset(data["kinds"]["streets"]),
        facilities=frozenset(data["kinds"]["facilities"]),
        openings=frozenset(data["kinds"]["openings"]),
        postal={code: country for country, codes in data["postal"].items() for code in codes},
        markers={
            word: code
            for kind in data["markers"].values()
            for code, words in kind.items()
            for word in words
        },
    )
