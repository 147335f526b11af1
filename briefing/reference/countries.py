"""The countries of the world: names, demonyms, capitals, governments, regions, points.

The words are in data/reference/countries.csv; see its README.md for their sources. Codes are ISO
3166-1 alpha-3, and XKX for Kosovo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import pycountry

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows
from briefing.settings import settings

Style = Literal["plain", "official", "iso"]
"""How a country is named: South Korea, Republic of Korea, KOR."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory of ISO 3166-1, or Kosovo.

    Attributes:
        alpha3: Its code in every table.
        alpha2: ISO 3166-1 alpha-2; XK for Kosovo.
        name: The name to show.
        aliases: Other names, short names and abbreviations.
        demonyms: Adjectives and nouns for its people, singular and plural.
        capitals: Its capital and seats of government; the names a newspaper uses.
        governments: Words for its government, such as a palace or a street.
        region: UN M49 region.
        subregion: UN M49 subregion.
        latitude: Of a point inside its mainland, for maps.
        longitude: Of the same point.
        wikidata: Wikidata id, if known.
        note: The naming note to show where its standing is disputed or special; else empty.
    """

    alpha3: str
    alpha2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    governments: tuple[str, ...]
    region: str
    subregion: str
    latitude: float
    longitude: float
    wikidata: str | None
    note: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude


@cache
def countries() -> Mapping[str, Country]:
    """Return all countries by alpha-3 code, in the order of the codes."""
    required = ("alpha3", "alpha2", "name", "region", "subregion", "latitude", "longitude")
    found: dict[str, Country] = {}
    for number, row in enumerate(rows("countries.csv", required=required), start=2):
        if row["alpha3"] in found:
            raise ReferenceDataError(
                f"countries.csv, line {number}: {row['alpha3']} is there twice.", row=number
            )
        found[row["alpha3"]] = Country(
            alpha3=row["alpha3"],
            alpha2=row["alpha2"],
            name=row["name"],
            aliases=cell_list(row["aliases"]),
            demonyms=cell_list(row["demonyms"]),
            capitals=cell_list(row["capitals"]),
            governments=cell_list(row["governments"]),
            region=row["region"],
            subregion=row["subregion"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            wikidata=row["wikidata"] or None,
            note=row["note"],
        )
    return MappingProxyType(found)


def country(code: str) -> Country:
    """Return the country with an alpha-3 code.

    Raises:
        KeyError: There is none.
    """
    return countries()[code]


def country_name(code: str | None, style: Style | None = None) -> str:
    """Return the name to show for a code; the code itself when it is no country's, "" for None.

    Args:
        code: Alpha-3 code.
        style: How to name it; as the setting `names` says when None.
    """
    if code is None:
        return ""
    known = countries().get(code)
    if known is None:
        return code
    match style or settings().names:
        case "iso":
            return known.alpha3
        case "official":
            return official_name(code)
        case _:
            return known.name


@cache
def official_name(code: str) -> str:
    """Return the formal name of ISO 3166, in the order of speech: "Republic of Korea".

    Kosovo, which is not in ISO 3166, and countries without a formal name there have their plain
    one.

    Raises:
        KeyError: No country has the code.
    """
    listed = pycountry.countries.get(alpha_3=code)
    if listed is None:
        return country(code).name
    name = str(getattr(listed, "official_name", listed.name))
    head, _, tail = name.rpartition(", ")
    if head and tail.endswith((" of", " of the")):
        name = f"{tail} {head}"
    for article in ("the ", "The "):
        name = name.removeprefix(article)
    return name


def point(code: str | None) -> tuple[float, float] | None:
    """Return latitude and longitude of a country's point, None for none."""
    known = countries().get(code or "")
    return known.point if known else None


def region(code: str | None) -> str:
    """Return the UN M49 region of a country; "" for none."""
    known = countries().get(code or "")
    return known.region if known else ""


@cache
def code_of_alpha2(alpha2: str) -> str | None:
    """Return the alpha-3 code for an alpha-2 code, None for none."""
    return next((item.alpha3 for item in countries().values() if item.alpha2 == alpha2), None)


def country_words() -> Iterator[tuple[str, str, str]]:
    """Yield every (word, form, alpha-3): form is name, short-name, demonym, capital or government.

    An alias in capital letters ("UAE", "U.K.") is a short name.
    """
    for item in countries().values():
        for name in item.names:
            yield name, "short-name" if is_abbreviation(name) else "name", item.alpha3
        for demonym in item.demonyms:
            yield demonym, "demonym", item.alpha3
        for capital in item.capitals:
            yield capital, "capital", item.alpha3
        for government in item.governments:
            yield government, "government", item.alpha3


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is an abbreviation: "DPRK", "U.S.", but not "Oman"."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper()


@cache
def find_country(name: str) -> Country | None:
    """Return the country that goes by a name or alias, in any case; None for none."""
    return _names().get(name.casefold())


@cache
def _names() -> Mapping[str, Country]:
    return {
        name.casefold(): item
        for item in reversed(list(countries().values()))
        for name in item.names
    }
