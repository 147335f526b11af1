"""Where a party stands on the map: a country at its point, an organisation at its seat."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

import pandas as pd

from briefing.folders import DATA
from briefing.reference.countries import point

FILE = DATA / "geography" / "points.csv"

MOST_ON_A_MAP = 9
"""So many countries are told apart on a map; of more, a matrix tells more."""


def place(code: str) -> tuple[float, float] | None:
    """Return latitude and longitude of a country, organisation or region; None without a place.

    Args:
        code: Alpha-3 code, or an entity id such as `alliance:nato`, `place:sahel`.
    """
    return point(code) or _points().get(code)


def between_countries(relations: pd.DataFrame) -> pd.Series[bool]:
    """Say for each relation whether both parties are countries."""
    ends = relations["source"], relations["target"]
    country = {code: is_country(code) for end in ends for code in end.unique()}
    both = [end.map(country).astype(bool) for end in ends]
    return both[0] & both[1]


def is_country(code: str) -> bool:
    """Say whether a party is a country, and not an organisation, a region or somebody else."""
    return ":" not in code


def crowded(codes: Iterable[str]) -> bool:
    """Say whether there are too many countries among parties to be told apart on a map."""
    return sum(is_country(code) for code in codes) > MOST_ON_A_MAP


@cache
def _points() -> Mapping[str, tuple[float, float]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return MappingProxyType(
            {
                row["id"]: (float(row["latitude"]), float(row["longitude"]))
                for row in csv.DictReader(file)
            }
        )
