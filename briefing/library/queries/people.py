"""Who and what is in the story: entities, their mentions, who stands beside whom, who is silent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, groupby
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, tallies
from briefing.library.claims import voices
from briefing.library.filter import Filter
from briefing.library.queries import _whole
from briefing.library.queries._select import (
    beside_sentence,
    columns_of,
    facts,
    frame,
    its_sentence,
    one_of,
    paged,
    shown_name,
    whole_articles,
)
from briefing.library.queries.view import resting_on
from briefing.library.store import Library


def entities(library: Library, flt: Filter, kinds: Sequence[str] = ()) -> pd.DataFrame:
    """Entities with a mention that passes, most mentioned first."""
    if _whole.is_whole(flt):
        return frame(library, _whole.entities(kinds), tuples=("roles",))
    entity, sentence = schema.entities.c, schema.sentences.c
    named, given, spoken = _counts(flt)
    passing = (
        sa.select(named, schema.articles.c.number.label("article_number"))
        .join(schema.articles, schema.articles.c.article_id == named.c.article_id)
        .join(schema.entities, entity.entity_id == named.c.entity_id)
        .where(*one_of(entity.kind, kinds))
        .cte("passing")
    )
    counted = (
        sa.select(
            passing.c.entity_id,
            sa.func.sum(passing.c.mentions, type_=sa.Integer).label("mentions"),
            sa.func.count(passing.c.article_id.distinct()).label("articles"),
        )
        .group_by(passing.c.entity_id)
        .cte("counted")
    )
    order = sa.func.row_number().over(
        partition_by=passing.c.entity_id, order_by=(passing.c.article_number, passing.c.start)
    )
    ranked = sa.select(passing, order.label("place")).cte("ranked")
    role_counts = (
        sa.select(
            given.c.entity_id,
            given.c.role,
            sa.func.sum(given.c.mentions).label("times"),
            sa.func.min(schema.articles.c.number).label("first_article"),
            sa.func.min(given.c.start).label("first_start"),
        )
        .join(schema.articles, schema.articles.c.article_id == given.c.article_id)
        .group_by(given.c.entity_id, given.c.role)
        .order_by(
            given.c.entity_id,
            sa.desc("times"),
            sa.literal_column("first_article"),
            sa.literal_column("first_start"),
        )
        .cte("role_counts")
    )
    roles = (
        sa.select(
            role_counts.c.entity_id, sa.func.json_group_array(role_counts.c.role).label("roles")
        )
        .group_by(role_counts.c.entity_id)
        .cte("roles")
    )
    said = (
        sa.select(
            spoken.c.entity_id, sa.func.sum(spoken.c.quotes, type_=sa.Integer).label("quotes")
        )
        .group_by(spoken.c.entity_id)
        .cte("said")
    )
    query = (
        sa.select(
            entity.entity_id,
            entity.kind,
            shown_name().label("name"),
            entity.country,
            sa.func.json_extract(roles.c.roles, "$[0]").label("role"),
            roles.c.roles,
            counted.c.mentions,
            counted.c.articles,
            ranked.c.article_id.label("first_article_id"),
            ranked.c.start.label("first_start"),
            ranked.c.end.label("first_end"),
            sentence.text.label("first_text"),
            sa.func.coalesce(said.c.quotes, 0).label("quotes"),
        )
        .select_from(counted)
        .join(schema.entities, entity.entity_id == counted.c.entity_id)
        .join(ranked, sa.and_(ranked.c.entity_id == counted.c.entity_id, ranked.c.place == 1))
        .join(schema.sentences, its_sentence(ranked), isouter=True)
        .join(roles, roles.c.entity_id == entity.entity_id, isouter=True)
        .join(said, said.c.entity_id == entity.entity_id, isouter=True)
        .order_by(counted.c.mentions.desc(), entity.name, entity.entity_id)
    )
    return frame(library, query, tuples=("roles",))


def _counts(flt: Filter) -> tuple[sa.Subquery, sa.Subquery, sa.Subquery]:
    """Select how often who is named, with which role, and quoted: as kept, else one row a time."""
    chosen = whole_articles(flt)
    if chosen is not None:
        kept, role = tallies.entities.c, tallies.roles
        return (
            sa.select(tallies.entities)
            .where(kept.mentions > 0, kept.article_id.in_(chosen))
            .subquery("named"),
            sa.select(role).where(role.c.article_id.in_(chosen)).subquery("given"),
            sa.select(kept.entity_id, kept.quotes)
            .where(kept.quotes > 0, kept.article_id.in_(chosen))
            .subquery("spoken"),
        )
    mention, voice = schema.mentions, voices()
    once = sa.literal(1, literal_execute=True)
    named = (
        sa.select(mention, once.label("mentions")).where(*facts(mention, flt)).cte("each_mention")
    )
    return (
        sa.select(named).subquery("named"),
        sa.select(named).where(named.c.role.is_not(None)).subquery("given"),
        sa.select(voice.c.entity_id, once.label("quotes"))
        .join(schema.quotes, schema.quotes.c.quote_id == voice.c.fact_id)
        .where(*facts(schema.quotes, flt))
        .subquery("spoken"),
    )


def mentions(
    library: Library,
    flt: Filter,
    entity_id: str | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> pd.DataFrame:
    """Mentions in reading order, each with its sentence, its entity and its article's title.

    Args:
        library: The library.
        flt: The filter.
        entity_id: Only mentions of this entity.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    mention, entity, article = schema.mentions, schema.entities.c, schema.articles.c
    query: sa.Select[Any] = sa.select(
        *columns_of(mention), shown_name().label("name"), entity.kind, entity.country, article.title
    ).select_from(mention)
    conditions = facts(mention, flt)
    if entity_id is not None:
        conditions.append(mention.c.entity_id == entity_id)
    order = (article.number, mention.c.start, mention.c.end)
    query = (
        beside_sentence(query, mention)
        .join(schema.entities, entity.entity_id == mention.c.entity_id)
        .join(schema.articles, article.article_id == mention.c.article_id)
        .where(*paged(mention, conditions, order, limit=limit, offset=offset))
        .order_by(*order)
    )
    return frame(library, query)


def together(library: Library, flt: Filter) -> pd.DataFrame:
    """Pairs of entities in the same sentence with the number of such sentences, most first."""
    if _whole.is_whole(flt):
        return frame(library, _whole.together())
    mention = schema.mentions.c
    query = (
        sa.select(mention.article_id, mention.sentence, mention.entity_id)
        .where(*facts(schema.mentions, flt))
        .distinct()
        .order_by(mention.article_id, mention.sentence, mention.entity_id)
    )
    # Counted here: SQLite joins what passes with itself row by row, which grows with its square.
    counts: Counter[tuple[str, str]] = Counter()
    with library.reading() as connection:
        found = connection.execute(query)
        for _, rows in groupby(found, key=lambda row: (row.article_id, row.sentence)):
            counts.update(combinations([row.entity_id for row in rows], 2))
        entity, ids = (
            schema.entities.c,
            json.dumps(sorted({key for pair in counts for key in pair})),
        )
        told = sa.func.json_each(ids).table_valued("value")
        held = sa.select(entity.entity_id, shown_name().label("name"), entity.kind).where(
            entity.entity_id.in_(sa.select(told.c.value))
        )
        known = {row.entity_id: (row.name, row.kind) for row in connection.execute(held)}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    names = ["a", "a_name", "a_kind", "b", "b_name", "b_kind", "sentences"]
    pairs = [(one, *known[one], other, *known[other], n) for (one, other), n in ordered]
    return pd.DataFrame(pairs, columns=names, dtype=object).astype({"sentences": "Int64"})


def voiceless(library: Library, flt: Filter) -> pd.DataFrame:
    """Countries and people that are mentioned and speak nowhere in these articles."""
    return frame(library, select_voiceless(flt))


def select_voiceless(flt: Filter) -> sa.Select[Any]:
    """Select the countries and people that are mentioned and speak nowhere, as `voiceless`."""
    if _whole.is_whole(flt):
        return _whole.voiceless()
    entity, kept = schema.entities.c, tallies.entities.c
    counted = _counts(flt)[0]
    named = counted.c
    speaking = sa.select(kept.entity_id).where(
        kept.quotes > 0, kept.article_id.in_(resting_on(flt))
    )
    speaker = schema.entities.alias("speaker")
    countries = sa.select(speaker.c.country).where(
        speaker.c.entity_id.in_(speaking), speaker.c.country.is_not(None)
    )
    number = sa.func.sum(named.mentions, type_=sa.Integer)
    return (
        sa.select(
            entity.entity_id,
            entity.kind,
            shown_name().label("name"),
            entity.country,
            number.label("mentions"),
        )
        .join_from(counted, schema.entities, named.entity_id == entity.entity_id)
        .where(
            entity.kind.in_(("country", "person")),
            entity.entity_id.not_in(speaking),
            sa.or_(entity.kind != "country", entity.country.not_in(countries)),
        )
        .group_by(entity.entity_id)
        .order_by(number.desc(), entity.name)
    )
