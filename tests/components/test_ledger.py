"""Quotations by speaker, and what each said over time."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from briefing.wording.sources import Source
from components.ledger import ledger
from components.speakers import head_html, how_many

TEXT = "Ana Vega said “we wait”. Officials said ships sail."


def _quote(number: int, speaker: str | None, **more: Any) -> dict[str, Any]:
    return {
        "article_id": "a1",
        "quote_id": f"a1.q.{number}",
        "kind": "indirect",
        "act": "says",
        "speaker_id": f"person:{speaker.lower()}" if speaker else None,
        "speaker": speaker,
        "speaker_name": speaker,
        "speaker_role": None,
        "speaker_country": None,
        "about_names": (),
        "addressee_name": None,
        "venue": None,
        "published": None,
        "cue_start": None,
        "fragments": [(40, 50, False, "ships sail")],
    } | more


STANDING = {
    "quote_id": "a1.q.2",
    "source_name": "Peru",
    "target_name": "Chile",
    "trigger": "sail to",
    "standing": "possible",
    "denied_by": None,
    "denied_by_name": None,
    "condition": None,
}


def _quotes(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows))


@pytest.mark.parametrize(
    ("quotes", "verbatim", "words"),
    [
        (2, 1, "2 quotations, 1 of them with verbatim words"),
        (2, 0, "2 quotations, none verbatim"),
        (1, 1, "1 quotation, with verbatim words"),
        (1, 0, "1 quotation, a paraphrase"),
    ],
)
def test_heading_counts_what_is_verbatim(quotes: int, verbatim: int, words: str) -> None:
    assert how_many(quotes, verbatim) == words


def test_heading_has_the_role_where_one_is_written() -> None:
    rows = _quotes(_quote(1, "Ann"), _quote(2, "Ann", speaker_role="host"))
    assert head_html(rows) == "<b>Ann</b>, host"


def test_those_who_speak_together_have_a_heading_together() -> None:
    rows = _quotes(_quote(1, "Peru", speaker_names=("Peru", "Chile"), speaker_role="host"))
    assert head_html(rows) == "<b>Peru and Chile</b>"


def test_officials_stay_what_they_are() -> None:
    rows = _quotes(_quote(1, "officials", speaker_id=None, speaker_name=None))
    assert head_html(rows) == "<b>officials</b>"


def test_ledger_shows_marks_only_where_the_article_has_them() -> None:
    start = TEXT.index("we wait")
    rows = ledger(
        _quotes(
            _quote(1, "Ana Vega", kind="direct", fragments=[(start, start + 7, True, "we wait")]),
            _quote(2, "Officials"),
        ),
        {"a1": TEXT},
        {"a1": Source("a1", "Port", "The Echo", "3 May 2020, stated")},
        {"a1.q.2": [STANDING]},
    )
    assert list(rows["How certain"]) == ["", "Possible"]
    assert list(rows["Words"]) == ["“we wait”", "ships sail"]
    assert set(rows["Published"]) == {"3 May 2020, stated"}
    assert rows["Citation"].str.contains("The Echo").all()
