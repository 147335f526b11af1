"""Relations between countries."""

from __future__ import annotations

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
from briefing.library.queries.view import opening
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
    both: bool = False,
    once: bool = False,
    ids: Sequence[str] | None = None,
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
        both: Whether a pair's relations in the other direction are wanted too.
        once: Whether mutual ones are wanted in one direction only, that of the lesser code.
        ids: Only these; all when None.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    relation, article = schema.relations, schema.articles.c
    query: sa.Select[Any] = sa.select(
        *columns_of(relation),
        entity_name(relation.c.source).label("source_name"),
        entity_name(relation.c.target).label("target_name"),
        article.title,
        opening().label("opening"),
        article.published,
        relation.c.attributed_to.label("attributed_to_name"),
        relation.c.denied_by.label("denied_by_name"),
    ).select_from(relation)
    conditions = conditions_of(
        flt, quads, standings, country, pair, published=published, readings=readings, both=both
    )
    if once:
        conditions.append(said_once())
    if ids is not None:
        conditions.append(relation.c.relation_id.in_(list(ids)))
    order = (article.number, relation.c.start, relation.c.trigger_start, relation.c.source)
    query = (
        beside_review(beside_sentence(query, relation), relation)
        .join(schema.articles, article.article_id == relation.c.article_id)
        .where(*paged(relation, conditions, order, limit=limit, offset=offset))
        .order_by(*order)
    )
    return name_holders(library, frame(library, query), "attributed_to_name", "denied_by_name")


def _in_articles_of(published: tuple[str, str]) -> Condition:
    article = schema.articles.c
    return schema.relations.c.article_id.in_(
        sa.select(article.article_id).where(article.published.between(*published))
    )


def conditions_of(
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    country: str | None = None,
    pair: tuple[str, str] | None = None,
    *,
    published: tuple[str, str] | None = None,
    readings: Readings = "certain",
    both: bool = False,
) -> list[Condition]:
    """Return the conditions under which relations pass; the arguments are those of `relations`."""
    relation = schema.relations.c
    conditions = [
        *facts(schema.relations, flt, readings=readings),
        *one_of(relation.quad, quads),
        *one_of(relation.standing, standings),
    ]
    if country is not None:
        conditions.append(sa.or_(relation.source == country, relation.target == country))
    if pair is not None:
        ways = [pair, (pair[1], pair[0])] if both else [pair]
        conditions.append(sa.tuple_(relation.source, relation.target).in_(ways))
    if published is not None:
        conditions.append(_in_articles_of(published))
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
        .where(*conditions_of(flt, quads, standings, country, pair))
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
        *conditions_of(flt, quads, standings),
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
