"""Markings of articles: given, kept over readings and removal, and the highest of a view."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.errors import LibraryError
from briefing.library import Filter, Library, queries, revisions
from tests.library.conftest import CANAL, HARBOUR, Rows, harbour

FISH, SHIPS = HARBOUR.article_id, CANAL.article_id


def _markings(library: Library) -> dict[str, str]:
    rows = queries.articles(library)
    return dict(zip(rows["article_id"], rows["marking"], strict=True))


def test_markings_are_given_changed_and_taken(library: Library) -> None:
    before = library.version
    library.mark([FISH, SHIPS], "tlp green")
    assert library.version > before
    library.mark([FISH], " For  the desk ")
    assert _markings(library) == {FISH: "For the desk", SHIPS: "TLP:GREEN"}
    library.mark([FISH, SHIPS], "")
    assert set(_markings(library).values()) == {""}


def test_a_marking_that_is_too_long_gets_one_sentence(library: Library) -> None:
    library.mark([FISH], "SECRET")
    with pytest.raises(LibraryError, match="80 letters at most"):
        library.mark([FISH], "x" * 81)
    assert _markings(library)[FISH] == "SECRET"


def test_a_marking_outlasts_reading_removal_and_putting_back(library: Library) -> None:
    library.mark([FISH], "SECRET")
    library.replace(HARBOUR, harbour().tables())
    assert _markings(library)[FISH] == "SECRET"
    library.remove(FISH)
    library.mark([FISH], "OFFICIAL")
    assert queries.marking_of_view(library, Filter()) == ""
    assert queries.marking_of_all(library) == "SECRET", "its title is still listed"
    library.put_back(FISH)
    assert _markings(library)[FISH] == "SECRET"


@pytest.mark.parametrize(
    ("flt", "also", "stands"),
    [
        (Filter(), (), "TLP:GREEN · SECRET"),
        (Filter(articles=(FISH,)), (), "SECRET"),
        (Filter(countries=("PAN",)), (), "TLP:GREEN"),
        (Filter(words="zebra"), (), ""),
        (Filter(countries=("PAN",)), (FISH,), "TLP:GREEN · SECRET"),
        (Filter(ceiling="TOP SECRET"), (), "SECRET"),
        (Filter(ceiling="OFFICIAL"), (), ""),
    ],
)
def test_a_view_has_the_highest_marking_of_its_articles(
    library: Library, flt: Filter, also: tuple[str, ...], stands: str
) -> None:
    library.mark([FISH], "SECRET")
    library.mark([SHIPS], "TLP:GREEN")
    assert queries.marking_of_view(library, flt, also) == stands


def test_a_hidden_article_counts_for_the_list_of_all(library: Library) -> None:
    library.mark([FISH], "SECRET")
    library.show([SHIPS])
    assert queries.marking_of_view(library, Filter()) == ""
    assert queries.marking_of_all(library) == "SECRET"


@pytest.mark.parametrize(
    ("ceiling", "left_out"), [("TLP:RED", 1), ("TLP:AMBER", 2), ("TOP SECRET", 2)]
)
def test_a_ceiling_leaves_out_what_is_above_or_on_another_scale(
    library: Library, ceiling: str, left_out: int
) -> None:
    third = replace(CANAL, text=f"Third.\n\n{CANAL.text}")
    library.add(third, Rows(third, [(0, "Third.")]).tables())
    library.mark([FISH], "TLP:RED")
    library.mark([SHIPS], "For the desk")
    under = Filter(ceiling=ceiling)
    assert queries.above_ceiling(library, under) == (left_out, 3 - left_out)
    kept = set(queries.in_view(library, under)["article_id"])
    assert third.article_id in kept, "what nobody marked stays"
    assert SHIPS not in kept
    for rows in (queries.weightiest(library, under), queries.quotes(library, under)):
        assert set(rows["article_id"]) <= kept
    assert set(queries.whole(library, under)["sentences"]["article_id"]) == kept


def test_a_library_with_markings_does_not_go_back_without_them(library: Library) -> None:
    library.mark([FISH], "SECRET")
    path = library.path
    library.close()
    with pytest.raises(LibraryError, match="handling marking"):
        revisions.downgrade(path, "0.4.0")
    with Library(path) as opened:
        opened.mark([FISH], "")
    revisions.downgrade(path, "0.4.0")
    with Library(path) as opened:
        assert set(_markings(opened).values()) == {""}
