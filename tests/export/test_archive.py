"""Very many articles: a run that is broken off and started again gives the same files."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from briefing.article import Article
from briefing.errors import ExportError
from briefing.export import archive
from briefing.export.archive import MANIFEST, Chunk, write_archive
from briefing.extraction import limited
from briefing.extraction.process import end_processes
from tests.conftest import at_work

ARTICLES = [
    Article(
        text=f"Fiji warned Tonga on Monday. “We will wait {number} days,” said Ana Reyes.",
        published=day,
        published_basis="stated" if day else "unknown",
    )
    for number, day in enumerate(("2024-05-03", "2024-05-09", "2024-06-01", None, "2024-06-02"))
]


@pytest.fixture(autouse=True)
def small(in_this_process: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_CHUNK", 2)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, bytes]:
    write_archive(tmp_path / "whole", ARTICLES)
    return _files(tmp_path / "whole")


def test_tables_lie_by_month(tmp_path: Path, whole: dict[str, bytes]) -> None:
    quotes = pd.read_parquet(tmp_path / "whole" / "quotes")
    assert quotes.groupby("month", observed=True).size().to_dict() == {
        "2024-05": 2,
        "2024-06": 2,
        "unknown": 1,
    }
    assert set(quotes["text"]) == {f"We will wait {number} days," for number in range(5)}
    lines = [json.loads(line) for line in whole[MANIFEST].decode().splitlines()]
    assert [line["articles"] for line in lines] == [2, 2, 1]
    listed = {name for line in lines for name in line["files"]}
    assert listed == set(whole) - {MANIFEST}


@pytest.mark.parametrize("when", range(1, 12, 2))
def test_a_run_that_breaks_anywhere_goes_on_to_the_same_files(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, when: int
) -> None:
    folder = tmp_path / "broken"
    left = when

    def breaks(*values: object) -> str:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        return honest(*values)  # type: ignore[arg-type]

    honest = archive._file
    with monkeypatch.context() as patched:
        patched.setattr(archive, "_file", breaks)
        with pytest.raises(KeyboardInterrupt):
            write_archive(folder, ARTICLES)
    with (folder / MANIFEST).open("a") as file:
        file.write('{"number": 1, "sou')
    write_archive(folder, ARTICLES)
    assert _files(folder) == whole


def test_processes_that_are_killed_change_no_file(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited, "_TOGETHER", 1)
    killed: list[int] = []

    def kill(chunk: Chunk, there: bool) -> None:
        for process in at_work():
            os.kill(process, signal.SIGKILL)
            killed.append(process)

    try:
        write_archive(tmp_path / "killed", ARTICLES, workers=2, done=kill)
    finally:
        end_processes()
    assert killed
    assert _files(tmp_path / "killed") == whole


def test_what_is_there_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_archive(tmp_path, ARTICLES[:4])
    taken: list[Article] = []

    def read(items: Iterator[Article], *values: object, **more: object) -> Iterator[object]:
        return honest((taken.append(each) or each for each in items), *values, **more)

    honest = archive.read_each
    monkeypatch.setattr(archive, "read_each", read)
    write_archive(tmp_path, [*ARTICLES, ARTICLES[0]])
    assert taken == ARTICLES[4:]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    write_archive(tmp_path / "one", ARTICLES[:2])
    with pytest.raises(ExportError, match="other articles"):
        write_archive(tmp_path / "one", ARTICLES[2:])
    with pytest.raises(ExportError, match="something else"):
        write_archive(tmp_path, ARTICLES)
