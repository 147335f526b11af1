"""Table `entities`: shared by the articles, and there as long as one of them names an entity."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema
from briefing.library.rows import NAMING, Row


def add_entities(connection: sa.Connection, rows: list[Row]) -> set[str]:
    """Add the entities of an article; a known one learns what it lacked. Return the new ones."""
    if not rows:
        return set()
    key = schema.entities.c.entity_id
    ids = {row["entity_id"] for row in rows}
    new = ids.difference(connection.scalars(sa.select(key).where(key.in_(ids))))
    statement = insert(schema.entities)
    known = schema.entities.c
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["entity_id"],
            set_={
                "country": sa.func.coalesce(known.country, statement.excluded.country),
                "wikidata": sa.func.coalesce(known.wikidata, statement.excluded.wikidata),
            },
        ),
        rows,
    )
    return new


def named_by(connection: sa.Connection, article_id: str) -> set[str]:
    """Return the entities that an article's rows name."""
    return {
        entity
        for column in _naming()
        for entity in connection.scalars(
            sa.select(column).where(column.table.c.article_id == article_id, column.is_not(None))
        )
    }


def entities_as_read(connection: sa.Connection, article_id: str) -> list[Row]:
    """Return the entities that an article names, as they were read."""
    entity, own = schema.entities.c, schema.machine.c
    named = sa.union(
        *(sa.select(column).where(column.table.c.article_id == article_id) for column in _naming())
    )
    query = (
        sa.select(schema.entities, own.rows)
        .join(schema.machine, own.fact_id == entity.entity_id, isouter=True)
        .where(entity.entity_id.in_(named))
    )
    found = []
    for row in connection.execute(query).mappings():
        now = {name: value for name, value in row.items() if name != "rows"}
        read = json.loads(row["rows"])["entities"][0] if row["rows"] is not None else {}
        found.append(now | read)
    return found


def drop_orphans(connection: sa.Connection, named: set[str]) -> None:
    """Remove those of the entities that no article names any more, nor would after an undo."""
    key, machine = schema.entities.c.entity_id, schema.machine.c
    read = sa.func.json_extract(machine.rows, "$.mentions[0].entity_id")
    own = sa.select(read).where(machine.record == "mentions", read.in_(named))
    named = named.difference(connection.scalars(own))
    for column in _naming():
        if not named:
            return
        still = sa.select(key).where(key.in_(named), sa.exists().where(column == key))
        named = named.difference(connection.scalars(still))
    connection.execute(schema.entities.delete().where(key.in_(named)))


def unnamed(connection: sa.Connection) -> set[str]:
    """Return the entities that no article names, nor would after an undo."""
    key, machine = schema.entities.c.entity_id, schema.machine.c
    read = sa.func.json_extract(machine.rows, "$.mentions[0].entity_id")
    held = sa.select(read).where(machine.record == "mentions", read.is_not(None))
    named = sa.union(held, *(sa.select(each).where(each.is_not(None)) for each in _naming()))
    return set(connection.scalars(sa.select(key).where(key.not_in(named))))


def _naming() -> list[sa.Column[Any]]:
    return [schema.TABLES[table].c[column] for table, column in NAMING]
