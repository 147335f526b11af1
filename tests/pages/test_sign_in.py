"""Where people sign in: nothing is read for who is not, and each sees what their role may do."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefing.access import Action
from briefing.library.audit import entries
from briefing.library.database import Database
from briefing.library.reviews.keeping import decisions_of
from briefing.library.store import open_library
from briefing.settings import settings
from components.navigation import ADMINISTRATORS, PAGES
from tests.pages.sample import news_facts

ROOT = Path(__file__).resolve().parents[2]
NAMES = [name for pages in (*PAGES.values(), ADMINISTRATORS) for name, *_ in pages]

Open = Callable[..., AppTest]

CHANGING = {
    "editor": {
        *("show", "hide", "Save tags", "Save marking", "Use this date", "Save correction"),
        *("Add article", "Add files", "Add a missed fact", "add-missed", "deck-save", "deck-keep"),
        *("deck-lock", "Confirm", "Reject", "Save", "briefing-make", "briefing-save"),
    },
    "administrator": {"remove", "put-back", "put-back-ticked", "deleted-for-good"},
}


@pytest.fixture
def open_as(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page as somebody with a role: `open_as("editor", "review")`; None for nobody."""
    monkeypatch.setenv("BRIEFING_SIGN_IN", "true")
    for role in ("reader", "editor", "administrator"):
        monkeypatch.setenv(f"BRIEFING_{role.upper()}S", f"{role}@ministry.example")
    settings.cache_clear()

    def opened(role: str | None, name: str, claims: Any = (), **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        now = time.time()
        if role is not None:
            app.user = {
                "is_logged_in": True,
                "sub": "1",
                "email": f"{role}@ministry.example",
                "name": f"Name of {role}",
                "iat": now - 10,
                "exp": now + 3600,
                **dict(claims),
            }
        app.run()
        if name != "audit" or role == "administrator":
            app.switch_page(f"pages/{name}.py")
        for key, value in parameters.items():
            app.query_params[key] = value
        return app.run()

    return opened


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("role", "claims", "said"),
    [
        (None, {}, "Sign in"),
        ("editor", {"is_logged_in": False}, "Sign in"),
        ("editor", {"exp": 1}, "Your sign-in has ended"),
        ("editor", {"iat": 1}, "Your sign-in has ended"),
        ("stranger", {}, "No role in the briefing"),
    ],
)
def test_nothing_is_read_for_who_may_not(
    open_as: Open,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    role: str | None,
    claims: dict[str, Any],
    said: str,
) -> None:
    monkeypatch.setattr(Database, "_open", None)  # whatever opens the database fails
    app = open_as(role, name, claims)
    assert [title.value for title in app.title] == [said]
    assert not app.exception
    assert not app.error
    assert {button.key for button in app.button} <= {"sign-in", "sign-out"}
    assert "Norway" not in str(app)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", ["reader", "editor", "administrator"])
def test_each_page_opens_for_each_role_with_what_it_may(
    open_as: Open, role: str, name: str
) -> None:
    app = open_as(role, name)
    assert not app.exception, app.exception[0]
    assert not app.error
    drawn = {each for button in app.button for each in (button.key, button.label)}
    if role == "reader":
        assert not drawn & (CHANGING["editor"] | CHANGING["administrator"])
    if role == "editor":
        assert not drawn & CHANGING["administrator"]
    assert any(f"Name of {role}" in caption.value for caption in app.sidebar.caption)


def test_only_administrators_reach_the_audit(open_as: Open, data_dir: Path) -> None:
    app = open_as("administrator", "audit")
    assert app.title[0].value == "Who did what"
    app = open_as("editor", "briefing")
    with pytest.raises(Exception, match="audit"):
        app.switch_page("pages/audit.py").run()


def test_the_name_beside_a_review_is_the_sign_ins(open_as: Open, data_dir: Path) -> None:
    quote = news_facts()["quote"]
    app = open_as("editor", "review", check=quote)
    assert not any(field.key == "reviewer" for field in app.text_input)
    app.session_state["reviewer"] = "Somebody else"
    next(button for button in app.button if button.label == "Confirm").click().run()
    with open_library(data_dir / "library.sqlite") as library:
        assert [each.reviewer for each in decisions_of(library, quote)] == ["Name of editor"]
        assert entries(library)[0].who == "editor@ministry.example"


def test_a_click_after_the_end_changes_nothing(
    open_as: Open, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = news_facts()["quote"]
    app = open_as("editor", "review", check=quote)
    app.user = {**app.user, "exp": time.time() - 1}
    next(button for button in app.button if button.label == "Confirm").click().run()
    assert any("sign-in has ended" in text.value for text in (*app.markdown, *app.exception))
    with open_library(data_dir / "library.sqlite") as library:
        assert decisions_of(library, quote) == []


def test_a_reader_whose_click_comes_late_from_an_editors_page_changes_nothing(
    open_as: Open, data_dir: Path
) -> None:
    quote = news_facts()["quote"]
    app = open_as("editor", "review", check=quote)
    app.user = {**app.user, "email": "reader@ministry.example"}
    next(button for button in app.button if button.label == "Confirm").click().run()
    with open_library(data_dir / "library.sqlite") as library:
        assert decisions_of(library, quote) == []


def test_without_a_sign_in_all_is_as_it_was(data_dir: Path) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not any(button.key == "sign-out" for button in app.button)
    app.switch_page("pages/review.py").run()
    assert any(field.key == "reviewer" for field in app.text_input)


def test_the_sample_is_read_whoever_comes_first(
    open_as: Open, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_dir / "library.sqlite").unlink()
    seeded: list[str] = []
    monkeypatch.setattr(
        "briefing.library.ingest.seed",
        lambda library: seeded.append(library.must_be_allowed(Action.ADD).who),
    )
    app = open_as("reader", "library")
    assert not app.exception
    assert seeded == ["program"]


def test_the_author_of_a_briefing_is_who_signed_in(open_as: Open) -> None:
    app = open_as("editor", "briefings")
    app.text_input(key="new-briefing").set_value("Friday").run()
    app.button(key="briefing-make").click().run()
    assert not app.exception
    assert any("Author: Name of editor" in each.value for each in app.caption)
    assert not any(field.key == "briefing-author" for field in app.text_input)
