"""Articles of the library as they were read, out of its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from briefing.article import Article
from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.reviews.details import own_details


class StoredArticle(NamedTuple):
    """An article of the library.

    Attributes:
        article: The article as it was read.
        row: Its row of table `articles`, with the title, outlet, author and address that hold.
    """

    article: Article
    row: Mapping[str, Any]


class SetApart(NamedTuple):
    """What reading set apart from an article's text or said of it, as in `Article`."""

    removed: tuple[str, ...]
    captions: tuple[str, ...]
    notes: tuple[str, ...]


def is_there(connection: sa.Connection, article_id: str) -> bool:
    """Say whether an article is in the library."""
    query = sa.select(schema.articles.c.number).where(schema.articles.c.article_id == article_id)
    return connection.scalar(query) is not None


def those_there(connection: sa.Connection, article_ids: Sequence[str]) -> list[str]:
    """Return those of some articles that are in the library."""
    key = schema.articles.c.article_id
    return list(connection.scalars(sa.select(key).where(key.in_(article_ids))))


def count(connection: sa.Connection) -> int:
    """Return how many articles there are, shown or not."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(schema.articles)) or 0)


def row_of(connection: sa.Connection, article_id: str) -> dict[str, Any]:
    """Return an article's row of table `articles`, as it stands.

    Raises:
        LibraryError: The article is not in the library.
    """
    query = sa.select(schema.articles).where(schema.articles.c.article_id == article_id)
    found = connection.execute(query).mappings().one_or_none()
    if found is None:
        raise LibraryError(
            f"There is no article {article_id} in the library; it may have been removed."
        )
    return dict(found)


def lines_of(connection: sa.Connection, table: sa.Table, article_id: str) -> tuple[str, ...]:
    """Return what a table such as `notes` holds of an article, a line a row, in order."""
    query = sa.select(table.c.text).where(table.c.article_id == article_id)
    return tuple(connection.scalars(query.order_by(table.c.position)))


def set_apart(connection: sa.Connection, article_id: str) -> SetApart:
    """Return what reading set apart from an article's text or said of it."""
    return SetApart(
        removed=lines_of(connection, schema.removed, article_id),
        captions=lines_of(connection, schema.captions, article_id),
        notes=lines_of(connection, schema.notes, article_id),
    )


def article_of(row: Mapping[str, Any], apart: SetApart) -> Article:
    """Return the article of a row of table `articles`, which has the details as they were read."""
    return Article(
        text=row["text"],
        title=row["title"],
        title_end=row["title_end"],
        source=row["source"],
        url=row["url"],
        author=row["author"],
        published=row["published"],
        published_basis=row["published_basis"],
        external_id=row["external_id"],
        removed=apart.removed,
        captions=apart.captions,
        notes=apart.notes,
        kept_as=row["article_id"],
    )


def stored_article(connection: sa.Connection, article_id: str) -> StoredArticle:
    """Return an article and its row.

    Raises:
        LibraryError: The article is not in the library.
    """
    row = row_of(connection, article_id)
    read = row | own_details(connection, article_id)
    return StoredArticle(article_of(read, set_apart(connection, article_id)), row)
