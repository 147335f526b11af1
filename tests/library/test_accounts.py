"""Where the accounts of one story differ, from the library's tables."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import decide
from tests.library.stories import GRAIN, add, article_on
from tests.library.told_twice import COPY, FIRST, OPENED, SECOND, add_accounts


@pytest.fixture
def told(empty_library: Library) -> Library:
    add_accounts(empty_library)
    return empty_library


def test_each_difference_stands_once_with_both_sources(told: Library) -> None:
    found = queries.accounts(told, Filter())
    assert sorted(one.kind for one in found.differences) == ["date", "denial", "words"]
    for one in found.differences:
        assert (one.one.article_id, one.other.article_id) == (
            FIRST.article_id,
            SECOND.article_id,
        )
        for side in (one.one, one.other):
            assert queries.fact(told, side.fact_id)["article_id"] == side.article_id
            assert side.text in told.article(side.article_id).article.text
    assert found.copies == {SECOND.article_id: 1, COPY.article_id: 1}


def test_what_only_one_account_tells_is_single_and_copies_are_one(told: Library) -> None:
    found = queries.accounts(told, Filter())
    assert not any(fact.startswith(GRAIN.article_id) for fact in found.single)
    (only,) = (fact for fact in found.single if ".q." in fact)
    words = queries.fact(told, only)["row"]["text"]
    assert words == "The lagoon belongs to both our countries and to nobody else,"


def test_one_article_alone_has_nothing_to_differ_from(told: Library) -> None:
    assert queries.accounts(told, Filter(articles=(FIRST.article_id,))).differences == ()
    only_copies = Filter(articles=(SECOND.article_id, COPY.article_id))
    found = queries.accounts(told, only_copies)
    assert (found.differences, found.single) == ((), frozenset())


def test_what_was_rejected_does_not_differ(told: Library) -> None:
    (date,) = (one for one in queries.accounts(told, Filter()).differences if one.kind == "date")
    decide(told, date.one.fact_id, "rejected", "Ana Lund")
    assert "date" not in {one.kind for one in queries.accounts(told, Filter()).differences}


def test_an_outlets_earlier_version_is_left_out(told: Library) -> None:
    title, *body = COPY.text.split("\n\n")
    words = "\n\n".join(body).replace("9 May", "12 May")
    newer = article_on(title, "2026-03-13", "coast daily", *words.split("\n\n"))
    add(told, newer, dated=[(OPENED, "2026-05-12")])
    dates = [one for one in queries.accounts(told, Filter()).differences if one.kind == "date"]
    sides = {side.article_id for one in dates for side in (one.one, one.other)}
    assert newer.article_id in sides
    assert COPY.article_id not in sides


def test_a_relation_that_one_account_alone_tells_is_single(empty_library: Library) -> None:
    words = "Togo accused Ghana of closing the bridge at night."
    alone = article_on(FIRST.title, "2026-03-10", "Harbour Wire", *_paragraphs(FIRST), words)
    acts = [("accused Ghana", "Togo", "GHA", "ACCUSE", "verbal-conflict")]
    add(empty_library, alone, acts=acts)
    add(empty_library, SECOND)
    assert len(queries.stories(empty_library, Filter())) == 1
    (relation,) = queries.relations(empty_library, Filter())["relation_id"]
    assert relation in queries.accounts(empty_library, Filter()).single
    both = article_on(SECOND.title, "2026-03-11", "The Echo", *_paragraphs(SECOND), words)
    empty_library.remove(SECOND.article_id)
    add(empty_library, both, acts=acts)
    assert relation not in queries.accounts(empty_library, Filter()).single


def _paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")[1:]
