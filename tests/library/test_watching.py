"""Watched folders: what is new is taken once, when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.cli import main, watch
from briefing.errors import ReadingError
from briefing.library import Library, open_library, queries
from briefing.library.watching import Watch
from briefing.settings import settings

FIJI = "Fiji warned Tonga\n\nFiji warned Tonga on Monday. Samoa will host talks.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file in a folder of its own, and a hidden one."""
    made = tmp_path / "inbox"
    (made / "monday").mkdir(parents=True)
    (made / "monday" / "storm.txt").write_text(FIJI)
    (made / ".hidden").write_text("x")
    return made


def _names(watch: Watch) -> list[str]:
    return [path.name for path, _ in watch.ready()]


def test_a_file_is_taken_once_it_stays_as_it_is(empty_library: Library, folder: Path) -> None:
    watched = Watch(empty_library, [folder])
    assert _names(watched) == []
    path = folder / "monday" / "storm.txt"
    path.write_text(FIJI + "It is being written")
    assert _names(watched) == []
    assert _names(watched) == ["storm.txt"]
    path.unlink()
    assert _names(watched) == []


def test_what_was_taken_is_taken_again_only_when_it_changes(
    empty_library: Library, folder: Path
) -> None:
    bad = folder / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02\xff" * 50)
    watched = Watch(empty_library, [folder])
    watched.ready()
    results = list(watched.add())
    assert [result.error is None for result in results] == [False, True]
    assert list(watched.add()) == list(watched.add()) == []
    empty_library.remove(results[1].article_id or "")
    again = Watch(empty_library, [folder])
    again.ready()
    assert list(again.add()) == [], "what staff removed does not come back by itself"
    os.utime(bad, ns=(0, 5))
    again.ready()
    assert [result.error is None for result in again.add()] == [False]


def test_a_folder_that_is_not_there_is_named(empty_library: Library, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is not a folder"):
        Watch(empty_library, [tmp_path / "none"]).ready()


@pytest.fixture
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setattr(watch, "_SETTLES", 0.01)
    settings.cache_clear()
    yield tmp_path / "var" / "library.sqlite"
    settings.cache_clear()


def test_the_command_looks_once(
    own_library: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", str(folder), "--once"]) == 0
    assert "Fiji warned Tonga" in capsys.readouterr().out
    assert main(["watch", str(folder), "--once"]) == 0
    assert capsys.readouterr().out == ""
    with open_library(own_library) as library:
        assert list(queries.articles(library)["title"]) == ["Fiji warned Tonga"]


def test_the_command_goes_on_until_it_is_stopped(
    own_library: Path,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch.time, "sleep", sleep)
    assert main(["watch", str(folder), "--every", "5"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Watching {folder}; press Ctrl+C to stop.")
    assert said.count("Fiji warned Tonga") == 1
    assert said.endswith("Stopped.\n")
    assert slept == [5.0, 5.0, 5.0]


@pytest.mark.parametrize("every", ["0", "soon", "90000"])
def test_how_often_is_a_number_of_seconds(every: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["watch", ".", "--every", every])
    assert "is not a number of seconds" in capsys.readouterr().err
