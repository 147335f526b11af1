"""What happened when: events and time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries._select import (
    beside_review,
    beside_sentence,
    columns_of,
    country_of,
    facts,
    frame,
    name_holders,
    one_of,
    paged,
)
from briefing.library.readings import Readings
from briefing.library.store import Library
from briefing.reading.date_lines import own_date


def events(
    library: Library,
    flt: Filter,
    tense: str | None = None,
    kinds: Sequence[str] = (),
    *,
    readings: Readings = "certain",
    limit: int | None = None,
    offset: int = 0,
) -> pd.DataFrame:
    """Events by date, the undated ones last in reading order, each with its countries.

    `written_earliest` and `written_latest` bound the day on which the article was written;
    `attributed_to_name` and `denied_by_name` have names in the place of entities' ids.

    Args:
        library: The library.
        flt: The filter.
        tense: Only past, ongoing or upcoming ones.
        kinds: Only these kinds.
        readings: Whether those certain enough to be shown, the possible ones, or all.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    event, article = schema.events, schema.articles.c
    earliest, latest = (_of_dated(event, column) for column in ("earliest", "latest"))
    query: sa.Select[Any] = sa.select(
        *(column for column in columns_of(event) if column.name not in ("earliest", "latest")),
        earliest.label("earliest"),
        latest.label("latest"),
        _countries(event).label("countries"),
        event.c.attributed_to.label("attributed_to_name"),
        event.c.denied_by.label("denied_by_name"),
        article.title.label("title_article"),
        article.published,
        sa.func.coalesce(article.published, article.published_earliest).label("written_earliest"),
        sa.func.coalesce(article.published, article.published_latest).label("written_latest"),
    ).select_from(event)
    conditions = [*facts(event, flt, readings=readings), *one_of(event.c.kind, kinds)]
    if tense is not None:
        conditions.append(event.c.tense == tense)
    order = (
        sa.func.coalesce(earliest, latest).asc().nulls_last(),
        latest.asc().nulls_last(),
        article.number,
        event.c.start,
    )
    query = (
        beside_review(beside_sentence(query, event), event)
        .join(schema.articles, article.article_id == event.c.article_id)
        .where(*paged(event, conditions, order, limit=limit, offset=offset))
        .order_by(*order)
    )
    found = frame(library, query, tuples=("countries",))
    return name_holders(library, found, "attributed_to_name", "denied_by_name")


def _of_dated(event: sa.Table, column: str) -> sa.ColumnElement[str | None]:
    """Return a bound of events that have a date; what has none is bounded by its article alone."""
    return sa.case((event.c.date.is_(None), None), else_=event.c[column])


def times(library: Library, flt: Filter) -> pd.DataFrame:
    """Time expressions in reading order."""
    time = schema.times
    query = (
        sa.select(*columns_of(time))
        .join(schema.articles, schema.articles.c.article_id == time.c.article_id)
        .where(*facts(time, flt))
        .order_by(schema.articles.c.number, time.c.start)
    )
    return frame(library, query)


def yearless(library: Library, flt: Filter) -> pd.DataFrame:
    """Days and months without a year, of articles whose own date would settle it, in their order.

    Their `value` is "XXXX-04-05" or "XXXX-04"; each has its `sentence_text` and its article's
    title. The day in an article's own dateline is left out.
    """
    time, article = schema.times, schema.articles.c
    query: sa.Select[Any] = sa.select(
        *columns_of(time), article.title.label("title_article")
    ).select_from(time)
    query = (
        beside_sentence(query, time)
        .join(schema.articles, article.article_id == time.c.article_id)
        .where(
            *facts(time, flt),
            time.c.value.op("GLOB")("XXXX-[01][0-9]*"),
            time.c.type.in_(("DATE", "TIME")),
            time.c.earliest.is_(None),
            time.c.latest.is_(None),
        )
        .order_by(sa.func.substr(time.c.value, 6, 5), article.number, time.c.start)
    )
    found = frame(library, query)
    texts: sa.Select[Any] = sa.select(article.article_id, article.text).where(
        article.article_id.in_(set(found["article_id"]))
    )
    own = {
        article_id: [(line.start, line.end) for line in own_date(text).lines]
        for article_id, text in frame(library, texts).itertuples(index=False)
    }
    kept = [
        not any(start <= first and last <= end for start, end in own[article_id])
        for article_id, first, last in zip(
            found["article_id"], found["start"], found["end"], strict=True
        )
    ]
    return found[pd.Series(kept, index=found.index, dtype=bool)].reset_index(drop=True)


def _countries(event: sa.FromClause) -> sa.ScalarSelect[Any]:
    """Select the countries that take part in an event or are its place, as a JSON list."""
    part, entity = schema.involvements.alias(), schema.entities.alias()
    country = country_of(part, entity)
    listed = (
        sa.union(
            sa.select(country.label("country"))
            .select_from(part)
            .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
            .where(part.c.fact_id == event.c.event_id, country.is_not(None))
            .correlate(event),
            sa.select(event.c.place_country)
            .where(event.c.place_country.is_not(None))
            .correlate(event),
        )
        .order_by("country")
        .subquery()
    )
    return (
        sa.select(sa.func.json_group_array(listed.c.country)).select_from(listed).scalar_subquery()
    )
