"""The library's file: whose it is, who may read it, and what a copy of it holds."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefing.errors import LibraryError, LibraryUnwritableError
from briefing.library import Library, queries
from briefing.library.file import APPLICATION_ID
from briefing.library.ingest import add_each, give_date
from briefing.reading import read_text
from tests.pages.sample import make_library

ROOT = Path(__file__).resolve().parents[2]


def _application_id(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[68:72], "big")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_library_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "library.sqlite"
    with Library(path):
        assert _mode(path.parent) == 0o700
        assert {_mode(file) for file in path.parent.iterdir()} == {0o600}
        assert _application_id(path) == APPLICATION_ID


def test_an_older_library_is_recognised_by_its_tables_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    make_library(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0")
    with Library(path) as library:
        assert len(library)
    assert _application_id(path) == APPLICATION_ID


def _with_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (number INTEGER, price REAL)")
        connection.commit()


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("CREATE TABLE notes (text)")
        connection.commit()


@pytest.mark.parametrize(
    "make",
    [
        _with_a_table,
        _of_another_program,
        lambda path: path.write_bytes(b"words " * 100),
        lambda path: path.write_bytes(b"w"),
    ],
    ids=["other tables", "other id", "no database", "one sign"],
)
def test_what_is_not_a_library_is_refused_and_left_as_it_is(tmp_path: Path, make: object) -> None:
    path = tmp_path / "library.sqlite"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a library of this program"):
        Library(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_copy_of_the_file_alone_holds_every_article(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        texts = [f"Fiji warned Tonga {number} times." for number in range(3)]
        for result in add_each(library, [read_text(text) for text in texts]):
            assert result.new
        give_date(library, str(result.article_id), "2022-05-09")
        shutil.copy(library.path, tmp_path / "copy.sqlite")
    with Library(tmp_path / "copy.sqlite") as copied:
        assert list(queries.articles(copied)["published"].fillna("")) == ["", "", "2022-05-09"]


def test_a_full_disk_stops_the_batch_at_its_first_article(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:

        def small(connection: sqlite3.Connection, record: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")

        library.close()
        sa.event.listen(library._engine, "connect", small)
        articles = [
            read_text(f"Fiji warned Tonga {number} times. " + "The talks went on. " * 400)
            for number in range(4)
        ]
        read = 0

        def sources() -> Iterator[object]:
            nonlocal read
            for article in articles:
                read += 1
                yield article

        with pytest.raises(LibraryUnwritableError, match="is full"):
            list(add_each(library, sources()))  # type: ignore[arg-type]
        assert read == 1
        assert len(library) == 0


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder with a library that everybody may read and nobody else write."""
    folder = Path(tempfile.mkdtemp())
    make_library(folder / "library.sqlite")
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


_WITHOUT_ROOTS_RIGHTS = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
os.execv(sys.executable, [sys.executable, "-m", "briefing", *sys.argv[1:]])
"""
"""Runs the command line with the rights that a file's mode gives, for root too."""


def _as_reader(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who may not write the folder, root or not."""
    folder.chmod(0o555)
    (folder / "library.sqlite").chmod(0o444)
    environment = {**os.environ, "BRIEFING_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT_ROOTS_RIGHTS, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=False,
    )


def test_a_library_that_cannot_be_written_can_be_read(shared: Path) -> None:
    before = {file.name: file.read_bytes() for file in shared.iterdir()}
    status = _as_reader(shared, "status")
    assert status.returncode == 0, status.stderr
    assert "articles  " in status.stdout
    found = _as_reader(shared, "search", "the")
    assert found.returncode == 0, found.stderr
    added = _as_reader(shared, "add", str(ROOT / "data" / "articles"))
    assert added.returncode == 1
    assert "can only be read" in added.stderr
    assert added.stderr.count("\n") == 1
    assert {file.name: file.read_bytes() for file in shared.iterdir()} == before
