"""The Quotes page: words, kind, speaker behind "she", citation, and the way out."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import Filter, open_library, queries
from briefing.wording.verbatim import pieces
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts


def _html(app: AppTest) -> list[str]:
    return [html.value for html in app.html]


def _badges(app: AppTest) -> str:
    return " ".join(str(mark.value) for mark in app.markdown)


def test_speakers_have_headings_that_count_their_quotations(open_page: OpenPage) -> None:
    app = open_page("quotes", article=NEWS.article_id)
    captions = [caption.value for caption in app.caption]
    assert any("Berit Lund</b>, Norwegian Prime Minister · Norway" in text for text in _html(app))
    assert "1 quotation, with verbatim words" in captions
    assert "1 quotation, a paraphrase" in captions


def test_verbatim_words_are_in_marks_and_paraphrase_is_not(open_page: OpenPage) -> None:
    app = open_page("quotes", article=NEWS.article_id)
    assert any("“the catch is too large”" in text for text in _html(app))
    paraphrase = next(text for text in _html(app) if "its ships had entered" in text)
    assert "“" not in paraphrase
    assert "Paraphrase" in _badges(app)
    assert "Denies" in _badges(app)


def test_a_pronoun_opens_why_it_is_read_so(open_page: OpenPage) -> None:
    app = open_page("quotes", article=NEWS.article_id)
    mark = app.get_by_key(f"why-{news_facts()['quote']}")
    assert mark.proto.popover.label == "She → Berit Lund"
    said = [text.value for text in app.text]
    assert "“She” is a pronoun, traced to a name." in said
    assert "The subject of the sentence before." in said
    evidence = next(text for text in _html(app) if "<mark" in text)
    assert "Berit Lund</mark>" in evidence


def test_citation_names_words_speaker_role_outlet_and_date(open_page: OpenPage) -> None:
    app = open_page("quotes", article=NEWS.article_id)
    assert [code.value for code in app.code] == [
        "“the catch is too large” – Berit Lund, Norwegian Prime Minister, as reported by "
        "Harbour News (“Norway warns Chile over fish”), 20 April 2023",
        "Chile denies (paraphrase): that its ships had entered Norwegian waters, as reported by "
        "Harbour News (“Norway warns Chile over fish”), 20 April 2023",
    ]


def test_kinds_acts_and_countries_narrow(open_page: OpenPage) -> None:
    app = open_page("quotes")
    assert len(app.code) == 3
    assert len(open_page("quotes", kind="Paraphrase").code) == 1
    assert len(open_page("quotes", act="Denies").code) == 1
    app = open_page("quotes", about="Japan")
    assert [code.value for code in app.code] == [app.code[0].value]
    assert "Peru" in app.code[0].value


@pytest.mark.parametrize(
    ("parameters", "number"),
    [
        ({"about": "JPN"}, 1),
        ({"about": "Japan"}, 1),
        ({"about": ["JPN", "CHL"]}, 2),
        ({"speaking": "CHL"}, 1),
        ({"act": "denies"}, 1),
        ({"kind": "indirect"}, 1),
        ({"kind": ["indirect", "mixed"]}, 2),
        ({"about": "Atlantis"}, 3),
    ],
)
def test_links_may_hold_codes_or_names(
    open_page: OpenPage, parameters: dict[str, str | list[str]], number: int
) -> None:
    assert len(open_page("quotes", **parameters).code) == number


def test_the_speakers_country_narrows(open_page: OpenPage) -> None:
    app = open_page("quotes", article=NEWS.article_id)
    app.multiselect(key="choose-speaking").set_value(["CHL"]).run()
    shown = " ".join(_html(app))
    assert "its ships had entered" in shown
    assert "the catch is too large" not in shown


def test_choices_that_leave_nothing_say_how_many_there_are(open_page: OpenPage) -> None:
    app = open_page("quotes", kind="Paraphrase", about="Japan")
    assert any("3 before these choices" in mark.value for mark in app.markdown)
    app.button(key="none-left-0").click().run()
    assert not app.exception
    assert len(app.code) == 3


def test_a_filter_that_leaves_nothing_offers_to_clear_it(open_page: OpenPage) -> None:
    app = open_page("quotes", words="submarine")
    assert any("No quotations in" in mark.value for mark in app.markdown)
    app.button(key="empty-0").click().run()
    assert not app.exception
    assert app.session_state["words"] == ""


def test_in_order_follows_the_article(open_page: OpenPage) -> None:
    app = open_page("quotes", list="order", article=NEWS.article_id)
    assert ["catch" in app.code[0].value, "ships" in app.code[1].value] == [True, True]


def test_ledger_is_one_row_a_quotation_with_its_citation(open_page: OpenPage) -> None:
    app = open_page("quotes", list="table", article=NEWS.article_id)
    table = app.dataframe[0].value
    assert list(table["Speaker"]) == ["Berit Lund", "Chile"]
    assert list(table["Words"]) == [
        "“the catch is too large”",
        "that its ships had entered Norwegian waters",
    ]
    assert table["Citation"].str.contains("Harbour News").all()


def test_heat_map_and_those_without_a_voice_are_beside(open_page: OpenPage) -> None:
    app = open_page("quotes")
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert figure["data"][0]["type"] == "heatmap"
    assert list(app.dataframe[0].value.columns) == ["Speaker", "About", "Quotations"]
    assert "Japan" in list(app.dataframe[1].value["Name"])


def test_an_article_cannot_format_the_page(open_page: OpenPage) -> None:
    app = open_page("quotes", article=HOSTILE.article_id)
    assert not any("<img" in text for text in _html(app))
    assert any("&lt;img src=x onerror=alert(2)&gt;" in text for text in _html(app))


def test_marks_stand_only_where_the_article_has_the_same_words(data_dir: object) -> None:
    """Every quotation at hand: what is shown in marks is in the article, between its marks."""
    del data_dir
    checked = 0
    with open_library() as library:
        for row in queries.quotes(library, Filter()).to_dict("records"):
            text = library.article(row["article_id"]).article.text
            parts = pieces(row["fragments"], text)
            for part, (start, end, verbatim, _) in zip(parts, row["fragments"], strict=True):
                if part.verbatim:
                    assert verbatim
                    assert part.text == " ".join(text[start:end].split())
                    checked += 1
    assert checked
