"""Which country a place lies in, from what is said beside it and from the whole article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log10

from briefing.extraction.actors import weights
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.toponyms import Toponym
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.organisations import organisations
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named

_POSTAL = re.compile(r", ([A-Z]{2,3})\b")
_GAP = re.compile(
    r", (?:the|a|an) (?:[a-z-]+ ){0,2}(?:capital|city|port|town|village) (?:in|of) "
    r"|(?:, | \(|,? in )(?:the )?(?:(?:north|south|east|west|central)(?:ern|east|west|-\w+|\w*) )?"
)
"""What stands between a place and its country: "Tripoli |in northern| Lebanon"."""
_TOWN = re.compile(r"([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}), $")
_LIST = 40
"""A list's last item begins no more signs before a name."""
_JOINTS = (", ", " and ", ", and ", " or ")


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
            self._named[code] += min(count, weights.MARKERS)

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
            elif total > weights.SURE_FROM:
                largest = max(options, key=lambda code: options[code])
                if options[largest] >= weights.SURE * total:
                    self._named[largest] += 1
                    self._regions[largest].add(name)
                    self._own.setdefault(name, Counter())[largest] += 1

    def reread(self, namesakes: Mapping[int, str]) -> None:
        """Count names that mean a namesake for the country that it lies in: "Paris, Texas"."""
        for start, country in namesakes.items():
            match = self._by_start[start]
            before = match.names[0].country
            if before is not None:
                self._named[before] -= 1
                self._own.setdefault(match.text, Counter())[before] -= 1
            self._named[country] += 1
            self._own.setdefault(match.text, Counter())[country] += 1
        self._named = +self._named

    def towns(self, country: str, *, without: str) -> set[str]:
        """Return the regions and towns of a country that the article names, but one."""
        return self._regions[country] - {without}

    def closes(self, match: Match, other: str, own: str) -> bool:
        """Tell whether a name stands behind a town's that `other` has: "Savannah, |Georgia|"."""
        before = _TOWN.search(self._text, 0, match.start)
        if before is None:
            return False
        options = places_named(before[1])
        fort = not options and before[1].startswith("Fort ")
        return fort or (other in options and own not in options)

    def beside(self, match: Match) -> set[str]:
        """Return what stands beside a name in a list: "country" and "state" for its regions.

        "Armenia and |Georgia|" has a country beside it, "|Georgia|, Alabama" a state.
        """
        found: set[str] = set()
        after = self._by_start.get(match.end + 2) or self._by_start.get(match.end + 5)
        gap = "" if after is None else self._text[match.end : after.start]
        if after is not None and gap in (", ", " and "):
            found.add(_kind(after))
        for start in range(match.start - 1, max(-1, match.start - _LIST), -1):
            before = self._by_start.get(start)
            if before is not None and self._text[before.end : match.start] in _JOINTS:
                found.add(_kind(before))
        return found - {""}

    def stated_at(self, end: int, options: Mapping[str, int] | None = None) -> str | None:
        """Return the country of the state or country named right after: "Paris, Texas".

        With `options`, the reading that has such a place is taken: "Atlanta, Georgia".
        """
        postal = _POSTAL.match(self._text, end)
        if postal is not None and postal[1] in place_cues().postal:
            return place_cues().postal[postal[1]]
        gaps = _GAP.match(self._text, end)
        if gaps is not None:
            match = self._by_start.get(gaps.end())
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

    def dominant(self, share: float = weights.DOMINANT) -> str | None:
        """Return the country that so large a share of the article's names belongs to, if any."""
        total = sum(self._named.values())
        if not total:
            return None
        country, count = self._named.most_common(1)[0]
        return country if count >= weights.DOMINANT_FROM and count > share * total else None

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
            named = weights.NAMED_AT_ALL + weights.NAMED_ALWAYS * counts[code] / total
            return log10(options[code] + 10) + (named if counts[code] else 0.0)

        best = max(options, key=score)
        largest = max(options, key=lambda code: options[code])
        if options[largest] >= max(weights.FAMOUS, weights.FRACTION * options[best]) and not (
            self._regions[best] - {name}
        ):
            return largest
        if not counts[best] and options[best] < weights.KNOWN:
            return self.dominant() or best
        if not counts[best] and options[best] < weights.WELL_KNOWN:
            return self.dominant(weights.AT_HOME) or best
        return best


def _home_of_body(match: Match) -> str | None:
    """Return the country of a state's institution, a party or a force: "the FBI", "Fidesz"."""
    name = match.names[0]
    if name.country is None or name.kind != "organisation":
        return None
    category = organisations()[name.entity_id].category
    return name.country if category in ("institution", "military", "party") else None


def _kind(match: Match) -> str:
    name = match.names[0]
    if name.form not in ("name", "short-name"):
        return ""
    return {"country": "country", "place": "state"}.get(name.kind, "")


def _names_a_country(match: Match) -> bool:
    name = match.names[0]
    return name.kind in ("country", "place") and name.form in ("name", "short-name", "capital")
