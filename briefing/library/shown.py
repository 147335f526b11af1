"""Which articles the pages show; the others are kept, not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from briefing.library import schema, totals
from briefing.library.state import keep_number, number_of

_SAMPLE = "sample"
"""The row of table `state` that is 1 while nothing but what came with the program was added."""

_AT_ONCE = 500
"""Articles that are shown or hidden in one statement."""


def show_only(connection: sa.Connection, article_ids: Iterable[str]) -> None:
    """Show exactly these articles."""
    article, wanted = schema.articles.c, set(article_ids)
    before = set(connection.scalars(sa.select(article.article_id).where(article.shown)))
    show_or_hide(connection, sorted(before - wanted), shown=False)
    show_or_hide(connection, sorted(wanted - before), shown=True)


def show_or_hide(connection: sa.Connection, article_ids: Sequence[str], *, shown: bool) -> None:
    """Show these articles, or hide them; others stay as they are."""
    article = schema.articles
    for first in range(0, len(article_ids), _AT_ONCE):
        ids = article_ids[first : first + _AT_ONCE]
        totals.take_out(connection, ids)
        connection.execute(
            article.update().where(article.c.article_id.in_(ids)).values(shown=shown)
        )
        totals.put_in(connection, ids)


def note_sample(connection: sa.Connection) -> None:
    """Keep that what was added came with the program."""
    keep_number(connection, _SAMPLE, 1)


def retire_sample(connection: sa.Connection) -> None:
    """Take what came with the program off the pages, once: with the first article of one's own."""
    if number_of(connection, _SAMPLE):
        show_only(connection, ())
        keep_number(connection, _SAMPLE, 0)
