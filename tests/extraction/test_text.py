"""The text that the model reads: as long as the article's, and a headline reads as a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.headlines import IsWord, as_sentence, in_title_case, with_and
from briefing.extraction.text import read_text
from briefing.extraction.word_list import word_list

HEADLINES = [
    ("Minister Warns Rival Over Border Deal", "Minister warns rival over border deal"),
    ("Norway and Iceland Agree To Share Data", "Norway and Iceland agree to share data"),
    ("Envoy: Norway Is Ready To Talk", "Envoy: Norway is ready to talk"),
    ("Mayor Burns Meets Doctors in Oslo", "Mayor Burns meets doctors in Oslo"),
    ("Ministers Vow Help", "Ministers vow help"),
    ("Theresa May Will Stay On", "Theresa May will stay on"),
    ("French Envoy Meets Chinese Counterpart", "French envoy meets Chinese counterpart"),
    ("Talks on Red Sea Shipping Resume", "Talks on Red Sea shipping resume"),
    ("Leaders To Meet in May or September", "Leaders to meet in May or September"),
    ("Security Council Votes on Mali Mission", "Security Council votes on Mali mission"),
    ("Nyqvist Quits After Zelmira Scandal", "Nyqvist quits after Zelmira scandal"),
]


@pytest.fixture(scope="module")
def is_word() -> IsWord:
    return word_list(pipeline.pipeline())


@pytest.mark.parametrize(("title", "read"), HEADLINES)
def test_text_headline_reads_as_a_sentence(title: str, read: str, is_word: IsWord) -> None:
    assert as_sentence(title, "", is_word) == read


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Fiji, Samoa sign pact; Tonga objects", "Fiji& Samoa sign pact; Tonga objects"),
        ("Chad, Mali, Togo to hold talks", "Chad, Mali& Togo to hold talks"),
        ("In Chad, Mali troops attack village", "In Chad, Mali troops attack village"),
        ("Chad, Mali and Togo hold talks", "Chad, Mali and Togo hold talks"),
    ],
)
def test_text_headline_comma_means_and(title: str, read: str) -> None:
    assert with_and(title) == read


def test_text_headline_keeps_what_the_body_writes_as_a_name(is_word: IsWord) -> None:
    title = "Harbour Marks Old Friendship"
    read = as_sentence(title, "\n\nIn a statement, Harbour Marks said so.", is_word)
    assert read == "Harbour Marks old friendship"


def test_text_headline_has_small_what_the_body_writes_small(is_word: IsWord) -> None:
    title = "Kenya Recalls Diplomat Stone"
    assert as_sentence(title, "\n\nA stone fell.", is_word) == "Kenya recalls diplomat stone"
    named = as_sentence(title, "\n\nConsul Stone left on Monday.", is_word)
    assert named == "Kenya recalls diplomat Stone"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Minister Warns Rival Over Border Deal", True),
        ("Minister warns rival over border deal", False),
        ("MINISTER WARNS RIVAL OVER DEAL", False),
        ("Norwegian Minister Ida Lund was in Iceland for talks with the government", False),
        ("Harbour News", False),
        ("Norway Thanks Sweden", True),
    ],
)
def test_text_title_case(line: str, expected: bool) -> None:
    assert in_title_case(line) == expected


def test_text_only_the_headline_is_changed(is_word: IsWord) -> None:
    text = "Minister Warns Rival Over Deal\n\nThe “Over The Deal” sign fell."
    read = read_text(Article(title="", text=text), is_word)
    assert read == 'Minister warns rival over Deal\n\nThe "Over The Deal" sign fell.'


@given(st.text(max_size=60), st.text(max_size=40))
def test_text_is_as_long_as_the_article(title: str, body: str) -> None:
    text = f"{title}\n{body}"
    assert len(read_text(Article(title="", text=text), word_list(pipeline.pipeline()))) == len(text)


def test_text_headline_with_a_comma_for_and_has_both() -> None:
    title = "Fiji, Samoa Reject Tongan Fishing Plan"
    article = Article(title=title, title_end=len(title), text=f"{title}\n\nThe talks went on.")
    (doc,) = pipeline.docs([article])
    pairs = {(relation.source, relation.target) for relation in doc._.relations}
    assert {("FJI", "TON"), ("WSM", "TON")} <= pairs


def test_text_headline_is_shown_as_it_was_written() -> None:
    title = "Norway Accuses Iceland Of Overfishing Again"
    article = Article(title=title, title_end=len(title), text=f"{title}\n\nThe talks went on.")
    (doc,) = pipeline.docs([article])
    (relation,) = doc._.relations
    assert (relation.source, relation.target) == ("NOR", "ISL")
    assert article.text[relation.trigger_start : relation.trigger_end] == "Accuses"
