"""What an article's facts weigh, kept beside the tables, so that the first of many are at hand.

How many facts of each kind an article has, in which order its quotations matter, and how much
each of its sentences says. Worked out when an article is added, and gone with it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from briefing.library import foreign, schema
from briefing.library.ahead import counts_as_ahead
from briefing.library.bottom_line.filling import rows_again, rows_of
from briefing.library.claims import select_claims
from briefing.library.kept import kept_table
from briefing.library.mutual import said_once
from briefing.library.readings import passing
from briefing.library.stories import prints
from briefing.reference import files
from briefing.tables import VERBATIM

_FORMULA = 10
"""Grows when what is kept is worked out in another way."""

_SAYS_ENOUGH = 24
"""Signs of a paraphrase that says something though it is no clause: not "its sincere gratitude"."""

_FACTS = ("quotes", "verbatim", "events", "upcoming", "relations", "conflict", "cooperation")


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


articles = kept_table("article_tallies", *map(_number, (*_FACTS, "once", "denied", "entities")))
"""How many facts an article has; `once` counts mutual relations once, as do the two after it."""

quotes = kept_table(
    "quote_weights",
    sa.Column("quote_id", sa.Text, primary_key=True),
    *map(_number, ("weight", "number", "start")),
    sa.Index("quote_weights_in_order", "weight", "number", "start"),
)
"""The place of a quotation among all, the weightiest first: least `weight`, then in order."""

sentences = kept_table(
    "sentence_weights",
    sa.Column("sentence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("weight", sa.Float, nullable=False),
    sa.Column("alone", sa.Boolean, nullable=False),
    sa.Column("base", sa.Float, nullable=False),
    *map(_number, ("dateline", "number", "start")),
)
"""How much a sentence says of its article's story, whether it can be read without what stands
before it, and how many of its signs are a dateline; `base` is what of the weight its words alone
say.
"""


@cache
def version() -> int:
    """Return a number that changes with the formulas, the ranks of roles, a bottom line's words."""
    ranks = repr(files.rows("ranks.csv", required=("role", "rank")))
    words = repr(files.toml("bottom_line.toml"))
    return zlib.crc32(f"{_FORMULA} {ranks} {words}".encode())


def fill(connection: sa.Connection, article_ids: Sequence[str], roles: sa.Table) -> None:
    """Work out what is kept of articles; `roles` says how often they give whom which role."""
    _fill_articles(connection, article_ids)
    _fill_quotes(connection, article_ids, roles)
    _fill_sentences(connection, article_ids)
    prints.fill(connection, article_ids)
    foreign.fill(connection, article_ids)


def fill_again(connection: sa.Connection, article_ids: Sequence[str], roles: sa.Table) -> None:
    """Work out anew what follows from the facts of articles, which people changed.

    What follows from the words alone stays, and is most of the work.
    """
    _fill_articles(connection, article_ids)
    _fill_quotes(connection, article_ids, roles)
    rows = list(rows_again(connection, article_ids, sentences))
    if rows:
        held = sentences.c
        connection.execute(
            sentences.update().where(
                held.article_id == sa.bindparam("the_article"),
                held.sentence == sa.bindparam("the_sentence"),
            ),
            rows,
        )
    prints.fill_topics(connection, article_ids)


BY_WORDS = (sentences, prints.prints)
"""The tables whose rows stay when the facts of an article are changed, brought up in place."""


def _fill_articles(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    key = schema.articles.c.article_id
    quote, relation = schema.quotes.c, schema.relations.c

    def number(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> Any:
        return (
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.article_id == key, *passing(table, "certain"), *conditions)
            .correlate(schema.articles)
            .scalar_subquery()
        )

    claims = select_claims(
        *(
            [table.c.article_id.in_(article_ids), *passing(table, "certain")]
            for table in (schema.relations, schema.events, schema.quotes)
        )
    )
    denied = (
        sa.select(claims.c.article_id, sa.func.count().label("claims"))
        .group_by(claims.c.article_id)
        .subquery()
    )
    entities = (
        sa.select(sa.func.count(schema.mentions.c.entity_id.distinct()))
        .where(schema.mentions.c.article_id == key)
        .scalar_subquery()
    )
    counted = (
        sa.select(
            key,
            number(schema.quotes),
            number(schema.quotes, quote.kind.in_(VERBATIM)),
            number(schema.events),
            number(schema.events, counts_as_ahead()),
            number(schema.relations),
            number(schema.relations, relation.quad.like("%-conflict"), said_once()),
            number(schema.relations, relation.quad.like("%-cooperation"), said_once()),
            number(schema.relations, said_once()),
            sa.func.coalesce(denied.c.claims, 0),
            entities,
        )
        .join(denied, denied.c.article_id == key, isouter=True)
        .where(key.in_(article_ids))
    )
    connection.execute(articles.insert().from_select(list(articles.columns.keys()), counted))


def _fill_quotes(connection: sa.Connection, article_ids: Sequence[str], roles: sa.Table) -> None:
    quote, part, given = schema.quotes.c, schema.involvements.alias("named"), roles.c
    clause = sa.or_(quote.text.like("that %"), quote.text.like("to %"))
    bare = sa.and_(quote.end - quote.start < _SAYS_ENOUGH, ~clause)
    kind = sa.case(
        (quote.kind == "direct", 0),
        (quote.kind == "mixed", 1),
        (sa.and_(quote.kind == "indirect", ~bare), 2),
        else_=3,
    )
    role = (
        sa.select(given.role)
        .where(given.article_id == quote.article_id, given.entity_id == quote.speaker_id)
        .order_by(given.mentions.desc(), given.start)
        .limit(1)
        .correlate(schema.quotes)
        .scalar_subquery()
    )
    rank = sa.func.coalesce(sa.func.role_rank(role, type_=sa.Integer), 0)
    named = (
        sa.select(sa.func.count(part.c.country.distinct()))
        .where(part.c.fact_id == quote.quote_id, part.c.part == "mentioned")
        .correlate(schema.quotes)
        .scalar_subquery()
    )
    weight: sa.ColumnElement[Any] = kind
    for value, most in (
        (99 - sa.func.min(rank, 99), 100),
        (sa.case((quote.speaker_id.is_(None), 1), else_=0), 2),
        (999 - sa.func.min(named, 999), 1000),
        (sa.case((quote.act == "says", 1), else_=0), 2),
    ):
        weight = weight * most + value
    found = (
        sa.select(quote.article_id, quote.quote_id, weight, schema.articles.c.number, quote.start)
        .join(schema.articles, schema.articles.c.article_id == quote.article_id)
        .where(quote.article_id.in_(article_ids))
    )
    connection.execute(quotes.insert().from_select(list(quotes.columns.keys()), found))


def _fill_sentences(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    rows = list(rows_of(connection, article_ids))
    if rows:
        connection.execute(sentences.insert(), rows)
