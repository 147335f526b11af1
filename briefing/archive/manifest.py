"""The manifest of an archive: a line for each chunk of articles that is whole, with its files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import ArchiveError

MANIFEST = "manifest.jsonl"

UNDATED = "unknown"
"""The month of articles whose day is not known."""

OVERVIEW = "overview"
"""The folder of the overview: a row an article, a file a chunk."""

ENTITIES = "entities"
"""The folder of the entities that a chunk's articles name, a file a chunk."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A line of the manifest.

    Attributes:
        number: Which chunk it is, from 0.
        source: A hash of the ids of its articles, in order.
        articles: How many were read.
        failed: Of each that could not be read, in order, why.
        files: Its files, below the folder.
    """

    number: int
    source: str
    articles: int
    failed: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def month_of(published: str | None) -> str:
    """Return the month in whose folder an article's rows lie."""
    return (published or UNDATED)[: len("2024-05")]


def part_of(table: str, number: int, month: str = UNDATED) -> str:
    """Return where the rows of a table lie below the folder, of a chunk's articles of a month."""
    by_month = "" if table in (OVERVIEW, ENTITIES) else f"/month={month}"
    return f"{table}{by_month}/part-{number:06d}.parquet"


def chunks(folder: Path) -> list[Chunk]:
    """Return the chunks that are whole; a line that was not written to its end is none.

    Raises:
        ArchiveError: The manifest cannot be read, or holds something else.
    """
    path = folder / MANIFEST
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
        return [Chunk(**json.loads(line)) for line in lines]
    except OSError as error:
        raise ArchiveError(
            f"{folder} is no archive: {MANIFEST} cannot be read there "
            f"({error.strerror or error}); name the folder that `briefing bulk --out` wrote."
        ) from error
    except (ValueError, TypeError) as error:
        raise ArchiveError(
            f"{folder} is no archive that this version can read: {MANIFEST} holds something else; "
            "name the folder that `briefing bulk --out` wrote."
        ) from error
