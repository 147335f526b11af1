"""Dates without a year on the Timeline page."""

from __future__ import annotations

from pathlib import Path

from briefing.library import Library
from briefing.library.ingest import give_date, read_and_add
from briefing.reading import read_text
from tests.pages.conftest import OpenPage

ARTICLE = read_text("Norway weighs its treaty\n\nThe parliament of Norway will vote on 5 April.")


def test_timeline_lists_dates_without_a_year_until_the_date_is_given(
    data_dir: Path, open_page: OpenPage
) -> None:
    path = data_dir / "library.sqlite"
    path.unlink()
    with Library(path) as library:
        read_and_add(library, [ARTICLE])
    app = open_page("timeline")
    assert "Dates without a year" in [item.value for item in app.header]
    shown = "\n".join(item.value for item in app.html)
    assert "<b>5 April, year not stated</b>" in shown
    assert "will vote on <mark" in shown
    with Library(path) as library:
        give_date(library, ARTICLE.article_id, "2026-03-20")
    app = open_page("timeline")
    assert "Dates without a year" not in [item.value for item in app.header]
    assert "5 April 2026" in app.title[0].value
