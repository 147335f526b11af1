"""The library: what can be done with its articles, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from briefing.access import Action, Deed, Who, this_account
from briefing.article import Article
from briefing.library import originals, removal, state, writing
from briefing.library.articles import StoredArticle, count, is_there, stored_article
from briefing.library.chatham.rules import forget_sealed
from briefing.library.database import Database
from briefing.library.dialects.place import Place, address_of
from briefing.library.markings import mark, mark_words
from briefing.library.rows import ArticleRows, rows_by_article
from briefing.library.shown import show_only, show_or_hide
from briefing.library.tags import change_tags
from briefing.settings import settings
from briefing.tables import Tables


class Library(Database):
    """The articles in a database, and what can be done with them.

    Writing is one transaction an article, so that an article is there as a whole or not at all.
    """

    @property
    def version(self) -> int:
        """A number that grows with every change, for the keys of caches."""
        with self.reading() as connection:
            return state.version(connection)

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
        deed = Deed(Action.ADD, (article.article_id,), "sample" if sample else "")
        with self._writing(deed) as connection:
            new = writing.add(connection, article, rows, evidence, sample=sample, original=original)
            deed.kept = new
            if new:
                state.changed(connection)
        self.checkpoint(wait=False)
        return new

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
        rows = _rows_of(article, tables)
        deed = Deed(Action.READ_AGAIN, (article.article_id,), f"date {article.published_basis}")
        with self._writing(deed) as connection:
            deed.kept = replaced = writing.put_in_place(
                connection, article, rows, evidence, seen=seen
            )
            if replaced:
                state.changed(connection)
        self.checkpoint(wait=False)
        return replaced

    def remove(self, article_id: str) -> None:
        """Remove an article with all its rows, and the entities that no other article names.

        It is kept aside, whole, until it is put back or deleted for good. Reviews stay: once the
        article is back, or is added again, they stand again.

        Raises:
            LibraryError: The article is not in the library.
        """
        with self._changing(Deed(Action.REMOVE, (article_id,))) as connection:
            writing.remove(connection, article_id)

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
        with self._changing(Deed(Action.PUT_BACK, (article_id,))) as connection:
            writing.put_back(connection, article_id, rows, evidence)

    def delete_for_good(self, article_ids: Sequence[str]) -> None:
        """Delete removed articles, so that they cannot be put back, and give their room back.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._writing(Deed(Action.PURGE, article_ids)) as connection:
            removal.forget(connection, article_ids)
            forget_sealed(connection, article_ids)
            state.changed(connection)
        self.shrink()

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
        add, drop = tuple(add), tuple(drop)
        said = f"tags: {len(add)} added, {len(drop)} taken off"
        with self._changing(Deed(Action.SORT, article_ids, said)) as connection:
            change_tags(connection, article_ids, add=add, drop=drop)

    def mark(self, article_ids: Sequence[str], marking: str) -> None:
        """Give articles a handling marking; "" takes theirs away.

        Args:
            article_ids: The articles.
            marking: A level of TLP 2.0 or of the UK scale, or one's own words.

        Raises:
            LibraryError: The marking is too long.
        """
        with self._changing(Deed(Action.SORT, article_ids, _marked(marking))) as connection:
            mark(connection, article_ids, marking)

    def mark_words(self, article_id: str, start: int, end: int, marking: str) -> None:
        """Give words of an article, those of a fact, a marking; "" takes theirs away.

        Args:
            article_id: The article.
            start: Where they begin.
            end: Where they end.
            marking: A level of TLP 2.0 or of the UK scale, or one's own words.

        Raises:
            LibraryError: The marking is too long.
        """
        deed = Deed(Action.SORT, (article_id,), f"{_marked(marking)}, {start}-{end}")
        with self._changing(deed) as connection:
            mark_words(connection, article_id, start, end, marking)

    def show(self, article_ids: Iterable[str]) -> None:
        """Show exactly these articles in the pages; the others are kept, not shown."""
        article_ids = tuple(article_ids)
        with self._changing(Deed(Action.SORT, article_ids, "shown alone")) as connection:
            show_only(connection, article_ids)

    def show_or_hide(self, article_ids: Sequence[str], *, shown: bool) -> None:
        """Show these articles in the pages, or hide them; others stay as they are."""
        said = "shown" if shown else "hidden"
        with self._changing(Deed(Action.SORT, article_ids, said)) as connection:
            show_or_hide(connection, article_ids, shown=shown)

    def article(self, article_id: str) -> StoredArticle:
        """Return an article and its row of table `articles`.

        Raises:
            LibraryError: The article is not in the library.
        """
        with self.reading() as connection:
            return stored_article(connection, article_id)

    def has(self, article_id: str) -> bool:
        """Say whether an article is in the library."""
        with self.reading() as connection:
            return is_there(connection, article_id)

    def __len__(self) -> int:
        with self.reading() as connection:
            return count(connection)

    @contextmanager
    def _changing(self, deed: Deed) -> Iterator[sa.Connection]:
        """Open a write transaction that is counted as a change."""
        with self.writing(deed) as connection:
            yield connection
            state.changed(connection)


def library_path() -> Path:
    """Return the library's file in the folder of the setting `data_dir`."""
    return settings().data_dir / "library.sqlite"


def library_place() -> Place:
    """Return where the library is: the database of the setting `database`, else the file.

    Raises:
        SettingsError: The setting is no address of a database.
    """
    address = settings().database.get_secret_value()
    return address_of(address) if address.strip() else library_path()


def open_library(place: Place | None = None, *, who: Who = this_account) -> Library:
    """Open the library at a place, or the one that the settings name.

    Args:
        place: The library's file, or its database.
        who: Finds who is at work; this account of the machine, which may do all, by default.
    """
    return Library(place or library_place(), who=who)


def _marked(marking: str) -> str:
    return f"marking {marking}" if marking else "marking taken off"


def _rows_of(article: Article, tables: Tables | ArticleRows) -> ArticleRows:
    if isinstance(tables, ArticleRows):
        return tables
    return rows_by_article(tables)[article.article_id]
