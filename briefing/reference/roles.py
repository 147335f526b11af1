"""Titles and the words that stand beside them in a role: roles.csv and role_words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from briefing.errors import ReferenceDataError
from briefing.reference.files import REFERENCE, rows, toml


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words that a role can hold beside its title, in lower case."""

    modifiers: frozenset[str]
    portfolios: frozenset[str]
    particles: frozenset[str]
    headline_verbs: frozenset[str]
    also_of_bodies: frozenset[str]


STATE_OFFICES = ("head", "minister", "official", "military")
"""Kinds of titles whose holders act for their state."""


@cache
def titles() -> Mapping[str, str]:
    """Return the kind of each title; a title is in lower case unless it is an abbreviation.

    Kinds are head, minister, official, military, other, honorific and abbreviation.
    """
    found: dict[str, str] = {}
    for number, row in enumerate(rows("roles.csv", required=("title", "kind")), start=2):
        if row["title"] in found:
            raise ReferenceDataError(
                f"roles.csv, line {number}: {row['title']} is there twice.",
                path=str(REFERENCE / "roles.csv"),
                row=number,
            )
        found[row["title"]] = row["kind"]
    return MappingProxyType(found)


@cache
def role_words() -> RoleWords:
    """Return the words beside titles."""
    data = toml("role_words.toml")
    return RoleWords(
        modifiers=frozenset(data["modifiers"]),
        portfolios=frozenset(data["portfolios"]),
        particles=frozenset(data["particles"]),
        headline_verbs=frozenset(data["headline_verbs"]),
        also_of_bodies=frozenset(data["also_of_bodies"]),
    )
