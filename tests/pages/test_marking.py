"""The marking of articles: given on the pages, and standing on what is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefing.brief import Request, make_brief
from briefing.deck import slides
from briefing.deck.show import make_show
from briefing.deck.storage import Deck, keep_deck, lock_deck
from briefing.library import Filter, markings, open_library, queries
from components.articles_table import FIND
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts
from tests.pages.test_handout import captions, downloads, prepare
from tests.pages.test_library import _ticked


def _mark(data_dir: Path, **given: str) -> None:
    ids = {"news": NEWS.article_id, "hostile": HOSTILE.article_id}
    with open_library(data_dir / "library.sqlite") as library:
        for name, marking in given.items():
            library.mark([ids[name]], marking)


def _badges(app: AppTest) -> list[str]:
    return [each.value for each in app.markdown if ":material/shield:" in each.value]


def _field(app: AppTest) -> Any:
    return next(each for each in app.selectbox if str(each.key).startswith("marking-of"))


def _said(app: AppTest) -> str:
    """Return the captions without what keeps their signs from formatting."""
    return captions(app).translate({ord("\\"): None, 0x2060: None})


def _save(app: AppTest) -> AppTest:
    return next(each for each in app.button if each.label == "Save marking").click().run()


def test_ticked_articles_are_marked_and_found_by_it(open_page: OpenPage, data_dir: Path) -> None:
    app = _ticked(open_page("library"), NEWS.article_id, HOSTILE.article_id)
    assert not _badges(app)
    _field(app).set_value("TLP:AMBER")
    app = _save(app)
    assert not app.exception
    assert len(_badges(app)) == 1
    app.text_input(key=FIND).set_value("amber").run()
    assert list(app.dataframe[0].value["marking"]) == ["TLP:AMBER"] * 2
    with open_library(data_dir / "library.sqlite") as library:
        assert queries.marking_of_all(library) == "TLP:AMBER"


def test_own_words_format_nothing(open_page: OpenPage, data_dir: Path) -> None:
    words = "*Mine* :red[x] <b>"
    _mark(data_dir, news=words)
    app = _ticked(open_page("library"), NEWS.article_id)
    assert _field(app).value == words
    assert "\\*Mine\\*" in _badges(app)[0]
    assert ":red[x]" not in _badges(app)[0]
    assert list(app.dataframe[0].value["marking"]) == ["", words]


def test_articles_that_differ_show_no_marking_until_one_is_chosen(
    open_page: OpenPage, data_dir: Path
) -> None:
    _mark(data_dir, news="SECRET")
    app = _ticked(open_page("library"), NEWS.article_id, HOSTILE.article_id)
    assert _field(app).value is None
    app = _save(app)
    with open_library(data_dir / "library.sqlite") as library:
        assert list(queries.articles(library)["marking"]) == ["SECRET", ""]


def test_a_marking_that_is_too_long_is_said(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markings, "LONGEST", 5)
    app = _ticked(open_page("library"), NEWS.article_id)
    _field(app).set_value("SECRET")
    app = _save(app)
    assert any("5 letters at most" in each.value for each in app.error)


def test_the_details_of_an_article_have_its_marking(open_page: OpenPage, data_dir: Path) -> None:
    _mark(data_dir, news="SECRET")
    app = open_page("review", check=NEWS.article_id)
    assert _field(app).value == "SECRET"
    _field(app).set_value("No marking")
    app = _save(app)
    assert not app.exception
    with open_library(data_dir / "library.sqlite") as library:
        assert queries.marking_of_all(library) == ""


@pytest.mark.parametrize(
    ("page", "parameters", "stands"),
    [
        ("", {"cover": "all"}, "TLP:GREEN · SECRET"),
        ("quotes", {}, "TLP:GREEN · SECRET"),
        ("quotes", {"article": NEWS.article_id}, "SECRET"),
        ("timeline", {"article": HOSTILE.article_id}, "TLP:GREEN"),
        ("relations", {}, "TLP:GREEN · SECRET"),
        ("entities", {"words": "zebra"}, ""),
        ("article", {"open": HOSTILE.article_id}, "TLP:GREEN"),
        ("article", {"open": NEWS.article_id, "article": HOSTILE.article_id}, "SECRET"),
        ("review", {"check": NEWS.article_id, "article": HOSTILE.article_id}, "TLP:GREEN · SECRET"),
        ("library", {"article": HOSTILE.article_id}, "TLP:GREEN · SECRET"),
        ("present", {"article": NEWS.article_id}, "SECRET"),
    ],
)
def test_each_page_has_the_highest_marking_of_what_it_shows(
    open_page: OpenPage, data_dir: Path, page: str, parameters: dict[str, str], stands: str
) -> None:
    _mark(data_dir, news="SECRET", hostile="TLP:GREEN")
    badges = _badges(open_page(page, **parameters))
    assert len(badges) == bool(stands)
    for level in filter(None, stands.split(" · ")):
        assert level.split(":")[-1] in badges[0]


def test_a_lower_marking_of_a_deck_is_raised_with_a_sentence(
    open_page: OpenPage, data_dir: Path
) -> None:
    _mark(data_dir, news="TLP:RED")
    app = open_page("present")
    assert "is raised to" not in captions(app)
    app.selectbox(key="deck-marking").set_value("TLP:GREEN").run()
    assert "is raised to TLP:RED" in _said(app)
    assert "as chosen above: TLP:RED" in _said(app)


def test_the_marking_of_a_locked_deck_rises_with_its_articles(
    open_page: OpenPage, data_dir: Path
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        brief = make_brief(library, Request(marking="TLP:GREEN"))
        keep_deck(library, "Monday", Deck())
        lock_deck(library, "Monday", make_show(brief, slides(brief), {}))
    for marking, stands in (("", "TLP:GREEN"), ("TLP:RED", "TLP:RED")):
        _mark(data_dir, news=marking)
        app = open_page("present", deck="Monday", article=HOSTILE.article_id)
        assert f"as chosen above: {stands}" in _said(app)
        assert stands.split(":")[1] in _badges(app)[0]
        assert not [each for each in app.selectbox if each.key == "handout-ceiling"]


def test_hand_out_raises_the_marking_and_keeps_to_a_ceiling(
    open_page: OpenPage, data_dir: Path
) -> None:
    assert not [each for each in open_page().selectbox if each.key == "handout-ceiling"]
    _mark(data_dir, news="TLP:RED", hostile="TLP:GREEN")
    app = open_page(cover="all")
    app.selectbox(key="handout-marking").set_value("TLP:CLEAR").run()
    assert "is raised to TLP:RED" in _said(app)
    app.selectbox(key="handout-ceiling").set_value("TLP:AMBER").run()
    assert "is raised to TLP:GREEN" in _said(app)
    app = prepare(app, "html")
    assert downloads(app) == ["Download"]
    assert "1 article left out" in captions(app)
    app.selectbox(key="handout-ceiling").set_value("SECRET").run()
    app = prepare(app, "html")
    assert any("nothing is left" in each.value for each in app.error)
    assert not downloads(app)


def test_a_fact_is_marked_where_it_is_checked_and_says_so_beside_its_words(
    open_page: OpenPage, data_dir: Path
) -> None:
    quote = news_facts()["quote"]
    app = open_page("review", check=quote)
    _field(app).set_value("TLP:AMBER")
    app = _save(app)
    assert not app.exception
    assert len(_badges(app)) >= 1
    app.switch_page("pages/quotes.py").run()
    assert len(_badges(app)) == 2, "on the page, and beside the quotation"
    with open_library(data_dir / "library.sqlite") as library:
        others = Filter(articles=(HOSTILE.article_id,))
        assert queries.marking_of_view(library, others) == ""
        assert make_brief(library, Request()).marking == "TLP:AMBER"
