"""What holds on every page: it opens; filter, chips and URL agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.article import Article
from briefing.library import open_library
from components import filters
from components.navigation import PAGES
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS

NAMES = [name for pages in PAGES.values() for name, *_ in pages]


@pytest.mark.parametrize("name", NAMES)
def test_page_opens(open_page: OpenPage, name: str) -> None:
    app = open_page(name)
    assert app.title[0].value
    assert not app.error


@pytest.mark.parametrize("name", NAMES)
def test_page_opens_when_the_filter_leaves_nothing(open_page: OpenPage, name: str) -> None:
    app = open_page(name, words="zeppelin")
    assert not app.error


@pytest.mark.parametrize("name", NAMES)
def test_page_opens_over_an_empty_library(
    open_page: OpenPage, name: str, data_dir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_SEED", "false")
    with open_library(data_dir / "library.sqlite") as library:
        library.show([])
    app = open_page(name)
    assert not app.error


def test_filter_options_show_counts_in_their_order(open_page: OpenPage) -> None:
    options = open_page("article").multiselect(key="country").options
    counts = [int(option.rpartition(" · ")[2]) for option in options]
    assert options[0].startswith(("Chile · ", "Norway · "))
    assert counts == sorted(counts, reverse=True)
    assert {option.rpartition(" · ")[0] for option in options} == {
        "Chile",
        "Norway",
        "Peru",
        "Japan",
    }


def test_choice_that_would_leave_nothing_stays_with_zero(open_page: OpenPage) -> None:
    app = open_page("article", words="catch")
    assert "Peru · 0" in app.multiselect(key="country").options


@pytest.mark.parametrize("written", ["NOR", "Norway", "Norway · 999"])
def test_link_opens_filtered_however_it_names_the_country(
    open_page: OpenPage, written: str
) -> None:
    app = open_page("article", country=written)
    assert app.multiselect(key="country").value == ["NOR"]
    assert app.button(key="chip-country-NOR").label == "Norway"


def test_link_with_an_unknown_country_opens_unfiltered(open_page: OpenPage) -> None:
    app = open_page("article", country="Atlantis")
    assert app.multiselect(key="country").value == []
    assert not [button for button in app.button if (button.key or "").startswith("chip-")]


def test_filter_holds_on_the_next_page(open_page: OpenPage) -> None:
    app = open_page("article")
    app.multiselect(key="country").set_value(["NOR"]).run()
    app.switch_page("pages/library.py").run()
    assert app.multiselect(key="country").value == ["NOR"]
    assert app.button(key="chip-country-NOR")


def test_filter_holds_when_another_field_changes_the_counts(open_page: OpenPage) -> None:
    app = open_page("article")
    app.multiselect(key="country").set_value(["NOR", "CHL"]).run()
    app.text_input(key="words").set_value("catch").run()
    assert app.multiselect(key="country").value == ["NOR", "CHL"]


def test_chip_clears_its_own_value_and_clear_all_the_rest(open_page: OpenPage) -> None:
    app = open_page("article", country=["NOR", "CHL"], words="treaty")
    app.button(key="chip-country-NOR").click().run()
    assert app.multiselect(key="country").value == ["CHL"]
    app.button(key="chip-all").click().run()
    assert app.multiselect(key="country").value == []
    assert app.text_input(key="words").value == ""


@pytest.mark.parametrize("article", [NEWS, HOSTILE])
def test_article_goes_by_id_title_or_part_of_it(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, article: Article
) -> None:
    monkeypatch.setattr(filters, "OFFERED", 1)
    for written in (article.title[3:20].upper(), f"{article.title} · 12", article.article_id):
        app = open_page("quotes", article=written)
        assert app.multiselect(key="article").value == [article.article_id]
        assert app.button(key=f"chip-article-{article.article_id}")


def test_period_from_the_url(open_page: OpenPage) -> None:
    app = open_page("article", **{"from": "2023-01-01", "to": "2023-12-31"})
    assert [chip.label for chip in app.button if (chip.key or "").startswith("chip-")] == [
        "from 1 January 2023",
        "to 31 December 2023",
        "Clear all",
    ]


def test_marking_stands_on_every_page(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_MARKING", "TLP:AMBER")
    app = open_page("library")
    assert any("TLP" in shown.value for shown in app.markdown)


@pytest.mark.usefixtures("new_server")
def test_link_works_on_a_server_that_has_shown_nothing_yet(open_page: OpenPage) -> None:
    app = open_page("article", country="NOR")
    assert app.multiselect(key="country").value == ["NOR"]
    assert app.button(key="chip-country-NOR")


def test_first_start_without_the_model_says_what_to_do(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_dir / "library.sqlite").unlink()
    monkeypatch.setenv("BRIEFING_MODEL", "en_core_none")
    app = open_page()
    assert len(app.error) == 1
    assert "install it with pip" in app.error[0].value


def test_first_start_reads_the_sample(open_page: OpenPage, data_dir: Path) -> None:
    (data_dir / "library.sqlite").unlink()
    app = open_page("library")
    assert app.title[0].value == "1 article in the library"
