"""Removed articles: kept whole until they are deleted for good, so that each can be put back.

What is kept is the article as it was read. What people decided on it stands in table `reviews`,
which removing does not touch, and holds again once the article is back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.article import Article, first_words
from briefing.clock import moment
from briefing.library import schema
from briefing.library.articles import SetApart, article_of, lines_of
from briefing.library.entities import entities_as_read
from briefing.library.markings import MarkedWords, marked_words, marking_of
from briefing.library.originals import drop_unused, file_of
from briefing.library.reviews.details import own_details
from briefing.library.revisions import HEAD
from briefing.library.rows import PER_ARTICLE, ArticleRows, Row
from briefing.library.tags import stored_tags

_SIDE = {
    "evidence": schema.evidence,
    "removed": schema.removed,
    "captions": schema.captions,
    "notes": schema.notes,
}


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was removed, for a list of them.

    Attributes:
        article_id: Its id.
        title: What it was called.
        removed: When it was removed, in UTC, ISO.
    """

    article_id: str
    title: str
    removed: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that was removed, with all that comes back with it.

    Attributes:
        article: The article as it was read.
        rows: Its rows; None where the tables had another form then, so that it is to be read again.
        evidence: Why its date was inferred.
        own: What the library alone knows of it: its place, when it was added, whether it is shown.
        tags: Its tags.
        marking: Its marking, "" for none.
        marked_words: Its words that have a marking of their own.
        file_id: The file that it came in, where that is kept.
    """

    article: Article
    rows: ArticleRows | None
    evidence: tuple[str, ...]
    own: Mapping[str, Any]
    tags: tuple[str, ...]
    marking: str
    marked_words: tuple[MarkedWords, ...]
    file_id: str | None


def keep(connection: sa.Connection, article_id: str, *, called: str) -> None:
    """Keep an article that is about to be removed.

    Args:
        connection: A write transaction.
        article_id: The article, which stands as it was read.
        called: The title that held.
    """
    content = content_of(connection, article_id)
    row = content["article"]
    entry = insert(schema.removed_articles).values(
        article_id=article_id,
        title=called or first_words(row["text"]),
        removed=moment(),
        step=HEAD,
        content=json.dumps(content, ensure_ascii=False),
        file_id=file_of(connection, article_id),
    )
    connection.execute(entry)


def content_of(connection: sa.Connection, article_id: str) -> dict[str, Any]:
    """Return all of an article that stands as it was read, as plain data that JSON can hold."""
    article = schema.articles
    found = connection.execute(sa.select(article).where(article.c.article_id == article_id))
    row = dict(found.mappings().one()) | own_details(connection, article_id)
    return {
        "article": row,
        "tables": {name: _rows(connection, name, article_id) for name in PER_ARTICLE},
        "entities": entities_as_read(connection, article_id),
        **{name: lines_of(connection, table, article_id) for name, table in _SIDE.items()},
        "tags": stored_tags(connection, article_id),
        "marking": marking_of(connection, article_id),
        "marked_words": [asdict(one) for one in marked_words(connection, article_id)],
    }


def forget(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Delete removed articles for good."""
    kept = schema.removed_articles
    gone = connection.execute(kept.delete().where(kept.c.article_id.in_(article_ids)))
    if gone.rowcount:
        drop_unused(connection)


def kept_article(connection: sa.Connection, article_id: str) -> Kept | None:
    """Return an article that was removed; None where it is not kept."""
    kept = schema.removed_articles.c
    found = connection.execute(
        sa.select(kept.step, kept.content, kept.file_id).where(kept.article_id == article_id)
    ).one_or_none()
    if found is None:
        return None
    return kept_of(json.loads(found.content), found.step, found.file_id)


def kept_of(content: dict[str, Any], step: str, file_id: str | None) -> Kept:
    """Return an article of what `content_of` returned.

    Args:
        content: That; it is taken apart.
        step: The form of the tables that its rows have.
        file_id: The file that it came in, where that is kept.
    """
    row = content["article"]
    own = {name: row.pop(name) for name in ("number", "added", "shown")}
    apart = SetApart(*(tuple(content[name]) for name in SetApart._fields))
    article = article_of(row, apart)
    del row["title_end"]
    rows = None
    if step == HEAD:
        rows = ArticleRows({**row, "added": own["added"]}, content["tables"], content["entities"])
    return Kept(
        article,
        rows,
        tuple(content["evidence"]),
        own,
        tuple(content["tags"]),
        content["marking"],
        tuple(MarkedWords(**one) for one in content.get("marked_words", ())),
        file_id,
    )


def removed_articles(connection: sa.Connection) -> list[Removed]:
    """Return the articles that were removed and can be put back, the last one first."""
    kept = schema.removed_articles.c
    query = sa.select(kept.article_id, kept.title, kept.removed).order_by(
        kept.removed.desc(), sa.literal_column("rowid").desc()
    )
    return [Removed(*row) for row in connection.execute(query)]


def _rows(connection: sa.Connection, name: str, article_id: str) -> list[Row]:
    table = schema.TABLES[name]
    own = {"number", "text"} if name == "sentences" else set()
    columns = [column for column in table.c if column.name not in own]
    query = sa.select(*columns).where(table.c.article_id == article_id)
    order: sa.ColumnElement[int] = sa.literal_column(f"{name}.rowid")
    return [dict(row) for row in connection.execute(query.order_by(order)).mappings()]
