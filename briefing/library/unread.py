"""Files that could not be read when they were added: kept by name, so that nobody forgets them."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.library.chatham.hidden import hidden
from briefing.library.schema import unread
from briefing.library.state import changed
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a part of one, that is not in the library.

    Attributes:
        name: Its name.
        reason: Why it could not be read, in one sentence.
        at: When that was last tried, in UTC, ISO.
    """

    name: str
    reason: str
    at: str


def unread_files(library: Library) -> tuple[Unread, ...]:
    """Return the files that could not be read, the last tried first."""
    query = sa.select(unread).order_by(unread.c.at.desc(), unread.c.name)
    with library.reading() as connection:
        told = hidden(connection).words
        rows = connection.execute(query)
        return tuple(told.out_of(Unread(row.name, row.reason, row.at)) for row in rows)


def note_unread(library: Library, name: str, reason: str) -> None:
    """Keep that a file could not be read; of one name the last time counts."""
    at = moment()
    added = insert(unread).values(name=name, reason=reason, at=at)
    with library.writing(Deed(Action.ADD, detail="a file could not be read")) as connection:
        connection.execute(
            added.on_conflict_do_update(index_elements=["name"], set_={"reason": reason, "at": at})
        )
        changed(connection)


def forget_unread(library: Library, name: str) -> None:
    """Take a file off the list; one that is not on it is passed over."""
    with library.reading() as connection:
        if connection.scalar(sa.select(unread.c.name).where(unread.c.name == name)) is None:
            return
    with library.writing(Deed(Action.ADD, detail="a file not read was taken off")) as connection:
        connection.execute(unread.delete().where(unread.c.name == name))
        changed(connection)
