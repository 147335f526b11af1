"""The search box: what it shows for words, where its links lead, searches that are saved."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import Filter, open_library
from briefing.library.searches import save_search, saved_searches
from tests.pages.conftest import OpenPage
from tests.pages.sample import NEWS


class Box:
    """The box over a page. AppTest runs a page anew for what runs within the box alone."""

    def __init__(self, app: AppTest) -> None:
        self.app = app
        self.run()

    def run(self) -> None:
        self.app.session_state["search-opened"] = "just now"
        self.app.run()
        assert not self.app.exception

    def type(self, words: str) -> None:
        self.app.text_input(key="search-words").set_value(words)
        self.run()

    def click(self, key: str) -> None:
        self.app.button(key=key).click()
        self.run()


@pytest.fixture
def box(open_page: OpenPage) -> Box:
    return Box(open_page("review"))


def test_every_page_has_the_box(open_page: OpenPage) -> None:
    for name in ("article", "present", "review"):
        assert open_page(name).button(key="search-open").label == "Search"


def test_words_find_names_articles_and_sentences(box: Box) -> None:
    box.type("norw")
    assert {heading.value for heading in box.app.subheader} >= {"Names", "In the text"}
    (kinds,) = [group for group in box.app.button_group if group.key == "search-kind"]
    assert any("sentence" in option for option in kinds.options)


def test_what_is_not_there_gets_a_sentence(box: Box) -> None:
    box.type("zeppelin")
    assert any("Nothing in the visible articles has" in text.value for text in box.app.markdown)


def test_a_search_is_saved_and_made_again(box: Box, data_dir) -> None:
    box.type("norway")
    box.click("search-save")
    with open_library(data_dir / "library.sqlite") as library:
        (saved,) = saved_searches(library)
        assert (saved.words, saved.flt) == ("norway", Filter())
        library.change_tags([NEWS.article_id], add=["Fish"])
        flt = Filter(countries=("PER",), tags=("Fish",))
        save_search(library, "Talks about Peru", "talks", flt)
    box.type("")
    box.click("search-saved-0")
    assert box.app.text_input(key="search-words").value == "talks"
    assert box.app.multiselect(key="choose-country").value == ["PER"]
    assert box.app.multiselect(key="choose-tag").value == ["Fish"]


def test_a_saved_search_is_deleted(box: Box, data_dir) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        save_search(library, "Talks", "talks", Filter())
    box.run()
    box.click("search-delete-0")
    with open_library(data_dir / "library.sqlite") as library:
        assert saved_searches(library) == []


def test_a_country_found_becomes_the_filter(box: Box) -> None:
    box.type("norw")
    box.click("search-filter-country:NOR")
    assert box.app.multiselect(key="choose-country").value == ["NOR"]


def test_words_become_the_filter_of_every_page(box: Box) -> None:
    box.type("norway ")
    box.click("search-everywhere")
    assert box.app.text_input(key="words").value == "norway"


def test_an_article_s_words_never_become_formatting(box: Box) -> None:
    box.type("the")
    for link in box.app.get("page_link"):
        assert "](" not in link.proto.label
