"""`archive` on the command line: what it is, what is found, what is copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import open_library
from briefing.library.chatham.deciding import put_under_rule
from briefing.settings import settings
from tests.archive.made import two
from tests.library.conftest import CANAL, HARBOUR


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "var"))
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_archive_says_what_it_is_and_lists_what_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = two(tmp_path / "archive")
    assert main(["archive", str(folder), "--country", "Panama", "--speaker", "ida"]) == 0
    printed = capsys.readouterr()
    first, *listed = printed.out.splitlines()
    assert first.startswith(f"{folder}: 2 articles, 2023-04 to 2023-04, read 2 by ")
    assert listed == [f"{CANAL.article_id}  no day  outlet not stated  {CANAL.title}"]
    assert printed.err == "1 article found\n"


def test_archive_copies_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = two(tmp_path / "archive")
    assert main(["archive", str(folder), "--words", "trawlers", "--copy"]) == 0
    assert f"{HARBOUR.article_id}  {HARBOUR.title}: " in capsys.readouterr().out
    assert main(["archive", str(folder), "--words", "trawlers", "--copy"]) == 0
    assert "is already in the library" in capsys.readouterr().out
    with open_library() as library:
        assert library.has(HARBOUR.article_id)
        assert len(library) == 1


def test_a_broken_part_is_named_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = two(tmp_path / "archive")
    (folder / "overview" / "part-000000.parquet").write_bytes(b"nothing")
    assert main(["archive", str(folder)]) == 1
    printed = capsys.readouterr()
    assert "part-000000.parquet of the archive cannot be read" in printed.err
    assert CANAL.title in printed.out
    assert main(["archive", str(tmp_path / "nowhere")]) == 1
    assert "is no archive" in capsys.readouterr().err


def test_it_is_closed_while_a_speaker_is_under_the_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = two(tmp_path / "archive")
    assert main(["archive", str(folder), "--copy"]) == 0
    with open_library() as library:
        put_under_rule(library, "person:ida-lund", "Ann")
    capsys.readouterr()
    for command in ([], ["--copy"]):
        assert main(["archive", str(folder), *command]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert "closed while a speaker is under the Chatham House Rule" in printed.err
