"""Tags: what staff sort articles by. A tag is there as long as an article has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.articles import those_there
from briefing.library.chatham.hidden import hidden, stored_name

LONGEST = 40
"""Letters of a tag."""


def plain_tag(words: str) -> str:
    """Return a tag as it is kept.

    Raises:
        LibraryError: It is empty or too long.
    """
    plain = " ".join(words.split())
    if not plain:
        raise LibraryError("A tag needs at least one letter.")
    if len(plain) > LONGEST:
        raise LibraryError(f"A tag has {LONGEST} letters at most; shorten “{plain[:60]}”.")
    return plain


def tags_of(connection: sa.Connection, article_id: str) -> list[str]:
    """Return the tags of an article, in the order of the alphabet."""
    tag = schema.tags.c
    found = connection.scalars(sa.select(tag.tag).where(tag.article_id == article_id))
    return sorted(map(hidden(connection).words.without, found), key=str.casefold)


def stored_tags(connection: sa.Connection, article_id: str) -> list[str]:
    """Return the tags of an article as they are stored, which no answer may hold."""
    tag = schema.tags.c
    return list(connection.scalars(sa.select(tag.tag).where(tag.article_id == article_id)))


def change_tags(
    connection: sa.Connection,
    article_ids: Sequence[str],
    *,
    add: Iterable[str] = (),
    drop: Iterable[str] = (),
) -> None:
    """Give articles tags, and take tags from them.

    Args:
        connection: A write transaction.
        article_ids: The articles; those that are not there are left out.
        add: Tags that each gets. One that differs from a tag of the library in case alone is that.
        drop: Tags that none keeps.

    Raises:
        LibraryError: A tag is empty or too long.
    """
    tag = schema.tags.c
    gone = [stored_name(connection, tag.tag, each) for each in drop]
    connection.execute(
        schema.tags.delete().where(tag.article_id.in_(article_ids), tag.tag.in_(gone))
    )
    known = {each.casefold(): each for each in connection.scalars(sa.select(tag.tag).distinct())}
    there = those_there(connection, article_ids)
    for words in map(plain_tag, add):
        spelt = known.setdefault(words.casefold(), words)
        rows = [{"article_id": article_id, "tag": spelt} for article_id in there]
        if rows:
            connection.execute(insert(schema.tags).on_conflict_do_nothing(), rows)
