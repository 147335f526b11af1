"""Fixtures that every test can use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc
from streamlit.components.v2 import manifest_scanner

from briefing.article import Article
from briefing.extraction import limited
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.settings import settings
from tests.left_out import NO_SERVER, REASONS, leave_out
from tests.server import Server, programs

SAMPLE = (
    Path(__file__).resolve().parent.parent / "data" / "articles" / "south-korea-warns-russia.txt"
)

_left_out: dict[str, list[str]] = {}

ReadText = Callable[..., Doc]
GiveUp = Callable[[str], None]


@pytest.fixture(scope="session", autouse=True)
def _components_of_packages() -> None:
    """Let AppTest look for components once: each page would read the metadata of all packages."""
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file of two articles whose rows are written by hand; tests get copies."""
    from tests.pages.sample import make_library

    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    make_library(path)
    return path


def _reader(*disable: str) -> ReadText:
    nlp = pipeline()

    def read(text: str, *, published: str | None = None, title: str = "") -> Doc:
        article = Article(
            text=text,
            title=title,
            title_end=len(title) if title and text.startswith(title) else 0,
            published=published,
            published_basis="given" if published else "unknown",
        )
        return nlp(make_doc(nlp, article), disable=disable)

    return read


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Read a text with the whole pipeline: `read_text("…", published="2024-07-01")` is a Doc."""
    return _reader()


@pytest.fixture(scope="session")
def read_by_rules() -> ReadText:
    """Read a text as the grammar rules alone read it, without the trained second reader."""
    return _reader("briefing_second_reader")


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read articles without a time limit, and so where a test can change how they are read."""
    monkeypatch.setenv("BRIEFING_ARTICLE_SECONDS", "0")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def give_up(monkeypatch: pytest.MonkeyPatch) -> GiveUp:
    """Let articles with a word have next to no time: `give_up("ferry")`."""

    def given(word: str) -> None:
        monkeypatch.setattr(
            limited, "seconds_for", lambda article: 0.001 if word in article.text else 60.0
        )

    return given


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        help="the one database of the tests that otherwise run in both",
    )


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Start a PostgreSQL server; without it a run leaves the test out and says so, CI fails."""
    found = programs()
    if found is None:
        leave_out(NO_SERVER)
    server = Server(found)
    server.start()
    yield server
    server.remove()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep what was left out; where several processes run tests, the first is told of each."""
    for why in REASONS if report.skipped else ():
        if why in str(report.longrepr):
            _left_out.setdefault(why, []).append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out: a quiet run shows no more than their number."""
    for why, nodeids in _left_out.items():
        terminalreporter.section(f"{len(nodeids)} tests left out: {why}", red=True)
        for nodeid in nodeids:
            terminalreporter.line(nodeid)


def at_work() -> list[int]:
    """Return the processes that read for this one, whatever they do."""
    children = f"/proc/{os.getpid()}/task"
    found: list[int] = []
    for task in os.listdir(children):
        with open(f"{children}/{task}/children", encoding="ascii") as file:
            found += map(int, file.read().split())
    return [each for each in found if "extraction.worker" in _command(each)]


def _command(process: int) -> str:
    try:
        with open(f"/proc/{process}/cmdline", encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""
