"""The Entities page: the table, the profile of the chosen one, who appears with whom."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS


def _html(app: AppTest) -> list[str]:
    return [html.value for html in app.html]


def test_table_says_who_how_often_and_whether_they_speak(open_page: OpenPage) -> None:
    app = open_page("entities", article=NEWS.article_id)
    assert app.title[0].value.startswith("Chile is named most")
    table = app.dataframe[0].value.set_index("Name")
    assert table.loc["Berit Lund", "Role"] == "Norwegian Prime Minister"
    assert table.loc["Berit Lund", "Country"] == "Norway"
    assert table.loc["Chile", "Mentions"] == 3
    assert table.loc["Berit Lund", "Quoted"] == 1
    assert table.loc["Norway", "Quoted"] == 0
    assert table.loc["Berit Lund", "First words"].startswith("Norwegian Prime Minister Berit Lund")


def test_profile_of_the_first_is_open(open_page: OpenPage) -> None:
    app = open_page("entities", article=NEWS.article_id)
    assert app.header[0].value == "Chile"


def test_profile_shows_roles_mentions_words_and_dates(open_page: OpenPage) -> None:
    app = open_page("entities", article=NEWS.article_id, entity="person:berit-lund")
    assert any("Role as written: <b>Norwegian Prime Minister</b>" in text for text in _html(app))
    assert [tab.label for tab in app.tabs][:5] == [
        "Named 2",
        "Says 1",
        "About 0",
        "Relations 1",
        "Dates 0",
    ]
    marked = [text for text in _html(app) if "<mark" in text]
    assert any("She</mark> said" in text for text in marked)
    assert any("“the catch is too large”" in text for text in _html(app))


def test_profile_of_a_country_has_its_relations_and_dates(open_page: OpenPage) -> None:
    app = open_page("entities", article=NEWS.article_id, entity="country:NOR")
    labels = [tab.label for tab in app.tabs]
    assert "Relations 2" in labels
    assert "Dates 1" in labels


def test_an_unknown_entity_in_the_address_opens_the_first(open_page: OpenPage) -> None:
    app = open_page("entities", entity="person:nobody", article=NEWS.article_id)
    assert app.header[0].value == "Chile"


def test_kinds_narrow_the_table(open_page: OpenPage) -> None:
    app = open_page("entities")
    app.button_group(key="choose-entity-kind").set_value(["person"]).run()
    assert not app.exception
    assert list(app.dataframe[0].value["Name"]) == ["Berit Lund"]


def test_network_and_table_have_the_same_pairs(open_page: OpenPage) -> None:
    app = open_page("entities", article=NEWS.article_id)
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    table = app.dataframe[1].value
    assert list(table.columns) == ["One", "Other", "Sentences they share"]
    assert len(lines) == len(table) == 3


def test_an_article_cannot_format_the_page(open_page: OpenPage) -> None:
    app = open_page("entities", article=HOSTILE.article_id)
    assert not any("<script" in text or "<img" in text for text in _html(app))


def test_a_filter_that_leaves_nothing_offers_to_clear_it(open_page: OpenPage) -> None:
    app = open_page("entities", words="submarine")
    app.button(key="empty-0").click().run()
    assert not app.exception
    assert app.session_state["words"] == ""
