"""What is wrong in a library: its file, its rows, the words of its articles, the counts kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.library import schema, tallies, totals
from briefing.library.engine import astray
from briefing.library.entities import unnamed
from briefing.library.file import is_library, read_only_address
from briefing.library.search import unsearchable
from briefing.library.store import Library
from briefing.reference.countries import countries
from briefing.wording.words import count

_AT_ONCE = 100
"""Articles whose counts are compared while nobody else can write."""

_DIGITS = 9
"""So far two sums of the same numbers agree, in whatever order they are added."""

_SPANS = {
    "sentences": ("sentence", "start", "end", "text"),
    "mentions": ("mention_id", "start", "end", "text"),
    "quotes": ("quote_id", "start", "end", "text"),
    "times": ("time_id", "start", "end", "text"),
    "events": ("event_id", "start", "end", "text"),
    "relations": ("relation_id", "trigger_start", "trigger_end", "trigger"),
}
"""The column that names a row, those of its span, and the one with the words that stand there."""

_LEADING = (
    ("quotes", "speaker_id"),
    ("quotes", "addressee_id"),
    ("involvements", "entity_id"),
)
"""Columns that name an entity, or nothing, and that the database itself does not hold to it."""

_COUNTRIES = [f"country:{code}" for code in countries()]
"""What countries are named by, also those that no article names."""

_FACTS = ("quotes", "events", "relations")


def faults_of_file(path: Path) -> Iterator[str]:
    """Find what is wrong with the file itself, which is not changed.

    Yields:
        A sentence for each fault; where there is one, the tables cannot be trusted to be read.
    """
    try:
        if path.stat().st_size == 0 or not is_library(path):
            yield f"{path} is not a library of this program."
            return
        with closing(sqlite3.connect(read_only_address(path), uri=True, timeout=30)) as connection:
            found = [said for (said,) in connection.execute("PRAGMA integrity_check")]
    except (OSError, sqlite3.Error) as error:
        yield f"{path} cannot be read: {error}."
        return
    if found != ["ok"]:
        yield from (f"{path} is damaged: {' '.join(said.split())}." for said in found)


def faults(library: Library) -> Iterator[str]:
    """Find what is wrong in the tables of a library.

    The counts that are kept are worked out anew, some articles at a time, and put back as they
    were; in a library that can only be read they are passed over.

    Yields:
        A sentence for each fault.
    """
    with library.reading() as connection:
        yield from _leading_nowhere(connection)
        yield from _other_words(connection)
        yield from _orphans(connection)
        yield from _unsearchable(connection)
        if number := totals.faulty(connection):
            yield f"{count(number, 'total')} of the library is not what its articles add up to."
        articles = list(connection.scalars(sa.select(schema.articles.c.article_id)))
    if library.writable:
        for first in range(0, len(articles), _AT_ONCE):
            yield from _miscounted(library, articles[first : first + _AT_ONCE])


def _leading_nowhere(connection: sa.Connection) -> Iterator[str]:
    for table, number, other in astray(connection):
        yield f"Row {number} of table {table} leads to no row of table {other}."
    entity = schema.entities.c.entity_id
    for table, name in _LEADING:
        column = schema.TABLES[table].c[name]
        lost = sa.select(column).distinct().where(~sa.exists().where(entity == column))
        if table == "involvements":  # of a known war, whose parties the article need not name
            lost = lost.where(column.not_in(_COUNTRIES))
        for value in connection.scalars(lost.where(column.is_not(None))):
            yield f"{table}.{name} names {value}, which is not in table entities."


def _other_words(connection: sa.Connection) -> Iterator[str]:
    """Find the rows whose words are not their article's at their span."""
    article = schema.articles.c
    for article_id, text in connection.execute(sa.select(article.article_id, article.text)):
        for name, columns in _SPANS.items():
            table = schema.TABLES[name]
            query = sa.select(*(table.c[column] for column in columns))
            for key, start, end, words in connection.execute(
                query.where(table.c.article_id == article_id)
            ):
                if not 0 <= start < end or text[start:end] != words:
                    yield (
                        f"{name} {key} of article {article_id} does not have the words that its "
                        f"article has at {start}–{end}."
                    )
        piece = schema.fragments.c
        for quote_id, start, end in connection.execute(
            sa.select(piece.quote_id, piece.start, piece.end).where(piece.article_id == article_id)
        ):
            if not 0 <= start < end <= len(text):
                yield f"A piece of quotation {quote_id} stands outside its article: {start}–{end}."


def _orphans(connection: sa.Connection) -> Iterator[str]:
    for entity_id in sorted(unnamed(connection)):
        yield f"Entity {entity_id} is named by no article."
    part = schema.involvements.c
    facts = sa.union(*(sa.select(schema.TABLES[name].c[schema.FACT_KEYS[name]]) for name in _FACTS))
    lost = sa.select(part.fact_id).distinct().where(part.fact_id.not_in(facts))
    for fact_id in connection.scalars(lost):
        yield f"Table involvements has rows of {fact_id}, which is no fact of the library."
    file, used = schema.files.c, schema.article_files.c.file_id
    removed = schema.removed_articles.c.file_id
    unused = sa.select(file.file_id).where(
        file.file_id.not_in(sa.select(used)),
        file.file_id.not_in(sa.select(removed).where(removed.is_not(None))),
    )
    for file_id in connection.scalars(unused):
        yield f"The file that is kept as {file_id[:12]} is that of no article."


def _unsearchable(connection: sa.Connection) -> Iterator[str]:
    """Find sentences that the full-text search does not hold, and what it holds of none."""
    missing, strange = unsearchable(connection)
    if missing:
        yield f"Search: {count(missing, 'sentence')} that it does not find."
    if strange:
        yield f"Search: {count(strange, 'sentence')} that it finds and that no article has."


class _PutBack(Exception):
    """Ends a transaction without keeping what was written in it."""


def _miscounted(library: Library, article_ids: Sequence[str]) -> list[str]:
    found: list[str] = []
    try:
        with library.writing(Deed(Action.PURGE, kept=False)) as connection:
            before = _kept(connection, article_ids)
            tallies.refresh(connection, article_ids)
            after = _kept(connection, article_ids)
            wrong = sorted(
                {
                    (name, article_id)
                    for name in before
                    for article_id in before[name].keys() | after[name].keys()
                    if before[name].get(article_id) != after[name].get(article_id)
                }
            )
            found = [
                f"What table {name} keeps of article {article_id} is not what its rows say."
                for name, article_id in wrong
            ]
            raise _PutBack
    except _PutBack:
        return found


def _kept(
    connection: sa.Connection, article_ids: Sequence[str]
) -> dict[str, dict[str, list[tuple[Any, ...]]]]:
    """Return all rows that are kept of articles, by table and article, in an order of their own."""
    found: dict[str, dict[str, list[tuple[Any, ...]]]] = {}
    for table in tallies.of_articles():
        rows: dict[str, list[tuple[Any, ...]]] = {}
        query = sa.select(table).where(table.c.article_id.in_(article_ids))
        for row in connection.execute(query):
            plain = tuple(
                round(value, _DIGITS) if isinstance(value, float) else value for value in row
            )
            rows.setdefault(row.article_id, []).append(plain)
        found[table.name] = {
            article_id: sorted(each, key=repr) for article_id, each in rows.items()
        }
    return found
