"""How the Archive page fares as an archive grows: `python -m benchmarks.archive`.

Makes an archive of made articles (20,000; `--articles N`) in the order of their days, as a feed
gives them, without reading any: the first 1,000 whole, with as many facts as real ones have, of the
others the texts and the overview, copied with other ids, days and speakers. With `--overview` the
overview alone. Then it asks what the page asks and prints processor and wall-clock milliseconds of
each question, and the memory held.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks import copying, synthetic
from briefing.archive import ArchiveFilter, open_archive
from briefing.archive.copying import copy_each
from briefing.archive.desk import Desk
from briefing.archive.filter import Field
from briefing.archive.manifest import MANIFEST, OVERVIEW, Chunk, chunks, month_of, part_of
from briefing.archive.overview import overview_schema
from briefing.article import Article
from briefing.export import archive as bulk
from briefing.export.tables import parquet_schema
from briefing.extraction.outcome import Reading
from briefing.extraction.rules_kept import complete
from briefing.library import Filter, Library, queries

_CHUNK, _WHOLE = 500, 1_000
_COPIED = 20
_FIELDS: tuple[Field, ...] = ("countries", "speakers", "outlets")
_FIRST, _DAYS = date(2010, 1, 1), 14 * 365


def main(argv: list[str] | None = None) -> int:
    """Make, measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=20_000, metavar="N")
    parser.add_argument("--overview", action="store_true", help="make the overview alone")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the archive stays")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.keep or Path(folder) / "archive"
        if not (place / MANIFEST).exists():
            start = time.perf_counter()
            make(place, arguments.articles, overview=arguments.overview)
            print(f"made in {time.perf_counter() - start:.0f} s")
        files = [path for path in place.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"{arguments.articles:,} articles, {size / 1e6:,.0f} MB, {len(files):,} files")
        measure(place, whole=not arguments.overview)
    return 0


def make(folder: Path, number: int, *, overview: bool) -> None:
    """Write an archive of made articles."""
    folder.mkdir(parents=True, exist_ok=True)
    made = _articles(min(number, _WHOLE), number)
    for part in range(-(-min(number, _WHOLE) // _CHUNK)):
        together = list(islice(made, _CHUNK))
        bulk._append(folder, bulk._write(folder, part, together))
    first = chunks(folder)
    for turn in range(1, number // _WHOLE):
        days = timedelta(days=turn * _WHOLE * _DAYS // number)
        for chunk in first:
            part = chunk.number + turn * len(first)
            files = list(_copied(folder, chunk, part, days, texts=not overview))
            bulk._append(folder, Chunk(part, "", chunk.articles, [], files))


def _copied(
    folder: Path, chunk: Chunk, part: int, days: timedelta, *, texts: bool
) -> Iterator[str]:
    """Copy the overview of a chunk, and its texts, to other ids and days; yield the files."""
    place = part_of(OVERVIEW, chunk.number)
    rows = pq.read_table(folder / place, partitioning=None).to_pylist()
    for row in rows:
        day = (date.fromisoformat(row["published"]) + days).isoformat()
        row |= dict.fromkeys(("published", "published_earliest", "published_latest"), day)
        row |= {"article_id": _renamed(row["article_id"], part), "month": month_of(day)}
        row["part"] = part
        for one in row["speakers"]:
            one |= {"id": f"{one['id']}-{part % 200}", "name": f"{one['name']} {part % 200}"}
    yield bulk._file(folder, part_of(OVERVIEW, part), rows, overview_schema())
    if not texts:
        return
    months = {row["article_id"]: row["month"] for row in rows}
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for file in (each for each in chunk.files if each.startswith("articles/")):
        for row in pq.read_table(folder / file, partitioning=None).to_pylist():
            row["article_id"] = _renamed(row["article_id"], part)
            held[months[row["article_id"]]].append(row)
    for month, found in sorted(held.items()):
        place = part_of("articles", part, month)
        yield bulk._file(folder, place, found, parquet_schema("articles"))


def _renamed(article_id: str, part: int) -> str:
    return f"{article_id[:7]}{part:06x}"


def _articles(number: int, of: int) -> Iterator[tuple[Article, Reading]]:
    for at, (article, rows) in enumerate(synthetic.articles(number)):
        day = (_FIRST + timedelta(days=at * _DAYS // of)).isoformat()
        _, thin = copying.thinned(article, rows)
        (row,) = thin["articles"]
        row |= dict.fromkeys(("published", "published_earliest", "published_latest"), day)
        named = dict.fromkeys(each["entity_id"] for each in thin["mentions"])
        thin["entities"] = [synthetic.entity(each) for each in named]
        for name in ("antecedents", "times"):
            thin.setdefault(name, [])
        yield replace(article, published=day), Reading(complete(thin), ())


def measure(folder: Path, *, whole: bool) -> None:
    """Ask what the page asks, and print how long each question takes."""
    with _timed("open"):
        archive = open_archive(folder)
    everything = ArchiveFilter()
    filters = {
        "none": everything,
        "country": ArchiveFilter(countries=("FRA",)),
        "speaker": ArchiveFilter(speakers=("Speaker 17",)),
        "period": ArchiveFilter(earliest="2019-01-01", latest="2019-12-31"),
    }
    if whole:
        filters["words"] = ArchiveFilter(words="pipeline sanct*")
        filters["words in a year"] = replace(
            filters["words"], earliest="2019-01-01", latest="2019-12-31"
        )
    _say("about", archive.about)
    for name, flt in filters.items():
        total = _say(f"{name}: how many", archive.count, flt)
        _say(f"{name}: a page of the list", archive.find, flt, limit=20)
        _say(f"{name}: the last page", archive.find, flt, limit=20, offset=max(0, total - 20))
        for field in _FIELDS:
            _say(f"{name}: {field} with counts", archive.facets, flt, field, most=300)
    if whole:
        _measure_articles(archive, filters["country"])
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most")


def _measure_articles(archive: Any, flt: ArchiveFilter) -> None:
    with _timed("a desk"):
        desk = Desk(archive)
    found = next(archive.by_part(flt))  # of those that are whole
    for number, each in enumerate(found[:3]):
        with _timed(f"article {number + 1}: laid out and asked"):
            library, _ = desk.lay_out([each])
            for query in (queries.quotes, queries.events, queries.relations):
                query(library, Filter(articles=(each.article_id,)))
    some = found[:_COPIED]
    chosen = ArchiveFilter(articles=tuple(each.article_id for each in some))
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.sqlite") as into:
        with _timed(f"{len(some)} articles copied"):
            list(copy_each(into, archive, chosen))
        with _timed(f"{len(some)} articles that are there passed over"):
            list(copy_each(into, archive, chosen))


def _say(name: str, question: Callable[..., Any], *values: Any, **arguments: Any) -> Any:
    with _timed(name):
        return question(*values, **arguments)


class _timed:
    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._began = time.process_time(), time.perf_counter()

    def __exit__(self, *exc: object) -> None:
        processor = (time.process_time() - self._began[0]) * 1000
        wall = (time.perf_counter() - self._began[1]) * 1000
        print(f"{self._name:45} {processor:8.0f} ms processor {wall:8.0f} ms")


if __name__ == "__main__":
    raise SystemExit(main())
