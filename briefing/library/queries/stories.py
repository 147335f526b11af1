"""The stories that articles tell: which of them are near-copies or follow-ups of one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries.view import resting_on
from briefing.library.store import Library
from briefing.library.stories.copies import near_copies
from briefing.library.stories.grouping import grouped
from briefing.library.stories.prints import prints
from briefing.library.stories.topics import near_topics


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event.

    Attributes:
        articles: Their ids, the newest first, those without a date last.
        outlets: The outlets that are named, those of the newest articles first.
        first: The first day of which an article may be; None where no date is known.
        last: The last day of which one may be, likewise.
        added: The days on which they came into the library, one each, as `articles`.
    """

    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    added: tuple[str, ...]


def stories(library: Library, flt: Filter) -> tuple[Story, ...]:
    """Return the stories of the articles that a filter covers, the newest first.

    Near-copies and follow-ups of one event are one story; those without a date come last. What is
    told does not depend on the order in which the articles were added.
    """
    article = schema.articles.c
    query = (
        sa.select(
            article.article_id,
            article.source,
            article.published_earliest,
            article.published_latest,
            article.published,
            article.added,
            prints.c.fingerprint,
            prints.c.topic,
        )
        .join(prints, prints.c.article_id == article.article_id)
        .where(article.article_id.in_(resting_on(flt)))
        .order_by(article.article_id)
    )
    with library.reading() as connection:
        rows = connection.execute(query).all()
    days = [_day(row.published, row.published_latest, row.published_earliest) for row in rows]
    copies = near_copies([row.fingerprint for row in rows])
    near = near_topics([row.topic for row in rows], days)
    found = [_story([rows[at] for at in story]) for story in grouped(days, copies, near)]
    return tuple(sorted(found, key=_newest_first))


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles share most of their words.

    Attributes:
        of: For each article the one that stands for all its near-copies: that of the earliest day;
            an article without near-copies stands for itself.
        superseded: The articles of which the same outlet has a later near-copy.
    """

    of: Mapping[str, str]
    superseded: frozenset[str]


def copies_among(library: Library, article_ids: Sequence[str]) -> Copies:
    """Return which of some articles are near-copies of one another, and which are out of date."""
    article = schema.articles.c
    day = sa.func.coalesce(article.published, article.published_latest, "9999-12-31")
    query = (
        sa.select(
            article.article_id, sa.func.lower(article.source).label("outlet"), prints.c.fingerprint
        )
        .join(prints, prints.c.article_id == article.article_id)
        .where(article.article_id.in_(article_ids))
        .order_by(day, article.number)
    )
    with library.reading() as connection:
        rows = connection.execute(query).all()
    stands = {row.article_id: row.article_id for row in rows}
    superseded = set()
    for pair in near_copies([row.fingerprint for row in rows]):
        earlier, later = rows[pair.one], rows[pair.other]
        first, second = stands[earlier.article_id], stands[later.article_id]
        if earlier.outlet and earlier.outlet == later.outlet:
            superseded.add(earlier.article_id)
        for key, held in stands.items():
            if held == second:
                stands[key] = first
    return Copies(stands, frozenset(superseded))


def _story(rows: Sequence[Any]) -> Story:
    earliest = _known(
        row.published or row.published_earliest or row.published_latest for row in rows
    )
    latest = _known(row.published or row.published_latest or row.published_earliest for row in rows)
    return Story(
        articles=tuple(row.article_id for row in rows),
        outlets=tuple(dict.fromkeys(row.source for row in rows if row.source)),
        first=min(earliest, default=None),
        last=max(latest, default=None),
        added=tuple(str(row.added)[:10] for row in rows),
    )


def _newest_first(story: Story) -> tuple[bool, int, list[int], tuple[str, ...]]:
    day = _day(story.last)
    added = [-date.fromisoformat(one).toordinal() for one in story.added]
    return (day is None, -(day or 0), sorted(added), story.articles)


def _known(days: Iterable[str | None]) -> list[str]:
    return [day for day in days if day]


def _day(*days: str | None) -> int | None:
    """Return the first day that is known, as a number."""
    known = next(iter(_known(days)), None)
    return date.fromisoformat(known).toordinal() if known else None
