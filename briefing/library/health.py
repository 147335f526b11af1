"""Whether a library can be used, and how much is in it, for those who watch over a server.

It looks at the database itself and at nothing that an article says, so no sign-in is asked for.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import engine, revisions
from briefing.library.dialects import sqlite
from briefing.library.dialects.place import Address, Place
from briefing.library.dialects.postgresql import engine as postgresql

_COUNTED = ("articles", "removed_articles", "reviews", "decks", "unread", "audit")
_WAIT = 2.0


def not_ready(place: Place) -> str | None:
    """Say in one sentence why a library cannot be used now; None where it can.

    Args:
        place: The library's file, or its database; one that is not there yet is made at the first
            start.
    """
    if isinstance(place, Address):
        return _not_ready_there(place)
    if not place.exists():
        folder = next(each for each in (place.parent, *place.parent.parents) if each.exists())
        if os.access(folder, os.W_OK):
            return None
        return f"The folder {folder} cannot be written, so there can be no library in it."
    try:
        with closing(_opened(place)) as connection:
            (step,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone()
    except (sqlite3.Error, TypeError) as error:
        return f"The library {place} cannot be read: {error}."
    return None if step == revisions.HEAD else _of_another(place)


def numbers(place: Place) -> dict[str, float]:
    """Return how many rows each table for a monitor has, and the bytes of the library."""
    if isinstance(place, Address):
        with _asked(place) as connection:
            found: dict[str, float] = {"library_bytes": postgresql.bytes_of(connection)}
            if _step(connection) is not None:
                for table in _COUNTED:
                    rows = connection.exec_driver_sql(f"SELECT count(*) FROM {table}")
                    found[table] = rows.scalar_one()
            return found
    if not place.exists():
        return {}
    found = {"library_bytes": sqlite.bytes_of(place)}
    with closing(_opened(place)) as file:
        for table in _COUNTED:
            ((number,),) = file.execute(f"SELECT count(*) FROM {table}")
            found[table] = number
    return found


def last_done(place: Place) -> str:
    """Return when something was done last in a library, in UTC, ISO; "" for never."""
    query = "SELECT coalesce(max(at), '') FROM audit"
    if isinstance(place, Address):
        with _asked(place) as connection:
            there = _step(connection) is not None
            return str(connection.exec_driver_sql(query).scalar_one()) if there else ""
    if not place.exists():
        return ""
    with closing(_opened(place)) as file:
        return str(file.execute(query).fetchone()[0])


def _not_ready_there(address: Address) -> str | None:
    try:
        with _asked(address) as connection:
            step = _step(connection)
    except LibraryError as error:
        return str(error)
    return None if step in (None, revisions.HEAD) else _of_another(address)


def _of_another(place: Place) -> str:
    return f"The library {place} has the tables of another version; open it with this one."


def _step(connection: sa.Connection) -> str | None:
    """Return the step of the tables; None where there are none yet."""
    there = connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar_one()
    if there is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


@contextmanager
def _asked(address: Address) -> Iterator[sa.Connection]:
    """Open a connection for a question, and close it."""
    made = engine.connect(address)
    try:
        with engine.told(address), made.begin() as connection:
            yield connection
    finally:
        made.dispose()


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)
