"""Markings of single facts: they go by words, and the highest of what is included stands."""

from __future__ import annotations

import pytest

from briefing.errors import LibraryError
from briefing.library import Filter, Library, newest, queries, revisions
from tests.library.conftest import CANAL, HARBOUR, harbour

FISH, SHIPS = HARBOUR.article_id, CANAL.article_id
DENIED = "Iceland denied that it had sent trawlers to Norway"


def _mark(library: Library, words: str, marking: str) -> tuple[str, int, int]:
    start = HARBOUR.text.index(words)
    place = (FISH, start, start + len(words))
    library.mark_words(*place, marking)
    return place


def test_a_fact_is_marked_changed_and_freed(library: Library) -> None:
    before = library.version
    place = _mark(library, DENIED, "tlp amber")
    assert library.version > before
    assert queries.marking_of_words(library, *place) == "TLP:AMBER"
    _mark(library, "trawlers to Norway", "TLP:GREEN")
    assert queries.marking_of_words(library, *place) == "TLP:GREEN", "one marking lies over words"
    _mark(library, "trawlers", "")
    assert queries.marking_of_words(library, *place) == ""


@pytest.mark.parametrize(
    ("flt", "stands"),
    [
        (Filter(), "SECRET"),
        (Filter(articles=(FISH,)), "SECRET"),
        (Filter(articles=(SHIPS,)), ""),
        (Filter(earliest="2023-01-01"), "SECRET"),
        (Filter(words="trawlers"), "SECRET"),
        (Filter(words="accept"), ""),
        (Filter(countries=("PAN",)), ""),
        (Filter(countries=("ISL",)), "SECRET"),
        (Filter(words="zebra"), ""),
    ],
)
def test_a_view_with_the_fact_is_under_its_marking(
    library: Library, flt: Filter, stands: str
) -> None:
    _mark(library, DENIED, "SECRET")
    assert queries.marking_of_view(library, flt) == stands


def test_chosen_facts_are_under_the_marking_of_those_that_are_chosen(library: Library) -> None:
    relations = queries.relations(library, Filter(articles=(FISH,)))
    marked, *others = relations.sort_values("start", ascending=False)["relation_id"]
    row = relations[relations["relation_id"] == marked].iloc[0]
    library.mark_words(FISH, int(row["start"]), int(row["end"]), "SECRET")
    assert queries.marking_of_view(library, Filter(facts=(marked,))) == "SECRET"
    apart = [
        one
        for one in others
        if int(relations.set_index("relation_id").loc[one, "sentence"]) != int(row["sentence"])
    ]
    assert apart
    assert queries.marking_of_view(library, Filter(facts=tuple(apart))) == ""


def test_files_with_the_whole_text_are_under_the_markings_of_all_its_words(
    library: Library,
) -> None:
    _mark(library, DENIED, "SECRET")
    narrow = Filter(words="accept")
    assert queries.marking_of_view(library, narrow, whole=True) == "SECRET"
    assert queries.marking_of_view(library, Filter(countries=("PAN",)), (FISH,)) == "SECRET"


def test_marked_words_of_a_title_stand_wherever_it_is_named(library: Library) -> None:
    _mark(library, "Norway questions Iceland", "SECRET")
    assert queries.marking_of_view(library, Filter(words="accept")) == "SECRET"


def test_a_ceiling_leaves_out_an_article_with_a_fact_above_it(library: Library) -> None:
    _mark(library, DENIED, "TLP:RED")
    under = Filter(ceiling="TLP:GREEN")
    assert queries.above_ceiling(library, under) == (1, 1)
    assert FISH not in set(queries.in_view(library, under)["article_id"])


def test_it_outlasts_reading_removal_and_putting_back(library: Library) -> None:
    place = _mark(library, DENIED, "SECRET")
    library.replace(HARBOUR, harbour().tables())
    assert queries.marking_of_words(library, *place) == "SECRET"
    library.remove(FISH)
    assert queries.marking_of_view(library, Filter()) == ""
    assert queries.marking_of_all(library) == "SECRET", "its words are still kept"
    library.put_back(FISH)
    assert queries.marking_of_words(library, *place) == "SECRET"


def test_a_newer_version_is_under_the_markings_of_the_words_of_older_ones(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mark(library, DENIED, "SECRET")
    old = queries.Alike(FISH, "", None, None, "2023-04-12", True, "version", False)
    monkeypatch.setattr(newest, "alike", lambda *values: [old])
    newest.settle(library, SHIPS)
    assert queries.markings_of(library, (SHIPS,)) == ["SECRET"]


def test_a_marking_that_is_too_long_leaves_the_old_one(library: Library) -> None:
    place = _mark(library, DENIED, "SECRET")
    with pytest.raises(LibraryError, match="80 letters at most"):
        library.mark_words(*place, "x" * 81)
    assert queries.marking_of_words(library, *place) == "SECRET"


def test_a_library_with_marked_facts_does_not_go_back_without_them(library: Library) -> None:
    place = _mark(library, DENIED, "SECRET")
    path = library.path
    library.close()
    with pytest.raises(LibraryError, match="a marking of their own"):
        revisions.downgrade(path, "0.5.0")
    with Library(path) as opened:
        opened.mark_words(*place, "")
    revisions.downgrade(path, "0.5.0")
