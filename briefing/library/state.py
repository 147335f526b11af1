"""Table `state`: numbers that the library keeps of itself, such as how often it was changed."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema
from briefing.library.engine import analyse

_VERSION = "version"
"""The row that grows with every change."""

_ANALYSE_EVERY = 100
"""Changes after which the database counts anew what it plans its queries by."""


def number_of(connection: sa.Connection, name: str) -> int:
    """Return what a row holds; 0 where it is not there."""
    value, key = schema.state.c.value, schema.state.c.name
    return int(connection.scalar(sa.select(value).where(key == name)) or 0)


def keep_number(connection: sa.Connection, name: str, value: int) -> None:
    """Keep what a row holds."""
    added = insert(schema.state).values(name=name, value=value)
    connection.execute(
        added.on_conflict_do_update(index_elements=["name"], set_={"value": added.excluded.value})
    )


def version(connection: sa.Connection) -> int:
    """Return a number that grows with every change."""
    return number_of(connection, _VERSION)


def changed(connection: sa.Connection) -> None:
    """Count a change of what the library answers, so that what is kept of older answers goes."""
    connection.execute(
        schema.state.update()
        .where(schema.state.c.name == _VERSION)
        .values(value=schema.state.c.value + 1)
    )
    if version(connection) % _ANALYSE_EVERY == 0:
        analyse(connection)
