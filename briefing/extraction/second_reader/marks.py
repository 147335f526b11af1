"""How a sentence is put before the second reader: countries are marks, their names are gone.

    Kenya warned Ethiopian troops  ->  [unused1] country warned [unused2] national troops

A mark says only which words mean the same country. So the reader cannot learn who hates whom, and
a country that no training text named is read like every other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MARKS = 6
"""Countries a sentence that have a mark of their own; the rest keep their place as OTHER."""
OTHER = MARKS + 1
"""The mark of a country that has none of its own."""

STANDS_FOR: Mapping[str, str] = {
    "name": "country",
    "demonym": "national",
    "people": "nationals",
    "capital": "capital",
}
"""What is written in place of a name, by its form; other forms keep their own words."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that mean one country or several: "the two sides" means two.

    Attributes:
        start: Offset in the text.
        end: Its end, exclusive.
        form: A key of STANDS_FOR, or another form whose words stay.
        codes: The countries, alpha-3.
    """

    start: int
    end: int
    form: str
    codes: tuple[str, ...]


def mark_word(number: int) -> str:
    """Return a mark as the tokenizer knows it; marks count from 1."""
    return f"[unused{number}]"


def written(text: str, marked: Sequence[Marked], order: Mapping[str, int]) -> str:
    """Return the text with every country as a mark.

    Args:
        text: The sentence.
        marked: Its mentions of countries; those that overlap an earlier one are left out.
        order: Which mark a country has; one that is missing has OTHER.
    """
    parts: list[str] = []
    at = 0
    for item in sorted(marked, key=lambda item: (item.start, item.start - item.end)):
        if item.start < at:
            continue
        before = text[at : item.start]
        if item.form == "name" and before.lower().endswith("the "):
            before = before[:-4]
        signs = " ".join(dict.fromkeys(mark_word(order.get(code, OTHER)) for code in item.codes))
        words = STANDS_FOR.get(item.form) or text[item.start : item.end]
        parts += (before, f" {signs} {words}")
        at = item.end
    parts.append(text[at:])
    return " ".join("".join(parts).split())
