"""What a person is to look at, what most needs it first, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries._select import facts, frame, in_articles, shown_name
from briefing.library.queries.named import name_by_id
from briefing.library.store import Library
from briefing.tables import FACT_TABLES, UNSETTLED

_WHY = (
    "disputed",
    "unsettled",
    "possible",
    "no speaker",
    "traced",
    "moderate",
    "verbatim",
    "rest",
)
"""Why a fact is to be looked at, what most needs it first."""


def to_check(
    library: Library,
    flt: Filter,
    records: Sequence[str] = FACT_TABLES,
    *,
    limit: int | None = None,
) -> pd.DataFrame:
    """Return the facts that nobody decided on: `fact_id`, `record`, `why`; the neediest first.

    `why` is one of `_WHY`: disputed facts, quotations whose end is not settled, possible readings,
    quotations without a speaker or by one that was worked out, moderate readings, verbatim
    quotations, the rest.

    Args:
        library: The library.
        flt: The filter.
        records: Only of these tables.
        limit: How many at most.
    """
    found = sa.union_all(*(_waiting(name, flt) for name in records)).subquery()
    query = sa.select(
        found.c.fact_id,
        found.c.record,
        sa.case(dict(enumerate(_WHY)), value=found.c.need).label("why"),
    ).order_by(found.c.need, found.c.number, found.c.start, found.c.fact_id)
    return frame(library, query if limit is None else query.limit(limit))


def checks(library: Library, flt: Filter) -> dict[str, int]:
    """Return how many facts under a filter nobody has decided on, by table; possible ones too."""
    number = sa.func.count()
    with library.reading() as connection:
        return {
            name: connection.scalar(sa.select(number).select_from(_waiting(name, flt).subquery()))
            or 0
            for name in FACT_TABLES
        }


def anything_checked(library: Library) -> bool:
    """Say whether anybody has confirmed or corrected a fact of the library."""
    held = schema.reviewed.c
    query = sa.select(held.fact_id).where(held.verdict != "rejected", held.record.in_(FACT_TABLES))
    with library.reading() as connection:
        return connection.scalar(query.limit(1)) is not None


def number_decided(library: Library, flt: Filter) -> int:
    """Return on how many facts of the articles that a filter names something was decided."""
    query = sa.select(sa.func.count()).select_from(schema.reviewed).where(_decided_on(flt))
    with library.reading() as connection:
        return connection.execute(query).scalar_one()


def _decided_on(flt: Filter) -> sa.ColumnElement[bool]:
    held = schema.reviewed.c
    return sa.or_(held.article_id.is_(None), held.article_id.in_(in_articles(flt)))


def decided(
    library: Library, flt: Filter, *, limit: int | None = None, offset: int = 0
) -> pd.DataFrame:
    """Return what was decided on facts of the articles that a filter names, the latest first.

    Args:
        library: The library.
        flt: The filter.
        limit: How many at most; None for all.
        offset: How many of the latest are passed over.

    Returns:
        Columns `fact_id`, `record`, `verdict`, `reviewer`, `at`, `note`, and `words`, those that
        were decided on.
    """
    held, review = schema.reviewed, schema.reviews.c
    words = (
        sa.select(review.words)
        .where(review.fact_id == held.c.fact_id)
        .limit(1)
        .correlate(held)
        .scalar_subquery()
    )
    query = (
        sa.select(
            held.c.fact_id,
            held.c.record,
            held.c.verdict,
            held.c.reviewer,
            held.c.at,
            held.c.note,
            words.label("words"),
        )
        .where(_decided_on(flt))
        .order_by(held.c.at.desc(), held.c.fact_id)
        .limit(limit)
        .offset(offset or None)
    )
    return frame(library, query)


def speakers_of(library: Library, article_id: str) -> dict[str, str]:
    """Return who can speak in an article, name by id: people first, the most named first."""
    mention, entity = schema.mentions.c, schema.entities
    query = (
        sa.select(entity.c.entity_id, shown_name())
        .join(schema.mentions, mention.entity_id == entity.c.entity_id)
        .where(
            mention.article_id == article_id,
            entity.c.kind.in_(("person", "country", "organisation", "alliance")),
        )
        .group_by(entity.c.entity_id)
        .order_by(entity.c.kind != "person", sa.func.count().desc(), entity.c.name)
    )
    return name_by_id(library, query)


def actors_of(library: Library, article_id: str) -> dict[str, str]:
    """Return the actors of an article's relations that are no country, name by id."""
    relation, entity = schema.relations.c, schema.entities
    ends = sa.union(
        *(
            sa.select(column).where(relation.article_id == article_id, column.like("%:%"))
            for column in (relation.source, relation.target)
        )
    )
    query = (
        sa.select(entity.c.entity_id, shown_name())
        .where(entity.c.entity_id.in_(ends))
        .order_by(entity.c.name)
    )
    return name_by_id(library, query)


def others_of_its_kind(library: Library, entity_id: str) -> dict[str, str]:
    """Return the entities that one may be the same as, name by id: of its kind, and named."""
    entity, other = schema.entities.alias(), schema.entities
    query = (
        sa.select(other.c.entity_id, shown_name())
        .join(entity, sa.and_(entity.c.kind == other.c.kind, entity.c.entity_id == entity_id))
        .where(
            other.c.entity_id != entity_id,
            other.c.entity_id.in_(sa.select(schema.mentions.c.entity_id)),
        )
        .order_by(other.c.name)
    )
    return name_by_id(library, query)


def others_named(library: Library, entity_id: str) -> dict[str, str]:
    """Return who or what mentions of an entity may stand for instead, name by id; no country."""
    entity, other = schema.entities.alias(), schema.entities
    query = (
        sa.select(other.c.entity_id, shown_name())
        .join(entity, entity.c.entity_id == entity_id)
        .where(
            other.c.entity_id != entity_id,
            other.c.kind != "country",
            other.c.entity_id.in_(sa.select(schema.mentions.c.entity_id)),
        )
        .order_by(other.c.kind != entity.c.kind, other.c.name)
    )
    return name_by_id(library, query)


def _undecided(name: str) -> sa.ColumnElement[bool]:
    key = schema.TABLES[name].c[schema.FACT_KEYS[name]]
    return key.not_in(sa.select(schema.reviewed.c.fact_id))


def _waiting(name: str, flt: Filter) -> sa.Select[Any]:
    table, article = schema.TABLES[name], schema.articles.c
    return (
        sa.select(
            table.c[schema.FACT_KEYS[name]].label("fact_id"),
            sa.literal(name).label("record"),
            _need(name).label("need"),
            article.number,
            table.c.start,
        )
        .join(schema.articles, article.article_id == table.c.article_id)
        .where(*facts(table, flt, readings="all"), _undecided(name))
    )


def _need(name: str) -> sa.ColumnElement[int]:
    """Return the place in `_WHY` of why a fact is to be looked at."""
    table = schema.TABLES[name].c
    if name == "quotes":
        conditions = [
            (table.kind == UNSETTLED, "unsettled"),
            (table.speaker_id.is_(None), "no speaker"),
            (table.speaker_form.in_(("pronoun", "description")), "traced"),
            (table.kind.in_(("direct", "mixed")), "verbatim"),
        ]
    else:
        conditions = [
            (table.standing.in_(("denied", "disputed")), "disputed"),
            (table.certainty == "low", "possible"),
            (table.certainty == "moderate", "moderate"),
        ]
    whens = [(condition, _WHY.index(why)) for condition, why in conditions]
    return sa.case(*whens, else_=_WHY.index("rest"))
