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
        parties: "the ministers" of a meeting.
        opposite: "her counterpart", "its neighbour".
        host: "the host".
        guest: "the visitor".
        envoys: Whom a state sends: "the delegate of Chad".
        state_bodies: A state's bodies by their noun: "the army".
        american: Those that are the United States' where no other's is named; as written.
        office_bodies: By their noun and a word before it: "the coast guard".
        office_words: Such words, beside the portfolios of ministers.
        kinds: The countries that a word fits: "the kingdom".
        meetings: Nouns of what two sides hold: "talks".
        meeting: Verbs by which two meet.
        visiting: By which one comes to another; `visit_words` are their prepositions.
        receiving: By which one receives another.
        paying: With "a visit" they are a verb of coming.
    """

    same_role: dict[str, frozenset[str]]
    country: frozenset[str]
    pair: frozenset[str]
    alliance: frozenset[str]
    organisation: frozenset[str]
    government: frozenset[str]
    empty_it: frozenset[str]
    parties: frozenset[str]
    opposite: frozenset[str]
    host: frozenset[str]
    guest: frozenset[str]
    envoys: frozenset[str]
    state_bodies: frozenset[str]
    american: frozenset[str]
    office_bodies: frozenset[str]
    office_words: frozenset[str]
    kinds: dict[str, frozenset[str]]
    meetings: frozenset[str]
    meeting: frozenset[str]
    visiting: frozenset[str]
    visit_words: frozenset[str]
    receiving: frozenset[str]
    paying: frozenset[str]


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
        lemmas(nouns["parties"]),
        lemmas(nouns["opposite"]),
        lemmas(nouns["host"]),
        lemmas(nouns["guest"]),
        lemmas(nouns["envoys"]),
        lemmas(nouns["state_bodies"]),
        frozenset(nouns["american"]),
        lemmas(nouns["office_bodies"]),
        frozenset(nouns["office_words"]),
        {noun: frozenset(codes) for noun, codes in words["kinds"].items()},
        lemmas(words["meetings"]["nouns"]),
        lemmas(words["meetings"]["verbs"]),
        lemmas(words["meetings"]["visiting"]),
        frozenset(words["meetings"]["visit_words"]),
        lemmas(words["meetings"]["receiving"]),
        lemmas(words["meetings"]["paying"]),
    )
