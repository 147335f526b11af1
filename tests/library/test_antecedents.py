"""Whom a speaker written as a pronoun was traced to, as the library answers it."""

from __future__ import annotations

import sqlite3

import pytest

from briefing.article import Article
from briefing.library import Filter, Library, queries
from tests.library.conftest import Rows

TALKS = Article(
    title="Talks on the fleet",
    title_end=18,
    text=(
        "Talks on the fleet\n\nIda Lund met reporters. She said that the fleet was small. "
        "Lund denied that it grows."
    ),
)
REASON = "The only woman named near, the subject of the sentence before."


@pytest.fixture
def talks(empty_library: Library) -> Library:
    rows = Rows(
        TALKS,
        [
            (0, "Talks on the fleet"),
            (1, "Ida Lund met reporters."),
            (1, "She said that the fleet was small."),
            (1, "Lund denied that it grows."),
        ],
    )
    rows.mention("Ida Lund", "person:ida-lund")
    rows.mention("She", "person:ida-lund")
    rows.mention("Lund", "person:ida-lund", "Lund denied")
    she = rows.rows["mentions"][1]
    she["form"] = "pronoun"
    start, end = rows.find("Ida Lund")
    rows.rows["antecedents"].append(
        {
            "article_id": TALKS.article_id,
            "mention_id": she["mention_id"],
            "start": start,
            "end": end,
            "reason": REASON,
        }
    )
    for words, act, written, form in (
        ("that the fleet was small", "says", "She", "pronoun"),
        ("that it grows", "denies", "Lund denied", "short-name"),
    ):
        place = rows.find(written)[0]
        end = place + len(written.split()[0])
        rows.quote(
            words,
            "indirect",
            act,
            "person:ida-lund",
            speaker_start=place,
            speaker_end=end,
            speaker_form=form,
        )
    empty_library.add(TALKS, rows.tables())
    return empty_library


def test_quotes_say_whom_a_pronoun_was_traced_to_and_why(talks: Library) -> None:
    she, lund = queries.quotes(talks, Filter()).to_dict("records")
    assert TALKS.text[she["named_start"] : she["named_end"]] == "Ida Lund"
    assert she["speaker_why"] == REASON
    assert she["named_sentence"] == "Ida Lund met reporters."
    assert TALKS.text[she["named_sentence_start"] :].startswith("Ida Lund met reporters.")
    assert lund["speaker_why"] is None


def test_antecedents_are_exported_with_their_mentions(talks: Library) -> None:
    (row,) = queries.whole(talks, Filter())["antecedents"].to_dict("records")
    assert row["reason"] == REASON
    assert queries.whole(talks, Filter(articles=("none",)))["antecedents"].empty


def test_antecedents_go_with_their_article(talks: Library) -> None:
    talks.remove(TALKS.article_id)
    with sqlite3.connect(talks.path) as connection:
        assert connection.execute("SELECT count(*) FROM antecedents").fetchone() == (0,)
    connection.close()
