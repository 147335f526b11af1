"""What people have looked over: how many facts, and who did."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema, weights
from briefing.library.filter import Filter
from briefing.library.kept import shown
from briefing.library.queries import _whole
from briefing.library.queries._select import facts
from briefing.library.queries.view import resting_on
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far the facts under a filter were reviewed.

    Attributes:
        facts: Quotations, events and relations under the filter.
        reviewed: Those that somebody confirmed or corrected.
        reviewers: Who did, by name.
        rejected: How many of the articles in view were rejected, and are none of the facts.
    """

    facts: int
    reviewed: int
    reviewers: tuple[str, ...]
    rejected: int = 0


def reviewed(library: Library, flt: Filter) -> Reviewed:
    """Count the reviewed facts under a filter."""
    review, decided = schema.reviewed.c, schema.reviewed.alias("decided")
    passing = {
        table: facts(table, flt) for table in (schema.quotes, schema.events, schema.relations)
    }
    rejected = sa.and_(review.verdict == "rejected", review.article_id.in_(resting_on(flt)))
    there = sa.or_(
        *(
            review.fact_id.in_(
                sa.select(key).where(key.in_(sa.select(decided.c.fact_id)), *conditions)
            )
            for table, conditions in passing.items()
            for key in [table.c[schema.FACT_KEYS[table.name]]]
        )
    )
    kept = weights.articles.c
    every = sa.select(sa.func.sum(kept.quotes + kept.events + kept.relations)).where(
        shown(weights.articles)
    )
    with library.reading() as connection:
        return Reviewed(
            connection.scalar(every) or 0
            if _whole.is_whole(flt)
            else sum(
                connection.scalar(sa.select(sa.func.count()).select_from(table).where(*conditions))
                or 0
                for table, conditions in passing.items()
            ),
            connection.scalar(sa.select(sa.func.count(review.fact_id.distinct())).where(there))
            or 0,
            tuple(
                connection.scalars(
                    sa.select(review.reviewer).where(there).distinct().order_by(review.reviewer)
                )
            ),
            connection.scalar(sa.select(sa.func.count()).where(rejected)) or 0,
        )


def speakers_checked(library: Library) -> frozenset[str]:
    """Return the ids of the quotations whose speakers staff confirmed, added or corrected."""
    review = schema.reviewed.c
    whole = review.verdict.in_(("confirmed", "added"))
    named = review.fields.contains('"speaker_id"', autoescape=True)
    query = sa.select(review.fact_id).where(review.record == "quotes", sa.or_(whole, named))
    with library.reading() as connection:
        return frozenset(connection.scalars(query))
