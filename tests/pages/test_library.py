"""Library: what have I got, and how do I add to it?"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import file, open_library, queries
from briefing.wording.grades import GRADE
from components import adding
from components.adding import upload_label
from components.adding_job import JOB
from components.articles_table import FIND, ORDER, TAGGED, table_key
from components.checking import REVIEWER
from components.escaping import escape_markdown
from tests.conftest import GiveUp
from tests.library.conftest import lay_out_old_library
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS

PASTE = (
    "Kenya and Ghana agree on trade\n\n"
    "Kenyan President Amina Otieno met her Ghanaian counterpart in Accra on 4 June 2021. "
    "“We will open our borders,” Otieno said.\n\n"
    "Leave a Comment\n\nYour email address will not be published.\n"
)


def _paste(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return next(b for b in app.button if b.label == "Add article").click().run()


def _ticked(app: AppTest, *article_ids: str, among: list[str] | None = None) -> AppTest:
    """Tick articles in the list, or in that of the removed ones, whose ids are `among`."""
    ids = among or [HOSTILE.article_id, NEWS.article_id]
    key = table_key(ids, "removed" if among else "shelf")
    rows = [ids.index(article_id) for article_id in article_ids]
    app.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    return app.run()


def _titles(data_dir: Path) -> list[str]:
    with open_library(data_dir / "library.sqlite") as library:
        return list(queries.articles(library)["title"])


def test_table_lists_every_article(open_page: OpenPage) -> None:
    app = open_page("library")
    table = app.dataframe[0].value
    assert list(table["title"]) == [HOSTILE.title, NEWS.title]
    assert list(table["published"]) == [None, date(2023, 4, 20)]
    assert list(table["date_known"]) == ["In 2021, before 1 July", "Stated"]
    assert app.title[0].value == "2 articles in the library"
    assert any(caption.value.endswith(" on the disk") for caption in app.caption)


def test_list_is_found_by_words_and_sorted(open_page: OpenPage) -> None:
    app = open_page("library")
    app.selectbox(key=ORDER).select("Published, newest first").run()
    assert list(app.dataframe[0].value["title"]) == [NEWS.title, HOSTILE.title]
    app.text_input(key=FIND).set_value("harbour FISH").run()
    assert list(app.dataframe[0].value["title"]) == [NEWS.title]
    app.text_input(key=FIND).set_value("zeppelin").run()
    assert not app.dataframe
    assert any("No article of the library matches" in each.value for each in app.markdown)


def test_an_outlet_is_graded_where_its_details_are(open_page: OpenPage) -> None:
    app = _ticked(open_page("library"), NEWS.article_id)
    app.text_input(key=REVIEWER).set_value("Ana").run()
    (field,) = [each for each in app.selectbox if each.label.startswith(GRADE)]
    assert field.options[0] == "A, completely reliable"
    field.select("B")
    next(b for b in app.button if b.label == "Save grade").click().run()
    assert not app.exception
    grades = dict(
        zip(app.dataframe[0].value["title"], app.dataframe[0].value["grade"], strict=True)
    )
    assert grades == {NEWS.title: "B, usually reliable", HOSTILE.title: ""}


def test_tags_are_given_and_found_by(open_page: OpenPage) -> None:
    app = _ticked(open_page("library"), NEWS.article_id)
    (field,) = [each for each in app.multiselect if each.label == "Tags of this article"]
    field.set_value(["*Fish* [x](y)"])
    next(b for b in app.button if b.label == "Save tags").click().run()
    assert not app.exception
    app.multiselect(key=TAGGED).select("*Fish* [x](y)").run()
    assert list(app.dataframe[0].value["title"]) == [NEWS.title]
    assert list(app.dataframe[0].value["tags"]) == [["*Fish* [x](y)"]]


def test_several_articles_keep_what_each_has_besides(open_page: OpenPage, data_dir: Path) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        library.change_tags([NEWS.article_id], add=["Fish"])
        library.change_tags([NEWS.article_id, HOSTILE.article_id], add=["Both"])
        app = _ticked(open_page("library"), NEWS.article_id, HOSTILE.article_id)
        (field,) = [each for each in app.multiselect if each.label.startswith("Tags that each")]
        assert field.value == ["Both"]
        assert any("them also have" in each.value for each in app.caption)
        field.set_value(["New"])
        next(b for b in app.button if b.label == "Save tags").click().run()
        assert queries.tags(library) == {"Fish": 1, "New": 2}


def test_a_title_is_corrected_in_the_list_and_undone(open_page: OpenPage, data_dir: Path) -> None:
    key = NEWS.article_id
    app = _ticked(open_page("library"), key)
    app.text_input(key="reviewer").input("Ana").run()
    app.text_input(key=f"title-{key}").input("Fish: Norway and Chile")
    next(b for b in app.button if b.label == "Save correction").click().run()
    assert not app.exception
    assert _titles(data_dir)[0] == "Fish: Norway and Chile"
    app.button(key="undo-details").click().run()
    assert _titles(data_dir)[0] == NEWS.title


def test_paste_is_read_and_reported(open_page: OpenPage, data_dir: Path) -> None:
    app = _paste(open_page("library"), PASTE)
    assert not app.exception
    assert _titles(data_dir)[-1] == "Kenya and Ghana agree on trade"
    said = [text.value for text in app.text]
    assert any(line.startswith("Found: ") and "quotation" in line for line in said)
    assert "Leave a Comment" in said
    assert app.text_area[0].value == ""


def test_paste_that_takes_too_long_gets_one_sentence_and_the_next_is_read(
    open_page: OpenPage, data_dir: Path, give_up: GiveUp
) -> None:
    give_up("ferry")
    app = _paste(open_page("library"), "Ferry sinks\n\nThe ferry sank. Fiji blamed Tonga.")
    assert not app.exception
    assert len(app.error) == 1
    assert "Ferry sinks was given up" in app.error[0].value
    _paste(app, PASTE)
    assert _titles(data_dir)[-1] == "Kenya and Ghana agree on trade"
    assert "Ferry sinks" not in _titles(data_dir)


def test_same_paste_again_adds_nothing(open_page: OpenPage, data_dir: Path) -> None:
    app = _paste(_paste(open_page("library"), PASTE), PASTE)
    assert "This article is already in the library; nothing was added." in [
        text.value for text in app.text
    ]
    assert len(_titles(data_dir)) == 3


GERMAN = (
    "Die Regierung hat am Montag erklärt, dass sie die Verhandlungen mit den Nachbarländern "
    "fortsetzen wird. Der Außenminister sagte, es gebe keinen Grund zur Sorge, und die Gespräche "
    "würden bald zu einem Ergebnis führen, das für alle Seiten annehmbar sei.\n"
)


@pytest.mark.parametrize("text", ["", "   \n", GERMAN])
def test_paste_that_is_no_article_gets_one_sentence(
    open_page: OpenPage, data_dir: Path, text: str
) -> None:
    app = _paste(open_page("library"), text)
    assert len(app.error) == 1
    assert len(_titles(data_dir)) == 2
    assert app.text_area[0].value == text


def test_files_good_and_bad_together(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page("library")
    app.file_uploader[0].upload("good.txt", PASTE.encode())
    app.file_uploader[0].upload("bad.txt", b"\x00\x01\x02\xff" * 50)
    (button,) = [button for button in app.button if button.label == "Add files"]
    button.click().run()
    assert len(app.error) == 1
    assert "bad" in app.error[0].value
    assert len(_titles(data_dir)) == 3
    with open_library(data_dir / "library.sqlite") as library:
        added = str(queries.articles(library)["article_id"].iloc[-1])
        kept = queries.original(library, added)
        assert kept is not None
        assert queries.original_bytes(library, kept.file_id) == PASTE.encode()
    page = open_page("article", open=added)
    assert "Original file" in [each.proto.label for each in page.get("download_button")]
    page = open_page("article", open=NEWS.article_id)
    assert "Original file" not in [each.proto.label for each in page.get("download_button")]


def test_upload_without_a_file_says_so(open_page: OpenPage) -> None:
    app = open_page("library")
    (button,) = [button for button in app.button if button.label == "Add files"]
    button.click().run()
    assert app.error[0].value.startswith("Choose at least one file")


def test_hiding_an_article_takes_effect_everywhere(open_page: OpenPage, data_dir: Path) -> None:
    app = _ticked(open_page("library"), HOSTILE.article_id)
    app.button(key="hide").click().run()
    assert app.title[0].value == "2 articles in the library, 1 shown"
    assert "Peru (0 facts)" not in app.multiselect(key="choose-country").options
    app = _ticked(app)
    app.button(key="show-all").click().run()
    assert app.title[0].value == "2 articles in the library"


def test_what_is_removed_comes_back_by_undo(open_page: OpenPage, data_dir: Path) -> None:
    app = _ticked(open_page("library"), HOSTILE.article_id)
    app.button(key="remove").click().run()
    assert _titles(data_dir) == [NEWS.title]
    said = [each.value for each in app.markdown if "Removed" in each.value]
    assert len(said) == 1
    assert escape_markdown(HOSTILE.title) in said[0]
    app.button(key="put-back").click().run()
    assert not app.exception
    assert _titles(data_dir) == [NEWS.title, HOSTILE.title]
    assert not [each for each in app.markdown if "Removed" in each.value]


def test_removed_articles_are_put_back_or_deleted_for_good(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_SEED", "false")
    with open_library(data_dir / "library.sqlite") as library:
        for article in (NEWS, HOSTILE):
            library.remove(article.article_id)
    app = open_page("library")
    assert "Removed articles (2)" in [each.label for each in app.expander]
    app = _ticked(app, NEWS.article_id, among=[HOSTILE.article_id, NEWS.article_id])
    app.button(key="put-back-ticked").click().run()
    assert _titles(data_dir) == [NEWS.title]
    app = _ticked(app, HOSTILE.article_id, among=[HOSTILE.article_id])
    app.button(key="deleted-for-good").click().run()
    assert not app.exception
    assert not [each for each in app.expander if each.label.startswith("Removed articles")]


def test_removing_takes_the_report_of_the_last_addition_away(open_page: OpenPage) -> None:
    app = _paste(open_page("library"), "")
    assert app.error
    app = _ticked(app, HOSTILE.article_id)
    app.button(key="remove").click().run()
    assert not app.error


def test_a_newer_version_is_said_compared_and_replaces_the_older(
    open_page: OpenPage, data_dir: Path
) -> None:
    changed = NEWS.text.replace("too large", "far too large")
    app = _paste(open_page("library"), changed)
    assert not app.exception
    said = [each.value for each in app.markdown if "A newer version of" in each.value]
    assert len(said) == 1
    assert "Norway warns Chile over fish" in said[0]
    assert app.title[0].value == "3 articles in the library, 2 shown"
    html = " ".join(element.value for element in app.html)
    assert re.search(r"<ins [^>]*>far </ins>too large", html)
    (both,) = [button for button in app.button if button.label == "Show both"]
    both.click().run()
    assert app.title[0].value == "3 articles in the library"
    (newest,) = [button for button in app.button if button.label == "Show the newest only"]
    newest.click().run()
    (older,) = [button for button in app.button if button.label == "Remove the older one"]
    older.click().run()
    assert app.title[0].value == "2 articles in the library"
    app.button(key="put-back").click().run()
    assert NEWS.title in _titles(data_dir)


def test_search_finds_and_leads_to_the_sentence(open_page: OpenPage) -> None:
    app = open_page("library")
    app.text_input(key="search").set_value("ships waters").run()
    html = " ".join(element.value for element in app.html)
    assert "ships</mark>" in html
    start = NEWS.text.index("Chile denied")
    assert any(
        f"{NEWS.article_id}.s.{start}-" in link.proto.query_string.replace("%2E", ".")
        for link in app.page_link
    )


def test_search_for_markup_shows_it_as_it_is(open_page: OpenPage) -> None:
    app = open_page("library")
    app.text_input(key="search").set_value("alert").run()
    html = " ".join(element.value for element in app.html)
    assert "<script" not in html
    assert "<img" not in html


def test_search_without_a_find_says_so(open_page: OpenPage) -> None:
    app = open_page("library")
    app.text_input(key="search").set_value("zeppelin").run()
    assert any("zeppelin" in element.value for element in app.markdown)


def test_empty_library_invites_to_add(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_SEED", "false")
    with open_library(data_dir / "library.sqlite") as library:
        for article in (NEWS, HOSTILE):
            library.remove(article.article_id)
    app = open_page("library")
    assert app.title[0].value == "0 articles in the library"
    assert any("library is empty" in element.value for element in app.markdown)


def test_adding_without_the_model_says_what_to_do(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_MODEL", "en_core_none")
    app = _paste(open_page("library"), PASTE)
    assert "en_core_none" in app.error[0].value.replace("\\", "")
    assert len(_titles(data_dir)) == 2


def test_file_of_one_article_a_line_gives_each(open_page: OpenPage, data_dir: Path) -> None:
    lines = [
        json.dumps({"title": f"Talks in Lima, day {day}", "text": f"Peru spoke. {day} came."})
        for day in (1, 2)
    ]
    app = open_page("library")
    app.file_uploader[0].upload("many.jsonl", "\n".join([*lines, "no JSON"]).encode())
    (button,) = [button for button in app.button if button.label == "Add files"]
    button.click().run()
    assert _titles(data_dir)[2:] == ["Talks in Lima, day 1", "Talks in Lima, day 2"]
    assert len(app.error) == 1
    assert "line 3" in app.error[0].value.replace("\\", "")


def test_of_many_results_those_are_listed_that_failed(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_DETAILED", 2)
    lines = [json.dumps({"text": f"Peru spoke. {day} came."}) for day in (1, 2)]
    app = open_page("library")
    app.file_uploader[0].upload("many.jsonl", "\n".join([*lines, lines[0], "none"]).encode())
    next(b for b in app.button if b.label == "Add files").click().run()
    assert len(_titles(data_dir)) == 4
    assert app.success[0].value == (
        "2 articles were added, 1 was there already, 1 could not be read."
    )
    assert len(app.error) == 1
    assert not [link for link in app.get("page_link") if "Open its text" in str(link)]


class _Running:
    """An adding that goes on until it is cancelled."""

    share = 0.3
    words = "12 of 40 files, 28 left, about 3 minutes"
    results = ()
    done, total = 12, 40
    runs = True
    cancelled = False

    def cancel(self) -> None:
        self.cancelled, self.runs = True, False


def test_an_adding_that_goes_on_is_shown_and_cancelled(open_page: OpenPage) -> None:
    app = open_page("library")
    app.session_state[JOB] = _Running()
    app.run()
    assert not app.exception
    assert "28 left" in app.get("progress")[0].proto.text
    assert app.title[0].value == "2 articles in the library"
    assert not [button for button in app.button if button.label == "Add files"]
    app.button(key="cancel-adding").click().run()
    assert "Adding was cancelled; 28 files were left out." in app.info[0].value
    assert [button for button in app.button if button.label == "Add files"]


def test_readings_of_an_older_version_are_named_and_read_again(
    open_page: OpenPage, data_dir: Path
) -> None:
    lay_out_old_library(data_dir / "library.sqlite")
    app = open_page("timeline")
    assert any("3 of 3 articles were read by an older" in text.value for text in app.caption)
    app = open_page("library")
    assert any("3 of 3 articles were read by an older" in text.value for text in app.markdown)
    app.button(key="read-again").click().run()
    assert not app.exception
    assert not app.error
    assert not any("older version" in text.value for text in app.markdown)
    with open_library(data_dir / "library.sqlite") as library:
        assert queries.older_articles(library) == []


def test_reading_again_without_the_model_says_what_to_do(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_old_library(data_dir / "library.sqlite")
    monkeypatch.setenv("BRIEFING_MODEL", "en_core_none")
    app = open_page("library")
    app.button(key="read-again").click().run()
    assert "en_core_none" in app.error[0].value.replace("\\", "")
    assert len(_titles(data_dir)) == 3


def test_a_library_that_can_only_be_read_offers_no_change(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "prepare", lambda path: False)
    app = open_page("library")
    assert "can only read this library" in app.info[0].value
    assert not [button for button in app.button if button.label == "Add article"]
    app = _ticked(app, NEWS.article_id)
    labels = {button.label for button in app.button}
    assert not labels & {"Hide", "Remove", "Save tags", "Save marking", "Save correction"}


def test_what_can_be_uploaded_is_said_in_the_limits_that_hold() -> None:
    assert "up to 20 MB" in upload_label(50_000_000, 20)
    assert "up to 2.5 MB" in upload_label(2_500_000, 20)


def test_a_folder_is_added_whatever_its_files_are_called(open_page: OpenPage) -> None:
    app = open_page("library")
    folder = app.file_uploader[1]
    folder.upload("Norway - 3.5.2024", PASTE.encode())
    folder.upload(".DS_Store", b"\x00\x01")
    next(each for each in app.button if each.label == "Add folder").click().run()
    app.run()
    assert not app.exception
    assert not app.error
    assert any(PASTE.split("\n", 1)[0] in each.value for each in app.markdown)
