"""What the library keeps beside articles: tags, files, those removed; and what room it takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from briefing.library import originals, removal, schema
from briefing.library.chatham.hidden import hidden
from briefing.library.dialects import sqlite
from briefing.library.dialects.postgresql import engine as postgresql
from briefing.library.originals import Kept
from briefing.library.removal import Removed
from briefing.library.store import Library
from briefing.library.tags import tags_of


def tags(library: Library) -> dict[str, int]:
    """Return every tag with how many articles have it, in the order of the alphabet."""
    tag = schema.tags.c.tag
    with library.reading() as connection:
        rows = connection.execute(sa.select(tag, sa.func.count()).group_by(tag)).all()
        told = hidden(connection).words
    found: dict[str, int] = {}
    for name, number in rows:
        shown = told.without(str(name))
        found[shown] = found.get(shown, 0) + int(number)
    return {name: found[name] for name in sorted(found, key=str.casefold)}


def tags_of_each(library: Library, article_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the tags of articles, in the order of the alphabet, by the articles' ids."""
    with library.reading() as connection:
        return {article_id: tags_of(connection, article_id) for article_id in article_ids}


def removed_articles(library: Library) -> list[Removed]:
    """Return the articles that were removed and can be put back, the last one first."""
    with library.reading() as connection:
        return removal.removed_articles(connection)


def original(library: Library, article_id: str) -> Kept | None:
    """Return the file that an article came in, without its bytes; None where none is kept."""
    with library.reading() as connection:
        return originals.kept_original(connection, article_id)


def original_bytes(library: Library, file_id: str) -> bytes:
    """Return the bytes of a file that is kept."""
    with library.reading() as connection:
        return originals.bytes_of(connection, file_id)


def bytes_of_file(library: Library) -> int:
    """Return how many bytes the library takes on the disk."""
    place = library.place
    if not isinstance(place, Path):
        with library.reading() as connection:
            return postgresql.bytes_of(connection)
    return sqlite.bytes_of(place)
