"""The files that articles came in, kept as they were handed in, each once.

What is shown is the text as it was mended; the file beside it shows what it was mended from.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was handed in.

    Attributes:
        name: Its name, without a folder.
        data: Its bytes.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept, without its bytes.

    Attributes:
        file_id: What it is kept under: a hash of its bytes.
        name: Its name.
        size: How many bytes it has.
    """

    file_id: str
    name: str
    size: int


def keep(connection: sa.Connection, article_id: str, original: Original) -> None:
    """Keep the file of an article; one that is there already is kept once."""
    file_id = hashlib.sha256(original.data).hexdigest()
    key = schema.files.c.file_id
    if connection.scalar(sa.select(key).where(key == file_id)) is None:
        row = {
            "file_id": file_id,
            "name": original.name,
            "size": len(original.data),
            "content": zlib.compress(original.data),
        }
        connection.execute(schema.files.insert(), row)
    link(connection, article_id, file_id)


def link(connection: sa.Connection, article_id: str, file_id: str) -> None:
    """Say in which of the files that are kept an article came."""
    row = {"article_id": article_id, "file_id": file_id}
    connection.execute(insert(schema.article_files).on_conflict_do_nothing(), row)


def file_of(connection: sa.Connection, article_id: str) -> str | None:
    """Return what the file of an article is kept under; None where none is."""
    kept = schema.article_files.c
    return connection.scalar(sa.select(kept.file_id).where(kept.article_id == article_id))


def drop_unused(connection: sa.Connection) -> None:
    """Delete the files of which no article came that is there or can be put back."""
    key, removed = schema.files.c.file_id, schema.removed_articles.c.file_id
    connection.execute(
        schema.files.delete().where(
            key.not_in(sa.select(schema.article_files.c.file_id)),
            key.not_in(sa.select(removed).where(removed.is_not(None))),
        )
    )


def kept_original(connection: sa.Connection, article_id: str) -> Kept | None:
    """Return the file of an article, without its bytes; None where none is kept.

    One that names a speaker who is under the Chatham House Rule is handed to nobody.
    """
    file, kept = schema.files.c, schema.article_files.c
    found = connection.execute(
        sa.select(file.file_id, file.name, file.size)
        .join(schema.article_files, kept.file_id == file.file_id)
        .where(kept.article_id == article_id, file.file_id.not_in(_sealed()))
    ).one_or_none()
    return Kept(*found) if found is not None else None


def bytes_of(connection: sa.Connection, file_id: str) -> bytes:
    """Return the bytes of a file that is kept; none where it is not, or not to be handed over."""
    file = schema.files.c
    query = sa.select(file.content).where(file.file_id == file_id)
    content = connection.scalar(query.where(file.file_id.not_in(_sealed())))
    return zlib.decompress(content) if content is not None else b""


def _sealed() -> sa.CompoundSelect[tuple[str]]:
    """Select the files in which an article came that is without a speaker now."""
    without = sa.select(schema.sealed_articles.c.article_id)
    came, gone = schema.article_files.c, schema.removed_articles.c
    return sa.union(
        sa.select(came.file_id).where(came.article_id.in_(without)),
        sa.select(gone.file_id).where(gone.article_id.in_(without), gone.file_id.is_not(None)),
    )
