"""How the library's file is opened: SQLite's settings, its errors, when a transaction begins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import functions

WAIT = 30
"""Seconds for which a writer waits for another."""


def connect(path: Path, *, foreign_keys: bool = True) -> sa.Engine:
    """Return the engine of a library's file, which is made on first use.

    Args:
        path: The file.
        foreign_keys: Whether rows must lead to rows that are there.
    """
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT}
    )
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    if not foreign_keys:
        sa.event.listen(engine, "connect", _without_foreign_keys)
    return engine


def for_writing(engine: sa.Engine) -> sa.Engine:
    """Return the engine whose transactions take the lock of the one writer at their start."""
    return engine.execution_options(briefing_writes=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors into one sentence.

    Raises:
        LibraryError: The database cannot be read or written.
    """
    try:
        yield
    except sa.exc.DatabaseError as error:
        raise LibraryError(
            f"The library {path} cannot be used: {error.orig}. Check that it is a library of this "
            "program, that its folder can be written and that the disk has room."
        ) from error


def _on_connect(connection: Any, record: object) -> None:
    """Set up a new connection; SQLAlchemy, not the driver, says when a transaction begins."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB: the default of 2 reads from disk
    connection.execute("PRAGMA mmap_size = 1073741824")
    connection.execute("PRAGMA temp_store = MEMORY")
    functions.register(connection)


def _without_foreign_keys(connection: Any, record: object) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")


def _on_begin(connection: sa.Connection) -> None:
    """Begin; a writer takes its lock at once, so that it waits at the start, not later."""
    writes = connection.get_execution_options().get("briefing_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
