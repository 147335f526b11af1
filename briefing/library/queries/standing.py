"""What stands inside quotations only as denied, conditional, possible or expected."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.queries._select import entity_name, frame, name_holders
from briefing.library.readings import certain_enough
from briefing.library.store import Library

_PLAIN = ("asserted", "attributed")
"""Standings that a quotation gives whatever it holds: its speaker claims it."""


def standings_within(library: Library, quote_ids: Sequence[str]) -> pd.DataFrame:
    """Relations inside quotations that their speaker does not plainly claim, in reading order.

    Args:
        library: The library.
        quote_ids: The quotations.

    Returns:
        `quote_id, relation_id, source_name, target_name, trigger, standing, denied_by,
        denied_by_name, condition`.
    """
    quote, relation = schema.quotes.c, schema.relations.c
    query = (
        sa.select(
            quote.quote_id,
            relation.relation_id,
            entity_name(relation.source).label("source_name"),
            entity_name(relation.target).label("target_name"),
            relation.trigger,
            relation.standing,
            relation.denied_by,
            relation.denied_by.label("denied_by_name"),
            relation.condition,
        )
        .select_from(schema.quotes)
        .join(
            schema.relations,
            sa.and_(
                relation.article_id == quote.article_id,
                relation.trigger_start < quote.end,
                relation.trigger_end > quote.start,
            ),
        )
        .where(
            quote.quote_id.in_(quote_ids),
            relation.standing.not_in(_PLAIN),
            certain_enough(schema.relations),
        )
        .order_by(quote.article_id, quote.start, relation.trigger_start, relation.relation_id)
    )
    return name_holders(library, frame(library, query), "denied_by_name")
