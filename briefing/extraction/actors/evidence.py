"""What speaks for a capitalised name being a place's, at one of its occurrences."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from math import log10

from spacy.tokens import Token

from briefing.extraction.actors import weights
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
_INDENT = 12
"""Blanks before the first word of a line, at most."""
_FIRST_SIGNS = 2
"""A mark or a bullet may stand before the first word of a text."""

_NO_WORD = re.compile(r"\W")
_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "sir", "lord", "rev", "sen", "gov", "rep"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a place.

    Attributes:
        score: All of it; see `weights.ENOUGH`.
        is_local: Whether some of it speaks of everyday life there: "Ashford police".
    """

    score: float = 0.0
    is_local: bool = False


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
    if is_dateline(around.text, start, end):
        score += weights.OPENS_A_REPORT
    if name in around.surnames and prefix.score < weights.CLEAR_PREPOSITION:
        score += weights.ALSO_A_SURNAME
    return Evidence(score, prefix.is_local or suffix.is_local)


def is_local(start: int, end: int, around: Surroundings) -> bool:
    """Tell whether the text speaks of everyday life in a place: "Athens police"."""
    return _before(around, start).is_local or _after(around.text, end, None, ()).is_local


def _name(name: str, around: Surroundings) -> float:
    """Weigh the name itself: how large a place has it, and whether it is a word as well."""
    cues = place_cues()
    people = max(places_named(name).values(), default=0)
    score = (log10(people + 10) - weights.NO_SIZE) / weights.SIZE if people else 0.0
    if people >= weights.METROPOLIS and not is_given(name):
        score += weights.METROPOLIS_BONUS  # "Tijuana's harbour" needs nothing else to be one
    words = name.split(" ")
    if len(words) > 1 and (words[-1] in cues.areas or words[0] in cues.openings):
        score += weights.MADE_LIKE_A_PLACE
    if len(words) == 1 and name.lower() in around.lower:
        score += weights.ALSO_A_WORD
    return score


def _before(around: Surroundings, start: int) -> Evidence:
    cues = place_cues()
    before = around.before(start)
    if before is None:
        return Evidence()
    word = before.lower_
    if word == "of":
        earlier = around.before(start, 2)
        if earlier is not None and (
            earlier.lower_ in cues.settlement
            or earlier.ent_type_ == "PERSON"
            or earlier.text == ","
        ):
            return Evidence(weights.OF_SETTLEMENT, is_local=True)
        return Evidence(cues.before["of"])
    if word in cues.before:
        return Evidence(cues.before[word])
    if word.rstrip(".") in _HONORIFICS:
        return Evidence(weights.AFTER_HONORIFIC)
    if _is_title(before):
        return Evidence(weights.AFTER_TITLE)
    return Evidence()


def _is_title(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ in titles()


def _after(text: str, end: int, following: str | None, stated: Collection[int]) -> Evidence:
    cues = place_cues()
    if following is not None:
        if text[end] == "-":
            return Evidence(weights.JOINED)
        if following.lower() in cues.after:
            return Evidence(weights.FOLLOWED_BY_LIFE, is_local=True)
        return Evidence(weights.PART_OF_LONGER_NAME)
    if end + 2 in stated and text[end : end + 2] in (", ", " ("):
        return Evidence(weights.IN_NAMED_COUNTRY)
    if text.startswith(", ", end) and _NO_WORD.split(text[end + 2 : end + 6])[0] in cues.postal:
        return Evidence(weights.IN_NAMED_COUNTRY)
    if _SETTING.match(text, end):
        return Evidence(weights.FOLLOWED_BY_SETTING)
    if names_a_thing(text, end):
        return Evidence(weights.A_THING)
    if text[end : end + 1] in (" ", "-"):
        word = _NO_WORD.split(text[end + 1 : end + 24], maxsplit=1)[0].lower()
        if word in cues.after:
            return Evidence(weights.FOLLOWED_BY_LIFE, is_local=word not in cues.worldly)
    return Evidence()


def is_setting(text: str, start: int, end: int) -> bool:
    """Tell whether a name only says where: "LIMA (AP) - ", "Lima: The", "Lima, Peru"."""
    if is_dateline(text, start, end) or (_opens(text, start) and text[end : end + 2] == ": "):
        return True
    return _OF_COUNTRY.match(text, end) is not None


def is_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a name opens a report: "LEEDS (AP) - ", "Leeds - Police said"."""
    return _opens(text, start) and _DATELINE.match(text, end) is not None


def _opens(text: str, start: int) -> bool:
    """Tell whether a name opens the text, a line or a sentence."""
    before = text[max(0, start - _INDENT) : start].rstrip(" ")
    return before[-1:] in ("\n", ".") or start <= _FIRST_SIGNS


def _model(around: Surroundings, start: int, end: int) -> float:
    """Weigh what the model takes the name for."""
    found = around.entity(start)
    if found is None:
        return 0.0
    label, begin, stop = found
    whole = begin >= start - len("the ") and stop <= end + len("'s")
    as_a_whole, as_a_part = weights.MODEL.get(label, (0.0, 0.0))
    return as_a_whole if whole else as_a_part
