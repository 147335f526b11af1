"""Which capitalised names are places: evidence around each, put together over the article.

A name that is a place once ("in Ashford", "Ashford police", "Ashford, Kent") is one wherever it
stands in the article, whatever the model takes it for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from briefing.extraction.actors import weights
from briefing.extraction.actors.evidence import evidence
from briefing.extraction.actors.surroundings import Surroundings
from briefing.reference.gazetteer import Match
from briefing.reference.name_words import name_words
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named
from briefing.reference.roles import role_words, titles

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_WORD = (
    r"(?:(?:St|Ste|Ft|Mt|ST|FT|MT)\.|(?:(?:al|el|Al|El|as|ar|es)-)?"
    rf"[{_CAPITAL}][A-Za-zÀ-ɏḀ-ỿ]*(?:'[A-Z][a-zà-ÿ]+)?)"
)
_PARTICLE = r"(?:de|del|do|da|dos|la|las|los|le|les|on|upon|el|al|sur|am|im|en|of|the|and)"
_RUN = re.compile(rf"(?<![\w'@]){_WORD}(?:(?:[ \n]\s{{0,16}}|-)(?:{_PARTICLE}[ -]){{0,2}}{_WORD})*")
_PIECE = re.compile(rf"{_WORD}(?!\w)")
_LONGEST = 5
"""Longer names are not looked up (set by hand)."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """One occurrence of a place's name; `name` is as the reference writes it."""

    start: int
    end: int
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class _Names:
    """The stretches that the reference's own names cover, and where countries' names begin."""

    places: frozenset[int]
    others: frozenset[int]
    stated: frozenset[int]
    bounds: frozenset[tuple[int, int]]


def toponyms(matches: Sequence[Match], around: Surroundings) -> dict[str, list[Toponym]]:
    """Return the occurrences of each place's name that the reference's own names do not cover.

    "He left Ashford. The Ashford police …": both are places. "East Palestine" and "Essex County"
    are places of their own, though the reference knows a part of the name.
    """
    seen: dict[str, list[Toponym]] = defaultdict(list)
    for found in _occurrences(around, _names(matches)):
        seen[found.name].append(found)
    return {
        name: [item for item in found if item.score > weights.AGAINST]
        for name, found in seen.items()
        if max(item.score for item in found) >= weights.ENOUGH
    }


def _names(matches: Sequence[Match]) -> _Names:
    places: set[int] = set()
    others: set[int] = set()
    stated: set[int] = set()
    for match in matches:
        name = match.names[0]
        if name.kind in ("weapon", "agreement"):
            continue
        geographic = name.kind in ("country", "place")
        (places if geographic else others).update(range(match.start, match.end))
        if geographic and name.form in ("name", "short-name"):
            stated.add(match.start)
    bounds = frozenset((match.start, match.end) for match in matches)
    return _Names(frozenset(places), frozenset(others), frozenset(stated), bounds)


def _occurrences(around: Surroundings, names: _Names) -> Iterator[Toponym]:
    text = around.text
    streets = place_cues().streets
    for run in _RUN.finditer(text):
        words = [
            (piece.start() + run.start(), piece.end() + run.start())
            for piece in _PIECE.finditer(run[0])
        ]
        position = 0
        while position < len(words):
            start = words[position][0]
            found = None
            if _may_begin(text, words, position):
                found = _longest(text, words[position:], names)
            if found is None:
                position += 1
                continue
            length, name = found
            end = words[position + length - 1][1]
            position += length
            after = words[position] if position < len(words) else None
            following = None
            if after is not None and after[0] - end < 3:
                following = text[after[0] : after[1]]
            if following in streets:
                position += 1
                continue
            score = evidence(start, end, name, following, around, names.stated).score
            yield Toponym(start, end, name, score)


def _may_begin(text: str, words: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether a place's name may begin here: after a hyphen only in "R-Ashford"."""
    start = words[position][0]
    if position == 0 or text[start - 1] != "-":
        return True
    before = words[position - 1]
    return before[1] - before[0] == 1


def _longest(text: str, words: Sequence[tuple[int, int]], names: _Names) -> tuple[int, str] | None:
    if text[words[0][0] : words[0][1]].lower() in STOP_WORDS:
        return None
    for length in range(min(_LONGEST, len(words)), 0, -1):
        start, end = words[0][0], words[length - 1][1]
        inner = [words[offset][0] for offset in range(length)]
        if any(offset in names.others for offset in inner):
            continue
        name = " ".join(text[start:end].split())
        if name.isupper() and len(name) > 3:
            name = name.title()
        if any(offset in names.places for offset in inner):
            # a longer name than the reference's own, or none
            longer = (start, end) not in names.bounds and _inside_none(start, end, names)
            if longer and length > 1 and places_named(name):
                return length, name
            continue
        if _is_place_name(name, length):
            return length, name
    return None


def _inside_none(start: int, end: int, names: _Names) -> bool:
    """Tell whether a stretch holds the reference's names whole and lies in none of them."""
    return not (start - 1 in names.places and start in names.places) and not (
        end in names.places and end - 1 in names.places
    )


def _is_place_name(name: str, length: int) -> bool:
    """Tell whether a name is, or is made like, a place's: "Leeds", "Essex County"."""
    cues = place_cues()
    low = name.lower()
    words = role_words()
    if low in titles() or low in cues.after or low in words.modifiers or low in words.portfolios:
        return False
    if places_named(name):
        return True
    if length < 2:
        return False
    parts = name.split(" ")
    if parts[-1] in name_words().made_bodies and parts[-2] in name_words().body_makers:
        return False  # "Cedar School District"
    return parts[-1] in cues.areas or parts[0] in cues.openings
