"""The choices that the filter offers, with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, tallies, totals, weights
from briefing.library.chatham.hidden import hidden_in
from briefing.library.claims import voices
from briefing.library.filter import Filter
from briefing.library.queries import _whole
from briefing.library.queries._select import (
    all_facts,
    country_of,
    facts,
    frame,
    in_articles,
    narrows,
    shown_name,
    whole_articles,
)
from briefing.library.queries.view import opening, resting_on
from briefing.library.store import Library


def country_options(library: Library, flt: Filter) -> pd.DataFrame:
    """Every country of the shown articles with the facts it would leave, most first."""
    if _whole.is_whole(flt):
        return frame(library, _whole.country_options())
    counted = _facts_by_country(flt).cte("counted")
    named = sa.select(totals.of("country").c.a.label("country"))
    listed = sa.union(named, sa.select(counted.c.country)).cte("listed")
    name = sa.func.country_name(listed.c.country)
    number = sa.func.coalesce(counted.c.facts, 0)
    query = (
        sa.select(listed.c.country, name.label("name"), number.label("facts"))
        .select_from(listed)
        .join(counted, counted.c.country == listed.c.country, isouter=True)
        .order_by(number.desc(), name)
    )
    return frame(library, query)


def _facts_by_country(flt: Filter) -> sa.Select[Any]:
    """Select how many facts each country takes part in, under the filter without its countries."""
    if not narrows(flt, skip="countries"):
        kept = tallies.countries.c
        return (
            sa.select(kept.country, sa.func.sum(kept.facts, type_=sa.Integer).label("facts"))
            .where(kept.article_id.in_(in_articles(flt)))
            .group_by(kept.country)
        )
    found = all_facts(flt, skip="countries").cte("found")
    part, entity = schema.involvements, schema.entities
    country = country_of(part, entity)
    return (
        sa.select(
            country.label("country"), sa.func.count(found.c.fact_id.distinct()).label("facts")
        )
        .select_from(part)
        .join(found, found.c.fact_id == part.c.fact_id)
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
        .where(country.is_not(None))
        .group_by(country)
    )


def speaker_options(library: Library, flt: Filter) -> pd.DataFrame:
    """Every speaker of the shown articles with the quotations that would be left, most first."""
    if _whole.is_whole(flt):
        return frame(library, _whole.speaker_options())
    entity = schema.entities.c
    listed = sa.union(in_articles(Filter()), in_articles(flt))
    whole = whole_articles(replace(flt, speakers=()))
    if whole is None and not flt.of_articles:
        quote, voice, every = schema.quotes.c, voices(), totals.of("speaks").c
        left = (
            sa.select(voice.c.entity_id, sa.func.count().label("quotes"))
            .join(schema.quotes, quote.quote_id == voice.c.fact_id)
            .where(*facts(schema.quotes, flt, skip="speakers"))
            .group_by(voice.c.entity_id)
            .cte("left_over")
        )
        said = (
            sa.select(
                every.a.label("entity_id"), sa.func.coalesce(left.c.quotes, 0).label("quotes")
            )
            .join(left, left.c.entity_id == every.a, isouter=True)
            .cte("said")
        )
    elif whole is None:
        quote, voice = schema.quotes.c, voices()
        passing = sa.and_(*facts(schema.quotes, flt, skip="speakers"))
        those = sa.func.count(sa.case((passing, quote.quote_id)))
        said = (
            sa.select(voice.c.entity_id, those.label("quotes"))
            .join(schema.quotes, quote.quote_id == voice.c.fact_id)
            .where(quote.article_id.in_(listed))
            .group_by(voice.c.entity_id)
            .cte("said")
        )
    else:
        kept = tallies.entities.c
        number = sa.func.sum(sa.case((kept.article_id.in_(whole), kept.quotes), else_=0))
        said = (
            sa.select(kept.entity_id, number.label("quotes"))
            .where(kept.quotes > 0, kept.article_id.in_(listed))
            .group_by(kept.entity_id)
            .cte("said")
        )
    query = (
        sa.select(entity.entity_id, shown_name().label("name"), entity.country, said.c.quotes)
        .join(said, said.c.entity_id == entity.entity_id)
        .order_by(said.c.quotes.desc(), entity.name)
    )
    return frame(library, query)


def article_options(
    library: Library, flt: Filter, limit: int | None = None, keep: Sequence[str] = ()
) -> pd.DataFrame:
    """Shown articles with the facts that would be left of each, most first.

    Args:
        library: The library.
        flt: The filter; its articles do not narrow.
        limit: How many at most; every one when None.
        keep: Articles that are there in any case, shown or not, last where they are not among the
            first.

    Returns:
        `article_id, title, opening, facts`, `opening` as in `articles`.
    """
    article = schema.articles.c
    found = _facts_by_article(flt).cte("found")
    number = sa.func.coalesce(found.c.facts, 0)
    every: sa.Select[Any] = (
        sa.select(
            article.article_id,
            article.title,
            opening().label("opening"),
            number.label("facts"),
            article.number,
        )
        .select_from(schema.articles)
        .join(found, found.c.article_id == article.article_id, isouter=True)
    )
    order: tuple[Any, ...] = (sa.desc("facts"), sa.literal_column("number"))
    first = every.where(article.shown).order_by(*order).limit(limit).subquery()
    columns = ("article_id", "title", "opening", "facts")
    data = frame(library, sa.select(*(first.c[name] for name in columns)))
    others = [key for key in keep if key not in set(data["article_id"])]
    if others:
        query = every.where(article.article_id.in_(others)).order_by(*order).subquery()
        more = frame(library, sa.select(*(query.c[name] for name in columns)))
        data = pd.concat([data, more], ignore_index=True)
    return data


def article_named(library: Library, text: str) -> list[str]:
    """Return the ids of the articles that a text means, in the order of adding.

    That is the one of this id, shown or not; else of those that are shown those of this title, of
    which the text may have only the beginning, before "…"; else those whose title holds it.
    Letters' case does not matter.
    """
    article = schema.articles.c
    start = text.removesuffix("…")
    title = article.title
    ways: list[sa.ColumnElement[bool]] = [
        article.article_id == text,
        sa.and_(article.shown, sa.func.lower(title) == text.lower()),
        *(
            [sa.and_(article.shown, title.istartswith(start, autoescape=True))]
            if start != text
            else []
        ),
        sa.and_(article.shown, title.icontains(text, autoescape=True)),
    ]
    with library.reading() as connection:
        for way in ways if text.strip() else ():
            query = sa.select(article.article_id).where(way).order_by(article.number)
            if found := list(connection.scalars(query)):
                return found
    return []


def tag_options(library: Library, flt: Filter) -> pd.DataFrame:
    """Tags with the articles that would be in view, most first: `tag, articles`.

    One that names a speaker who is under the Chatham House Rule is not to be chosen by.
    """
    tag = schema.tags.c
    found = (
        sa.select(tag.tag, sa.func.count().label("articles"))
        .where(tag.article_id.in_(resting_on(replace(flt, tags=()))))
        .group_by(tag.tag)
        .cte("found")
    )
    listed = sa.select(tag.tag).group_by(tag.tag).cte("listed")
    number = sa.func.coalesce(found.c.articles, 0)
    every = frame(
        library,
        sa.select(listed.c.tag, number.label("articles"))
        .join(found, found.c.tag == listed.c.tag, isouter=True)
        .order_by(number.desc(), sa.func.lower(listed.c.tag)),
    )
    told = hidden_in(library)
    return every[[not told.are_in(tag) for tag in every["tag"]]] if told else every


def titles(library: Library, article_ids: Sequence[str]) -> pd.DataFrame:
    """Titles of some articles: `article_id, title, opening`, `opening` as in `articles`."""
    article = schema.articles.c
    query = sa.select(article.article_id, article.title, opening().label("opening")).where(
        article.article_id.in_(tuple(article_ids))
    )
    return frame(library, query)


def _facts_by_article(flt: Filter) -> sa.Select[Any]:
    """Select how many facts each article has, under the filter without its articles."""
    if not narrows(flt):
        kept = weights.articles.c
        number = kept.quotes + kept.events + kept.relations
        those = in_articles(flt, skip="articles")
        every = sa.select(kept.article_id, number.label("facts"))
        return every.where(kept.article_id.in_(those)) if flt.tags else every
    whole = whole_articles(replace(flt, articles=()))
    if whole is not None:
        kept, event, any_article = weights.articles.c, schema.events, replace(flt, articles=())
        counted = sa.union_all(
            sa.select(kept.article_id, (kept.quotes + kept.relations).label("facts")).where(
                kept.article_id.in_(whole)
            ),
            sa.select(event.c.article_id, sa.func.count())
            .where(*facts(event, any_article))
            .group_by(event.c.article_id),
        ).subquery()
        total = sa.func.sum(counted.c.facts, type_=sa.Integer)
        return sa.select(counted.c.article_id, total.label("facts")).group_by(counted.c.article_id)
    found = all_facts(flt, skip="articles").subquery()
    return sa.select(found.c.article_id, sa.func.count().label("facts")).group_by(
        found.c.article_id
    )
