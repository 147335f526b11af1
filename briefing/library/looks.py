"""Up to when each reader has seen what changed; it is none of the library's answers."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.library.schema import looks
from briefing.library.store import Library


def last_look(library: Library, reader: str) -> str | None:
    """Return up to when a reader has seen what changed, in UTC, ISO; None for a new reader.

    Args:
        library: The library.
        reader: The name that stands beside what they check; "" where nobody gave one.
    """
    query = sa.select(looks.c.at).where(looks.c.reader == reader)
    with library.reading() as connection:
        found: str | None = connection.scalar(query)
    return found


def look(library: Library, reader: str, at: str | None = None) -> str:
    """Keep that a reader has seen what changed up to now, or `at`; return the time.

    Raises:
        LibraryError: The library cannot be written.
    """
    now = at or moment()
    added = insert(looks).values(reader=reader, at=now)
    with library.writing(Deed(Action.SEEN, kept=False)) as connection:
        connection.execute(added.on_conflict_do_update(index_elements=["reader"], set_={"at": now}))
    return now
