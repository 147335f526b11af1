"""What people have looked over: how many facts, and who did."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries._select import all_facts
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far the facts under a filter were reviewed.

    Attributes:
        facts: Quotations, events and relations under the filter.
        reviewed: Those that somebody confirmed, corrected or rejected.
        reviewers: Who did, by name.
    """

    facts: int
    reviewed: int
    reviewers: tuple[str, ...]


def reviewed(library: Library, flt: Filter) -> Reviewed:
    """Count the reviewed facts under a filter."""
    found, review = all_facts(flt).cte("found"), schema.reviews.c
    there = review.fact_id.in_(sa.select(found.c.fact_id))
    with library.reading() as connection:
        return Reviewed(
            connection.scalar(sa.select(sa.func.count(found.c.fact_id.distinct()))) or 0,
            connection.scalar(sa.select(sa.func.count(review.fact_id.distinct())).where(there))
            or 0,
            tuple(
                connection.scalars(
                    sa.select(review.reviewer).where(there).distinct().order_by(review.reviewer)
                )
            ),
        )
