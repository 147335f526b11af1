"""Which articles the pages show; the others are kept, not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.state import keep_number, number_of

_SAMPLE = "sample"
"""The row of table `state` that is 1 while nothing but what came with the program was added."""


def show_only(connection: sa.Connection, article_ids: Iterable[str]) -> None:
    """Show exactly these articles."""
    article = schema.articles
    connection.execute(article.update().values(shown=article.c.article_id.in_(list(article_ids))))


def show_or_hide(connection: sa.Connection, article_ids: Sequence[str], *, shown: bool) -> None:
    """Show these articles, or hide them; others stay as they are."""
    article = schema.articles
    connection.execute(
        article.update().where(article.c.article_id.in_(article_ids)).values(shown=shown)
    )


def note_sample(connection: sa.Connection) -> None:
    """Keep that what was added came with the program."""
    keep_number(connection, _SAMPLE, 1)


def retire_sample(connection: sa.Connection) -> None:
    """Take what came with the program off the pages, once: with the first article of one's own."""
    if number_of(connection, _SAMPLE):
        show_only(connection, ())
        keep_number(connection, _SAMPLE, 0)
