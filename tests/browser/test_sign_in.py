"""Signing in and out as a person does it: the button, the provider, the app, the audit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import running
from tests.browser.test_accessibility import _violations
from tests.pages.sample import make_library
from tests.serving.provider import Provider, provider

TITLE = "Norway warns Chile over fish"


@pytest.fixture(scope="module")
def signs_in() -> Iterator[Provider]:
    """Start the OpenID provider."""
    with provider() as here:
        yield here


@pytest.fixture(scope="module")
def address(
    chromium: str, signs_in: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Start the app where people sign in."""
    home = tmp_path_factory.mktemp("home")
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "secrets.toml").write_text(signs_in.secrets("0123456789abcdef" * 4))
    folder = tmp_path_factory.mktemp("library")
    make_library(folder / "library.sqlite")
    with running(
        folder,
        HOME=str(home),
        BRIEFING_SIGN_IN="true",
        BRIEFING_ADMINISTRATORS="anna@ministry.example",
        BRIEFING_READERS="rea@ministry.example",
    ) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window without any cookie."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def _enter(page: Page, address: str, signs_in: Provider, email: str, name: str) -> None:
    signs_in.claims = {"email": email, "name": name}
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(name)).to_be_visible()


def test_an_administrator_signs_in_sees_the_audit_and_signs_out(
    page: Page, address: str, signs_in: Provider
) -> None:
    page.goto(f"{address}/library")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.get_by_text(TITLE)).to_have_count(0)
    logo = page.get_by_test_id("stHeaderLogo")
    assert logo.evaluate("image => image.naturalWidth") > 0
    assert _violations(page) == []
    _enter(page, address, signs_in, "anna@ministry.example", "Anna Berg")
    page.get_by_role("link", name="Audit").click()
    expect(page.get_by_role("heading", name="Who did what")).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_be_visible()
    assert _violations(page) == []
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_reader_hands_out_a_file_and_finds_no_way_to_change_anything(
    page: Page, address: str, signs_in: Provider
) -> None:
    _enter(page, address, signs_in, "rea@ministry.example", "Rea Holm")
    expect(page.get_by_role("link", name="Audit")).to_have_count(0)
    page.get_by_role("link", name="Quotes").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download as CSV").first.click()
    assert Path(taken.value.path()).read_bytes()
    page.get_by_role("link", name="Library").click()
    expect(page.get_by_text("You can only read this library")).to_be_visible()
