"""Common nouns that can say something (data/reference/speakers.toml, roles.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import rows, toml
from briefing.reference.spelling import lemmas


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """Lemmas in lower case.

    Attributes:
        people: People by what they are or do.
        groups: Bodies that speak with one voice.
        documents: What "says" something in writing.
        no_labels: What stands before a colon without being a speaker ("Photo:").
        anonymity: What an unnamed speaker asks for: "asked not to be named".
    """

    people: frozenset[str]
    groups: frozenset[str]
    documents: frozenset[str]
    no_labels: frozenset[str]
    anonymity: frozenset[str]

    def __contains__(self, lemma: object) -> bool:
        return lemma in self.people or lemma in self.groups or lemma in self.documents


@cache
def speaker_nouns() -> SpeakerNouns:
    """Load the words once."""
    words = toml("speakers.toml")
    roles = {row["title"].lower().split()[-1] for row in rows("roles.csv", required=("title",))}
    return SpeakerNouns(
        lemmas([*words["people"], *roles]),
        lemmas(words["groups"]),
        lemmas(words["documents"]),
        frozenset(words["no_labels"]),
        lemmas(words["anonymity"]),
    )
