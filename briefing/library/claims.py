"""What is claimed and denied, each claim once: for the pages, and to be counted when added."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from briefing.library import schema

Condition = sa.ColumnElement[bool]


def voices() -> sa.Subquery:
    """Select who speaks in which quotation: fact_id, entity_id, article_id.

    A quotation of several ("Peru and Chile deny it") has a row for each of them.
    """
    part = schema.involvements.c
    return (
        sa.select(part.fact_id, part.entity_id, part.article_id)
        .where(part.part == "speaker", part.entity_id.is_not(None))
        .subquery()
    )


def select_claims(of_relations: Sequence[Condition], of_quotes: Sequence[Condition]) -> sa.Subquery:
    """Select each denied claim once.

    A mutual relation has a row for each direction. A relation inside quoted words that deny it
    ("denied that it had sent trawlers") says the same as the quotation; a denial of what the
    sentence before says ("Peru bought ships from Chile. Chile denies it.") says less than the
    relation that it denies.

    Args:
        of_relations: Conditions under which relations pass.
        of_quotes: Conditions under which quotations pass.
    """
    relation, quote, article = schema.relations.c, schema.quotes.c, schema.articles.c
    denied = sa.or_(relation.standing.in_(("denied", "disputed")), relation.denied_by.is_not(None))
    words = sa.func.substr(article.text, relation.start + 1, relation.end - relation.start)
    denial = schema.quotes.alias("denial")
    inside_denial = (
        sa.select(denial.c.quote_id)
        .where(
            denial.c.article_id == relation.article_id,
            denial.c.act == "denies",
            denial.c.start <= relation.start,
            denial.c.end >= relation.end,
        )
        .exists()
    )
    voice = voices()
    deniers = (
        sa.select(sa.func.group_concat(voice.c.entity_id, "; "))
        .where(voice.c.fact_id == quote.quote_id)
        .correlate(schema.quotes)
        .scalar_subquery()
    )
    other = schema.relations.alias("other")
    told = (
        sa.select(other.c.relation_id)
        .where(
            other.c.article_id == quote.article_id,
            other.c.sentence.between(quote.sentence - 1, quote.sentence),
            sa.func.instr(
                sa.literal("; ") + other.c.denied_by + "; ",
                sa.literal("; ") + quote.speaker_id + "; ",
            )
            > 0,
            sa.not_(sa.and_(other.c.start >= quote.start, other.c.end <= quote.end)),
        )
        .exists()
    )
    from_relations = (
        sa.select(
            sa.func.min(relation.relation_id).label("relation_id"),
            sa.null().label("quote_id"),
            words.label("claim"),
            relation.attributed_to.label("who_says"),
            relation.denied_by.label("who_denies"),
            relation.article_id,
            relation.start,
            relation.end,
            relation.standing,
            relation.sentence,
            article.number,
        )
        .join(schema.articles, article.article_id == relation.article_id)
        .where(*of_relations, denied, ~inside_denial)
        .group_by(relation.article_id, relation.start, relation.end, relation.trigger_start)
    )
    from_quotes = (
        sa.select(
            sa.null().label("relation_id"),
            quote.quote_id,
            quote.text.label("claim"),
            sa.null().label("who_says"),
            sa.func.coalesce(deniers, quote.speaker_id, quote.speaker).label("who_denies"),
            quote.article_id,
            quote.start,
            quote.end,
            sa.literal("denied").label("standing"),
            quote.sentence,
            article.number,
        )
        .join(schema.articles, article.article_id == quote.article_id)
        .where(*of_quotes, quote.act == "denies", ~told)
    )
    return sa.union_all(from_relations, from_quotes).subquery("claims")
