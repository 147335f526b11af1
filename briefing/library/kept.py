"""Tables that hold nothing of their own: what was worked out when an article was added."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from briefing.library import schema

metadata = sa.MetaData()


def kept_table(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """Make a table whose rows belong to one article and go with it."""
    article = sa.Column(
        "article_id",
        sa.Text,
        sa.ForeignKey(schema.articles.c.article_id, ondelete="CASCADE"),
        primary_key=True,
    )
    return sa.Table(name, metadata, article, *columns)


def shown(table: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition that a row's article is shown, looked up row by row.

    So a query that wants the first rows of an index can stop when it has them.
    """
    article: Any = schema.articles.alias("shown_article")
    return sa.exists().where(article.c.article_id == table.c.article_id, article.c.shown)
