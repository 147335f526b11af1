"""What the Briefing page asks: key figures, weighty words, claims and denials."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, tallies, totals, weights
from briefing.library.ahead import counts_as_ahead
from briefing.library.claims import select_claims
from briefing.library.filter import Filter
from briefing.library.kept import shown
from briefing.library.mutual import said_once
from briefing.library.queries import _whole
from briefing.library.queries._select import (
    all_facts,
    beside_sentence,
    country_of,
    facts,
    frame,
    in_articles,
    name_holders,
    narrows,
)
from briefing.library.queries.quotes import quotes_frame, select_quotes
from briefing.library.readings import in_certain_fact
from briefing.library.store import Library
from briefing.tables import VERBATIM, records
from briefing.wording.clauses import clause_span


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
        upcoming: Events that are still to come, by what is told.
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
    with library.reading() as connection:
        if _whole.is_whole(flt):
            kept = _whole.figures(connection)
            return Figures(
                parties=kept["parties"],
                quotations=kept["quotes"],
                **{name: kept[name] for name in totals.FIGURES if name != "quotes"},
            )
        if not narrows(flt):
            return _kept_figures(connection, flt)
        return _counted_figures(connection, flt)


def _kept_figures(connection: sa.Connection, flt: Filter) -> Figures:
    """Add up what is kept of the articles."""
    kept, part, entity = weights.articles.c, schema.involvements.c, schema.entities.c
    country = tallies.countries.c
    chosen = in_articles(flt)
    sums = connection.execute(
        sa.select(*(sa.func.coalesce(sa.func.sum(kept[name]), 0) for name in totals.FIGURES)).where(
            kept.article_id.in_(chosen)
        )
    ).one()
    countries = sa.select(sa.func.count(country.country.distinct())).where(
        country.facts > 0, country.article_id.in_(chosen)
    )
    takes_part = sa.exists().where(
        part.entity_id == entity.entity_id,
        part.country.is_(None),
        part.article_id.in_(chosen),
        in_certain_fact(schema.involvements),
    )
    groups = sa.select(sa.func.count()).where(
        entity.kind.in_(("alliance", "organisation")), entity.country.is_(None), takes_part
    )
    quotations, verbatim, conflict, cooperation, denied, upcoming = sums
    return Figures(
        parties=(connection.scalar(countries) or 0) + (connection.scalar(groups) or 0),
        quotations=quotations,
        verbatim=verbatim,
        conflict=conflict,
        cooperation=cooperation,
        denied=denied,
        upcoming=upcoming,
    )


def _counted_figures(connection: sa.Connection, flt: Filter) -> Figures:
    quote, relation = schema.quotes.c, schema.relations.c
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
        sa.func.count(), sa.func.count(sa.case((quote.kind.in_(VERBATIM), 1)))
    ).where(*facts(schema.quotes, flt))
    relations = sa.select(
        sa.func.count(sa.case((relation.quad.like("%-conflict"), 1))),
        sa.func.count(sa.case((relation.quad.like("%-cooperation"), 1))),
    ).where(*facts(schema.relations, flt), said_once())
    upcoming = sa.select(sa.func.count()).where(*facts(schema.events, flt), counts_as_ahead())
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


def weightiest(library: Library, flt: Filter, limit: int = 3) -> pd.DataFrame:
    """The quotations that matter, as `quotes` gives them, the weightiest first.

    Verbatim ones come first, then those by a speaker of higher rank, about more countries, and
    those that do more than say.
    """
    quote, kept = schema.quotes.c, weights.quotes
    order = (kept.c.weight, kept.c.number, kept.c.start)
    chosen = sa.select(kept.c.quote_id).order_by(*order).limit(limit)
    if narrows(flt) or flt.of_articles:
        passing = sa.select(quote.quote_id).where(*facts(schema.quotes, flt))
        chosen = chosen.where(kept.c.quote_id.in_(passing))
    else:
        chosen = chosen.where(shown(kept))
    query = (
        select_quotes()
        .join(kept, kept.c.quote_id == quote.quote_id)
        .where(quote.quote_id.in_(chosen))
        .order_by(*order)
    )
    return quotes_frame(library, query)


def claimed_denied(library: Library, flt: Filter, limit: int | None = None) -> pd.DataFrame:
    """What is claimed and denied, in reading order, each with its sentence.

    `fact_id` is the relation, event or quotation that claims it; `who_says` is null where the
    article itself does. `start:end` is the claim up to the end of its clause, with whole quotation
    marks.
    """
    claims = _claims(_first_that_deny(library, flt, limit))
    chosen: sa.Select[Any] = sa.select(
        claims.c.fact_id,
        claims.c.claim,
        claims.c.who_says,
        claims.c.who_denies,
        claims.c.article_id,
        claims.c.start,
        claims.c.end,
    ).select_from(claims)
    query = beside_sentence(chosen, claims).order_by(claims.c.number, claims.c.start, claims.c.end)
    query = query.limit(limit)
    found = frame(library, query)
    for number, row in enumerate(records(found)):
        if row["sentence_text"] is None:
            continue
        base = row["sentence_start"]
        start, end = clause_span(row["sentence_text"], row["start"] - base, row["end"] - base)
        found.loc[number, ["claim", "start", "end"]] = [
            row["sentence_text"][start:end],
            base + start,
            base + end,
        ]
    return name_holders(library, found, "who_says", "who_denies")


def _first_that_deny(library: Library, flt: Filter, limit: int | None) -> Filter:
    """Narrow to the first articles that hold so many claims, where the numbers are kept."""
    if limit is None or narrows(flt):
        return flt
    kept, article = weights.articles.c, schema.articles.c
    query = (
        sa.select(kept.article_id, kept.denied)
        .join(schema.articles, article.article_id == kept.article_id)
        .where(kept.denied > 0, kept.article_id.in_(in_articles(flt)))
        .order_by(article.number)
    )
    chosen: list[str] = []
    found = 0
    with library.reading() as connection:
        for article_id, denied in connection.execute(query):
            if found >= limit:
                break
            chosen.append(article_id)
            found += denied
    return replace(flt, articles=tuple(chosen) or ("",))


def _claims(flt: Filter) -> sa.Subquery:
    return select_claims(
        *(facts(table, flt) for table in (schema.relations, schema.events, schema.quotes))
    )
