"""The one line that says what was checked."""

from __future__ import annotations

import pytest

from briefing.wording.checked import Checked


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        (Checked(12), "12 of 12 quotations: the words are the article’s own"),
        (Checked(1), "1 of 1 quotation: the words are the article’s own"),
        (Checked(5, what="sentence"), "5 of 5 sentences: the words are the article’s own"),
        (
            Checked(
                5,
                speakers=(("checked", 1), ("named", 2), ("none", 1), ("traced", 1)),
                dates=(("inferred", 2), ("stated", 3)),
            ),
            "5 of 5 quotations: the words are the article’s own · speakers: 1 checked by staff, "
            "3 read by the program, 1 not named · dates of their articles: 3 stated, 2 inferred",
        ),
        (
            Checked(2, speakers=(("checked", 2),), dates=(("given", 1), ("unknown", 1))),
            "2 of 2 quotations: the words are the article’s own · speakers: 2 checked by staff · "
            "dates of their articles: 1 given by staff, 1 unknown",
        ),
        (
            Checked(3, unsettled=1),
            "3 of 3 quotations: the words are the article’s own · 1 more with an "
            "unclear end is not counted",
        ),
        (
            Checked(0, unsettled=2),
            "0 of 0 quotations: the words are the article’s own · 2 more with an "
            "unclear end are not counted",
        ),
    ],
)
def test_checked_says_what_was_compared(checked: Checked, words: str) -> None:
    assert checked.words == words
