"""The Briefings page: make, write, choose, save, lock, copy, archive; two people at once."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from briefing.brief.kept import Kept
from briefing.brief.storage import make_kept, open_briefing, save_kept
from briefing.library import Filter, Library, briefings, decks, open_library
from tests.pages.conftest import OpenPage
from tests.pages.sample import NEWS, news_facts

VISIT = Kept(
    title="Visit to Oslo",
    purpose="Decide on the fleet",
    meeting="2023-05-06",
    audience="The minister",
    author="Ada Desk",
    bottom_line=("Talks will probably continue.",),
    notes=("Ask about the catch.",),
    marking="TLP:GREEN",
)


def _library(data_dir: Path) -> Library:
    return open_library(data_dir / "library.sqlite")


def _kept(data_dir: Path, kept: Kept = VISIT) -> str:
    with _library(data_dir) as library:
        return make_kept(library, kept)


def _saved(data_dir: Path, briefing_id: str) -> Kept:
    with _library(data_dir) as library:
        return open_briefing(library, briefing_id).kept


def _click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception[0]
    return app


def _shown(app: AppTest) -> str:
    texts = [*app.markdown, *app.caption, *app.title, *app.info, *app.error, *app.text]
    return "\n".join(str(each.value) for each in texts)


def test_a_briefing_is_made_of_the_filter_written_and_saved(
    open_page: OpenPage, data_dir: Path
) -> None:
    app = open_page("briefings", country="NOR")
    assert app.title[0].value == "No briefing kept yet"
    app.text_input(key="new-briefing").set_value("Visit to Oslo").run()
    _click(app, "briefing-make")
    app.text_input(key="briefing-purpose").set_value("Decide on  the fleet").run()
    app.text_area(key="briefing-bottom_line").set_value("One.\n\n Two. ").run()
    app.selectbox(key="briefing-marking").set_value("TLP:AMBER").run()
    _click(app, "facts-begin")
    _click(app, "briefing-save")
    assert app.button(key="briefing-save").disabled
    with _library(data_dir) as library:
        saved = _saved(data_dir, briefings.id_of(library, "Visit to Oslo"))
    assert saved.flt == Filter(countries=("NOR",))
    assert (saved.purpose, saved.bottom_line) == ("Decide on the fleet", ("One.", "Two."))
    assert saved.marking == "TLP:AMBER"
    assert news_facts()["quote"] in saved.facts


def test_a_link_opens_a_briefing_with_its_filter(open_page: OpenPage, data_dir: Path) -> None:
    made = _kept(data_dir, replace(VISIT, flt=Filter(countries=("CHL",))))
    app = open_page("briefings", briefing=made)
    assert app.title[0].value == "Visit to Oslo"
    assert app.multiselect(key="choose-country").value == ["CHL"]
    assert app.text_area(key="briefing-notes").value == "Ask about the catch."


def test_a_briefing_of_another_version_stops_neither_page(
    open_page: OpenPage, data_dir: Path
) -> None:
    _kept(data_dir, VISIT)
    with _library(data_dir) as library:
        briefings.make(library, "Of tomorrow", '{"title": 3}')
    app = open_page("briefings")
    (warning,) = app.warning
    assert "“Of tomorrow”" in warning.value
    assert app.title[0].value == "1 briefing"
    assert not open_page("briefing").exception


def test_judgements_are_read_and_nothing_is_stopped(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("briefings", briefing=_kept(data_dir))
    assert "“probably” stands for 55–75 %" in _shown(app).replace("\\", "")
    assert "names no source" in _shown(app)


def test_facts_are_ordered_and_taken_out(open_page: OpenPage, data_dir: Path) -> None:
    facts = news_facts()
    made = _kept(data_dir, replace(VISIT, facts=(facts["quote"], facts["relation"])))
    app = open_page("briefings", briefing=made)
    _click(app, f"fact-down-{facts['quote']}")
    _click(app, f"fact-add-{facts['event']}")
    _click(app, "briefing-save")
    assert _saved(data_dir, made).facts == (facts["relation"], facts["quote"], facts["event"])
    _click(app, f"fact-out-{facts['quote']}")
    _click(app, "briefing-discard")
    assert len(_saved(data_dir, made).facts) == 3


def test_of_two_who_save_the_second_is_told_and_keeps_a_copy(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    app = open_page("briefings", briefing=made)
    app.text_input(key="briefing-purpose").set_value("Mine").run()
    with _library(data_dir) as library:
        save_kept(library, made, replace(VISIT, purpose="Theirs"), 1)
    _click(app, "briefing-save")
    assert "Somebody else has saved this briefing" in _shown(app)
    assert "it differs from theirs in: Purpose." in _shown(app)
    assert app.button(key="briefing-save").disabled
    _click(app, "briefing-copy")
    assert _saved(data_dir, made).purpose == "Theirs"
    with _library(data_dir) as library:
        copy = _saved(data_dir, briefings.id_of(library, "Visit to Oslo (2)"))
    assert copy.purpose == "Mine"


def test_a_locked_briefing_is_shown_as_it_was_and_cannot_be_changed(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    app = open_page("briefings", briefing=made)
    _click(app, "briefing-lock")
    assert not [each for each in app.text_input if each.key == "briefing-purpose"]
    with _library(data_dir) as library:
        library.remove(NEWS.article_id)
    app = open_page("briefings", briefing=made)
    assert "the catch is too" in _shown(app)
    options = app.selectbox(key="handout-format").options
    assert options == ["PowerPoint", "PDF", "Word", "Web page"]
    app.selectbox(key="handout-format").select("html").run()
    _click(app, "handout-prepare")
    assert not app.error
    app.run()
    _click(app, "briefing-lock_open")
    assert app.text_input(key="briefing-purpose").value == "Decide on the fleet"


def test_the_archive_holds_what_is_put_away_until_it_is_deleted(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    app = open_page("briefings", briefing=made)
    _click(app, "briefing-inventory_2")
    _click(app, "briefing-list")
    assert app.title[0].value == "0 briefings"
    _click(app, f"delete-{made}")
    assert app.title[0].value == "No briefing kept yet"


def test_what_is_no_longer_there_is_said(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("briefings", briefing="0123456789ab")
    assert "This briefing is not in the library" in _shown(app)


def test_a_fact_of_any_page_is_added_to_the_open_briefing(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    app = open_page("briefings", briefing=made)
    app.switch_page("pages/quotes.py").run()
    adds = [each for each in app.button if each.label == "Add to briefing"]
    adds[0].click().run()
    assert [each.label for each in app.button].count("In the briefing") == 1
    app.switch_page("pages/briefings.py").run()
    _click(app, "briefing-save")
    assert len(_saved(data_dir, made).facts) == 1
    _click(app, "leave-briefing")
    app.switch_page("pages/quotes.py").run()
    assert not [each for each in app.button if each.label == "Add to briefing"]


def test_the_briefing_page_and_slides_are_those_of_the_open_briefing(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir, replace(VISIT, facts=(news_facts()["quote"],)))
    app = open_page("briefings", briefing=made)
    app.switch_page("pages/briefing.py").run()
    assert not app.exception, app.exception[0]
    assert app.title[0].value == "Visit to Oslo"
    assert "> Talks will probably continue\\." in _shown(app)
    assert "Written by staff" in _shown(app)
    app.switch_page("pages/present.py").run()
    assert not app.exception, app.exception[0]
    slides = json.loads(app.get("bidi_component")[0].proto.json)
    assert slides["marking"]["text"] == "TLP:GREEN"
    assert slides["slides"][0]["heading"] == "Visit to Oslo"
    assert "Meeting: 6 May 2023" in slides["slides"][0]["own"]
    assert slides["slides"][1]["own"] == ["Talks will probably continue."]
    assert not [each for each in slides["slides"] if each["name"] in ("map", "claims")]


def test_a_deck_hangs_on_the_briefing_that_was_open(open_page: OpenPage, data_dir: Path) -> None:
    made = _kept(data_dir)
    app = open_page("present", briefing=made)
    app.text_input(key="deck-name").set_value("Friday").run()
    _click(app, "deck-keep")
    with _library(data_dir) as library:
        assert decks.on_briefing(library, made) == ["Friday"]
    fresh = open_page("present", deck="Friday")
    slides = json.loads(fresh.get("bidi_component")[0].proto.json)["slides"]
    assert slides[0]["heading"] == "Visit to Oslo"


def test_a_locked_briefing_shows_the_slides_that_it_had(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    _click(open_page("briefings", briefing=made), "briefing-lock")
    with _library(data_dir) as library:
        library.remove(NEWS.article_id)
    slides = json.loads(open_page("present", briefing=made).get("bidi_component")[0].proto.json)[
        "slides"
    ]
    assert "the catch is too large" in json.dumps(slides)


def test_what_others_did_meanwhile_is_taken_where_nothing_was_changed_here(
    open_page: OpenPage, data_dir: Path
) -> None:
    made = _kept(data_dir)
    app = open_page("briefings", briefing=made)
    with _library(data_dir) as library:
        save_kept(library, made, replace(VISIT, purpose="Theirs"), 1)
    app.run()
    assert app.text_input(key="briefing-purpose").value == "Theirs"
    with _library(data_dir) as library:
        briefings.archive(library, made, on=True)
        briefings.delete(library, made)
    app.run()
    assert "This briefing is not in the library" in _shown(app)
    assert not app.exception
