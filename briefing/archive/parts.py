"""The parts of an archive: whether they can be read, and the rows of a few articles out of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.archive.manifest import ENTITIES, part_of
from briefing.errors import ArchiveError
from briefing.extraction.rules_kept import keep_the_rules
from briefing.library.rows import NAMING
from briefing.tables import EXTRACTED, SCHEMAS

Row = dict[str, Any]

_WORDS = {
    "mentions": ("start", "end", "text"),
    "quotes": ("start", "end", "text"),
    "times": ("start", "end", "text"),
    "events": ("start", "end", "text"),
    "relations": ("trigger_start", "trigger_end", "trigger"),
}
"""The columns of a span, and the one that holds the article's words there."""


def columns_of(path: Path) -> list[str]:
    """Return the names of a part's columns.

    Raises:
        ArchiveError: It cannot be read.
    """
    import pyarrow.parquet as pq

    try:
        return list(pq.read_schema(path).names)
    except (OSError, ValueError) as error:  # pyarrow's own errors are of these two kinds
        raise _broken(path, error) from error


def of_another_version(path: Path) -> ArchiveError:
    """Make the sentence for a part that has not the columns of this version."""
    return ArchiveError(
        f"The part {path} was written by another version of the program, which this one cannot "
        "read; read its articles again with `briefing bulk` into another folder."
    )


def rows_by_article(
    folder: Path, files: Collection[str], part: int, months: Mapping[str, str]
) -> dict[str, dict[str, list[Row]]]:
    """Return the rows of some articles of a chunk, by article and table, in their order.

    Args:
        folder: The archive.
        files: All its files, as the manifest names them.
        part: The number of the chunk.
        months: The month of each article.

    Raises:
        ArchiveError: A part cannot be read, or has other columns.
    """
    found: dict[str, dict[str, list[Row]]] = {
        article_id: {name: [] for name in EXTRACTED} for article_id in months
    }
    for name in EXTRACTED:
        if name == ENTITIES:
            continue
        for month in sorted(set(months.values())):
            place = part_of(name, part, month)
            if place in files:
                for row in read_part(folder / place, name, list(months)):
                    found[row["article_id"]][name].append(row)
    place = part_of(ENTITIES, part)
    entities = {
        row["entity_id"]: row
        for row in (read_part(folder / place, ENTITIES) if place in files else ())
    }
    for rows in found.values():
        rows[ENTITIES] = [entities[each] for each in _named(rows) if each in entities]
    return found


def fits(rows: Mapping[str, list[Row]]) -> bool:
    """Say whether the rows of an article keep the rules, and have the words of its text."""
    if not keep_the_rules(rows):
        return False
    (article,) = rows["articles"]
    text = article["text"]
    return all(
        row["article_id"] == article["article_id"] and text[row[start] : row[end]] == row[words]
        for name, (start, end, words) in _WORDS.items()
        for row in rows[name]
    )


def _named(rows: Mapping[str, list[Row]]) -> list[str]:
    """Return the entities that an article names, each once."""
    named = (row[column] for table, column in NAMING for row in rows[table])
    return list(dict.fromkeys(each for each in named if each is not None))


def read_part(
    path: Path, name: str = "articles", article_ids: Sequence[str] | None = None
) -> list[Row]:
    """Return the rows of a part.

    Args:
        path: The part.
        name: Its table.
        article_ids: Only rows of these articles; all when None.

    Raises:
        ArchiveError: It cannot be read, or has other columns.
    """
    import pyarrow.parquet as pq

    wanted = None if article_ids is None else [("article_id", "in", list(article_ids))]
    try:
        table = pq.read_table(path, filters=wanted, partitioning=None)
    except (OSError, ValueError) as error:
        raise _broken(path, error) from error
    if table.column_names != list(SCHEMAS[name].columns):
        raise of_another_version(path)
    rows: list[Row] = table.to_pylist()
    return rows


def _broken(path: Path, error: Exception) -> ArchiveError:
    said = getattr(error, "strerror", None) or str(error).splitlines()[0]
    return ArchiveError(
        f"The part {path} of the archive cannot be read ({said}); put it back from a copy, or read "
        "its articles again with `briefing bulk` into another folder."
    )
