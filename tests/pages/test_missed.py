"""Article: what was missed is added by the article's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import decide, decisions_of
from briefing.library.reviews.missed import add
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts


@pytest.fixture
def here(data_dir: Path) -> Library:
    return Library(data_dir / "library.sqlite")


@pytest.fixture
def window(open_page: OpenPage) -> AppTest:
    page = open_page("article", open=NEWS.article_id)
    page.button(key="add-missed").click().run()
    page.text_input(key="reviewer").input("Ana Lund").run()
    return page


def test_a_missed_event_is_added_and_shown_in_the_text(window: AppTest, here: Library) -> None:
    window.button_group(key="missed-record").set_value("events").run()
    window.text_area(key="missed-words").input("its ships had entered").run()
    window.text_input(key="title-new-events").input("Ships enter").run()
    window.text_input(key="date-new-events").input("2023-04").run()
    window.button(key="missed-add").click().run()
    assert not window.exception
    (row,) = queries.events(here, Filter(checked_only=True)).to_dict("records")
    assert (row["title"], row["earliest"], row["reviewer"]) == (
        "Ships enter",
        "2023-04-01",
        "Ana Lund",
    )
    assert window.query_params["fact"] == row["event_id"]
    window.button(key="undo-done").click().run()
    assert queries.events(here, Filter(checked_only=True)).empty
    window.button(key="redo-done").click().run()
    assert not queries.events(here, Filter(checked_only=True)).empty


def test_a_missed_quotation_takes_its_kind_from_the_marks(window: AppTest, here: Library) -> None:
    window.text_area(key="missed-words").input("talks would follow in Oslo").run()
    window.selectbox(key="speaker_id-new-quotes").select("person:berit-lund").run()
    window.button(key="missed-add").click().run()
    assert not window.exception
    (row,) = queries.quotes(here, Filter(checked_only=True)).to_dict("records")
    assert (row["kind"], row["speaker_id"]) == ("indirect", "person:berit-lund")
    quotes = window.switch_page("pages/quotes.py").run()
    assert any("Added by Ana Lund" in each.value for each in quotes.markdown)


def test_who_confirms_what_was_added_is_named_beside_who_added_it(
    open_page: OpenPage, here: Library
) -> None:
    start = NEWS.text.index("The two countries")
    fields = {"speaker_id": None, "act": "says", "kind": "indirect"}
    span = (start, start + len("The two countries"))
    fact = add(here, NEWS.article_id, "quotes", span, {**fields}, "Ana")
    decide(here, fact, "confirmed", "Ben")
    page = open_page("review", check=fact)
    told = [each.value for each in (*page.markdown, *page.caption)]
    assert any("Added" in each for each in told)
    assert any("by Ana" in each for each in told)
    assert any("Checked by Ben" in each for each in told)


def test_words_in_several_places_are_told_apart_by_their_sentence(
    window: AppTest, here: Library
) -> None:
    window.button_group(key="missed-record").set_value("relations").run()
    window.selectbox(key="missed-sentence").select_index(0).run()
    assert window.text_area(key="missed-words").value == "Norway warns Chile over fish"
    window.text_area(key="missed-words").input("Chile").run()
    (where,) = [each for each in window.selectbox if "places" in each.label]
    where.select_index(2).run()
    window.selectbox(key="source-new-relations").select("CHL").run()
    window.selectbox(key="target-new-relations").select("NOR").run()
    window.button(key="missed-add").click().run()
    assert not window.exception
    (row,) = queries.relations(here, Filter(checked_only=True)).to_dict("records")
    assert row["start"] == NEWS.text.index("Chile denied")


def test_what_cannot_be_added_says_what_to_do(window: AppTest, here: Library) -> None:
    window.text_area(key="missed-words").input("words of nobody").run()
    assert any("does not have these words" in each.value for each in window.warning)
    assert window.button(key="missed-add").disabled
    window.text_area(key="missed-words").input("the catch is too large").run()
    window.button(key="missed-add").click().run()
    assert any("there already" in each.value for each in window.error)
    assert decisions_of(here, news_facts()["quote"]) == []


def test_the_words_of_an_article_are_never_run(open_page: OpenPage) -> None:
    page = open_page("article", open=HOSTILE.article_id)
    page.button(key="add-missed").click().run()
    page.text_area(key="missed-words").input("<script>alert(1)</script> Peru said").run()
    assert not page.exception
    assert not [each for each in (*page.markdown, *page.html) if "<script" in str(each.value)]
