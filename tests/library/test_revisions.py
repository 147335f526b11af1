"""The library's tables from one version of the program to the next, and back."""

from __future__ import annotations

import copy
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from briefing.deck.storage import open_deck
from briefing.errors import LibraryError
from briefing.folders import ROOT
from briefing.library import Filter, Library, decks, queries, revisions, schema
from briefing.library.kept import metadata as kept
from briefing.library.reviews.keeping import decide, redo, undo
from briefing.library.reviews.missed import add
from briefing.library.unread import note_unread, unread_files
from briefing.tables import Tables
from briefing.version import VERSION
from tests.library.conftest import CANAL, HARBOUR, harbour

FERRY = "a102e573274db"


def _rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def _made_by_people(path: Path) -> list[list[tuple[Any, ...]]]:
    """Everything that nobody could work out again."""
    return [
        _rows(path, statement)
        for statement in (
            "SELECT article_id, number, title, text, title_end, source, added, shown FROM articles",
            "SELECT article_id, published FROM articles WHERE published_basis = 'given'",
            "SELECT article_id, position, text FROM removed ORDER BY article_id, position",
            "SELECT name, content, snapshot, kept, locked FROM decks ORDER BY name",
            "SELECT fact_id, field, value, verdict, reviewer, at, note FROM reviews",
        )
    ]


def _form(engine: sa.Engine) -> dict[str, Any]:
    inspector = sa.inspect(engine)
    return {
        name: (
            {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)},
            inspector.get_pk_constraint(name)["constrained_columns"],
            sorted(map(repr, inspector.get_foreign_keys(name))),
            sorted(tuple(u["column_names"]) for u in inspector.get_unique_constraints(name)),
            sorted((i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
        if name not in kept.tables and not name.startswith(("sentence_words", "alembic_"))
    }


@pytest.mark.parametrize("made_by", ["this version", "version 0.1.0"])
def test_steps_make_the_tables_that_the_program_expects(
    made_by: str, old_library: Path, tmp_path: Path
) -> None:
    path = old_library if made_by == "version 0.1.0" else tmp_path / "fresh.sqlite"
    Library(path).close()
    expected, found = sa.create_engine("sqlite://"), sa.create_engine(f"sqlite:///{path}")
    schema.metadata.create_all(expected)
    assert _form(found) == _form(expected)
    expected.dispose()
    found.dispose()


def test_a_new_library_is_at_the_last_step(empty_library: Library) -> None:
    with empty_library.reading() as connection:
        assert revisions.is_current(connection)
    assert revisions.steps().get_heads() == [revisions.HEAD]
    assert revisions.copies(empty_library.path) == []


def test_what_people_did_survives_an_upgrade(old_library: Path) -> None:
    before = _made_by_people(old_library)
    assert [len(rows) for rows in before] == [3, 1, 5, 2, 1]
    with Library(old_library) as library:
        assert list(queries.articles(library)["shown"]) == [True, True, False]
        assert open_deck(library, "Kept").deck.flt.articles == ("a5f9d764d0b8b", FERRY)
        locked = open_deck(library, "Locked").show
        assert locked is not None
        assert "Ask" in [screen.slide.heading for screen in locked.screens]
        assert queries.reviewed(library, Filter()).reviewed == 1
        assert len(queries.search(library, "ferry", Filter())) == 1
    assert _made_by_people(old_library) == before


def test_nothing_is_vouched_for_that_was_not_read(old_library: Path) -> None:
    with Library(old_library) as library:
        events = queries.events(library, Filter())
    assert "Finland will attack Estonia" in set(events["title"])
    assert set(events["standing"]) == {"possible"}
    assert set(events["status"]) == {"tentative"}


def test_an_older_reading_is_shown_and_says_who_read_it(old_library: Path) -> None:
    with Library(old_library) as library:
        found = queries.relations(library, Filter()), queries.events(library, Filter())
    for rows in found:
        assert set(rows["certainty"]) == {"moderate"}
        assert set(rows["certainty_reason"]) == {"Read by an older version of the program."}
    assert set(found[0]["basis"]) == {"grammar"}


def test_a_copy_is_left_beside_an_old_library(old_library: Path) -> None:
    old_library.chmod(0o640)
    shutil.copy(old_library, was := old_library.with_name("was.sqlite"))
    Library(old_library).close()
    (copy,) = revisions.copies(old_library)
    assert copy.name == f"library-before-{VERSION}.sqlite"
    assert copy.stat().st_mode == old_library.stat().st_mode
    with closing(sqlite3.connect(copy)) as one, closing(sqlite3.connect(was)) as other:
        assert list(one.iterdump()) == list(other.iterdump())
    Library(old_library).close()
    assert revisions.copies(old_library) == [copy]


def test_without_a_copy_nothing_is_changed(old_library: Path) -> None:
    (old_library.parent / f"library-before-{VERSION}.sqlite").mkdir()
    with pytest.raises(LibraryError, match="no copy of it"):
        Library(old_library)
    assert _rows(old_library, "SELECT name FROM sqlite_master WHERE name = 'program'") == []


def test_a_step_that_fails_leaves_the_library_as_it_was(
    old_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    before = _rows(old_library, tables), _made_by_people(old_library)

    def fails(*values: Any) -> None:
        upgrade(*values)
        raise RuntimeError("the power fails")

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", fails)
    with pytest.raises(RuntimeError):
        Library(old_library)
    assert (_rows(old_library, tables), _made_by_people(old_library)) == before
    monkeypatch.undo()
    with Library(old_library) as library:
        assert len(library) == 3


def test_programs_that_open_it_at_once_make_the_steps_once(old_library: Path) -> None:
    opens = (
        "import sys\nfrom pathlib import Path\nfrom alembic import command\n"
        "from briefing.library import Library\n"
        "real = command.upgrade\n"
        "command.upgrade = lambda *values: (print('steps', end=''), real(*values))\n"
        "print(len(Library(Path(sys.argv[1]))))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", opens, str(old_library)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [process.communicate(timeout=120) for process in running]
    assert sorted(out for out, _ in said) == ["3\n", "3\n", "steps3\n"], said


def test_library_of_a_newer_program_is_refused_with_the_version_that_it_needs(
    library: Library,
) -> None:
    library.close()
    _change(library.path, "UPDATE alembic_version SET version_num = '0009'")
    _change(library.path, "UPDATE program SET version = '1.4.0'")
    needs = rf"needs version 1\.4\.0 .* this is version {re.escape(VERSION)}"
    with pytest.raises(LibraryError, match=needs):
        Library(library.path)
    with pytest.raises(LibraryError, match=r"needs version 1\.4\.0"):
        revisions.downgrade(library.path, "0.1.0")
    assert revisions.copies(library.path) == []


def test_version_0_1_can_tell_that_a_library_is_too_new(old_library: Path) -> None:
    known = 1  # what version 0.1.0 compares with
    number = "SELECT value FROM state WHERE name = 'schema'"
    assert _rows(old_library, number) == [(known,)]
    Library(old_library).close()
    assert _rows(old_library, number) > [(known,)]
    revisions.downgrade(old_library, "0.1.0")
    assert _rows(old_library, number) == [(known,)]


def test_library_with_columns_of_no_version_is_refused(old_library: Path) -> None:
    _change(old_library, "ALTER TABLE quotes DROP COLUMN venue")
    with pytest.raises(LibraryError, match="older than 0"):
        Library(old_library)


@pytest.mark.parametrize("missing", ["decks", "antecedents"])
def test_library_that_lacks_a_table_of_version_0_1_gets_it(old_library: Path, missing: str) -> None:
    _change(old_library, f"DROP TABLE {missing}")
    with Library(old_library) as library:
        assert len(queries.quotes(library, Filter())) == 16
        assert _rows(old_library, f"SELECT count(*) FROM {missing}") == [(0,)]
        assert decks.keep(library, "Friday", "{}") == "Friday"


def test_a_library_goes_back_and_comes_again_with_what_people_did(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.lock(library, "Friday", "all of it")
    library.show([HARBOUR.article_id])
    library.close()
    before = _made_by_people(library.path)
    revisions.downgrade(library.path, "0.1.0")
    columns = {row[1] for row in _rows(library.path, "PRAGMA table_info(events)")}
    assert not columns & {"standing", "attributed_to", "denied_by", "condition", "status"}
    assert _made_by_people(library.path) == before
    with Library(library.path) as again:
        assert decks.load(again, "Friday").snapshot == "all of it"
        assert len(queries.older_articles(again)) == 2, "their events are to be read again"
        again.replace(HARBOUR, harbour().tables())
        assert list(queries.events(again, Filter())["standing"]) == ["asserted"]
    assert _made_by_people(library.path) == before


def test_going_back_to_version_0_4_puts_titles_back_and_keeps_other_decisions(
    library: Library,
) -> None:
    for field, value in (("title", "Norway and Iceland"), ("source", "The Gazette")):
        decide(library, HARBOUR.article_id, "corrected", "Ana", field=field, value=value)
    undo(library, HARBOUR.article_id, "Ana")
    decide(library, CANAL.article_id, "corrected", "Ana", field="title", value="A canal")
    undo(library, CANAL.article_id, "Ana")
    library.change_tags([CANAL.article_id], add=["Trade"])
    library.close()
    revisions.downgrade(library.path, "0.4.0")
    titles = _rows(library.path, "SELECT title FROM articles ORDER BY number")
    assert titles == [(HARBOUR.title,), (CANAL.title,)]
    left = "SELECT DISTINCT field, verdict FROM reviews ORDER BY field"
    assert _rows(library.path, left) == [("fact", "withdrawn"), ("source", "corrected")]
    with Library(library.path) as again:
        assert again.article(HARBOUR.article_id).article == HARBOUR
        assert redo(again, HARBOUR.article_id, "Ana") is not None
        assert again.article(HARBOUR.article_id).row["source"] == "The Gazette"


def test_going_back_to_version_0_4_drops_what_it_does_not_know(library: Library) -> None:
    note_unread(library, "scan.pdf", "It is a scan.")
    library.close()
    revisions.downgrade(library.path, "0.4.0")
    names = {name for (name,) in _rows(library.path, "SELECT name FROM sqlite_master")}
    assert not names & {"unread", "looks"}
    assert _rows(library.path, "SELECT version FROM program") == [("0.4.0",)]
    with Library(library.path) as again:
        assert unread_files(again) == ()


def test_there_is_no_way_back_to_version_0_4_from_what_it_does_not_know(library: Library) -> None:
    words = "questions Iceland over fishing fleet"
    start = HARBOUR.text.index(words)
    fields: dict[str, str | None] = {
        "speaker_id": "person:ida-lund",
        "act": "demands",
        "kind": "indirect",
    }
    span = (start, start + len(words))
    fact = add(library, HARBOUR.article_id, "quotes", span, fields, "Ana")
    library.close()
    with pytest.raises(LibraryError, match="does not know; stay with this version"):
        revisions.downgrade(library.path, "0.4.0")
    with Library(library.path) as again:
        assert fact in set(queries.quotes(again, Filter())["quote_id"])


def test_going_back_to_version_0_2_leaves_what_it_would_have_shown(library: Library) -> None:
    harbour().tables()  # names the entities of the mentions
    rows = copy.deepcopy(harbour().rows)
    rows["relations"][0]["basis"] = "reader"
    rows["relations"][1]["certainty"] = "low"
    event = rows["events"][0]
    tables = Tables.from_rows(rows)
    library.replace(HARBOUR, tables)
    before = len(queries.relations(library, Filter()))
    library.close()
    revisions.downgrade(library.path, "0.2.0")
    columns = {row[1] for row in _rows(library.path, "PRAGMA table_info(relations)")}
    assert not columns & {"certainty", "certainty_reason", "basis"}
    assert _rows(library.path, "SELECT version FROM program") == [("0.2.0",)]
    left = f"FROM involvements WHERE article_id = '{HARBOUR.article_id}' AND fact_id LIKE '%.r.%'"
    assert _rows(library.path, f"SELECT count(*) {left}") == [(0,)]
    kept = "SELECT event_id, standing FROM events"
    assert (event["event_id"], "asserted") in _rows(library.path, kept)
    with Library(library.path) as again:
        assert len(queries.older_articles(again)) == 2
        again.replace(HARBOUR, tables)
        assert len(queries.relations(again, Filter())) == before


@pytest.mark.parametrize("version", ["0.0.1", VERSION])
def test_there_is_no_way_back_to_what_is_no_older_version(library: Library, version: str) -> None:
    with pytest.raises(LibraryError, match=r"name one of 0\.1\.0"):
        revisions.downgrade(library.path, version)


def test_a_library_that_is_not_there_is_not_made_by_going_back(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        revisions.downgrade(tmp_path / "library.sqlite", "0.1.0")
    assert not list(tmp_path.iterdir())
