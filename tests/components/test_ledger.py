"""Quotations by speaker, and what each said over time."""

from __future__ import annotations

from typing import Any

import pandas as pd

from briefing.wording.sources import Source
from components.ledger import ledger
from components.speakers import by_speaker, over_time, runs, speakers

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


def test_who_is_quoted_most_comes_first_and_nobody_named_last() -> None:
    found = speakers(
        _quotes(
            _quote(1, None), _quote(2, None), _quote(3, "Bo"), _quote(4, "Ann"), _quote(5, "Bo")
        )
    )
    assert [speaker.name for speaker in found.values()] == ["Bo", "Ann", "Speaker not named"]


def test_heading_counts_what_is_verbatim() -> None:
    (bo,) = speakers(_quotes(_quote(1, "Bo", kind="direct"), _quote(2, "Bo"))).values()
    assert bo.line == "2 quotations, 1 of them with words verbatim"


def test_officials_are_never_taken_for_a_person() -> None:
    rows = _quotes(
        _quote(1, "Officials", speaker_id=None, speaker_name=None),
        _quote(2, "officials", speaker_id=None, speaker_name=None),
        _quote(3, "Ann"),
    )
    assert [speaker.name for speaker in speakers(rows).values()] == ["Officials", "Ann"]


def test_those_who_speak_together_have_a_heading_together() -> None:
    rows = _quotes(
        _quote(1, "Peru", speaker_names=("Peru", "Chile")),
        _quote(2, "Peru", speaker_names=("Peru",), speaker_role="host"),
    )
    assert [(each.name, each.role) for each in speakers(rows).values()] == [
        ("Peru", "host"),
        ("Peru and Chile", None),
    ]


def test_by_speaker_keeps_the_order_of_the_article() -> None:
    rows = by_speaker(_quotes(_quote(1, "Ann"), _quote(2, "Bo"), _quote(3, "Bo")))
    assert list(rows["quote_id"]) == ["a1.q.2", "a1.q.3", "a1.q.1"]
    assert [len(group) for _, group in runs(rows)] == [2, 1]


def test_over_time_goes_by_day_and_leaves_the_undated_to_the_end() -> None:
    rows = over_time(
        _quotes(
            _quote(1, "Ann"),
            _quote(2, "Ann", published="2024-02-01"),
            _quote(3, "Ann", published="2023-05-01"),
        )
    )
    assert list(rows["quote_id"]) == ["a1.q.3", "a1.q.2", "a1.q.1"]


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
    assert list(rows["Standing"]) == ["", "Possible"]
    assert list(rows["Words"]) == ["“we wait”", "ships sail"]
    assert set(rows["Published"]) == {"3 May 2020, stated"}
    assert rows["Citation"].str.contains("The Echo").all()
