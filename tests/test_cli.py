from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from briefing.brief import Request, make_brief
from briefing.brief.kept import Kept
from briefing.brief.storage import make_kept
from briefing.cli import main, upgrade
from briefing.deck import Choice, Plan, slides
from briefing.deck.show import make_show
from briefing.deck.storage import Deck, keep_deck, lock_deck
from briefing.library import Filter, Library, open_library, queries
from briefing.library.ingest import Result, read_again
from briefing.settings import settings
from briefing.tables import EXTRACTED, SCHEMAS
from briefing.version import VERSION
from tests.conftest import SAMPLE, GiveUp
from tests.library.conftest import lay_out_old_library

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


@pytest.mark.parametrize("command", [["add"], ["extract", "--out", "{out}", "--format", "jsonl"]])
def test_an_article_that_takes_too_long_is_named_and_the_others_go_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], give_up: GiveUp, command: list[str]
) -> None:
    give_up("ferry")
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name, text in (
        ("1", STORM),
        ("2", "The ferry sank. Fiji blamed Tonga."),
        ("3", "Samoa won."),
    ):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main([*(part.format(out=out) for part in command), str(folder)]) == 1
    told = [line for line in capfd.readouterr().err.splitlines() if line.startswith("briefing:")]
    assert len(told) == 1
    assert "The ferry sank. Fiji blamed Tonga. was given up" in told[0]
    if command == ["add"]:
        with open_library() as library:
            texts = [
                library.article(key).article.text for key in queries.articles(library)["article_id"]
            ]
    else:
        texts = [str(row["text"]) for row in _rows(out / "articles.jsonl")]
    assert texts == [STORM.strip(), "Samoa won."]


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


FORMATTED = ("pptx", "pdf", "docx", "html", "xlsx", "ics", "graphml", "json")


@pytest.mark.parametrize("name", [*FORMATTED, "csv", "parquet", "jsonl"])
def test_export_writes_each_format_the_same_twice(
    tmp_path: Path, storm: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    suffix = "zip" if name in ("csv", "parquet", "jsonl") else name
    outs = [tmp_path / f"{number}.{suffix}" for number in (1, 2)]
    for out in outs:
        wanted = ["--out", str(out), "--date", "2031-05-04", "--marking", "TLP:GREEN"]
        assert main(["export", "--format", name, *wanted]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert "the article’s own" in capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} == {
        "var", "storm.txt", *(out.name for out in outs)
    }  # fmt: skip


def test_export_does_not_depend_on_the_process(tmp_path: Path, storm: Path) -> None:
    main(["add", str(storm)])
    found = set()
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.graphml"
        command = ["-m", "briefing", "export", "--format", "graphml", "--out", str(out)]
        subprocess.run(
            [sys.executable, *command, "--date", "2031-05-04"],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=SAMPLE.parent.parent.parent,
            capture_output=True,
        )
        found.add(out.read_bytes())
    assert len(found) == 1


def test_export_says_pages_and_counts(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    capsys.readouterr()
    out = str(tmp_path / "brief.pdf")
    assert main(["export", "--format", "pdf", "--out", out, "--country", "FJI"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{out}: 1 page · 1 of 1 quotation: the words are the article’s own · ")


def test_export_of_a_meeting_brief_holds_the_words_of_staff(tmp_path: Path, storm: Path) -> None:
    main(["add", str(storm)])
    out = tmp_path / "meeting.html"
    words = ["--objective", "Agree on ferries", "--point", "One", "--point", "Two"]
    more = ["--if-raised", "Not now", "--paper", "letter"]
    assert main(
        ["export", "--format", "html", "--out", str(out), "--form", "meeting", *words, *more]
    ) == 0  # fmt: skip
    text = out.read_text(encoding="utf-8")
    for said in ("Agree on ferries", "One", "Two", "Not now"):
        assert f">{said}<" in text


def test_export_follows_the_filter(tmp_path: Path, storm: Path) -> None:
    main(["add", str(storm)])
    out = tmp_path / "none.html"
    assert main(["export", "--format", "html", "--out", str(out), "--words", "zebra"]) == 0
    assert "Nothing matches the filter: Words: “zebra”" in out.read_text(encoding="utf-8")


def test_export_makes_cells_harmless_and_extract_does_not(tmp_path: Path) -> None:
    article = tmp_path / "in.jsonl"
    article.write_text(json.dumps({"text": "=1+1 says Fiji warned Tonga.", "source": "=cmd()"}))
    main(["add", str(article)])
    main(["export", "--format", "csv", "--out", str(tmp_path / "all")])
    main(["extract", str(article), "--out", str(tmp_path / "exact"), "--format", "csv"])
    kept = {}
    for folder in ("all", "exact"):
        with (tmp_path / folder / "articles.csv").open(encoding="utf-8", newline="") as file:
            (kept[folder],) = csv.DictReader(file)
    assert (kept["all"]["source"], kept["exact"]["source"]) == ("'=cmd()", "=cmd()")
    assert kept["all"]["text"] == f"'{kept['exact']['text']}"
    assert (tmp_path / "all" / "about.txt").exists()


def test_export_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    for out in (tmp_path / "missing" / "brief.html", tmp_path):
        assert main(["export", "--format", "html", "--out", str(out)]) == 1
        assert str(out) in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"var", "storm.txt"}


def test_export_stops_at_a_quotation_that_is_not_in_its_article(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    with sqlite3.connect(tmp_path / "var" / "library.sqlite") as connection:
        connection.execute("UPDATE quotes SET text = 'We will not wait'")
        (quote,) = connection.execute("SELECT quote_id FROM quotes").fetchone()
    connection.close()
    out = tmp_path / "brief"
    out.write_bytes(b"what was there before")
    for name in ("pptx", "pdf", "docx", "html", "xlsx", "json"):
        expected = 0 if name == "json" else 1  # JSON holds relations, no quotation
        assert main(["export", "--format", name, "--out", str(out)]) == expected
        assert (quote in capsys.readouterr().err) == bool(expected)
        if expected:
            assert out.read_bytes() == b"what was there before"
    assert main(["export", "--format", "csv", "--out", str(tmp_path / "all")]) == 1
    assert not (tmp_path / "all").exists()


def test_export_of_a_deck_has_its_filter_marking_and_slides(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    plan = Plan((Choice("own:1", heading="Our own words"),))
    with open_library() as library:
        deck = Deck(flt=Filter(countries=("FJI",)), plan=plan, marking="TLP:RED")
        keep_deck(library, "Monday", deck)
    out = tmp_path / "deck.pptx"
    assert main(["export", "--format", "pptx", "--out", str(out), "--deck", "Monday"]) == 0
    assert "slides · 1 of 1 quotation: the words are the article’s own" in capsys.readouterr().out
    with zipfile.ZipFile(out) as parts:
        text = "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")
        )
    for words in ("Our own words", "TLP:RED", "Countries: Fiji"):
        assert words in text, words
    wanted = ["--format", "pptx", "--out", str(out), "--deck"]
    assert main(["export", *wanted, "Tuesday"]) == 1
    assert "“Tuesday”" in capsys.readouterr().err
    assert main(["export", *wanted, "Monday", "--words", "ferry"]) == 1
    assert "has its own filter" in capsys.readouterr().err


def test_export_of_a_briefing_has_its_filter_marking_and_words(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    kept = Kept("Visit to Suva", bottom_line=("Ask first.",), marking="TLP:RED")
    with open_library() as library:
        made = make_kept(library, replace(kept, flt=Filter(countries=("FJI",))))
        keep_deck(library, "Monday", Deck(briefing=made))
    out = tmp_path / "brief.html"
    wanted = ["export", "--format", "html", "--out", str(out)]
    for given in (["--briefing", "Visit to  Suva"], ["--deck", "Monday"]):
        assert main([*wanted, *given]) == 0
        written = out.read_text()
        for words in ("Visit to Suva", "Ask first.", "TLP:RED", "Countries: Fiji"):
            assert words in written, words
    assert main([*wanted, "--briefing", "Visit to Suva", "--checked-only"]) == 0
    assert "Checked facts only" in out.read_text()
    assert main([*wanted, "--briefing", "Visit", "--words", "ferry"]) == 1
    assert "no briefing “Visit”" in capsys.readouterr().err
    assert main([*wanted, "--briefing", "Visit to Suva", "--words", "ferry"]) == 1
    assert "has its own filter" in capsys.readouterr().err


def test_export_of_slides_is_short_and_whole_on_request(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    out = tmp_path / "deck.pptx"
    wanted = ["export", "--format", "pptx", "--out", str(out)]
    with open_library() as library:
        brief = make_brief(library)
        keep_deck(library, "Monday", Deck())
        hidden = tuple(Choice(slide.key, shown=False) for slide in slides(brief))
        keep_deck(library, "Hidden", Deck(plan=Plan(hidden)))
    few, every = (len(slides(brief, Plan(full=full))) for full in (False, True))
    assert few < every
    for more, number in (
        ([], few),
        (["--form", "full"], every),
        (["--deck", "Monday"], few),
        (["--deck", "Monday", "--form", "full"], every),
    ):
        capsys.readouterr()
        assert main([*wanted, *more]) == 0
        assert f"{number} slides" in capsys.readouterr().out
        with zipfile.ZipFile(out) as parts:
            names = [name for name in parts.namelist() if re.match(r"ppt/slides/slide\d", name)]
        assert len(names) == number
    assert main([*wanted, "--deck", "Hidden"]) == 1
    assert "Every slide of this deck is hidden" in capsys.readouterr().err


def test_export_of_a_locked_deck_has_the_slides_that_were_locked(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(storm)])
    with open_library() as library:
        brief = make_brief(library, Request(marking="TLP:GREEN"))
        keep_deck(library, "Monday", Deck())
        lock_deck(library, "Monday", make_show(brief, slides(brief), {}))
    (tmp_path / "later.txt").write_text("Samoa thanked Palau. “We will come,” said Samoa’s king.")
    main(["add", str(tmp_path / "later.txt")])
    out = tmp_path / "deck.pptx"
    wanted = ["export", "--format", "pptx", "--out", str(out), "--deck", "Monday"]
    assert main(wanted) == 0
    assert "1 of 1 quotation: the words are the article’s own" in capsys.readouterr().out
    with zipfile.ZipFile(out) as parts:
        text = "".join(
            parts.read(name).decode() for name in parts.namelist() if "slides/slide" in name
        )
    assert "We will wait" in text
    assert "We will come" not in text
    with sqlite3.connect(tmp_path / "var" / "library.sqlite") as connection:
        connection.execute("DELETE FROM articles WHERE text LIKE '%We will wait%'")
    connection.close()
    capsys.readouterr()
    assert main(wanted) == 1
    assert "is no longer in its article" in capsys.readouterr().err


def test_export_keeps_to_a_ceiling_and_raises_the_marking(
    tmp_path: Path, storm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Samoa thanked Palau on Monday. “We will come,” said Samoa’s king.")
    main(["add", str(storm), str(other)])
    with open_library() as library:
        keep_deck(library, "Monday", Deck(marking="TLP:CLEAR"))
        fiji, samoa = queries.articles(library)["article_id"]
        library.mark([fiji], "TLP:RED")
        library.mark([samoa], "TLP:GREEN")
    out = tmp_path / "file.html"
    wanted = ["export", "--format", "html", "--out", str(out)]
    capsys.readouterr()
    assert main([*wanted, "--marking", "TLP:AMBER"]) == 0
    assert "raised to TLP:RED" in capsys.readouterr().out
    for more in ([], ["--deck", "Monday"]):
        assert main([*wanted, "--ceiling", "tlp amber", *more]) == 0
        assert "1 article left out: marked above TLP:AMBER" in capsys.readouterr().out
        text = out.read_text()
        assert "We will come" in text
        assert "We will wait" not in text
    for ceiling, said in (("SECRET", "nothing is left"), ("secret-ish", "is no ceiling")):
        out.unlink(missing_ok=True)
        assert main([*wanted, "--ceiling", ceiling]) == 1
        assert said in capsys.readouterr().err
        assert not out.exists()


def test_status_before_the_first_start_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status"]) == 0
    assert "not there yet" in capsys.readouterr().out
    assert not (tmp_path / "var").exists()


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    path = tmp_path / "var" / "library.sqlite"
    path.parent.mkdir()
    lay_out_old_library(path)
    return path


def test_old_library_is_upgraded_and_brought_back(
    old_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert "older     3 articles" in said
    assert f"library-before-{VERSION}.sqlite" in said

    assert main(["upgrade"]) == 0
    said = capsys.readouterr().out
    assert [line.split("  ")[0] for line in said.splitlines()] == ["1 of 3", "2 of 3", "3 of 3"]
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["status"]) == 0
    assert "older" not in capsys.readouterr().out

    assert main(["downgrade", "--to", "0.1.0"]) == 0
    assert "can now be used with version 0.1.0" in capsys.readouterr().out
    assert main(["downgrade", "--to", "0.0.9"]) == 1
    assert "name one of 0.1.0" in capsys.readouterr().err


def test_stopped_upgrade_says_what_is_left(
    old_library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(library: Library, *, workers: int | None) -> Iterator[Result]:
        yield next(read_again(library))
        yield Result("Ferry", error="Ferry could not be worked out.")
        raise KeyboardInterrupt

    monkeypatch.setattr(upgrade, "read_again", stopped)
    assert main(["upgrade"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("1 of 3")
    assert "Ferry could not be worked out" in said.err
    assert "Stopped; 2 articles are left" in said.err


def test_unknown_speaker_and_country_are_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "warned", "--speaker", "Nobody At All"]) == 1
    assert "Nobody At All" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["search", "warned", "--country", "Atlantis"])
    assert main(["search", "warned", "--article", "a000"]) == 1
    assert "No article in the library has the id “a000”" in capsys.readouterr().err


def test_undated_articles_can_be_left_out_of_a_period(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, published in (("old", "2020-05-04"), ("undated", None)):
        (tmp_path / f"{name}.txt").write_text(f"Fiji warned Tonga over the {name} treaty again.")
        given = ["--published", published] if published else []
        main(["add", str(tmp_path / f"{name}.txt"), *given])
    capsys.readouterr()
    for more, found in (
        (["--from", "2020-01-01"], {"old", "undated"}),
        (["--from", "2020-01-01", "--dated-only"], {"old"}),
        (["--from", "2021-01-01"], {"undated"}),
    ):
        main(["search", "Fiji", *more])
        said = capsys.readouterr().out
        assert {name for name in ("old", "undated") if f"the {name} treaty" in said} == found
    assert main(["search", "Fiji", "--dated-only"]) == 1
    assert "give --from or --to" in capsys.readouterr().err


def test_a_tag_narrows_what_is_searched_and_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.txt").write_text(f"Fiji warned Tonga over the {name} treaty again.")
        main(["add", str(tmp_path / f"{name}.txt")])
    with open_library() as library:
        rows = queries.articles(library)
        old = rows[rows["opening"].str.contains("old")]["article_id"]
        library.change_tags(list(old), add=["Treaties"])
    capsys.readouterr()
    main(["search", "Fiji", "--tag", "treaties"])
    said = capsys.readouterr().out
    assert "the old treaty" in said
    assert "the new treaty" not in said
    out = tmp_path / "tagged.html"
    assert main(["export", "--format", "html", "--out", str(out), "--tag", "Treaties"]) == 0
    assert "Tags: Treaties" in out.read_text(encoding="utf-8")
    assert main(["search", "Fiji", "--tag", "Fish"]) == 1
    assert "No article in the library has the tag “Fish”." in capsys.readouterr().err


def test_words_of_an_article_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Fiji \x1b[31mwarned\x1b]0;title\x07 Tonga on Monday again.")
    main(["add", str(tmp_path / "a.txt")])
    main(["search", "Tonga"])
    assert "\x1b" not in capsys.readouterr().out


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (SAMPLE.parent.parent.parent / "README.md").read_text(encoding="utf-8")
    for command in ("extract", "add", "search", "export", "upgrade", "downgrade", "status"):
        assert f"python -m briefing {command}" in readme
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
