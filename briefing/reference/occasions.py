"""Occasions of the world: summits, wars, elections, treaties, foundings, with their days.

The facts are in data/reference/occasions.csv (one occasion a line), occasion_series.csv (what
recurs under one name, such as a yearly summit) and incidents.csv (what happened once: attacks,
coups, disasters, decisions).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from types import MappingProxyType

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows

KINDS = (
    "summit",
    "conference",
    "assembly",
    "sport",
    "election",
    "war",
    "event",
    "agreement",
    "founding",
    "state",
)

HAPPENINGS = (
    "attack",
    "coup",
    "coup-attempt",
    "unrest",
    "strike",
    "test",
    "disaster",
    "accident",
    "decision",
)
"""Kinds of incidents.csv."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something of the world that has its days.

    Attributes:
        occasion_id: `occasion:…`, as in table `entities`.
        kind: One of `KINDS`.
        series: Name of the series it belongs to, or "".
        name: The name to show.
        names: Names in articles that mean this one; empty where only the series' are used.
        begin: First day.
        end: Last day; None while it goes on.
        places: Names of its place, the first one to show.
        country: Alpha-3 code of the place, or None.
        parties: Alpha-3 codes of countries that take part, where they are few.
        happening: One of `HAPPENINGS` for what incidents.csv has, else "".
    """

    occasion_id: str
    kind: str
    series: str
    name: str
    names: tuple[str, ...]
    begin: date
    end: date | None
    places: tuple[str, ...]
    country: str | None
    parties: tuple[str, ...]
    happening: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """What recurs under one name; `occasions` are in order of their days."""

    series_id: str
    kind: str
    name: str
    names: tuple[str, ...]
    occasions: tuple[Occasion, ...]


@cache
def occasions() -> Mapping[str, Occasion]:
    """Return all occasions by id.

    Raises:
        ReferenceDataError: A line is wrong; the error names it.
    """
    found: dict[str, Occasion] = {}
    required = ("occasion", "kind", "name", "begin")
    for file, kinds in (("occasions.csv", KINDS), ("incidents.csv", HAPPENINGS)):
        for number, row in enumerate(rows(file, required=required), start=2):
            occasion = _occasion(row, f"{file}, line {number}", number, kinds)
            if occasion.occasion_id in found:
                raise ReferenceDataError(
                    f"{file}, line {number}: {row['occasion']} is there twice.", row=number
                )
            found[occasion.occasion_id] = occasion
    return MappingProxyType(found)


def _occasion(row: dict[str, str], where: str, number: int, kinds: tuple[str, ...]) -> Occasion:
    try:
        begin = date.fromisoformat(row["begin"])
        end = date.fromisoformat(row["end"]) if row["end"] else None
    except ValueError as error:
        raise ReferenceDataError(f"{where}: {error}.", row=number) from error
    kind = row["kind"]
    if kind not in kinds or (end is not None and end < begin):
        raise ReferenceDataError(f"{where}: kind or end of {row['occasion']} is wrong.", row=number)
    return Occasion(
        f"occasion:{row['occasion']}",
        kind if kind in KINDS else "event",
        row.get("series", ""),
        row["name"],
        tuple(names_of(row["names"])),
        begin,
        end,
        cell_list(row["place"]),
        row["country"] or None,
        cell_list(row["parties"]),
        kind if kind in HAPPENINGS else "",
    )


_BAR = re.compile(r"\|(?![^()]*\))")
_CHOICE = re.compile(r"\(([^()]*)\)")


def names_of(cell: str) -> Iterator[str]:
    """Yield the names of a cell: "(Harbour|Port) (rail|) crash" has four."""
    for name in _BAR.split(cell):
        parts = _CHOICE.split(name)
        choices = [part.split("|") if odd % 2 else [part] for odd, part in enumerate(parts)]
        for chosen in product(*choices):
            if words := " ".join("".join(chosen).split()):
                yield words


@cache
def series() -> Mapping[str, Series]:
    """Return all series by id, each with its occasions in order."""
    members: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions().values():
        if occasion.series:
            members[occasion.series].append(occasion)
    found = {}
    for row in rows("occasion_series.csv", required=("series", "kind", "name", "names")):
        ordered = tuple(sorted(members[row["series"]], key=lambda occasion: occasion.begin))
        found[row["series"]] = Series(
            row["series"], row["kind"], row["name"], cell_list(row["names"]), ordered
        )
    return MappingProxyType(found)


_WORD = re.compile(r"'s\b|\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+|\S")

Named = Occasion | Series


def words_in(name: str) -> tuple[str, ...]:
    """Split a name as names are compared: words and signs, lower case."""
    return tuple(word.lower() for word in _WORD.findall(name))


@cache
def index(
    *, anniversaries: bool = False
) -> Mapping[str, tuple[tuple[tuple[str, ...], Named], ...]]:
    """Return names by their first word, the longest first.

    Args:
        anniversaries: Whether to include what is an occasion only where its anniversary is
            spoken of: foundings of organisations and states, and signings of treaties.
    """
    found: dict[str, list[tuple[tuple[str, ...], Named]]] = defaultdict(list)
    known: list[Named] = list(series().values())
    quiet = ("founding", "state", "agreement")
    known += [item for item in occasions().values() if anniversaries or item.kind not in quiet]
    for item in known:
        for name in item.names:
            words = words_in(name)
            found[words[0]].append((words, item))
    return MappingProxyType(
        {
            first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
            for first, entries in found.items()
        }
    )
