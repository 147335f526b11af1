"""Names of countries, capitals and regions that mean a namesake elsewhere: "Paris, Texas"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.extraction.actors.toponyms import Surroundings, local_evidence
from briefing.extraction.actors.where import Atlas
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.places import places_named

_OFTEN = 3
"""So often must the other country be named before a capital can be its namesake there."""


def namesakes(
    doc: Doc, matches: Sequence[Match], atlas: Atlas, around: Surroundings
) -> dict[str, str]:
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
        if not options or own is None:
            continue
        country = _elsewhere(text, shown, group, own, dict(options), atlas, around)
        if country is not None and country != own:
            found[text] = country
    return found


def _elsewhere(
    text: str,
    shown: str,
    group: Sequence[Match],
    own: str,
    options: dict[str, int],
    atlas: Atlas,
    around: Surroundings,
) -> str | None:
    stated = [atlas.stated_at(match.end) for match in group]
    for country in stated:
        if country is not None and country in options:
            return country
    if shown in ambiguous().homonyms:
        return atlas.country(text, options)
    counts = atlas.without(text)
    others = {code: count for code, count in counts.items() if code in options and code != own}
    if not others or counts[own]:
        return None
    best = max(others, key=lambda code: others[code])
    often = others[best] >= _OFTEN and others[best] > 0.5 * sum(counts.values())
    if often and any(local_evidence(match.start, match.end, around) > 0 for match in group):
        return best
    return None
