"""The library's database: opened, brought to this program's tables, read and written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from briefing.access import Action, Deed, Person, Who, at_work, must, this_account
from briefing.errors import LibraryError, LibraryUnwritableError
from briefing.library import audit, engine, revisions, tallies
from briefing.library.dialects.place import Place
from briefing.library.reviews.applying import bring_up, reviewed_articles
from briefing.version import VERSION


class Database:
    """One SQLite file, or one PostgreSQL database; safe to share between threads and processes.

    One that an older version made is brought to this one's tables when it is opened. One that
    cannot be written (its file or its folder) can be read, and only that. Before anything is read
    or written, who is at work is asked whether they may; what is written stands in the audit.

    Args:
        place: The file, which is made with its folder, for the owner only, when it is missing; or
            the address of the database.
        who: Finds who is at work; this account of the machine, which may do all, by default.

    Attributes:
        place: Where it is.
        writable: Whether anything in it can be changed.

    Raises:
        LibraryError: The file is not a library of this program, or needs a newer one.
    """

    def __init__(self, place: Place, *, who: Who = this_account) -> None:
        self.place = place
        self._who = who
        self.writable = engine.prepare(place)
        if not self.writable:
            self._engine = engine.connect_to_read(place)
            self._writer = self._engine
            self._must_be_current()
            return
        self._engine = engine.connect(place)
        self._writer = engine.for_writing(self._engine)
        with self._open(self._engine) as connection:
            current = revisions.is_current(connection)
        if not current:
            revisions.upgrade(place)
        with self._open(self._writer) as connection:
            engine.complete(connection)
            tallies.prepare(connection)
            if not current:
                bring_up(connection, reviewed_articles(connection))
            engine.analyse(connection)
        self.checkpoint()

    def _must_be_current(self) -> None:
        """Raise a LibraryError where a library that can only be read is of an older program."""
        with self._open(self._engine) as connection:
            current = revisions.is_current(connection) and tallies.are_current(connection)
        if not current:
            raise LibraryError(
                f"The library {self.place} was made by another version of this program and can "
                "only be read here; ask somebody who can change it to open it with version "
                f"{VERSION}."
            )

    @property
    def path(self) -> Path:
        """The library's file.

        Raises:
            LibraryError: It is in a database on a server.
        """
        if not isinstance(self.place, Path):
            raise LibraryError(f"The library {self.place} is in a database, and has no file.")
        return self.place

    def must_be_writable(self) -> None:
        """Raise a LibraryUnwritableError where the library can only be read."""
        if not self.writable:
            raise LibraryUnwritableError(engine.only_to_be_read(self.place))

    def must_be_allowed(self, action: Action) -> Person:
        """Return who is at work.

        Raises:
            AccessError: They may not do this, nobody is signed in, or the sign-in has ended.
        """
        person = at_work(self._who, time.time())
        must(person, action)
        return person

    @contextmanager
    def reading(self, action: Action = Action.LOOK) -> Iterator[sa.Connection]:
        """Open a short read transaction: everything read in it is of one moment.

        Args:
            action: What is read for.

        Raises:
            AccessError: Who is at work may not read it.
            LibraryError: The database cannot be read.
        """
        self.must_be_allowed(action)
        with self._open(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self, deed: Deed) -> Iterator[sa.Connection]:
        """Open a write transaction; `checkpoint` is the caller's."""
        person = self.must_be_allowed(deed.action)
        self.must_be_writable()
        with self._open(self._writer) as connection:
            yield connection
            audit.record(connection, person, deed)

    @contextmanager
    def writing(self, deed: Deed | None = None) -> Iterator[sa.Connection]:
        """Open a write transaction, such as for a deck of slides.

        Args:
            deed: What is done; it stands in the audit, in the same transaction. A correction of
                nothing in particular when None.

        Raises:
            AccessError: Who is at work may not do it; nothing is read or written then.
            LibraryError: The database cannot be written.
        """
        with self._writing(deed or Deed(Action.CORRECT)) as connection:
            yield connection
        self.checkpoint()

    @contextmanager
    def _open(self, which: sa.Engine) -> Iterator[sa.Connection]:
        with self._errors(), which.begin() as connection:
            yield connection

    def checkpoint(self, *, wait: bool = True) -> bool:
        """Bring all that was written into the file itself, so that a copy of it is whole.

        Args:
            wait: Whether to wait a moment for those who read, and empty the log beside the file.

        Returns:
            Whether it was done; what readers hold up is done the next time.
        """
        if not self.writable:
            return True
        with self._errors():
            return engine.checkpoint(self._engine, wait=wait)

    def shrink(self) -> bool:
        """Give the room of what was deleted back to the disk; say whether nobody held that up."""
        with self._errors():
            shrunk = engine.shrink(self._engine)
        return self.checkpoint() and shrunk

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with engine.told(self.place):
            try:
                yield
            except sa.exc.DBAPIError as error:
                if not engine.is_inconsistent(error):
                    raise
                raise LibraryError(
                    f"The article could not be saved: inconsistent data ({error.orig}). Nothing "
                    "of it was added; please report this with the article."
                ) from error

    def close(self) -> None:
        """Close the connections; new ones are opened when it is used again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
