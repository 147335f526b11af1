"""What holds on every page: it opens; filter, chips and URL agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from briefing.article import Article
from briefing.library import open_library
from components import sidebar
from components.escaping import escape_markdown
from components.navigation import PAGES
from tests.library.conftest import CANAL, canal
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS

NAMES = [name for pages in PAGES.values() for name, *_ in pages]


def _chips(app: AppTest) -> list[Button]:
    return [button for button in app.button if (button.key or "").startswith("chip-")]


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
    options = open_page("article").multiselect(key="choose-country").options
    counts = [int(option.rpartition(" (")[2].split()[0]) for option in options]
    assert options[0].startswith(("Chile (", "Norway ("))
    assert counts == sorted(counts, reverse=True)
    assert {option.rpartition(" (")[0] for option in options} == {
        "Chile",
        "Norway",
        "Peru",
        "Japan",
    }


def test_choice_that_would_leave_nothing_stays_with_zero(open_page: OpenPage) -> None:
    app = open_page("article", words="catch")
    assert "Peru (0 facts)" in app.multiselect(key="choose-country").options


@pytest.mark.parametrize("written", ["NOR", "nor", "Norway", "Norway · 999", "Norway (1 fact)"])
def test_link_opens_filtered_however_it_names_the_country(
    open_page: OpenPage, written: str
) -> None:
    app = open_page("article", country=written)
    assert app.multiselect(key="country").value == ["NOR"]
    assert app.button(key="chip-country-NOR").label == "Norway"


@pytest.mark.parametrize(
    ("parameters", "chip", "said"),
    [
        ({"country": "XXX"}, "“XXX”: no match", "No match for “XXX” in this library."),
        ({"country": "Atlantis · 999"}, "“Atlantis”: no match", "No match for “Atlantis” in"),
        ({"country": "France"}, "“France”: no match", "No match for “France” in this library."),
        ({"speaker": "Nobody"}, "“Nobody”: no match", "No match for “Nobody” in this library."),
        ({"article": "a0123456789ab"}, "“a0123456789ab”: no match", "No match for “a0123456789ab”"),
        (
            {"from": "2024-13-01"},
            "“2024-13-01”: no match",
            "“2024-13-01” is not a date",
        ),
        (
            {"to": "1066-10-14"},
            "“1066-10-14”: no match",
            "“1066-10-14” is not a date",
        ),
    ],
)
@pytest.mark.parametrize("page", ["briefing", "quotes", "present"])
def test_what_nothing_goes_by_matches_nothing_and_can_be_taken_out(
    open_page: OpenPage, page: str, parameters: dict[str, str], chip: str, said: str
) -> None:
    app = open_page(page, **parameters)
    assert [each.label for each in _chips(app)] == [escape_markdown(chip)]
    assert any(escape_markdown(said) in text.value for text in app.markdown)
    assert any("0 of 2 articles" in text.value or "None of" in text.value for text in app.caption)
    app.button(key="no-match-remove").click().run()
    assert not _chips(app)
    assert not any("No match" in text.value for text in app.markdown)


def test_what_nothing_goes_by_stays_beside_what_is_known(open_page: OpenPage) -> None:
    app = open_page("quotes", country=["NOR", "Atlantis"])
    labels = [chip.label for chip in _chips(app)]
    assert labels == ["Norway", escape_markdown("“Atlantis”: no match"), "Clear all"]
    app.button(key="chip-country-Atlantis").click().run()
    assert app.multiselect(key="country").value == ["NOR"]


def test_unknown_name_that_is_typed_stays_with_a_sentence(open_page: OpenPage) -> None:
    app = open_page("quotes")
    app.multiselect(key="choose-country").set_value(["Atlantis"]).run()
    assert any("No match for" in text.value for text in app.markdown)
    assert app.multiselect(key="country").value == ["Atlantis"]


def test_filter_holds_on_the_next_page(open_page: OpenPage) -> None:
    app = open_page("article")
    app.multiselect(key="choose-country").set_value(["NOR"]).run()
    app.switch_page("pages/library.py").run()
    assert app.multiselect(key="country").value == ["NOR"]
    assert app.button(key="chip-country-NOR")


def test_filter_holds_when_another_field_changes_the_counts(open_page: OpenPage) -> None:
    app = open_page("article")
    app.multiselect(key="choose-country").set_value(["NOR", "CHL"]).run()
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
    monkeypatch.setattr(sidebar, "OFFERED", 1)
    for written in (article.title[3:20].upper(), f"{article.title} · 12", article.article_id):
        app = open_page("quotes", article=written)
        assert app.multiselect(key="article").value == [article.article_id]
        assert app.button(key=f"chip-article-{article.article_id}")


def test_period_from_the_url(open_page: OpenPage) -> None:
    app = open_page("article", **{"from": "2023-01-01", "to": "2023-12-31"})
    assert [chip.label for chip in _chips(app)] == [
        "from 1 January 2023",
        "to 31 December 2023",
        "Clear all",
    ]


@pytest.fixture
def undated(data_dir: Path) -> None:
    """Add an article without any date to the library."""
    with open_library(data_dir / "library.sqlite") as library:
        library.add(CANAL, canal().tables())


@pytest.mark.usefixtures("undated")
def test_undated_articles_are_shown_in_a_period_or_left_out(open_page: OpenPage) -> None:
    app = open_page("quotes", **{"from": "2023-01-01"})
    assert app.caption[0].value == "2 of 3 articles · 1 undated article is shown too"
    app.toggle(key="dated").set_value(True).run()
    assert app.caption[0].value.startswith("1 of 3 articles")
    assert app.caption[0].value.endswith("1 undated article is left out")
    app.button(key="chip-dated-None").click().run()
    assert app.caption[0].value.startswith("2 of 3 articles")


@pytest.mark.usefixtures("undated")
def test_link_can_leave_undated_articles_out(open_page: OpenPage) -> None:
    app = open_page("", **{"from": "2023-01-01", "dated": "true"})
    assert app.title[0].value == NEWS.title
    assert app.caption[0].value.startswith("1 of 3 articles · Harbour News")


def test_choice_of_dated_articles_is_offered_with_a_period_alone(open_page: OpenPage) -> None:
    assert not [toggle for toggle in open_page("quotes").toggle if toggle.key == "dated"]


def test_removed_article_of_a_link_does_not_open_the_whole_library(
    open_page: OpenPage, data_dir: Path
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        library.remove(NEWS.article_id)
    app = open_page("", article=NEWS.article_id)
    assert app.title[0].value == "Nothing matches the filter"
    assert any("No match for" in text.value for text in app.markdown)
    app.button(key="none-0").click().run()
    assert app.title[0].value == escape_markdown(HOSTILE.title)


def test_tags_are_no_field_before_an_article_has_one(open_page: OpenPage) -> None:
    fields = [field.label for field in open_page("quotes").multiselect]
    assert "Articles" in fields
    assert "Tags" not in fields


@pytest.mark.parametrize("written", ["Fish", "fish", "Fish (1 article)"])
def test_a_tag_is_a_field_of_every_page(open_page: OpenPage, data_dir: Path, written: str) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        library.change_tags([NEWS.article_id], add=["Fish"])
    app = open_page("quotes", tag=written)
    assert app.multiselect(key="choose-tag").options == ["Fish (1 article)"]
    assert app.multiselect(key="tag").value == ["Fish"]
    assert [chip.label for chip in _chips(app)] == ["tagged “Fish”"]
    assert any("1 of 2 articles" in text.value for text in app.caption)
    app.button(key="chip-tag-Fish").click().run()
    assert not _chips(app)
    assert not app.multiselect(key="tag").value


def test_a_tag_that_no_article_has_matches_nothing(open_page: OpenPage) -> None:
    app = open_page("quotes", tag="Gone")
    assert [chip.label for chip in _chips(app)] == [escape_markdown("“Gone”: no match")]
    assert any(escape_markdown("No match for “Gone” in") in text.value for text in app.markdown)
    app.button(key="no-match-remove").click().run()
    assert not _chips(app)


def test_marking_stands_on_every_page(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_MARKING", "TLP:AMBER")
    app = open_page("library")
    assert any("TLP" in shown.value for shown in app.markdown)


@pytest.mark.parametrize("name", NAMES)
def test_marking_is_printed_also_where_a_page_ends_early(
    open_page: OpenPage, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_MARKING", "TLP:GREEN")
    app = open_page(name, words="zeppelin")
    (told,) = [each for each in app.get("bidi_component") if each.key == "browser-side"]
    assert json.loads(told.proto.json)["marking"] == "TLP:GREEN"


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
