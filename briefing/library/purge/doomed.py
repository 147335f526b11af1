"""Finds what is to be deleted for good: articles, and what else belongs to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.chatham.deciding import sealed_of
from briefing.library.purge.told_words import Words
from briefing.library.reviews.correcting import speaker_id
from briefing.library.reviews.names import merges_of
from briefing.library.store import Library

AT_ONCE = 500
"""Articles that are looked at in one step."""

_NAMING = (
    (schema.mentions, "entity_id"),
    (schema.involvements, "entity_id"),
    (schema.quotes, "speaker_id"),
)


LOCKED = {
    "decks": (schema.decks, schema.decks.c.name),
    "briefings": (schema.briefings, schema.briefings.c.title),
}
"""The tables of what staff make and lock, with the column of its name."""


@dataclass(frozen=True, slots=True)
class Doomed:
    """What is to be deleted for good.

    Attributes:
        articles: The articles, by id, with their titles; also those that were removed before.
        people: The people, by id; none where articles alone were asked for.
        names: What these people are called.
        decks: The locked decks that show some of it: what they keep is deleted.
        briefings: The titles of the locked briefings that show some of it, likewise.
        decisions: How many decisions of people are on it.
        beside: How many other articles came in the same files, which are deleted too.
    """

    articles: dict[str, str]
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    briefings: tuple[str, ...] = ()
    decisions: int = 0
    beside: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.people or self.decks or self.briefings or self.decisions)


def doomed_article(library: Library, article_id: str) -> Doomed:
    """Find all of one article, also of one that was removed or deleted before.

    Raises:
        LibraryError: The library keeps nothing of it.
    """
    with library.reading() as connection:
        found = _completed(connection, _titles(connection, [article_id]), [article_id])
    if not found:
        raise LibraryError(
            f"The library keeps nothing of an article “{article_id}”; `search` and the address of "
            "its page give an article's id."
        )
    return found


def doomed_person(library: Library, name: str) -> Doomed:
    """Find all articles that name a person, and what people decided on the person.

    Args:
        library: The library.
        name: The full name, or the id of a person.

    Raises:
        LibraryError: Nobody is called that, or several people are.
    """
    with library.reading() as connection:
        people = _people(connection, name)
        merges = merges_of(connection)
        into = {people[0], *(merges[each] for each in people if each in merges)}
        ids = sorted({*into, *(each for each, last in merges.items() if last in into)})
        names = _names(connection, ids) or (name,)
        articles = _naming(connection, ids, names)
        return _completed(connection, _titles(connection, articles), articles, ids, names)


def doomed_before(library: Library, day: str) -> Doomed:
    """Find all articles from before a day; of one without a date the day of adding counts.

    Args:
        library: The library.
        day: The first day that stays, ISO.
    """
    article, kept = schema.articles.c, schema.removed_articles.c

    def of_removed(name: str) -> sa.ColumnElement[str]:
        return sa.func.json_extract(kept.content, f"$.article.{name}")

    dated = sa.func.coalesce(article.published, article.published_latest, article.added)
    dated_removed = sa.func.coalesce(
        *(of_removed(name) for name in ("published", "published_latest", "added"))
    )
    with library.reading() as connection:
        found = [
            *connection.scalars(sa.select(article.article_id).where(dated < day)),
            *connection.scalars(sa.select(kept.article_id).where(dated_removed < day)),
        ]
        titles = _titles(connection, found)
        return _completed(connection, titles, found, locked_before=day)


def _completed(
    connection: sa.Connection,
    titles: dict[str, str],
    article_ids: Iterable[str],
    people: Sequence[str] = (),
    names: Sequence[str] = (),
    *,
    locked_before: str = "",
) -> Doomed:
    """Add what else belongs to the articles and the people: what is locked, decisions, files."""
    ids = list(dict.fromkeys(article_ids))
    kept = schema.article_files.c
    decks, briefings = (
        tuple(_locked(connection, *LOCKED[name], ids, names, locked_before))
        for name in ("decks", "briefings")
    )
    files = set(files_of(connection, ids))
    came = connection.execute(sa.select(kept.article_id, kept.file_id)).all()
    beside = {each for each, file_id in came if file_id in files}.difference(ids)
    review = schema.reviews.c
    decisions = sum(
        connection.scalar(sa.select(sa.func.count()).where(column.in_(part))) or 0
        for column, values in ((review.article_id, ids), (review.fact_id, list(people)))
        for part in parts(values)
    )
    return Doomed(
        titles,
        tuple(people),
        tuple(names),
        decks,
        briefings,
        decisions,
        len(beside),
    )


def _locked(
    connection: sa.Connection,
    table: sa.Table,
    name: sa.Column[str],
    article_ids: Sequence[str],
    people: Sequence[str],
    before: str,
) -> Iterator[str]:
    """Find what is locked and shows articles or people, or was locked before a day."""
    held, named = table.c, Words((), people)
    query = sa.select(name, held.snapshot, held.locked).where(held.snapshot.is_not(None))
    for called, snapshot, locked in connection.execute(query):
        if (
            locked < before
            or any(f'"{each}"' in snapshot for each in article_ids)
            or named.are_in(snapshot)
        ):
            yield called


def _titles(connection: sa.Connection, article_ids: Sequence[str]) -> dict[str, str]:
    article, kept = schema.articles.c, schema.removed_articles.c
    return {
        row.article_id: row.title
        for part in parts(article_ids)
        for query in (
            sa.select(article.article_id, article.title).where(article.article_id.in_(part)),
            sa.select(kept.article_id, kept.title).where(kept.article_id.in_(part)),
        )
        for row in connection.execute(query)
    }


def _people(connection: sa.Connection, name: str) -> list[str]:
    entity = schema.entities.c
    query = sa.select(entity.entity_id, entity.name).where(entity.kind == "person")
    wanted = " ".join(name.split()).casefold()
    found = [
        entity_id
        for entity_id, called in connection.execute(query)
        if wanted in (entity_id.casefold(), called.casefold())
    ]
    if len(found) > 1:
        raise LibraryError(
            f"Several people are called “{name}”; give one of their ids: {', '.join(found)}."
        )
    if found:
        return found
    if name.startswith("person:") or " " not in wanted:
        raise LibraryError(
            f"Nobody in the library is called “{name}”; give the full name as the Entities page "
            "has it."
        )
    return [speaker_id(name)]  # only removed articles, or texts, may still name them


def _names(connection: sa.Connection, ids: Sequence[str]) -> tuple[str, ...]:
    entity, own = schema.entities.c, schema.machine.c
    now = connection.scalars(sa.select(entity.name).where(entity.entity_id.in_(ids)))
    read = connection.scalars(sa.select(own.rows).where(own.fact_id.in_(ids)))
    names = [*now, *(json.loads(rows)["entities"][0].get("name", "") for rows in read)]
    return tuple(dict.fromkeys(each for each in names if each))


def _naming(connection: sa.Connection, ids: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the articles that name people, as facts or only in their words."""
    article, kept = schema.articles.c, schema.removed_articles.c
    sealed = schema.sealed_articles.c
    found = [
        article_id
        for table, column in _NAMING
        for article_id in connection.scalars(
            sa.select(table.c.article_id).distinct().where(table.c[column].in_(ids))
        )
    ]
    words = Words((), names)
    found += sealed_of(connection, words.are_in)
    for name in names:
        for key, text in (
            (article.article_id, article.text),
            (kept.article_id, kept.content),
            (sealed.article_id, sealed.content),
        ):
            query = sa.select(key, text).where(text.contains(name, autoescape=True))
            found += [each for each, said in connection.execute(query) if words.are_in(said)]
    return list(dict.fromkeys(found))


def files_of(connection: sa.Connection, article_ids: Sequence[str]) -> list[str]:
    """Return what the files are kept under that articles came in, also removed ones."""
    kept, removed = schema.article_files.c, schema.removed_articles.c
    return [
        file_id
        for part in parts(article_ids)
        for query in (
            sa.select(kept.file_id).where(kept.article_id.in_(part)),
            sa.select(removed.file_id).where(
                removed.article_id.in_(part), removed.file_id.is_not(None)
            ),
        )
        for file_id in connection.scalars(query)
    ]


def parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield values as many at a time as are looked at in one step."""
    return (values[first : first + AT_ONCE] for first in range(0, len(values), AT_ONCE))
