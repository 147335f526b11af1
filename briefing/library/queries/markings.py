"""How the articles that something rests on may be handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries.view import resting_on
from briefing.library.store import Library
from briefing.wording.highest import highest


def marking_of_view(library: Library, flt: Filter, also: Sequence[str] = ()) -> str:
    """Return the highest marking of the articles that a view rests on, "" for none.

    Args:
        library: The library.
        flt: The filter.
        also: Articles that are shown besides, in view or not.
    """
    marking = schema.markings.c
    here = sa.or_(marking.article_id.in_(resting_on(flt)), marking.article_id.in_(also))
    with library.reading() as connection:
        if connection.scalar(sa.select(marking.article_id).limit(1)) is None:
            return ""
        return highest(connection.scalars(sa.select(marking.marking).where(here).distinct()))


def marking_of_all(library: Library) -> str:
    """Return the highest marking of all articles, also hidden and removed ones; "" for none."""
    kept = sa.func.json_extract(schema.removed_articles.c.content, "$.marking", type_=sa.Text)
    every = sa.union(sa.select(schema.markings.c.marking), sa.select(kept))
    with library.reading() as connection:
        return highest(filter(None, connection.scalars(every)))


def markings_of(library: Library, article_ids: Sequence[str]) -> list[str]:
    """Return the markings that some of the articles have, each once."""
    marking = schema.markings.c
    query = sa.select(marking.marking).where(marking.article_id.in_(article_ids)).distinct()
    with library.reading() as connection:
        return sorted(connection.scalars(query))


def above_ceiling(library: Library, flt: Filter) -> tuple[int, int]:
    """Return how many articles a filter's ceiling leaves out of a view, and how many stay."""
    number = sa.func.count()
    article = schema.articles.c.article_id
    with library.reading() as connection:
        every, left = (
            connection.scalar(sa.select(number).where(article.in_(resting_on(one)))) or 0
            for one in (replace(flt, ceiling=""), flt)
        )
    return every - left, left
