"""Words of likelihood and the percentages that they stand for (data/reference/likelihood.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.reference.files import toml

ScaleName = Literal["icd203", "phia"]


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a scale.

    Attributes:
        name: What it is called first.
        words: All words that stand for it, in lower case.
        low: The least percentage.
        high: The highest.
    """

    name: str
    words: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of likelihood: its name and its steps, the least likely first."""

    name: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The scales by name, words of no scale, and those of confidence."""

    scales: dict[str, Scale]
    vague: tuple[str, ...]
    levels: tuple[str, ...]
    confidence: tuple[str, ...]


@cache
def likelihood() -> Likelihood:
    """Load the words once."""
    read = toml("likelihood.toml")
    scales = {
        name: Scale(
            read[name]["name"],
            tuple(
                Band(band["name"], tuple(band["words"]), band["low"], band["high"])
                for band in read[name]["bands"]
            ),
        )
        for name in ("icd203", "phia")
    }
    confidence = read["confidence"]
    return Likelihood(
        scales,
        tuple(read["vague"]["words"]),
        tuple(confidence["levels"]),
        tuple(confidence["words"]),
    )
