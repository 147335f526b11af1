"""Tags: given, taken, spelt alike, and gone with the last article."""

from __future__ import annotations

import pytest

from briefing.errors import LibraryError
from briefing.library import Library, queries
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
