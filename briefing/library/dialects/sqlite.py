"""A library in a file: SQLite's settings, its errors, when a transaction begins."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from briefing.errors import LibraryError, LibraryUnwritableError
from briefing.library import functions
from briefing.library.dialects.waiting import WAIT
from briefing.library.file import APPLICATION_ID, read_only_address

_KEPT_OPEN, _AT_ONCE = 5, 100
"""Connections that stay open, and most at once: as many as a server has threads for its readers."""

_CHECKPOINT_WAIT = 2_000
"""Milliseconds for which a checkpoint waits for readers."""


def connect(path: Path, *, foreign_keys: bool = True) -> sa.Engine:
    """Return the engine of a library's file, which is made on first use.

    Args:
        path: The file.
        foreign_keys: Whether rows must lead to rows that are there.
    """
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        connect_args={"timeout": WAIT},
        pool_size=_KEPT_OPEN,
        max_overflow=_AT_ONCE - _KEPT_OPEN,
        pool_timeout=WAIT,
    )
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    if not foreign_keys:
        sa.event.listen(engine, "connect", _without_foreign_keys)
    return engine


def connect_to_read(path: Path) -> sa.Engine:
    """Return the engine of a library that cannot be written; nothing is made beside it.

    Each transaction opens the file anew, since its owner may put another in its place.
    """
    address = read_only_address(path)
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, timeout=WAIT, check_same_thread=False),
        poolclass=sa.NullPool,
    )
    sa.event.listen(engine, "connect", _on_connect_to_read)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def mark(connection: sa.Connection) -> None:
    """Write into the file whose library it is, where it does not say so yet."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def checkpoint(engine: sa.Engine, *, wait: bool = True) -> bool:
    """Bring what was written into the file itself, as `briefing.library.engine` says."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA busy_timeout = {_CHECKPOINT_WAIT if wait else 0}")
        try:
            mode = "TRUNCATE" if wait else "PASSIVE"
            busy, written, brought = driver.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
        finally:
            driver.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
    return not busy and written == brought


def shrink(engine: sa.Engine) -> bool:
    """Give the room of what was deleted back to the disk, unless somebody uses the file just now.

    Returns:
        Whether it was done; else it is given back the next time.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        try:
            driver.execute("VACUUM")
        except sqlite3.OperationalError:
            return False
    return True


def bytes_of(path: Path) -> int:
    """Return how many bytes a library and what is written beside it take on the disk."""
    files = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
    return sum(each.stat().st_size for each in files if each.exists())


def astray(connection: sa.Connection) -> list[tuple[str, int, str]]:
    """Return the rows that lead nowhere: table, number, and the table of what is missing."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(row[0], row[1], row[2]) for row in found]


def meaning(error: sa.exc.DBAPIError, path: Path) -> LibraryError:
    """Say in one sentence what an error of the database means."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return LibraryUnwritableError(
            f"The disk of the library {path} is full, so nothing more can be added; make room "
            "and add what is missing again."
        )
    if code == sqlite3.SQLITE_READONLY:
        return LibraryUnwritableError(only_to_be_read(path))
    return LibraryError(
        f"The library {path} cannot be used: {error.orig}. Check that it is a library of this "
        "program, that its folder can be written and that the disk has room."
    )


def analyse(connection: sa.Connection) -> None:
    """Let SQLite sample each index: queries on large libraries are planned badly without it."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
    connection.exec_driver_sql("ANALYZE")


def only_to_be_read(path: Path) -> str:
    """Say in one sentence that a library cannot be written."""
    return (
        f"The library {path} can only be read, so nothing in it can be changed; ask its owner, or "
        "set BRIEFING_DATA_DIR to a folder that can be written."
    )


def _on_connect(connection: Any, record: object) -> None:
    """Set up a new connection; SQLAlchemy, not the driver, says when a transaction begins."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    _set_up(connection)


def _on_connect_to_read(connection: Any, record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
    _set_up(connection)


def _set_up(connection: Any) -> None:
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
