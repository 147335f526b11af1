"""Closed classes of English words (data/reference/closed_classes.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class ClosedClasses:
    """Words in lower case, but for abbreviations.

    Attributes:
        determiners: What a noun phrase begins with: "the", "every".
        subjects: Pronouns that are subjects only.
        pronouns: Other personal pronouns, and "who".
        plural: Words that take a plural verb and have no s.
        prepositions: Those inside the name of an office.
        openers: Words that a clause begins after.
        helpers: Forms of be, have, do, modals, "not".
        relatives: Words that a relative clause begins with, but "that".
        before_numbers: Abbreviations that stand before a number, as they are written.
    """

    determiners: frozenset[str]
    subjects: frozenset[str]
    pronouns: frozenset[str]
    plural: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    helpers: frozenset[str]
    relatives: frozenset[str]
    before_numbers: frozenset[str]


@cache
def closed_classes() -> ClosedClasses:
    """Load the words once."""
    lists = toml("closed_classes.toml")
    return ClosedClasses(**{name: frozenset(words) for name, words in lists.items()})
