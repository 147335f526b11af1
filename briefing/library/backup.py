"""Backups of a library, made and put back while others read and write it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from briefing.access import Action, Deed
from briefing.errors import LibraryError
from briefing.library import copying, state
from briefing.library.dialects.place import Address, Place
from briefing.library.engine import WAIT
from briefing.library.faults import faults, faults_of_file
from briefing.library.file import is_library, whole_copy
from briefing.library.store import Library

_PAGES = 2_000
"""Pages of the file that are put back between two looks."""

_AHEAD = 1_000
"""So many changes may be made between the look at the library's version and its replacement."""

_NAMED = 3
"""Faults that a refusal names."""


def back_up(place: Place, copy: Path) -> int:
    """Write a library as it is at one moment into a file of its own; return its bytes.

    Others may read and write the library meanwhile. A backup that is there is replaced once the
    new one is whole.

    The backup of a library in a database is a file too, of the form of a library in a file: it can
    be opened as one, and restored into either.

    Args:
        place: The library's file, or its database.
        copy: The backup; its folder must be there.

    Raises:
        LibraryError: There is no library, the backup cannot be written, or its name is that of
            something else.
    """
    if isinstance(place, Path):
        _must_be_there(place, "there is nothing to back up")
        if copy.exists() and copy.samefile(place):
            raise LibraryError(f"{copy} is the library itself; give the backup another name.")
    try:
        if copy.exists() and not is_library(copy):
            raise LibraryError(
                f"{copy} is something else than a backup of a library, and was left as it is; "
                "give the backup another name."
            )
        if isinstance(place, Path):
            whole_copy(place, copy)
        else:
            _copy_out(place, copy)
        return copy.stat().st_size
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The backup {copy} could not be written: {error}. Check that its folder is there and "
            "can be written, and that the disk has room."
        ) from error


def restore(place: Place, backup: Path, *, beside: Path | None = None) -> Path | None:
    """Put a backup in the library's place, after it was checked; others may read meanwhile.

    Args:
        place: The library's file, or its database.
        backup: A file that `back_up` wrote, or the copy that an older version left.
        beside: The folder in which is kept what a database held before; a file's own folder for
            one in a file.

    Returns:
        Where the library is kept as it was before; None where there was none.

    Raises:
        LibraryError: The backup is damaged or no library, or the disk has no room; the library is
            as it was.
    """
    _must_be_there(backup, "there is nothing to restore")
    if not isinstance(place, Path):
        return _restore_there(place, backup, beside or backup.parent)
    path = place
    if path.exists() and path.samefile(backup):
        raise LibraryError(f"{backup} is the library itself; name a backup of it.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix="restoring-") as folder:
            ready = Path(folder) / path.name
            _prepare(backup, ready)
            if not path.exists():
                whole_copy(ready, path)
                return None
            return _put_in_place(ready, path)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"{backup} could not be restored: {error}. The library {path} is as it was; check that "
            "its folder can be written and that the disk has room for it three times."
        ) from error


def _copy_out(address: Address, copy: Path) -> None:
    """Write what a database holds into a file."""
    with tempfile.TemporaryDirectory(dir=copy.parent, prefix="backing-up-") as folder:
        made = Path(folder) / copy.name
        with Library(address) as library, Library(made) as file:
            deed = Deed(Action.RESTORE, kept=False)
            with library.reading(Action.LOOK) as source, file.writing(deed) as target:
                copying.empty(target)
                copying.copy_rows(source, target)
        whole_copy(made, copy)


def _restore_there(address: Address, backup: Path, beside: Path) -> Path | None:
    """Put a backup in the place of all that a database holds, in one transaction."""
    deed = Deed(Action.RESTORE, detail="a backup took the place of the library")
    try:
        with tempfile.TemporaryDirectory(prefix="restoring-") as folder, Library(address) as live:
            ready = Path(folder) / "library.sqlite"
            _prepare(backup, ready)
            kept = None
            if len(live):
                beside.mkdir(mode=0o700, parents=True, exist_ok=True)
                kept = beside / f"library-before-restore-{_now()}.sqlite"
                back_up(address, kept)
            with (
                Library(ready) as library,
                library.reading() as source,
                live.writing(deed) as target,
            ):
                later = state.version(target) + _AHEAD
                copying.empty(target)
                copying.copy_rows(source, target)
                state.keep_number(target, "version", max(later, state.version(target)) + 1)
            return kept
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"{backup} could not be restored: {error}. The library {address} is as it was; check "
            "that the disk of this machine has room for it twice."
        ) from error


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")


def _must_be_there(path: Path, why: str) -> None:
    if not path.is_file():
        raise LibraryError(f"There is no file {path}, so {why}.")


def _prepare(backup: Path, ready: Path) -> None:
    """Copy a backup, bring it to this program's tables and check it; the backup stays as it is."""
    _must_be_sound(backup, faults_of_file(backup))
    whole_copy(backup, ready)
    ready.chmod(0o600)
    with Library(ready) as library:
        _must_be_sound(backup, faults(library))


def _must_be_sound(backup: Path, found: Iterator[str]) -> None:
    if first := list(islice(found, _NAMED)):
        raise LibraryError(
            f"{backup} was not restored, because it is faulty: {' '.join(first)} The library is as "
            "it was; take an older backup."
        )


def _put_in_place(ready: Path, path: Path) -> Path:
    """Put a library in another one's place; return where the former is kept."""
    kept = path.with_name(f"{path.stem}-before-restore-{_now()}{path.suffix}")
    try:
        with Library(path) as live:
            version = live.version
    except LibraryError:  # it is damaged, or of a newer program: nobody works with it
        for end in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                path.with_name(f"{path.name}{end}").rename(kept.with_name(f"{kept.name}{end}"))
        whole_copy(ready, path)
        return kept
    deed = Deed(Action.RESTORE, detail="a backup took the place of the library")
    with Library(ready) as prepared, prepared.writing(deed) as connection:
        later = max(version + _AHEAD, state.version(connection)) + 1
        state.keep_number(connection, "version", later)
    _replace(ready, path, kept)
    return kept


def _replace(ready: Path, path: Path, kept: Path) -> None:
    """Replace all that a library holds in one transaction, under its readers.

    The former is copied once nobody else can write any more, so that nothing is lost between.
    """

    def step(status: int, remaining: int, total: int) -> None:
        if not kept.exists():
            whole_copy(path, kept)

    with (
        closing(sqlite3.connect(ready)) as source,
        closing(sqlite3.connect(path, timeout=WAIT)) as target,
    ):
        pages = source.execute("PRAGMA page_count").fetchone()[0]
        source.backup(target, pages=max(1, min(_PAGES, pages - 1)), progress=step)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
