"""Very many articles as Parquet files by month, with a manifest that makes a restart exact.

The articles are taken in chunks, in the order of the source. Each chunk writes its files under
names of its own and then a line in the manifest; what a broken run left of a chunk without a line
is written again. So the same source gives the same files, however often it was broken off.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.errors import ExportError
from briefing.export.tables import parquet_schema
from briefing.extraction.limited import read_each
from briefing.extraction.outcome import Reading
from briefing.tables import EXTRACTED, Row

MANIFEST = "manifest.jsonl"

_CHUNK = 500
"""Articles of a chunk."""

_UNDATED = "unknown"
"""The month of articles whose day is not known."""


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


def write_archive(
    folder: Path,
    articles: Iterable[Article],
    *,
    model: str | None = None,
    workers: int | None = None,
    done: Callable[[Chunk, bool], None] | None = None,
) -> None:
    """Read articles into a folder of Parquet files; go on where a broken run stopped.

    Args:
        folder: The folder; table `quotes` of May 2024 is in quotes/month=2024-05.
        articles: The articles, always in the same order; one that comes again is passed over.
        model: Load name of the model; the setting `model` when None.
        workers: How many processes read at once, as with `read_each`.
        done: Called after each chunk, with whether it was there already.

    Raises:
        ExportError: The folder cannot be written, or holds what another source gave.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = _manifest(folder)

        def coming() -> Iterator[Article]:
            for number, chunk in enumerate(_chunks(articles)):
                if number >= len(there):
                    yield from chunk
                    continue
                _must_be(folder, there[number], number, _hash(chunk))
                if done is not None:
                    done(there[number], True)

        readings = read_each(coming(), _itself, model=model, workers=workers)
        number = len(there)
        while found := list(islice(readings, _CHUNK)):
            chunk = _write(folder, number, found)
            _append(folder, chunk)
            if done is not None:
                done(chunk, False)
            number += 1
    except OSError as error:
        raise ExportError(
            f"{folder} cannot be written ({error.strerror or error}); make room there and give "
            "the same command again: it goes on where it stopped."
        ) from error


def _hash(chunk: Sequence[Article]) -> str:
    return hashlib.sha256("\n".join(each.article_id for each in chunk).encode()).hexdigest()


def _itself(article: Article) -> Article:
    return article


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    seen: set[str] = set()

    def new() -> Iterator[Article]:
        for article in articles:
            if article.article_id not in seen:
                seen.add(article.article_id)
                yield article

    waiting = new()
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _manifest(folder: Path) -> list[Chunk]:
    """Return the chunks that are whole; a line that was not written to its end is none."""
    path = folder / MANIFEST
    if not path.exists():
        if any(folder.iterdir()):
            raise ExportError(f"{folder} holds something else already; name an empty folder.")
        path.touch()
        return []
    lines = path.read_bytes().split(b"\n")
    whole, rest = lines[:-1], lines[-1]
    if rest:
        with path.open("r+b") as file:
            file.truncate(sum(len(line) + 1 for line in whole))
    return [Chunk(**json.loads(line)) for line in whole]


def _must_be(folder: Path, chunk: Chunk, number: int, source: str) -> None:
    if (chunk.number, chunk.source) != (number, source):
        raise ExportError(
            f"{folder} was begun with other articles, or in another order; name another folder."
        )


def _write(folder: Path, number: int, readings: Sequence[tuple[Article, Any]]) -> Chunk:
    """Write the files of a chunk, each under its name once it is whole."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    entities: dict[str, dict[str, Any]] = {}
    failed: list[str] = []
    read = 0
    for _, answer in readings:
        if not isinstance(answer, Reading):
            failed.append(str(answer))
            continue
        read += 1
        (article,) = answer.rows["articles"]
        month = (article["published"] or _UNDATED)[: len("2024-05")]
        for row in answer.rows["entities"]:
            known = entities.setdefault(row["entity_id"], row)
            known["country"] = known["country"] or row["country"]
        for name in EXTRACTED:
            if name != "entities" and answer.rows[name]:
                rows[name, month] += answer.rows[name]
    files = []
    for (name, month), found in sorted(rows.items()):
        files.append(_file(folder, f"{name}/month={month}", number, name, found))
    if entities:
        files.append(_file(folder, "entities", number, "entities", list(entities.values())))
    return Chunk(number, _hash([each for each, _ in readings]), read, failed, files)


def _file(folder: Path, place: str, number: int, name: str, rows: Sequence[Row]) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / place / f"part-{number:06d}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.part")
    pq.write_table(pa.Table.from_pylist(list(rows), schema=parquet_schema(name)), partial)
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(path)
    return str(path.relative_to(folder))


def _append(folder: Path, chunk: Chunk) -> None:
    with (folder / MANIFEST).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(chunk), ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
