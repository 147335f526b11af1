"""Nouns and verbs of events by kind; the words are in data/reference/event_words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml
from briefing.reference.spelling import lemmas


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of events.

    Attributes:
        nouns: Kind by noun (lemma); "other" for nouns of no kind.
        verbs: Kind by verb (lemma).
        armed: Kinds that need a weapon: to receive a letter is no transfer of arms.
        undated: Kinds whose nouns are events even without a date.
        dated_only: Nouns that without a date are more often something else.
        common_plurals: Nouns whose plural is no event without a date.
        prepositions: Those that lead a complement worth a place in a title.
        turning: Words without which a title would say something else: "almost left".
        stative: Verbs that tell a state, not an event.
        light: Verbs whose subject or object is the event: "the summit will be held".
        uttering: Verbs that with a noun of saying only tell words: "issued a statement".
        edges: Nouns that with a time are a part of it: "the end of June".
        naming: Verbs whose participle only names or places something.
        told: Kinds of verbs that tell news where no date stands.
        earlier: Adverbs by which a verb tells of another time than that of the news.
        harming: Verbs whose "which" is what harms, with the words of which one must follow.
        harmful: Nouns of what harms.
        causing: Verbs whose "which" is a happening.
        timing: The same for verbs without an object.
    """

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    undated: frozenset[str]
    dated_only: frozenset[str]
    common_plurals: frozenset[str]
    prepositions: frozenset[str]
    turning: frozenset[str]
    armed: frozenset[str]
    stative: frozenset[str]
    light: frozenset[str]
    uttering: frozenset[str]
    edges: frozenset[str]
    naming: frozenset[str]
    told: frozenset[str]
    earlier: frozenset[str]
    harming: Mapping[str, frozenset[str]]
    harmful: frozenset[str]
    causing: frozenset[str]
    timing: frozenset[str]


@cache
def event_words() -> EventWords:
    """Load the words once.

    Raises:
        ReferenceDataError: A noun or a verb stands in two kinds.
    """
    data = toml("event_words.toml")
    relative, nouns = data["relative"], _by_kind(data, "nouns")
    return EventWords(
        nouns=nouns | dict.fromkeys(lemmas(data["other"]["nouns"]), "other"),
        verbs=_by_kind(data, "verbs"),
        undated=frozenset(data["undated"]["kinds"]),
        dated_only=lemmas(data["undated"]["never"]),
        common_plurals=lemmas(data["undated"]["plural"]),
        prepositions=frozenset(data["titles"]["prepositions"]),
        turning=frozenset(
            word
            for words in ("adverbs", "adjectives", "determiners")
            for word in data["titles"][words]
        ),
        armed=frozenset(data["armed"]["kinds"]),
        stative=lemmas(data["stative"]["verbs"]),
        light=lemmas(data["light"]["verbs"]),
        uttering=lemmas(data["uttering"]["verbs"]),
        edges=lemmas(data["not_told"]["edges"]),
        naming=lemmas(data["not_told"]["naming"]),
        told=frozenset(data["news"]["kinds"]),
        earlier=frozenset(data["news"]["earlier"]),
        harming={
            verb: frozenset(relative["beside"].get(verb, ()))
            for verb in sorted(lemmas(relative["harming"]))
        },
        harmful=lemmas(relative["nouns"])
        | {noun for noun, kind in nouns.items() if kind in relative["kinds"]},
        causing=lemmas(relative["causing"]),
        timing=lemmas(relative["timing"]),
    )


def _by_kind(
    data: Mapping[str, Mapping[str, Mapping[str, list[str]]]], which: str
) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in data["kinds"].items():
        for word in lemmas(words[which]):
            if word in found:
                raise ReferenceDataError(
                    f"event_words.toml: {word} stands under {found[word]} and under {kind}."
                )
            found[word] = kind
    return found
