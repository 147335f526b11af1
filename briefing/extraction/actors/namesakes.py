"""Names of countries, capitals and regions that mean a namesake elsewhere: "Paris, Texas"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.extraction.actors.evidence import local_evidence
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.where import Atlas
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.places import places_named

_METROPOLIS = 5_000_000
"""A capital of so many people is more seldom its namesake."""


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
    is_country = group[0].names[0].kind == "country" and group[0].names[0].form == "name"
    counts = atlas.without(text)
    for match in group:
        if is_country and around.text.startswith((" in ", ", in "), match.end):
            continue  # "talks with Chile in Quito"
        country = atlas.stated_at(match.end)
        doubtful = is_country and (counts[own] or atlas.in_list(match.end))
        if country is not None and country in options and not doubtful:
            return country
    if shown in ambiguous().homonyms:
        return atlas.country(text, options)
    others = {code: count for code, count in counts.items() if code in options and code != own}
    if not others or counts[own]:
        return None
    best = max(others, key=lambda code: others[code])
    if others[best] <= 0.5 * sum(counts.values()):
        return None
    local = sum(local_evidence(match.start, match.end, around) > 0 for match in group)
    needed = 1 if others[best] + local >= 4 or (others[best] >= 2 and not is_country) else 2
    if options.get(own, 0) > _METROPOLIS:
        needed += 1
    return best if local >= needed else None
