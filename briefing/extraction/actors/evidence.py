"""What speaks for a capitalised name being a place's, at one of its occurrences."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from math import log10

from spacy.tokens import Token

from briefing.extraction.actors.kinds import is_given
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.things import names_a_thing
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named
from briefing.reference.roles import titles

_DATELINE = re.compile(
    r"(, [A-Z][\w.]+)? ?(\([A-Z]\w+\) ?)?(--|-|\u2014|\u2015)[ A-Z]"
    r"|(, [A-Z][\w.]+)?,+ [A-Z]\w+\.? \d{1,2}, \d{4} ?(--|-|\u2013|\u2014|/)"
)
_OF_COUNTRY = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?(?:,| -|\.|$)")
_SETTING = re.compile(
    r", (in|near|just|about|north|south|east|west|where|home to|some \d|\d+ (miles|km|kilomet))\b"
)
_METROPOLIS = 300_000
"""A place of so many people is meant unless something speaks against it."""

_NO_WORD = re.compile(r"\W")
_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "sir", "lord", "rev", "sen", "gov", "rep"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a place.

    Attributes:
        score: All of it; from 1.0 on it is enough.
        local: The part that speaks of everyday life there: "Ashford police".
    """

    score: float
    local: float


def evidence(
    start: int,
    end: int,
    name: str,
    following: str | None,
    around: Surroundings,
    stated: Collection[int],
) -> Evidence:
    """Add up what speaks for a place and against it.

    Args:
        start: Offset of the name.
        end: Its end.
        name: The name as the reference writes it.
        following: The capitalised word that follows in the same run of names, if any.
        around: The surroundings.
        stated: Offsets at which names of countries and states begin.
    """
    prefix = _before(around, start)
    suffix = _after(around.text, end, following, stated)
    score = _name(name, around) + prefix.score + suffix.score + _model(around, start, end)
    if _dateline(around.text, start, end):
        score += 1.5
    if name in around.surnames and prefix.score < 0.9:
        score -= 1.2
    return Evidence(score, prefix.local + suffix.local)


def local_evidence(start: int, end: int, around: Surroundings) -> float:
    """Tell how much speaks of everyday life in a place: "Athens police", "a man, 31, of Athens"."""
    return _before(around, start).local + _after(around.text, end, None, ()).local


def _name(name: str, around: Surroundings) -> float:
    """Weigh the name itself: how large a place has it, and whether it is a word as well."""
    cues = place_cues()
    people = max(places_named(name).values(), default=0)
    score = (log10(people + 10) - 4) / 4 if people else 0.0
    if people >= _METROPOLIS and not is_given(name):
        score += 0.5  # "Tijuana's harbour" needs nothing else to be one
    words = name.split(" ")
    if len(words) > 1 and (words[-1] in cues.areas or words[0] in cues.openings):
        score += 1.2
    if len(words) == 1 and name.lower() in around.lower:
        score -= 0.8
    return score


def _before(around: Surroundings, start: int) -> Evidence:
    cues = place_cues()
    before = around.before(start)
    if before is None:
        return Evidence(0.0, 0.0)
    word = before.lower_
    if word == "of":
        earlier = around.before(start, 2)
        if earlier is not None and (
            earlier.lower_ in cues.settlement
            or earlier.ent_type_ == "PERSON"
            or earlier.text == ","
        ):
            return Evidence(1.2, 1.0)
        return Evidence(cues.before["of"], 0.0)
    if word in cues.before:
        return Evidence(cues.before[word], 0.0)
    if word.rstrip(".") in _HONORIFICS:
        return Evidence(-2.0, 0.0)
    if _is_title(before):
        return Evidence(-1.5, 0.0)
    return Evidence(0.0, 0.0)


def _is_title(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ in titles()


def _after(text: str, end: int, following: str | None, stated: Collection[int]) -> Evidence:
    cues = place_cues()
    if following is not None:
        if text[end] == "-":
            return Evidence(0.1, 0.0)
        if following.lower() in cues.after:
            return Evidence(0.9, 1.0)
        return Evidence(-0.9, 0.0)
    if end + 2 in stated and text[end : end + 2] in (", ", " ("):
        return Evidence(2.0, 0.0)
    if text.startswith(", ", end) and _NO_WORD.split(text[end + 2 : end + 6])[0] in cues.postal:
        return Evidence(2.0, 0.0)
    if _SETTING.match(text, end):
        return Evidence(0.5, 0.0)
    if names_a_thing(text, end):
        return Evidence(-3.0, 0.0)
    if text[end : end + 1] in (" ", "-"):
        word = _NO_WORD.split(text[end + 1 : end + 24], maxsplit=1)[0].lower()
        if word in cues.after:
            return Evidence(0.9, 0.0 if word in cues.worldly else 1.0)
    return Evidence(0.0, 0.0)


def is_setting(text: str, start: int, end: int) -> bool:
    """Tell whether a name only says where: "LIMA (AP) - ", "Lima: The", "Lima, Peru"."""
    opens = start < 3 or text[max(0, start - 12) : start].rstrip(" ")[-1:] in ("\n", ".")
    if _dateline(text, start, end) or (opens and text[end : end + 2] == ": "):
        return True
    return _OF_COUNTRY.match(text, end) is not None


def _dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a name opens a report: "LEEDS (AP) - ", "Leeds - Police said"."""
    opens = start < 3 or text[max(0, start - 12) : start].rstrip(" ")[-1:] in ("\n", ".")
    return opens and _DATELINE.match(text, end) is not None


def _model(around: Surroundings, start: int, end: int) -> float:
    """Weigh what the model takes the name for."""
    found = around.entity(start)
    if found is None:
        return 0.0
    label, begin, stop = found
    whole = begin >= start - 4 and stop <= end + 2
    if label == "GPE":
        return 1.0 if whole else 0.5
    if label in ("LOC", "FAC"):
        return 0.7 if whole else 0.3
    if label == "PERSON":
        return -0.6 if whole else -1.0
    if label in ("DATE", "TIME", "MONEY", "LANGUAGE"):
        return -3.0
    return -0.3 if label in ("WORK_OF_ART", "LAW", "PRODUCT") else 0.0
