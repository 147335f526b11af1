from __future__ import annotations

import pandas as pd
import pytest

from components.map.selection import Selection, parse, selected
from tests.map.relations import MC, MK, VC, mutual, relations

ROWS = relations(
    [
        ("KOR", "RUS", VC, "asserted"),
        ("KOR", "RUS", VC, "denied"),
        ("KOR", "RUS", MK, "asserted"),
        ("RUS", "KOR", VC, "attributed"),
        ("PRK", "RUS", MK, "asserted"),
    ]
)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("country|KOR", Selection("KOR")),
        ("arc|KOR|RUS", Selection("KOR", "RUS")),
        ("arc|KOR|alliance:nato|verbal-conflict", Selection("KOR", "alliance:nato", VC)),
        ("arc|KOR", None),
        ("country|", None),
        ("", None),
        (None, None),
        (["arc"], None),
        ("arc|KOR|USA|x|both", Selection("KOR", "USA", "x", both=True)),
        ("arc|KOR|USA|x|odd", None),
    ],
)
def test_parse_reads_only_whole_keys(key, found) -> None:
    assert parse(key) == found


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (None, None),
        ({}, None),
        ({"selection": {}}, None),
        ({"selection": {"points": []}}, None),
        ({"selection": {"points": [{"curve_number": 3}]}}, None),
        ({"selection": {"points": [{"customdata": "country|KOR"}]}}, Selection("KOR")),
        ({"selection": {"points": [{"customdata": ["country|KOR"]}]}}, Selection("KOR")),
        (
            {"selection": {"points": [{"customdata": "odd"}, {"customdata": "arc|KOR|RUS"}]}},
            Selection("KOR", "RUS"),
        ),
    ],
)
def test_selected_reads_an_event_that_may_lack_anything(event, found) -> None:
    assert selected(event) == found


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [
        (Selection("KOR"), [0, 1, 2, 3]),
        (Selection("PRK"), [4]),
        (Selection("KOR", "RUS"), [0, 1, 2]),
        (Selection("KOR", "RUS", VC), [0, 1]),
        (Selection("KOR", "RUS", VC, both=True), [0, 1, 3]),
        (Selection("KOR", "RUS", MC), []),
    ],
)
def test_rows_are_those_that_the_arc_stands_for(chosen, rows) -> None:
    assert chosen.rows(ROWS).index.tolist() == rows


def test_rows_of_an_arc_with_two_heads_hold_what_is_said_of_both_once() -> None:
    rows = pd.concat(
        [mutual([("KOR", "USA", MK, "asserted")]), relations([("KOR", "USA", MK, "attributed")])],
        ignore_index=True,
    )
    rows.loc[2, "trigger_start"] = 900
    assert Selection("KOR", "USA", MK, both=True).rows(rows).index.tolist() == [0, 2]
    assert Selection("USA").rows(rows).index.tolist() == [0, 2]
    assert Selection("USA", "KOR").rows(rows).index.tolist() == [1]
