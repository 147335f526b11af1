"""The panel "Hand out": choose, prepare, take away, and what becomes of it when choices change."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefing.deck.storage import Deck, keep_deck
from briefing.export.formats import FORMATS
from briefing.library import open_library
from tests.pages.conftest import OpenPage
from tests.pages.sample import NEWS, news_facts


def prepare(app: AppTest, name: str) -> AppTest:
    app.selectbox(key="handout-format").select(name).run()
    return app.button(key="handout-prepare").click().run()


def captions(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


def downloads(app: AppTest) -> list[str]:
    return [
        element.proto.label
        for element in app.get("download_button")
        if element.proto.label == "Download"
    ]


def test_every_format_is_offered_and_described(open_page: OpenPage) -> None:
    app = open_page(cover="all")
    choice = app.selectbox(key="handout-format")
    assert choice.options == [form.word for form in FORMATS.values()]
    for name, form in FORMATS.items():
        choice = app.selectbox(key="handout-format").select(name).run()
        assert form.holds in captions(app)
        assert app.button(key="handout-prepare").label == f"Prepare the {form.word} file"


@pytest.mark.parametrize("name", ["html", "xlsx", "csv", "ics"])
def test_prepared_file_says_its_name_and_what_was_checked(open_page: OpenPage, name: str) -> None:
    app = prepare(open_page(cover="all"), name)
    assert not app.exception
    assert not app.error
    assert downloads(app) == ["Download"]
    assert "the article’s own" in captions(app)
    assert "briefing\\-on\\-2\\-articles" in captions(app)


def test_paper_and_form_are_asked_for_where_they_matter(open_page: OpenPage) -> None:
    app = open_page(cover="all")

    def keys() -> set[str]:
        shown = {group.key for group in app.segmented_control}
        return {str(key) for key in shown if str(key).startswith("handout-")}

    app.selectbox(key="handout-format").select("pdf").run()
    assert keys() == {"handout-form", "handout-paper"}
    app.selectbox(key="handout-format").select("html").run()
    assert keys() == {"handout-form"}
    app.selectbox(key="handout-format").select("xlsx").run()
    assert keys() == set()


def test_meeting_brief_asks_for_the_words_of_staff(open_page: OpenPage) -> None:
    app = open_page(cover="all")
    app.selectbox(key="handout-format").select("html").run()
    assert not [area for area in app.text_area if str(area.key).startswith("handout-")]
    app.segmented_control(key="handout-form").set_value("meeting").run()
    app.text_area(key="handout-objective").input("Agree on the catch").run()
    app.text_area(key="handout-points").input("One\n\n  Two  ").run()
    app.button(key="handout-prepare").click().run()
    assert downloads(app) == ["Download"]


def test_brief_by_british_custom_asks_from_whom_to_whom_and_why(open_page: OpenPage) -> None:
    app = open_page(cover="all")
    app.selectbox(key="handout-format").select("docx").run()
    app.segmented_control(key="handout-form").set_value("uk-brief").run()
    labels = [field.label for field in app.text_input if str(field.key).startswith("handout-")]
    assert labels == ["To", "From", "Cleared by", "Contact"]
    app.text_input(key="handout-sender").input("Eastern desk").run()
    app.text_area(key="handout-purpose").input("Whether to answer").run()
    app.button(key="handout-prepare").click().run()
    assert not app.exception
    assert downloads(app) == ["Download"]


def test_recipients_are_asked_for_where_the_marking_is_for_people_who_are_named(
    open_page: OpenPage,
) -> None:
    app = open_page(cover="all")

    def asked() -> list[str]:
        return [field.label for field in app.text_input if field.key == "handout-recipients"]

    for marking, shown in (("TLP:RED", 1), ("TLP:AMBER", 0), ("TLP:AMBER+STRICT", 1)):
        app.selectbox(key="handout-marking").select(marking).run()
        assert len(asked()) == shown, marking


def test_file_is_taken_back_when_the_filter_changes(open_page: OpenPage) -> None:
    app = prepare(open_page(cover="all"), "html")
    assert downloads(app) == ["Download"]
    app.sidebar.text_input(key="words").input("fish").run()
    assert downloads(app) == []
    assert "The choices have changed since" in captions(app)


def test_file_is_taken_back_when_another_choice_is_made(open_page: OpenPage) -> None:
    app = prepare(open_page(cover="all"), "html")
    app.selectbox(key="handout-marking").select("TLP:RED").run()
    assert downloads(app) == []
    app.button(key="handout-prepare").click().run()
    assert downloads(app) == ["Download"]


def test_setting_s_marking_is_offered_first(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_MARKING", "OFFICIAL")
    app = open_page(cover="all")
    assert app.selectbox(key="handout-marking").value == "OFFICIAL"


def test_quotation_that_is_not_in_its_article_is_one_clear_sentence(
    open_page: OpenPage, data_dir: Path
) -> None:
    quote = news_facts()["quote"]
    with sqlite3.connect(data_dir / "library.sqlite") as connection:
        connection.execute("UPDATE quotes SET text = 'no such words' WHERE quote_id = ?", (quote,))
    connection.close()
    app = prepare(open_page(cover="all"), "xlsx")
    assert not app.exception
    (error,) = app.error
    assert "Nothing was written" in error.value
    assert downloads(app) == []


def test_nothing_that_matches_is_not_prepared(open_page: OpenPage) -> None:
    app = open_page(words="zebra")
    assert app.title[0].value == "Nothing matches the filter"
    assert not [choice for choice in app.selectbox if choice.key == "handout-format"]


def _slides(app: AppTest) -> int:
    """Return how many slides the prepared file is said to have."""
    (number,) = re.findall(r"(\d+) slides", captions(app))
    return int(number)


def test_slides_of_the_briefing_are_few_or_all(open_page: OpenPage) -> None:
    app = prepare(open_page(article=NEWS.article_id), "pptx")
    few = _slides(app)
    app.segmented_control(key="handout-slides").set_value("full").run()
    app.button(key="handout-prepare").click().run()
    assert _slides(app) > few


def test_marking_of_the_deck_is_chosen_in_one_place(open_page: OpenPage, data_dir: Path) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        keep_deck(library, "Monday", Deck(marking="TLP:RED"))
    app = open_page("present", deck="Monday")
    labels = [box.label for box in app.selectbox]
    assert labels.count("Handling marking") == 1
    assert "as chosen above: TLP" in captions(app)
    assert "RED" in app.main.markdown[0].value


def test_file_of_the_present_page_has_as_many_slides_as_the_page(open_page: OpenPage) -> None:
    app = open_page("present")
    for _ in range(2):
        app.button(key="handout-prepare").click().run()
        assert _slides(app) == int(app.title[0].value.split()[0])
        app.toggle(key="all-slides").set_value(True).run()


@pytest.mark.parametrize("page", ["briefing", "present"])
def test_a_marking_with_brackets_shows_as_it_is(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("BRIEFING_MARKING", "UK [EYES] ONLY")
    app = open_page(page)
    (badge,) = (each.value for each in app.main.markdown if "EYES" in each.value)
    assert badge.count("\\[") == 1
    assert "\\\\" not in badge
