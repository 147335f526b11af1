"""Which country a place lies in, from what is said beside it and from the whole article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log10

from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.toponyms import Toponym
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.organisations import organisations
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named

_POSTAL = re.compile(r", ([A-Z]{2,3})\b")
_MARKERS = 3
"""Words that mark a country's domestic news count as so many mentions at most."""
_SURE = 0.95
"""A name of which one country has so large a share of the population is no question."""
_KNOWN = 100_000
"""A smaller place is believed to lie where the article is at home, if nothing says otherwise."""
_WELL_KNOWN = 400_000
"""So is a larger one in an article of which so many names belong to one country:"""
_AT_HOME = 0.75
_FAMOUS = 250_000
"""A place of so many people is meant rather than a namesake of a fraction of its size"""
_FRACTION = 40
"""as small as this one's, unless the article speaks of regions or places around that one."""


class Atlas:
    """Knows what the article says about countries, and reads names of places in that light."""

    def __init__(
        self,
        around: Surroundings,
        matches: Sequence[Match],
        toponyms: Mapping[str, Sequence[Toponym]],
    ) -> None:
        self._text: str = around.text
        self._by_start = {match.start: match for match in matches}
        self._named: Counter[str] = Counter()
        self._regions: dict[str, set[str]] = defaultdict(set)
        self._own: dict[str, Counter[str]] = {}
        self._stated: dict[str, str] = {}
        self._count_names(matches)
        self._count_markers(around.words, matches)
        self._count_toponyms(toponyms)

    def _count_names(self, matches: Sequence[Match]) -> None:
        for match in matches:
            name = match.names[0]
            if name.country is None or name.kind not in ("country", "place"):
                continue
            self._named[name.country] += 1
            if name.kind == "place":
                self._regions[name.country].add(match.text)
            self._own.setdefault(match.text, Counter())[name.country] += 1

    def _count_markers(self, words: Sequence[str], matches: Sequence[Match]) -> None:
        markers = place_cues().markers
        found = Counter(code for match in matches if (code := _home_of_body(match)) is not None)
        before = ""
        for word in words:
            code = markers.get(word) or markers.get(f"{before} {word}")
            if code is not None:
                found[code] += 1
            before = word
        for code, count in found.items():
            self._named[code] += min(count, _MARKERS)

    def _count_toponyms(self, toponyms: Mapping[str, Sequence[Toponym]]) -> None:
        for name, found in toponyms.items():
            options = places_named(name)
            for item in found:
                country = self.stated_at(item.end, options)
                if country is not None:
                    self._stated.setdefault(name, country)
            total = sum(options.values())
            if name in self._stated:
                self._named[self._stated[name]] += 1
                self._regions[self._stated[name]].add(name)
            elif total > 20_000:
                largest = max(options, key=lambda code: options[code])
                if options[largest] >= _SURE * total:
                    self._named[largest] += 1
                    self._regions[largest].add(name)
                    self._own.setdefault(name, Counter())[largest] += 1

    def reread(self, namesakes: Mapping[str, str]) -> None:
        """Count names that mean a namesake for the country that it lies in: "Paris, Texas"."""
        for name, country in namesakes.items():
            own = self._own.pop(name, Counter())
            self._named.subtract(own)
            self._named[country] += own.total()
            self._own[name] = Counter({country: own.total()})
        self._named = +self._named

    def stated_at(self, end: int, options: Mapping[str, int] | None = None) -> str | None:
        """Return the country of the state or country named right after: "Paris, Texas".

        With `options`, the reading that has such a place is taken: "Atlanta, Georgia".
        """
        postal = _POSTAL.match(self._text, end)
        if postal is not None and postal[1] in place_cues().postal:
            return place_cues().postal[postal[1]]
        for gap in (", ", " (", ", in ", " in "):
            if self._text.startswith(gap, end):
                match = self._by_start.get(end + len(gap))
                if match is not None and _names_a_country(match):
                    homonyms = ambiguous().homonyms.get(match.text, {})
                    both = [code for code in homonyms if code in (options or ())]
                    if both:
                        return max(both, key=lambda code: (options or {})[code])
                    return next((name.country for name in match.names if name.country), None)
        return None

    def in_list(self, end: int) -> bool:
        """Tell whether a name and the one after its comma are items of a list: "Fiji, Guam, …"."""
        match = self._by_start.get(end + 2)
        if match is None:
            return False
        rest = self._text[match.end : match.end + 6]
        return any(
            rest.startswith(gap) and match.end + len(gap) in self._by_start
            for gap in (", ", ", and ", " and ", " or ")
        )

    def without(self, name: str) -> Counter[str]:
        """Return how often each country is named, leaving out the mentions of one name."""
        counts = self._named.copy()
        counts.subtract(self._own.get(name, Counter()))
        return +counts

    def dominant(self, share: float = 0.5) -> str | None:
        """Return the country that so large a share of the article's names belongs to, if any."""
        total = sum(self._named.values())
        if not total:
            return None
        country, count = self._named.most_common(1)[0]
        return country if count >= 2 and count > share * total else None

    def country(self, name: str, options: Mapping[str, int] | None = None) -> str | None:
        """Return the country that a name most likely lies in, None when nothing tells.

        A large place is believed to be meant, unless the article names the country of a
        namesake; a small one that the article's countries do not have is believed to be a place
        that no list holds.
        """
        if name in self._stated:
            return self._stated[name]
        if options is None:
            options = places_named(name)
        if not options:
            return self.dominant()
        counts = self.without(name)
        total = sum(counts.values()) or 1

        def score(code: str) -> float:
            named = 0.8 + 3.2 * counts[code] / total if counts[code] else 0.0
            return log10(options[code] + 10) + named

        best = max(options, key=score)
        largest = max(options, key=lambda code: options[code])
        if options[largest] >= max(_FAMOUS, _FRACTION * options[best]) and not (
            self._regions[best] - {name}
        ):
            return largest
        if not counts[best] and options[best] < _KNOWN:
            return self.dominant() or best
        if not counts[best] and options[best] < _WELL_KNOWN:
            return self.dominant(_AT_HOME) or best
        return best


def _home_of_body(match: Match) -> str | None:
    """Return the country of a state's institution, a party or a force: "the FBI", "Fidesz"."""
    name = match.names[0]
    if name.country is None or name.kind != "organisation":
        return None
    category = organisations()[name.entity_id].category
    return name.country if category in ("institution", "military", "party") else None


def _names_a_country(match: Match) -> bool:
    name = match.names[0]
    return name.kind in ("country", "place") and name.form in ("name", "short-name", "capital")
