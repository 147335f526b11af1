"""The Present page: outline, order, own lines, decks under names, and nothing to show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefing.deck import Choice, Plan
from briefing.deck.show import MapLook
from briefing.deck.storage import Deck, deck_of, deck_text, open_deck
from briefing.library import Library, open_library
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS


def _data(app: AppTest) -> dict[str, Any]:
    """Return what the browser is given to draw."""
    found = app.get("bidi_component")[0].proto
    data: dict[str, Any] = json.loads(found.json)
    return data


def _names(app: AppTest) -> list[str]:
    return [slide["name"] for slide in _data(app)["slides"]]


def _picks(app: AppTest) -> list[str]:
    return [
        str(button.key).removeprefix("pick-")
        for button in app.button
        if str(button.key).startswith("pick-")
    ]


def _library(data_dir: Path) -> Library:
    return open_library(data_dir / "library.sqlite")


def _keep(app: AppTest, name: str) -> None:
    app.text_input(key="deck-name").set_value(name).run()
    app.button(key="deck-keep").click().run()
    assert not app.exception


def test_outline_lists_the_slides_that_are_shown(open_page: OpenPage) -> None:
    app = open_page("present", article=NEWS.article_id)
    names = _names(app)
    assert names[0] == "title"
    assert names[-1] == "sources"
    assert _picks(app) == names
    assert app.title[0].value == f"{len(names)} slides"
    assert "the words are the article’s own" in app.caption[0].value


def test_a_hidden_slide_is_not_shown_and_comes_back(open_page: OpenPage) -> None:
    app = open_page("present")
    before = _names(app)
    app.checkbox(key="shown-sources").uncheck().run()
    assert _names(app) == before[:-1]
    assert "1 hidden" in app.title[0].value
    assert _picks(app) == before
    app.checkbox(key="shown-sources").check().run()
    assert _names(app) == before


def test_the_chosen_slide_moves(open_page: OpenPage) -> None:
    app = open_page("present", slide="sources")
    before = _names(app)
    app.button(key="move-earlier").click().run()
    assert _names(app)[-2:] == ["sources", before[-2]]
    assert app.button(key="move-later").disabled is False


def test_own_lines_and_own_slides_are_shown_as_theirs(open_page: OpenPage) -> None:
    app = open_page("present", slide="title")
    app.text_area(key="own-title").set_value("Ask first.\n\n  Then   listen. ").run()
    assert _data(app)["slides"][0]["own"] == ["Ask first.", "Then listen."]
    app.button(key="add-own").click().run()
    app.text_input(key="heading-own:1").set_value("Line to take").run()
    app.text_area(key="own-own:1").set_value("We welcome the talks.").run()
    slide = _data(app)["slides"][1]
    assert (slide["kind"], slide["heading"], slide["own"]) == (
        "own",
        "Line to take",
        ["We welcome the talks."],
    )
    app.button(key="take-out").click().run()
    assert "own:1" not in _names(app)


def test_a_deck_is_kept_opened_in_another_session_and_locked(
    open_page: OpenPage, data_dir: Path
) -> None:
    app = open_page("present", article=NEWS.article_id)
    app.checkbox(key="shown-sources").uncheck().run()
    app.selectbox(key="deck-marking").set_value("TLP:AMBER").run()
    _keep(app, "Friday call")
    with _library(data_dir) as library:
        kept = open_deck(library, "Friday call").deck
    assert kept.marking == "TLP:AMBER"
    assert kept.flt.articles == (NEWS.article_id,)

    other = open_page("present")
    other.selectbox(key="deck-pick").set_value("Friday call").run()
    assert not other.exception
    assert other.multiselect(key="article").value == [NEWS.article_id]
    assert _names(other) == _names(app)
    assert _data(other)["marking"]["text"] == "TLP:AMBER"

    other.button(key="deck-lock").click().run()
    locked = _data(other)["slides"]
    assert "is locked" in other.title[0].value
    with _library(data_dir) as library:
        library.remove(NEWS.article_id)
    again = open_page("present", deck="Friday call", words="zeppelin")
    assert _data(again)["slides"] == locked
    assert not [box for box in again.checkbox if str(box.key).startswith("shown-")]
    again.button(key="deck-unlock").click().run()
    assert "locked" not in again.title[0].value


def test_changes_to_a_kept_deck_are_kept_when_asked(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("present", slide="title")
    _keep(app, "Monday")
    assert app.button(key="deck-save").disabled
    app.text_area(key="own-title").set_value("Ask first.").run()
    assert not app.button(key="deck-save").disabled
    app.button(key="deck-save").click().run()
    with _library(data_dir) as library:
        assert open_deck(library, "Monday").deck.plan.choices[0].own == ("Ask first.",)
    assert app.button(key="deck-save").disabled


def test_a_deck_is_renamed_copied_and_deleted(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("present")
    _keep(app, "Monday")
    app.text_input(key="deck-other").set_value("Tuesday").run()
    app.button(key="deck-rename").click().run()
    assert app.selectbox(key="deck-pick").value == "Tuesday"
    app.text_input(key="deck-other").set_value("Wednesday").run()
    app.button(key="deck-copy").click().run()
    assert app.selectbox(key="deck-pick").value == "Wednesday"
    app.checkbox(key="deck-sure").check().run()
    app.button(key="deck-delete").click().run()
    assert not app.exception
    assert [option.split(" · ")[0] for option in app.selectbox(key="deck-pick").options] == [
        "New slides",
        "Tuesday",
    ]


def test_a_name_that_is_taken_is_said(open_page: OpenPage) -> None:
    app = open_page("present")
    _keep(app, "Monday")
    _keep(app, "Monday")
    assert "already a deck" in app.error[0].value


def test_a_link_to_a_deck_that_is_gone_says_so_and_offers_others(open_page: OpenPage) -> None:
    _keep(open_page("present"), "Friday call")
    app = open_page("present", deck="Nobody")
    assert "There is no deck" in app.warning[0].value
    assert _names(app)
    app.button(key="open-Friday call").click().run()
    assert not app.warning
    assert app.selectbox(key="deck-pick").value == "Friday call"
    app = open_page("present", deck="Nobody")
    app.button(key="without-deck").click().run()
    assert not app.warning


def test_a_link_to_a_deck_opens_its_filter(open_page: OpenPage) -> None:
    app = open_page("present", article=NEWS.article_id)
    _keep(app, "Friday call")
    fresh = open_page("present", deck="Friday call")
    assert fresh.multiselect(key="article").value == [NEWS.article_id]
    assert _names(fresh) == _names(app)
    assert not [button for button in fresh.button if button.key == "use-filter"]
    assert not [badge for badge in fresh.main.markdown if "Unsaved" in badge.value]
    other = open_page("present", deck="Friday call", words="fish")
    assert other.multiselect(key="article").value == []
    assert [button for button in other.button if button.key == "use-filter"]


def test_without_decks_there_is_no_box_of_decks(open_page: OpenPage) -> None:
    app = open_page("present")
    assert "deck-pick" not in {box.key for box in app.selectbox}
    _keep(app, "Monday")
    assert app.selectbox(key="deck-pick").value == "Monday"


def test_all_slides_are_shown_on_request(open_page: OpenPage) -> None:
    app = open_page("present")
    few = _names(app)
    assert len(few) <= 8
    number = int(app.toggle(key="all-slides").label.split()[2])
    app.toggle(key="all-slides").set_value(True).run()
    assert len(_names(app)) == number > len(few)
    app.toggle(key="all-slides").set_value(False).run()
    assert _names(app) == few


def test_notes_go_to_the_presenter_and_not_on_the_slide(
    open_page: OpenPage, data_dir: Path
) -> None:
    app = open_page("present", slide="title")
    app.text_area(key="notes-title").set_value("Thank them.\n\nPause.").run()
    slide = _data(app)["slides"][0]
    assert slide["notes"] == ["Thank them.", "Pause."]
    assert slide["own"] == []
    assert "Thank them" not in json.dumps(slide["body"])
    _keep(app, "Friday")
    with _library(data_dir) as library:
        assert open_deck(library, "Friday").deck.plan.choices[0].notes == ("Thank them.", "Pause.")


def _unsaved(app: AppTest) -> bool:
    return any("Unsaved changes" in badge.value for badge in app.main.markdown)


def test_what_is_not_saved_is_said_held_by_the_browser_and_discarded(
    open_page: OpenPage,
) -> None:
    app = open_page("present", slide="title")
    assert not _unsaved(app)
    assert _data(app)["draft"]["state"] == "ask"
    app.text_area(key="own-title").set_value("Ask first.").run()
    assert _unsaved(app)
    held = _data(app)["draft"]
    assert (held["deck"], held["state"]) == ("", "hold")
    assert deck_of(held["text"]).plan.choices[0].own == ("Ask first.",)
    app.button(key="deck-discard").click().run()
    assert not _unsaved(app)
    assert _data(app)["draft"]["state"] == "drop"
    assert _data(app)["slides"][0]["own"] == []
    app.text_area(key="own-title").set_value("Ask later.").run()
    _keep(app, "Friday")
    assert not _unsaved(app)
    saved = _data(app)["draft"]
    assert (saved["deck"], saved["state"], saved["forget"]) == ("Friday", "drop", [""])
    app.text_area(key="own-title").set_value("Ask never.").run()
    app.button(key="deck-discard").click().run()
    assert _data(app)["slides"][0]["own"] == ["Ask later."]


def test_going_there_and_back_leaves_nothing_unsaved(open_page: OpenPage) -> None:
    app = open_page("present", slide="sources")
    app.button(key="move-earlier").click().run()
    assert _unsaved(app)
    app.button(key="move-later").click().run()
    assert not _unsaved(app)


def test_changes_stay_when_somebody_else_saves_the_deck(
    open_page: OpenPage, data_dir: Path
) -> None:
    app = open_page("present", slide="title")
    _keep(app, "Friday")
    app.text_area(key="own-title").set_value("Mine.").run()
    theirs = Deck(plan=Plan((Choice("title", own=("Theirs.",)),)))
    with _library(data_dir) as library:
        text = deck_text(theirs)
        with library.writing() as connection:
            connection.exec_driver_sql(
                "UPDATE decks SET content = ?, kept = '2031-01-01T00:00:00+00:00'", (text,)
            )
    app.run()
    assert _data(app)["slides"][0]["own"] == ["Mine."]
    assert "Somebody has saved" in app.info[0].value
    app.button(key="deck-discard").click().run()
    assert _data(app)["slides"][0]["own"] == ["Theirs."]
    assert not app.info


@pytest.mark.parametrize("words", ["zeppelin"])
def test_a_filter_that_leaves_nothing_says_so(open_page: OpenPage, words: str) -> None:
    app = open_page("present", words=words)
    assert app.title[0].value == "Nothing matches the filter"
    (slide,) = _data(app)["slides"]
    assert slide["body"]["about"][0] == "Nothing matches the filter: Words: “zeppelin”"
    app.button(key="empty-0").click().run()
    assert len(_names(app)) > 1


def test_a_deck_kept_under_another_filter_offers_its_own(open_page: OpenPage) -> None:
    app = open_page("present", article=NEWS.article_id)
    _keep(app, "Friday")
    app.multiselect(key="choose-article").set_value([]).run()
    app.button(key="use-filter").click().run()
    assert app.multiselect(key="article").value == [NEWS.article_id]
    assert not [button for button in app.button if button.key == "use-filter"]


def test_the_maps_focus_is_carried_over_and_kept(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("present", focus="Norway", organisations="true")
    assert app.selectbox(key="choose-focus").value == "NOR"
    assert app.toggle(key="organisations").value
    _keep(app, "Friday")
    with _library(data_dir) as library:
        assert open_deck(library, "Friday").deck.look == MapLook("NOR", organisations=True)


def test_an_article_cannot_format_the_page_or_the_show(open_page: OpenPage) -> None:
    app = open_page("present", article=HOSTILE.article_id)
    said = next(s for s in _data(app)["slides"] if s["kind"] == "quotations")
    words = ["".join(text for text, _ in each["words"]) for each in said["body"]["said"]]
    assert any(each.startswith("“<img src=x onerror=alert(2)>") for each in words)
    for slide in _data(app)["slides"]:
        assert "<script" not in (slide["body"].get("svg") or "")
    for button in app.button:
        assert "<img" not in button.label.replace("\\<", "")


def test_deck_and_marking_outlive_a_visit_to_another_page(open_page: OpenPage) -> None:
    app = open_page("present", slide="title")
    app.selectbox(key="deck-marking").set_value("TLP:RED").run()
    app.text_area(key="own-title").set_value("Ask first.").run()
    _keep(app, "Friday")
    app.text_area(key="own-title").set_value("Ask later.").run()
    app.switch_page("pages/quotes.py").run()
    app.switch_page("pages/present.py").run()
    assert app.selectbox(key="deck-pick").value == "Friday"
    assert _data(app)["marking"]["text"] == "TLP:RED"
    assert _data(app)["slides"][0]["own"] == ["Ask later."]
