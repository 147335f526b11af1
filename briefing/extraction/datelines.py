"""Where the dateline of a report ends: what follows is a sentence of its own."""

from __future__ import annotations

import re
from functools import cache

from briefing.reference.countries import countries
from briefing.reference.places import places_named

_PLACE = r"(?:[A-Z][\w.'-]*(?:[ /-]|, ))*[A-Z][\w.'-]*"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?(?:, \d{1,2}:\d\d)?"
_LINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<date>,? (?:[A-Z][a-z]+day,? )?{_DATE})?"
    r"(?P<agency>,? ?\([A-Z][\w ./-]{1,30}\))?,? ?(?:--+|-)[ \n]",
)
_LONGEST = 90
_CITY = 100_000
"""A place in capitals has so many people: NATO is a town too."""
_SEATS = frozenset(("United Nations", "Vatican City", "The Hague"))


def dateline_end(text: str, start: int) -> int | None:
    """Return where the dateline that a paragraph begins with ends, None where there is none.

    "GENEVA, 12 March 2026 (Wire) - Poland will reopen …", "MOSCOW - Russia's main …"; "Poland - the
    largest buyer - said no" has none.

    Args:
        text: The article, signs plain.
        start: The first sign of the paragraph.
    """
    match = _LINE.match(text, start, start + _LONGEST)
    if match is None:
        return None
    marked = match["date"] is not None or match["agency"] is not None
    if not marked and not _is_place_in_capitals(match["place"]):
        return None
    return match.end()


def _is_place_in_capitals(words: str) -> bool:
    name = words.split(",")[0].strip()
    if not name.isupper() or len(name) < 4:
        return False
    title = name.title()
    known = max(places_named(title).values(), default=0) >= _CITY
    return known or title in _country_names() or title in _SEATS


@cache
def _country_names() -> frozenset[str]:
    return frozenset(country.name for country in countries().values())
