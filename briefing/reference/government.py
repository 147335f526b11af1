"""The words that tell a government from its city: government_cues.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.spelling import lemmas


@dataclass(frozen=True, slots=True)
class GovernmentCues:
    """Lemmas around a capital's name; the file says what each list is for."""

    place_verbs: frozenset[str]
    stances: frozenset[str]
    passive: frozenset[str]
    object_verbs: frozenset[str]
    place_nouns: frozenset[str]
    compound_nouns: frozenset[str]
    governors: frozenset[str]
    always: frozenset[str]
    never: frozenset[str]
    movement: frozenset[str]


@cache
def government_cues() -> GovernmentCues:
    """Return the word lists, read once."""
    data = toml("government_cues.toml")
    return GovernmentCues(
        place_verbs=lemmas(data["subject"]["place_verbs"]),
        stances=lemmas(data["subject"]["stances"]),
        passive=lemmas(data["subject"]["passive"]),
        object_verbs=lemmas(data["object"]["verbs"]),
        place_nouns=lemmas(data["possessive"]["place_nouns"]),
        compound_nouns=lemmas(data["compound"]["nouns"]),
        governors=lemmas(data["governor"]["words"]),
        always=lemmas(data["governor"]["always"]),
        never=lemmas(data["governor"]["never"]),
        movement=lemmas(data["governor"]["movement"]),
    )
