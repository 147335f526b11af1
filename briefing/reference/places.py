"""Places that are no countries: regions, seas, provinces (regions.csv) and cities (cities.tsv)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

import pycountry

from briefing.errors import ReferenceDataError
from briefing.reference.ambiguous import ambiguous
from briefing.reference.countries import code_of_alpha2
from briefing.reference.files import REFERENCE, cell_list, rows
from briefing.reference.name_words import name_words
from briefing.reference.place_cues import place_cues
from briefing.reference.roles import titles
from briefing.reference.time_names import number_names, time_names

SUBDIVISION_WEIGHT = 60_000
"""A province counts like a city of so many people when a name has several readings."""


@dataclass(frozen=True, slots=True)
class Region:
    """A continent, region, sea, province or disputed area.

    Attributes:
        entity_id: `place:europe`.
        name: The name to show.
        aliases: Other names.
        demonyms: Adjectives and nouns for it.
        country: Alpha-3 code when it lies in one country, else None.
    """

    entity_id: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    country: str | None


@cache
def regions() -> Mapping[str, Region]:
    """Return all regions by entity id."""
    found: dict[str, Region] = {}
    for number, row in enumerate(rows("regions.csv", required=("id", "name")), start=2):
        if row["id"] in found:
            raise ReferenceDataError(
                f"regions.csv, line {number}: {row['id']} is there twice.", row=number
            )
        found[row["id"]] = Region(
            entity_id=row["id"],
            name=row["name"],
            aliases=cell_list(row["aliases"]),
            demonyms=cell_list(row["demonyms"]),
            country=row["country"] or None,
        )
    return MappingProxyType(found)


@cache
def _cities() -> bytes:
    path = REFERENCE / "cities.tsv"
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReferenceDataError(
            "The reference file cities.tsv cannot be read; install the program again.",
            path=str(path),
        ) from error


def _city_line(name: str) -> str | None:
    """Return what cities.tsv says of a name, found by bisection: the file is sorted by name.

    As a dictionary its 290,000 lines would take 60 MB and half a second.
    """
    data, key = _cities(), name.encode("utf-8", "surrogatepass") + b"\t"
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", start, high)
        end = high if end < 0 else end
        line = data[start:end]
        if line.startswith(key):
            return line[len(key) :].decode("utf-8")
        if line < key:
            low = end + 1
        else:
            high = start
    return None


@cache
def _subdivisions() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for item in pycountry.subdivisions:
        code = code_of_alpha2(item.country_code)
        if code is not None:
            for name in {item.name, plain(item.name)}:
                found[name] = (*found.get(name, ()), code)
    return found


@lru_cache(maxsize=50_000)
def places_named(name: str) -> Mapping[str, int]:
    """Return the countries that have a city or province of a name, with its weight.

    The weight is the population of the largest; a province counts SUBDIVISION_WEIGHT.
    """
    found: dict[str, int] = {}
    if is_word(name):
        return MappingProxyType(found)
    cell = _city_line(name) or _city_line(plain(name))
    if cell:
        for part in cell.split(" "):
            code, people = part.split(":")
            found[code] = int(people)
    subdivisions = _subdivisions()
    for code in subdivisions.get(name) or subdivisions.get(plain(name)) or ():
        found[code] = max(found.get(code, 0), SUBDIVISION_WEIGHT)
    return MappingProxyType(found)


def is_word(name: str) -> bool:
    """Tell whether a name means a place hardly ever, though some village has it.

    "Red", "Third", "Park", "Bishop", "Ramadan", "Christian", "Cholera": read off the lists of what
    such words name.
    """
    if name in ambiguous().not_places:
        return True
    low = name.lower()
    if low in time_names() or low in number_names() or low in titles():
        return True
    names, cues = name_words(), place_cues()
    ends_names = (cues.facilities, cues.areas, names.bodies, names.thing_endings, names.companies)
    return (
        any(name in words for words in ends_names)
        or name in names.peoples
        or name in names.not_bodies
        or name in names.illnesses
    )


def plain(name: str) -> str:
    """Return a name without diacritics: "Malmö" becomes "Malmo"."""
    if name.isascii():
        return name
    signs = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
