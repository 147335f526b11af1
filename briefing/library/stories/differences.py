"""What two versions of a text differ in, word by word: a pure function of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_MOST = 3_000
"""So many words of a part are compared one by one; longer parts as a whole."""

_WORD = re.compile(r"\w+|[^\w\s]+|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a part that changed.

    Attributes:
        kind: Whether they stand in both versions, in the older alone or in the newer alone.
        words: They themselves, with the spaces between them.
    """

    kind: Literal["both", "older", "newer"]
    words: str


Change = tuple[Piece, ...]
"""The words of one part that changed, in order."""


def differences(older: str, newer: str) -> list[Change]:
    """Return the parts of two texts that differ; lines that both have are left out.

    Args:
        older: The text of the older version.
        newer: Of the newer one; how words are parted by spaces does not matter.
    """
    one, other = _lines(older), _lines(newer)
    found: list[Change] = []
    for kind, first, last, start, end in _steps(one, other):
        if kind != "equal":
            found.extend(_changes(one[first:last], other[start:end]))
    return found


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _steps(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _changes(older: Sequence[str], newer: Sequence[str]) -> Iterator[Change]:
    """Yield what changed in lines that stand in each other's place; further ones as a whole."""
    both = min(len(older), len(newer))
    if len(older) != len(newer):
        yield tuple(_pieces(" ".join(older), " ".join(newer)))
        return
    for place in range(both):
        yield tuple(_pieces(older[place], newer[place]))


def _pieces(older: str, newer: str) -> Iterator[Piece]:
    one, other = _WORD.findall(older), _WORD.findall(newer)
    if max(len(one), len(other)) > _MOST:
        one, other = [older] if older else [], [newer] if newer else []
    for kind, first, last, start, end in _steps(one, other):
        if kind == "equal":
            yield Piece("both", "".join(one[first:last]))
            continue
        if first < last:
            yield Piece("older", "".join(one[first:last]))
        if start < end:
            yield Piece("newer", "".join(other[start:end]))
