"""The Review page: the neediest first, confirmed, rejected, corrected, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import decide
from briefing.library.reviews.parting import split_mentions
from briefing.library.reviews.reading import reading_of
from briefing.settings import settings
from briefing.wording.controls import ONLY_CHECKED_GOES_OUT
from tests.pages.conftest import OpenPage
from tests.pages.sample import news_facts


@pytest.fixture
def here(data_dir: Path) -> Library:
    return Library(data_dir / "library.sqlite")


def _first(library: Library, *records: str) -> str:
    return str(queries.to_check(library, Filter(), records or ("quotes",))["fact_id"].iloc[0])


def test_without_a_name_nothing_can_be_decided(open_page: OpenPage) -> None:
    page = open_page("review")
    (confirm,) = [button for button in page.button if button.label == "Confirm"]
    assert confirm.disabled
    assert any("Give your name first" in each.value for each in page.caption)


def test_two_presses_confirm_and_go_on(open_page: OpenPage, here: Library) -> None:
    page = open_page("review")
    left = queries.checks(here, Filter())
    page.text_input(key="reviewer").input("Ana Lund").run()
    (confirm,) = [button for button in page.button if button.label == "Confirm"]
    first = str(queries.to_check(here, Filter())["fact_id"].iloc[0])
    confirm.click().run()
    assert not page.exception
    assert queries.reviewed(here, Filter()).reviewed == 1
    assert sum(queries.checks(here, Filter()).values()) == sum(left.values()) - 1
    held = reading_of(here, first).held
    assert held is not None
    assert held.reviewer == "Ana Lund"
    page.button(key="undo-done").click().run()
    assert reading_of(here, first).held is None


def test_a_link_opens_one_fact_to_correct(open_page: OpenPage, here: Library) -> None:
    fact = _first(here)
    page = open_page("review", check=fact)
    page.text_input(key="reviewer").input("Ana").run()
    page.selectbox(key=f"act-{fact}").select("urges")
    (save,) = [button for button in page.button if button.label == "Save correction"]
    save.click().run()
    assert not page.exception
    row = queries.quotes(here, Filter()).set_index("quote_id").loc[fact]
    assert (row["act"], row["review"], row["reviewer"]) == ("urges", "corrected", "Ana")
    assert any("the software read" in each.value for each in page.caption)


def test_the_words_of_a_quotation_are_corrected_within_the_article(
    open_page: OpenPage, here: Library
) -> None:
    fact = news_facts()["quote"]
    page = open_page("review", check=fact)
    page.text_input(key="reviewer").input("Ana").run()
    for words, kept in (("the catch is large", False), ("the catch", True)):
        page.text_area(key=f"text-{fact}").input(words)
        (save,) = [button for button in page.button if button.label == "Save correction"]
        save.click().run()
        assert not page.exception
        row = queries.quotes(here, Filter()).set_index("quote_id").loc[fact]
        assert (row["text"] == words) is kept
        assert bool(page.error) is not kept


def test_a_rejected_fact_can_be_opened_and_taken_back(open_page: OpenPage, here: Library) -> None:
    fact = _first(here)
    decide(here, fact, "rejected", "Ben", note="Not said")
    page = open_page("review", check=fact)
    assert any("Not said" in each.value for each in page.caption)
    page.text_input(key="reviewer").input("Ana").run()
    page.button(key="undo").click().run()
    assert not page.exception
    assert fact in set(queries.quotes(here, Filter())["quote_id"])


def test_an_unknown_fact_gets_a_sentence(open_page: OpenPage) -> None:
    page = open_page("review", check="a.q.1-2")
    assert not page.exception
    assert any("not in the library any more" in each.value for each in page.warning)


def test_checked_facts_carry_the_name_of_who_checked_them(
    open_page: OpenPage, here: Library
) -> None:
    decide(here, _first(here), "confirmed", "Ana Lund")
    page = open_page("quotes")
    assert any("Checked by Ana Lund" in each.value for each in page.markdown)


def test_checked_facts_only_narrows_every_page(open_page: OpenPage, here: Library) -> None:
    decide(here, _first(here), "confirmed", "Ana Lund")
    page = open_page("quotes", checked="true")
    assert not page.exception
    assert len(queries.quotes(here, Filter(checked_only=True))) == 1
    assert any("checked facts only" in button.label for button in page.button)


def test_the_details_of_an_article_are_corrected_from_its_page(
    open_page: OpenPage, here: Library
) -> None:
    article_id = str(queries.articles(here)["article_id"].iloc[0])
    page = open_page("review", check=article_id)
    page.text_input(key="reviewer").input("Ana").run()
    page.text_input(key=f"source-{article_id}").input("The Gazette")
    (save,) = [button for button in page.button if button.label == "Save correction"]
    save.click().run()
    assert not page.exception
    assert here.article(article_id).row["source"] == "The Gazette"


def test_two_names_are_merged_from_the_page(open_page: OpenPage, here: Library) -> None:
    (one,) = queries.entities(here, Filter(), ("person",))["entity_id"]
    (quote,) = queries.quotes(here, Filter())["quote_id"].head(1)
    decide(here, quote, "corrected", "Ben", field="speaker_id", value="Somebody Else")
    other = "person:somebody-else"
    page = open_page("review", check=other)
    page.text_input(key="reviewer").input("Ana").run()
    page.selectbox(key=f"same_as-{other}").select(str(one))
    (save,) = [button for button in page.button if button.label == "Save correction"]
    save.click().run()
    assert not page.exception
    assert other not in set(queries.quotes(here, Filter())["speaker_id"])


def test_a_name_is_split_from_the_page_and_taken_back(open_page: OpenPage, here: Library) -> None:
    lund, other = "person:berit-lund", "person:per-lund"
    split_mentions(here, [news_facts()["speaker"]], "Per Lund", "Ben")
    before = set(queries.mentions(here, Filter(), lund)["mention_id"])
    page = open_page("review", check=lund)
    page.text_input(key="reviewer").input("Ana").run()
    words = page.selectbox(key=f"split-words-{lund}").value
    page.radio(key=f"where-{lund}").set_value("everywhere").run()
    page.selectbox(key=f"split-to-{lund}").set_value(other).run()
    page.button(key=f"split-{lund}").click().run()
    assert not page.exception
    assert words in set(queries.mentions(here, Filter(), other)["text"])
    assert any(f"“{words}” stands for Per Lund" in each.value for each in page.caption)
    page.button(key="undo").click().run()
    assert set(queries.mentions(here, Filter(), lund)["mention_id"]) == before
    page.radio(key=f"where-{lund}").set_value("these").run()
    rows = queries.mentions(here, Filter(), lund)
    mention = str(rows.loc[rows["text"] == words, "mention_id"].iloc[0])
    page.multiselect(key=f"split-mentions-{lund}").set_value([mention]).run()
    page.selectbox(key=f"split-to-{lund}").set_value(other).run()
    page.button(key=f"split-{lund}").click().run()
    assert not page.exception
    assert before - set(queries.mentions(here, Filter(), lund)["mention_id"]) == {mention}
    page = open_page("review", check=mention)
    assert any("Per Lund" in each.value for each in page.markdown)


def test_by_the_setting_a_page_hands_over_checked_facts_only(
    open_page: OpenPage, here: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(here, _first(here, "events"), "confirmed", "Ana Lund")
    monkeypatch.setenv("BRIEFING_CHECKED_ONLY", "true")
    settings.cache_clear()
    for page, query in (("timeline", {"order": "table"}), ("relations", {"view": "table"})):
        held_back = _handed_over(open_page(page, **query))
        assert held_back
        assert all(each.disabled and ONLY_CHECKED_GOES_OUT in each.help for each in held_back)
    assert not any(
        each.disabled for each in _handed_over(open_page("timeline", order="table", checked="true"))
    )
    listed = _handed_over(open_page("library"))
    assert not any(each.disabled for each in listed), "the list of articles holds no fact"


def _handed_over(page: AppTest) -> list[Any]:
    buttons = [each.proto for each in page.get("download_button")]
    return [each for each in buttons if "CSV" in each.label or "(.ics)" in each.label]


def test_what_stands_first_says_who_checked_it_and_can_be_checked(
    open_page: OpenPage, here: Library
) -> None:
    fact = str(queries.weightiest(here, Filter(), 1)["quote_id"].iloc[0])
    decide(here, fact, "confirmed", "Ana Lund")
    for page in (open_page(cover="all"), open_page("timeline")):
        assert any(link.proto.label == "Check" for link in page.get("page_link"))
    words = [each.value for each in open_page(cover="all").markdown]
    assert any("Checked by Ana Lund" in each for each in words)
