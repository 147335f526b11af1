"""Names of countries, capitals and regions that mean a namesake elsewhere: "Paris, Texas"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.extraction.actors.evidence import is_local
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.where import Atlas
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.places import places_named

_METROPOLIS = 5_000_000
"""A capital of so many people asks for one sign more to be its namesake (set by hand)."""
_MAJORITY = 0.5
"""Only a country with more than this share of the article's names has it (set by hand)."""
_OFTEN = 4
_NEAR = 30
"""Signs after a name in which the next word stands."""
_TWICE = 2
"""How often a country must be named for one sign to do; set by hand."""


def namesakes(matches: Sequence[Match], atlas: Atlas, around: Surroundings) -> dict[int, str]:
    """Map the start of each name that means a namesake elsewhere to the country it lies in.

    "Athens, Georgia", or "Athens police" in an article that speaks of the United States alone.
    Each mention is read by its own neighbours first: "San Jose, Costa Rica" and "San Jose,
    California" are two places.
    """
    places: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        name = match.names[0]
        if name.kind in ("country", "place") and name.form in ("name", "capital"):
            places[match.text].append(match)
    found: dict[int, str] = {}
    for text, group in places.items():
        own = group[0].names[0].country
        shown = text.title() if text.isupper() else text
        options = ambiguous().homonyms.get(shown) or places_named(shown)
        if own is None or not options:
            continue
        if _is_country(group[0]) and shown in ambiguous().homonyms:
            found |= _states(group, own, options, atlas, around)
            continue
        stated = [_stated(match, own, options, atlas, around) for match in group]
        fallback = _elsewhere(shown, group, own, options, atlas, around)
        last = next((code for code in stated if code is not None), fallback)
        if atlas.without(text)[own]:
            last = fallback
        for match, code in zip(group, stated, strict=True):
            last = last if code is None else code
            if last is not None and last != own:
                found[match.start] = last
    return found


def _states(
    group: Sequence[Match],
    own: str,
    options: Mapping[str, int],
    atlas: Atlas,
    around: Surroundings,
) -> dict[int, str]:
    """Return which mentions of a country's name mean a state of another: "Atlanta, Georgia".

    What stands beside a mention counts first. Else the country is meant where the article names
    anything else of it, and the state where it names other states and towns around that; how often
    the other country itself is named says nothing.
    """
    counts = atlas.without(group[0].text)
    other = max((code for code in options if code != own), key=lambda code: options[code])
    signs = [_sign(match, own, other, atlas, around) for match in group]
    around_it = len(atlas.towns(other, without=group[0].text))
    local = sum(sign == other for sign in signs)
    at_home = bool(counts[own]) or own in signs
    elsewhere = not at_home and (around_it >= _TWICE or local > 0)
    return {
        match.start: other
        for match, sign in zip(group, signs, strict=True)
        if sign == other or (sign is None and elsewhere)
    }


def _sign(match: Match, own: str, other: str, atlas: Atlas, around: Surroundings) -> str | None:
    """Return which of the two the words beside a mention speak for, None for neither."""
    beside = atlas.beside(match)
    if beside:
        return other if beside == {"state"} else own
    words = ambiguous()
    following = around.text[match.end : match.end + _NEAR].lstrip(" ").split(" ")[0].strip(".,;'s")
    before = around.before(match.start)
    if following.lower() in words.state_after:
        return other
    if before is not None and before.lower_ in ("in", "of"):
        earlier = around.before(match.start, 2)
        if earlier is not None and earlier.lower_ in words.state_before:
            return other
    if before is not None and before.text == "," and atlas.closes(match, other, own):
        return other
    return None


def _elsewhere(
    shown: str,
    group: Sequence[Match],
    own: str,
    options: Mapping[str, int],
    atlas: Atlas,
    around: Surroundings,
) -> str | None:
    text = group[0].text
    counts = atlas.without(text)
    if shown in ambiguous().homonyms:
        return atlas.country(text, options)
    others = {code: count for code, count in counts.items() if code in options and code != own}
    if not others or counts[own]:
        return None
    best = max(others, key=lambda code: others[code])
    if others[best] <= _MAJORITY * counts.total():
        return None
    local = sum(is_local(match.start, match.end, around) for match in group)
    metropolis = options.get(own, 0) > _METROPOLIS
    needed = _needed(others[best], local, is_country=_is_country(group[0])) + metropolis
    return best if local >= needed else None


def _stated(
    match: Match,
    own: str,
    options: Mapping[str, int],
    atlas: Atlas,
    around: Surroundings,
) -> str | None:
    """Return the country named right after a name: "Paris, Texas".

    "Talks with Chile in Quito" and "Fiji, Guam, Samoa" are of countries.
    """
    is_country = _is_country(match)
    at_home = atlas.without(match.text)[own]
    if is_country and around.text.startswith((" in ", ", in "), match.end):
        return None
    country = atlas.stated_at(match.end)
    doubtful = is_country and (at_home or atlas.in_list(match.end))
    return country if country is not None and country in options and not doubtful else None


def _is_country(match: Match) -> bool:
    return match.names[0].kind == "country" and match.names[0].form == "name"


def _needed(named: int, local: int, *, is_country: bool) -> int:
    """Return how many signs of everyday life it takes, by how often the other country is named.

    Set by hand: one where much speaks of the other country, two else.
    """
    if named + local >= _OFTEN or (named >= _TWICE and not is_country):
        return 1
    return 2
