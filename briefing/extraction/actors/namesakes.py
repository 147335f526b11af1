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
_TWICE = 2
"""How often a country must be named for one sign to do; set by hand."""


def namesakes(matches: Sequence[Match], atlas: Atlas, around: Surroundings) -> dict[str, str]:
    """Map each name to the other country that it means in this article.

    "Athens, Georgia", or "Athens police" in an article that speaks of the United States alone.
    """
    places: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        name = match.names[0]
        if name.kind in ("country", "place") and name.form in ("name", "capital"):
            places[match.text].append(match)
    found: dict[str, str] = {}
    for text, group in places.items():
        own = group[0].names[0].country
        shown = text.title() if text.isupper() else text
        options = ambiguous().homonyms.get(shown) or places_named(shown)
        if own is None or not options:
            continue
        country = _elsewhere(shown, group, own, options, atlas, around)
        if country is not None and country != own:
            found[text] = country
    return found


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
    stated = _stated(group, own, options, atlas, around)
    if stated is not None:
        return stated
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
    group: Sequence[Match],
    own: str,
    options: Mapping[str, int],
    atlas: Atlas,
    around: Surroundings,
) -> str | None:
    """Return the country named right after one of the occurrences: "Paris, Texas".

    "Talks with Chile in Quito" and "Fiji, Guam, Samoa" are of countries.
    """
    is_country = _is_country(group[0])
    at_home = atlas.without(group[0].text)[own]
    for match in group:
        if is_country and around.text.startswith((" in ", ", in "), match.end):
            continue
        country = atlas.stated_at(match.end)
        doubtful = is_country and (at_home or atlas.in_list(match.end))
        if country is not None and country in options and not doubtful:
            return country
    return None


def _is_country(match: Match) -> bool:
    return match.names[0].kind == "country" and match.names[0].form == "name"


def _needed(named: int, local: int, *, is_country: bool) -> int:
    """Return how many signs of everyday life it takes, by how often the other country is named.

    Set by hand: one where much speaks of the other country, two else.
    """
    if named + local >= _OFTEN or (named >= _TWICE and not is_country):
        return 1
    return 2
