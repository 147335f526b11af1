"""Article: where does it say that?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefing.article import Article
from briefing.library import open_library
from briefing.tables import Tables
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts


def _data(app: AppTest) -> dict[str, Any]:
    return json.loads(app.get("bidi_component")[0].proto.json)


def test_text_is_the_article_whole(open_page: OpenPage) -> None:
    app = open_page("article", open=NEWS.article_id)
    shown = ["".join(words for words, _ in block["pieces"]) for block in _data(app)["paragraphs"]]
    assert shown == NEWS.text.split("\n\n")


@pytest.mark.parametrize("name", ["quote", "relation", "denied", "event", "speaker"])
def test_link_to_a_fact_focuses_its_words(open_page: OpenPage, name: str) -> None:
    fact = news_facts()[name]
    data = _data(open_page("article", fact=fact))
    assert data["focus"] == fact
    number = [span[1] for span in data["spans"]].index(fact)
    marked = "".join(
        words for block in data["paragraphs"] for words, spans in block["pieces"] if number in spans
    )
    start, end = (int(part) for part in fact.split(".")[2].split("-"))
    assert marked == NEWS.text[start:end]


def test_link_to_a_sentence_focuses_it(open_page: OpenPage) -> None:
    start = NEWS.text.index("Chile denied")
    fact = f"{NEWS.article_id}.s.{start}-{NEWS.text.index('. The two') + 1}"
    assert _data(open_page("article", fact=fact))["focus"] == fact


def test_pronoun_is_named(open_page: OpenPage) -> None:
    data = _data(open_page("article", open=NEWS.article_id))
    assert next(s for s in data["spans"] if s[1] == news_facts()["speaker"])[3] == "Berit Lund"


def test_margin_says_what_is_denied(open_page: OpenPage) -> None:
    data = _data(open_page("article", open=NEWS.article_id))
    labels = [fact["label"] for fact in data["paragraphs"][2]["facts"]]
    told = "disputed · claimed by Berit Lund · denied by Chile"
    assert f"Chile → Norway: entered ({told})" in labels
    assert "Chile · denies" in labels


def test_filter_narrows_margin_and_keeps_the_text(open_page: OpenPage) -> None:
    app = open_page("article", open=NEWS.article_id, words="treaty")
    data = _data(app)
    assert [fact["label"] for block in data["paragraphs"] for fact in block["facts"]] == [
        "Treaty signed · 1998"
    ]
    assert "1 of 6 facts match the filter" in app.caption[0].value


def test_layers_can_be_switched_off(open_page: OpenPage) -> None:
    app = open_page("article", open=NEWS.article_id)
    app.get("pills")[0].set_value(["people", "dates"]).run()
    assert _data(app)["layers"] == ["people", "dates"]


def test_what_was_left_out_is_reported(open_page: OpenPage) -> None:
    app = open_page("article", open=NEWS.article_id)
    assert [text.value for text in app.expander[0].text] == list(NEWS.removed)


def test_dead_links_say_so(open_page: OpenPage) -> None:
    for parameters in ({"fact": "a000000000000.q.1-2"}, {"fact": "x"}, {"open": "a000000000000"}):
        app = open_page("article", **parameters)
        assert app.warning[0].value
        assert _data(app)["focus"] is None


def test_hostile_article_is_shown_and_never_run(open_page: OpenPage) -> None:
    app = open_page("article", open=HOSTILE.article_id)
    shown = ["".join(words for words, _ in block["pieces"]) for block in _data(app)["paragraphs"]]
    assert "\n\n".join(shown) == HOSTILE.text
    everything = [*app.markdown, *app.caption, *app.title, *app.html]
    assert not [element for element in everything if "<script" in str(element.value)]
    assert not [element for element in everything if "](http" in str(element.value)]


def test_choosing_another_article_forgets_the_fact(open_page: OpenPage) -> None:
    app = open_page("article", fact=news_facts()["quote"])
    app.selectbox(key="read").set_value(HOSTILE.article_id).run()
    assert "fact" not in app.query_params
    assert _data(app)["focus"] is None


def test_inferred_date_says_why_it_is_so(open_page: OpenPage) -> None:
    app = open_page("article", open=HOSTILE.article_id)
    assert "in 2021, before 1 July, inferred" in app.caption[0].value.replace("\\", "")


def test_article_without_a_title_goes_by_its_first_words(
    open_page: OpenPage, data_dir: Path
) -> None:
    bare = Article(text="Rain fell on Lima. Nobody spoke of it.")
    row = {
        "article_id": bare.article_id,
        "title": "",
        "text": bare.text,
        "published_basis": "unknown",
        "language": "en",
        "words": 8,
        "reader_version": "test 1",
    }
    with open_library(data_dir / "library.sqlite") as library:
        library.add(bare, Tables.from_rows({"articles": [row]}))
    app = open_page("article", open=bare.article_id)
    assert bare.text in app.selectbox(key="read").options
    assert "0 facts, highlighted in the text" in app.caption[0].value
