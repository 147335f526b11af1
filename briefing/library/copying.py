"""A library's rows from one database into another: a file into PostgreSQL, and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa

from briefing.library import engine, kept, schema, search, tallies

_AT_ONCE = 2_000
"""Rows that are read and written in one statement."""

_OWN = ("functions", "kept")
"""Rows of table `state` that say how a database itself was made."""


def empty(connection: sa.Connection) -> None:
    """Delete all rows, in a write transaction, before others take their place."""
    kept.metadata.drop_all(connection)
    with engine.changing_audit(connection, delete=True):
        for table in reversed(schema.metadata.sorted_tables):
            rows = table.delete()
            if table is schema.state:
                rows = rows.where(table.c.name.not_in(_OWN))
            connection.execute(rows)
    connection.execute(schema.state.delete().where(schema.state.c.name == "kept"))


def copy_rows(source: sa.Connection, target: sa.Connection) -> None:
    """Copy all rows into a library without any, and work out what is kept beside them.

    Args:
        source: A transaction on a library with this program's tables.
        target: A write transaction on another, of which `empty` was asked.
    """
    for table in schema.metadata.sorted_tables:
        for rows in _parts(source, table):
            target.execute(table.insert(), rows)
            if table is schema.sentences:
                search.index_rows(target, [(row["number"], row["text"]) for row in rows])
    engine.go_on_counting(target)
    tallies.prepare(target)


def _parts(source: sa.Connection, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
    query = sa.select(table).order_by(*engine.order_of_adding(source, table))
    found = source.execution_options(yield_per=_AT_ONCE).execute(query).mappings()
    while rows := [dict(row) for row in islice(found, _AT_ONCE)]:
        if table is schema.state:
            rows = [row for row in rows if row["name"] not in _OWN]
        yield rows
