"""The library: one SQLite file that keeps the articles and their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.article import Article
from briefing.errors import LibraryError, LibraryUnwritableError
from briefing.library import engine, file, originals, removal, revisions, schema, tallies
from briefing.library.markings import mark, marking_of
from briefing.library.reviews.applying import (
    apply_reviews,
    as_read,
    bring_up,
    reviewed_articles,
)
from briefing.library.reviews.details import own_details
from briefing.library.reviews.names import apply_to_entities
from briefing.library.rows import NAMING, ArticleRows, Row, rows_by_article
from briefing.library.tags import change_tags, tags_of
from briefing.settings import settings
from briefing.tables import Tables
from briefing.version import VERSION

_ANALYSE_EVERY = 100
"""Changes after which SQLite counts anew what it plans its queries by."""

_SAMPLE = "sample"
"""The row of table `state` that is 1 while nothing but what came with the program was added."""

_READ_FROM = ("published", "published_basis", "reader_version")
"""Columns of an article that tell whether a reading of it is still wanted when it is there."""


class StoredArticle(NamedTuple):
    """An article of the library.

    Attributes:
        article: The article as it was read.
        row: Its row of table `articles`, with the title, outlet, author and address that hold.
    """

    article: Article
    row: Mapping[str, Any]


class Library:
    """One SQLite file; safe to share between threads and between processes.

    Writing is one transaction an article, so that an article is there as a whole or not at all.
    A library that an older version made is brought to this one's tables when it is opened. One that
    cannot be written (its file or its folder) can be read, and only that.

    Args:
        path: The file; it and its folder are made, for the owner only, when they are missing.

    Attributes:
        writable: Whether anything in it can be changed.

    Raises:
        LibraryError: The file is not a library of this program, or needs a newer one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writable = file.prepare(path)
        if not self.writable:
            self._engine = engine.connect_to_read(path)
            self._writer = self._engine
            self._must_be_current()
            return
        self._engine = engine.connect(path)
        self._writer = engine.for_writing(self._engine)
        with self.reading() as connection:
            current = revisions.is_current(connection)
        if not current:
            revisions.upgrade(path)
        with self._writing() as connection:
            engine.mark(connection)
            tallies.prepare(connection)
            if not current:
                bring_up(connection, reviewed_articles(connection))
            schema.analyse(connection)
        self.checkpoint()

    def _must_be_current(self) -> None:
        """Raise a LibraryError where a library that can only be read is of an older program."""
        with self.reading() as connection:
            current = revisions.is_current(connection) and tallies.are_current(connection)
        if not current:
            raise LibraryError(
                f"The library {self.path} was made by another version of this program and can only "
                f"be read here; ask somebody who can change it to open it with version {VERSION}."
            )

    def must_be_writable(self) -> None:
        """Raise a LibraryUnwritableError where the library can only be read."""
        if not self.writable:
            raise LibraryUnwritableError(engine.only_to_be_read(self.path))

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a short read transaction: everything read in it is of one moment.

        Raises:
            LibraryError: The database cannot be read.
        """
        with self._errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        self.must_be_writable()
        with self._errors(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Open a write transaction for what is no article, such as a deck of slides.

        Raises:
            LibraryError: The database cannot be written.
        """
        with self._writing() as connection:
            yield connection
        self.checkpoint()

    def checkpoint(self) -> None:
        """Bring all that was written into the file itself, so that a copy of it is whole."""
        if self.writable:
            with self._errors():
                engine.checkpoint(self._engine)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with engine.told(self.path):
            try:
                yield
            except sa.exc.IntegrityError as error:
                raise LibraryError(
                    f"The article could not be saved: inconsistent data ({error.orig}). Nothing "
                    "of it was added; please report this with the article."
                ) from error

    def close(self) -> None:
        """Close the library's connections; it opens new ones when it is used again."""
        self._engine.dispose()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def version(self) -> int:
        """A number that grows with every change, for the keys of caches."""
        with self.reading() as connection:
            return int(
                connection.scalar(
                    sa.select(schema.state.c.value).where(schema.state.c.name == "version")
                )
                or 0
            )

    def add(
        self,
        article: Article,
        tables: Tables | ArticleRows,
        *,
        evidence: Sequence[str] = (),
        sample: bool = False,
        original: originals.Original | None = None,
    ) -> bool:
        """Add one article with its tables, whole or not at all.

        Args:
            article: The article.
            tables: What extraction found in it; rows of other articles are left out.
            evidence: One sentence for each piece of evidence for its inferred date.
            sample: Whether it comes with the program. When the first article that does not is
                added, what came with the program is kept and not shown any more.
            original: The file that it came in, to be kept beside it.

        Returns:
            False when the same article was there already; nothing is changed then.

        Raises:
            LibraryError: The library cannot be written, or the tables do not fit together.
        """
        rows = _rows_of(article, tables)
        with self._writing() as connection:
            if _is_there(connection, article.article_id):
                return False
            if not sample:
                _retire_sample(connection)
            _insert(connection, article, rows, evidence)
            if original is not None:
                originals.keep(connection, article.article_id, original)
            removal.forget(connection, [article.article_id])
            if sample:
                _set_state(connection, _SAMPLE, 1)
            changed(connection)
            return True

    def add_many(self, articles: Iterable[Article], tables: Tables) -> int:
        """Add articles, each in a transaction of its own; return how many were new."""
        rows = rows_by_article(tables)
        return sum(self.add(article, rows[article.article_id]) for article in articles)

    def replace(
        self,
        article: Article,
        tables: Tables | ArticleRows,
        *,
        evidence: Sequence[str] = (),
        seen: Mapping[str, Any] | None = None,
    ) -> bool:
        """Put a new reading in the old one's place; its order, date of adding and `shown` stay.

        Args:
            article: The article.
            tables: What extraction found in it, as with `add`.
            evidence: One sentence for each piece of evidence for its inferred date.
            seen: The article's row when reading began.

        Returns:
            False when `seen` is not how the article stands now: somebody gave it another date, or
            read it again, meanwhile. Nothing is changed then.

        Raises:
            LibraryError: The article is not in the library.
        """
        article_id = article.article_id
        rows = _rows_of(article, tables)
        with self._writing() as connection:
            old = _row(connection, article_id)
            if seen is not None and any(old[name] != seen[name] for name in _READ_FROM):
                return False
            keep = {name: old[name] for name in ("number", "added", "shown")}
            keep |= own_details(connection, article_id)
            cut = tuple(_lines(connection, schema.removed, article_id))
            pictured = tuple(_lines(connection, schema.captions, article_id))
            told = tuple(_lines(connection, schema.notes, article_id))
            tags = tags_of(connection, article_id)
            marking = marking_of(connection, article_id)
            held = originals.file_of(connection, article_id)
            named = _named_by(connection, article_id)
            connection.execute(
                schema.articles.delete().where(schema.articles.c.article_id == article_id)
            )
            _insert(
                connection,
                replace(article, removed=cut, captions=pictured, notes=told),
                rows,
                evidence,
                keep=keep,
            )
            change_tags(connection, [article_id], add=tags)
            mark(connection, [article_id], marking)
            if held is not None:
                originals.link(connection, article_id, held)
            _drop_orphans(connection, named)
            changed(connection)
            return True

    def remove(self, article_id: str) -> None:
        """Remove an article with all its rows, and the entities that no other article names.

        It is kept aside, whole, until it is put back or deleted for good. Reviews stay: once the
        article is back, or is added again, they stand again.

        Raises:
            LibraryError: The article is not in the library.
        """
        with self._writing() as connection:
            row = _row(connection, article_id)
            named = _named_by(connection, article_id)
            as_read(connection, [article_id])
            removal.keep(connection, article_id, called=row["title"])
            named |= _named_by(connection, article_id)
            connection.execute(
                schema.articles.delete().where(schema.articles.c.article_id == article_id)
            )
            _drop_orphans(connection, named)
            changed(connection)
        self.checkpoint()

    def put_back(
        self, article_id: str, *, rows: ArticleRows | None = None, evidence: Sequence[str] = ()
    ) -> None:
        """Put an article back that was removed, as it was.

        Args:
            article_id: The article.
            rows: Another reading of it, for one that was kept by an older version of the program.
            evidence: One sentence for each piece of evidence for its inferred date, with `rows`.

        Raises:
            LibraryError: The article is not kept any more.
        """
        with self._writing() as connection:
            kept = removal.kept_article(connection, article_id)
            if kept is None:
                raise LibraryError(
                    "This article is no longer among the removed ones; add it again from its text."
                )
            found, why = (kept.rows, kept.evidence) if rows is None else (rows, evidence)
            if found is None:
                raise LibraryError("This article is to be read again before it can be put back.")
            own = dict(kept.own)
            number = schema.articles.c.number
            taken = sa.select(number).where(number == own["number"])
            if connection.scalar(taken) is not None:
                del own["number"]
            _insert(connection, kept.article, found, why, keep=own)
            change_tags(connection, [article_id], add=kept.tags)
            mark(connection, [article_id], kept.marking)
            if kept.file_id is not None:
                originals.link(connection, article_id, kept.file_id)
            removal.forget(connection, [article_id])
            changed(connection)
        self.checkpoint()

    def delete_for_good(self, article_ids: Sequence[str]) -> None:
        """Delete removed articles, so that they cannot be put back, and give their room back.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._writing() as connection:
            removal.forget(connection, article_ids)
            changed(connection)
        with self._errors():
            engine.shrink(self._engine)
        self.checkpoint()

    def change_tags(
        self, article_ids: Sequence[str], *, add: Iterable[str] = (), drop: Iterable[str] = ()
    ) -> None:
        """Give articles tags, and take tags from them.

        Args:
            article_ids: The articles.
            add: Tags that each gets.
            drop: Tags that none keeps.

        Raises:
            LibraryError: A tag is empty or too long.
        """
        with self._writing() as connection:
            change_tags(connection, article_ids, add=add, drop=drop)
            changed(connection)
        self.checkpoint()

    def mark(self, article_ids: Sequence[str], marking: str) -> None:
        """Give articles a handling marking; "" takes theirs away.

        Args:
            article_ids: The articles.
            marking: A level of TLP 2.0 or of the UK scale, or one's own words.

        Raises:
            LibraryError: The marking is too long.
        """
        with self._writing() as connection:
            mark(connection, article_ids, marking)
            changed(connection)
        self.checkpoint()

    def show(self, article_ids: Iterable[str]) -> None:
        """Show exactly these articles in the pages; the others are kept, not shown."""
        with self._writing() as connection:
            connection.execute(
                schema.articles.update().values(
                    shown=schema.articles.c.article_id.in_(list(article_ids))
                )
            )
            changed(connection)
        self.checkpoint()

    def show_or_hide(self, article_ids: Sequence[str], *, shown: bool) -> None:
        """Show these articles in the pages, or hide them; others stay as they are."""
        with self._writing() as connection:
            article = schema.articles
            connection.execute(
                article.update().where(article.c.article_id.in_(article_ids)).values(shown=shown)
            )
            changed(connection)
        self.checkpoint()

    def article(self, article_id: str) -> StoredArticle:
        """Return an article and its row of table `articles`.

        Raises:
            LibraryError: The article is not in the library.
        """
        with self.reading() as connection:
            row = _row(connection, article_id)
            read = row | own_details(connection, article_id)
            cut = tuple(_lines(connection, schema.removed, article_id))
            pictured = tuple(_lines(connection, schema.captions, article_id))
            told = tuple(_lines(connection, schema.notes, article_id))
        article = Article(
            text=row["text"],
            title=read["title"],
            title_end=row["title_end"],
            source=read["source"],
            url=read["url"],
            author=read["author"],
            published=row["published"],
            published_basis=row["published_basis"],
            external_id=row["external_id"],
            removed=cut,
            captions=pictured,
            notes=told,
        )
        return StoredArticle(article, row)

    def has(self, article_id: str) -> bool:
        """Say whether an article is in the library."""
        with self.reading() as connection:
            return _is_there(connection, article_id)

    def __len__(self) -> int:
        with self.reading() as connection:
            return int(
                connection.scalar(sa.select(sa.func.count()).select_from(schema.articles)) or 0
            )


def library_path() -> Path:
    """Return the library's file in the folder of the setting `data_dir`."""
    return settings().data_dir / "library.sqlite"


def open_library(path: Path | None = None) -> Library:
    """Open the library at `path`, or the one in the setting `data_dir`."""
    return Library(path or library_path())


def _retire_sample(connection: sa.Connection) -> None:
    """Take what came with the program off the pages, once: with the first article of one's own."""
    name, value = schema.state.c.name, schema.state.c.value
    if connection.scalar(sa.select(value).where(name == _SAMPLE)):
        connection.execute(schema.articles.update().values(shown=False))
        _set_state(connection, _SAMPLE, 0)


def _set_state(connection: sa.Connection, name: str, value: int) -> None:
    added = insert(schema.state).values(name=name, value=value)
    connection.execute(
        added.on_conflict_do_update(index_elements=["name"], set_={"value": added.excluded.value})
    )


def _is_there(connection: sa.Connection, article_id: str) -> bool:
    query = sa.select(schema.articles.c.number).where(schema.articles.c.article_id == article_id)
    return connection.scalar(query) is not None


def _row(connection: sa.Connection, article_id: str) -> dict[str, Any]:
    query = sa.select(schema.articles).where(schema.articles.c.article_id == article_id)
    found = connection.execute(query).mappings().one_or_none()
    if found is None:
        raise LibraryError(
            f"There is no article {article_id} in the library; it may have been removed."
        )
    return dict(found)


def _lines(connection: sa.Connection, table: sa.Table, article_id: str) -> list[str]:
    query = (
        sa.select(table.c.text).where(table.c.article_id == article_id).order_by(table.c.position)
    )
    return list(connection.scalars(query))


def _rows_of(article: Article, tables: Tables | ArticleRows) -> ArticleRows:
    if isinstance(tables, ArticleRows):
        return tables
    return rows_by_article(tables)[article.article_id]


def _insert(
    connection: sa.Connection,
    article: Article,
    rows: ArticleRows,
    evidence: Sequence[str],
    *,
    keep: Mapping[str, Any] | None = None,
) -> None:
    row = {
        **rows.article,
        "title_end": article.title_end,
        "shown": True,
        "added": rows.article["added"] or datetime.now(UTC).isoformat(timespec="seconds"),
        **(keep or {}),
    }
    connection.execute(schema.articles.insert(), row)
    learning = tallies.before_learning(connection, rows.entities)
    new = _insert_entities(connection, rows.entities)
    for name, found in rows.tables.items():
        if name == "sentences":
            found = [{**row, "text": article.text[row["start"] : row["end"]]} for row in found]
        if found:
            connection.execute(schema.TABLES[name].insert(), found)
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


def _insert_entities(connection: sa.Connection, rows: list[Row]) -> set[str]:
    """Add the entities of an article; a known one learns what it lacked. Return the new ones."""
    if not rows:
        return set()
    key = schema.entities.c.entity_id
    ids = {row["entity_id"] for row in rows}
    new = ids.difference(connection.scalars(sa.select(key).where(key.in_(ids))))
    statement = insert(schema.entities)
    known = schema.entities.c
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["entity_id"],
            set_={
                "country": sa.func.coalesce(known.country, statement.excluded.country),
                "wikidata": sa.func.coalesce(known.wikidata, statement.excluded.wikidata),
            },
        ),
        rows,
    )
    return new


def _named_by(connection: sa.Connection, article_id: str) -> set[str]:
    """Return the entities that an article's rows name."""
    return {
        entity
        for column in _naming()
        for entity in connection.scalars(
            sa.select(column).where(column.table.c.article_id == article_id, column.is_not(None))
        )
    }


def _drop_orphans(connection: sa.Connection, named: set[str]) -> None:
    """Remove those of the entities that no article names any more, nor would after an undo."""
    key, machine = schema.entities.c.entity_id, schema.machine.c
    read = sa.func.json_extract(machine.rows, "$.mentions[0].entity_id")
    own = sa.select(read).where(machine.record == "mentions", read.in_(named))
    named = named.difference(connection.scalars(own))
    for column in _naming():
        if not named:
            return
        still = sa.select(key).where(key.in_(named), sa.exists().where(column == key))
        named = named.difference(connection.scalars(still))
    connection.execute(schema.entities.delete().where(key.in_(named)))


def _naming() -> list[sa.Column[Any]]:
    return [schema.TABLES[table].c[column] for table, column in NAMING]


def changed(connection: sa.Connection) -> None:
    """Count a change of what the library answers, so that what is kept of older answers goes."""
    connection.execute(
        schema.state.update()
        .where(schema.state.c.name == "version")
        .values(value=schema.state.c.value + 1)
    )
    version = sa.select(schema.state.c.value).where(schema.state.c.name == "version")
    if (connection.scalar(version) or 0) % _ANALYSE_EVERY == 0:
        schema.analyse(connection)
