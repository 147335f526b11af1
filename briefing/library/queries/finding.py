"""What one search box finds: names, articles, quotations, events, relations and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, tallies
from briefing.library.dialects.grouped import of_first
from briefing.library.filter import Filter
from briefing.library.functions import folded
from briefing.library.queries._select import (
    Condition,
    entity_name,
    facts,
    frame,
    match_of,
    searched,
    shown_name,
    spoken_by,
    terms_of,
    touches,
)
from briefing.library.queries.view import opening, resting_on
from briefing.library.search import around, how_good, matches
from briefing.library.store import Library
from briefing.reference.countries import find_country

FoundKind = Literal["quotes", "events", "relations", "sentences"]

KINDS: tuple[FoundKind, ...] = ("quotes", "events", "relations", "sentences")
"""What is found by the words of its sentence."""

COUNTED = 1000
"""Up to so many are counted of each kind; beyond, it is more than can be looked through."""

_NOTHING = '""'
"""A query that finds nothing."""

_SHORTEST = 3
"""Letters that the beginning of a word has at least, to be looked for as one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What words find, within a filter.

    Attributes:
        names: People, organisations, places and countries whose name has the words, most
            mentioned first: `entity_id, name, kind, country, mentions`.
        articles: Articles whose title or outlet has them, the last added first: `article_id,
            title, opening, source, published`.
        counts: How many of each of `KINDS` have them in their sentence, `COUNTED` at most.
        countries: In how many of these sentences each country is named, most first: `country,
            sentences`, of the first `COUNTED` sentences.
    """

    names: pd.DataFrame
    articles: pd.DataFrame
    counts: Mapping[str, int]
    countries: pd.DataFrame


def as_typed(words: str) -> str:
    """Return words as they are meant while they are typed: the last one may go on.

    "south kor" becomes "south kor*"; a phrase in marks, and a word of one or two letters, stay.
    """
    last = words.split()[-1] if words.split() else ""
    goes_on = words[-1:].isalnum() and last.isalnum() and len(last) >= _SHORTEST
    return f"{words}*" if goes_on and _marks(words) % 2 == 0 else words


def find(library: Library, words: str, flt: Filter, *, limit: int = 8) -> Found:
    """Return what words find.

    Args:
        library: The library.
        words: All of them are looked for, in any order; "…" is a phrase, `sanc*` a beginning.
        flt: Only what rests on the articles of this view, and facts that pass, are found.
        limit: How many names and articles at most.
    """
    return Found(
        _names(library, words, flt, limit),
        _articles(library, words, flt, limit),
        {kind: _count(library, kind, words, flt) for kind in KINDS},
        _countries(library, words, flt),
    )


def found_facts(
    library: Library,
    kind: FoundKind,
    words: str,
    flt: Filter,
    *,
    named: str | None = None,
    limit: int = 20,
) -> pd.DataFrame:
    """Facts, or sentences, that hold all the words in their sentence, best match first.

    Args:
        library: The library.
        kind: What to return.
        words: As with `find`.
        flt: As with `find`.
        named: Alpha-3 code of a country that the sentence must name, or somebody of it.
        limit: How many at most.

    Returns:
        `fact_id, article_id, title, opening, label, snippet`: `opening` as in `articles`; `label`
        is who speaks, what the event is called, or which two sides a relation has, null for a
        sentence; `snippet` the part around the words found, each between U+0002 and U+0003.
    """
    chosen = _hits(kind, words, flt, named).order_by("best", "key").limit(limit).cte("chosen")
    article, sentence = schema.articles.c, schema.sentences
    match = match_of(words) or _NOTHING
    query = (
        searched(
            chosen.c.key.label("fact_id"),
            article.article_id,
            article.title,
            opening().label("opening"),
            chosen.c.label,
            around(match).label("snippet"),
        )
        .join(chosen, chosen.c.number == sentence.c.number)
        .join(schema.articles, article.article_id == sentence.c.article_id)
        .where(matches(match))
        .order_by(chosen.c.best, chosen.c.key)
    )
    return frame(library, query)


def search(library: Library, words: str, flt: Filter, limit: int = 200) -> pd.DataFrame:
    """Sentences that hold all the words, best match first.

    `snippet` is the part around the words found, the words between U+0002 and U+0003.
    """
    sentence, article = schema.sentences.c, schema.articles.c
    match = match_of(words) or _NOTHING
    query = (
        searched(
            article.article_id,
            article.title,
            sentence.sentence,
            sentence.start,
            sentence.end,
            sentence.text,
            around(match).label("snippet"),
        )
        .join(schema.articles, article.article_id == sentence.article_id)
        .where(article.article_id.in_(resting_on(flt)))
        .where(matches(match))
        .order_by(how_good(match), article.number, sentence.start)
        .limit(limit)
    )
    for condition in _sentence_conditions(flt):
        query = query.where(condition)
    return frame(library, query)


def _hits(kind: FoundKind, words: str, flt: Filter, named: str | None = None) -> sa.Select[Any]:
    """Select key, label, the number of the sentence with the best match, and how good it is."""
    sentence = schema.sentences.c
    match = match_of(words) or _NOTHING
    rank, found = how_good(match), [matches(match)]
    if named:
        found += _sentence_conditions(Filter(countries=(named,)))
    if kind == "sentences":
        key = sentence.article_id + ".s." + sa.cast(sentence.start, sa.Text) + "-"
        return searched(
            (key + sa.cast(sentence.end, sa.Text)).label("key"),
            sa.null().label("label"),
            sentence.number,
            rank.label("best"),
        ).where(*found, sentence.article_id.in_(resting_on(flt)), *_sentence_conditions(flt))
    table = schema.TABLES[kind]
    touching = (
        searched(
            table.c[schema.FACT_KEYS[kind]].label("key"),
            _label(kind).label("label"),
            sentence.number,
            rank.label("best"),
        )
        .join(table, touches(table))
        .where(*found, *facts(table, flt))
        .subquery()
    )
    hit = touching.c
    best = sa.func.min(hit.best).label("best")
    label, number = (of_first(one, hit.best).label(one.name) for one in (hit.label, hit.number))
    return sa.select(hit.key, label, number, best).group_by(hit.key)


def _sentence_conditions(flt: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what a sentence must hold: a country that is filtered for, words by a speaker."""
    sentence, mention, entity = schema.sentences.c, schema.mentions.c, schema.entities.c
    conditions: list[sa.ColumnElement[bool]] = []
    if flt.countries:
        named = (
            sa.select(mention.article_id, mention.sentence)
            .join(schema.entities, entity.entity_id == mention.entity_id)
            .where(entity.country.in_(flt.countries))
        )
        conditions.append(sa.tuple_(sentence.article_id, sentence.sentence).in_(named))
    if flt.speakers:
        quote, said = schema.quotes.c, schema.sentences.alias("said")
        by_them = (
            sa.select(said.c.number)
            .join(
                schema.quotes,
                sa.and_(
                    quote.article_id == said.c.article_id,
                    quote.start < said.c.end,
                    quote.end > said.c.start,
                ),
            )
            .where(spoken_by(flt.speakers))
        )
        conditions.append(sentence.number.in_(by_them))
    if (match := match_of(flt.words)) is not None:
        found = sa.select(schema.search_index.c.rowid).where(matches(match))
        conditions.append(sentence.number.in_(found))
    return conditions


def _label(kind: FoundKind) -> sa.ColumnElement[Any]:
    if kind == "quotes":
        quote = schema.quotes.c
        return sa.func.coalesce(entity_name(quote.speaker_id), quote.speaker)
    if kind == "events":
        return schema.events.c.title
    relation = schema.relations.c
    return entity_name(relation.source) + " → " + entity_name(relation.target)


def _count(library: Library, kind: FoundKind, words: str, flt: Filter) -> int:
    found = _hits(kind, words, flt).limit(COUNTED).subquery()
    with library.reading() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(found)) or 0)


def _countries(library: Library, words: str, flt: Filter) -> pd.DataFrame:
    found = _hits("sentences", words, flt).limit(COUNTED).subquery()
    mention, entity, sentence = schema.mentions, schema.entities, schema.sentences
    country = entity.c.country
    query = (
        sa.select(
            country.label("country"),
            sa.func.count(sentence.c.number.distinct()).label("sentences"),
        )
        .select_from(found)
        .join(sentence, sentence.c.number == found.c.number)
        .join(
            mention,
            sa.and_(
                mention.c.article_id == sentence.c.article_id,
                mention.c.sentence == sentence.c.sentence,
            ),
        )
        .join(entity, entity.c.entity_id == mention.c.entity_id)
        .where(country.is_not(None))
        .group_by(country)
        .order_by(sa.desc("sentences"), country)
    )
    return frame(library, query)


def _names(library: Library, words: str, flt: Filter, limit: int) -> pd.DataFrame:
    entity, kept = schema.entities.c, tallies.entities.c
    known = find_country(" ".join(words.replace("*", " ").split()))
    named = _has_words(shown_name(), words)
    if known is not None:
        named = sa.or_(named, sa.and_(entity.kind == "country", entity.country == known.alpha3))
    mentions = sa.func.sum(kept.mentions, type_=sa.Integer).label("mentions")
    query = (
        sa.select(
            entity.entity_id, shown_name().label("name"), entity.kind, entity.country, mentions
        )
        .join(tallies.entities, kept.entity_id == entity.entity_id)
        .where(named, kept.article_id.in_(resting_on(flt)))
        .group_by(entity.entity_id)
        .having(mentions > 0)
        .order_by(mentions.desc(), entity.name)
        .limit(limit)
    )
    return frame(library, query)


def _articles(library: Library, words: str, flt: Filter, limit: int) -> pd.DataFrame:
    article = schema.articles.c
    told = article.title + " " + sa.func.coalesce(article.source, "")
    query = (
        sa.select(
            article.article_id,
            article.title,
            opening().label("opening"),
            article.source,
            article.published,
        )
        .where(_has_words(told, words), article.article_id.in_(resting_on(flt)))
        .order_by(article.number.desc())
        .limit(limit)
    )
    return frame(library, query)


def _has_words(column: sa.ColumnElement[Any], words: str) -> Condition:
    """Return the condition that each word begins one in a column, whatever its accents and case."""
    terms = terms_of(words)
    if not terms:
        return sa.false()
    # Only what has other letters than English ones goes through Python.
    plain = sa.case(
        (column.op("GLOB")("*[^ -~]*"), sa.func.folded(column, type_=sa.String)),
        else_=sa.func.lower(column),
    )
    text = sa.literal(" ") + sa.func.replace(sa.func.replace(plain, "-", " "), "'", " ")
    return sa.and_(
        *(text.contains(f" {folded(term)}", autoescape=True) for term in terms if folded(term))
    )


def _marks(words: str) -> int:
    return sum(sign in '"“”„«»' for sign in words)
