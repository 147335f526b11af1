"""New articles, newer versions, corrections that they carry, and dates that they move."""

from __future__ import annotations

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.accounts.events import dated_differently
from briefing.library.accounts.model import Told
from briefing.library.queries._changed import Change, Window
from briefing.library.queries.accounts import select_happenings, to_happenings
from briefing.library.stories.copies import share
from briefing.library.stories.prints import prints

_VERSION = 0.6
"""Two articles of one outlet that share so much of their words are versions of one."""


def articles(connection: sa.Connection, window: Window) -> list[Change]:
    """Find the new articles, the last added first."""
    article = schema.articles.c
    query = (
        sa.select(article.article_id, article.title)
        .where(article.article_id.in_(window.new))
        .order_by(article.number.desc())
    )
    return [
        Change("article", title or "", after=Told("", key, title or ""))
        for key, title in connection.execute(query)
    ]


def versions(connection: sa.Connection, window: Window) -> list[Change]:
    """Find articles that an outlet published again with other words."""
    new, old = schema.articles.alias("new"), schema.articles.alias("old")
    mine, theirs = prints.alias("mine"), prints.alias("theirs")
    outlet = sa.func.lower(new.c.source) == sa.func.lower(old.c.source)
    query = (
        sa.select(
            new.c.article_id,
            new.c.title,
            old.c.article_id.label("old_id"),
            old.c.title.label("old_title"),
            mine.c.fingerprint,
            theirs.c.fingerprint.label("old_fingerprint"),
        )
        .join(old, sa.or_(outlet, new.c.url == old.c.url))
        .join(mine, mine.c.article_id == new.c.article_id)
        .join(theirs, theirs.c.article_id == old.c.article_id)
        .where(new.c.article_id.in_(window.new), old.c.article_id.in_(window.old))
        .order_by(new.c.number, old.c.number.desc())
    )
    found: dict[str, Change] = {}
    for row in connection.execute(query):
        if share(row.fingerprint, row.old_fingerprint) >= _VERSION:
            before = Told("", row.old_id, row.old_title or "")
            after = Told("", row.article_id, row.title or "")
            found.setdefault(row.article_id, Change("version", row.title or "", before, after))
    return list(found.values())


def notes(connection: sa.Connection, window: Window) -> list[Change]:
    """Find corrections that new articles carry in a note."""
    article, note = schema.articles.c, schema.notes.c
    query = (
        sa.select(article.article_id, article.title, note.text)
        .join(schema.notes, note.article_id == article.article_id)
        .where(
            article.article_id.in_(window.new), sa.func.lower(note.text).like("%note: “correct%")
        )
        .order_by(article.number, note.position)
    )
    return [
        Change("note", title or "", after=Told("", key, text))
        for key, title, text in connection.execute(query)
    ]


def dates(connection: sa.Connection, window: Window) -> list[Change]:
    """Find events that a new article puts on another day than an older one, under one name.

    Where several older ones differ already, the one that was added last stands for them.
    """
    event = schema.events.c
    upcoming = select_happenings(window.flt).where(
        event.tense == "upcoming", event.date.is_not(None)
    )
    fresh = to_happenings(connection, upcoming.where(event.article_id.in_(window.new)))
    titles = {one.title.casefold() for one in fresh}
    occasions = {one.occasion for one in fresh if one.occasion}
    known = to_happenings(
        connection,
        upcoming.where(
            event.article_id.in_(window.old),
            sa.or_(sa.func.lower(event.title).in_(titles), event.occasion_id.in_(occasions)),
        ),
    )
    new = {one.article_id for one in fresh}
    moved = {
        (found.about, found.other.value): Change("date", found.about, found.one, found.other)
        for found in dated_differently([*known, *fresh])
        if found.one.article_id not in new and found.other.article_id in new
    }
    return list(moved.values())
