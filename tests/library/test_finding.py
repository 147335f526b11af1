"""The search box: what words find, how they are read, and searches that are saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing.article import Article
from briefing.errors import LibraryError
from briefing.library import Filter, Library, queries
from briefing.library.functions import folded
from briefing.library.queries.finding import KINDS, FoundKind
from briefing.library.searches import delete_search, save_search, saved_searches
from briefing.settings import settings
from tests.library.conftest import ENTITIES, HARBOUR, Rows

NO_FILTER = Filter()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("sanc", "sanc*"),
        ("Norwegian trawl", "Norwegian trawl*"),
        ("sanc ", "sanc "),  # the word is ended
        ("EU", "EU"),
        ('"fishing fle', '"fishing fle'),
        ('"fishing fleet" ice', '"fishing fleet" ice*'),
        ("trawl*", "trawl*"),
        ("", ""),
    ],
)
def test_the_last_word_may_go_on(words: str, meant: str) -> None:
    assert queries.as_typed(words) == meant


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("lund", ["Ida Lund"]),
        ("IDA lu", ["Ida Lund"]),
        ("und", []),  # no word of a name begins so
        ("norw", ["Norway"]),
        ("kingdom of norway", ["Norway"]),
        ("harbour", ["Harbour News"]),
    ],
)
def test_names_are_found_by_the_beginnings_of_their_words(
    library: Library, words: str, names: list[str]
) -> None:
    found = queries.find(library, queries.as_typed(words), NO_FILTER)
    assert list(found.names["name"]) == names


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Erdoğan", "erdogan"),
        ("MÜLLER", "muller"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Straße", "strasse"),
        (None, ""),
    ],
)
def test_names_are_typed_without_accents(text: str | None, plain: str) -> None:
    assert folded(text) == plain


def test_a_name_with_accents_is_found_without_them(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENTITIES, "person:erdogan", ("person", "Tayyip Erdoğan", "TUR"))
    article = Article(title="Talks", title_end=5, text="Talks\n\nRecep Tayyip Erdoğan met Lund.")
    rows = Rows(article, [(1, "Recep Tayyip Erdoğan met Lund.")])
    rows.mention("Recep Tayyip Erdoğan", "person:erdogan")
    empty_library.add(article, rows.tables())
    for words in ("erdogan", "Erdoğan", "ERDOĞAN"):
        found = queries.find(empty_library, words, NO_FILTER)
        assert list(found.names["name"]) == ["Tayyip Erdoğan"]


def test_articles_are_found_by_title_and_outlet(library: Library) -> None:
    for words in ("canal stu", "panama agree"):
        found = queries.find(library, queries.as_typed(words), NO_FILTER).articles
        assert list(found["title"]) == ["Panama and Norway agree on a canal study"]
    found = queries.find(library, "harbour news", NO_FILTER).articles
    assert list(found["article_id"]) == [HARBOUR.article_id]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_counted_is_what_is_listed(library: Library, kind: FoundKind) -> None:
    for words in ("norway", "lund", "agreement", "warned iceland", "too lar*", '"a canal"'):
        found = queries.find(library, words, NO_FILTER)
        listed = queries.found_facts(library, kind, words, NO_FILTER, limit=100)
        assert len(listed) == found.counts[kind]
        assert listed["fact_id"].is_unique
        for row in listed.itertuples():
            assert queries.fact(library, row.fact_id)["article_id"] == row.article_id
            assert "\x02" in row.snippet


def test_what_is_found_says_who_and_marks_the_words(library: Library) -> None:
    (row,) = queries.found_facts(library, "quotes", "accept", NO_FILTER).to_dict("records")
    assert row["label"] == "Ida Lund"
    assert "\x02accept\x03" in row["snippet"]
    labels = queries.found_facts(library, "relations", "trawl*", NO_FILTER)["label"]
    assert set(labels) == {"Iceland → Norway"}


def test_the_filter_and_a_country_narrow_what_is_found(library: Library) -> None:
    every = queries.find(library, "norway", NO_FILTER)
    about = Filter(countries=("PAN",))
    some = queries.find(library, "norway", about)
    assert 0 < some.counts["sentences"] < every.counts["sentences"]
    assert set(some.articles["title"]) == {"Panama and Norway agree on a canal study"}
    numbers = dict(every.countries.itertuples(index=False))
    named = queries.found_facts(library, "sentences", "norway", NO_FILTER, named="PAN")
    assert len(named) == numbers["PAN"]


def test_an_article_that_is_not_shown_is_not_found(library: Library) -> None:
    library.show([HARBOUR.article_id])
    found = queries.find(library, "canal", NO_FILTER)
    assert found.articles.empty
    assert not any(found.counts.values())
    assert "Panama" not in set(queries.find(library, "pana*", NO_FILTER).names["name"])


@pytest.mark.parametrize("words", ['"', "*", "a* OR", "NEAR(a b)", "%", "_", "col:x", "\x00", "'"])
def test_signs_are_never_read_as_a_query_language(library: Library, words: str) -> None:
    found = queries.find(library, queries.as_typed(words), NO_FILTER)
    assert found.articles.empty
    for kind in KINDS:
        queries.found_facts(library, kind, words, NO_FILTER)


def test_a_star_is_a_beginning_in_the_filter_too(library: Library) -> None:
    assert len(queries.quotes(library, Filter(words="acce*"))) == 1
    assert queries.quotes(library, Filter(words="acce")).empty


@pytest.fixture
def official_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_NAMES", "official")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("official_names")
def test_countries_are_called_as_the_setting_says(library: Library) -> None:
    found = queries.find(library, "kingdom of nor*", NO_FILTER)
    assert list(found.names["name"]) == ["Kingdom of Norway"]


def test_a_search_is_saved_with_its_filter_replaced_and_deleted(library: Library) -> None:
    flt = Filter(countries=("NOR",), earliest="2023-01-01", words="fish")
    assert save_search(library, "  Fishing   row ", "trawl*", flt) == "Fishing row"
    save_search(library, "Canal", "canal", NO_FILTER)
    save_search(library, "Fishing row", "fleet", replace(flt, words=""))
    saved = saved_searches(library)
    assert [(search.name, search.words) for search in saved] == [
        ("Fishing row", "fleet"),
        ("Canal", "canal"),
    ]
    assert saved[0].flt == replace(flt, words="")
    delete_search(library, "Fishing row")
    assert [search.name for search in saved_searches(library)] == ["Canal"]


@pytest.mark.parametrize(("name", "said"), [("  ", "a name"), ("x" * 81, "80 letters")])
def test_a_search_without_a_usable_name_gets_one_sentence(
    library: Library, name: str, said: str
) -> None:
    with pytest.raises(LibraryError, match=said):
        save_search(library, name, "fish", NO_FILTER)
