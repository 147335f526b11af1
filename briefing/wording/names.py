"""Names of countries inside a sentence: some want "the" before them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.wording.words import count

_WITH_THE = re.compile(
    r"(?!the\b|heard island|south georgia)(?:.*\b(?:states?|kingdom|emirates|islands|republic|"
    r"federation|commonwealth|sultanate|principality|union|nations|territory|territories|"
    r"netherlands)\b.*|philippines|maldives|bahamas|gambia|comoros|isle of man|eu|un)",
    re.IGNORECASE,
)
"""Names of several words that are made of a common noun, and plurals."""


def the(name: str) -> str:
    """Return a name as it stands inside a sentence: "the United States", but "Russia"."""
    return f"the {name}" if _WITH_THE.fullmatch(name) else name


def either(names: Iterable[str]) -> str:
    """Join names inside a sentence: "Russia or the United States"."""
    return " or ".join(map(the, names))


COUNTRY_OR_BODY = "country or organisation"
COUNTRIES_AND_BODIES = "countries and organisations"


def countries_and_bodies(number: int) -> str:
    """Say how many take part in relations: "3 countries and organisations"."""
    return count(number, COUNTRY_OR_BODY, COUNTRIES_AND_BODIES)
