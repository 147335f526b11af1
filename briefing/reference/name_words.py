"""Words that tell what a capitalised name is: name_words.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml

_STRAIN = re.compile(r"H\d{1,2}N\d{1,2}")
"""How subtypes of influenza are named, as the World Health Organization lays down: H5N1."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists; the file says what each is for."""

    not_first: frozenset[str]
    bodies: frozenset[str]
    body_makers: frozenset[str]
    made_bodies: frozenset[str]
    peoples: frozenset[str]
    not_bodies: frozenset[str]
    idea_endings: tuple[str, ...]
    illnesses: frozenset[str]
    illness_words: frozenset[str]
    illness_endings: tuple[str, ...]
    thing_openings: frozenset[str]
    thing_endings: frozenset[str]
    also_surnames: frozenset[str]
    person_verbs: frozenset[str]
    shops: frozenset[str]
    between_states: frozenset[str]
    companies: frozenset[str]
    state_titles: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the word lists, read once."""
    data = toml("name_words.toml")
    return NameWords(
        not_first=frozenset(data["not_first"]),
        bodies=frozenset(data["bodies"]),
        body_makers=frozenset(data["body_makers"]),
        made_bodies=frozenset(data["made_bodies"]),
        peoples=frozenset(data["peoples"]),
        not_bodies=_of_all_kinds(data["not_bodies"]),
        idea_endings=tuple(data["idea_endings"]),
        illnesses=frozenset(data["illnesses"]),
        illness_words=frozenset(data["illness_words"]),
        illness_endings=tuple(data["illness_endings"]),
        thing_openings=_of_all_kinds(data["thing_openings"]),
        thing_endings=_of_all_kinds(data["thing_endings"]),
        also_surnames=frozenset(data["also_surnames"]),
        person_verbs=frozenset(data["person_verbs"]),
        companies=frozenset(data["companies"]),
        between_states=frozenset(data["between_states"]),
        shops=frozenset(data["shops"]),
        state_titles=frozenset(data["state_titles"]),
    )


def _of_all_kinds(kinds: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(word for words in kinds.values() for word in words)


def is_illness(name: str) -> bool:
    """Tell whether a name is an illness's or its cause's: "Cholera", "Lassa fever", "H5N1"."""
    if name in name_words().illnesses or _STRAIN.fullmatch(name) is not None:
        return True
    words = name.split(" ")
    return len(words) > 1 and ends_an_illness(words[-1])


def ends_an_illness(word: str) -> bool:
    """Tell whether a word is what names of illnesses end with: "flu", "encephalitis", "Syndrome".

    Greek surnames ("Politis") end so as well: a word tells in lower case, or in a longer name.
    """
    words = name_words()
    low = word.lower()
    return low in words.illness_words or low.endswith(words.illness_endings)
