"""Which articles a view rests on, how many of how many, and which period they cover."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries.view import resting_on
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a view rests on.

    Attributes:
        articles: How many articles.
        of: How many the library holds.
        first: The first day on which one of them may have been published; None where none is known.
        last: The last day, likewise.
        undated: Of how many nothing is known of the day.
        unsure: Whether a day of the period is only bounded, not stated or given.
    """

    articles: int
    of: int
    first: str | None
    last: str | None
    undated: int
    unsure: bool


def coverage(library: Library, flt: Filter) -> Coverage:
    """Say what a view rests on under a filter."""
    article = schema.articles.c
    first = sa.func.coalesce(article.published, article.published_earliest)
    last = sa.func.coalesce(article.published, article.published_latest)
    number = sa.func.count()
    query = sa.select(
        number,
        sa.func.min(sa.func.coalesce(first, last)),
        sa.func.max(sa.func.coalesce(last, first)),
        number - sa.func.count(sa.func.coalesce(first, last)),
        sa.func.count(sa.func.coalesce(first, last)) - sa.func.count(article.published),
    ).where(article.article_id.in_(resting_on(flt)))
    with library.reading() as connection:
        total = connection.scalar(sa.select(number).select_from(schema.articles)) or 0
        covered, earliest, latest, undated, bounded = connection.execute(query).one()
    return Coverage(covered, total, earliest, latest, undated, bounded > 0)
