"""`backup`, `restore`, `check`, `purge`, as they are typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import open_library, queries
from briefing.settings import settings
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "var"))
    settings.cache_clear()
    with open_library() as library:
        library.add(HARBOUR, harbour().tables())
        library.add(CANAL, canal().tables())
    yield tmp_path / "var" / "library.sqlite"
    settings.cache_clear()


def test_a_backup_brings_back_what_was_purged(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "monday.sqlite"
    assert main(["backup", str(copy)]) == 0
    assert main(["purge", "--article", CANAL.article_id, "--yes"]) == 0
    assert b"canal study" not in file.read_bytes()
    assert main(["restore", str(copy)]) == 0
    said = capsys.readouterr().out
    assert CANAL.title in said
    assert "library-before-restore-" in said
    with open_library() as library:
        assert len(queries.articles(library)) == 2
    assert main(["check"]) == 0
    assert main(["purge", "--article", CANAL.article_id, "--yes"]) == 1
    assert "still holds what was deleted" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "left"), [("yes\n", 1), ("no\n", 2), ("\n", 2)])
def test_purge_asks_first(
    file: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer.strip())
    assert main(["purge", "--before", "2023-04-13"]) == (0 if left == 1 else 1)
    with open_library() as library:
        assert len(library) == left


def test_purge_deletes_nothing_where_nobody_can_be_asked(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["purge", "--person", "Ida Lund"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert main(["purge", "--before", "1990-01-01"]) == 0
    with open_library() as library:
        assert len(library) == 2


def test_check_prints_a_sentence_a_fault_and_fails(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE quotes SET text = 'Others'")
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1 + sum(len(rows().rows["quotes"]) for rows in (harbour, canal))
    file.write_bytes(file.read_bytes()[:20_000])
    assert main(["check"]) == 1
    assert "restore a backup" in capsys.readouterr().err
