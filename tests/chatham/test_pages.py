"""Every page, by every address, without the name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from briefing.library import Library
from briefing.settings import settings
from components.navigation import PAGES
from tests.chatham.conftest import SPEAKER, Made, named_in
from tests.pages.conftest import ROOT, _running_server  # noqa: F401

NAMES = [name for pages in PAGES.values() for name, *_ in pages]

Opened = Callable[..., AppTest]


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("BRIEFING_TODAY", "2031-03-16")
    for clear in (settings.cache_clear, st.cache_resource.clear, st.cache_data.clear):
        clear()

    def opened(made: Made, name: str, **parameters: str) -> AppTest:
        shutil.copy(made.path, tmp_path / "library.sqlite")
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for again in (False, True):
            for key, value in parameters.items():
                app.query_params[key] = value
            if again:
                app.switch_page(f"pages/{name}.py")
            app.run()
        return app

    yield opened
    for clear in (settings.cache_clear, st.cache_resource.clear, st.cache_data.clear):
        clear()


def told(app: AppTest, *asked: str) -> set[str]:
    """Return what of the name a page sends to the browser, but for what its address asked for."""
    found: set[str] = set()
    for node in app._tree:
        proto = getattr(node, "proto", None)
        if proto is not None:
            sent = proto.SerializeToString()
            for each in asked:
                sent = sent.replace(each.encode(), b"")
            found |= named_in(sent)
    return found


def _check(app: AppTest, *asked: str) -> None:
    assert not app.exception, app.exception[0]
    assert told(app, *asked) == set()


@pytest.mark.parametrize("name", NAMES)
def test_pages_named_the_speaker_before(named: Made, open_page: Opened, name: str) -> None:
    app = open_page(named, name)
    if name not in ("briefings", "relations", "present", "review", "timeline"):
        assert told(app), name


@pytest.mark.parametrize("name", NAMES)
def test_no_page_names_the_speaker(ruled: Made, open_page: Opened, name: str) -> None:
    _check(open_page(ruled, name))


@pytest.mark.parametrize("name", NAMES)
def test_no_link_with_the_name_is_found(ruled: Made, open_page: Opened, name: str) -> None:
    app = open_page(ruled, name, speaker=SPEAKER, entity=SPEAKER)
    _check(app, SPEAKER)
    assert not any("stead" in str(button.label) for button in app.button)
    _check(open_page(ruled, name, speaker="Zelphine Quarkstead"), "Zelphine Quarkstead")


@pytest.mark.parametrize("which", ["round_table", "talks", "other"])
def test_no_article_names_the_speaker(ruled: Made, open_page: Opened, which: str) -> None:
    app = open_page(ruled, "article", open=getattr(ruled, which))
    _check(app)
    assert not [each for each in app.get("download_button") if "original" in str(each)]


def test_the_profile_and_the_check_of_the_speaker_are_not_found(
    ruled: Made, open_page: Opened
) -> None:
    app = open_page(ruled, "review", check=SPEAKER)
    _check(app, SPEAKER)
    assert [warning.value for warning in app.warning]
    app = open_page(ruled, "review")
    assert any("rule" in str(each.label).lower() for each in app.get("expander"))


def test_kept_briefings_decks_and_the_library_are_without_the_name(
    ruled: Made, open_page: Opened
) -> None:
    _check(open_page(ruled, "briefing", briefing=ruled.briefing))
    _check(open_page(ruled, "briefings", briefing=ruled.briefing))
    _check(open_page(ruled, "present", deck="A participant's deck"))
    _check(open_page(ruled, "present", deck="Locked deck"))
    _check(open_page(ruled, "library"))


def test_an_editor_puts_a_speaker_under_the_rule_and_lifts_it(
    named: Made, open_page: Opened, tmp_path: Path
) -> None:
    app = open_page(named, "review", check=SPEAKER)
    app.text_input(key="reviewer").input("Ben").run()
    app.button(key=f"rule-put-{SPEAKER}").click().run()
    _check(app)
    app.switch_page("pages/quotes.py").run()
    _check(app)
    app.switch_page("pages/review.py").run()
    (lift,) = [each for each in app.button if each.label == "Lift the rule"]
    lift.click().run()
    assert not app.exception
    with Library(tmp_path / "library.sqlite") as library:
        assert named_in(library.article(named.round_table).article.text)
