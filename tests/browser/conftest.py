"""The running app and a real browser that can reach nothing but it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from benchmarks import serving
from tests.left_out import NO_BROWSER, leave_out

expect.set_options(timeout=60_000)
"""What is expected shows, however slow or busy the machine is: speed is measured elsewhere."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where chromium is; without it a run leaves the test out and says so, CI fails."""
    found = shutil.which("chromium")
    if found is None:
        leave_out(NO_BROWSER)
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Visit:
    """One browser page and what it did: where it asked, what it complained about."""

    page: Page
    address: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        """Open a page of the app and wait until it has been drawn."""
        self.page.goto(f"{self.address}/{path}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run to its end."""
        self.page.wait_for_selector('[data-testid="stApp"]')
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=60_000)
        self.page.wait_for_load_state("networkidle")


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[str]:
    """Start the app with a library of its own, as `streamlit run app.py` does.

    Args:
        folder: Where the library lies, or is made; the server's log is put there.
        **environment: More variables of the environment.

    Yields:
        The app's address.
    """
    with serving.running(folder, environment=environment) as app:
        yield app.address


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app with an empty library, which takes the sample in."""
    with running(tmp_path_factory.mktemp("library")) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start Debian's chromium, with every host but this machine unknown to it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=serving.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(server: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Give a fresh page at 1440×900, or at the size that the test's parameter says."""
    context = _context(browser, getattr(request, "param", (1440, 900)))
    yield _watched(context.new_page(), server)
    context.close()


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[tuple[int, int], BrowserContext]]:
    """Keep what browsers of a size have loaded, for tests that only look."""
    kept: dict[tuple[int, int], BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def look(
    server: str,
    browser: Browser,
    contexts: dict[tuple[int, int], BrowserContext],
    request: pytest.FixtureRequest,
) -> Iterator[Visit]:
    """Give a page as `visit` does, in a browser that was here before: for tests that only look."""
    size = getattr(request, "param", (1440, 900))
    if size not in contexts:
        contexts[size] = _context(browser, size)
    page = contexts[size].new_page()
    yield _watched(page, server)
    page.close()


def _context(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    width, height = size
    return browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)


def _watched(page: Page, server: str) -> Visit:
    """Return a page that keeps what it asks other hosts for and what it complains about."""
    visit = Visit(page, server)

    def asked(url: str) -> None:
        if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:")):
            visit.foreign.append(url)

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))

    def said(message: ConsoleMessage) -> None:
        # Streamlit looks for its server below the page's own path first, and is told 404.
        probe = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not probe:
            visit.complaints.append(message.text)

    page.on("console", said)
    return visit
