"""Keeps briefings under their titles, as texts; briefing.brief.storage says what is in them.

A briefing is no part of the articles: keeping one changes no answer of the library. Whoever saves
one says which saving of it was opened, so that nobody writes over what another has saved since.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import KeptError, SavedByOthersError
from briefing.library.chatham.hidden import UNDER_THE_RULE, Hidden, hidden, stored_name
from briefing.library.schema import briefings
from briefing.library.store import Library

LONGEST = 160
"""Letters that a title may have."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A briefing as it is kept.

    Attributes:
        briefing_id: Its id, which stays when its title changes.
        title: Its title.
        content: What its author decided and wrote, as JSON.
        number: Which saving this is, from 1.
        saved: When that was, in UTC, ISO.
        archived: When it was put away; None for one that is at hand.
        snapshot: All that a locked one says, as JSON; None for one that is not locked.
        locked: When it was locked.
    """

    briefing_id: str
    title: str
    content: str
    number: int
    saved: str
    archived: str | None
    snapshot: str | None
    locked: str | None


def every(library: Library) -> list[KeptRow]:
    """Return the briefings, the last saved first, those put away behind the others.

    Their snapshots, which may be large, are left out.
    """
    own = briefings.c
    columns = [
        sa.null().label("snapshot") if one.name == "snapshot" else one for one in briefings.c
    ]
    query = sa.select(*columns).order_by(
        own.archived.is_not(None), own.saved.desc(), own.title, own.briefing_id
    )
    with library.reading() as connection:
        told = hidden(connection)
        return [_told(KeptRow(*row), told) for row in connection.execute(query)]


def state_of(library: Library, briefing_id: str) -> tuple[int, str | None, str | None] | None:
    """Return which saving a briefing is at, and when it was locked and put away; None for none."""
    own = briefings.c
    query = sa.select(own.number, own.locked, own.archived).where(own.briefing_id == briefing_id)
    with library.reading() as connection:
        found = connection.execute(query).one_or_none()
    return (found.number, found.locked, found.archived) if found else None


def load(library: Library, briefing_id: str) -> KeptRow:
    """Return a briefing.

    Raises:
        KeptError: There is none of this id, or it is locked and tells who a speaker is that has
            come under the Chatham House Rule since.
    """
    with library.reading() as connection:
        row, told = _row(connection, briefing_id), hidden(connection)
    shown = _told(row, told)
    if row.snapshot is not None and told.are_told_by(row.snapshot, str(row.locked)):
        raise KeptError(UNDER_THE_RULE.format(f"The briefing “{shown.title}”"))
    return shown


def id_of(library: Library, title: str) -> str:
    """Return the id of the briefing of a title.

    Raises:
        KeptError: There is none.
    """
    plain = " ".join(title.split())
    with library.reading() as connection:
        called = stored_name(connection, briefings.c.title, plain)
        query = sa.select(briefings.c.briefing_id).where(briefings.c.title == called)
        found = connection.scalar(query)
    if found is None:
        raise KeptError(f"There is no briefing “{plain}”; it may have another title now.")
    return str(found)


def make(library: Library, title: str, content: str) -> str:
    """Keep a new briefing; return its id.

    Raises:
        KeptError: The title is empty, too long or taken.
    """
    briefing_id = secrets.token_hex(6)
    with library.writing(Deed(Action.DECK, (briefing_id,), "briefing made")) as connection:
        row = {
            "briefing_id": briefing_id,
            "title": _free_title(connection, title, briefing_id),
            "content": content,
            "number": 1,
            "saved": moment(),
        }
        connection.execute(briefings.insert(), row)
    return briefing_id


def save(library: Library, briefing_id: str, title: str, content: str, number: int) -> int:
    """Save a briefing in the place of the saving that was opened; return the new number.

    Args:
        library: The library.
        briefing_id: The briefing.
        title: Its title now.
        content: What its author decided and wrote, as JSON.
        number: Which saving of it was opened.

    Raises:
        SavedByOthersError: Somebody has saved it since; what they saved stands.
        KeptError: It is not there or locked, or the title is empty, too long or taken.
    """
    with library.writing(Deed(Action.DECK, (briefing_id,), "briefing saved")) as connection:
        row = _row(connection, briefing_id)
        _must_be_as_opened(row, number)
        _must_be_open(row)
        plain = _free_title(connection, title, briefing_id)
        values = {"title": plain, "content": content, "number": number + 1, "saved": moment()}
        _update(connection, briefing_id, **values)
    return number + 1


def lock(library: Library, briefing_id: str, snapshot: str, number: int) -> None:
    """Lock a briefing with all that it says, so that later changes do not touch it.

    Raises:
        SavedByOthersError: Somebody has saved it since the saving that was opened.
        KeptError: It is not there, or locked already.
    """
    with library.writing(Deed(Action.DECK, (briefing_id,), "briefing locked")) as connection:
        row = _row(connection, briefing_id)
        _must_be_as_opened(row, number)
        _must_be_open(row)
        _update(connection, briefing_id, snapshot=snapshot, locked=moment())


def unlock(library: Library, briefing_id: str) -> None:
    """Unlock a briefing: it follows the library again, and its frozen copy is gone.

    Raises:
        KeptError: It is not there.
    """
    with library.writing(Deed(Action.DECK, (briefing_id,), "briefing unlocked")) as connection:
        _row(connection, briefing_id)
        _update(connection, briefing_id, snapshot=None, locked=None)


def archive(library: Library, briefing_id: str, *, on: bool) -> None:
    """Put a briefing away, or take it out again; locked or not, nothing of it changes.

    Raises:
        KeptError: It is not there.
    """
    said = "briefing archived" if on else "briefing taken out"
    with library.writing(Deed(Action.DECK, (briefing_id,), said)) as connection:
        _row(connection, briefing_id)
        _update(connection, briefing_id, archived=moment() if on else None)


def delete(library: Library, briefing_id: str) -> None:
    """Delete a briefing for everybody; the decks that hang on it stay.

    Raises:
        KeptError: It is not there, or was not put away first.
    """
    with library.writing(Deed(Action.DECK, (briefing_id,), "briefing deleted")) as connection:
        row = _row(connection, briefing_id)
        if row.archived is None:
            raise KeptError(f"Archive the briefing “{row.title}” before it is deleted.")
        connection.execute(briefings.delete().where(briefings.c.briefing_id == briefing_id))


def _row(connection: sa.Connection, briefing_id: str) -> KeptRow:
    query = sa.select(briefings).where(briefings.c.briefing_id == briefing_id)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise KeptError("This briefing is not in the library; it may have been deleted.")
    return KeptRow(*found)


def _told(row: KeptRow, told: Hidden) -> KeptRow:
    """Return a briefing without speakers who are under the Chatham House Rule."""
    title = told.words.without(row.title)
    return replace(row, title=title, content=told.json(row.content))


def _free_title(connection: sa.Connection, title: str, briefing_id: str) -> str:
    plain = " ".join(title.split())
    if not plain:
        raise KeptError("Give the briefing a title.")
    if len(plain) > LONGEST:
        raise KeptError(f"The title of the briefing is too long; use at most {LONGEST} letters.")
    own = briefings.c
    taken = sa.select(own.archived).where(own.title == plain, own.briefing_id != briefing_id)
    found = connection.execute(taken).one_or_none()
    if found is not None:
        where = "in the archive" if found.archived else "in the library"
        raise KeptError(f"There is already a briefing “{plain}” {where}; choose another title.")
    return plain


def _must_be_as_opened(row: KeptRow, number: int) -> None:
    if row.number != number:
        raise SavedByOthersError(
            f"Somebody has saved the briefing “{row.title}” since you opened it; "
            "save yours as a copy, or take theirs."
        )


def _must_be_open(row: KeptRow) -> None:
    if row.locked is not None:
        raise KeptError(
            f"The briefing “{row.title}” is locked; unlock it first, or save yours as a copy."
        )


def _update(connection: sa.Connection, briefing_id: str, /, **values: Any) -> None:
    here = briefings.c.briefing_id == briefing_id
    connection.execute(briefings.update().where(here).values(**values))
