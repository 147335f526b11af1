"""What people decided on an article itself: its title, its outlet, its author, its address."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.decision import CORRECTABLE, Decision
from briefing.library.reviews.fact_rows import keep_machine
from briefing.library.reviews.history import Held, held
from briefing.library.reviews.holding import keep_held
from briefing.library.rows import Row

_DETAILS = ("article_id", *CORRECTABLE["articles"])


def apply_to_articles(
    connection: sa.Connection, decisions: Mapping[str, Sequence[Decision]]
) -> None:
    """Correct the details of articles that stand as they were read.

    Args:
        connection: A write transaction.
        decisions: The decisions on each article, by its id; one that is not there, such as one of
            a pack, gets them when it is added.
    """
    article = schema.articles.c
    holding: dict[str, tuple[Decision, Held]] = {}
    for article_id, made in decisions.items():
        holds = held(made)
        if holds is None:
            continue
        query = sa.select(*(article[name] for name in _DETAILS))
        found = connection.execute(query.where(article.article_id == article_id)).mappings()
        row = found.one_or_none()
        if row is None:
            continue
        holding[article_id] = made[-1], holds
        if holds.fields:
            keep_machine(
                connection,
                "articles",
                {article_id: {"articles": [dict(row)]}},
                {article_id: article_id},
            )
            put(connection, article_id, holds.fields)
    keep_held(connection, holding)


def put(connection: sa.Connection, article_id: str, values: Mapping[str, str | None]) -> None:
    """Write details of an article."""
    article = schema.articles
    connection.execute(article.update().where(article.c.article_id == article_id).values(values))


def own_details(connection: sa.Connection, article_id: str) -> Row:
    """Return the details of an article as it was read, where people corrected them; else none."""
    machine = schema.machine.c
    kept = connection.scalar(
        sa.select(machine.rows).where(machine.fact_id == article_id, machine.record == "articles")
    )
    row: Row = json.loads(kept)["articles"][0] if kept is not None else {}
    return row
