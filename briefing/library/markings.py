"""Markings of articles and of single facts: how each may be handled, as staff decided.

An article has one or none. A fact is marked by its words: an article's text never changes, so the
marking holds whatever another reading makes of them, for every fact that stands in their sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.articles import those_there
from briefing.library.chatham.hidden import hidden
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
    plain, marking = _without_speakers(connection, plain_marking(words)), schema.markings
    connection.execute(marking.delete().where(marking.c.article_id.in_(article_ids)))
    there = those_there(connection, article_ids)
    if plain and there:
        rows = [{"article_id": article_id, "marking": plain} for article_id in there]
        connection.execute(insert(marking), rows)


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words of an article with a marking of their own: `text[start:end]`."""

    start: int
    end: int
    marking: str


def marked_words(connection: sa.Connection, article_id: str) -> list[MarkedWords]:
    """Return the words of an article that have a marking of their own, in their order."""
    own = schema.word_markings.c
    query = (
        sa.select(own.start, own.end, own.marking)
        .where(own.article_id == article_id)
        .order_by(own.start, own.end)
    )
    return [MarkedWords(*row) for row in connection.execute(query)]


def mark_words(
    connection: sa.Connection, article_id: str, start: int, end: int, words: str
) -> None:
    """Give words of an article a marking, in the place of those that lie over them.

    Args:
        connection: A write transaction.
        article_id: The article.
        start: Where they begin.
        end: Where they end.
        words: The marking; "" takes theirs away.

    Raises:
        LibraryError: The marking is too long.
    """
    plain, own = _without_speakers(connection, plain_marking(words)), schema.word_markings
    over = [
        one for one in marked_words(connection, article_id) if one.start < end and one.end > start
    ]
    connection.execute(
        own.delete().where(own.c.article_id == article_id, own.c.start < end, own.c.end > start)
    )
    if plain:
        first = min((start, *(one.start for one in over)))
        last = max((end, *(one.end for one in over)))
        give_words(connection, article_id, [MarkedWords(first, last, plain)])


def without_speakers(connection: sa.Connection) -> None:
    """Take speakers who came under the Chatham House Rule out of markings in one's own words."""
    for table in (schema.markings, schema.word_markings):
        own = table.c.marking
        for words in connection.scalars(sa.select(own).distinct()).all():
            plain = _without_speakers(connection, words)
            if plain != words:
                connection.execute(table.update().where(own == words).values(marking=plain))


def _without_speakers(connection: sa.Connection, words: str) -> str:
    return hidden(connection).words.without(words)


def give_words(connection: sa.Connection, article_id: str, marked: Sequence[MarkedWords]) -> None:
    """Keep the markings of single words of an article that was just inserted."""
    rows = [
        {"article_id": article_id, "start": one.start, "end": one.end, "marking": one.marking}
        for one in marked
    ]
    if rows:
        connection.execute(insert(schema.word_markings), rows)
