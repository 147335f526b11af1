"""The files that articles came in: kept once, as they were, as long as an article needs them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.library import Library, queries
from briefing.library.ingest import read_and_add
from briefing.library.originals import Original
from briefing.library.sources import Upload
from briefing.settings import settings
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

KEY = HARBOUR.article_id
FILE = Original("storm.html", b"<p>\x00\xff" * 200)
FIJI = b"Fiji warned Tonga\n\nFiji warned Tonga on Monday."


def _kept(library: Library, article_id: str = KEY) -> bytes | None:
    kept = queries.original(library, article_id)
    return queries.original_bytes(library, kept.file_id) if kept else None


def _files(library: Library) -> int:
    with closing(sqlite3.connect(library.path)) as connection:
        return int(connection.execute("SELECT count(*) FROM files").fetchone()[0])


@pytest.fixture
def held(empty_library: Library) -> Library:
    """A library with two articles of one file."""
    empty_library.add(HARBOUR, harbour().tables(), original=FILE)
    empty_library.add(CANAL, canal().tables(), original=FILE)
    return empty_library


def test_a_file_is_kept_once_as_it_was(held: Library) -> None:
    kept = queries.original(held, KEY)
    assert kept is not None
    assert (kept.name, kept.size) == ("storm.html", len(FILE.data))
    assert _kept(held) == _kept(held, CANAL.article_id) == FILE.data
    assert _files(held) == 1


def test_it_stays_when_its_article_is_read_again_or_comes_back(held: Library) -> None:
    held.replace(HARBOUR, harbour().tables())
    assert _kept(held) == FILE.data
    for article in (HARBOUR, CANAL):
        held.remove(article.article_id)
    assert _kept(held) is None
    held.delete_for_good([CANAL.article_id])
    assert _files(held) == 1
    held.put_back(KEY)
    assert _kept(held) == FILE.data


def test_it_goes_with_the_last_article_that_needs_it(held: Library) -> None:
    for article in (HARBOUR, CANAL):
        held.remove(article.article_id)
        held.delete_for_good([article.article_id])
    assert _files(held) == 0


def test_uploads_and_files_are_kept(empty_library: Library, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_bytes(FIJI)
    results = read_and_add(
        empty_library, [tmp_path / "in", Upload("C:/two.txt", FIJI.replace(b"Fiji", b"Samoa"))]
    )
    names = [queries.original(empty_library, each.article_id or "") for each in results]
    assert [each and each.name for each in names] == ["one.txt", "two.txt"]
    assert _kept(empty_library, results[0].article_id or "") == FIJI


def test_a_setting_keeps_none(empty_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_KEEP_FILES", "false")
    settings.cache_clear()
    (result,) = read_and_add(empty_library, [Upload("one.txt", FIJI)])
    settings.cache_clear()
    assert queries.original(empty_library, result.article_id or "") is None
