"""Statesmen whom articles name without their country: "Charles de Gaulle", "President Nasser"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.reference.files import rows
from briefing.reference.roles import titles


@cache
def leaders() -> Mapping[str, str]:
    """Return the alpha-3 code of each name in data/reference/leaders.csv, names in lower case."""
    table = rows("leaders.csv", required=("name", "country"))
    return {row["name"].casefold(): row["country"] for row in table}


def leader_country(words: tuple[str, ...], title: str = "") -> str | None:
    """Return the country of a statesman by the words of the name, None for one not listed.

    Args:
        words: The name, without title.
        title: What stands before it, such as "President" or "King". With one, the surname is
            enough where all who bear it in the list are of one country.
    """
    name = " ".join(words).casefold()
    found = leaders().get(name)
    if found is None and title:
        found = leaders().get(f"{title.split()[-1].casefold()} {name}")
        if found is None and len(words) == 1:
            found = _by_surname().get(name)
    return found


@cache
def _by_surname() -> Mapping[str, str]:
    countries: dict[str, set[str]] = {}
    for name, country in leaders().items():
        countries.setdefault(name.split()[-1], set()).add(country)
    return {surname: next(iter(own)) for surname, own in countries.items() if len(own) == 1}


def leader_surname(word: str) -> bool:
    """Tell whether a word is the surname of statesmen of one country in the list."""
    return word.casefold() in _by_surname()


def leader_named(surname: str) -> str | None:
    """Return the full name of the only statesman in the list with a surname."""
    return _full_names().get(surname.casefold())


@cache
def _full_names() -> Mapping[str, str | None]:
    names: dict[str, str | None] = {}
    for row in rows("leaders.csv", required=("name", "country")):
        words = row["name"].split()
        if len(words) > 1 and words[0].casefold() not in titles():
            surname = words[-1].casefold()
            names[surname] = None if surname in names else row["name"]
    return names
