"""Texts that nobody would write are read like any other: none is lost, nothing is made up."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.mangled import mangled, sentences
from briefing.brief.verify import verify_tables
from briefing.errors import ReadingError
from briefing.extraction.read import extract
from briefing.reading import read_text

LOST_ONCE = [
    "Appealing for calm, the minister said the vote would go ahead.",
    "Calling it a mistake, Norway left the talks.",
    "Adding that",
    "Norway slams mine,",
    ". 1996 was a hard year.",
    "said",
    "Geneva.\tcancelled talks were due June.",
    "“",
    "He said: “",
    "\u202eThe minister said “no”.\u202c",
    "🙂 “We agree,” 🙂 said 🙂.",
]


@pytest.mark.parametrize("text", LOST_ONCE)
def test_mangled_short_text_is_read(text: str) -> None:
    first = read_text(f"{text}\n\nThe talks went on.", verbatim=True)
    last = read_text(f"The talks went on.\n\n{text}", verbatim=True)
    assert list(extract([first, last])["articles"]["text"]) == [first.text, last.text]


def test_mangled_sentences_are_the_tests_own() -> None:
    assert "Prices will fall, the minister said." in sentences()


@given(chance=st.randoms(use_true_random=False), verbatim=st.booleans(), dated=st.booleans())
@settings(max_examples=120, deadline=None)
@pytest.mark.timeout(1200)
def test_mangled_text_is_read_and_its_words_are_its_own(
    chance: random.Random, verbatim: bool, dated: bool
) -> None:
    try:
        article = read_text(
            mangled(chance), verbatim=verbatim, published="2025-03-14" if dated else None
        )
    except ReadingError:
        assume(False)
    tables = extract(article)
    assert list(tables["articles"]["text"]) == [article.text]
    checked = verify_tables(tables)
    assert checked.number + checked.unsettled == len(tables["quotes"])
    for name in ("mentions", "times", "events", "quotes"):
        for row in tables[name].itertuples():
            assert article.text[row.start : row.end] == row.text
