"""Today, and another day in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from briefing.brief import Request
from briefing.clock import today
from briefing.settings import settings


@pytest.fixture
def another_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_TODAY", "2031-06-11")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("another_day")
def test_a_setting_stands_for_the_clocks_day_in_pages_and_files() -> None:
    assert today() == date(2031, 6, 11)
    assert Request().made == date(2031, 6, 11)
