"""Markings of articles: how each may be handled, as staff decided. An article has one or none."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.articles import those_there
from briefing.wording.highest import LONGEST, highest


def plain_marking(words: str) -> str:
    """Return a marking as it is kept: a level as its standard spells it; "" for none.

    Raises:
        LibraryError: It is too long.
    """
    plain = highest([" ".join(words.split())])
    if len(plain) > LONGEST:
        raise LibraryError(f"A marking has {LONGEST} letters at most; shorten “{plain[:60]}”.")
    return plain


def marking_of(connection: sa.Connection, article_id: str) -> str:
    """Return the marking of an article, "" for none."""
    marking = schema.markings.c
    query = sa.select(marking.marking).where(marking.article_id == article_id)
    return str(connection.scalar(query) or "")


def mark(connection: sa.Connection, article_ids: Sequence[str], words: str) -> None:
    """Give articles a marking in the place of the one that they have.

    Args:
        connection: A write transaction.
        article_ids: The articles; those that are not there are left out.
        words: The marking; "" takes theirs away.

    Raises:
        LibraryError: The marking is too long.
    """
    plain, marking = plain_marking(words), schema.markings
    connection.execute(marking.delete().where(marking.c.article_id.in_(article_ids)))
    there = those_there(connection, article_ids)
    if plain and there:
        rows = [{"article_id": article_id, "marking": plain} for article_id in there]
        connection.execute(insert(marking), rows)
