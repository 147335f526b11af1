"""What came into the library, or was corrected in it, since a time: one change a row."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.filter import Filter
from briefing.library.queries import _changed_articles as articles
from briefing.library.queries import _changed_facts as facts
from briefing.library.queries._changed import KINDS, Change, Window
from briefing.library.queries.view import resting_on
from briefing.library.store import Library


def changes(
    library: Library, flt: Filter, since: str, until: str | None = None
) -> tuple[Change, ...]:
    """Return what changed in a view, in the order of `KINDS`.

    What was added up to `since` is what was known; what was added after `until` is left out.

    Args:
        library: The library.
        flt: The filter.
        since: A time in UTC, ISO.
        until: Likewise; now when None.

    Returns:
        Nothing where nothing was known before.
    """
    article = schema.articles.c
    last = until or "9999"
    here = sa.select(article.article_id).where(article.article_id.in_(resting_on(flt)))
    window = Window(
        flt,
        since,
        last,
        here.where(article.added <= since),
        here.where(article.added > since, article.added <= last),
    )
    return _changes(library, window)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A briefing as it was made or locked: what it rests on, and when that was.

    Attributes:
        flt: Its filter, with its chosen facts.
        at: When it was saved or locked, in UTC, ISO; what was added later is not in it.
    """

    flt: Filter
    at: str


def changes_between(library: Library, before: Standpoint, after: Standpoint) -> tuple[Change, ...]:
    """Return what the articles of one briefing tell that those of an earlier one did not.

    Args:
        library: The library.
        before: The one briefing: its articles are what was known.
        after: The other: those of its articles that the first does not have are new.

    Returns:
        As with `changes`.
    """
    article = schema.articles.c
    every = sa.select(article.article_id)
    known = every.where(article.article_id.in_(resting_on(before.flt)), article.added <= before.at)
    new = every.where(
        article.article_id.in_(resting_on(after.flt)),
        article.added <= after.at,
        article.article_id.not_in(known),
    )
    flt = Filter(checked_only=after.flt.checked_only)
    return _changes(library, Window(flt, before.at, after.at, known, new))


def _changes(library: Library, window: Window) -> tuple[Change, ...]:
    with library.reading() as connection:
        if connection.scalar(window.old.limit(1)) is None:
            return ()
        found = [*facts.gone(connection, window)]
        if connection.scalar(window.new.limit(1)) is not None:
            for ask in (
                articles.versions,
                articles.notes,
                articles.dates,
                facts.positions,
                articles.articles,
                facts.speakers,
                facts.relations,
            ):
                found += ask(connection, window)
    newer = {one.after.article_id for one in found if one.kind == "version" and one.after}
    told = (
        one
        for one in found
        if not (one.kind == "article" and one.after and one.after.article_id in newer)
    )
    return tuple(sorted(told, key=lambda change: KINDS.index(change.kind)))
