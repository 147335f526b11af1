"""Who is quoted how much, and quotations in the order of their speakers: for lists by the page.

The order is made in the database, so that a page of a large library reads but the rows it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.claims import voices
from briefing.library.filter import Filter
from briefing.library.queries import _whole
from briefing.library.queries._select import (
    country_of,
    facts,
    frame,
    in_articles,
    shown_name,
)
from briefing.library.queries.quotes import conditions_of, quotes_frame, select_quotes
from briefing.library.store import Library
from briefing.tables import VERBATIM

Order = Literal["speaker", "time", "text"]


def quoted(
    library: Library,
    flt: Filter,
    kinds: Sequence[str] = (),
    acts: Sequence[str] = (),
    about: Sequence[str] = (),
    speaking: Sequence[str] = (),
) -> pd.DataFrame:
    """Who speaks, alone or together, most quoted first; those whom nobody names last.

    Args:
        library: The library.
        flt: The filter.
        kinds: As in `quotes`, like those that follow.
        acts: Only these acts.
        about: Only quotations that mention one of these countries.
        speaking: Only quotations by a speaker of one of these countries.

    Returns:
        `speaker_key, name, written, quotes, verbatim`: what holds a speaker's quotations together,
        the name, or None where only words such as "officials" are known, and the numbers.
    """
    if _whole.is_whole(flt) and not (kinds or acts or about or speaking):
        counted = _whole.counted_speakers().cte("counted")
    else:
        counted = _counted(_keyed(flt, kinds, acts, about, speaking).cte("keyed")).cte("counted")
    return frame(library, sa.select(counted).order_by(*_by_speaker(counted)))


def quotes_in_order(
    library: Library,
    flt: Filter,
    kinds: Sequence[str] = (),
    acts: Sequence[str] = (),
    about: Sequence[str] = (),
    speaking: Sequence[str] = (),
    *,
    order: Order,
    limit: int,
    offset: int = 0,
) -> pd.DataFrame:
    """Quotations as `quotes` gives them, with `speaker_key`, some rows of an order.

    Args:
        library: The library.
        flt: The filter.
        kinds: As in `quotes`, like those that follow.
        acts: Only these acts.
        about: Only quotations that mention one of these countries.
        speaking: Only quotations by a speaker of one of these countries.
        order: By speaker as `quoted` has them, each one's in reading order or, with "time", by the
            day of publication; or all in reading order.
        limit: How many rows.
        offset: How many rows to pass over first.
    """
    chosen_by = (kinds, acts, about, speaking)
    among: _Ids | None = None
    if order == "text":
        among, offset = _on_page(conditions_of(flt, *chosen_by), limit, offset), 0
    elif _whole.is_whole(flt) and not any(chosen_by):
        keys, offset = _keys_on_page(quoted(library, flt), limit, offset)
        among = _of_keys(keys)
    keyed = _keyed(flt, *chosen_by, among=among).cte("keyed")
    query = sa.select(keyed.c.quote_id, keyed.c.speaker_key)
    reading = (keyed.c.number, keyed.c.start, keyed.c.end)
    if order == "text":
        query = query.order_by(*reading)
    else:
        counted = _counted(keyed).cte("counted")
        if among is not None:
            query = query.where(keyed.c.speaker_key.in_(keys))
        day = [keyed.c.published.asc().nulls_last()] if order == "time" else []
        query = query.join(counted, counted.c.speaker_key == keyed.c.speaker_key).order_by(
            *_by_speaker(counted), *day, *reading
        )
    chosen = frame(library, query.limit(limit).offset(offset))
    ids = chosen["quote_id"].tolist()
    rows = quotes_frame(library, select_quotes().where(schema.quotes.c.quote_id.in_(ids)))
    return chosen.merge(rows, on="quote_id", how="left")[["speaker_key", *rows.columns]]


_Ids = sa.Select[Any] | sa.CompoundSelect[Any]
"""A query for the ids of quotations."""


def _on_page(conditions: list[sa.ColumnElement[bool]], limit: int, offset: int) -> _Ids:
    """Select the quotations of a page in reading order."""
    quote, article = schema.quotes.c, schema.articles
    return (
        sa.select(quote.quote_id)
        .join(article, article.c.article_id == quote.article_id)
        .where(*conditions)
        .order_by(article.c.number, quote.start, quote.end)
        .limit(limit)
        .offset(offset)
    )


def _keys_on_page(who: pd.DataFrame, limit: int, offset: int) -> tuple[list[str], int]:
    """Return whose quotations stand on a page, and how many of the first one's before it.

    Args:
        who: What `quoted` returned.
        limit: The rows of a page.
        offset: How many rows stand before it.
    """
    keys, before, position = [], 0, 0
    for key, number in zip(who["speaker_key"], who["quotes"], strict=True):
        if position + number <= offset:
            before = position + number
        elif position < offset + limit:
            keys.append(key)
        position += number
    return keys, offset - before


def _of_keys(keys: Sequence[str]) -> _Ids:
    """Select the quotations whose speaker's key may be one of these, by what a key is made of."""
    quote, voice = schema.quotes.c, voices()
    parts = {part for key in keys for part in key.split("; ")}
    written = sa.func.coalesce(sa.func.lower(quote.speaker), "")
    return sa.union(
        sa.select(voice.c.fact_id).where(voice.c.entity_id.in_(parts)),
        sa.select(quote.quote_id).where(quote.speaker_id.in_(parts)),
        sa.select(quote.quote_id).where(quote.speaker_id.is_(None), written.in_(keys)),
    )


def quote_counts(library: Library, flt: Filter) -> pd.DataFrame:
    """How many quotations there are of each kind and act, by and about each country.

    Returns:
        `field, value, quotes`, field being kind, act, speaking or about; most first.
    """
    if _whole.is_whole(flt):
        return frame(library, _whole.quote_counts())
    quote, number = schema.quotes.c, sa.func.count()
    passing = facts(schema.quotes, flt)
    parts = [
        sa.select(sa.literal(name).label("field"), quote[name].label("value"), number)
        .where(*passing)
        .group_by(quote[name])
        for name in ("kind", "act")
    ]
    part, entity = schema.involvements, schema.entities
    country = country_of(part, entity)
    parts += [
        sa.select(sa.literal(name), country, sa.func.count(part.c.fact_id.distinct()))
        .select_from(part)
        .join(schema.quotes, quote.quote_id == part.c.fact_id)
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
        .where(part.c.part == role, country.is_not(None), *passing)
        .group_by(country)
        for name, role in (("speaking", "speaker"), ("about", "mentioned"))
    ]
    found = sa.union_all(*(each.subquery().select() for each in parts)).subquery()
    field, value, total = found.c
    query = sa.select(field, value, total.label("quotes")).order_by(field, total.desc(), value)
    return frame(library, query)


def _keyed(
    flt: Filter,
    kinds: Sequence[str],
    acts: Sequence[str],
    about: Sequence[str],
    speaking: Sequence[str],
    *,
    among: _Ids | None = None,
) -> sa.Select[Any]:
    """Select the quotations that pass, each with what holds its speaker's together.

    Args:
        flt: The filter.
        kinds: As in `quotes`, like those that follow.
        acts: Only these acts.
        about: Only quotations that mention one of these countries.
        speaking: Only quotations by a speaker of one of these countries.
        among: Only these quotations.
    """
    quote, article = schema.quotes.c, schema.articles.c
    together = _together(flt, among)
    chosen = [] if among is None else [quote.quote_id.in_(among)]
    key = sa.func.coalesce(
        together.c.entity_ids, quote.speaker_id, sa.func.lower(quote.speaker), ""
    )
    return (
        sa.select(
            quote.quote_id,
            quote.kind,
            quote.start,
            quote.end,
            quote.speaker.label("written"),
            article.number,
            article.published,
            key.label("speaker_key"),
            quote.speaker_id,
            together.c.names,
        )
        .select_from(schema.quotes)
        .join(schema.articles, article.article_id == quote.article_id)
        .join(together, together.c.fact_id == quote.quote_id, isouter=True)
        .where(*conditions_of(flt, kinds, acts, about, speaking), *chosen)
    )


def _together(flt: Filter, among: _Ids | None) -> sa.CTE:
    """Select the quotations of several speakers with their ids and names, in order."""
    voice, entity = voices(), schema.entities
    ordered = (
        sa.select(voice.c.fact_id, voice.c.entity_id, shown_name(entity).label("name"))
        .join(entity, entity.c.entity_id == voice.c.entity_id)
        .where(
            voice.c.article_id.in_(in_articles(flt))
            if among is None
            else voice.c.fact_id.in_(among)
        )
        .order_by(voice.c.fact_id, voice.c.entity_id)
        .subquery()
    )
    return (
        sa.select(
            ordered.c.fact_id,
            sa.func.group_concat(ordered.c.entity_id, "; ").label("entity_ids"),
            sa.func.group_concat(ordered.c.name, " and ").label("names"),
        )
        .group_by(ordered.c.fact_id)
        .having(sa.func.count() > 1)
        .cte("together")
    )


def _counted(keyed: sa.CTE) -> sa.Select[Any]:
    verbatim = sa.case((keyed.c.kind.in_(VERBATIM), 1), else_=0)
    grouped = (
        sa.select(
            keyed.c.speaker_key,
            sa.func.max(keyed.c.names, type_=sa.Text).label("names"),
            sa.func.max(keyed.c.speaker_id).label("speaker_id"),
            sa.func.max(keyed.c.written, type_=sa.Text).label("written"),
            sa.func.count().label("quotes"),
            sa.func.sum(verbatim, type_=sa.Integer).label("verbatim"),
        )
        .group_by(keyed.c.speaker_key)
        .cte("grouped")
    )
    speaker = schema.entities.c
    return (
        sa.select(
            grouped.c.speaker_key,
            sa.func.coalesce(grouped.c.names, shown_name(), type_=sa.Text).label("name"),
            grouped.c.written,
            grouped.c.quotes,
            grouped.c.verbatim,
        )
        .select_from(grouped)
        .join(schema.entities, speaker.entity_id == grouped.c.speaker_id, isouter=True)
    )


def _by_speaker(counted: sa.CTE) -> tuple[sa.ColumnElement[Any], ...]:
    name = sa.func.coalesce(counted.c.name, counted.c.written)
    return counted.c.speaker_key == "", counted.c.quotes.desc(), name, counted.c.speaker_key
