"""The Briefing page: the bottom line, what comes up, the figures, what was said and denied."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefing.library import open_library, schema
from briefing.library.looks import last_look, look
from briefing.library.source_grades import grade_source
from briefing.library.state import changed
from briefing.library.unread import note_unread
from briefing.wording.grades import GRADE
from components import source_list
from components.checking import REVIEWER
from tests.library.patchy import PATCHY, patchy
from tests.library.stories import add, article_on
from tests.library.told_twice import FIRST, SECOND, add_accounts
from tests.pages.conftest import OpenPage
from tests.pages.sample import HOSTILE, NEWS, news_facts


def _words(app: AppTest) -> str:
    return "\n".join(
        str(element.value)
        for kind in ("title", "header", "caption", "markdown", "html", "text")
        for element in app.get(kind)
    )


def test_one_article_is_headed_by_its_title_outlet_and_date(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    assert app.title[0].value == "Norway warns Chile over fish"
    assert "Harbour News · 20 April 2023, stated" in app.caption[0].value


def test_bottom_line_is_the_articles_own_sentences(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    shown = [html.value for html in app.html if "Lund warned Chile on Monday." in html.value]
    assert shown
    links = [link.proto for link in app.get("page_link")]
    assert any(f"{NEWS.article_id}.s." in str(link) for link in links)


def test_what_comes_up_what_is_said_and_what_is_denied_is_there(open_page: OpenPage) -> None:
    words = _words(open_page(article=NEWS.article_id))
    assert "<b>3 May 2023</b> · Talks in Oslo · Norway" in words
    assert "“the catch is too large”" in words
    assert "that its ships had entered Norwegian waters" in words
    assert "<b>Chile</b>" in words


def test_figures_open_their_lists(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    pages = {link.proto.page for link in app.get("page_link")}
    assert {"entities", "quotes", "relations"} <= pages


def test_every_fact_links_to_its_words(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    links = "".join(str(link.proto) for link in app.get("page_link"))
    facts = news_facts()
    assert facts["quote"] in links
    assert facts["event"] in links


def test_several_articles_are_counted_once_all_are_asked_for(open_page: OpenPage) -> None:
    app = open_page(cover="all")
    assert app.title[0].value == "Briefing on 2 articles"
    assert app.caption[0].value.replace("\\", "").startswith("2 articles · published ")


def test_without_a_filter_the_article_added_last_is_briefed_on(open_page: OpenPage) -> None:
    app = open_page()
    assert "Peru" in app.title[0].value
    head = app.caption[0].value.replace("\\", "")
    assert "1 of 2 articles, the one added last · as of 25 April 2023" in head
    app.segmented_control(key="choose-cover").set_value("all").run()
    assert app.title[0].value == "Briefing on 2 articles"


def test_filter_is_a_choice_already(open_page: OpenPage) -> None:
    app = open_page(country="CHL")
    assert not [box for box in app.get("button_group") if box.proto.id and "cover" in box.proto.id]
    assert app.title[0].value.startswith("Briefing on ") or NEWS.title in app.title[0].value


def test_link_about_an_article_opens_its_briefing(open_page: OpenPage) -> None:
    app = open_page(only=NEWS.article_id)
    assert app.title[0].value == NEWS.title
    assert app.multiselect(key="article").value == [NEWS.article_id]
    assert "about" not in app.query_params


def test_link_about_an_article_that_is_gone_says_so(open_page: OpenPage) -> None:
    app = open_page(only="a0000000")
    assert app.title[0].value == "Nothing matches the filter"


def test_evidence_is_named_by_what_it_opens(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    labels = [link.proto.label for link in app.get("page_link")]
    assert "Sentence in the article" in labels
    assert "Quotation in the article" in labels
    assert not [label for label in labels if label.startswith(":material/")]
    labels = [link.proto.label for link in open_page(cover="all").get("page_link")]
    assert NEWS.title in labels


def test_speaker_behind_a_pronoun_is_marked(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    assert "speaker worked out from “She”" in _words(app).replace("\\", "")


def test_more_than_a_handful_of_stories_are_offered_not_shown(
    data_dir: Path, open_page: OpenPage
) -> None:
    told = (
        "Ghana will sell its cocoa through one office in Tema from next season.",
        "Togo lost two ferries in a storm off the coast near Kpalimé.",
        "Kenya found copper below a national park, and no road leads there.",
        "Uganda closed seven tea factories because nobody pays for their leaves.",
        "Trains between Accra and Kumasi will run again, says Ghana's railway.",
        "Customs officers in Togo seized a cargo of old refrigerators.",
        "A third runway in Mombasa is too dear for Kenya's parliament.",
    )
    with open_library(data_dir / "library.sqlite") as library:
        for number, words in enumerate(told, start=5):
            title = " ".join(words.split()[:4])
            add(library, article_on(title, f"2023-{number:02}-02", f"Outlet {number}", words))
    app = open_page(cover="all")
    assert [words for words in told if words.replace("'", "&#x27;") in _words(app)] == list(
        told[2:]
    )
    assert any("newest 5 of 9 stories" in c.value.replace("\\", "") for c in app.caption)
    app.button(key="stories-more").click().run()
    assert all(words.replace("'", "&#x27;") in _words(app) for words in told)


def test_an_article_cannot_format_the_page(open_page: OpenPage) -> None:
    app = open_page(article=HOSTILE.article_id)
    words = "\n".join(html.value for html in app.html)
    assert "<img" not in words
    assert "<script" not in words
    assert "&lt;img src=x" in words


def test_an_empty_library_offers_the_way_to_add(data_dir: Path, open_page: OpenPage) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        library.show([])
    app = open_page()
    assert app.title[0].value == "No briefing yet"
    assert "library" in {link.proto.page for link in app.get("page_link")}


def test_a_filter_that_leaves_nothing_says_so(open_page: OpenPage) -> None:
    app = open_page(words="submarine")
    assert "None of 2 articles matches the filter." in _words(app).replace("\\", "")
    app.button(key="none-0").click().run()
    assert not app.exception
    assert app.session_state["words"] == ""


def test_chart_of_speakers_holds_who_speaks(open_page: OpenPage) -> None:
    app = open_page(article=NEWS.article_id)
    figures = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    bars = [trace for figure in figures for trace in figure["data"] if trace["type"] == "bar"]
    assert bars[0]["customdata"] == ["person:berit-lund", "country:CHL"]


def test_what_is_not_known_is_counted_and_each_count_opens_its_list(
    data_dir: Path, open_page: OpenPage
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        note_unread(library, "**scan**.pdf", "It is a scan; paste its text instead.")
        library.add(PATCHY, patchy().tables())
    app = open_page(article=PATCHY.article_id)
    links = {link.proto.label: link.proto for link in app.get("page_link")}
    assert links["1 file not read"].page == "library"
    assert links["1 event without a date"].page == "review"
    assert "lack=date" in links["1 event without a date"].query_string
    assert "countries and people" not in "".join(links)
    listed = open_page("review", lack="date")
    assert listed.header[0].value == "1 event without a date"
    facts = [link.proto.query_string for link in listed.get("page_link")]
    assert any(".e." in facts_of and "check=" in facts_of for facts_of in facts)


def test_a_file_that_was_not_read_is_taken_off_the_list(
    data_dir: Path, open_page: OpenPage
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        note_unread(library, "**scan**.pdf", "It is a scan; paste its text instead.")
    app = open_page("library")
    assert any(text.value.startswith("**scan**.pdf") for text in app.text)
    app.button(key="unread-off-0").click().run()
    assert not any("scan" in text.value for text in app.text)


def test_where_accounts_differ_both_sides_lead_to_their_words(
    data_dir: Path, open_page: OpenPage
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        add_accounts(library)
    app = open_page(cover="all")
    assert any(box.label == "Where accounts differ (3)" for box in app.expander)
    words = _words(app)
    assert "<mark" in words
    assert "Harbour Wire · 10 March 2026" in words.replace("\\", "")
    assert "and 1 near-copy of it" in words.replace("\\", "")
    links = "".join(link.proto.query_string for link in app.get("page_link"))
    assert FIRST.article_id in links
    assert SECOND.article_id in links


def test_an_article_of_its_own_story_has_no_differences(open_page: OpenPage) -> None:
    assert not any("accounts differ" in box.label for box in open_page(cover="all").expander)


def test_what_changed_since_the_last_look_comes_first_until_it_is_seen(
    data_dir: Path, open_page: OpenPage
) -> None:
    open_page()
    with open_library(data_dir / "library.sqlite") as library:
        assert last_look(library, "") is not None, "the first look is kept"
        look(library, "", "2023-04-22T00:00:00+00:00")
        with library.writing() as connection:
            column = schema.articles.c.added
            for article, day in ((NEWS, "2023-04-21"), (HOSTILE, "2023-04-23")):
                row = schema.articles.c.article_id == article.article_id
                time = f"{day}T00:00:00+00:00"
                connection.execute(schema.articles.update().where(row).values({column: time}))
            changed(connection)
    app = open_page()
    assert app.header[0].value == "Since you last looked, 22 April 2023"
    words = "\n".join(html.value for html in app.html)
    assert "&lt;b&gt;Peru" in words
    assert "New article" in _words(app)
    app.button(key="changes-seen").click().run()
    assert app.header[0].value == "Bottom line"


def test_what_changed_between_two_days_can_be_asked(open_page: OpenPage) -> None:
    app = open_page()
    app.date_input(key="changed-from").set_value(date(2023, 4, 20)).run()
    assert app.header[0].value.replace("\\", "") == "Added or corrected since 20 April 2023"
    app.date_input(key="changed-to").set_value(date(2023, 4, 1)).run()
    assert app.error[0].value == "The last day is before the first; choose a later one."


def test_sources_are_listed_and_their_outlets_graded(open_page: OpenPage, data_dir: Path) -> None:
    app = open_page(cover="all")
    (listed,) = [each.value for each in app.dataframe if "Graded" in each.value]
    assert list(listed["Article"]) == [HOSTILE.title, NEWS.title]
    assert list(listed["Published"]) == [
        "published in 2021, before 1 July, inferred",
        "20 April 2023, stated",
    ]
    app.text_input(key=REVIEWER).set_value("Ana").run()
    next(each for each in app.selectbox if each.label == "Outlet").select(NEWS.source).run()
    next(each for each in app.selectbox if each.label == GRADE).select("D")
    next(each for each in app.button if each.label == "Save grade").click().run()
    assert not app.exception
    (listed,) = [each.value for each in app.dataframe if "Graded" in each.value]
    assert list(listed["Graded"]) == ["", "D, not usually reliable"]
    article = open_page("article", open=NEWS.article_id)
    head = article.caption[0].value.replace("\\", "")
    assert "graded D by staff (not usually reliable)" in head


def test_a_reader_sees_grades_and_gives_none(
    open_page: OpenPage, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(data_dir / "library.sqlite") as library:
        grade_source(library, str(NEWS.source), "A", "Ana")
    monkeypatch.setattr(source_list, "can", lambda _: False)
    app = open_page(article=NEWS.article_id)
    (listed,) = [each.value for each in app.dataframe if "Graded" in each.value]
    assert list(listed["Graded"]) == ["A, completely reliable"]
    assert not [each for each in app.button if each.label == "Save grade"]


def test_words_speaker_and_date_of_a_quotation_are_marked(open_page: OpenPage) -> None:
    words = _words(open_page(article=NEWS.article_id))
    for mark in ("Partly verbatim", "Speaker worked out", "Date stated"):
        assert mark in words
