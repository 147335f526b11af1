"""Who a pronoun is, and when that needs saying."""

from __future__ import annotations

import pytest

from briefing.wording.speakers import circumstances, is_traced, speaker_name
from briefing.wording.verbatim import Piece
from components.quotation import named_html, words_html


@pytest.mark.parametrize(
    ("written", "name", "expected"),
    [
        ("She", "Ana Vega", True),
        ("the harbour master", "Ana Vega", True),
        ("Vega", "Ana Vega", False),
        ("Ms. Vega", "Ana Vega", False),
        ("Harbour master Ana Vega", "Ana Vega", False),
        ("officials", None, False),
        (None, "Ana Vega", False),
    ],
)
def test_only_words_that_are_not_the_name_are_traced(
    written: str | None, name: str | None, expected: bool
) -> None:
    assert is_traced({"speaker": written, "speaker_name": name}) is expected


def test_nobody_is_guessed() -> None:
    assert speaker_name({"speaker": None, "speaker_name": None}) == "Speaker not named"
    assert speaker_name({"speaker": "officials", "speaker_name": None}) == "officials"


def test_a_country_that_speaks_is_named_once() -> None:
    assert named_html("Chile", None, "CHL") == "<b>Chile</b>"
    assert "Chile" in named_html("Ana Vega", "minister", "CHL")


def test_a_paraphrase_of_a_few_words_is_marked_in_its_sentence() -> None:
    text = "Peru waits. Chile denies <these> deals."
    start = text.index("<these>")
    row = {
        "start": start,
        "end": len(text) - 1,
        "sentence_text": "Chile denies <these> deals.",
    }
    html = words_html(row, [Piece("<these> deals", verbatim=False)], text)
    assert html.startswith("Chile denies <mark")
    assert html.endswith("&lt;these&gt; deals</mark>.")
    quoted = words_html(row, [Piece("these deals", verbatim=True)], text)
    assert quoted == "“these deals”"


def test_circumstances_in_one_line() -> None:
    row = {"about_names": ("Chile", "Peru"), "addressee_name": "The Echo", "venue": "in Lima"}
    assert circumstances(row) == "about Chile, Peru · to The Echo · in Lima"
    assert circumstances({"about_names": (), "addressee_name": None, "venue": None}) == ""
