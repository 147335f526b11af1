"""What the Briefing page asks: key figures, the gist, weighty words, claims and denials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.mutual import said_once
from briefing.library.queries._select import (
    all_facts,
    beside_sentence,
    country_of,
    facts,
    frame,
    in_articles,
    name_holders,
    voices,
)
from briefing.library.queries.quotes import quotes_frame, role_of, select_quotes
from briefing.library.store import Library

_CANDIDATES = 400
"""Sentences that the database ranks highest, among which overlap with the title decides."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The key figures under a filter.

    Attributes:
        parties: Countries, and alliances and organisations of no country, that take part in facts.
        quotations: Quotations of every kind.
        verbatim: Quotations of which some words stand in quotation marks.
        conflict: Relations of verbal or material conflict, mutual ones once.
        cooperation: Relations of verbal or material cooperation, mutual ones once.
        denied: Claims that somebody denies.
        upcoming: Events that are still to come.
    """

    parties: int
    quotations: int
    verbatim: int
    conflict: int
    cooperation: int
    denied: int
    upcoming: int


def figures(library: Library, flt: Filter) -> Figures:
    """Count what the Briefing page shows as figures."""
    quote, relation, event = schema.quotes.c, schema.relations.c, schema.events.c
    part, entity = schema.involvements, schema.entities
    found = all_facts(flt).cte("found")
    group = sa.case((entity.c.kind.in_(("alliance", "organisation")), entity.c.entity_id))
    party = sa.func.coalesce(country_of(part, entity), group)
    parties = (
        sa.select(sa.func.count(party.distinct()))
        .select_from(part)
        .join(found, found.c.fact_id == part.c.fact_id)
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
    )
    quotations = sa.select(
        sa.func.count(), sa.func.count(sa.case((quote.kind != "indirect", 1)))
    ).where(*facts(schema.quotes, flt))
    relations = sa.select(
        sa.func.count(sa.case((relation.quad.like("%-conflict"), 1))),
        sa.func.count(sa.case((relation.quad.like("%-cooperation"), 1))),
    ).where(*facts(schema.relations, flt), said_once())
    upcoming = sa.select(sa.func.count()).where(
        *facts(schema.events, flt), event.tense == "upcoming"
    )
    with library.reading() as connection:
        number, verbatim = connection.execute(quotations).one()
        conflict, cooperation = connection.execute(relations).one()
        return Figures(
            parties=connection.scalar(parties) or 0,
            quotations=number,
            verbatim=verbatim,
            conflict=conflict,
            cooperation=cooperation,
            denied=connection.scalar(sa.select(sa.func.count()).select_from(_claims(flt))) or 0,
            upcoming=connection.scalar(upcoming) or 0,
        )


def gist(library: Library, flt: Filter, limit: int = 3) -> pd.DataFrame:
    """Pick the sentences that say most, in reading order; of several articles one each first.

    The score counts what the sentence shares with its title, how early it stands, how many
    parties its facts have, and what is said or done in it.
    """
    sentence, article = schema.sentences.c, schema.articles.c
    facts_in = _facts_by_sentence(flt).cte("facts_in")
    mentioned = (
        sa.select(
            schema.mentions.c.article_id,
            schema.mentions.c.sentence,
            sa.func.count(schema.mentions.c.entity_id.distinct()).label("entities"),
        )
        .where(schema.mentions.c.article_id.in_(in_articles(flt)))
        .group_by(schema.mentions.c.article_id, schema.mentions.c.sentence)
        .cte("mentioned")
    )
    weight = (
        4.0 / sa.cast(sa.func.max(sentence.paragraph, 1), sa.Float)
        + sa.func.min(sa.func.coalesce(mentioned.c.entities, 0), 5) * 0.4
        + sa.func.min(sa.func.coalesce(facts_in.c.weight, 0), 8) * 0.5
    )
    narrowed = bool(flt.countries or flt.speakers or flt.words or flt.earliest or flt.latest)
    query = (
        sa.select(
            sentence.article_id,
            sentence.sentence,
            sentence.start,
            sentence.end,
            sentence.text,
            weight.label("score"),
            article.title,
            article.number,
        )
        .join(schema.articles, article.article_id == sentence.article_id)
        .join(
            mentioned,
            sa.and_(
                mentioned.c.article_id == sentence.article_id,
                mentioned.c.sentence == sentence.sentence,
            ),
            isouter=True,
        )
        .join(
            facts_in,
            sa.and_(
                facts_in.c.article_id == sentence.article_id,
                facts_in.c.sentence == sentence.sentence,
            ),
            isouter=not narrowed,
        )
        .where(
            sentence.article_id.in_(in_articles(flt)),
            sentence.start >= article.title_end,
            sa.func.length(sentence.text).between(30, 600),
        )
        .order_by(sa.desc("score"), article.number, sentence.start)
        .limit(_CANDIDATES)
    )
    with library.reading() as connection:
        rows = [dict(row) for row in connection.execute(query).mappings()]
    for row in rows:
        row["score"] = round(row["score"] + 5.0 * _overlap(row["title"], row["text"]), 3)
    rows.sort(key=lambda row: (-row["score"], row["number"], row["start"]))
    chosen = _spread(rows, limit)
    chosen.sort(key=lambda row: (row["number"], row["start"]))
    columns = ["article_id", "sentence", "start", "end", "text", "score"]
    data = pd.DataFrame([[row[name] for name in columns] for row in chosen], columns=columns)
    return data.astype(
        {"sentence": "Int64", "start": "Int64", "end": "Int64", "score": "float64"}
        | {"article_id": object, "text": object}
    )


def _facts_by_sentence(flt: Filter) -> sa.Select[Any]:
    """Select article_id, sentence and the weight of the facts that pass in it."""
    quote = schema.quotes.c
    said = sa.case((quote.act == "says", 1.0), else_=2.0)
    passing = sa.union_all(
        sa.select(quote.article_id, quote.sentence, said.label("weight")).where(
            *facts(schema.quotes, flt)
        ),
        *(
            sa.select(
                table.c.article_id, table.c.sentence, sa.literal(weight).label("weight")
            ).where(*facts(table, flt))
            for table, weight in ((schema.relations, 1.0), (schema.events, 0.5))
        ),
    ).subquery()
    return sa.select(
        passing.c.article_id, passing.c.sentence, sa.func.sum(passing.c.weight).label("weight")
    ).group_by(passing.c.article_id, passing.c.sentence)


_WORD = re.compile(r"\w{4,}")


def _overlap(title: str, text: str) -> float:
    """Return the share of the title's longer words, by their first five letters, in the text."""
    wanted = {word[:5] for word in _WORD.findall(title.casefold())}
    found = {word[:5] for word in _WORD.findall(text.casefold())}
    return len(wanted & found) / len(wanted) if wanted else 0.0


def _spread(rows: list[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """Take the best sentence of each article, and then the next best, up to `limit`."""
    seen: set[str] = set()
    first: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    for row in rows:
        (rest if row["article_id"] in seen else first).append(row)
        seen.add(row["article_id"])
    return (first + rest)[:limit]


def weightiest(library: Library, flt: Filter, limit: int = 3) -> pd.DataFrame:
    """The quotations that matter, as `quotes` gives them, the weightiest first.

    Verbatim ones come first, then those by a speaker of higher rank, about more countries, and
    those that do more than say.
    """
    quote, part = schema.quotes.c, schema.involvements.alias("named")
    kind = sa.case((quote.kind == "direct", 0), (quote.kind == "mixed", 1), else_=2)
    named = (
        sa.select(sa.func.count(part.c.country.distinct()))
        .where(part.c.fact_id == quote.quote_id, part.c.part == "mentioned")
        .scalar_subquery()
    )
    query = (
        select_quotes()
        .where(*facts(schema.quotes, flt))
        .order_by(
            kind,
            sa.func.coalesce(sa.func.role_rank(role_of(schema.quotes)), 0).desc(),
            quote.speaker_id.is_(None),
            named.desc(),
            quote.act == "says",
            schema.articles.c.number,
            quote.start,
        )
        .limit(limit)
    )
    return quotes_frame(library, query)


def claimed_denied(library: Library, flt: Filter, limit: int | None = None) -> pd.DataFrame:
    """What is claimed and denied, in reading order: relations first said, and denials quoted.

    `relation_id` or `quote_id` is set; `who_says` is null where the article itself says so.
    Each has its sentence.
    """
    claims = _claims(flt)
    chosen: sa.Select[Any] = sa.select(
        claims.c.relation_id,
        claims.c.quote_id,
        claims.c.claim,
        claims.c.who_says,
        claims.c.who_denies,
        claims.c.article_id,
        claims.c.start,
        claims.c.end,
        claims.c.standing,
    ).select_from(claims)
    query = beside_sentence(chosen, claims).order_by(claims.c.number, claims.c.start, claims.c.end)
    query = query.limit(limit)
    return name_holders(library, frame(library, query), "who_says", "who_denies")


def _claims(flt: Filter) -> sa.Subquery:
    """Select each denied claim once.

    A mutual relation has a row for each direction. A relation inside quoted words that deny it
    ("denied that it had sent trawlers") says the same as the quotation; a denial of what the
    sentence before says ("Peru bought ships from Chile. Chile denies it.") says less than the
    relation that it denies.
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
        .where(*facts(schema.relations, flt), denied, ~inside_denial)
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
        .where(*facts(schema.quotes, flt), quote.act == "denies", ~told)
    )
    return sa.union_all(from_relations, from_quotes).subquery("claims")
