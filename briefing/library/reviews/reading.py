"""A fact as the program read it or a person added it, and as it stands after all decisions."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.reviews.adding import added_rows, places
from briefing.library.reviews.decision import LETTERS, SAME_AS, Record
from briefing.library.reviews.history import Held
from briefing.library.reviews.holding import held_of, selected
from briefing.library.rows import Row
from briefing.library.store import Library

_KEYS = {"entities": "entity_id", "articles": "article_id"}
"""The keys of what is no fact of an article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact as the program read it, and as it stands now.

    Attributes:
        record: Its table.
        machine: Its row as the program read it.
        now: Its row as it stands; None where it was rejected.
        held: What people decided; None for nothing.
        added: Whether a person added it: `machine` is then its row as it was added.
    """

    record: Record
    machine: Row
    now: Row | None
    held: Held | None
    added: bool = False


def record_of(fact_id: str) -> Record:
    """Return the table of a fact by its id.

    Raises:
        ReviewError: It is the id of none that people decide on.
    """
    parts = fact_id.split(".")
    if len(parts) >= 3 and parts[1] in LETTERS:
        return LETTERS[parts[1]]
    if ":" in fact_id:
        return "entities"
    if re.fullmatch(r"a[0-9a-f]{12}", fact_id):
        return "articles"
    raise ReviewError(f"“{fact_id}” is no fact that can be checked.")


def reading_of(library: Library, fact_id: str) -> Reading:
    """Return a fact with what the program read and what people made of it.

    Raises:
        ReviewError: The library has no such fact.
    """
    with library.reading() as connection:
        return reading_in(connection, fact_id)


def both_ways(connection: sa.Connection, fact_id: str) -> dict[str, Reading]:
    """Return a fact by its id, and beside it the relation that the same words say the other way."""
    reading = reading_in(connection, fact_id)
    found = {fact_id: reading}
    if reading.record == "relations":
        *place, source, target = fact_id.rsplit(".", 2)
        back = ".".join((*place, target, source))
        with suppress(ReviewError):  # there is none
            other = reading_in(connection, back)
            if all(other.machine[name] == reading.machine[name] for name in ("quad", "standing")):
                found[back] = other
    return found


def reading_in(connection: sa.Connection, fact_id: str) -> Reading:
    """Return a fact as `reading_of` does, in a transaction.

    Raises:
        ReviewError: The library has no such fact.
    """
    record = record_of(fact_id)
    key = _KEYS.get(record) or schema.FACT_KEYS[record]
    table, machine, held = schema.TABLES[record], schema.machine.c, schema.reviewed.c
    found = (
        connection.execute(sa.select(table).where(table.c[key] == fact_id)).mappings().one_or_none()
    )
    now: Row | None = dict(found) if found is not None else None
    kept = connection.scalar(sa.select(machine.rows).where(machine.fact_id == fact_id))
    if kept is not None:
        own: list[Row] = json.loads(kept)[record]
    else:
        own = [now] if now is not None else []
    added = _as_added(connection, fact_id) if not own else None
    read = own[0] if own else added
    if record == "articles" and now is not None and read is not None:
        read = now | read  # of an article the corrected columns alone are kept
    if read is None:
        raise ReviewError(
            "This fact is not in the library any more; its article was removed or read again."
        )
    row = connection.execute(
        sa.select(schema.reviewed).where(held.fact_id == fact_id)
    ).one_or_none()
    holds = held_of(row) if row is not None else None
    if record == "entities" and now is not None:  # a merger is no column of the entity's row
        now = {**now, SAME_AS: holds.fields.get(SAME_AS) if holds is not None else None}
    return Reading(record, read, now, holds, added is not None)


def _as_added(connection: sa.Connection, fact_id: str) -> Row | None:
    """Return the row of a fact as a person added it last, also where it was taken back."""
    review = schema.reviews.c
    made = selected(connection, review.fact_id == fact_id, review.verdict == "added")
    if not made:
        return None
    article_id = str(made[-1].article_id)
    rows = added_rows(made[-1], places(connection, [article_id]).get(article_id), {})
    return rows.row if rows is not None else None
