"""Weapons and agreements: nouns that name things between states (nouns.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of weapon, or an agreement or a resolution.

    Attributes:
        entity_id: `weapon:ballistic-missiles`, `agreement:minsk-agreements`.
        kind: weapon or agreement.
        name: The name to show.
        words: How it is written, singular and plural, the name included.
    """

    entity_id: str
    kind: str
    name: str
    words: tuple[str, ...]


@cache
def nouns() -> Mapping[str, Noun]:
    """Return all weapons and agreements by entity id."""
    found: dict[str, Noun] = {}
    for number, row in enumerate(rows("nouns.csv", required=("id", "kind", "words")), start=2):
        if row["id"] in found:
            raise ReferenceDataError(
                f"nouns.csv, line {number}: {row['id']} is there twice.", row=number
            )
        words = cell_list(row["words"])
        found[row["id"]] = Noun(row["id"], row["kind"], words[0], words)
    return MappingProxyType(found)
