"""Which articles are still in the reading of an older version of the program."""

from __future__ import annotations

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.store import Library
from briefing.version import is_older


def older_articles(library: Library) -> list[str]:
    """Return the ids of the articles that this version has not read yet, in order of adding."""
    article = schema.articles.c
    with library.reading() as connection:
        versions = connection.scalars(sa.select(article.reader_version).distinct())
        older = [version for version in versions if is_older(version)]
        query = sa.select(article.article_id).where(article.reader_version.in_(older))
        return list(connection.scalars(query.order_by(article.number)))
