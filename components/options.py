"""What one field of the filter offers: values, their names, and how many facts each would leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from briefing.reference.countries import countries, find_country
from briefing.tables import records
from briefing.wording.words import count, shorten

_COUNT = re.compile(r"(?: · [\d,]+| \([\d,]+ [a-z]+\))$")
"""The count at the end of a label, as labels have it and as they once had it in addresses."""

A_SPEAKER = "a speaker"
"""What the id of a person is called that the library does not have: it says no name."""

_NO_MATCH = re.compile(r"“(.*)”: no match")


@dataclass(frozen=True, slots=True)
class Options:
    """What one multiselect offers: values in order, and the label of each.

    Attributes:
        names: Name by value, without the count; no two are alike.
        counts: Facts by value, 0 when it is not counted.
        noun: What is counted, in the singular.
    """

    names: dict[str, str]
    counts: dict[str, int]
    noun: str = "fact"

    def label(self, value: str) -> str:
        """Return the label with its count: "Japan (3 facts)"; else that nothing goes by it."""
        if value not in self.names:
            return no_match_label(A_SPEAKER if value.startswith("person:") else value)
        return f"{self.names[value]} ({count(self.counts.get(value, 0), self.noun)})"

    def value(self, text: str) -> str | None:
        """Return the value that a code, a label or a name stands for; None when it is none.

        A country goes by any of its names too: "DPRK", "Holland".
        """
        if text in self.names:
            return text
        for name in (text.casefold(), bare_name(text).casefold()):
            for value, known in self.names.items():
                if known.casefold() == name:
                    return value
            country = find_country(name)
            if country is not None and country.alpha3 in self.names:
                return country.alpha3
        return None

    def values(self, texts: Iterable[str]) -> list[str]:
        """Return the values that texts stand for, each once, in order."""
        found = (self.value(text) for text in texts)
        return list(dict.fromkeys(value for value in found if value is not None))


def build_options(
    frame: pd.DataFrame,
    *,
    value: str,
    name: str,
    count: str,
    more: str | None = None,
    noun: str = "fact",
) -> Options:
    """Build the options of a multiselect from the rows of an options query, order kept.

    Args:
        frame: One row an option.
        value: Column of the value.
        name: Column of the name.
        count: Column of the count.
        more: Column that tells two of the same name apart; the value itself when that fails.
        noun: What is counted, in the singular.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in records(frame):
        label = shorten(str(row[name]), 70)
        if label in taken and more is not None and pd.notna(row[more]):
            label = f"{label} ({row[more]})"
        if label in taken:
            label = f"{label} ({row[value]})"
        taken.add(label)
        names[row[value]] = label
    counts = {row[value]: int(row[count]) for row in records(frame)}
    return Options(names, counts, noun)


def no_match_label(name: str) -> str:
    """Return the label of what nothing in the library goes by: "“Atlantis”: no match"."""
    return f"“{name}”: no match"


def bare_name(text: str) -> str:
    """Return the name in a label, without its count or that nothing goes by it."""
    unknown = _NO_MATCH.fullmatch(text.strip())
    return unknown[1] if unknown else _COUNT.sub("", text).strip()


def country_code(text: str) -> str | None:
    """Return the alpha-3 code that a text means, whether a library names the country or not."""
    known = find_country(text)
    if known is not None:
        return known.alpha3
    return text.upper() if text.upper() in countries() else None
