"""The rows of a fact as people corrected them: plain rows in, plain rows out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.library.reviews.decision import HOLDER, WORDS, bounds_of
from briefing.library.rows import Row
from briefing.tables import slug


@dataclass(frozen=True, slots=True)
class FactRows:
    """All rows of one fact.

    Attributes:
        row: Its row of its own table.
        involvements: Who takes part in it.
        fragments: Of a quotation its pieces.
    """

    row: Row
    involvements: tuple[Row, ...] = ()
    fragments: tuple[Row, ...] = ()


Countries = Mapping[str, str | None]
"""The country of each entity, by id."""


def corrected(
    record: str, fact: FactRows, fields: Mapping[str, str | None], countries: Countries
) -> FactRows:
    """Return a fact with corrected fields, and what hangs on them.

    Args:
        record: The fact's table.
        fact: Its rows as the program read them.
        fields: The corrected values, by field.
        countries: The countries of the entities that the values name.
    """
    row, parts = dict(fact.row), fact.involvements
    for name, value in fields.items():
        if (record, name) == ("quotes", WORDS):  # which words these are is known from the text
            continue
        row[name] = value
        if name == "speaker_id":
            speaker = speaker_id(value) if value else None
            row |= {"speaker_id": speaker, "speaker_form": None}
            parts = _with(parts, row, "speaker", speaker, countries.get(speaker or ""))
        elif name in ("source", "target"):
            code = value if value and ":" not in value else None
            parts = _with(parts, row, name, f"country:{code}" if code else value, code)
        elif record == "events" and name == "date":
            row.update(dated(value))
        elif name == "standing":
            row.update(_held_by(row, str(value)))
    if HOLDER in fields:
        row |= {HOLDER: fields[HOLDER], "standing": held_as(row["standing"], fields[HOLDER])}
    return FactRows(row, parts, fact.fragments)


Merges = Mapping[str, str]
"""The entity that stands for another one, by the other's id."""

NAMING = {
    "mentions": ("entity_id",),
    "quotes": ("speaker_id", "addressee_id"),
    "events": ("occasion_id", "attributed_to", "denied_by"),
    "relations": ("source", "target", "attributed_to", "denied_by"),
}
"""The columns by which a row names entities; several are joined by "; "."""


def merged(record: str, fact: FactRows, merges: Merges) -> FactRows:
    """Return a fact that names, in the place of entities that were merged, what they are part of.

    Args:
        record: The fact's table.
        fact: Its rows.
        merges: What was merged into what.
    """
    row = dict(fact.row)
    for column in NAMING[record]:
        if row[column]:
            row[column] = "; ".join(
                dict.fromkeys(_of(part, column, merges) for part in row[column].split("; "))
            )
    parts: dict[tuple[object, ...], Row] = {}
    for each in fact.involvements:
        entity = merges.get(each["entity_id"], each["entity_id"])
        changed = {**each, "entity_id": entity}
        parts.setdefault((entity, each["country"], each["part"]), changed)
    return FactRows(row, tuple(parts.values()), fact.fragments)


def of_countries(fact: FactRows, countries: Countries) -> FactRows:
    """Return a fact in which entities take part for the countries that people gave them."""
    parts = tuple(
        {**each, "country": countries.get(each["entity_id"], each["country"])}
        for each in fact.involvements
    )
    return FactRows(fact.row, parts, fact.fragments)


def _of(part: str, column: str, merges: Merges) -> str:
    """Return what stands for an entity; a country is a relation's side by its code."""
    found = merges.get(part, part)
    return found.removeprefix("country:") if column in ("source", "target") else found


def speaker_id(value: str) -> str:
    """Return the id of a speaker whom a correction names by id, or, where new, by name."""
    return value if ":" in value else f"person:{slug(value)}"


def _with(
    parts: tuple[Row, ...], row: Row, part: str, entity: str | None, country: str | None
) -> tuple[Row, ...]:
    """Put one who takes a part in the place of all who took it."""
    left = tuple(each for each in parts if each["part"] != part)
    if entity is None:
        return left
    fact_id = row.get("quote_id") or row["relation_id"]
    new = {
        "article_id": row["article_id"],
        "fact_id": fact_id,
        "entity_id": entity,
        "country": country,
        "part": part,
    }
    return (*left, new)


def dated(value: str | None) -> Row:
    """Return the columns of an event's date as staff gave it."""
    first, last, precision = bounds_of(value) if value else (None, None, "unknown")
    return {
        "earliest": first,
        "latest": last,
        "precision": precision,
        "basis": "given" if value else "unknown",
        "working": None,
    }


def held_as(standing: str, holder: str | None) -> str:
    """Return the standing of what somebody claims, or of what the article says itself."""
    if holder:
        return "attributed" if standing == "asserted" else standing
    return "asserted" if standing == "attributed" else standing


def _held_by(row: Row, standing: str) -> Row:
    """Drop who claims or denies a thing where its new standing says that nobody does."""
    return {
        "attributed_to": row["attributed_to"] if standing in ("attributed", "disputed") else None,
        "denied_by": row["denied_by"] if standing in ("denied", "disputed") else None,
        "condition": row["condition"] if standing == "conditional" else None,
    }
