"""How the articles and facts that something rests on may be handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries._select import facts
from briefing.library.queries.view import resting_on
from briefing.library.store import Library
from briefing.wording.highest import highest


def marking_of_view(
    library: Library, flt: Filter, also: Sequence[str] = (), *, whole: bool = False
) -> str:
    """Return the highest marking of what a view rests on, "" for none.

    That is of its articles, and of the words with a marking of their own in whose sentences a fact
    passes.

    Args:
        library: The library.
        flt: The filter.
        also: Articles that are shown whole besides, in view or not.
        whole: Whether the articles in view are shown with all their words too.
    """
    marking, own = schema.markings.c, schema.word_markings.c
    resting = resting_on(flt)
    here = sa.or_(marking.article_id.in_(resting), marking.article_id.in_(also))
    in_view: sa.ColumnElement[bool] = own.article_id.in_(resting)
    if not whole and _by_fact(flt):
        in_view = sa.and_(in_view, sa.or_(_in_title(), _beside_a_fact(flt)))
    words = sa.or_(in_view, own.article_id.in_(also))
    with library.reading() as connection:
        if not any(
            connection.scalar(sa.select(table.c.article_id).limit(1))
            for table in (schema.markings, schema.word_markings)
        ):
            return ""
        every = sa.union(
            sa.select(marking.marking).where(here), sa.select(own.marking).where(words)
        )
        return highest(connection.scalars(every))


def _by_fact(flt: Filter) -> bool:
    """Say whether a view shows only sentences that hold what passes; else any of its articles."""
    return bool(flt.countries or flt.speakers or flt.words or flt.facts)


def _in_title() -> sa.ColumnElement[bool]:
    """Return the condition that marked words lie in a title, which stands for its article."""
    article, own = schema.articles.c, schema.word_markings.c
    titled = sa.select(article.article_id).where(
        article.article_id == own.article_id, own.start < article.title_end
    )
    return titled.correlate(schema.word_markings).exists()


def _beside_a_fact(flt: Filter) -> sa.ColumnElement[bool]:
    """Return the condition that a fact passes that touches a sentence of the marked words."""
    own, sentence = schema.word_markings.c, schema.sentences.alias("marked_sentence")
    touching = sa.and_(
        sentence.c.article_id == own.article_id,
        sentence.c.start < own.end,
        sentence.c.end > own.start,
    )
    tables = [schema.TABLES[name] for name in schema.FACT_KEYS]
    passing = (
        sa.select(sa.literal(1))
        .select_from(table)
        .join(sentence, touching)
        .where(
            table.c.article_id == own.article_id,
            sa.or_(
                table.c.sentence == sentence.c.sentence,
                sa.and_(table.c.start < sentence.c.end, table.c.end > sentence.c.start),
            ),
            *facts(table, flt),
        )
        .correlate(schema.word_markings)
        .exists()
        for table in tables
    )
    return sa.or_(*passing)


def marking_of_all(library: Library) -> str:
    """Return the highest marking of all articles, also hidden and removed ones; "" for none."""
    content = schema.removed_articles.c.content
    kept = sa.func.json_extract(content, "$.marking", type_=sa.Text)
    words = sa.func.json_each(content, "$.marked_words").table_valued(
        "value", joins_implicitly=True
    )
    removed = sa.select(
        sa.func.json_extract(words.c.value, "$.marking", type_=sa.Text)
    ).select_from(schema.removed_articles, words)
    every = sa.union(
        sa.select(schema.markings.c.marking),
        sa.select(schema.word_markings.c.marking),
        sa.select(kept),
        removed,
    )
    with library.reading() as connection:
        return highest(filter(None, connection.scalars(every)))


def markings_of(
    library: Library, article_ids: Sequence[str], *, of_words: bool = False
) -> list[str]:
    """Return the markings that some of the articles have, each once.

    Args:
        library: The library.
        article_ids: The articles.
        of_words: Whether those of single words of theirs count too.
    """
    tables = [schema.markings, *([schema.word_markings] if of_words else [])]
    query = sa.union(
        *(sa.select(table.c.marking).where(table.c.article_id.in_(article_ids)) for table in tables)
    )
    with library.reading() as connection:
        return sorted(connection.scalars(query))


def marking_of_words(library: Library, article_id: str, start: int, end: int) -> str:
    """Return the highest marking that words of an article have of their own, "" for none."""
    own = schema.word_markings.c
    query = sa.select(own.marking).where(
        own.article_id == article_id, own.start < end, own.end > start
    )
    with library.reading() as connection:
        return highest(connection.scalars(query))


def above_ceiling(library: Library, flt: Filter) -> tuple[int, int]:
    """Return how many articles a filter's ceiling leaves out of a view, and how many stay."""
    number = sa.func.count()
    article = schema.articles.c.article_id
    with library.reading() as connection:
        every, left = (
            connection.scalar(sa.select(number).where(article.in_(resting_on(one)))) or 0
            for one in (replace(flt, ceiling=""), flt)
        )
    return every - left, left
