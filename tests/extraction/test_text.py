"""The text that the model reads: as long as the article's, and a headline reads as a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.text import as_sentence, in_title_case, read_text

HEADLINES = [
    ("Minister Warns Rival Over Border Deal", "Minister warns Rival over Border Deal"),
    ("Norway and Iceland Agree To Share Data", "Norway and Iceland Agree to share Data"),
    ("Envoy: Norway Is Ready To Talk", "Envoy: Norway is Ready to talk"),
    ("Mayor Burns Meets Doctors in Oslo", "Mayor Burns meets Doctors in Oslo"),
    ("Ministers Vow Help", "Ministers vow Help"),
    ("Theresa May Will Stay On", "Theresa May Will stay on"),
]


@pytest.mark.parametrize(("title", "read"), HEADLINES)
def test_text_headline_reads_as_a_sentence(title: str, read: str) -> None:
    assert as_sentence(title, "") == read


def test_text_headline_keeps_what_the_body_writes_as_a_name() -> None:
    title = "Harbour Marks Old Friendship"
    assert as_sentence(title, "\n\nIn a statement, Harbour Marks said so.") == title


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Minister Warns Rival Over Border Deal", True),
        ("Minister warns rival over border deal", False),
        ("MINISTER WARNS RIVAL OVER DEAL", False),
        ("Norwegian Minister Ida Lund was in Iceland for talks with the government", False),
        ("Harbour News", False),
    ],
)
def test_text_title_case(line: str, expected: bool) -> None:
    assert in_title_case(line) == expected


def test_text_only_the_headline_is_changed() -> None:
    text = "Minister Warns Rival Over Deal\n\nThe “Over The Deal” sign fell."
    read = read_text(Article(title="", text=text))
    assert read == 'Minister warns Rival over Deal\n\nThe "Over The Deal" sign fell.'


@given(st.text(max_size=60), st.text(max_size=40))
def test_text_is_as_long_as_the_article(title: str, body: str) -> None:
    text = f"{title}\n{body}"
    assert len(read_text(Article(title="", text=text))) == len(text)


def test_text_headline_is_shown_as_it_was_written() -> None:
    title = "Norway Accuses Iceland Of Overfishing Again"
    article = Article(title=title, title_end=len(title), text=f"{title}\n\nThe talks went on.")
    (doc,) = pipeline.docs([article])
    (relation,) = doc._.relations
    assert (relation.source, relation.target) == ("NOR", "ISL")
    assert article.text[relation.trigger_start : relation.trigger_end] == "Accuses"
