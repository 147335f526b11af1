"""The file of a library before it is opened: whose it is, and what may be done with it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from briefing.errors import LibraryError

APPLICATION_ID = 0x42524946
"""What the header of a library's file carries, as SQLite's application_id: “BRIF”."""

_TABLES = frozenset({"articles", "sentences", "mentions", "entities", "state"})
"""Tables of every library, also of those that were made before they carried the id."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ID_AT = slice(68, 72)


def prepare(path: Path) -> bool:
    """Make the folder and the file where they are missing, for the owner only.

    Returns:
        Whether the library can be written; else it is there and can only be read.

    Raises:
        LibraryError: The file is not a library of this program, or cannot be made or read.
    """
    try:
        if not path.exists():
            _make(path)
            return True
        ours = is_library(path)
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be opened ({error.strerror}); set BRIEFING_DATA_DIR to a "
            "folder that can be read and written."
        ) from error
    if not ours:
        raise LibraryError(
            f"{path} is not a library of this program, and was left as it is; move it away, or "
            "set BRIEFING_DATA_DIR to another folder."
        )
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def is_library(path: Path) -> bool:
    """Say whether a file is a library of this program, or an empty one that may become one.

    Raises:
        OSError: It cannot be read.
    """
    return _is_ours(path, _header(path))


def whole_copy(path: Path, copy: Path) -> None:
    """Copy a library as it is at one moment, whoever reads and writes it meanwhile.

    The copy is a single file with the library's permissions, there as a whole or not at all; what
    had its name before is replaced.

    Raises:
        OSError: It cannot be written.
        sqlite3.Error: The library cannot be read, or the disk is full.
    """
    partial = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    try:
        partial.unlink(missing_ok=True)
        partial.touch(0o600)  # nobody else may look into it before it has the library's permissions
        with (
            closing(sqlite3.connect(read_only_address(path), uri=True, timeout=30)) as held,
            closing(sqlite3.connect(partial)) as made,
        ):
            held.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")  # else it would need a log beside it
        shutil.copymode(path, partial)
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(copy)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def read_only_address(path: Path) -> str:
    """Return the address by which SQLite opens a library without writing anything.

    A library that nobody has open has no log of changes beside it, and SQLite is told that nothing
    will change: in a folder that cannot be written it opens the file in no other way.
    """
    log = path.with_name(f"{path.name}-wal")
    alone = not (log.exists() and log.stat().st_size) and not os.access(path.parent, os.W_OK)
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:  # another program made it meanwhile
        return


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _is_ours(path: Path, header: bytes) -> bool:
    if not header:  # a new file
        return True
    if not header.startswith(_MAGIC):
        return False
    carried = int.from_bytes(header[_ID_AT], "big")
    if carried:
        return carried == APPLICATION_ID
    try:
        with closing(sqlite3.connect(read_only_address(path), uri=True, timeout=30)) as connection:
            carried = connection.execute("PRAGMA application_id").fetchone()[0]
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in names}
    except sqlite3.DatabaseError:
        return True  # damaged, or locked: what opens it says so
    return carried == APPLICATION_ID or not tables or tables >= _TABLES
