"""A row that breaks a rule of its table costs that row, never the article."""

from __future__ import annotations

import copy
import logging
from typing import Any

import pytest
from pandera.errors import SchemaError

from briefing.extraction.checking import checked
from tests.library.conftest import HARBOUR, harbour

Rows = dict[str, list[dict[str, Any]]]

END = len(HARBOUR.text)


@pytest.fixture
def rows() -> Rows:
    harbour().tables()  # names the entities of the mentions
    found = copy.deepcopy(harbour().rows)
    mention = found["mentions"][2]
    found["antecedents"].append(
        {
            **{name: mention[name] for name in ("article_id", "mention_id", "start", "end")},
            "reason": "It names her.",
        }
    )
    return found


def _lost(rows: Rows) -> dict[str, int]:
    """How many rows of each table are left out."""
    tables = checked(rows)
    lost = {name: len(rows[name]) - len(tables[name]) for name in tables}
    return {name: number for name, number in lost.items() if number}


def test_rows_that_keep_the_rules_are_all_there(
    rows: Rows, caplog: pytest.LogCaptureFixture
) -> None:
    assert _lost(rows) == {}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("table", "row", "change", "rule", "lost"),
    [
        ("relations", 0, {"start": 90, "end": 90}, "start must lie before end", 2),
        ("relations", 0, {"trigger_end": 0}, "trigger_start must lie before trigger_end", 2),
        ("relations", 0, {"quad": "war"}, "quad must be one of verbal-cooperation", 2),
        ("relations", 0, {"tone": 11.0}, "tone must be −10 to 10", 2),
        ("relations", 0, {"source": None}, "source must not be empty", 2),
        ("quotes", 1, {"start": -1}, "start must not be negative", 1),
        ("quotes", 1, {"end": END + 1}, "end must lie within the article's text", 1),
        ("quotes", 1, {"cue_start": 9, "cue_end": 4}, "cue_start must lie before cue_end", 1),
        ("quotes", 1, {"speaker_start": 9, "speaker_end": END + 9}, "speaker_end must lie", 1),
        ("events", 0, {"start": None}, "start must not be empty", 1),
        ("events", 0, {"status": "sure"}, "status must be one of firm", 1),
        ("events", 0, {"standing": None}, "standing must not be empty", 1),
    ],
)
def test_a_broken_fact_goes_with_what_belongs_to_it(
    rows: Rows,
    caplog: pytest.LogCaptureFixture,
    table: str,
    row: int,
    change: dict[str, Any],
    rule: str,
    lost: int,
) -> None:
    broken = rows[table][row]
    broken.update(change)
    fact = broken[f"{table[:-1]}_id"]
    involved = [part for part in rows["involvements"] if part["fact_id"] == fact]
    expected = {table: 1, "involvements": len(involved)}
    if table == "quotes":
        expected["fragments"] = 1
    assert len(involved) == lost
    assert _lost(rows) == expected
    first, *others = caplog.records
    assert first.levelno == logging.WARNING
    assert first.getMessage().startswith(
        f"{table}: {fact} of article {HARBOUR.article_id} is left out: {rule}"
    )
    assert all(f"must lead to a row of {table}" in other.getMessage() for other in others)


def test_a_mention_takes_its_antecedent_along(rows: Rows) -> None:
    rows["mentions"][2]["form"] = "nickname"
    assert _lost(rows) == {"mentions": 1, "antecedents": 1}


def test_an_entity_takes_its_mentions_along(rows: Rows) -> None:
    lund = next(row for row in rows["entities"] if row["entity_id"] == "person:ida-lund")
    lund["kind"] = "hero"
    lost = _lost(rows)
    assert lost == {"entities": 1, "mentions": 2, "antecedents": 1, "involvements": 2}


@pytest.mark.parametrize(
    "table", ["sentences", "mentions", "antecedents", "quotes", "fragments", "events", "relations"]
)
def test_a_row_that_is_there_twice_stays_once(
    rows: Rows, caplog: pytest.LogCaptureFixture, table: str
) -> None:
    rows[table].append(copy.deepcopy(rows[table][0]))
    assert _lost(rows) == {table: 1}
    assert "must be another than in other rows" in caplog.text


def test_the_one_of_two_that_keeps_the_rules_stays(rows: Rows) -> None:
    rows["mentions"].append(copy.deepcopy(rows["mentions"][2]))
    rows["mentions"][2]["form"] = "nickname"
    assert _lost(rows) == {"mentions": 1}


def test_without_its_own_row_there_is_no_article(rows: Rows) -> None:
    rows["articles"][0]["language"] = None
    with pytest.raises(SchemaError):
        checked(rows)
