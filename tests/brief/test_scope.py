"""What every hand-out says of itself."""

from __future__ import annotations

import pytest

from briefing.brief import Request, make_brief
from briefing.brief.scope import about_words, review_words, scope_words, title_words
from briefing.library import Filter, Library, queries
from briefing.library.queries import Reviewed
from briefing.library.reviews.keeping import decide
from briefing.version import VERSION
from briefing.wording.sources import sources
from tests.pages.sample import HOSTILE, NEWS, news_facts


@pytest.mark.parametrize(
    ("flt", "words"),
    [
        (Filter(), "No filter: everything in the articles"),
        (Filter(countries=("NOR",)), "Countries: Norway"),
        (Filter(countries=("NOR", "CHL")), "Countries: Norway or Chile"),
        (Filter(speakers=("person:berit-lund",)), "Speakers: Berit Lund"),
        # Whose id it is may be nobody's business: a speaker under the Chatham House Rule.
        (Filter(speakers=("person:nobody",)), "Speakers: a speaker who is not in the library"),
        (Filter(articles=(NEWS.article_id,)), f"Articles: “{NEWS.title}”"),
        (
            Filter(earliest="2023-01-01"),
            "Period: from 1 January 2023",
        ),
        (
            Filter(latest="2023-12-31"),
            "Period: until 31 December 2023",
        ),
        (
            Filter(earliest="2023-05-01", latest="2023-05-31"),
            "Period: 1–31 May 2023",
        ),
        (Filter(words="treaty"), "Words: “treaty”"),
        (Filter(tags=("Sahel",)), "Tags: “Sahel” (not in the library)"),
        (Filter(countries=("NOR",), words="fish"), "Countries: Norway · Words: “fish”"),
    ],
)
def test_filter_is_said_in_words(library: Library, flt: Filter, words: str) -> None:
    assert make_brief(library, Request(flt=flt)).filter_words == words


def test_a_tag_is_said_as_the_library_spells_it(library: Library) -> None:
    library.change_tags([NEWS.article_id], add=["Fish"])
    assert make_brief(library, Request(flt=Filter(tags=("Fish",)))).filter_words == "Tags: Fish"


def test_many_articles_of_a_filter_are_counted(library: Library) -> None:
    found = sources(queries.articles(library))
    assert title_words(found) == "Briefing on 2 articles"
    assert title_words({NEWS.article_id: found[NEWS.article_id]}) == NEWS.title
    assert title_words({}) == "Briefing"


@pytest.mark.parametrize(
    ("flt", "words"),
    [
        (Filter(), ""),
        (Filter(countries=("NOR", "CHL")), " about Norway or Chile"),
        (Filter(countries=("NOR", "XXX")), " about Norway"),
        (Filter(countries=("NOR", "CHL", "PER", "JPN")), " about any of 4 countries"),
        (Filter(speakers=("person:berit-lund",)), " that quote or name Berit Lund"),
        (Filter(countries=("PER",), words="tuna"), " about Peru with “tuna”"),
        (Filter(tags=("Sahel", "Iran")), " tagged “Sahel” or “Iran”"),
        (Filter(tags=("Sahel",), countries=("PER",)), " tagged “Sahel” about Peru"),
        (Filter(tags=("A", "B", "C", "D")), " with any of 4 tags"),
    ],
)
def test_title_of_several_says_what_they_are_about(
    library: Library, flt: Filter, words: str
) -> None:
    assert about_words(library, flt) == words


def test_scope_of_one_article_is_its_outlet_and_date(library: Library) -> None:
    brief = make_brief(library, Request(flt=Filter(articles=(NEWS.article_id,))))
    assert brief.scope == "1 of 2 articles · Harbour News · 20 April 2023, stated"
    assert brief.title == NEWS.title


def test_scope_of_several_counts_those_without_a_date(library: Library) -> None:
    articles = queries.articles(library)
    words = scope_words(articles, sources(articles))
    assert words == "2 articles · published 20 April 2023 · 1 without a stated date"
    assert scope_words(articles[:0], {}) == "No articles"


def test_reviewers_are_named() -> None:
    assert review_words(Reviewed(9, 0, ())) == "Found by software, not yet checked by staff"
    words = review_words(Reviewed(9, 2, ("Ana", "Bo")))
    assert words == "Found by software; 2 of 9 facts checked by Ana and Bo"
    words = review_words(Reviewed(9, 0, (), rejected=3))
    assert words == "Found by software, not yet checked by staff; 3 left out as wrong"


def test_reviews_under_the_filter_are_counted(library: Library) -> None:
    decide(library, news_facts()["quote"], "confirmed", "Ana")
    assert make_brief(library).review == "Found by software; 1 of 7 facts checked by Ana"
    elsewhere = Request(flt=Filter(articles=(HOSTILE.article_id,)))
    assert make_brief(library, elsewhere).review == "Found by software, not yet checked by staff"


def test_program_says_what_read_the_articles(library: Library) -> None:
    assert f"read by {VERSION} test" in make_brief(library).program
