from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import Filter, Library, open_library, queries, schema
from briefing.tables import SCHEMAS, Tables
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


def _count(library: Library, table: str) -> int:
    with library.reading() as connection:
        found = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    return int(found)


def test_every_column_of_the_tables_is_kept() -> None:
    for name, pandera_schema in SCHEMAS.items():
        assert set(pandera_schema.columns) <= set(schema.TABLES[name].columns.keys())


def test_article_comes_back_as_it_was_added(library: Library) -> None:
    assert library.article(HARBOUR.article_id).article == HARBOUR
    assert library.article(CANAL.article_id).row["added"]


def test_rows_come_back_as_they_were_added(library: Library) -> None:
    tables = queries.whole(library, Filter(articles=(HARBOUR.article_id,)))
    expected = harbour().tables()
    for name in SCHEMAS.keys() - {"articles", "entities", "involvements", "reviews"}:
        found = tables[name].astype(expected[name].dtypes)
        keys = [column for column in found.columns if column.endswith("_id")] + ["start"]
        found = found.sort_values(keys).reset_index(drop=True)
        wanted = expected[name].sort_values(keys).reset_index(drop=True)
        assert found.equals(wanted), name
    assert len(tables["involvements"]) == len(expected["involvements"])


def test_same_article_is_never_there_twice(library: Library) -> None:
    before = library.version
    assert library.add(HARBOUR, harbour().tables()) is False
    assert len(library) == 2
    assert library.version == before


def test_add_many_counts_the_new_ones(empty_library: Library) -> None:
    one, two = harbour().rows, canal().rows
    both = {name: [*one[name], *two[name]] for name in one}
    both["entities"] = [
        *harbour().tables()["entities"].to_dict("records"),
        {"entity_id": "country:PAN", "kind": "country", "name": "Panama", "country": "PAN"},
    ]
    tables = Tables.from_rows(both)
    assert empty_library.add_many([HARBOUR, CANAL, HARBOUR], tables) == 2


def test_version_grows_with_every_change(library: Library) -> None:
    versions = [library.version]
    library.show([CANAL.article_id])
    versions.append(library.version)
    library.remove(HARBOUR.article_id)
    versions.append(library.version)
    library.add(HARBOUR, harbour().tables())
    versions.append(library.version)
    assert versions == sorted(set(versions))


def test_removed_article_leaves_no_row(library: Library) -> None:
    library.remove(HARBOUR.article_id)
    library.remove(CANAL.article_id)
    for name in (*SCHEMAS, "evidence", "removed"):
        assert _count(library, name) == 0, name
    assert _count(library, "sentence_words") == 0


def test_entity_goes_with_its_last_article(library: Library) -> None:
    library.remove(HARBOUR.article_id)
    left = set(queries.entities(library, Filter())["entity_id"])
    assert left == {"country:PAN", "country:NOR", "person:ida-lund"}
    assert _count(library, "entities") == 3


def test_entity_goes_when_no_reading_names_it_any_more(library: Library) -> None:
    gone = "organisation:harbour-news"
    found = harbour().tables()
    quotes = found["quotes"].assign(addressee_id=None).astype(found["quotes"].dtypes)
    mentions = found["mentions"][found["mentions"]["entity_id"] != gone]
    assert gone in set(queries.entities(library, Filter())["entity_id"])
    library.replace(HARBOUR, Tables({**found, "quotes": quotes, "mentions": mentions}))
    with library.reading() as connection:
        left = set(connection.exec_driver_sql("SELECT entity_id FROM entities").scalars())
    assert left == {"country:NOR", "country:ISL", "country:PAN", "person:ida-lund"}


def test_entity_learns_the_country_that_it_lacked(empty_library: Library) -> None:
    rows = canal()
    tables = rows.tables()
    frame = tables["entities"].copy()
    frame.loc[frame["entity_id"] == "person:ida-lund", "country"] = None
    empty_library.add(CANAL, Tables({**tables, "entities": frame}))
    empty_library.add(HARBOUR, harbour().tables())
    lund = queries.entities(empty_library, Filter()).set_index("entity_id").loc["person:ida-lund"]
    assert lund["country"] == "NOR"


def test_broken_tables_leave_nothing_behind(empty_library: Library) -> None:
    tables = harbour().tables()
    without = Tables({**tables, "entities": tables["entities"].iloc[:0]})
    with pytest.raises(LibraryError):
        empty_library.add(HARBOUR, without)
    assert len(empty_library) == 0
    assert _count(empty_library, "sentence_words") == 0
    assert empty_library.add(HARBOUR, tables)


def test_replace_keeps_order_and_choice(library: Library) -> None:
    library.show([CANAL.article_id])
    added = library.article(HARBOUR.article_id).row["added"]
    library.replace(HARBOUR, harbour().tables(), evidence=("Anew.",))
    listed = queries.articles(library)
    assert list(listed["article_id"]) == [HARBOUR.article_id, CANAL.article_id]
    assert list(listed["shown"]) == [False, True]
    assert listed["added"][0] == added
    assert queries.published_evidence(library, HARBOUR.article_id) == ["Anew."]
    assert len(queries.search(library, "trawlers", Filter(articles=(HARBOUR.article_id,)))) == 1


def test_unknown_article_is_an_error(library: Library) -> None:
    for call in (library.article, library.remove):
        with pytest.raises(LibraryError, match="no article"):
            call("a000")


def test_restart_finds_what_was_added(library: Library) -> None:
    library.close()
    with Library(library.place) as again:
        assert len(again) == 2
        assert again.version == library.version


def test_file_that_is_no_library_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a library, and they are kept. " * 50)
    with pytest.raises(LibraryError, match=r"notes\.txt"):
        Library(path)
    assert path.read_text().startswith("These are notes")


def test_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="BRIEFING_DATA_DIR"):
        open_library(tmp_path / "file" / "library.sqlite")


def test_sessions_that_add_at_once_add_each_article_once(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    first, second = Library(path), Library(path)
    made = {HARBOUR: harbour().tables(), CANAL: canal().tables()}

    def add(number: int) -> bool:
        article = (HARBOUR, CANAL)[number % 2]
        return (first, second)[number // 2 % 2].add(article, made[article])

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(add, range(24))) == 2
    assert len(first) == len(second) == 2
    first.close()
    second.close()


def test_readers_and_a_writer_do_not_stop_each_other(library: Library) -> None:
    made = harbour().tables()

    def write(_: int) -> None:
        library.remove(HARBOUR.article_id)
        library.add(HARBOUR, made)

    def read(_: int) -> set[int]:
        return {len(queries.quotes(library, Filter(articles=(HARBOUR.article_id,))))}

    with ThreadPoolExecutor(6) as pool:
        writing = pool.submit(lambda: [write(number) for number in range(10)])
        seen = set().union(*pool.map(read, range(60)))
        writing.result()
    assert seen <= {0, 3}  # the whole article or none of it
