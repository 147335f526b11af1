"""Counts kept beside the tables, so that a large library answers at once where nothing narrows.

How often an article names whom, in which role, and how many of its facts each country takes part
in: what the filter's choices and the list of entities add up. They are worked out from the tables
when an article is added, and go with it.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema, totals, weights
from briefing.library.dialects.grouped import of_any, of_first
from briefing.library.kept import kept_table, metadata
from briefing.library.readings import in_certain_fact
from briefing.library.rows import Row

entities = kept_table(
    "entity_tallies",
    sa.Column("entity_id", sa.Text, primary_key=True),
    sa.Column("mentions", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("sentence", sa.Integer),
    sa.Column("quotes", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Index("entity_tallies_in_order", "entity_id", "number"),
)
"""How often an article names an entity, where first, and how often it quotes it.

`number` is the article's place in the order of adding.
"""

roles = kept_table(
    "role_tallies",
    sa.Column("entity_id", sa.Text, primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("mentions", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Index("role_tallies_in_order", "entity_id", "role", "number"),
)
"""How often an article gives an entity a role, and where first."""

countries = kept_table(
    "country_tallies",
    sa.Column("country", sa.Text, primary_key=True),
    sa.Column("facts", sa.Integer, nullable=False),
)
"""In how many quotations, events and relations of an article a country takes part; 0 where it is
only named."""


def prepare(connection: sa.Connection) -> None:
    """Make the tables, and fill them for the articles that an earlier program added.

    All are made anew where one is missing, or where an earlier program weighed otherwise.
    """
    state = schema.state
    if not are_current(connection):
        metadata.drop_all(connection)
        connection.execute(state.delete().where(state.c.name == _STATE))
        connection.execute(state.insert(), {"name": _STATE, "value": weights.version()})
    metadata.create_all(connection)
    article, kept = schema.articles.c.article_id, weights.articles.c.article_id
    missing = list(
        connection.scalars(sa.select(article).where(~sa.exists().where(kept == article)))
    )
    for first in range(0, len(missing), _AT_ONCE):
        _fill(connection, missing[first : first + _AT_ONCE])


def are_current(connection: sa.Connection) -> bool:
    """Say whether the tables are there and were filled by the weights of this program."""
    there = set(sa.inspect(connection).get_table_names())
    held = connection.scalar(sa.select(schema.state.c.value).where(schema.state.c.name == _STATE))
    return held == weights.version() and there.issuperset(metadata.tables)


_STATE = "kept"
"""The row of table `state` that says by which weights the tables were filled."""

_AT_ONCE = 1000
"""Articles whose counts are worked out in one statement."""


def of_articles() -> list[sa.Table]:
    """Return the tables whose rows belong to an article each."""
    return [table for table in metadata.tables.values() if "article_id" in table.c]


def before_learning(connection: sa.Connection, rows: Sequence[Row]) -> list[str]:
    """Return the articles whose counts change when known entities learn their country.

    Args:
        connection: The connection.
        rows: Rows of table `entities` that are about to be added.
    """
    told = [row["entity_id"] for row in rows if row["country"] is not None]
    key = schema.entities.c.entity_id
    learn = list(
        connection.scalars(sa.select(key).where(key.in_(told), schema.entities.c.country.is_(None)))
    )
    if not learn:
        return []
    users = (
        sa.select(table.c.article_id).where(table.c.entity_id.in_(learn))
        for table in (schema.mentions, schema.involvements)
    )
    return list(connection.scalars(sa.union(*users)))


def refresh(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Work out the counts of articles, for the first time or again."""
    totals.take_out(connection, article_ids)
    for table in of_articles():
        connection.execute(table.delete().where(table.c.article_id.in_(article_ids)))
    _fill(connection, article_ids)


def refresh_facts(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Work out the counts of articles again whose facts people changed, not their words."""
    totals.take_out(connection, article_ids)
    for table in of_articles():
        if table not in weights.BY_WORDS:
            connection.execute(table.delete().where(table.c.article_id.in_(article_ids)))
    _fill(connection, article_ids, again=True)


def _fill(connection: sa.Connection, article_ids: Sequence[str], *, again: bool = False) -> None:
    def chosen(table: sa.Table) -> sa.ColumnElement[bool]:
        return table.c.article_id.in_(article_ids)

    mention, part, entity = schema.mentions.c, schema.involvements.c, schema.entities.c
    number = of_any(schema.articles.c.number)
    named = (
        sa.select(
            mention.article_id,
            mention.entity_id,
            sa.func.count(),
            sa.func.min(mention.start),
            of_first(mention.end, mention.start),
            of_first(mention.sentence, mention.start),
            sa.literal(0),
            number,
        )
        .join(schema.articles, schema.articles.c.article_id == mention.article_id)
        .where(chosen(schema.mentions))
        .group_by(mention.article_id, mention.entity_id)
    )
    connection.execute(entities.insert().from_select(list(entities.columns.keys()), named))
    spoken = (
        sa.select(part.article_id, part.entity_id, sa.literal(0), sa.func.count(), number)
        .join(schema.quotes, schema.quotes.c.quote_id == part.fact_id)
        .join(schema.articles, schema.articles.c.article_id == part.article_id)
        .where(part.part == "speaker", part.entity_id.is_not(None), chosen(schema.involvements))
        .group_by(part.article_id, part.entity_id)
    )
    adding = insert(entities).from_select(
        ["article_id", "entity_id", "mentions", "quotes", "number"], spoken
    )
    connection.execute(
        adding.on_conflict_do_update(
            index_elements=["article_id", "entity_id"], set_={"quotes": adding.excluded.quotes}
        )
    )
    given = (
        sa.select(
            mention.article_id,
            mention.entity_id,
            mention.role,
            sa.func.count(),
            sa.func.min(mention.start),
            number,
        )
        .join(schema.articles, schema.articles.c.article_id == mention.article_id)
        .where(mention.role.is_not(None), chosen(schema.mentions))
        .group_by(mention.article_id, mention.entity_id, mention.role)
    )
    connection.execute(roles.insert().from_select(list(roles.columns.keys()), given))
    country = sa.func.coalesce(part.country, entity.country)
    takes_part = (
        sa.select(part.article_id, country.label("country"), part.fact_id)
        .select_from(schema.involvements)
        .join(schema.entities, entity.entity_id == part.entity_id, isouter=True)
        .where(
            country.is_not(None),
            chosen(schema.involvements),
            in_certain_fact(schema.involvements, article_ids),
        )
    )
    is_named = (
        sa.select(mention.article_id, entity.country, sa.null())
        .join(schema.entities, entity.entity_id == mention.entity_id)
        .where(entity.country.is_not(None), chosen(schema.mentions))
    )
    either = sa.union_all(takes_part, is_named).subquery()
    counted = sa.select(
        either.c.article_id, either.c.country, sa.func.count(either.c.fact_id.distinct())
    ).group_by(either.c.article_id, either.c.country)
    connection.execute(countries.insert().from_select(list(countries.columns.keys()), counted))
    fill = weights.fill_again if again else weights.fill
    fill(connection, article_ids, roles)
    totals.fill(connection, article_ids, countries, roles)
