"""International organisations, alliances, institutions, armed groups and media of the world.

The words are in data/reference/organisations.csv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that the reference knows.

    Attributes:
        entity_id: `alliance:nato`, `organisation:un`.
        kind: organisation or alliance.
        category: international, non-governmental, institution, military, party, armed group,
            company or media.
        name: The name to show.
        aliases: Other names and abbreviations, as written.
        country: Alpha-3 code of the country it belongs to, None for an international one.
        members: Alpha-3 codes of its member states; empty when not listed.
        seat: The city of its headquarters, or "".
        wikidata: Wikidata id, if known.
    """

    entity_id: str
    kind: str
    category: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    members: tuple[str, ...]
    seat: str
    wikidata: str | None

    @property
    def acts_for(self) -> str | None:
        """The country for which it is taken to speak and act; None for media and companies.

        A minister who speaks to a British news agency has not spoken to Britain.
        """
        return None if self.category in ("media", "company") else self.country

    @property
    def names(self) -> tuple[str, ...]:
        """The names an article may use; a name that carries a note in brackets is for show."""
        own = () if "(" in self.name else (self.name,)
        return own + tuple(alias for alias in self.aliases if "(" not in alias)


@cache
def organisations() -> Mapping[str, Organisation]:
    """Return all organisations by entity id."""
    found: dict[str, Organisation] = {}
    table = rows("organisations.csv", required=("id", "kind", "category", "name"))
    for number, row in enumerate(table, start=2):
        if row["id"] in found:
            raise ReferenceDataError(
                f"organisations.csv, line {number}: {row['id']} is there twice.", row=number
            )
        found[row["id"]] = Organisation(
            entity_id=row["id"],
            kind=row["kind"],
            category=row["category"],
            name=row["name"],
            aliases=cell_list(row["aliases"]),
            country=row["country"] or None,
            members=cell_list(row["members"]),
            seat=row["seat"],
            wikidata=row["wikidata"] or None,
        )
    return MappingProxyType(found)


@cache
def find_organisation(name: str) -> Organisation | None:
    """Return the organisation that goes by a name, alias or abbreviation, in any case."""
    return _names().get(name.casefold())


@cache
def _names() -> Mapping[str, Organisation]:
    return {
        name.casefold(): item
        for item in reversed(list(organisations().values()))
        for name in item.names
    }


def members(entity_id: str) -> tuple[str, ...]:
    """Return the member states of an alliance or organisation; empty when none are listed."""
    known = organisations().get(entity_id)
    return known.members if known else ()
