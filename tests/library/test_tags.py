"""Tags: given, taken, spelt alike, and gone with the last article."""

from __future__ import annotations

import pytest

from briefing.errors import LibraryError
from briefing.library import Filter, Library, queries
from tests.library.conftest import CANAL, HARBOUR, harbour

BOTH = [HARBOUR.article_id, CANAL.article_id]


def _tags(library: Library) -> list[tuple[str, ...]]:
    return list(queries.articles(library)["tags"])


def test_tags_are_given_and_taken(library: Library) -> None:
    library.change_tags(BOTH, add=["Trade", "Fish"])
    library.change_tags([CANAL.article_id], add=["fish ", "  To  read "], drop=["Trade"])
    assert _tags(library) == [("Fish", "Trade"), ("Fish", "To read")]
    assert queries.tags(library) == {"Fish": 2, "To read": 1, "Trade": 1}


def test_a_tag_is_spelt_as_it_was_first(library: Library) -> None:
    library.change_tags(BOTH[:1], add=["NATO"])
    library.change_tags(BOTH, add=["nato"])
    assert queries.tags(library) == {"NATO": 2}


def test_tags_stay_when_an_article_is_read_again_and_go_with_it(library: Library) -> None:
    library.change_tags(BOTH[:1], add=["Fish"])
    library.replace(HARBOUR, harbour().tables())
    assert queries.tags(library) == {"Fish": 1}
    library.remove(HARBOUR.article_id)
    assert queries.tags(library) == {}


def test_a_change_of_tags_is_a_change_of_the_library(library: Library) -> None:
    before = library.version
    library.change_tags(BOTH, add=["Fish"])
    assert library.version > before


@pytest.mark.parametrize(("tag", "said"), [("  ", "at least one letter"), ("x" * 41, "40 letters")])
def test_what_is_no_tag_gets_one_sentence(library: Library, tag: str, said: str) -> None:
    with pytest.raises(LibraryError, match=said):
        library.change_tags(BOTH, add=[tag])
    assert queries.tags(library) == {}


def test_an_article_that_is_gone_gets_no_tag(library: Library) -> None:
    library.remove(HARBOUR.article_id)
    library.change_tags(BOTH, add=["Fish"])
    assert queries.tags(library) == {"Fish": 1}


@pytest.fixture
def tagged(library: Library) -> Library:
    """A library whose harbour is tagged Fish and Trade, and whose canal Trade."""
    library.change_tags(BOTH, add=["Trade"])
    library.change_tags(BOTH[:1], add=["Fish"])
    return library


@pytest.mark.parametrize(
    ("flt", "ids"),
    [
        (Filter(tags=("Fish",)), BOTH[:1]),
        (Filter(tags=("Fish", "Trade")), BOTH),
        (Filter(tags=("Fish",), articles=(CANAL.article_id,)), []),
        (Filter(tags=("Fish",), countries=("PAN",)), []),
        (Filter(tags=("Trade",), countries=("PAN",)), BOTH[1:]),
        (Filter(tags=("Fish",), latest="2023-04-30"), BOTH[:1]),
        (Filter(tags=("Fish",), words="canal"), []),
        (Filter(tags=("No such tag",)), []),
    ],
)
def test_a_view_of_a_tag_is_of_its_articles_in_every_answer(
    tagged: Library, flt: Filter, ids: list[str]
) -> None:
    assert list(queries.in_view(tagged, flt)["article_id"]) == ids
    assert queries.scope(tagged, flt).shown == len(ids)
    assert queries.scope(tagged, flt).of == (None if ids == BOTH else 2)
    asked = (queries.quotes, queries.events, queries.relations, queries.mentions, queries.times)
    for query in asked:
        assert set(query(tagged, flt)["article_id"]) <= set(ids)
    assert set(queries.weightiest(tagged, flt)["article_id"]) <= set(ids)
    assert set(queries.gist(tagged, flt)["article_id"]) <= set(ids)
    assert set(queries.search(tagged, "norway", flt)["article_id"]) <= set(ids)
    assert queries.figures(tagged, flt).quotations == len(queries.quotes(tagged, flt))
    assert set(queries.whole(tagged, flt)["articles"]["article_id"]) == set(ids)
    left = queries.article_options(tagged, flt).set_index("article_id")["facts"]
    facts = (queries.quotes, queries.events, queries.relations)
    if not flt.articles:
        assert left.sum() == sum(len(query(tagged, flt)) for query in facts)


def test_tags_are_offered_with_the_articles_that_each_leaves(tagged: Library) -> None:
    def offered(flt: Filter) -> list[tuple[str, int]]:
        found = queries.tag_options(tagged, flt)
        return list(zip(found["tag"], found["articles"], strict=True))

    assert offered(Filter()) == [("Trade", 2), ("Fish", 1)]
    assert offered(Filter(tags=("Fish",))) == [("Trade", 2), ("Fish", 1)]
    assert offered(Filter(countries=("PAN",))) == [("Trade", 1), ("Fish", 0)]
    assert offered(Filter(words="zeppelin")) == [("Fish", 0), ("Trade", 0)]
