"""What is purged is gone from every place that kept it, and from the bytes of the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.brief import Request, make_brief
from briefing.brief.kept import Kept
from briefing.brief.storage import every_briefing, lock_kept, make_kept
from briefing.deck import Choice, Plan, outline
from briefing.deck.show import draw, make_show, picture_spaces
from briefing.deck.storage import Deck, keep_deck, lock_deck, open_deck
from briefing.errors import LibraryError
from briefing.library import Filter, Library, decks, queries, schema
from briefing.library.faults import faults
from briefing.library.originals import Original, kept_original
from briefing.library.purge import doomed_article, doomed_before, doomed_person, purge
from briefing.library.reviews.keeping import decide
from briefing.library.searches import save_search, saved_searches
from briefing.library.source_grades import grade_source
from briefing.library.unread import note_unread, unread_files
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

KEY = HARBOUR.article_id
LINE = "They say Iceland denied that it had sent trawlers to Norway, as before"
WORDS = ("trawlers", "sent traw", "We will not accept", "its fleet was too large", "Harbour News")


@pytest.fixture
def everywhere(empty_library: Library) -> Library:
    """Keep the words of one article in every place that keeps words."""
    library = empty_library
    file = Original("export.txt", f"{HARBOUR.text} {CANAL.text}".encode())
    first = replace(HARBOUR, captions=("The trawlers in May",), notes=("We will not accept",))
    library.add(first, harbour().tables(), evidence=("It says trawlers.",), original=file)
    library.add(CANAL, canal().tables(), original=file)
    quote = harbour().rows["quotes"][0]["quote_id"]
    decide(library, quote, "corrected", "Ana", field="act", value="warns", note="trawlers, no")
    decide(library, "organisation:harbour-news", "confirmed", "Ana")
    library.change_tags([KEY], add=["Fish"])
    library.mark([KEY], "SECRET")
    note_unread(library, HARBOUR.title, "Its trawlers are a picture.")
    own = (LINE, "Ask in Oslo")
    keep_deck(library, "Friday", Deck(plan=Plan((Choice("own:1", heading="Ask", own=own),))))
    brief = make_brief(library, Request(made=date(2031, 5, 4), marking=""))
    slides = outline(brief, Plan(full=True)).slides
    lock_deck(library, "Friday", make_show(brief, slides, draw(brief, picture_spaces(slides))))
    visit = make_kept(library, Kept(title="Visit", bottom_line=(LINE, "Ask in Oslo")))
    lock_kept(library, visit, brief, 1)
    save_search(library, "Their trawlers", LINE, Filter())
    save_search(library, "Oslo", "Oslo", Filter())
    grade_source(library, "Harbour News", "B", "Ana")
    return library


def _held(library: Library) -> list[str]:
    """Return the words that stand in the library's files, or in its search."""
    folder = library.path.parent
    stored = b"".join(path.read_bytes() for path in folder.glob(f"{library.path.name}*"))
    found = [each for each in WORDS if each.encode() in stored]
    with library.writing(Deed(Action.PURGE, kept=False)) as connection:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, sentence_words, row)"
        )
        stem = connection.scalar(sa.text("SELECT term FROM temp.terms WHERE term LIKE 'trawl%'"))
        connection.exec_driver_sql("DROP TABLE temp.terms")
    return [*found, *([stem] if stem else [])]


@pytest.mark.parametrize("removed", [False, True], ids=["shown", "removed before"])
def test_an_article_is_gone_from_every_place_and_from_the_file(
    everywhere: Library, removed: bool
) -> None:
    assert set(_held(everywhere)) >= {"trawlers", "We will not accept"}
    if removed:
        everywhere.remove(KEY)
    doomed = doomed_article(everywhere, KEY)
    assert doomed.articles == {KEY: HARBOUR.title}
    assert (doomed.decks, doomed.decisions, doomed.beside) == (("Friday",), 1, 1)
    assert doomed.briefings == ("Visit",)
    done = purge(everywhere, doomed)
    assert done.rewritten
    assert _held(everywhere) == []
    assert queries.removed_articles(everywhere) == []
    assert unread_files(everywhere) == ()
    deck = open_deck(everywhere, "Friday")
    assert (deck.show, deck.locked) == (None, None)
    assert deck.deck.plan.choices[0].own == ("Ask in Oslo",)
    (visit,), _ = every_briefing(everywhere)
    assert (visit.locked, visit.kept.title) == (None, "Visit")
    assert visit.kept.bottom_line == ("Ask in Oslo",)
    assert [search.name for search in saved_searches(everywhere)] == ["Oslo"]
    assert list(queries.articles(everywhere)["article_id"]) == [CANAL.article_id]
    with everywhere.reading() as connection:
        assert kept_original(connection, CANAL.article_id) is None
    assert list(faults(everywhere)) == []


def test_the_others_stay_as_they_were(everywhere: Library) -> None:
    flt = Filter(articles=(CANAL.article_id,))
    before = queries.quotes(everywhere, flt), queries.relations(everywhere, flt)
    purge(everywhere, doomed_article(everywhere, KEY))
    assert queries.quotes(everywhere, flt).equals(before[0])
    assert queries.relations(everywhere, flt).equals(before[1])


@pytest.mark.parametrize("name", ["ida lund", "person:ida-lund"])
def test_a_person_is_purged_with_every_article_that_names_them(
    everywhere: Library, name: str
) -> None:
    decide(everywhere, "person:ida-lund", "corrected", "Ana", field="name", value="Ida Lundberg")
    wanted = "Ida Lundberg" if name == "ida lund" else name
    everywhere.remove(KEY)
    doomed = doomed_person(everywhere, wanted)
    assert set(doomed.articles) == {KEY, CANAL.article_id}
    assert set(doomed.names) == {"Ida Lund", "Ida Lundberg"}
    purge(everywhere, doomed)
    stored = everywhere.path.read_bytes()
    assert [each for each in (b"Ida Lund", b"ida-lund", b"Lundberg") if each in stored] == []
    assert len(everywhere) == 0


def test_articles_from_before_a_day_are_purged_and_no_others(everywhere: Library) -> None:
    assert not doomed_before(everywhere, "2023-04-12")
    doomed = doomed_before(everywhere, "2023-04-13")
    assert list(doomed.articles) == [KEY]
    everywhere.remove(KEY)
    assert doomed_before(everywhere, "2023-04-13").articles == doomed.articles
    assert set(doomed_before(everywhere, "2999-01-01").articles) == {KEY, CANAL.article_id}


def test_a_locked_deck_of_an_article_that_was_deleted_before_is_found(everywhere: Library) -> None:
    everywhere.remove(KEY)
    everywhere.delete_for_good([KEY])
    doomed = doomed_article(everywhere, KEY)
    assert doomed.decks == ("Friday",)
    purge(everywhere, doomed)
    assert b"trawlers" not in (decks.load(everywhere, "Friday").snapshot or "").encode()


def test_who_is_not_there_is_named(library: Library) -> None:
    for find, what in (
        (doomed_article, "a000"),
        (doomed_person, "Nobody"),
        (doomed_person, "person:x"),
    ):
        with pytest.raises(LibraryError):
            find(library, what)


def test_a_reader_holds_up_the_file_and_that_is_told(everywhere: Library) -> None:
    with closing(sqlite3.connect(everywhere.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        assert not purge(everywhere, doomed_article(everywhere, KEY)).rewritten
    everywhere.checkpoint()
    assert _held(everywhere) == []


def test_a_table_that_still_holds_the_words_is_named(library: Library) -> None:
    with library.writing(Deed(Action.PURGE, kept=False)) as connection:
        connection.execute(
            schema.looks.insert(), {"reader": HARBOUR.text[:120], "at": "2024-01-01"}
        )
    assert purge(library, doomed_article(library, KEY)).left == ("looks",)
