"""What is removed comes back whole: facts, tags, markings, and what people decided."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from briefing.errors import LibraryError
from briefing.extraction.outcome import Reading
from briefing.library import Filter, Library, ingest, queries, removal
from briefing.library.reviews.keeping import decide
from briefing.tables import EXTRACTED, SCHEMAS, records
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

KEY = HARBOUR.article_id


def _all(library: Library) -> dict[str, list[Any]]:
    """Everything in the tables and beside them, whatever its order."""
    beside = ("evidence", "removed", "captions", "notes", "tags", "markings", "reviewed", "machine")
    names = (*SCHEMAS, *beside)
    with closing(sqlite3.connect(library.path)) as connection:
        tables = {
            name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in names
        }
    tables["sentences"] = [row.split(",", 1)[1] for row in tables["sentences"]]  # without number
    return {name: sorted(rows) for name, rows in tables.items()}


def _kept(library: Library) -> list[str]:
    return [each.article_id for each in queries.removed_articles(library)]


def _decided(library: Library) -> None:
    quote = next(row["quote_id"] for row in harbour().rows["quotes"])
    decide(library, quote, "corrected", "Ana", field="speaker_id", value="Jón Ás")
    decide(library, harbour().rows["relations"][0]["relation_id"], "rejected", "Ana")
    decide(library, KEY, "corrected", "Ana", field="title", value="Norway and Iceland")
    decide(library, "person:ida-lund", "corrected", "Ana", field="name", value="Ida Lund-Berg")
    news, lund = "organisation:harbour-news", "person:ida-lund"
    decide(library, news, "corrected", "Ben", field="same_as", value=lund)


@pytest.mark.parametrize("decided", [False, True], ids=["as it was read", "with decisions"])
def test_what_was_removed_comes_back_as_it_was(library: Library, decided: bool) -> None:
    library.remove(KEY)
    library.add(replace(HARBOUR, captions=("The fleet in May",)), harbour().tables())
    library.replace(HARBOUR, harbour().tables())
    assert queries.captions(library, KEY) == ["The fleet in May"]
    library.change_tags([KEY, CANAL.article_id], add=["Fish"])
    library.mark([KEY], "SECRET")
    library.show([CANAL.article_id])
    if decided:
        _decided(library)
    before = _all(library)
    library.remove(KEY)
    assert not library.has(KEY)
    assert _kept(library) == [KEY]
    library.put_back(KEY)
    assert _all(library) == before
    assert _kept(library) == []
    assert set(queries.articles(library)["article_id"]) == {KEY, CANAL.article_id}


def test_it_comes_back_after_others_were_added_in_its_place(library: Library) -> None:
    library.remove(CANAL.article_id)
    library.remove(KEY)
    library.add(CANAL, canal().tables())
    assert _kept(library) == [KEY], "what is added again is removed no more"
    library.put_back(KEY)
    assert len(library) == 2
    assert len(queries.quotes(library, Filter(articles=(KEY,)))) == len(harbour().rows["quotes"])


def test_removed_articles_carry_their_titles_the_last_one_first(library: Library) -> None:
    decide(library, KEY, "corrected", "Ana", field="title", value="Norway and Iceland")
    library.remove(CANAL.article_id)
    library.remove(KEY)
    titles = [each.title for each in queries.removed_articles(library)]
    assert titles == ["Norway and Iceland", CANAL.title]


def test_what_is_deleted_for_good_is_gone_from_the_file(library: Library) -> None:
    library.remove(KEY)
    assert b"trawlers" in library.path.read_bytes()
    library.delete_for_good([KEY])
    assert b"trawlers" not in library.path.read_bytes()
    with pytest.raises(LibraryError, match="no longer among the removed"):
        library.put_back(KEY)


def test_what_an_older_version_kept_is_read_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.change_tags([KEY], add=["Fish"])
    before = queries.events(library, Filter(articles=(KEY,)))
    library.remove(KEY)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE removed_articles SET step = '0004'")

    tables = harbour().tables()
    read = Reading({name: records(tables[name]) for name in EXTRACTED}, ("It names a day.",))
    monkeypatch.setattr(ingest, "read_limited", lambda article: read)
    ingest.put_back(library, KEY)
    assert queries.events(library, Filter(articles=(KEY,))).equals(before)
    assert queries.published_evidence(library, KEY) == ["It names a day."]
    assert queries.articles(library).set_index("article_id").loc[KEY, "tags"] == ("Fish",)


def test_the_article_that_is_kept_is_the_one_that_was_read(library: Library) -> None:
    decide(library, KEY, "corrected", "Ana", field="title", value="Norway and Iceland")
    library.remove(KEY)
    with library.reading() as connection:
        kept = removal.kept_article(connection, KEY)
    assert kept is not None
    assert kept.article == HARBOUR
