"""An archive that is open: what it holds, and which of its articles pass a filter.

Everything is asked of the overview, a row an article, and is answered by DuckDB for what is shown:
a page of articles, counts, the commonest values of a field. Words alone are looked for in the
texts, once for each words and period.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from briefing.archive.filter import ArchiveFilter, Field, conditions, patterns
from briefing.archive.manifest import MANIFEST, OVERVIEW, UNDATED, Chunk, chunks, part_of
from briefing.archive.overview import COUNTED, overview_schema
from briefing.archive.parts import columns_of, of_another_version
from briefing.errors import ArchiveError

if TYPE_CHECKING:
    import duckdb

_WORDS_KEPT = 8
"""So many answers to words are kept, as ids of articles in DuckDB."""

_MEMORY = "1GB"
"""Most memory that DuckDB takes for one archive."""

_FACETS: Mapping[Field, tuple[str, str, str]] = {
    "countries": ("unnest(countries) AS value", "value", "value"),
    "speakers": ("unnest(speakers) AS value", "value.id", "any_value(value.name)"),
    "outlets": ("coalesce(source, '') AS value", "value", "value"),
}
"""What is counted of each field: its values, and the id and the name of one."""

_SELECTED = (
    "article_id, title, opening, source, published, published_earliest, published_latest, month, "
    f"part, reader_version, words, {', '.join(COUNTED)}, "
    "list_transform(speakers, lambda s: s.name), countries"
)
"""What `Found` has, in its order."""


@dataclass(frozen=True, slots=True)
class About:
    """What an archive is.

    Attributes:
        folder: Where it lies.
        articles: How many articles can be found in it.
        failed: How many of its source could not be read.
        first: The first month of an article with a date, such as 2024-05; None for none.
        last: The last one.
        undated: How many articles have no day.
        versions: How many articles each version of the program and model has read, most first.
        faults: A sentence for each part that is left out.
    """

    folder: Path
    articles: int
    failed: int
    first: str | None
    last: str | None
    undated: int
    versions: Mapping[str, int]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An article that was found, as a list shows it.

    Attributes:
        article_id: Its id.
        title: Its title; "" for none.
        opening: Its first words.
        source: The outlet.
        published: The day, or None.
        published_earliest: The first day that it may be of.
        published_latest: The last one.
        month: The month in whose folder its rows lie.
        part: The number of the chunk that it is in.
        reader_version: The version and model that read it.
        words: How long it is.
        quotes: How many quotations there are.
        events: How many events, without possible readings.
        relations: How many relations, likewise.
        speakers: Who is quoted.
        countries: Alpha-3 codes.
    """

    article_id: str
    title: str
    opening: str
    source: str | None
    published: str | None
    published_earliest: str | None
    published_latest: str | None
    month: str
    part: int
    reader_version: str
    words: int
    quotes: int
    events: int
    relations: int
    speakers: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a field: what it is filtered by, its name, and how many articles have it."""

    value: str
    name: str
    articles: int


def stamp(folder: Path) -> tuple[int, int]:
    """Return what changes whenever an archive does, for the keys of caches.

    Raises:
        ArchiveError: It is no archive.
    """
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        chunks(folder)  # says what is wrong
        raise
    return status.st_mtime_ns, status.st_size


def open_archive(folder: Path) -> Archive:
    """Open an archive for reading.

    Raises:
        ArchiveError: The folder is no archive, or nothing in it can be read.
    """
    return Archive(folder)


class Archive:
    """An archive; safe to share between threads. Nothing in it is ever changed.

    Args:
        folder: The folder that `briefing bulk --out` wrote.

    Attributes:
        folder: The folder.
        files: All files that the manifest names, below the folder.

    Raises:
        ArchiveError: The folder is no archive, or nothing in it can be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        listed = chunks(folder)
        self.files = frozenset(file for chunk in listed for file in chunk.files)
        self._failed = sum(len(chunk.failed) for chunk in listed)
        self._parts, self._faults = self._usable(listed)
        if not self._parts:
            none = (
                f"The archive {folder} holds no article yet; wait until `briefing bulk` has read "
                "its first ones."
            )
            raise ArchiveError(self._faults[0] if self._faults else none)
        self._lock = RLock()
        self._words: OrderedDict[tuple[str, str | None, str | None], str] = OrderedDict()
        self._number = 0
        self._connection = _connect(self.folder)

    def _usable(self, listed: Sequence[Chunk]) -> tuple[list[int], tuple[str, ...]]:
        """Return the numbers of the chunks whose overview can be read; else a sentence each."""
        wanted = overview_schema().names
        parts, faults = [], []
        for chunk in listed:
            if not chunk.articles:
                continue
            path = self.folder / part_of(OVERVIEW, chunk.number)
            if part_of(OVERVIEW, chunk.number) not in chunk.files:
                raise ArchiveError(
                    f"{self.folder} was written by an older version of the program, without an "
                    "overview; give its `briefing bulk` command once more, which writes one and "
                    "reads nothing again."
                )
            try:
                if columns_of(path) != wanted:
                    raise of_another_version(path)
                parts.append(chunk.number)
            except ArchiveError as error:
                faults.append(str(error))
        return parts, tuple(faults)

    def about(self) -> About:
        """Return what the archive is."""
        ((articles, first, last, undated),) = self._ask(
            "SELECT count(*), min(nullif(month, $undated)), max(nullif(month, $undated)), "
            "count(*) FILTER (month = $undated) FROM read_parquet($overview)",
            {"undated": UNDATED},
        )
        versions = self._ask(
            "SELECT reader_version, count(*) AS articles FROM read_parquet($overview) "
            "GROUP BY reader_version ORDER BY articles DESC, reader_version"
        )
        return About(
            *(self.folder, articles, self._failed, first, last, undated),
            versions=dict(versions),
            faults=self._faults,
        )

    def count(self, flt: ArchiveFilter) -> int:
        """Return how many articles pass a filter."""
        where, values = self._where(flt)
        ((number,),) = self._ask(f"SELECT count(*) FROM read_parquet($overview) {where}", values)
        return int(number)

    def find(self, flt: ArchiveFilter, *, limit: int, offset: int = 0) -> list[Found]:
        """Return a page of the articles that pass a filter, the newest first, undated ones last."""
        where, values = self._where(flt)
        rows = self._ask(
            f"SELECT {_SELECTED} FROM read_parquet($overview) {where} "
            "ORDER BY published DESC NULLS LAST, part, article_id LIMIT $limit OFFSET $offset",
            {**values, "limit": limit, "offset": offset},
        )
        return list(map(_found, rows))

    def by_part(self, flt: ArchiveFilter) -> Iterator[list[Found]]:
        """Yield all articles that pass a filter, a chunk at a time, in the order of reading."""
        where, values = self._where(flt)
        for part in self._parts:
            rows = self._ask(
                f"SELECT {_SELECTED} FROM read_parquet($overview, file_row_number = true) {where} "
                "ORDER BY file_row_number",
                values,
                parts=[part],
            )
            if rows:
                yield list(map(_found, rows))

    def facets(self, flt: ArchiveFilter, field: Field, *, most: int) -> list[Facet]:
        """Return the commonest values of a field, with the articles that each would leave.

        Args:
            flt: The filter; the field itself does not narrow.
            field: The field.
            most: How many values at most.
        """
        where, values = self._where(flt.without(field))
        unnested, value, name = _FACETS[field]
        rows = self._ask(
            f"WITH each AS (SELECT {unnested} FROM read_parquet($overview) {where}) "
            f"SELECT {value} AS id, {name}, count(*) AS articles FROM each "
            "GROUP BY id ORDER BY articles DESC, id LIMIT $most",
            {**values, "most": most},
        )
        return [Facet(*row) for row in rows]

    def details(self, part: int, article_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return of some articles of a chunk what the overview alone has, by id."""
        rows = self._ask(
            "SELECT article_id, title_end, evidence, removed, captions, notes "
            "FROM read_parquet($overview) WHERE list_contains($ids, article_id)",
            {"ids": list(article_ids)},
            parts=[part],
        )
        names = ("title_end", "evidence", "removed", "captions", "notes")
        return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}

    def close(self) -> None:
        """Give back what it holds."""
        self._connection.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _where(self, flt: ArchiveFilter) -> tuple[str, dict[str, Any]]:
        said, values = conditions(flt)
        if patterns(flt.words):
            said += f" AND article_id IN (SELECT article_id FROM {self._with_words(flt)})"
        return f"WHERE {said}", values

    def _with_words(self, flt: ArchiveFilter) -> str:
        """Return the table with the ids of the articles of the period that hold the words."""
        key = (flt.words, flt.earliest, flt.latest)
        with self._lock:
            if key not in self._words:
                self._number += 1
                table = f"words_{self._number}"
                self._look_for_words(table, flt)
                self._words[key] = table
                if len(self._words) > _WORDS_KEPT:
                    _, oldest = self._words.popitem(last=False)
                    self._ask(f"DROP TABLE {oldest}")
            self._words.move_to_end(key)
            return self._words[key]

    def _look_for_words(self, table: str, flt: ArchiveFilter) -> None:
        where, values = conditions(ArchiveFilter(earliest=flt.earliest, latest=flt.latest))
        places = self._ask(
            f"SELECT DISTINCT part, month FROM read_parquet($overview) WHERE {where}", values
        )
        texts = [part_of("articles", part, month) for part, month in sorted(places)]
        self._ask(f"CREATE TABLE {table} (article_id VARCHAR)")
        if not texts:
            return
        looked = [f"regexp_matches(plain, $p{at})" for at in range(len(patterns(flt.words)))]
        self._ask(
            f"INSERT INTO {table} SELECT article_id FROM (SELECT article_id, "
            "lower(strip_accents(text)) AS plain FROM read_parquet($texts, "
            f"hive_partitioning = false)) WHERE {' AND '.join(looked)}",
            {
                "texts": [str(self.folder / place) for place in texts],
                **{f"p{at}": pattern for at, pattern in enumerate(patterns(flt.words))},
            },
        )

    def _ask(
        self, query: str, values: Mapping[str, Any] | None = None, *, parts: Sequence[int] = ()
    ) -> list[tuple[Any, ...]]:
        """Run a query; `$overview` in it is the overview, of all chunks or of some."""
        asked = dict(values or {})
        if "$overview" in query:
            chosen = parts or self._parts
            asked["overview"] = [str(self.folder / part_of(OVERVIEW, part)) for part in chosen]
        with _told(self.folder), self._connection.cursor() as cursor:
            return cursor.execute(query, asked or None).fetchall()


def _found(row: tuple[Any, ...]) -> Found:
    *plain, speakers, countries = row
    values: list[Any] = [*plain, tuple(speakers), tuple(countries)]
    return Found(*values)


def _connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that reads files below the folder and can do nothing else."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"memory_limit": _MEMORY})
    for setting in (
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "enable_progress_bar = false",
        "parquet_metadata_cache = true",
    ):
        connection.execute(f"SET {setting}")
    connection.execute("SET allowed_directories = $folders", {"folders": [str(folder)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn DuckDB's errors into one sentence.

    Raises:
        ArchiveError: A part cannot be read.
    """
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise ArchiveError(
            f"The archive {folder} cannot be read: {said}. Look whether a part is missing or "
            "damaged, and put it back from a copy."
        ) from error
