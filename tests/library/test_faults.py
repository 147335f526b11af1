"""Each fault of a library is found and named, and a sound one has none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.library.faults import faults, faults_of_file
from briefing.library.reviews.keeping import decide
from tests.library.conftest import HARBOUR, harbour

QUOTE = harbour().rows["quotes"][0]["quote_id"]


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)


def test_a_sound_library_has_none_whatever_people_decided(library: Library) -> None:
    decide(library, QUOTE, "corrected", "Ana", field="speaker_id", value="Jón Ás")
    decide(library, harbour().rows["relations"][0]["relation_id"], "rejected", "Ana")
    news, lund = "organisation:harbour-news", "person:ida-lund"
    decide(library, news, "corrected", "Ben", field="same_as", value=lund)
    version = library.version
    assert list(faults_of_file(library.path)) == []
    assert list(faults(library)) == []
    assert library.version == version


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE quotes SET text = 'We will accept it,'", f"quotes {QUOTE} of article"),
        ("UPDATE sentences SET start = start + 1 WHERE sentence = 2", "sentences 2 of article"),
        ("UPDATE relations SET trigger_end = 9999", "relations "),
        ("UPDATE fragments SET end = 99999", "stands outside its article"),
        ("UPDATE entity_tallies SET mentions = 99", "What table entity_tallies keeps"),
        ("UPDATE totals SET n = n + 1 WHERE what = 'entity'", "is not what its articles add up to"),
        ("DELETE FROM quote_weights", "What table quote_weights keeps"),
        ("DELETE FROM articles WHERE title LIKE 'Panama%'", "leads to no row of table articles"),
        ("UPDATE quotes SET speaker_id = 'person:x'", "names person:x, which is not in"),
        ("UPDATE involvements SET entity_id = 'country:ZZZ'", "names country:ZZZ, which is not"),
        (
            "INSERT INTO entities (entity_id, kind, name) VALUES ('person:y', 'person', 'Y')",
            "Entity person:y is named by no article.",
        ),
        ("DELETE FROM relations", "which is no fact of the library"),
        ("INSERT INTO files VALUES ('abc', 'x.txt', 1, x'00')", "kept as abc is that of no"),
        ("DELETE FROM sentence_words_docsize WHERE id = 1", "1 sentence that it does not find"),
        ("INSERT INTO sentence_words_docsize VALUES (99, x'00')", "that it finds and that no"),
    ],
)
def test_each_fault_is_named_in_a_sentence(library: Library, statement: str, said: str) -> None:
    _change(library.path, statement)
    found = list(faults(library))
    assert [each for each in found if said in each], found
    assert all(each.endswith(".") and "\n" not in each for each in found)
    assert not [each for each in found if HARBOUR.text[50:70] in each]


def test_a_country_that_only_our_calendar_names_is_no_fault(library: Library) -> None:
    """The Six-Day War was also Jordan's, whether or not its article says so."""
    _change(library.path, "UPDATE involvements SET entity_id = 'country:JOR'")
    assert not [each for each in faults(library) if "JOR" in each]


def test_a_damaged_file_is_told_before_its_tables_are_read(
    tmp_path: Path, library: Library
) -> None:
    copy = tmp_path / "damaged.sqlite"
    data = bytearray(library.path.read_bytes())
    page = 4096
    for at in range(10 * page, len(data), page):
        data[at : at + 8] = b"\xff" * 8
    copy.write_bytes(data)
    found = list(faults_of_file(copy))
    assert found
    assert all(each.endswith(".") for each in found)
