"""How a library is opened and locked, in whichever database it is, and what its errors mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import file
from briefing.library.dialects import sqlite
from briefing.library.dialects.place import Address, Place
from briefing.library.dialects.waiting import WAIT

__all__ = [
    "WAIT",
    "analyse",
    "astray",
    "changing_audit",
    "checkpoint",
    "complete",
    "connect",
    "connect_to_read",
    "deleting_for_good",
    "for_writing",
    "is_file",
    "is_inconsistent",
    "only_to_be_read",
    "prepare",
    "shrink",
    "told",
]


def prepare(place: Place) -> bool:
    """Make a library's file where it is missing; see that its server is one that can be used.

    Returns:
        Whether the library can be written; else it is there and can only be read.

    Raises:
        LibraryError: The file is not a library of this program, or the server cannot be used.
    """
    if isinstance(place, Address):
        from briefing.library.dialects.postgresql import engine

        with told(place):
            return engine.prepare(place)
    return file.prepare(place)


def connect(place: Place, *, foreign_keys: bool = True) -> sa.Engine:
    """Return the engine of a library, which is made on first use.

    Args:
        place: Where it is.
        foreign_keys: Whether rows must lead to rows that are there; in PostgreSQL they always do.
    """
    if isinstance(place, Address):
        from briefing.library.dialects.postgresql import engine

        return engine.connect(place)
    return sqlite.connect(place, foreign_keys=foreign_keys)


def connect_to_read(place: Place) -> sa.Engine:
    """Return the engine of a library that cannot be written."""
    if isinstance(place, Address):
        return connect(place)
    return sqlite.connect_to_read(place)


def for_writing(engine: sa.Engine) -> sa.Engine:
    """Return the engine whose transactions take the lock of the one writer at their start."""
    return engine.execution_options(briefing_writes=True)


def is_file(which: sa.Engine | sa.Connection) -> bool:
    """Say whether a library is a file of SQLite's."""
    return which.dialect.name == "sqlite"


def complete(connection: sa.Connection) -> None:
    """Make what a library has beside its tables, where it is missing, in a write transaction."""
    if is_file(connection):
        sqlite.mark(connection)
        return
    from briefing.library.dialects.postgresql.making import complete as make

    make(connection)


def checkpoint(engine: sa.Engine, *, wait: bool = True) -> bool:
    """Bring what was written into the library's file itself, so that a copy of it is whole.

    Args:
        engine: The engine of a library that can be written.
        wait: Whether to wait a moment for those who read just then, and to empty the log beside
            the file. What they hold up is done at the next checkpoint.

    Returns:
        Whether all was brought in, and with `wait` the log emptied; a server sees to it itself.
    """
    return sqlite.checkpoint(engine, wait=wait) if is_file(engine) else True


def shrink(engine: sa.Engine) -> bool:
    """Give the room of what was deleted back to the disk, unless somebody uses the library.

    Returns:
        Whether it was done; else it is given back the next time.
    """
    if is_file(engine):
        return sqlite.shrink(engine)
    from briefing.library.dialects.postgresql.engine import shrink as write_anew

    return write_anew(engine)


def order_of_adding(connection: sa.Connection, table: sa.Table) -> Sequence[sa.ColumnElement[Any]]:
    """Return the order in which the rows of a table were added, where that is known."""
    numbered = is_file(connection)
    if not numbered:
        from briefing.library.dialects.postgresql.making import NUMBERED

        numbered = table.name in NUMBERED
    if numbered:
        return [sa.literal_column(f'"{table.name}".rowid')]
    return list(table.primary_key.columns)


def go_on_counting(connection: sa.Connection) -> None:
    """Let numbers of rows go on after those that rows brought along; a file does so by itself."""
    if not is_file(connection):
        from briefing.library.dialects.postgresql.making import go_on_counting as go_on

        go_on(connection)


def astray(connection: sa.Connection) -> list[tuple[str, int, str]]:
    """Return the rows that lead nowhere: table, number, and the table of what is missing.

    A server lets no row lead nowhere.
    """
    return sqlite.astray(connection) if is_file(connection) else []


def analyse(connection: sa.Connection) -> None:
    """Let the database count anew what it plans its queries by; a server does so by itself."""
    if is_file(connection):
        sqlite.analyse(connection)


@contextmanager
def changing_audit(connection: sa.Connection, *, delete: bool = False) -> Iterator[None]:
    """Let the audit be changed, within a purge, or all of it be deleted, when a backup is restored.

    What refuses it stands again afterwards.
    """
    trigger = f"audit_stays_{'delete' if delete else 'update'}"
    if is_file(connection):
        written = f"SELECT sql FROM sqlite_master WHERE name = '{trigger}'"
        refuse = str(connection.exec_driver_sql(written).scalar_one())
        allow = f"DROP TRIGGER {trigger}"
    else:
        allow, refuse = (
            f"ALTER TABLE audit {what} TRIGGER {trigger}" for what in ("DISABLE", "ENABLE")
        )
    connection.exec_driver_sql(allow)
    yield
    connection.exec_driver_sql(refuse)


@contextmanager
def deleting_for_good(connection: sa.Connection) -> Iterator[None]:
    """Let what is deleted be overwritten in the file at once; a server's is, by `shrink`."""
    if is_file(connection):
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    yield
    if is_file(connection):
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Turn the database's errors into one sentence.

    Raises:
        LibraryError: The database cannot be read or written.
    """
    try:
        yield
    except sa.exc.TimeoutError as error:
        raise LibraryError(
            f"Too many people are asking the library {place} just now; wait a moment and load the "
            "page again."
        ) from error
    except sa.exc.DBAPIError as error:
        raise _meaning(error, place) from error


def is_inconsistent(error: sa.exc.DBAPIError) -> bool:
    """Say whether rows that were written break a rule of their tables."""
    if isinstance(error, sa.exc.IntegrityError):
        return True
    from briefing.library.dialects.postgresql.engine import state_of

    return state_of(error).startswith("23")


def only_to_be_read(place: Place) -> str:
    """Say in one sentence that a library cannot be written."""
    if isinstance(place, Path):
        return sqlite.only_to_be_read(place)
    from briefing.library.dialects.postgresql.engine import only_to_be_read as told_there

    return told_there(place)


def _meaning(error: sa.exc.DBAPIError, place: Place) -> LibraryError:
    if isinstance(place, Path):
        return sqlite.meaning(error, place)
    from briefing.library.dialects.postgresql.engine import meaning

    return meaning(error, place)
