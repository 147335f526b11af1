"""What a view does not know: what it lacks, how often, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.claims import voices
from briefing.library.dialects.grouped import of_first
from briefing.library.filter import Filter
from briefing.library.foreign import paragraphs
from briefing.library.queries import _whole
from briefing.library.queries._select import facts, frame, shown_name, without_country
from briefing.library.queries.people import select_voiceless
from briefing.library.queries.view import opening, resting_on
from briefing.library.store import Library

Lack = Literal["language", "speaker", "country", "date"]
"""What is lacking: English, of a paragraph; the speaker of a quotation; the country of a place or
an office; the date of an event."""

LACKS: tuple[Lack, ...] = get_args(Lack)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a view does not know, in numbers.

    Attributes:
        files: Files that could not be read, of the whole library.
        voice: Countries and people that are named but not quoted.
        lacking: How often each of `LACKS` is lacking.
    """

    files: int
    voice: int
    lacking: dict[Lack, int]


def unknown(library: Library, flt: Filter) -> Unknown:
    """Count what a view does not know."""

    def number(rows: sa.FromClause) -> int:
        return connection.scalar(sa.select(sa.func.count()).select_from(rows)) or 0

    with library.reading() as connection:
        if _whole.is_whole(flt):
            kept = _whole.lacking(connection)
            lacks = {what: kept.get(what, 0) for what in LACKS}
        else:
            lacks = {what: number(_rows(what, flt).subquery()) for what in LACKS}
        return Unknown(number(schema.unread), number(select_voiceless(flt).subquery()), lacks)


def lacking(
    library: Library, flt: Filter, what: Lack, *, limit: int | None = None, offset: int = 0
) -> pd.DataFrame:
    """Return where something is lacking: `fact_id`, `check`, `words`, `title`, `source`.

    `fact_id` leads to the words in the article; `check` is what staff correct, null for what they
    cannot. `title`, `source` and `opening` are the article's.

    Args:
        library: The library.
        flt: The filter.
        what: What is lacking.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    found, article = _rows(what, flt).subquery(), schema.articles.c
    query = (
        sa.select(
            found.c.fact_id,
            found.c.check,
            found.c.words,
            article.title,
            article.source,
            opening().label("opening"),
        )
        .join(schema.articles, article.article_id == found.c.article_id)
        .order_by(article.number, found.c.start, found.c.fact_id)
        .limit(limit)
        .offset(offset)
    )
    return frame(library, query)


def _rows(what: Lack, flt: Filter) -> sa.Select[Any]:
    """Select fact_id, check, words, article_id and start of what lacks something."""
    rows = {"language": _foreign, "speaker": _unspoken, "country": _placeless, "date": _undated}
    return rows[what](flt)


def _foreign(flt: Filter) -> sa.Select[Any]:
    kept, article = paragraphs.c, schema.articles.c
    start, end = sa.cast(kept.start, sa.Text), sa.cast(kept.first_end, sa.Text)
    sentence = kept.article_id + ".s." + start + "-" + end
    words = sa.func.substr(article.text, kept.start + 1, kept.end - kept.start)
    return (
        sa.select(
            sa.cast(sentence, sa.Text).label("fact_id"),
            sa.cast(sa.null(), sa.Text).label("check"),
            sa.cast(kept.language + ": " + words, sa.Text).label("words"),
            kept.article_id,
            kept.start,
        )
        .join(schema.articles, article.article_id == kept.article_id)
        .where(kept.article_id.in_(resting_on(flt)))
    )


def _unspoken(flt: Filter) -> sa.Select[Any]:
    quote, voice = schema.quotes.c, voices()
    return sa.select(
        quote.quote_id.label("fact_id"),
        quote.quote_id.label("check"),
        quote.text.label("words"),
        quote.article_id,
        quote.start,
    ).where(
        *facts(schema.quotes, flt),
        quote.speaker_id.is_(None),
        quote.quote_id.not_in(sa.select(voice.c.fact_id)),
    )


def _placeless(flt: Filter) -> sa.Select[Any]:
    mention, entity = schema.mentions.c, schema.entities.c
    order = schema.articles.c.number * 10_000_000 + mention.start
    return (
        sa.select(
            of_first(mention.mention_id, order).label("fact_id"),
            entity.entity_id.label("check"),
            shown_name().label("words"),
            of_first(mention.article_id, order).label("article_id"),
            of_first(mention.start, order).label("start"),
            sa.func.min(order).label("first"),
        )
        .join(schema.entities, entity.entity_id == mention.entity_id)
        .join(schema.articles, schema.articles.c.article_id == mention.article_id)
        .where(
            *facts(schema.mentions, flt),
            *without_country(),
        )
        .group_by(entity.entity_id)
    )


def _undated(flt: Filter) -> sa.Select[Any]:
    event = schema.events.c
    return sa.select(
        event.event_id.label("fact_id"),
        event.event_id.label("check"),
        event.title.label("words"),
        event.article_id,
        event.start,
    ).where(*facts(schema.events, flt), event.date.is_(None))
