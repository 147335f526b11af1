"""A brief holds what the pages show, numbered, limited, and says what it leaves out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks import synthetic
from briefing import extract
from briefing.article import Article
from briefing.brief import Limits, Request, make_brief
from briefing.library import Filter, Library
from briefing.reading import read_text
from briefing.wording.verbatim import plain
from tests.pages.sample import HOSTILE, NEWS

MADE = date(2023, 4, 25)


def test_words_are_the_articles_and_speakers_are_named(library: Library) -> None:
    brief = make_brief(library, Request(made=MADE))
    lund = next(item for item in brief.quotations.items if item.speaker == "Berit Lund")
    assert plain(lund.pieces) == "“the catch is too large”"
    assert lund.role == "Norwegian Prime Minister"
    assert lund.country == "Norway"
    assert lund.at.sentence in " ".join(NEWS.text.split())
    denial = next(item for item in brief.quotations.items if item.act == "denies")
    assert plain(denial.pieces) == "that its ships had entered Norwegian waters"
    assert denial.country is None  # Chile speaks itself


def test_sources_are_numbered_as_they_are_cited(library: Library) -> None:
    brief = make_brief(library, Request(made=MADE))
    assert [cited.number for cited in brief.sources] == [1, 2]
    numbers = {cited.source.article_id: cited.number for cited in brief.sources}
    for item in (*brief.bottom_line, *brief.quotations.items, *brief.relations.items):
        assert item.at.number == numbers[item.at.article_id]
    assert brief.bottom_line[0].at.number == 1


def test_claim_says_who_denies_it(library: Library) -> None:
    (claim,) = make_brief(library).claims.items
    assert (claim.who_says, claim.who_denies) == ("Berit Lund", "Chile")


def test_worked_out_date_carries_its_working(library: Library) -> None:
    treaty = next(
        item for item in make_brief(library).timeline.items if item.title == "Treaty signed"
    )
    assert (treaty.when, treaty.basis) == ("1998", "computed")
    assert treaty.working == "1998 as it stands in the sentence."


def test_event_says_how_it_stands_and_what_is_not_so_is_not_coming_up(library: Library) -> None:
    text = (
        "Rebels say the army killed nine farmers on 3 April 2023. "
        "Peru denied that it would hold talks with Chile on 3 May 2023. "
        "Peru may hold a vote on 4 May 2023. "
        "The talks of Fiji and Tonga planned for 5 May 2023 were called off."
    )
    article = Article(text=text, published="2023-04-20", published_basis="stated")
    library.add(article, extract(article))
    brief = make_brief(library, Request(flt=Filter(articles=(article.article_id,)), made=MADE))
    told = {item.at.sentence.split(" on ")[0]: item for item in brief.timeline.items}
    claimed, denied, possible, off = told.values()
    assert claimed.stands == "Claimed by Rebels"
    assert (denied.stands, denied.tense) == ("Denied by Peru", None)
    assert possible.stands == "Possible (“may”)"
    assert (off.stands, off.tense) == ("Cancelled", "upcoming")
    assert [item.at.fact_id for item in brief.coming_up.items] == [
        possible.at.fact_id,
        off.at.fact_id,
    ]


def test_nothing_that_matches_is_an_honest_empty_brief(library: Library) -> None:
    brief = make_brief(library, Request(flt=Filter(words="zeppelin")))
    assert brief.empty
    assert brief.filter_words == "Words: “zeppelin”"
    assert brief.verified == "0 of 0 quotations: the words are the article’s own"
    assert brief.sources == ()


def test_empty_library_is_an_empty_brief(tmp_path: Path) -> None:
    with Library(tmp_path / "new.sqlite") as new:
        brief = make_brief(new)
    assert brief.empty
    assert (brief.title, brief.scope) == ("Briefing", "No articles")


def test_what_is_over_the_limit_is_said_with_its_number(library: Library) -> None:
    few = Limits(quotations=1, key_quotations=2, relations=1, claims=0)
    brief = make_brief(library, Request(limits=few))
    assert (len(brief.quotations.items), brief.quotations.total) == (1, 3)
    assert brief.relations.total == 2
    assert len(brief.relations.items) == 1
    assert (len(brief.claims.items), brief.claims.total) == (0, 1)
    assert brief.checked.number == 2  # the key quotations were checked as well


def test_what_lists_everything_leaves_nothing_out(library: Library) -> None:
    brief = make_brief(library)
    for listed in (brief.quotations, brief.timeline, brief.relations, brief.claims):
        assert len(listed.items) == listed.total


@pytest.mark.parametrize(
    ("asked", "setting", "marking"),
    [(None, "OFFICIAL", "OFFICIAL"), ("TLP:RED", "OFFICIAL", "TLP:RED"), ("", "OFFICIAL", "")],
)
def test_marking_is_the_settings_unless_one_is_given(
    library: Library, monkeypatch: pytest.MonkeyPatch, asked: str | None, setting: str, marking: str
) -> None:
    from briefing.settings import settings

    monkeypatch.setenv("BRIEFING_MARKING", setting)
    settings.cache_clear()
    try:
        assert make_brief(library, Request(marking=asked)).marking == marking
    finally:
        settings.cache_clear()


def test_same_library_and_day_make_the_same_brief(library: Library) -> None:
    first, second = (make_brief(library, Request(made=MADE)) for _ in range(2))
    for name in ("bottom_line", "key_quotations", "quotations", "coming_up", "timeline", "claims"):
        assert getattr(first, name) == getattr(second, name)
    assert first.relations == second.relations


def test_hostile_words_stay_words(library: Library) -> None:
    brief = make_brief(library, Request(flt=Filter(articles=(HOSTILE.article_id,))))
    assert brief.title == HOSTILE.title
    assert any("onerror=alert(2)" in plain(item.pieces) for item in brief.quotations.items)


def test_many_articles_keep_to_the_limits(tmp_path: Path) -> None:
    made = list(synthetic.articles(12))
    with Library(tmp_path / "many.sqlite") as many:
        many.add_many([article for article, _ in made], synthetic.tables_of(made))
        brief = make_brief(many, Request(made=date(2031, 1, 1)))
    assert (len(brief.quotations.items), brief.quotations.total) == (60, 360)
    assert len(brief.relations.items) == 60
    assert brief.articles == 12
    places = [(item.at.article_id, item.at.fact_id) for item in brief.quotations.items]
    assert len(set(places)) == 60


def test_article_without_a_title_goes_by_its_first_words(tmp_path: Path) -> None:
    article = read_text("It rained in Lima on Monday.", name="note", verbatim=True)
    with Library(tmp_path / "note.sqlite") as library:
        library.add(article, extract([article]))
        brief = make_brief(library)
    assert brief.title == "“It rained in Lima on Monday.”"
