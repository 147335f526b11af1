"""Brings a library's tables to the form that this program uses, and back, with Alembic.

All steps are one transaction, and a copy of a file is put beside it first. So a step that fails
leaves the library as it was, and of two programs that open it at once one makes the steps.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.dialects.place import Place
from briefing.library.engine import astray, connect, for_writing, told
from briefing.library.file import whole_copy
from briefing.version import VERSION

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

HEAD = "0007"
"""The step after which the tables are those of `schema`."""

_ONE_AT_A_TIME = Lock()
"""What Alembic hands to its steps is the process's, not a thread's."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_NUMBER = sa.table("alembic_version", sa.column("version_num", sa.Text))


def is_current(connection: sa.Connection) -> bool:
    """Say whether the tables are those of this program."""
    return _step_of(connection) == HEAD


def upgrade(place: Place) -> None:
    """Bring a library's tables to the form that this program uses; make them in an empty file.

    Raises:
        LibraryError: The library is of a newer program, or its tables are of none; it is as it was.
    """
    _move(place, HEAD, VERSION)


def downgrade(place: Place, version: str) -> None:
    """Bring a library's tables back to the form that an older version of the program uses.

    Args:
        place: Where the library is.
        version: The version that is to use it.

    Raises:
        LibraryError: There is no library, no older form of the tables is that of `version`, or as
            with `upgrade`.
    """
    if not isinstance(place, Path):
        raise LibraryError(
            f"A library in a database has no way back to an older version; restore the dump of "
            f"{place.name} that was made before it was upgraded."
        )
    if not place.exists():
        raise LibraryError(f"There is no library {place}.")
    older = [step for step in steps().walk_revisions() if step.revision != HEAD]
    known = {step.module.program: step.revision for step in older}
    if version not in known:
        raise LibraryError(
            f"There is no way back to version {version}; name one of {', '.join(sorted(known))}."
        )
    _move(place, known[version], version)


def copies(place: Place) -> list[Path]:
    """Return the copies of a library that were put beside it before a step; none of a database."""
    if not isinstance(place, Path):
        return []
    return sorted(place.parent.glob(f"{place.stem}-before-*{place.suffix}"))


def _move(place: Place, target: str, version: str) -> None:
    """Make the steps to `target`, the form that `version` of the program uses."""
    from alembic import command

    engine = connect(place, foreign_keys=False)  # a table is copied and dropped, its rows stay
    try:
        with told(place), for_writing(engine).begin() as connection:
            here = _step_of(connection)
            if here == target:
                return
            _must_be_known(place, connection, here)
            if isinstance(place, Path) and sa.inspect(connection).has_table(schema.articles.name):
                _copy(place, version)
            config = _config()
            config.attributes["connection"] = connection
            move = command.upgrade if here is None or here < target else command.downgrade
            with _ONE_AT_A_TIME:
                move(config, target)
            if lost := astray(connection):
                raise LibraryError(
                    f"The library {place} was left as it was, since rows of its table {lost[0][0]} "
                    "would lead nowhere; please report this."
                )
    finally:
        engine.dispose()


def _step_of(connection: sa.Connection) -> str | None:
    """Return the number of the step that a library stands at; None where it carries none."""
    if not sa.inspect(connection).has_table(_NUMBER.name):
        return None
    return connection.scalar(sa.select(_NUMBER.c.version_num))


def _must_be_known(place: Place, connection: sa.Connection, here: str | None) -> None:
    known = steps()
    if here is None:
        _must_have_columns(place, connection, known.get_revision("0001").module.metadata)
    elif here not in {step.revision for step in known.walk_revisions()}:
        needed = connection.scalar(sa.select(schema.program.c.version))
        raise LibraryError(
            f"The library {place} needs version {needed} of this program or a newer one, and this "
            f"is version {VERSION}; use that version, or set BRIEFING_DATA_DIR to another folder."
        )


def _must_have_columns(place: Place, connection: sa.Connection, first: sa.MetaData) -> None:
    """Let pass what version 0.1.0 made, which carries no number: by the columns of its tables."""
    inspector = sa.inspect(connection)
    for name in first.tables.keys() & set(inspector.get_table_names()):
        if {column["name"] for column in inspector.get_columns(name)} != set(
            first.tables[name].columns.keys()
        ):
            raise LibraryError(
                f"The library {place} was made by a version older than 0.1.0; move it away and add "
                "its articles again, or set BRIEFING_DATA_DIR to another folder."
            )


def _copy(path: Path, version: str) -> None:
    """Copy the library as it stands before the steps to `version`, with its permissions."""
    try:
        whole_copy(path, path.with_name(f"{path.stem}-before-{version}{path.suffix}"))
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The library {path} was left as it was, because no copy of it could be put beside it "
            f"before its tables change: {error}. Check that its folder can be written and that "
            "the disk has room for it twice."
        ) from error


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def steps() -> ScriptDirectory:
    """Return the steps that this program knows."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())
