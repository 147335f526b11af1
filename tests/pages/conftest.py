"""The app over a small library of its own, opened page by page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from briefing.settings import settings
from tests.pages.sample import make_library

ROOT = Path(__file__).resolve().parents[2]

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file made once; tests get copies."""
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    make_library(path)
    return path


@pytest.fixture
def data_dir(
    small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A data folder with a copy of the small library, in use by the app."""
    shutil.copy(small_library, tmp_path / "library.sqlite")
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path))
    st.set_option("client.showErrorDetails", "full")
    settings.cache_clear()
    st.cache_resource.clear()
    st.cache_data.clear()
    yield tmp_path
    settings.cache_clear()
    st.cache_resource.clear()
    st.cache_data.clear()


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
