"""Whether a library can be used, and how much is in it, for those who watch over a server.

It looks at the file itself and at nothing that an article says, so no sign-in is asked for here.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.library import revisions

_COUNTED = ("articles", "removed_articles", "reviews", "decks", "unread", "audit")
_WAIT = 2.0


def not_ready(path: Path) -> str | None:
    """Say in one sentence why a library cannot be used now; None where it can.

    Args:
        path: The library's file; one that is not there yet is made at the first start.
    """
    if not path.exists():
        folder = next(each for each in (path.parent, *path.parent.parents) if each.exists())
        if os.access(folder, os.W_OK):
            return None
        return f"The folder {folder} cannot be written, so there can be no library in it."
    try:
        with closing(_opened(path)) as connection:
            (step,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone()
    except (sqlite3.Error, TypeError) as error:
        return f"The library {path} cannot be read: {error}."
    if step != revisions.HEAD:
        return f"The library {path} has the tables of another version; open it with this one."
    return None


def numbers(path: Path) -> dict[str, float]:
    """Return how many rows each table for a monitor has, and the bytes of the file."""
    if not path.exists():
        return {}
    files = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
    found: dict[str, float] = {
        "library_bytes": sum(each.stat().st_size for each in files if each.exists())
    }
    with closing(_opened(path)) as connection:
        for table in _COUNTED:
            ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}")
            found[table] = rows
    return found


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)
