"""Keeps decks of slides under their names, as texts; briefing.deck.storage says what is in them.

A deck is no part of the articles: keeping one changes no answer of the library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import DeckError
from briefing.library.chatham.hidden import UNDER_THE_RULE, hidden, stored_name
from briefing.library.schema import decks
from briefing.library.store import Library

LONGEST = 80
"""Letters that a name may have."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A deck in the list of decks.

    Attributes:
        name: Its name.
        kept: When it was last kept, in UTC, ISO.
        locked: When it was locked; None for one that is not.
    """

    name: str
    kept: str
    locked: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A deck as it is kept.

    Attributes:
        name: Its name.
        content: What the presenter decided, as JSON.
        snapshot: All that a locked deck shows, as JSON; None for one that is not locked.
        kept: When it was last kept, in UTC, ISO.
        locked: When it was locked.
    """

    name: str
    content: str
    snapshot: str | None
    kept: str
    locked: str | None


def names(library: Library) -> list[Listed]:
    """Return the decks, the last kept first."""
    query = sa.select(decks.c.name, decks.c.kept, decks.c.locked).order_by(
        decks.c.kept.desc(), decks.c.name
    )
    with library.reading() as connection:
        told = hidden(connection).words
        return [told.out_of(Listed(*row)) for row in connection.execute(query)]


def on_briefing(library: Library, briefing_id: str) -> list[str]:
    """Return the names of the decks that hang on a briefing."""
    own = sa.func.json_extract(decks.c.content, "$.briefing")
    query = sa.select(decks.c.name).where(own == briefing_id).order_by(decks.c.name)
    with library.reading() as connection:
        return list(map(hidden(connection).words.without, connection.scalars(query)))


def load(library: Library, name: str) -> Kept:
    """Return a deck.

    Raises:
        DeckError: There is none of this name, or it is locked and tells who a speaker is that has
            come under the Chatham House Rule since.
    """
    with library.reading() as connection:
        row, told = _row(connection, name), hidden(connection)
    if row["snapshot"] is not None and told.are_told_by(row["snapshot"], row["locked"]):
        raise DeckError(UNDER_THE_RULE.format(f"The deck “{told.words.without(name)}”"), name=name)
    return Kept(
        **{
            **row,
            "name": told.words.without(row["name"]),
            "content": told.json(row["content"]),
        }
    )


def keep(library: Library, name: str, content: str, *, replace: bool = False) -> str:
    """Keep a deck under a name; return the name as it is kept, its spaces made single.

    Args:
        library: The library.
        name: The name.
        content: What the presenter decided, as JSON.
        replace: Whether it may take the place of a deck of this name.

    Raises:
        DeckError: The name is empty, too long or taken, or the deck of this name is locked.
    """
    name = _usable(name)
    with library.writing(Deed(Action.DECK, (name,), "saved")) as connection:
        old = _find(connection, name)
        if old is not None:
            _must_be_open(old)
            if not replace:
                raise DeckError(_taken(name), name=name)
            _update(connection, name, content=content, kept=moment())
        else:
            row = {"name": name, "content": content, "kept": moment()}
            connection.execute(decks.insert(), row)
    return name


def lock(library: Library, name: str, snapshot: str) -> None:
    """Lock a deck with all that it shows, so that later changes do not touch it.

    Raises:
        DeckError: There is none of this name, or it is locked already.
    """
    with library.writing(Deed(Action.DECK, (name,), "locked")) as connection:
        _must_be_open(_row(connection, name))
        _update(connection, name, snapshot=snapshot, locked=moment())


def unlock(library: Library, name: str) -> None:
    """Unlock a deck: it follows the library and the filter again, and its snapshot is gone.

    Raises:
        DeckError: There is none of this name.
    """
    with library.writing(Deed(Action.DECK, (name,), "unlocked")) as connection:
        _row(connection, name)
        _update(connection, name, snapshot=None, locked=None)


def rename(library: Library, name: str, other: str) -> str:
    """Give a deck another name, locked or not; return the name as it is kept.

    Raises:
        DeckError: There is no deck of the one name, or the other is taken or cannot be used.
    """
    other = _usable(other)
    with library.writing(Deed(Action.DECK, (name, other), "renamed")) as connection:
        _row(connection, name)
        if other != name:
            _must_be_free(connection, other)
            _update(connection, name, name=other)
    return other


def duplicate(library: Library, name: str, other: str) -> str:
    """Copy a deck under another name; the copy of a locked one is not locked.

    Raises:
        DeckError: There is no deck of the one name, or the other is taken or cannot be used.
    """
    other = _usable(other)
    with library.writing(Deed(Action.DECK, (name, other), "copied")) as connection:
        content = _row(connection, name)["content"]
        _must_be_free(connection, other)
        connection.execute(decks.insert(), {"name": other, "content": content, "kept": moment()})
    return other


def delete(library: Library, name: str) -> None:
    """Delete a deck, locked or not.

    Raises:
        DeckError: There is none of this name.
    """
    with library.writing(Deed(Action.DECK, (name,), "deleted")) as connection:
        called = _row(connection, name)["name"]
        connection.execute(decks.delete().where(decks.c.name == called))


def _usable(name: str) -> str:
    found = " ".join(name.split())
    if not found:
        raise DeckError("Give the deck a name.", name=found)
    if len(found) > LONGEST:
        raise DeckError(
            f"The name of the deck is too long; use at most {LONGEST} letters.", name=found
        )
    return found


def _find(connection: sa.Connection, name: str) -> dict[str, Any] | None:
    called = stored_name(connection, decks.c.name, name)
    found = connection.execute(sa.select(decks).where(decks.c.name == called)).mappings()
    row = found.one_or_none()
    return dict(row) if row is not None else None


def _row(connection: sa.Connection, name: str) -> dict[str, Any]:
    found = _find(connection, name)
    if found is None:
        raise DeckError(
            f"There is no deck “{name}”; it may have been renamed or deleted.", name=name
        )
    return found


def _must_be_open(row: dict[str, Any]) -> None:
    if row["locked"] is not None:
        raise DeckError(
            f"The deck “{row['name']}” is locked; unlock it first, or save this under another "
            "name.",
            name=row["name"],
        )


def _taken(name: str) -> str:
    return f"There is already a deck “{name}”; choose another name."


def _must_be_free(connection: sa.Connection, name: str) -> None:
    if _find(connection, name) is not None:
        raise DeckError(_taken(name), name=name)


def _update(connection: sa.Connection, name: str, /, **values: object) -> None:
    called = stored_name(connection, decks.c.name, name)
    connection.execute(decks.update().where(decks.c.name == called).values(**values))
