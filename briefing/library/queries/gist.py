"""The bottom line: of one article its best sentences, of several one sentence a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema, weights
from briefing.library.bottom_line.picking import Candidate, pick
from briefing.library.filter import Filter
from briefing.library.queries._select import facts, its_sentence, narrows
from briefing.library.queries.stories import Story, stories
from briefing.library.queries.view import resting_on
from briefing.library.store import Library

_BEST = 30
"""So many sentences of an article, the weightiest, can be in its bottom line."""

_COLUMNS = {
    "article_id": "object",
    "sentence": "Int64",
    "start": "Int64",
    "end": "Int64",
    "text": "object",
    "score": "float64",
    "dateline": "Int64",
    "articles": "Int64",
    "outlets": "object",
    "published": "object",
    "published_basis": "object",
    "published_earliest": "object",
    "published_latest": "object",
}

_Rows = list[dict[str, Any]]


def gist(
    library: Library, flt: Filter, limit: int = 3, *, told: Sequence[Story] | None = None
) -> pd.DataFrame:
    """Pick the bottom line, in the articles' own sentences.

    Of one article these are the sentences that say most of its story, in reading order; of
    several it is one sentence of each story, the newest first, of the newest article that has one
    that stands alone. A sentence that leans on the one before it, a heading, a caption or an offer
    to read on is picked only where one article has too few others.

    Args:
        library: The library.
        flt: The filter; under one, sentences without a fact that passes are passed over.
        limit: How many sentences of one article, or how many stories, at most.
        told: The stories as `stories` gives them, where they are known already; they are asked
            for when None.

    Returns:
        One row a sentence. `dateline` counts the signs at its beginning that are a dateline;
        `articles` and `outlets` say how many articles tell its story and which outlets, the
        columns after them of what day its article is.
    """
    with library.reading() as connection:
        covered = list(connection.scalars(resting_on(flt).limit(2)))
    if len(covered) == 1:
        return _frame(_of_article(library, flt, covered[0], limit))
    return _frame(_of_stories(library, flt, stories(library, flt) if told is None else told, limit))


def _of_article(library: Library, flt: Filter, article_id: str, limit: int) -> _Rows:
    rows = _candidates(library, flt, [article_id])
    best = sorted(rows, key=lambda row: (not row["alone"], -row["score"], row["start"]))[:_BEST]
    by_number = {row["sentence"]: row for row in best}
    picked = pick(
        [Candidate(row["sentence"], row["text"], row["score"], row["alone"]) for row in best],
        limit,
    )
    return [
        {**row, "articles": 1, "outlets": _outlets([row["source"]])}
        for row in (by_number[one.number] for one in picked)
    ]


def _of_stories(library: Library, flt: Filter, told: Iterable[Story], limit: int) -> _Rows:
    """Take stories in their order until so many have a sentence."""
    found: _Rows = []
    left = list(told)
    while left and len(found) < limit:
        asked, left = left[: limit - len(found)], left[limit - len(found) :]
        wanted = [article for story in asked for article in story.articles]
        best: dict[str, dict[str, Any]] = {}
        for row in _candidates(library, flt, wanted):
            held = best.get(row["article_id"])
            if row["alone"] and (held is None or row["score"] > held["score"]):
                best[row["article_id"]] = row
        for story in asked:
            told_by = [best[article] for article in story.articles if article in best]
            if told_by:
                row = told_by[0]
                found.append({**row, "articles": len(story.articles), "outlets": story.outlets})
    return found


def _candidates(library: Library, flt: Filter, article_ids: Sequence[str]) -> _Rows:
    """Return the sentences of articles that may be picked, in their order."""
    sentence, article, kept = schema.sentences.c, schema.articles.c, weights.sentences.c
    query = (
        sa.select(
            sentence.article_id,
            sentence.sentence,
            sentence.start,
            sentence.end,
            sentence.text,
            kept.weight.label("score"),
            kept.alone,
            kept.dateline,
            article.source,
            article.published,
            article.published_basis,
            article.published_earliest,
            article.published_latest,
        )
        .select_from(weights.sentences)
        .join(schema.sentences, its_sentence(weights.sentences))
        .join(schema.articles, article.article_id == kept.article_id)
        .where(kept.article_id.in_(article_ids))
        .order_by(kept.number, kept.start)
    )
    if narrows(flt):
        query = query.where(sa.tuple_(kept.article_id, kept.sentence).in_(_passing(flt)))
    with library.reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _passing(flt: Filter) -> sa.CompoundSelect[Any]:
    """Select article and number of the sentences that hold a fact, or a name, that passes.

    Where nothing but a period is asked for, every sentence of an article of that period passes.
    """
    tables = [schema.mentions, schema.quotes, schema.events, schema.relations]
    if not (flt.countries or flt.speakers or flt.words or flt.facts or flt.checked_only):
        tables.append(schema.sentences)
    return sa.union(
        *(
            sa.select(table.c.article_id, table.c.sentence).where(*facts(table, flt))
            for table in tables
        )
    )


def _outlets(sources: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for source in sources if source))


def _frame(rows: _Rows) -> pd.DataFrame:
    data = pd.DataFrame([[row[name] for name in _COLUMNS] for row in rows], columns=list(_COLUMNS))
    return data.astype(_COLUMNS)
