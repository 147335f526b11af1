"""The app over a small library of its own, opened page by page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from briefing.settings import settings

ROOT = Path(__file__).resolve().parents[2]

OpenPage = Callable[..., AppTest]

_NEW_MANAGER = PagesManager.__init__


@pytest.fixture
def new_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Streamlit be as it is before `st.navigation` was first called in a process."""
    monkeypatch.setattr(PagesManager, "__init__", _NEW_MANAGER)


@pytest.fixture(autouse=True)
def _running_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Streamlit be as it is from the first call of `st.navigation` on.

    AppTest starts every run as a new process would: with a folder named pages it then runs a page
    without the entry file first, and clicks are lost on the way through it.
    """

    def settled(self: PagesManager, *values: Any, **arguments: Any) -> None:
        _NEW_MANAGER(self, *values, **arguments)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", settled)


@pytest.fixture
def data_dir(
    small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A data folder with a copy of the small library, in use by the app on 25 April 2023."""
    shutil.copy(small_library, tmp_path / "library.sqlite")
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("BRIEFING_TODAY", "2023-04-25")
    st.set_option("client.showErrorDetails", "full")
    settings.cache_clear()
    st.cache_resource.clear()
    st.cache_data.clear()
    yield tmp_path
    settings.cache_clear()
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def on_day(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the app take another day as today: `on_day("2031-05-01")`."""

    def taken(day: str) -> None:
        monkeypatch.setenv("BRIEFING_TODAY", day)
        settings.cache_clear()

    return taken


@pytest.fixture
def open_page(data_dir: Path) -> OpenPage:
    """Open a page through the entry file: `open_page("article", fact="…")`."""

    def opened(name: str = "", **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        if name:
            app.switch_page(f"pages/{name}.py")
            for key, value in parameters.items():
                app.query_params[key] = value
            app.run()
        assert not app.exception, app.exception[0]
        return app

    return opened
