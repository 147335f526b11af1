"""Who acts for no state: private.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.spelling import lemmas


@dataclass(frozen=True, slots=True)
class Private:
    """Word lists; the file says what each is for. `names_after`, `names_before`: as written."""

    people: frozenset[str]
    crowds: frozenset[str]
    marchers: frozenset[str]
    helpers: frozenset[str]
    opposition: frozenset[str]
    opposing: frozenset[str]
    former: frozenset[str]
    rebels: frozenset[str]
    outlaws: frozenset[str]
    local: frozenset[str]
    lawmakers: frozenset[str]
    shared: frozenset[str]
    nature: frozenset[str]
    firms: frozenset[str]
    public: frozenset[str]
    bodies: frozenset[str]
    works: frozenset[str]
    settings: frozenset[str]
    sport: frozenset[str]
    sport_phrases: tuple[str, ...]
    crimes: frozenset[str]
    judging: frozenset[str]
    names_after: frozenset[str]
    names_before: frozenset[str]
    offices: frozenset[str]
    no_offices: frozenset[str]


@cache
def private() -> Private:
    """Return the word lists, read once."""
    data = toml("private.toml")
    people = data["people"]
    return Private(
        people=lemmas(people["nouns"]),
        crowds=lemmas(people["crowds"]),
        marchers=lemmas(people["marchers"]),
        helpers=lemmas(people["helpers"]),
        opposition=lemmas(people["opposition"]),
        opposing=lemmas(people["opposing"]),
        former=lemmas(people["former"]),
        rebels=lemmas(people["rebels"]),
        outlaws=lemmas(people["outlaws"]),
        local=lemmas(people["local"]),
        lawmakers=lemmas(people["lawmakers"]),
        shared=lemmas(people["shared"]),
        nature=lemmas(data["nature"]["nouns"]),
        firms=lemmas(data["firms"]["nouns"]),
        public=lemmas(data["firms"]["public"]),
        bodies=lemmas(data["bodies"]["nouns"]),
        works=lemmas(data["works"]["nouns"]),
        settings=lemmas(data["works"]["settings"]),
        sport=lemmas(data["sport"]["words"]),
        sport_phrases=tuple(data["sport"]["phrases"]),
        crimes=lemmas(data["crimes"]["words"]),
        judging=lemmas(data["crimes"]["verbs"]),
        names_after=frozenset(data["names"]["after"]),
        names_before=frozenset(data["names"]["before"]),
        offices=frozenset(data["offices"]["words"]),
        no_offices=frozenset(data["offices"]["never"]),
    )
