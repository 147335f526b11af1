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
