"""The Archive page: there where a setting names an archive; found, looked at, copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefing.access import Action
from briefing.archive import ArchiveFilter, open_archive
from briefing.archive.copying import copy_each
from briefing.library import open_library
from briefing.library.chatham.deciding import put_under_rule
from briefing.settings import settings
from components.navigation import PAGES
from tests.archive.made import two
from tests.library.conftest import CANAL, HARBOUR
from tests.pages.conftest import OpenPage

Ticked = Callable[..., AppTest]


@pytest.fixture
def archive(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = two(tmp_path / "archive")
    monkeypatch.setenv("BRIEFING_ARCHIVE", str(folder))
    settings.cache_clear()
    return folder


def _tick(monkeypatch: pytest.MonkeyPatch, rows: list[int]) -> None:
    """Tick rows of the list, which AppTest cannot."""
    monkeypatch.setattr(
        "components.articles_table.data_table", lambda *_, **__: {"selection": {"rows": rows}}
    )


def _said(app: AppTest) -> str:
    elements = (*app.title, *app.caption, *app.markdown, *app.warning, *app.info, *app.success)
    return "\n".join(str(each.value) for each in elements).replace("\\", "")


def test_it_is_there_only_where_a_setting_names_an_archive() -> None:
    assert "archive" not in {name for pages in PAGES.values() for name, *_ in pages}


def test_it_says_what_it_reads_from_and_lists_the_articles(
    archive: Path, open_page: OpenPage
) -> None:
    app = open_page("archive")
    assert app.title[0].value == "2 articles in the archive"
    assert f"{archive} · April 2023 · 1 article without a day" in _said(app)
    frame = app.dataframe[0].value
    assert list(frame["Article"]) == [HARBOUR.title, CANAL.title]
    assert list(frame["Published"]) == ["12 April 2023", "Date unknown"]
    assert list(frame["In the library"]) == [False, False]
    assert "Ida Lund" in frame["Who speaks"][0]


def test_fields_narrow_and_count(archive: Path, open_page: OpenPage) -> None:
    app = open_page("archive")
    assert "Panama (1 article)" in app.multiselect(key="archive-countries").options
    app.multiselect(key="archive-countries").select("PAN").run()
    assert app.title[0].value == "1 of 2 articles"
    assert list(app.dataframe[0].value["Article"]) == [CANAL.title]
    app.text_input(key="archive-words").input("trawlers").run()
    assert "No article of the archive matches these fields." in _said(app)
    app.button(key="empty-0").click().run()
    assert app.title[0].value == "2 articles in the archive"


def test_what_is_ticked_is_shown_with_its_words_and_copied(
    archive: Path, open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tick(monkeypatch, [0])
    monkeypatch.setattr("components.adding_job._TOGETHER", 300.0)
    app = open_page("archive")
    assert [tab.label for tab in app.tabs][-4:-1] == [
        "Quotations (3)",
        "Events (1)",
        "Relations (2)",
    ]
    assert any("We will not accept it" in str(each.proto) for each in app.get("html"))
    app.button(key="archive-copy-ticked").click().run(timeout=60)
    assert "1 article was added." in _said(app)
    with open_library(data_dir / "library.sqlite") as library:
        assert library.has(HARBOUR.article_id)
        assert not library.has(CANAL.article_id)
    app.button(key="archive-copy-all").click().run(timeout=60)
    assert "1 article was added, 1 was there already." in _said(app)


def test_who_may_not_add_sees_no_way_to_copy(
    archive: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.cache.allowed", lambda action: action == Action.LOOK)
    app = open_page("archive")
    assert not [each for each in app.button if "Copy" in each.label]
    assert len(app.dataframe[0].value) == 2


def test_an_archive_that_is_none_is_said(
    data_dir: Path, tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_ARCHIVE", str(tmp_path / "nowhere"))
    settings.cache_clear()
    app = open_page("archive")
    assert "is no archive" in app.error[0].value


def test_a_part_that_is_broken_is_said_and_the_others_are_there(
    archive: Path, open_page: OpenPage
) -> None:
    (archive / "overview" / "part-000001.parquet").write_bytes(b"nothing")
    app = open_page("archive")
    assert app.title[0].value == "1 article in the archive"
    assert "cannot be read" in app.warning[0].value


def test_it_is_closed_while_a_speaker_is_under_the_rule(
    archive: Path, open_page: OpenPage, data_dir: Path
) -> None:
    with open_library(data_dir / "library.sqlite") as library, open_archive(archive) as opened:
        assert len(list(copy_each(library, opened, ArchiveFilter()))) == 2
        put_under_rule(library, "person:ida-lund", "Ann")
    app = open_page("archive")
    assert "closed while a speaker is under the Chatham House Rule" in app.error[0].value
    assert not app.dataframe
    assert "Lund" not in _said(app)
