"""Which readings are shown: the one place that says what becomes of a low certainty.

A possible reading, of low certainty, is neither drawn nor counted nor printed until a person has
confirmed or corrected it; it waits in a list of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import sqlalchemy as sa

from briefing.library import schema

Readings = Literal["certain", "possible", "all"]
"""Those certain enough to be shown, those that wait for a person, or both."""


def certain_enough(facts: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition that rows of relations or events are certain enough to be shown.

    Args:
        facts: The table, or an alias of it.
    """
    return sa.or_(facts.c.certainty != "low", _upheld(facts))


def passing(facts: sa.FromClause, readings: Readings) -> list[sa.ColumnElement[bool]]:
    """Return the conditions under which rows of a table are among `readings`.

    Args:
        facts: A table of facts; those without a certainty are all certain.
        readings: Which are wanted.
    """
    if readings == "all":
        return []
    if "certainty" not in facts.c:
        return [] if readings == "certain" else [sa.false()]
    return [certain_enough(facts) if readings == "certain" else sa.not_(certain_enough(facts))]


def in_certain_fact(
    part: sa.FromClause, article_ids: Sequence[str] | None = None
) -> sa.ColumnElement[bool]:
    """Return the condition that a row of involvements is of a fact certain enough.

    Args:
        part: The table, or an alias.
        article_ids: The articles of the rows, where all of many are asked about at once.
    """
    waiting = (
        sa.select(table.c[schema.FACT_KEYS[table.name]]).where(
            table.c.article_id == part.c.article_id
            if article_ids is None
            else table.c.article_id.in_(article_ids),
            *passing(table, "possible"),
        )
        for table in (schema.relations, schema.events)
    )
    return sa.and_(*(part.c.fact_id.not_in(each) for each in waiting))


def _upheld(facts: sa.FromClause) -> sa.ColumnElement[bool]:
    """Pass what a person confirmed or corrected; what was rejected is in no table of facts."""
    key = "relation_id" if "relation_id" in facts.c else "event_id"
    held = schema.reviewed.alias("held")
    return sa.exists().where(held.c.fact_id == facts.c[key])
