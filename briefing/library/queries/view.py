"""The articles: all of them, and those that a view rests on.

A filter narrows facts; a view rests on the articles that hold one that passes. Every count of
articles, every title, list of sources and table of articles is made from `resting_on`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, weights
from briefing.library.chatham.hidden import hidden
from briefing.library.filter import Filter
from briefing.library.queries._select import (
    dated,
    facts,
    frame,
    in_articles,
    in_period,
    match_of,
    narrows,
    published_in_period,
    searched,
    touches,
)
from briefing.library.readings import passing
from briefing.library.search import matches
from briefing.library.source_grades import grade_of_article
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Scope:
    """What a page speaks about.

    Attributes:
        articles: How many articles the library holds.
        covered: How many would be in view without the filter, those that it names among them.
        shown: How many are: those that hold a fact that passes.
        published: The date of the only one, if it is known.
        basis: Where that date comes from.
        earliest: The first day on which one of them may have been published.
        latest: The last day, likewise.
        undated: How many have no date at all, which the filter's period shows too or leaves out;
            0 without a period.
    """

    articles: int
    covered: int
    shown: int
    published: str | None
    basis: str | None
    earliest: str | None
    latest: str | None
    undated: int

    @property
    def of(self) -> int | None:
        """Of how many articles these are some; None where nothing was left out."""
        return self.covered if self.shown < self.covered else None


def resting_on(flt: Filter) -> sa.Select[Any]:
    """Select the ids of the articles that a view rests on: each holds a fact that passes.

    Possible readings do not count, as on the pages. Where nothing but articles is filtered for,
    these are the articles themselves.
    """
    chosen = in_articles(flt)
    if not narrows(flt):
        return chosen
    if flt == replace(_by_place(flt), earliest=flt.earliest, latest=flt.latest):
        return chosen.where(_in_period(flt))
    match = match_of(flt.words)
    if match is not None and flt == replace(_by_place(flt), words=flt.words):
        return chosen.where(schema.articles.c.article_id.in_(_with_words(match)))
    tables = [schema.quotes, schema.events, schema.relations]
    if not flt.checked_only:
        tables.append(schema.mentions)
    if not flt.checked_only and (flt.of_period or flt.words):
        tables.append(schema.times)  # else a time passes only beside a mention that does
    passing = sa.union(
        *(sa.select(table.c.article_id).where(*facts(table, flt)) for table in tables)
    )
    return chosen.where(schema.articles.c.article_id.in_(passing))


def _by_place(flt: Filter) -> Filter:
    """Return what of a filter `in_articles` alone answers."""
    return Filter(
        articles=flt.articles, tags=flt.tags, dated_only=flt.dated_only, ceiling=flt.ceiling
    )


def _in_period(flt: Filter) -> sa.ColumnElement[bool]:
    """Return the condition that an article holds a fact that may lie in the period.

    What is dated by its article alone is counted already (weights.py); only where that does not
    lie in the period are events and times looked at.
    """
    article, kept = schema.articles.c, weights.articles.c
    counted = sa.exists().where(
        kept.article_id == article.article_id,
        sa.or_(kept.entities > 0, kept.quotes > 0, kept.relations > 0),
    )
    own = (
        sa.exists().where(
            table.c.article_id == article.article_id, *passing(table, "certain"), when
        )
        for table in (schema.events, schema.times)
        for when in in_period(table, flt)
    )
    return sa.or_(sa.and_(*published_in_period(flt), counted), *own)


def _with_words(match: str) -> sa.Select[Any]:
    """Select the articles that hold a fact which touches a sentence with the words.

    A name in the sentence is at hand by the sentence's number, and most have one.
    """
    sentence, mention = schema.sentences.c, schema.mentions.c
    named = sa.exists().where(
        mention.article_id == sentence.article_id, mention.sentence == sentence.sentence
    )
    tables = (
        schema.quotes,
        schema.events,
        schema.relations,
        schema.mentions,
        schema.times,
    )
    touching = (sa.exists().where(touches(table), *passing(table, "certain")) for table in tables)
    return searched(sentence.article_id).where(matches(match), sa.or_(named, *touching))


def articles(library: Library) -> pd.DataFrame:
    """Every article with what was found in it, in the order of adding.

    `opening` holds the first letters of one without a title, else it is null; `grade` is how
    reliable staff hold its outlet to be, A to F, "" for none; `tags` has the tags of each, in the
    order of the alphabet, and `marking` its marking, "" for none.
    """
    found, tag = frame(library, _rows()), schema.tags.c
    given: dict[str, list[str]] = defaultdict(list)
    with library.reading() as connection:
        told = hidden(connection).words
        for article_id, name in connection.execute(sa.select(tag.article_id, tag.tag)):
            given[article_id].append(told.without(name))
        marked = {
            row.article_id: row.marking for row in connection.execute(sa.select(schema.markings))
        }
    tags = [tuple(sorted(given[key], key=str.casefold)) for key in found["article_id"]]
    markings = [marked.get(key, "") for key in found["article_id"]]
    return found.assign(
        tags=pd.Series(tags, dtype="object", index=found.index),
        marking=pd.Series(markings, dtype="object", index=found.index),
    )


def in_view(library: Library, flt: Filter) -> pd.DataFrame:
    """Return the rows of `articles` that a view rests on."""
    return frame(library, _rows().where(schema.articles.c.article_id.in_(resting_on(flt))))


def articles_of(library: Library, article_ids: Sequence[str]) -> pd.DataFrame:
    """Return the rows of `articles` of some articles."""
    return frame(library, _rows().where(schema.articles.c.article_id.in_(list(article_ids))))


def last_in_view(library: Library, flt: Filter) -> str | None:
    """Return the id of the article that was added last of those in view; None for none."""
    article = schema.articles.c
    query = sa.select(article.article_id).where(article.article_id.in_(resting_on(flt)))
    with library.reading() as connection:
        return connection.scalar(query.order_by(article.number.desc()).limit(1))


def opening() -> sa.ColumnElement[Any]:
    """Return the first letters of an article without a title; null for others."""
    article = schema.articles.c
    return sa.case(
        (sa.func.coalesce(article.title, "") == "", sa.func.substr(article.text, 1, 400))
    )


def _rows() -> sa.Select[Any]:
    article, kept = schema.articles.c, weights.articles.c
    names = (
        "article_id",
        "title",
        "source",
        "url",
        "author",
        "published",
        "published_basis",
        "published_earliest",
        "published_latest",
        "words",
        "added",
        "reader_version",
        "shown",
    )
    return (
        sa.select(
            *(article[name] for name in names),
            opening().label("opening"),
            grade_of_article().label("grade"),
            kept.entities,
            kept.quotes,
            kept.events,
            kept.once.label("relations"),
        )
        .join(weights.articles, kept.article_id == article.article_id)
        .order_by(article.number)
    )


def scope(library: Library, flt: Filter) -> Scope:
    """Return what a page speaks about under a filter."""
    article = schema.articles.c
    number = sa.func.count()
    here = article.article_id.in_(resting_on(flt))
    named = article.article_id.in_(flt.articles)
    with library.reading() as connection:
        total = connection.scalar(sa.select(number).select_from(schema.articles)) or 0
        shown, earliest, latest, undated = connection.execute(
            sa.select(
                number,
                sa.func.min(article.published_earliest),
                sa.func.max(article.published_latest),
                sa.func.count(sa.case((sa.not_(dated()), 1))),
            ).where(here)
        ).one()
        published, basis = (
            connection.execute(
                sa.select(article.published, article.published_basis).where(here)
            ).one()
            if shown == 1
            else (None, None)
        )
        covered = connection.scalar(sa.select(number).where(sa.or_(article.shown, named)))
        if flt.of_period and flt.dated_only:
            left_out = article.article_id.in_(resting_on(replace(flt, dated_only=False)))
            undated = connection.scalar(sa.select(number).where(left_out, sa.not_(dated())))
    undated = (undated or 0) if flt.of_period else 0
    return Scope(total, covered or 0, shown, published, basis, earliest, latest, undated)
