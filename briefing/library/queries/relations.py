"""Relations between countries."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.mutual import said_once
from briefing.library.queries._select import (
    Condition,
    beside_review,
    beside_sentence,
    columns_of,
    entity_name,
    facts,
    frame,
    name_holders,
    one_of,
    paged,
)
from briefing.library.readings import Readings
from briefing.library.store import Library

DASHED = ("conditional", "possible", "expected")
DOTTED = ("denied", "disputed", "negated")


def relations(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    country: str | None = None,
    pair: tuple[str, str] | None = None,
    published: tuple[str, str] | None = None,
    *,
    readings: Readings = "certain",
    limit: int | None = None,
    offset: int = 0,
) -> pd.DataFrame:
    """Relations in reading order, each with its sentence and names.

    Args:
        library: The library.
        flt: The filter.
        quads: Only these quad classes.
        standings: Only these standings.
        country: Only relations from or to this country (or actor).
        pair: Only relations from the first to the second.
        published: Only of articles published from the first to the second date, both included;
            those without a date are left out.
        readings: Whether those certain enough to be shown, the possible ones, or all.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    relation, article = schema.relations, schema.articles.c
    query: sa.Select[Any] = sa.select(
        *columns_of(relation),
        entity_name(relation.c.source).label("source_name"),
        entity_name(relation.c.target).label("target_name"),
        article.title,
        article.published,
        relation.c.attributed_to.label("attributed_to_name"),
        relation.c.denied_by.label("denied_by_name"),
    ).select_from(relation)
    conditions = _conditions(flt, quads, standings, country, pair, readings)
    if published is not None:
        conditions.append(_in_articles_of(published))
    order = (article.number, relation.c.start, relation.c.trigger_start, relation.c.source)
    query = (
        beside_review(beside_sentence(query, relation), relation)
        .join(schema.articles, article.article_id == relation.c.article_id)
        .where(*paged(relation, conditions, order, limit=limit, offset=offset))
        .order_by(*order)
    )
    return name_holders(library, frame(library, query), "attributed_to_name", "denied_by_name")


def relations_drawn(library: Library, flt: Filter) -> pd.DataFrame:
    """Relations in reading order with no more than drawings and counts of them need.

    `article_id, source, target, source_name, target_name, quad, standing, tone, trigger,
    trigger_start`, so that all those of a large library are at hand.
    """
    relation, article = schema.relations, schema.articles.c
    names = ("article_id", "source", "target", "quad", "standing", "tone", "trigger")
    query = (
        sa.select(*(relation.c[name] for name in names), relation.c.trigger_start)
        .join(schema.articles, article.article_id == relation.c.article_id)
        .where(*facts(relation, flt))
        .order_by(article.number, relation.c.start, relation.c.trigger_start, relation.c.source)
    )
    data = frame(library, query)
    codes = [*{*data["source"].unique(), *data["target"].unique()}]
    told = sa.func.json_each(sa.bindparam("codes", json.dumps(codes))).table_valued("value")
    named = sa.select(told.c.value, entity_name(told.c.value))
    with library.reading() as connection:
        known = {row[0]: row[1] for row in connection.execute(named)}
    for end in ("source", "target"):
        data[f"{end}_name"] = data[end].map(known).astype(object)
    return data


def _in_articles_of(published: tuple[str, str]) -> Condition:
    article = schema.articles.c
    return schema.relations.c.article_id.in_(
        sa.select(article.article_id).where(article.published.between(*published))
    )


def _conditions(
    flt: Filter,
    quads: Sequence[str],
    standings: Sequence[str],
    country: str | None,
    pair: tuple[str, str] | None,
    readings: Readings = "certain",
) -> list[Condition]:
    relation = schema.relations.c
    conditions = [
        *facts(schema.relations, flt, readings=readings),
        *one_of(relation.quad, quads),
        *one_of(relation.standing, standings),
    ]
    if country is not None:
        conditions.append(sa.or_(relation.source == country, relation.target == country))
    if pair is not None:
        conditions += [relation.source == pair[0], relation.target == pair[1]]
    return conditions


def pairs(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    country: str | None = None,
    pair: tuple[str, str] | None = None,
) -> pd.DataFrame:
    """Relations counted by source, target, quad class and line, most first.

    `standing_line` is the line that draws them: solid (asserted, attributed), dashed
    (conditional, possible, expected) or dotted (denied, disputed, negated).
    """
    relation = schema.relations.c
    line = sa.case(
        (relation.standing.in_(DASHED), "dashed"),
        (relation.standing.in_(DOTTED), "dotted"),
        else_="solid",
    ).label("standing_line")
    number = sa.func.count()
    query = (
        sa.select(
            relation.source,
            relation.target,
            relation.quad,
            line,
            number.label("relations"),
            sa.func.avg(relation.tone, type_=sa.Float).label("tone"),
        )
        .where(*_conditions(flt, quads, standings, country, pair))
        .group_by(relation.source, relation.target, relation.quad, line)
        .order_by(number.desc(), relation.source, relation.target, relation.quad, line)
    )
    return frame(library, query)


def balance(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
) -> pd.DataFrame:
    """Each country's mean tone over the relations that it is in, most relations first.

    Denied, disputed and negated relations do not count: nobody vouches for them. Mutual ones
    count once.
    """
    relation = schema.relations.c
    conditions = [
        *_conditions(flt, quads, standings, None, None),
        said_once(),
        relation.standing.not_in(DOTTED),
    ]
    ends = sa.union(
        sa.select(relation.relation_id, relation.source.label("country"), relation.tone).where(
            *conditions
        ),
        sa.select(relation.relation_id, relation.target.label("country"), relation.tone).where(
            *conditions
        ),
    ).cte("ends")
    number = sa.func.count()
    query = (
        sa.select(
            ends.c.country,
            sa.func.country_name(ends.c.country).label("name"),
            sa.func.avg(ends.c.tone, type_=sa.Float).label("tone"),
            number.label("relations"),
        )
        .where(ends.c.country.not_like("%:%"))
        .group_by(ends.c.country)
        .order_by(number.desc(), ends.c.country)
    )
    return frame(library, query)
