"""Deletes articles for good, with every place that keeps their words; no undo brings them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.library import audit, originals, removal, schema, search, state, writing
from briefing.library.engine import analyse, deleting_for_good
from briefing.library.entities import named_by
from briefing.library.purge.doomed import AT_ONCE, LOCKED, Doomed, files_of, parts
from briefing.library.purge.told_words import Words
from briefing.library.store import Library

_OF_ARTICLES = {"articles", "removed_articles", "files"}
"""Tables that hold articles themselves: another article may say the same."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of it.

    Attributes:
        rewritten: Whether the file was written anew without the words; else somebody used it.
        left: The tables that still hold some of the words, such as a name that staff wrote.
    """

    rewritten: bool
    left: tuple[str, ...]


def purge(library: Library, doomed: Doomed) -> Purged:
    """Delete what was found, in one transaction, and write the file anew without it.

    Locked decks and briefings that show some of it lose what they keep and are unlocked. What
    staff wrote there and holds words of it is taken out, and so are saved searches with them.
    Files that some of the articles came in go whole.
    """
    ids = list(doomed.articles)
    left: set[str] = set()
    # Without the names of people: the audit is kept.
    deed = Deed(Action.PURGE, ids, "purged")
    with library.writing(deed) as connection, deleting_for_good(connection):
        all_words = [
            Words(_texts(connection, ids[first : first + AT_ONCE]), doomed.names)
            for first in range(0, max(len(ids), 1), AT_ONCE)
        ]
        named, outlets = _named(connection, ids), _outlets(connection, ids)
        _drop_files(connection, ids)
        _drop_carried(connection, ids)
        for article_id in _there(connection, ids):
            writing.delete(connection, article_id)
        removal.forget(connection, ids)
        originals.drop_unused(connection)
        _drop_rows(connection, ids)
        if doomed.names:
            _drop_rules(connection, doomed.names)
        _drop_grades(connection, outlets, doomed.names)
        _drop_people(connection, [*doomed.people, *_gone(connection, named)], doomed.names)
        if doomed.people:
            audit.forget(connection, doomed.people, doomed.names)
        _drop_snapshots(connection, *LOCKED["decks"], doomed.decks)
        _drop_snapshots(connection, *LOCKED["briefings"], doomed.briefings)
        for words in all_words:
            _take_out(connection, words, set(doomed.articles.values()))
            left |= set(_still_in(connection, words))
        search.tidy(connection)
        analyse(connection)
        state.changed(connection)
    return Purged(library.shrink(), tuple(sorted(left)))


def _there(connection: sa.Connection, article_ids: Sequence[str]) -> list[str]:
    key = schema.articles.c.article_id
    return [
        found
        for part in parts(article_ids)
        for found in connection.scalars(sa.select(key).where(key.in_(part)))
    ]


def _texts(connection: sa.Connection, article_ids: Sequence[str]) -> list[str]:
    article, kept = schema.articles.c, schema.removed_articles.c
    there = sa.select(article.text).where(article.article_id.in_(article_ids))
    gone = sa.select(sa.func.json_extract(kept.content, "$.article.text"))
    gone = gone.where(kept.article_id.in_(article_ids))
    sealed = schema.sealed_articles.c
    aside = sa.select(sa.func.json_extract(sealed.content, "$.article.text"))
    aside = aside.where(sealed.article_id.in_(article_ids))
    return [each for query in (there, gone, aside) for each in connection.scalars(query)]


def _drop_files(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Let no article lead to the files that some came in, so that these are dropped."""
    kept, removed = schema.article_files, schema.removed_articles
    for part in parts(files_of(connection, article_ids)):
        connection.execute(kept.delete().where(kept.c.file_id.in_(part)))
        connection.execute(removed.update().where(removed.c.file_id.in_(part)).values(file_id=None))


def _drop_carried(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Delete decisions that newer versions have from articles, whose words are these articles'."""
    review, article = schema.reviews, schema.articles.c
    for part in parts(article_ids):
        own = set(
            connection.scalars(sa.select(review.c.review_id).where(review.c.article_id.in_(part)))
        )
        first = {each.partition(".")[0] for each in own}
        behind = (
            sa.select(review.c.review_id)
            .join(schema.articles, article.article_id == review.c.article_id)
            .where(review.c.start > sa.func.length(article.text))
        )
        gone = [each for each in connection.scalars(behind) if each.partition(".")[0] in first]
        for some in parts(gone):
            connection.execute(review.delete().where(review.c.review_id.in_(some)))


def _drop_rows(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Delete the rows of articles in every table that names them, such as people's decisions."""
    for name, columns in _columns(connection).items():
        if "article_id" in columns:
            table = sa.table(name, sa.column("article_id"))
            for part in parts(article_ids):
                connection.execute(table.delete().where(table.c.article_id.in_(part)))


def _named(connection: sa.Connection, article_ids: Sequence[str]) -> set[str]:
    """Return the entities that articles name, also those that were removed."""
    kept = schema.removed_articles.c
    found = {each for key in _there(connection, article_ids) for each in named_by(connection, key)}
    for part in parts(article_ids):
        entities = sa.func.json_extract(kept.content, "$.entities")
        for rows in connection.scalars(sa.select(entities).where(kept.article_id.in_(part))):
            found |= {row["entity_id"] for row in json.loads(rows)}
    return found


def _gone(connection: sa.Connection, named: set[str]) -> list[str]:
    """Return those of the entities that the library does not have any more."""
    key = schema.entities.c.entity_id
    ids = sorted(named)
    there = {
        each
        for part in parts(ids)
        for each in connection.scalars(sa.select(key).where(key.in_(part)))
    }
    return [each for each in ids if each not in there]


def _drop_rules(connection: sa.Connection, names: Sequence[str]) -> None:
    """Delete the rules that people are under who are purged, with what they keep aside."""
    own, words = schema.chatham_rules, Words((), names)
    for rule_id, speaker in connection.execute(sa.select(own.c.rule_id, own.c.speaker)).all():
        if words.are_in(speaker):
            connection.execute(own.delete().where(own.c.rule_id == rule_id))


def _outlets(connection: sa.Connection, article_ids: Sequence[str] | None = None) -> set[str]:
    """Return the outlets of articles, also of removed and sealed ones; of all by default."""
    article = schema.articles.c
    found: set[str] = set()
    for part in parts(article_ids) if article_ids is not None else (None,):
        for key, outlet in (
            (article.article_id, article.source),
            *(
                (kept.c.article_id, sa.func.json_extract(kept.c.content, "$.article.source"))
                for kept in (schema.removed_articles, schema.sealed_articles)
            ),
        ):
            query = sa.select(outlet).distinct()
            query = query if part is None else query.where(key.in_(part))
            found |= {each for each in connection.scalars(query) if each}
    return found


def _drop_grades(connection: sa.Connection, outlets: set[str], names: Sequence[str]) -> None:
    """Delete the grades of outlets of which no article is left, or that have a purged name."""
    own, words, left = schema.source_grades, Words((), names), _outlets(connection)
    graded = connection.scalars(sa.select(own.c.outlet)).all()
    gone = [each for each in graded if words.are_in(each) or (each in outlets and each not in left)]
    connection.execute(own.delete().where(own.c.outlet.in_(gone)))
    if gone:
        audit.forget(connection, gone, ())


def _drop_people(connection: sa.Connection, ids: Sequence[str], names: Sequence[str]) -> None:
    """Delete what people decided on entities that nothing names any more, and their rows."""
    review = schema.reviews
    connection.execute(review.delete().where(review.c.value.in_(names)))
    for part in parts(ids):
        for table, column in (
            (review, review.c.fact_id),
            (review, review.c.value),
            (schema.reviewed, schema.reviewed.c.fact_id),
            (schema.machine, schema.machine.c.fact_id),
            (schema.entities, schema.entities.c.entity_id),
        ):
            connection.execute(table.delete().where(column.in_(part)))


def _drop_snapshots(
    connection: sa.Connection, table: sa.Table, name: sa.Column[str], names: Sequence[str]
) -> None:
    connection.execute(table.update().where(name.in_(names)).values(snapshot=None, locked=None))


def _take_out(connection: sa.Connection, words: Words, titles: set[str]) -> None:
    """Take words out of what staff wrote, and out of the list of files not read."""
    unread, search = schema.unread.c, schema.searches.c
    for table, name in LOCKED.values():
        for called, content in connection.execute(sa.select(name, table.c.content)).all():
            held = json.loads(content)
            left = words.taken_out(held)
            if "title" in held:
                left["title"] = held["title"]  # its name, which stays as that of a deck does
            if left != held:
                plain = json.dumps(left, ensure_ascii=False)
                connection.execute(table.update().where(name == called).values(content=plain))
    for called, looked_for in connection.execute(sa.select(search.name, search.words)).all():
        if words.are_in(called) or words.are_in(looked_for):
            connection.execute(schema.searches.delete().where(search.name == called))
    for name, reason in connection.execute(sa.select(unread.name, unread.reason)).all():
        if name in titles or words.are_in(name) or words.are_in(reason):
            connection.execute(schema.unread.delete().where(unread.name == name))


def _still_in(connection: sa.Connection, words: Words) -> Iterator[str]:
    """Find the tables that hold some of the words beside the articles."""
    for name, columns in _columns(connection).items():
        if name in _OF_ARTICLES or "article_id" in columns:
            continue
        table = sa.table(name, *map(sa.column, columns))
        held = (value for row in connection.execute(sa.select(table)) for value in row)
        if any(isinstance(value, str) and words.are_in(value) for value in held):
            yield name


def _columns(connection: sa.Connection) -> dict[str, list[str]]:
    """Return the columns of each table, without those that the search index is made of."""
    inspector: Any = sa.inspect(connection)
    return {
        name: [column["name"] for column in inspector.get_columns(name)]
        for name in inspector.get_table_names()
        if not name.startswith(schema.search_index.name)
    }
