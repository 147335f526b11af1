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
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.archive.manifest import (
    ENTITIES,
    MANIFEST,
    OVERVIEW,
    Chunk,
    chunks,
    month_of,
    part_of,
)
from briefing.archive.overview import overview_row, overview_schema
from briefing.archive.parts import read_part, rows_by_article
from briefing.article import Article
from briefing.errors import ExportError
from briefing.export.tables import parquet_schema
from briefing.export.whole_file import write_whole_file
from briefing.extraction.cluster import read_on_cluster
from briefing.extraction.limited import read_each
from briefing.extraction.outcome import Reading
from briefing.tables import EXTRACTED, Row

_CHUNK = 500
"""Articles of a chunk."""


def write_archive(
    folder: Path,
    articles: Iterable[Article],
    *,
    model: str | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    done: Callable[[Chunk, bool], None] | None = None,
) -> None:
    """Read articles into a folder of Parquet files; go on where a broken run stopped.

    Args:
        folder: The folder; table `quotes` of May 2024 is in quotes/month=2024-05.
        articles: The articles, always in the same order; one that comes again is passed over.
        model: Load name of the model; the setting `model` when None.
        workers: How many processes read at once, as with `read_each`.
        scheduler: Address of a Dask scheduler whose workers read instead; the files are the same.
        done: Called after each chunk, with whether it was there already.

    Raises:
        ArchiveError: The folder's manifest is none.
        ClusterError: The scheduler or its workers cannot be used.
        ExportError: The folder cannot be written, or holds what another source gave.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = _manifest(folder)

        def coming() -> Iterator[Article]:
            older = False
            for number, chunk in enumerate(_chunks(articles)):
                if number >= len(there):
                    if older:
                        _rewrite(folder, there)
                        older = False
                    yield from chunk
                    continue
                _must_be(folder, there[number], number, _hash(chunk))
                if _lacks_overview(there[number]):
                    there[number] = _with_overview(folder, there[number], chunk)
                    older = True
                if done is not None:
                    done(there[number], True)
            if older:
                _rewrite(folder, there)

        readings: Iterator[tuple[Article, Any]]
        if scheduler is None:
            readings = read_each(coming(), _itself, model=model, workers=workers)
        else:
            readings = read_on_cluster(coming(), scheduler, model=model)
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
    written = path.read_bytes()
    if rest := len(written) - written.rfind(b"\n") - 1:
        with path.open("r+b") as file:
            file.truncate(len(written) - rest)
    return chunks(folder)


def _must_be(folder: Path, chunk: Chunk, number: int, source: str) -> None:
    if (chunk.number, chunk.source) != (number, source):
        raise ExportError(
            f"{folder} was begun with other articles, or in another order; name another folder."
        )


def _write(folder: Path, number: int, readings: Sequence[tuple[Article, Any]]) -> Chunk:
    """Write the files of a chunk, each under its name once it is whole."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    entities: dict[str, dict[str, Any]] = {}
    overview: list[Row] = []
    failed: list[str] = []
    for article, answer in readings:
        if not isinstance(answer, Reading):
            failed.append(str(answer))
            continue
        overview.append(overview_row(article, answer, number))
        month = month_of(answer.rows["articles"][0]["published"])
        for row in answer.rows[ENTITIES]:
            known = entities.setdefault(row["entity_id"], row)
            known["country"] = known["country"] or row["country"]
        for name in EXTRACTED:
            if name != ENTITIES and answer.rows[name]:
                rows[name, month] += answer.rows[name]
    files = []
    for (name, month), found in sorted(rows.items()):
        place = part_of(name, number, month)
        files.append(_file(folder, place, found, parquet_schema(name)))
    if entities:
        place, named = part_of(ENTITIES, number), list(entities.values())
        files.append(_file(folder, place, named, parquet_schema(ENTITIES)))
    if overview:
        files.append(_file(folder, part_of(OVERVIEW, number), overview, overview_schema()))
    source = _hash([each for each, _ in readings])
    return Chunk(number, source, len(overview), failed, files)


def _file(folder: Path, place: str, rows: Sequence[Row], schema: Any) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.part")
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), partial)
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(path)
    return place


def _lacks_overview(chunk: Chunk) -> bool:
    """Say whether an older version wrote a chunk, which had none."""
    return chunk.articles > 0 and part_of(OVERVIEW, chunk.number) not in chunk.files


def _with_overview(folder: Path, chunk: Chunk, articles: Sequence[Article]) -> Chunk:
    """Write the overview of a chunk from its rows."""
    place = part_of(OVERVIEW, chunk.number)
    paths = sorted(file for file in chunk.files if file.startswith("articles/"))
    dated = {row["article_id"]: row for path in paths for row in read_part(folder / path)}
    months = {key: month_of(row["published"]) for key, row in dated.items()}
    rows = rows_by_article(folder, chunk.files, chunk.number, months)
    overview = [
        overview_row(article, Reading(rows[article.article_id], ()), chunk.number)
        for article in articles
        if article.article_id in rows
    ]
    _file(folder, place, overview, overview_schema())
    return replace(chunk, files=[*chunk.files, place])


def _rewrite(folder: Path, there: Sequence[Chunk]) -> None:
    """Write the manifest anew."""
    write_whole_file(folder / MANIFEST, "".join(map(_line, there)).encode())


def _line(chunk: Chunk) -> str:
    return json.dumps(asdict(chunk), ensure_ascii=False) + "\n"


def _append(folder: Path, chunk: Chunk) -> None:
    with (folder / MANIFEST).open("a", encoding="utf-8") as file:
        file.write(_line(chunk))
        file.flush()
        os.fsync(file.fileno())
