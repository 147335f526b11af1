"""Words that tell what a capitalised name is: name_words.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists; the file says what each is for."""

    not_first: frozenset[str]
    bodies: frozenset[str]
    body_makers: frozenset[str]
    made_bodies: frozenset[str]
    peoples: frozenset[str]
    not_bodies: frozenset[str]
    not_people_first: frozenset[str]
    not_people_last: frozenset[str]
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
        not_bodies=frozenset(data["not_bodies"]),
        not_people_first=frozenset(data["not_people_first"]),
        not_people_last=frozenset(data["not_people_last"]),
        person_verbs=frozenset(data["person_verbs"]),
        companies=frozenset(data["companies"]),
        between_states=frozenset(data["between_states"]),
        shops=frozenset(data["shops"]),
        state_titles=frozenset(data["state_titles"]),
    )
