from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from briefing.cli import main
from briefing.settings import settings
from briefing.tables import EXTRACTED, SCHEMAS
from tests.conftest import SAMPLE

STORM = "Fiji warned Tonga on Monday. “We will wait,” said Fiji’s Prime Minister Ana Reyes.\n"


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "var"))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(STORM, encoding="utf-8")
    return path


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_extract_writes_every_table_as_json_lines(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(SAMPLE), "--out", str(out), "--format", "jsonl"]) == 0
    assert {path.name for path in out.iterdir()} == {f"{name}.jsonl" for name in SCHEMAS}
    (article,) = _rows(out / "articles.jsonl")
    assert list(article) == list(SCHEMAS["articles"].columns)
    for row in _rows(out / "mentions.jsonl"):
        assert article["text"][row["start"] : row["end"]] == row["text"]
    assert article["url"] is None
    assert "“" in (out / "articles.jsonl").read_text(encoding="utf-8")


def test_what_was_cut_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(SAMPLE), "--out", str(tmp_path), "--format", "jsonl"])
    assert "cut as boilerplate: Leave a Comment" in capsys.readouterr().err


def test_formats_hold_the_same_rows(tmp_path: Path, storm: Path) -> None:
    for form in ("jsonl", "csv", "parquet"):
        out = str(tmp_path / form)
        assert main(["extract", str(storm), str(SAMPLE), "--out", out, "--format", form]) == 0
    for name in EXTRACTED:
        lines = _rows(tmp_path / "jsonl" / f"{name}.jsonl")
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            cells = list(csv.DictReader(file))
        table = pd.read_parquet(tmp_path / "parquet" / f"{name}.parquet")
        assert len(lines) == len(cells) == len(table)
        assert list(table.columns) == list(SCHEMAS[name].columns)
        for line, cell in zip(lines, cells, strict=True):
            assert {key: "" if value is None else str(value) for key, value in line.items()} == cell


def test_same_input_gives_the_same_bytes(tmp_path: Path, storm: Path) -> None:
    for form in ("jsonl", "csv", "parquet"):
        outs = [tmp_path / f"{form}{number}" for number in (1, 2)]
        for out in outs:
            main(["extract", str(storm), "--out", str(out), "--format", form])
        for name in EXTRACTED:
            one, two = ((out / f"{name}.{form}").read_bytes() for out in outs)
            assert one == two


def test_bad_paths_are_named_and_the_others_go_on(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty.txt").write_text("")
    paths = ["picture.png", "nothing.txt", "empty.txt", "storm.txt"]
    out = tmp_path / "out"
    arguments = [str(tmp_path / path) for path in paths]
    assert main(["extract", *arguments, "--out", str(out), "--format", "jsonl"]) == 1
    complaints = capsys.readouterr().err.splitlines()
    assert [path for path in paths if any(path in line for line in complaints)] == paths[:3]
    assert len(_rows(out / "articles.jsonl")) == 1


def test_nothing_read_still_writes_the_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(tmp_path / "no.txt"), "--out", str(out), "--format", "csv"]) == 1
    assert (out / "quotes.csv").read_text() == ",".join(SCHEMAS["quotes"].columns) + "\n"


def test_json_lines_keep_their_ids_and_dates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        {"id": 1, "text": STORM, "published": "2021-05-03"},
        {"id": "two", "text": "Samoa thanked Fiji.", "title": "Thanks"},
        {"id": "again", "text": STORM},
    ]
    source.write_text("\n".join(map(json.dumps, lines)) + "\n{broken\n")
    out = tmp_path / "out"
    arguments = ["--out", str(out), "--format", "jsonl", "--published", "2022-01-01"]
    assert main(["extract", str(source), *arguments]) == 1
    errors = capsys.readouterr().err
    assert "line 4" in errors
    assert "again is the same article" in errors
    articles = _rows(out / "articles.jsonl")
    assert [row["external_id"] for row in articles] == ["1", "two"]
    assert [row["published"] for row in articles] == ["2021-05-03", "2022-01-01"]
    assert [row["published_basis"] for row in articles] == ["stated", "given"]


def test_verbatim_keeps_the_input_s_offsets(tmp_path: Path) -> None:
    text = "\r\n Fiji warned Tonga\r\n\r\nFiji warned Tonga.\r\nLeave a Comment\r\n"
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": 1, "text": text}))
    out = tmp_path / "out"
    main(["extract", str(source), "--out", str(out), "--format", "jsonl", "--verbatim"])
    (article,) = _rows(out / "articles.jsonl")
    assert article["text"] == text
    for row in _rows(out / "mentions.jsonl"):
        assert text[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("date", ["soon", "2021-02-30", "03/05/2021"])
def test_published_that_is_no_date_is_refused(
    storm: Path, tmp_path: Path, date: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["extract", str(storm), "--out", str(tmp_path / "out"), "--published", date])
    assert caught.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_model_that_is_not_installed_is_named(
    storm: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(storm), "--out", str(out), "--model", "en_nothing"]) == 1
    assert "en_nothing is not installed" in capsys.readouterr().err
    assert list(out.iterdir()) == []


def test_folder_that_cannot_be_written_is_named(
    storm: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(storm), "--out", str(storm)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_library_is_filled_searched_and_exported(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(storm), str(tmp_path / "nothing.txt")]) == 1
    assert main(["add", str(storm)]) == 0
    shown = capsys.readouterr()
    assert "already" in shown.out
    assert "nothing.txt" in shown.err

    assert main(["search", "warned", "--country", "Tonga"]) == 0
    assert "Fiji warned Tonga on Monday." in capsys.readouterr().out
    assert main(["search", "zeppelin"]) == 0
    assert capsys.readouterr().out == ""

    assert main(["export", "--format", "csv", "--out", str(tmp_path / "all.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert set(archive.namelist()) == {"about.txt", *(f"{name}.csv" for name in SCHEMAS)}
        assert archive.read("articles.csv").decode().count("Fiji warned") == 1
    assert main(["export", "--format", "csv", "--out", str(tmp_path / "all")]) == 0
    assert (tmp_path / "all" / "articles.csv").exists()

    assert main(["status"]) == 0
    status = capsys.readouterr().out
    assert str(tmp_path / "var") in status
    assert settings().model in status
    assert "articles  1, of them shown 1" in status


def test_status_before_the_first_start_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status"]) == 0
    assert "not there yet" in capsys.readouterr().out
    assert not (tmp_path / "var").exists()


def test_unknown_speaker_and_country_are_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "warned", "--speaker", "Nobody At All"]) == 1
    assert "Nobody At All" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["search", "warned", "--country", "Atlantis"])


def test_words_of_an_article_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Fiji \x1b[31mwarned\x1b]0;title\x07 Tonga on Monday again.")
    main(["add", str(tmp_path / "a.txt")])
    main(["search", "Tonga"])
    assert "\x1b" not in capsys.readouterr().out


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (SAMPLE.parent.parent.parent / "README.md").read_text(encoding="utf-8")
    for command in ("extract", "add", "search", "export", "status"):
        assert f"python -m briefing {command}" in readme
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
