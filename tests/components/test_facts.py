"""One look for a fact: verbatim words in marks, paraphrases without, everything escaped."""

from __future__ import annotations

from components.facts import article_day, who_html


def test_who_has_name_role_and_country_in_words() -> None:
    html = who_html("Berit Lund", "Prime Minister", "NOR")
    assert html == "<b>Berit Lund</b>, Prime Minister · Norway"


def test_who_without_a_name_says_so() -> None:
    assert "Speaker not named" in who_html(None)
    assert "Speaker not named" in who_html(float("nan"))


def test_who_without_a_role_keeps_the_country_apart() -> None:
    assert who_html("Chile", None, "CHL").startswith("<b>Chile</b> · Chile")


def test_day_of_the_article_is_said_where_it_is_known() -> None:
    assert article_day({"published": "2024-05-02"}) == "article of 2 May 2024"
    assert article_day({"published": None}) == ""
