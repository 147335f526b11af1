"""Who a pronoun is, and when that needs saying."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from briefing.wording.speakers import circumstances, speaker_name
from briefing.wording.verbatim import Piece
from components.quotation import named_before, named_html, traced, words_html


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
    assert traced({"speaker": written, "speaker_name": name}) is expected


def _mentions(*rows: tuple[int, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["start", "form", "text"])
    return frame.assign(article_id="a1")


def test_the_last_name_before_the_pronoun_is_the_evidence() -> None:
    mentions = _mentions(
        (0, "name", "Ana Vega"), (40, "short-name", "Vega"), (60, "pronoun", "She"),
        (90, "name", "Ana Vega"),
    )  # fmt: skip
    found = named_before(mentions, {"article_id": "a1", "speaker_start": 60})
    assert found is not None
    assert found["start"] == 40


def test_a_name_that_comes_later_is_evidence_when_there_is_none_before() -> None:
    found = named_before(
        _mentions((10, "pronoun", "she"), (90, "name", "Ana Vega")),
        {"article_id": "a1", "speaker_start": 10},
    )
    assert found is not None
    assert found["start"] == 90


def test_no_name_is_no_evidence() -> None:
    row: dict[str, Any] = {"article_id": "a1", "speaker_start": 10}
    assert named_before(_mentions((10, "pronoun", "she")), row) is None
    assert named_before(_mentions(), row | {"speaker_start": pd.NA}) is None


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
