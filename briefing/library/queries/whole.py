"""Every table under a filter, with the columns of `briefing.tables`: what is exported."""

from __future__ import annotations

from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries._select import columns_of, facts, frame
from briefing.library.queries.view import resting_on
from briefing.library.store import Library


def whole(library: Library, flt: Filter) -> dict[str, pd.DataFrame]:
    """Return every table, reviews included, with the rows that pass the filter, possible ones too.

    Articles are those that the view rests on, with all their sentences. Fragments, antecedents and
    involvements follow their facts, entities their mentions and involvements; reviews follow
    what they are on, and those on rejected facts of these articles are among them.
    """
    chosen = resting_on(flt)
    conditions: dict[str, list[sa.ColumnElement[bool]]] = {
        "articles": [schema.articles.c.article_id.in_(chosen)],
        "sentences": [schema.sentences.c.article_id.in_(chosen)],
    }
    for name in schema.FACT_KEYS:
        table = schema.TABLES[name]
        conditions[name] = [table.c.article_id.in_(chosen), *facts(table, flt, readings="all")]
    ids = {
        name: sa.select(schema.TABLES[name].c[key]).where(*conditions[name])
        for name, key in schema.FACT_KEYS.items()
    }
    conditions["antecedents"] = [schema.antecedents.c.mention_id.in_(ids["mentions"])]
    conditions["fragments"] = [schema.fragments.c.quote_id.in_(ids["quotes"])]
    conditions["involvements"] = [
        sa.or_(
            *(
                schema.involvements.c.fact_id.in_(ids[name])
                for name in ("quotes", "events", "relations")
            )
        )
    ]
    named = sa.select(schema.mentions.c.entity_id).where(*conditions["mentions"])
    taking_part = sa.select(schema.involvements.c.entity_id).where(*conditions["involvements"])
    conditions["entities"] = [schema.entities.c.entity_id.in_(sa.union(named, taking_part))]
    review = schema.reviews.c
    rejected = sa.select(schema.reviewed.c.fact_id).where(schema.reviewed.c.verdict == "rejected")
    present = sa.select(schema.entities.c.entity_id).where(*conditions["entities"])
    conditions["reviews"] = [
        sa.or_(
            *(review.fact_id.in_(one) for one in ids.values()),
            sa.and_(review.fact_id.in_(rejected), review.article_id.in_(chosen)),
            sa.and_(review.record == "articles", review.article_id.in_(chosen)),
            sa.and_(
                review.record == "entities",
                sa.or_(review.fact_id.in_(present), review.value.in_(present)),
            ),
        )
    ]
    return {name: frame(library, _select(name, conditions[name])) for name in schema.TABLES}


def _select(name: str, conditions: list[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    """Select a table's rows in reading order."""
    table = schema.TABLES[name]
    query: sa.Select[Any] = sa.select(*columns_of(table)).where(*conditions)
    if name == "entities":
        return query.order_by(table.c.entity_id)
    if name == "reviews":
        return query.order_by(sa.literal_column("reviews.rowid"))
    if name == "articles":
        return query.order_by(table.c.number)
    article = schema.articles.c
    place = table.c.start if "start" in table.c else table.c.fact_id
    return query.join(schema.articles, article.article_id == table.c.article_id).order_by(
        article.number, place, *([table.c.end] if "end" in table.c else [])
    )
