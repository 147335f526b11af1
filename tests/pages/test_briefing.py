"""The Briefing page: the bottom line, what comes up, the figures, what was said and denied."""

from __future__ import annotations

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

from briefing.library import open_library
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts


def _words(app: AppTest) -> str:
    return "\n".join(
        str(element.value)
        for kind in ("title", "header", "caption", "markdown", "html", "text")
        for element in app.get(kind)
    )


def test_one_article_is_headed_by_its_title_outlet_and_date(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    assert app.title[0].value == "Norway warns Chile over fish"
    assert "Harbour News · 20 April 2023, stated" in app.caption[0].value


def test_bottom_line_is_the_articles_own_sentences(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    shown = [html.value for html in app.html if "Lund warned Chile on Monday." in html.value]
    assert shown
    links = [link.proto for link in app.get("page_link")]
    assert any(f"{NEWS.article_id}.s." in str(link) for link in links)


def test_what_comes_up_what_is_said_and_what_is_denied_is_there(open_page: OpenPage) -> None:
    words = _words(open_page(article=NEWS.article_id))
    assert "<b>3 May 2023</b> · Talks in Oslo · Norway" in words
    assert "“the catch is too large”" in words
    assert "that its ships had entered Norwegian waters" in words
    assert "<b>Chile</b>" in words


def test_figures_open_their_lists(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    pages = {link.proto.page for link in app.get("page_link")}
    assert {"entities", "quotes", "relations"} <= pages


def test_every_fact_links_to_its_words(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    links = "".join(str(link.proto) for link in app.get("page_link"))
    facts = news_facts()
    assert facts["quote"] in links
    assert facts["event"] in links


def test_several_articles_are_named(open_page: OpenPage) -> None:
    app = open_page()
    assert app.title[0].value == "Briefing on 2 articles"


def test_an_article_cannot_format_the_page(open_page: OpenPage) -> None:
    app = open_page(article=HOSTILE.article_id)
    words = "\n".join(html.value for html in app.html)
    assert "<img" not in words
    assert "<script" not in words
    assert "&lt;img src=x" in words


def test_an_empty_library_offers_the_way_to_add(data_dir: Path, open_page: OpenPage) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        library.show([])
    app = open_page()
    assert app.title[0].value == "Nothing to brief on yet"
    assert "library" in {link.proto.page for link in app.get("page_link")}


def test_a_filter_that_leaves_nothing_says_so(open_page: OpenPage) -> None:
    app = open_page(words="submarine")
    assert "None of 2 articles matches the filter." in _words(app).replace("\\", "")
    app.button(key="none-0").click().run()
    assert not app.exception
    assert app.session_state["words"] == ""


def test_chart_of_speakers_holds_who_speaks(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    figures = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    bars = [trace for figure in figures for trace in figure["data"] if trace["type"] == "bar"]
    assert bars[0]["customdata"] == ["person:berit-lund", "country:CHL"]
