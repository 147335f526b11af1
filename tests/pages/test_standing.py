"""How events stand on every page that shows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.wording import columns
from tests.pages.conftest import OpenPage
from tests.pages.contested import CONTESTED, make_contested_library


@pytest.fixture(autouse=True)
def contested(data_dir: Path) -> None:
    make_contested_library(data_dir / "library.sqlite")


def _plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def _texts(app) -> list[str]:
    kinds = ("title", "header", "caption", "markdown", "html", "text")
    return [_plain(item.value) for kind in kinds for item in app.get(kind)]


def _drawn(app) -> dict[str, Any]:
    return json.loads(app.get("bidi_component")[0].proto.json)


def _cards(app) -> str:
    return "\n".join(item.value for item in app.html if "font-size:1.15rem" in item.value)


def test_timeline_names_next_what_is_not_off_and_says_on_what_it_depends(
    open_page: OpenPage,
) -> None:
    app = open_page("timeline")
    assert _plain(app.title[0].value) == (
        "Next: Peru would reopen the port, 14 April 2031 – if Chile agreed"
    )


def test_coming_up_leaves_out_what_is_denied_and_names_who_says_so(open_page: OpenPage) -> None:
    app = open_page("timeline")
    cards, shown = _cards(app), "\n".join(_texts(app))
    assert "Talks with Peru" not in cards
    assert "Peru will vote" in cards
    assert "according to the ministry" in shown
    assert "line-through" in cards  # what was called off
    assert "dashed" in cards  # what depends on something


def test_timeline_lists_what_is_denied_dotted_with_its_badge(open_page: OpenPage) -> None:
    app = open_page("timeline")
    shown = _texts(app)
    denied = next(text for text in shown if "Talks with Peru" in text)
    assert "dotted" in denied
    assert any(":gray-badge[" in text and "Denied" in text for text in shown)
    assert "denied by Chile" in shown
    assert "claimed by the rebels" in shown
    assert any("denied, disputed, said to be untrue" in text for text in shown)


def test_calendar_of_the_timeline_holds_what_may_be_so(open_page: OpenPage) -> None:
    labels = [item.label for item in open_page("timeline").get("download_button")]
    assert "4 dated events for a calendar (.ics)" in labels


def test_table_of_the_timeline_says_how_certain_each_is(open_page: OpenPage) -> None:
    table = open_page("timeline", order="Table").dataframe[0].value
    assert dict(zip(table["Event"], table["How certain"], strict=True)) == {
        "Army shelled Arica": "Claimed by the rebels",
        "Talks with Peru": "Denied by Chile",
        "Peru would reopen the port": "If Chile agreed",
        "Summit in Lima": "Cancelled",
        "Peru will vote": "According to the ministry",
    }
    assert (
        dict(zip(table["Event"], table[columns.PAST_OR_UPCOMING], strict=True))["Talks with Peru"]
        == ""
    )


def test_briefing_lists_what_comes_up_without_what_is_denied(open_page: OpenPage) -> None:
    app = open_page()
    shown = "\n".join(_texts(app))
    assert "Talks with Peru" not in shown
    assert "Peru would reopen the port" in shown
    assert "if Chile agreed" in shown
    assert "No disputed claims." in shown


def test_article_says_how_an_event_stands_beside_its_words(open_page: OpenPage) -> None:
    app = open_page("article", open=CONTESTED.article_id)
    data = json.dumps(_drawn(app), ensure_ascii=False)
    assert "Army shelled Arica · 2 March 2031 (claimed by the rebels)" in data
    assert "Talks with Peru · 12 April 2031 (denied by Chile)" in data


def test_slides_say_in_words_how_what_is_ahead_stands(open_page: OpenPage) -> None:
    app = open_page("present")
    data = json.dumps(_drawn(app), ensure_ascii=False)
    assert "According to the ministry" in data
    assert "If Chile agreed" in data
    assert "16 April 2031 · Cancelled" in data
    (coming,) = [slide for slide in _drawn(app)["slides"] if slide["name"] == "coming-up"]
    assert "Talks with Peru" not in json.dumps(coming)
