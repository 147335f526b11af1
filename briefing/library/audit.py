"""The audit: who did what and when; written with what was done, and never changed or deleted.

Triggers of the table refuse it. It holds ids and names of decks, no words of an article. A purge
alone takes out whom it purges.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing.access import Action, Deed, Person
from briefing.clock import moment
from briefing.library import engine, schema
from briefing.library.chatham.hidden import hidden

if TYPE_CHECKING:
    from briefing.library.store import Library

_LOG = logging.getLogger(__name__)

_MOST = 200
"""So many objects of one deed have a row each; of more the number is kept."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit.

    Attributes:
        at: When it was done, in UTC, ISO.
        who: What the sign-in knows them by; without one, the account of the machine.
        role: Their role then.
        action: What was done.
        object: What it was done to: an article's or a fact's id, the name of a deck; "" for none.
        detail: More of it, in a few words.
    """

    at: str
    who: str
    role: str
    action: str
    object: str
    detail: str


def record(connection: sa.Connection, person: Person, deed: Deed) -> None:
    """Write what somebody did, in the transaction that does it."""
    if not deed.kept:
        return
    objects: Sequence[str] = deed.about or ("",)
    detail = deed.detail
    if len(objects) > _MOST:
        objects, detail = ("",), f"{len(objects)} objects {detail}".strip()
    _LOG.info(
        "done", extra={"action": str(deed.action), "object": objects[0], "role": person.role.word}
    )
    at = moment("milliseconds")
    connection.execute(
        schema.audit.insert(),
        [
            {
                "at": at,
                "who": person.who[:_LONGEST],
                "role": person.role.word,
                "action": str(deed.action),
                "object": each[:_LONGEST],
                "detail": detail[:_LONGEST],
            }
            for each in objects
        ],
    )


def forget(connection: sa.Connection, ids: Sequence[str], names: Sequence[str]) -> None:
    """Take purged people out of the audit: what was done to them stays, without who they were.

    Args:
        connection: The connection, within a purge, which stands in the audit itself.
        ids: Their ids.
        names: Their names.
    """
    column = schema.audit.c
    with engine.changing_audit(connection):
        for text in (column.object, column.detail):
            named = (text.icontains(name, autoescape=True) for name in names if name)
            theirs = sa.or_(text.in_(ids), *named)
            connection.execute(schema.audit.update().where(theirs).values({text: "purged"}))


def entries(library: Library, *, since: str | None = None, limit: int | None = None) -> list[Entry]:
    """Return the audit, the last first.

    Args:
        library: The library.
        since: A day or a time in UTC, ISO; all when None.
        limit: The most lines; all when None.

    Raises:
        AccessError: Who is at work may not see it.
    """
    column = schema.audit.c
    query = sa.select(*(column[name] for name in Entry.__slots__)).order_by(column.number.desc())
    if since is not None:
        query = query.where(column.at >= since)
    if limit is not None:
        query = query.limit(limit)
    with library.reading(Action.AUDIT) as connection:
        told = hidden(connection).words
        return [told.out_of(Entry(*row)) for row in connection.execute(query)]
