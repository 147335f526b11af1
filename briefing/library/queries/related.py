"""Relations added up for drawings, and the few rows of a pair or a country that are looked at."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, totals, weights
from briefing.library.filter import Filter
from briefing.library.kept import shown
from briefing.library.mutual import said_once
from briefing.library.queries import _whole
from briefing.library.queries._select import entity_name, facts, frame
from briefing.library.queries.relations import conditions_of
from briefing.library.store import Library

_DRAWN = ("relation_id", "article_id", "source", "target", "quad", "standing", "tone", "trigger")

Pairs = Collection[tuple[str, str]]


def relations_counted(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    published: tuple[str, str] | None = None,
) -> pd.DataFrame:
    """Relations added up by pair, class and standing: a frame that `mutual.once` knows as counted.

    Args:
        library: The library.
        flt: The filter.
        quads: Only these quad classes.
        standings: Only these standings.
        published: Only of articles published from the first to the second date.

    Returns:
        `source, target, source_name, target_name, quad, standing, number, tone, number_once,
        tone_once, mutual`: of all rows and of those that `once` keeps how many they are and what
        their tones come to, and whether some of them are mutual.
    """
    if _whole.is_whole(flt) and published is None:
        query = _kept(quads, standings)
    else:
        query = _counted(conditions_of(flt, quads, standings, published=published))
    data = frame(library, query)
    for name in ("tone", "tone_once"):
        data[name] = data[name].astype("float64") / totals.TONE
    dropped = data[data["number"] > data["number_once"]]
    keys = ("source", "target", "quad", "standing")
    twice = set(zip(*(dropped[name] for name in keys), strict=True))
    twice |= {(target, source, *rest) for source, target, *rest in twice}
    data["mutual"] = [key in twice for key in zip(*(data[name] for name in keys), strict=True)]
    return _named(library, data)


def relations_drawn(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    published: tuple[str, str] | None = None,
    *,
    pairs: Pairs | None = None,
) -> pd.DataFrame:
    """Relations in reading order with no more than drawings need.

    Args:
        library: The library.
        flt: The filter.
        quads: Only these quad classes.
        standings: Only these standings.
        published: As in `relations_counted`.
        pairs: Only between these, in either direction; all when None.

    Returns:
        `relation_id, article_id, source, target, quad, standing, tone, trigger, trigger_start,
        source_name, target_name`.
    """
    relation, article = schema.relations.c, schema.articles.c
    conditions = conditions_of(flt, quads, standings, published=published)
    if pairs is not None:
        conditions.append(_between(pairs))
    query = (
        sa.select(*(relation[name] for name in _DRAWN), relation.trigger_start)
        .join(schema.articles, article.article_id == relation.article_id)
        .where(*conditions)
        .order_by(article.number, relation.start, relation.trigger_start, relation.source)
    )
    return _named(library, frame(library, query))


def relation_days(library: Library, flt: Filter) -> pd.DataFrame:
    """The days on which articles with relations were published: `published, articles`.

    The articles without a day are those of a null.
    """
    article, kept = schema.articles.c, weights.articles.c
    if _whole.is_whole(flt):
        chosen = sa.select(kept.article_id).where(kept.relations > 0, shown(weights.articles))
    else:
        relation = schema.relations
        chosen = sa.select(relation.c.article_id).where(*facts(relation, flt))
    query = (
        sa.select(article.published, sa.func.count().label("articles"))
        .where(article.article_id.in_(chosen))
        .group_by(article.published)
        .order_by(article.published)
    )
    return frame(library, query)


def relation_source(
    library: Library,
    flt: Filter,
    quads: Sequence[str] = (),
    standings: Sequence[str] = (),
    published: tuple[str, str] | None = None,
    *,
    countries: bool = False,
) -> tuple[int, str | None]:
    """Return how many articles relations are from, and the title of the only one.

    Args:
        library: The library.
        flt: The filter.
        quads: As in `relations_counted`, like those that follow.
        standings: Only these standings.
        published: Only of articles published from the first to the second date.
        countries: Only relations between two countries.
    """
    relation, article = schema.relations.c, schema.articles.c
    conditions = conditions_of(flt, quads, standings, published=published)
    if countries:
        conditions += [end.not_like("%:%") for end in (relation.source, relation.target)]
    chosen = sa.select(relation.article_id).where(*conditions)
    with library.reading() as connection:
        number, title = connection.execute(
            sa.select(sa.func.count(), sa.func.min(article.title)).where(
                article.article_id.in_(chosen)
            )
        ).one()
    return number, title if number == 1 else None


def _kept(quads: Sequence[str], standings: Sequence[str]) -> sa.Select[Any]:
    every, once = totals.of("relation"), totals.of("said-once")
    held = every.c
    quad = sa.func.substr(held.c, 1, sa.func.instr(held.c, "|") - 1)
    standing = sa.func.substr(held.c, sa.func.instr(held.c, "|") + 1)
    query = (
        sa.select(
            held.a.label("source"),
            held.b.label("target"),
            sa.cast(quad, sa.Text).label("quad"),
            sa.cast(standing, sa.Text).label("standing"),
            held.n.label("number"),
            held.m.label("tone"),
            sa.func.coalesce(once.c.n, 0).label("number_once"),
            sa.func.coalesce(once.c.m, 0).label("tone_once"),
        )
        .select_from(every)
        .join(
            once,
            sa.and_(once.c.a == held.a, once.c.b == held.b, once.c.c == held.c),
            isouter=True,
        )
        .order_by(held.a, held.b, held.c)
    )
    for column, values in ((quad, quads), (standing, standings)):
        if values:
            query = query.where(column.in_(list(values)))
    return query


def _counted(conditions: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    relation = schema.relations.c
    keys = (relation.source, relation.target, relation.quad, relation.standing)

    def tone(of: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
        total = sa.func.coalesce(sa.func.sum(of), 0.0) * totals.TONE
        return sa.cast(sa.func.round(total), sa.Integer)

    rows = (
        sa.select(*keys, relation.tone, sa.case((said_once(), 1), else_=0).label("once"))
        .where(*conditions)
        .subquery()
    )
    by = (rows.c.source, rows.c.target, rows.c.quad, rows.c.standing)
    return (
        sa.select(
            *by,
            sa.func.count().label("number"),
            tone(rows.c.tone).label("tone"),
            sa.func.sum(rows.c.once, type_=sa.Integer).label("number_once"),
            tone(rows.c.tone * rows.c.once).label("tone_once"),
        )
        .group_by(*by)
        .order_by(rows.c.source, rows.c.target, rows.c.quad + "|" + rows.c.standing)
    )


def _between(pairs: Pairs) -> sa.ColumnElement[bool]:
    """Return the condition that a relation is between two of the pairs, in either direction."""
    relation = schema.relations.c
    both: Iterable[tuple[str, str]] = {*pairs, *((two, one) for one, two in pairs)}
    return sa.tuple_(relation.source, relation.target).in_(sorted(both))


def _named(library: Library, data: pd.DataFrame) -> pd.DataFrame:
    """Add the names of both ends."""
    codes = [*{*data["source"].unique(), *data["target"].unique()}]
    told = sa.func.json_each(sa.bindparam("codes", json.dumps(codes))).table_valued("value")
    with library.reading() as connection:
        named = connection.execute(sa.select(told.c.value, entity_name(told.c.value)))
        known = {row[0]: row[1] for row in named}
    for end in ("source", "target"):
        data[f"{end}_name"] = data[end].map(known).astype(object)
    return data
