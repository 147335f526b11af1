"""What a library in PostgreSQL has of its own: functions, search, errors, copies, two programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefing.errors import LibraryError, SettingsError
from briefing.library import Filter, Library, audit, functions, health, queries, schema
from briefing.library.backup import back_up, restore
from briefing.library.dialects.place import Address, address_of
from briefing.library.faults import faults
from briefing.library.reviews.keeping import decide
from briefing.library.search import plain
from briefing.reference.sides import is_claim, is_named, points_back
from briefing.wording.highest import is_within
from tests.library.conftest import CANAL, HARBOUR, canal, harbour
from tests.server import Server

ASKED = {
    "country_name": (functions.country_name, [("KOR",), ("place:europe",), (None,), ("",)]),
    "word_count": (
        functions.word_count,
        [("Peru’s “new” port — 12 ships, café, Łódź",), ("",), (" – … ",), (None,)],
    ),
    "folded": (
        functions.folded,
        [("Erdoğan",), ("Łódź",), ("Straße",), ("ΟΔΥΣΣΕΥΣ",), ("İstanbul",), ("Æsir",), ("",)],
    ),
    "role_rank": (
        functions.role_rank,
        [("South Korean President",), ("a spokesman for the ministry",), ("plumber",), (None,)],
    ),
    "lacks_country": (
        functions.lacks_country,
        [
            ("place:colonia", "place", "Colonia"),
            ("place:europe", "place", "Europe"),
            ("organisation:x", "organisation", "Ministry of Fisheries"),
            ("organisation:y", "organisation", "European Ministry"),
            ("organisation:z", "organisation", "Harbour News"),
            ("person:ida-lund", "person", "Ida Lund"),
        ],
    ),
    "is_named": (
        is_named,
        [
            ("country:ISL",),
            ("country:ISL; nobody",),
            ("the ministry; person:ida-lund",),
            ("It",),
            ("whether it had fired",),
            ("that “it”",),
            ("a b c d e f g h i",),
            ("",),
            (None,),
        ],
    ),
    "is_claim": (is_claim, [("Claims",), ("stories",), ("says",), (None,)]),
    "points_back": (
        points_back,
        [
            ("the accusation",),
            ("these deals",),
            ("It",),
            ("any such talks that failed",),
            ("the claim that it had fired",),
            ("the report as false",),
            ("that it had sent trawlers",),
            ("",),
            (None,),
        ],
    ),
    "is_within": (
        is_within,
        [
            (marking, ceiling)
            for ceiling in ("TLP:AMBER", "tlp green", "OFFICIAL-SENSITIVE", "SECRET")
            for marking in (
                "TLP:AMBER+STRICT",
                "tlp amber",
                "TLP:WHITE",
                "official sensitive",
                "UK SECRET",
                "SECRET UK EYES ONLY",
                "TOP SECRET",
                "Secret plans",
                "TLP:GREEN · OFFICIAL",
                "TLP:GREENISH",
                "TLP:AMBER commercial",
                "",
            )
        ],
    ),
}


@pytest.fixture
def place(server: Server, filled_on_server: Address) -> Address:
    server.put_back(filled_on_server)
    return filled_on_server


@pytest.fixture
def there(place: Address) -> Iterator[Library]:
    with Library(place) as library:
        yield library


@pytest.mark.parametrize("name", ASKED)
def test_functions_answer_as_in_a_file(there: Library, name: str) -> None:
    like, values = ASKED[name]
    with there.reading() as connection:
        for value in values:
            texts = [sa.cast(sa.literal(each), sa.Text) for each in value]
            found = connection.scalar(sa.select(getattr(sa.func, name)(*texts)))
            expected = like(*value)  # type: ignore[operator]
            assert found == expected, (value, found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("warn icel", 0),
        ("warned iceland", 1),
        ("warning Iceland", 1),
        ("trawl*", 1),
        ('"prime minister"', 1),
        ('"minister prime"', 0),
        ("it's; DROP 'x' & | ! <->", 0),
        ("“fishing fleet”", 1),
    ],
)
def test_search_finds_what_a_file_finds(
    there: Library, filled: Path, words: str, found: int
) -> None:
    with Library(filled) as file:
        answers = [queries.search(each, words, Filter()) for each in (file, there)]
    assert answers[0]["text"].tolist() == answers[1]["text"].tolist()
    assert [len(answer) for answer in answers] == [found, found]
    file_marks, marks = ([_marked(one) for one in each["snippet"]] for each in answers)
    assert marks == file_marks


def _marked(snippet: str) -> str:
    """Return a snippet with the marks of words, also where a phrase has them as a whole."""
    return snippet.replace("\x03 \x02", " ")


def test_words_are_searched_without_accents_and_signs() -> None:
    assert plain("“Erdoğan’s” Łódź — e\u0301") == " erdogan s  łodz   e"


def test_nobody_changes_the_audit(there: Library) -> None:
    for change in ("UPDATE audit SET who = 'x'", "DELETE FROM audit", "TRUNCATE audit"):
        with pytest.raises(LibraryError, match="never changed"), there.writing() as connection:
            connection.exec_driver_sql(change)


def test_nobody_changes_a_decision(there: Library) -> None:
    decide(there, str(queries.quotes(there, Filter())["quote_id"].iloc[0]), "confirmed", "Ed")
    with pytest.raises(LibraryError, match="never changed"), there.writing() as connection:
        connection.exec_driver_sql("UPDATE reviews SET verdict = 'rejected'")


@pytest.mark.timeout(900)
def test_a_library_moves_into_a_database_and_back(
    server: Server, filled: Path, tmp_path: Path
) -> None:
    place = server.database()
    assert restore(place, filled, beside=tmp_path) is None
    with Library(place) as library:
        assert list(faults(library)) == []
        assert len(queries.search(library, "trawlers", Filter())) == 1
        library.remove(CANAL.article_id)
        library.add(CANAL, canal().tables())  # its number goes on after those that came along
        assert {entry.action for entry in audit.entries(library)} >= {"restore", "add", "remove"}
        version = library.version
    back_up(place, tmp_path / "back.sqlite")
    with Library(tmp_path / "back.sqlite") as file, Library(filled) as before:
        assert list(faults(file)) == []
        for name in ("quotes", "events", "relations", "mentions"):
            query = getattr(queries, name)
            assert query(file, Filter()).equals(query(before, Filter())), name
    kept = restore(place, filled, beside=tmp_path)
    assert kept is not None
    assert kept.parent == tmp_path
    with Library(place) as library:
        assert library.version > version
    server.drop(place)


def test_two_programs_use_one_database(place: Address) -> None:
    with Library(place) as one, Library(place) as two:
        version = two.version
        one.remove(CANAL.article_id)
        assert two.version > version
        assert not two.has(CANAL.article_id)
        two.put_back(CANAL.article_id)
        assert one.article(CANAL.article_id).article == CANAL


def test_a_server_that_comes_back_is_used_again(server: Server, place: Address) -> None:
    with Library(place) as library:
        assert len(library) == 2
        server.stop()
        with pytest.raises(LibraryError, match="does not answer just now"):
            len(library)
        assert "does not answer" in (health.not_ready(place) or "")
        server.start()
        assert len(library) == 2
        assert health.not_ready(place) is None
        assert library.add(HARBOUR, harbour().tables()) is False


def test_what_is_wrong_is_one_sentence(server: Server) -> None:
    with pytest.raises(LibraryError, match="There is no database nowhere at"):
        Library(server.address("nowhere"))


@pytest.mark.parametrize(
    "text",
    ["sqlite:///x", "postgresql://db.example", "postgresql://a@b/c?x=secret", "postgresql://", "x"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="The setting database cannot be used") as told:
        address_of(text)
    assert "secret" not in str(told.value)


def test_passwords_are_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held = address_of("postgresql://briefing:s3cret@db.example/briefing")
    assert held.password == "s3cret"
    assert "s3cret" not in f"{held} {held!r}"
    words = tmp_path / "words"
    words.write_text("other:5432:*:*:no\ndb.example:*:briefing:briefing:from:file\n")
    monkeypatch.setenv("PGPASSFILE", str(words))
    assert address_of("postgresql://briefing@db.example/briefing").password == "from:file"
    monkeypatch.setenv("PGPASSWORD", "from the environment")
    assert address_of("postgres://briefing@db.example/briefing").password == "from the environment"


def test_the_steps_make_what_the_program_expects(there: Library) -> None:
    with there.reading() as connection:
        looked = sa.inspect(connection)
        for table in schema.metadata.sorted_tables:
            columns = {each["name"]: each["nullable"] for each in looked.get_columns(table.name)}
            columns.pop("rowid", None)
            assert columns == {each.name: each.nullable for each in table.columns}, table.name
