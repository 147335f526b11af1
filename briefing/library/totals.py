"""Counts of the whole library, kept with each change: what a view without a filter shows at once.

Each article keeps its own share of every count (`shares`), worked out from its rows when it is
added or changed. The totals of all articles that are shown (`totals`) are the sums of their shares:
what an article adds is taken out before it changes, is hidden or goes, and put in after.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, get_args

import sqlalchemy as sa

from briefing.library import schema, weights
from briefing.library.claims import voices
from briefing.library.engine import is_file
from briefing.library.foreign import paragraphs
from briefing.library.kept import kept_table, metadata
from briefing.library.mutual import said_once
from briefing.library.readings import in_certain_fact, passing
from briefing.tables import VERBATIM

What = Literal[
    "about",
    "act",
    "country",
    "entity",
    "figure",
    "group",
    "kind",
    "lacks",
    "quoted",
    "relation",
    "role",
    "said-once",
    "speaking",
    "speaks",
    "speaks-about",
    "together",
]
"""What is counted; `_shares` says of each what `a`, `b`, `c`, `n` and `m` are."""

FIGURES = ("quotes", "verbatim", "conflict", "cooperation", "denied", "upcoming")
"""Numbers of each article (weights.py) that are added up."""

TONE = 1000
"""Tones are added up in thousandths, so that sums are exact, whatever the order."""

shares = kept_table("article_shares", sa.Column("counts", sa.Text, nullable=False))
"""What an article adds to the totals: a JSON list of [what, a, b, c, n, m]."""

totals = sa.Table(
    "totals",
    metadata,
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("a", sa.Text, primary_key=True),
    sa.Column("b", sa.Text, primary_key=True),
    sa.Column("c", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("m", sa.Integer, nullable=False),
    sa.Index("totals_in_order", "what", "n"),
    sqlite_with_rowid=False,
)
"""The counts of all articles that are shown; `n` is never 0."""


def fill(
    connection: sa.Connection, article_ids: Sequence[str], countries: sa.Table, roles: sa.Table
) -> None:
    """Work out the shares of articles, and put them in.

    Args:
        connection: The connection.
        article_ids: The articles, of which all rows are there, and no shares yet.
        countries: In how many facts of an article each country takes part.
        roles: How often an article gives whom which role.
    """
    counts: dict[str, list[list[Any]]] = {article_id: [] for article_id in article_ids}
    query = _every_share(countries, roles)
    for article_id, *count in connection.execute(query, {"ids": list(article_ids)}):
        counts[article_id].append(count)
    if not is_file(connection):  # a server gives them in another order each time
        for found in counts.values():
            found.sort()
    if counts:
        connection.execute(
            shares.insert(),
            [
                {"article_id": key, "counts": json.dumps(found, ensure_ascii=False)}
                for key, found in counts.items()
            ],
        )
    put_in(connection, article_ids)


def put_in(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Add the shares of articles to the totals, of those that are shown."""
    _add(connection, article_ids, 1)


def take_out(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Take the shares of articles out of the totals: before they change, are hidden or go."""
    _add(connection, article_ids, -1)
    connection.execute(totals.delete().where(totals.c.what.in_(get_args(What)), totals.c.n == 0))


def of(what: What) -> sa.Subquery:
    """Select the totals of one kind: `a`, `b`, `c`, `n` and `m`."""
    held = totals.c
    return sa.select(held.a, held.b, held.c, held.n, held.m).where(held.what == what).subquery(what)


def faulty(connection: sa.Connection) -> int:
    """Return how many totals are not what the shares of the articles that are shown add up to."""
    every = sa.text(_FAULTY.format(**_counts(connection)))
    return int(connection.execute(every).scalar_one())


def _add(connection: sa.Connection, article_ids: Sequence[str], sign: int) -> None:
    add = sa.text(_ADD.format(**_counts(connection)))
    for first in range(0, len(article_ids), _AT_ONCE):
        ids = json.dumps(list(article_ids[first : first + _AT_ONCE]))
        connection.execute(add, {"sign": sign, "ids": ids})


def _counts(connection: sa.Connection) -> dict[str, str]:
    """Return how the database takes a share apart: as rows of lists, and the parts of a list."""
    if is_file(connection):
        rows = "json_each(article_shares.counts) AS one"
        words = numbers = "one.value ->> {}"
    else:
        rows = "LATERAL json_array_elements(article_shares.counts::json) AS one(value) ON true"
        words, numbers = "one.value ->> {}", "(one.value ->> {})::bigint"
    parts = [words.format(place) for place in range(4)]
    sums = [f"CAST(sum({numbers.format(place)}) AS BIGINT)" for place in (4, 5)]
    return {"rows": rows, **dict(zip(("what", "a", "b", "c", "n", "m"), parts + sums, strict=True))}


_AT_ONCE = 500
"""Articles whose shares are added up in one statement."""

_ADD = """
INSERT INTO totals(what, a, b, c, n, m)
SELECT {what}, {a}, {b}, {c}, :sign * {n}, :sign * {m}
FROM article_shares
JOIN articles ON articles.article_id = article_shares.article_id AND articles.shown
JOIN {rows}
WHERE article_shares.article_id IN (SELECT value FROM json_each(:ids))
GROUP BY 1, 2, 3, 4
ON CONFLICT(what, a, b, c) DO UPDATE SET n = totals.n + excluded.n, m = totals.m + excluded.m
"""

_FAULTY = """
WITH added_up AS (
    SELECT {what} AS what, {a} AS a, {b} AS b, {c} AS c, {n} AS n, {m} AS m
    FROM article_shares
    JOIN articles ON articles.article_id = article_shares.article_id AND articles.shown
    JOIN {rows}
    GROUP BY 1, 2, 3, 4
)
SELECT count(*) FROM (
    SELECT what, a, b, c FROM (SELECT * FROM added_up EXCEPT SELECT * FROM totals) AS lacking
    UNION
    SELECT what, a, b, c FROM (SELECT * FROM totals EXCEPT SELECT * FROM added_up) AS strange
) AS wrong
"""


@cache
def _every_share(countries: sa.Table, roles: sa.Table) -> sa.CompoundSelect[Any]:
    """Select article_id, what, a, b, c, n and m of the articles in `ids`."""
    return sa.union_all(*_shares(sa.bindparam("ids", expanding=True), countries, roles))


def _shares(ids: Any, countries: sa.Table, roles: sa.Table) -> list[sa.Select[Any]]:
    quote, relation, mention = schema.quotes.c, schema.relations.c, schema.mentions
    part, entity, voice = schema.involvements.c, schema.entities, voices()
    country = sa.func.coalesce(part.country, entity.c.country)
    number = sa.func.count()
    of_quotes, of_relations = quote.article_id.in_(ids), relation.article_id.in_(ids)

    def share(
        what: What,
        article: sa.ColumnElement[Any],
        *keys: sa.ColumnElement[Any],
        n: sa.ColumnElement[Any] = number,
        m: sa.ColumnElement[Any] | None = None,
    ) -> sa.Select[Any]:
        blank = [sa.literal("")] * (3 - len(keys))
        total = sa.literal(0) if m is None else m
        columns: list[sa.ColumnElement[Any]] = [article, sa.literal(what), *keys, *blank, n, total]
        return sa.select(*columns).group_by(article, *keys)

    parts = sa.join(schema.involvements, schema.quotes, quote.quote_id == part.fact_id).join(
        entity, entity.c.entity_id == part.entity_id, isouter=True
    )
    named = _named_in(ids)
    one, two = named.alias("one"), named.alias("two")
    keyed, verbatim, held = _keyed(ids), _words_of(ids), countries.c
    tone = sa.cast(sa.func.round(sa.func.sum(relation.tone) * TONE), sa.Integer)
    pair = (relation.source, relation.target, relation.quad + "|" + relation.standing)
    certain = passing(schema.relations, "certain")
    group = schema.entities.alias("group_entity")
    figure, event, foreign = weights.articles.c, schema.events.c, paragraphs.c
    spoken = sa.select(voice.c.fact_id).where(voice.c.article_id.in_(ids))
    return [
        # an entity, how often it is named and in how many articles
        share("entity", mention.c.article_id, mention.c.entity_id, m=sa.literal(1)).where(
            mention.c.article_id.in_(ids)
        ),
        # an entity and a role of it, how often that is given
        share(
            "role", roles.c.article_id, roles.c.entity_id, roles.c.role, n=roles.c.mentions
        ).where(roles.c.article_id.in_(ids)),
        # two entities that are named in one sentence, in how many sentences
        share("together", one.c.article_id, one.c.entity_id, two.c.entity_id).join(
            two,
            sa.and_(
                one.c.article_id == two.c.article_id,
                one.c.sentence == two.c.sentence,
                one.c.entity_id < two.c.entity_id,
            ),
        ),
        # a kind, an act, a country of speakers or one that is spoken about, and the quotations
        share("kind", quote.article_id, quote.kind).where(of_quotes),
        share("act", quote.article_id, quote.act).where(of_quotes),
        share("speaking", quote.article_id, country, n=sa.func.count(part.fact_id.distinct()))
        .select_from(parts)
        .where(of_quotes, part.part == "speaker", country.is_not(None)),
        share("about", quote.article_id, country, n=sa.func.count(part.fact_id.distinct()))
        .select_from(parts)
        .where(of_quotes, part.part == "mentioned", country.is_not(None)),
        # a speaker, the quotations and the words of them that are verbatim
        share(
            "speaks",
            quote.article_id,
            voice.c.entity_id,
            m=sa.func.coalesce(sa.func.sum(verbatim.c.words), 0),
        )
        .select_from(schema.quotes)
        .join(voice, voice.c.fact_id == quote.quote_id)
        .join(verbatim, verbatim.c.quote_id == quote.quote_id, isouter=True)
        .where(of_quotes),
        # a speaker and a country that is spoken about, and the quotations
        share(
            "speaks-about",
            quote.article_id,
            voice.c.entity_id,
            country,
            n=sa.func.count(quote.quote_id.distinct()),
        )
        .select_from(parts.join(voice, voice.c.fact_id == quote.quote_id))
        .where(of_quotes, part.part == "mentioned", country.is_not(None)),
        # what holds the quotations of a speaker together, whose name it has, how it is written,
        # and the quotations, of them verbatim ones
        share(
            "quoted",
            keyed.c.article_id,
            keyed.c.key,
            keyed.c.holder,
            keyed.c.written,
            m=sa.func.sum(keyed.c.verbatim),
        ),
        # a pair with the class and the standing of its relations, how many and their tone
        share("relation", relation.article_id, *pair, m=tone).where(of_relations, *certain),
        share("said-once", relation.article_id, *pair, m=tone).where(
            of_relations, *certain, said_once()
        ),
        # a country, the articles that name it, and the facts that it takes part in
        share("country", held.article_id, held.country, n=sa.literal(1), m=held.facts).where(
            held.article_id.in_(ids)
        ),
        # a figure, and its number
        *(
            share("figure", figure.article_id, sa.literal(name), n=figure[name]).where(
                figure.article_id.in_(ids), figure[name] > 0
            )
            for name in FIGURES
        ),
        # what is lacking, and how often
        share("lacks", quote.article_id, sa.literal("speaker")).where(
            of_quotes, quote.speaker_id.is_(None), quote.quote_id.not_in(spoken)
        ),
        share("lacks", event.article_id, sa.literal("date")).where(
            event.article_id.in_(ids), event.date.is_(None), *passing(schema.events, "certain")
        ),
        share("lacks", foreign.article_id, sa.literal("language")).where(
            foreign.article_id.in_(ids)
        ),
        # an alliance or organisation of no country that takes part in facts, in how many articles
        share("group", part.article_id, part.entity_id, n=sa.literal(1))
        .select_from(schema.involvements)
        .join(group, group.c.entity_id == part.entity_id)
        .where(
            part.article_id.in_(ids),
            part.country.is_(None),
            group.c.kind.in_(("alliance", "organisation")),
            group.c.country.is_(None),
            in_certain_fact(schema.involvements, ids),
        ),
    ]


def _named_in(ids: Any) -> sa.CTE:
    mention = schema.mentions.c
    return (
        sa.select(mention.article_id, mention.sentence, mention.entity_id)
        .where(mention.article_id.in_(ids))
        .distinct()
        .cte("named_in")
    )


def _words_of(ids: Any) -> sa.CTE:
    """Select how many words of each quotation are verbatim."""
    quote, fragment = schema.quotes.c, schema.fragments.c
    words = sa.func.substr(
        quote.text, fragment.start - quote.start + 1, fragment.end - fragment.start
    )
    return (
        sa.select(
            fragment.quote_id,
            sa.func.sum(sa.func.word_count(words, type_=sa.Integer)).label("words"),
        )
        .join(schema.quotes, quote.quote_id == fragment.quote_id)
        .where(fragment.verbatim, quote.article_id.in_(ids))
        .group_by(fragment.quote_id)
        .cte("words_of")
    )


def _keyed(ids: Any) -> sa.Subquery:
    """Select of each quotation what holds those of its speaker together."""
    quote, voice = schema.quotes.c, voices()
    ordered = (
        sa.select(voice.c.fact_id, voice.c.entity_id)
        .where(voice.c.article_id.in_(ids))
        .order_by(voice.c.fact_id, voice.c.entity_id)
        .subquery()
    )
    several = (
        sa.select(
            ordered.c.fact_id,
            sa.func.group_concat(ordered.c.entity_id, "; ").label("entity_ids"),
        )
        .group_by(ordered.c.fact_id)
        .having(sa.func.count() > 1)
        .cte("several")
    )
    verbatim = sa.case((quote.kind.in_(VERBATIM), 1), else_=0)
    return (
        sa.select(
            quote.article_id,
            sa.func.coalesce(
                several.c.entity_ids, quote.speaker_id, sa.func.lower(quote.speaker), ""
            ).label("key"),
            sa.func.coalesce(several.c.entity_ids, quote.speaker_id, "").label("holder"),
            sa.func.coalesce(quote.speaker, "").label("written"),
            verbatim.label("verbatim"),
        )
        .select_from(schema.quotes)
        .join(several, several.c.fact_id == quote.quote_id, isouter=True)
        .where(quote.article_id.in_(ids))
        .subquery()
    )
