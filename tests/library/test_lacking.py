"""What a view does not know is counted, and each count has its list."""

from __future__ import annotations

import pytest

from briefing.library import Filter, Library, queries
from briefing.library.functions import lacks_country
from briefing.library.ingest import Result, add_each
from briefing.library.sources import Upload
from briefing.library.unread import forget_unread, note_unread, unread_files
from tests.library.conftest import HARBOUR
from tests.library.patchy import PATCHY, SPANISH, patchy


@pytest.fixture
def known(library: Library) -> Library:
    library.add(PATCHY, patchy().tables())
    return library


def test_what_is_lacking_is_counted_and_listed(known: Library) -> None:
    only = Filter(articles=(PATCHY.article_id,))
    found = queries.unknown(known, only)
    assert found.lacking == {"language": 1, "speaker": 1, "country": 1, "date": 1}
    assert found.voice == len(queries.voiceless(known, only)) == 1
    for what, words in (
        ("language", f"Spanish: {SPANISH}"),
        ("speaker", "that nobody knows the day"),
        ("country", "Colonia"),
        ("date", "waits for the fleet in Colonia"),
    ):
        (row,) = queries.lacking(known, only, what).to_dict("records")
        assert row["words"] == words
        assert queries.fact(known, row["fact_id"])["article_id"] == PATCHY.article_id


def test_what_is_known_is_not_listed(known: Library) -> None:
    found = queries.unknown(known, Filter(articles=(HARBOUR.article_id,)))
    assert found.lacking == {"language": 0, "speaker": 0, "country": 0, "date": 0}


def test_the_filter_narrows_what_is_lacking(known: Library) -> None:
    assert queries.unknown(known, Filter(words="Colonia")).lacking["date"] == 1
    assert queries.unknown(known, Filter(words="trawlers")).lacking["date"] == 0


@pytest.mark.parametrize(
    ("entity", "kind", "name", "lacks"),
    [
        ("place:springfield", "place", "Springfield", True),
        ("place:europe", "place", "Europe", False),
        ("organisation:ministry-of-fisheries", "organisation", "Ministry of Fisheries", True),
        ("organisation:fish-council", "organisation", "International Fish Council", False),
        ("organisation:un", "organisation", "UN Security Council", False),
        ("organisation:acme", "organisation", "Acme Trawlers", False),
        ("person:ida-lund", "person", "Ida Lund", False),
    ],
)
def test_places_and_offices_should_have_a_country(entity, kind, name, lacks) -> None:
    assert lacks_country(entity, kind, name) is lacks


def test_a_file_that_cannot_be_read_is_kept_by_name(empty_library: Library) -> None:
    list(add_each(empty_library, [Upload("scan.xyz", b"\x00\x01\x02")]))
    (file,) = unread_files(empty_library)
    assert file.name == "scan.xyz"
    assert file.reason
    assert queries.unknown(empty_library, Filter()).files == 1
    forget_unread(empty_library, "scan.xyz")
    assert unread_files(empty_library) == ()


def test_of_one_file_the_last_reason_counts(empty_library: Library) -> None:
    note_unread(empty_library, "a.pdf", "It is locked.")
    note_unread(empty_library, "a.pdf", "It is a scan.")
    assert [file.reason for file in unread_files(empty_library)] == ["It is a scan."]


def test_a_file_that_is_read_in_the_end_is_off_the_list(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_unread(empty_library, "ferry.txt", "It is locked.")
    note_unread(empty_library, "other.txt", "It is locked.")
    monkeypatch.setattr("briefing.library.ingest._added", lambda *_, **__: Result("Ferry", "a1"))
    list(add_each(empty_library, [Upload("ferry.txt", b"A ferry sank\n\nIt sank off Callao.")]))
    assert [file.name for file in unread_files(empty_library)] == ["other.txt"]
