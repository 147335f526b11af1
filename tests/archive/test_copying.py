"""What is copied into a library is what reading would have put there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sqlalchemy as sa

from briefing.access import Action, Person, Role
from briefing.archive import ArchiveFilter, open_archive
from briefing.archive import copying as copying_module
from briefing.archive.copying import CopyingJob, copy_each
from briefing.archive.desk import Desk
from briefing.errors import AccessError
from briefing.export import archive as bulk
from briefing.library import Filter, Library, open_library, queries, schema
from briefing.library.rows import article_rows
from tests.archive.made import SET_APART, reading_of, rows_of, two, write
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

_OF_THE_MOMENT = {"added", "at"}
EVERYTHING = ArchiveFilter()


def _held(library: Library) -> dict[str, list[dict[str, Any]]]:
    """Return all rows of a library, but the moments of adding and the audit."""
    with library.reading() as connection:
        return {
            table.name: [
                {name: cell for name, cell in row.items() if name not in _OF_THE_MOMENT}
                for row in connection.execute(sa.select(table)).mappings()
            ]
            for table in schema.metadata.sorted_tables
            if table.name != "audit"
        }


@pytest.fixture
def read(tmp_path: Path) -> Library:
    """A library in which both articles were added as they were read."""
    library = open_library(tmp_path / "read" / "library.sqlite")
    for article, rows in ((SET_APART, rows_of(harbour)), (CANAL, rows_of(canal))):
        reading = reading_of(rows)
        library.add(article, article_rows(reading.rows), evidence=reading.evidence)
    return library


@pytest.fixture
def empty_library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library.sqlite")


def test_a_copy_is_what_reading_gives(
    empty_library: Library, read: Library, tmp_path: Path
) -> None:
    with open_archive(two(tmp_path / "archive")) as archive:
        results = list(copy_each(empty_library, archive, EVERYTHING))
        assert [(each.new, each.error) for each in results] == [(True, None), (True, None)]
        assert _held(empty_library) == _held(read)
        again = list(copy_each(empty_library, archive, EVERYTHING))
    assert [(each.new, each.error) for each in again] == [(False, None), (False, None)]
    assert _held(empty_library) == _held(read)


def test_only_what_passes_the_filter_is_copied(empty_library: Library, tmp_path: Path) -> None:
    with open_archive(two(tmp_path / "archive")) as archive:
        flt = ArchiveFilter(articles=(CANAL.article_id,))
        assert [each.article_id for each in copy_each(empty_library, archive, flt)] == [
            CANAL.article_id
        ]
    assert len(empty_library) == 1


@pytest.mark.parametrize("why", ["another version", "other words"])
def test_what_cannot_be_taken_over_is_read_again(
    empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    version = "0.1.0 test" if why == "another version" else None
    folder = write(tmp_path / "archive", [(SET_APART, rows_of(harbour))], version=version)
    if why == "other words":
        (path,) = (folder / "quotes").rglob("*.parquet")
        rows = pq.read_table(path, partitioning=None).to_pylist()
        rows[0]["text"] = "words that nobody said"
        schema_of = bulk.parquet_schema("quotes")
        pq.write_table(pa.Table.from_pylist(rows, schema=schema_of), path)
    asked: list[str] = []

    def read_each(items: Any, article_of: Any, **_: object) -> Any:
        for item in items:
            article = article_of(item)
            if article is not None:
                asked.append(article.article_id)
                yield item, reading_of(rows_of(harbour))
            else:
                yield item, None

    monkeypatch.setattr(copying_module, "read_each", read_each)
    with open_archive(folder) as archive:
        (result,) = copy_each(empty_library, archive, EVERYTHING)
    assert (result.new, result.error) == (True, None)
    assert asked == [HARBOUR.article_id]
    texts = set(queries.quotes(empty_library, Filter())["text"])
    assert texts == {row["text"] for row in rows_of(harbour)["quotes"]}


def test_a_broken_part_costs_its_articles_alone(empty_library: Library, tmp_path: Path) -> None:
    folder = two(tmp_path / "archive")
    (path,) = (folder / "mentions").rglob("part-000000.parquet")
    path.write_bytes(b"nothing")
    with open_archive(folder) as archive:
        results = list(copy_each(empty_library, archive, EVERYTHING))
    assert [each.error is None for each in results] == [False, True]
    assert "cannot be read" in str(results[0].error)
    assert len(empty_library) == 1


def test_an_article_that_is_not_its_own_is_refused(empty_library: Library, tmp_path: Path) -> None:
    folder = write(tmp_path / "archive", [(CANAL, rows_of(canal))])
    (path,) = (folder / "articles").rglob("*.parquet")
    rows = pq.read_table(path, partitioning=None).to_pylist()
    rows[0]["text"] += " And a word more."
    pq.write_table(pa.Table.from_pylist(rows, schema=bulk.parquet_schema("articles")), path)
    with open_archive(folder) as archive:
        (result,) = copy_each(empty_library, archive, EVERYTHING)
    assert "is not whole in the archive" in str(result.error)
    assert len(empty_library) == 0


def test_a_job_copies_for_who_may_add(empty_library: Library, tmp_path: Path) -> None:
    reader = Person("r", "R", Role.READER)
    with open_archive(two(tmp_path / "archive")) as archive:
        closed = Library(empty_library.path, who=lambda: reader)
        with pytest.raises(AccessError):
            CopyingJob(closed, archive, EVERYTHING)
        job = CopyingJob(empty_library, archive, EVERYTHING)
        assert job.wait(60)
    assert (job.done, job.total) == (2, 2)
    assert all(each.new for each in job.results)
    assert empty_library.must_be_allowed(Action.ADD)


def test_the_desk_answers_as_the_library_does(read: Library, tmp_path: Path) -> None:
    with open_archive(two(tmp_path / "archive")) as archive:
        desk = Desk(archive)
        found = archive.find(EVERYTHING, limit=10)
        library, wrong = desk.lay_out(found)
        assert wrong == {}
        flt = Filter(articles=(HARBOUR.article_id,))
        for query in (queries.quotes, queries.events, queries.relations):
            assert query(library, flt).equals(query(read, flt))
