"""One look for a fact: verbatim words in marks, paraphrases without, everything escaped."""

from __future__ import annotations

from briefing.wording.words import cell_value
from components.facts import article_day, standing_note, who_html


def test_who_has_name_role_and_country_in_words() -> None:
    html = who_html("Berit Lund", "Prime Minister", "NOR")
    assert html.startswith("<b>Berit Lund</b>, Prime Minister · Norway")


def test_who_without_a_name_says_so() -> None:
    assert "Speaker not named" in who_html(None)
    assert "Speaker not named" in who_html(float("nan"))


def test_who_without_a_role_keeps_the_country_apart() -> None:
    assert who_html("Chile", None, "CHL").startswith("<b>Chile</b> · Chile")


def test_standing_is_said_in_words() -> None:
    row = {
        "attributed_to": "person:a",
        "attributed_to_name": "Berit Lund",
        "denied_by": "country:CHL",
        "denied_by_name": "Chile",
        "condition": "if the talks fail",
    }
    assert standing_note(row) == "claimed by Berit Lund · denied by Chile · if the talks fail"


def test_what_the_article_says_needs_no_note() -> None:
    row = {"attributed_to": None, "denied_by": float("nan"), "condition": None}
    assert standing_note(row) == ""
    assert cell_value(row["denied_by"]) is None


def test_day_of_the_article_is_said_where_it_is_known() -> None:
    assert article_day({"published": "2024-05-02"}) == "article of 2 May 2024"
    assert article_day({"published": None}) == ""
