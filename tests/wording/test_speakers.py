"""Who is shown to speak."""

from __future__ import annotations

import pytest

from briefing.wording.speakers import speaker_name, traced_words


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("Ana Vega", "she", "Ana Vega"),
        (None, "a harbour official", "a harbour official"),
        (None, "a witness who", "a witness"),
        (None, "the report, which", "the report"),
        (None, "who", "Speaker not named"),
        (None, "the witch", "the witch"),
        (None, None, "Speaker not named"),
    ],
)
def test_speaker_goes_by_name_or_by_the_words_of_the_article(
    name: str | None, written: str | None, shown: str
) -> None:
    assert speaker_name({"speaker_name": name, "speaker": written}) == shown


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("Ana Vega", "she", "speaker worked out from “she”"),
        ("Ana Vega", "the minister, who", "speaker worked out from “the minister”"),
        ("Ana Vega", "Vega", ""),
        ("Ana Vega", "Minister Ana Vega", ""),
        (None, "she", ""),
        ("Ana Vega", None, ""),
    ],
)
def test_speaker_that_was_worked_out_carries_a_mark(
    name: str | None, written: str | None, shown: str
) -> None:
    assert traced_words({"speaker_name": name, "speaker": written}) == shown
