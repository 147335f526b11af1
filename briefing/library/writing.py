"""Articles into the library and out of it, each whole, in a write transaction of the caller's.

What depends on an article comes and goes with it: its rows, the entities that it names, its tags,
its marking and its file, what people decided on it, and the counts that are kept of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from briefing.article import Article
from briefing.clock import moment
from briefing.errors import LibraryError
from briefing.library import originals, removal, schema, search, tallies, totals
from briefing.library.articles import is_there, row_of, set_apart
from briefing.library.chatham.rules import concerning, is_sealed
from briefing.library.entities import add_entities, drop_orphans, named_by
from briefing.library.markings import MarkedWords, give_words, mark, marked_words, marking_of
from briefing.library.reviews.applying import apply_reviews, as_read
from briefing.library.reviews.details import own_details
from briefing.library.reviews.names import apply_to_entities
from briefing.library.rows import ArticleRows
from briefing.library.shown import note_sample, retire_sample
from briefing.library.tags import change_tags, stored_tags

UNDER_THE_RULE = (
    "Somebody whom this article names is under the Chatham House Rule here; add it from its file "
    "or text, so that it is read without the name."
)

_READ_FROM = ("published", "published_basis", "reader_version")
"""Columns of an article that tell whether a reading of it is still wanted when it is there."""


def add(
    connection: sa.Connection,
    article: Article,
    rows: ArticleRows,
    evidence: Sequence[str],
    *,
    sample: bool,
    original: originals.Original | None,
    without_speakers: bool = False,
) -> bool:
    """Add an article, as `Library.add` says; return False when it was there already.

    Raises:
        LibraryError: Somebody whom it names is under the Chatham House Rule, and it is not without
            such speakers.
    """
    article_id = article.article_id
    if is_there(connection, article_id):
        return False
    if not without_speakers and concerning(connection, article):
        raise LibraryError(UNDER_THE_RULE)
    if not sample:
        retire_sample(connection)
    _insert(connection, article, rows, evidence)
    if original is not None:
        originals.keep(connection, article_id, original)
    removal.forget(connection, [article_id])
    if sample:
        note_sample(connection)
    return True


def put_in_place(
    connection: sa.Connection,
    article: Article,
    rows: ArticleRows,
    evidence: Sequence[str],
    *,
    seen: Mapping[str, Any] | None,
) -> bool:
    """Put a new reading in the old one's place, as `Library.replace` says.

    Returns:
        False when `seen` is not how the article stands now.

    Raises:
        LibraryError: The article is not in the library.
    """
    article_id = article.article_id
    old = row_of(connection, article_id)
    if old["text"] != article.text:
        return False  # somebody was put under the Chatham House Rule, or it was lifted, meanwhile
    if seen is not None and any(old[name] != seen[name] for name in _READ_FROM):
        return False
    own = {name: old[name] for name in ("number", "added", "shown")}
    own |= own_details(connection, article_id)
    apart = set_apart(connection, article_id)
    tags, marking = stored_tags(connection, article_id), marking_of(connection, article_id)
    words = marked_words(connection, article_id)
    file_id = originals.file_of(connection, article_id)
    named = named_by(connection, article_id)
    _delete(connection, article_id)
    _insert(connection, replace(article, **apart._asdict()), rows, evidence, own=own)
    _give_back(connection, article_id, tags, marking, words, file_id)
    drop_orphans(connection, named)
    return True


def put_other(
    connection: sa.Connection,
    article: Article,
    rows: ArticleRows,
    evidence: Sequence[str],
    *,
    marked: Sequence[MarkedWords],
    named: set[str],
) -> None:
    """Put an article with another text in the place of one, under its id.

    Args:
        connection: A write transaction; the article stands as it was read.
        article: The other article, whose `kept_as` is the id.
        rows: What was read in it.
        evidence: Why its date was inferred.
        marked: The words of its text that have a marking of their own.
        named: The entities that it named as people had made it.
    """
    article_id = article.article_id
    old = row_of(connection, article_id)
    own = {name: old[name] for name in ("number", "added", "shown")}
    tags, marking = stored_tags(connection, article_id), marking_of(connection, article_id)
    file_id = originals.file_of(connection, article_id)
    named = named | named_by(connection, article_id)
    _delete(connection, article_id)
    _insert(connection, article, rows, evidence, own=own)
    _give_back(connection, article_id, tags, marking, marked, file_id)
    drop_orphans(connection, named)


def remove(connection: sa.Connection, article_id: str) -> None:
    """Remove an article, and the entities that no other names; it is kept aside, whole.

    Raises:
        LibraryError: The article is not in the library.
    """
    row = row_of(connection, article_id)
    named = named_by(connection, article_id)
    as_read(connection, [article_id])
    removal.keep(connection, article_id, called=row["title"])
    named |= named_by(connection, article_id)
    _delete(connection, article_id)
    drop_orphans(connection, named)


def delete(connection: sa.Connection, article_id: str) -> None:
    """Delete an article, and the entities that no other names; nothing of it is kept aside."""
    named = named_by(connection, article_id)
    as_read(connection, [article_id])
    named |= named_by(connection, article_id)
    _delete(connection, article_id)
    drop_orphans(connection, named)


def put_back(
    connection: sa.Connection,
    article_id: str,
    rows: ArticleRows | None,
    evidence: Sequence[str],
) -> None:
    """Put an article back that was removed, with another reading of it where there is one.

    Raises:
        LibraryError: The article is not kept any more, or is to be read again.
    """
    kept = removal.kept_article(connection, article_id)
    if kept is None:
        raise LibraryError(
            "This article is no longer among the removed ones; add it again from its text."
        )
    found, why = (kept.rows, kept.evidence) if rows is None else (rows, evidence)
    if found is None:
        raise LibraryError("This article is to be read again before it can be put back.")
    if not is_sealed(connection, article_id) and concerning(connection, kept.article):
        raise LibraryError(UNDER_THE_RULE)
    own = dict(kept.own)
    number = schema.articles.c.number
    if connection.scalar(sa.select(number).where(number == own["number"])) is not None:
        del own["number"]
    _insert(connection, kept.article, found, why, own=own)
    _give_back(connection, article_id, kept.tags, kept.marking, kept.marked_words, kept.file_id)
    removal.forget(connection, [article_id])


def _insert(
    connection: sa.Connection,
    article: Article,
    rows: ArticleRows,
    evidence: Sequence[str],
    *,
    own: Mapping[str, Any] | None = None,
) -> None:
    """Insert an article with all its rows; `own` is what the library alone knows of it."""
    row = {
        **rows.article,
        "title_end": article.title_end,
        "shown": True,
        "added": rows.article["added"] or moment(),
        **(own or {}),
    }
    connection.execute(schema.articles.insert(), row)
    learning = tallies.before_learning(connection, rows.entities)
    new = add_entities(connection, rows.entities)
    for name, found in rows.tables.items():
        if name == "sentences":
            found = [{**row, "text": article.text[row["start"] : row["end"]]} for row in found]
        if found:
            connection.execute(schema.TABLES[name].insert(), found)
    search.index(connection, article.article_id)
    for table, lines in (
        (schema.evidence, evidence),
        (schema.removed, article.removed),
        (schema.captions, article.captions),
        (schema.notes, article.notes),
    ):
        if lines:
            connection.execute(
                table.insert(),
                [
                    {"article_id": article.article_id, "position": position, "text": line}
                    for position, line in enumerate(lines)
                ],
            )
    named = [row["entity_id"] for row in rows.entities]
    touched = {article.article_id, *apply_to_entities(connection, named, new)}
    apply_reviews(connection, sorted(touched))
    tallies.refresh(connection, sorted({*learning, *touched}))


def _give_back(
    connection: sa.Connection,
    article_id: str,
    tags: Sequence[str],
    marking: str,
    words: Sequence[MarkedWords],
    file_id: str | None,
) -> None:
    """Give an article that was inserted anew its tags, its markings and its file."""
    change_tags(connection, [article_id], add=tags)
    mark(connection, [article_id], marking)
    give_words(connection, article_id, words)
    if file_id is not None:
        originals.link(connection, article_id, file_id)


def _delete(connection: sa.Connection, article_id: str) -> None:
    """Delete an article; its rows go with it."""
    totals.take_out(connection, [article_id])
    connection.execute(schema.articles.delete().where(schema.articles.c.article_id == article_id))
