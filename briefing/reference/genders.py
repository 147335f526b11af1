"""Whether English says "he" or "she" of somebody: titles, nouns and given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.errors import ReferenceDataError
from briefing.reference.files import rows, toml

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Genders:
    """Which words go with "he" (m) and with "she" (f), all in lower case.

    Attributes:
        titles: Before a name: "mrs".
        nouns: Of a person: "spokesman".
        names: Given names that go with one of the two nearly always.
    """

    titles: dict[str, Gender]
    nouns: dict[str, Gender]
    names: dict[str, Gender]


@cache
def genders() -> Genders:
    """Load the words once.

    Raises:
        ReferenceDataError: A gender is neither m nor f, or a word stands under both.
    """
    words = toml("genders.toml")
    found: list[dict[str, Gender]] = []
    for table in ("titles", "nouns"):
        men, women = words[table]["m"], words[table]["f"]
        if set(men) & set(women):
            raise ReferenceDataError(f"genders.toml: {set(men) & set(women)} stand under both.")
        of: dict[str, Gender] = {}
        of.update(dict.fromkeys(men, "m"))
        of.update(dict.fromkeys(women, "f"))
        found.append(of)
    names: dict[str, Gender] = {}
    for number, row in enumerate(rows("given_names.csv", required=("name", "gender")), start=2):
        gender = row["gender"]
        if gender == "m":
            names[row["name"]] = "m"
        elif gender == "f":
            names[row["name"]] = "f"
        else:
            raise ReferenceDataError(
                f"given_names.csv, line {number}: the gender {gender} is neither m nor f.",
                row=number,
            )
    return Genders(found[0], found[1], names)
