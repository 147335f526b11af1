from __future__ import annotations

import pandas as pd
import pytest

from briefing.map.finding import finding
from components.map.selection import Selection
from components.mentioned_together import pairs_without_relation
from components.relations_panel import (
    as_table,
    countries_of,
    focus_options,
    most_spoken_of,
    standings_of,
)
from tests.map.relations import MC, MK, VC, VK, mutual, relations, rows_of


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("KOR", "JPN", VK, "asserted")], "One relation: South Korea → Japan"),
        ([("KOR", "JPN", VK, "asserted")] * 2, "Japan and South Korea: 2 relations"),
        (
            [("KOR", "JPN", VK, "asserted"), ("KOR", "CHN", VC, "asserted")] * 2
            + [("KOR", "USA", MK, "asserted")] * 2,
            "6 relations, all with South Korea",
        ),
        (
            [("RUS", "PRK", MK, "asserted")] * 2
            + [("RUS", "UKR", MC, "asserted"), ("PRK", "KOR", VC, "asserted")]
            + [("AUS", "NZL", VK, "asserted")],
            "5 relations, 4 with North Korea or Russia",
        ),
    ],
)
def test_finding_says_with_whom_most_relations_are(rows, words) -> None:
    assert finding(relations(rows)) == words


def test_finding_counts_what_is_said_of_both_once() -> None:
    both = mutual([("CHL", "PER", VK, "asserted")])
    assert finding(both) == "One relation: Chile ↔ Peru"


def test_finding_of_nothing() -> None:
    empty = relations([("KOR", "JPN", VK, "asserted")]).iloc[:0]
    assert finding(empty) == "No relations found"
    assert most_spoken_of(empty, rows_of(empty)) is None


def test_most_spoken_of_is_the_pair_with_most_relations() -> None:
    rows = relations([("KOR", "JPN", VK, "asserted")] + [("RUS", "UKR", MC, "asserted")] * 2)
    assert most_spoken_of(rows, rows_of(rows)) == Selection("RUS", "UKR")


def test_countries_of_leaves_out_who_the_filter_does_not_know() -> None:
    assert countries_of(Selection("KOR", "alliance:nato")) == ("KOR",)


def test_standings_of_lines() -> None:
    assert standings_of([]) == ()
    assert standings_of(["open"]) == ("conditional", "possible", "expected")


def test_table_holds_each_row_in_words() -> None:
    rows = relations([("KOR", "JPN", VK, "possible"), ("JPN", "KOR", VC, "denied")])
    table = as_table(rows.assign(title="Talks resume", opening=None))
    assert table["From"].tolist() == ["South Korea", "Japan"]
    assert table["Kind of relation"].tolist() == ["Friendly words", "Criticism and threats"]
    assert table["How certain"].tolist() == ["Possible", "Denied"]
    assert table["Article"].tolist() == ["Talks resume", "Talks resume"]


def test_focus_options_have_those_with_most_relations_first() -> None:
    rows = relations([("KOR", "JPN", VK, "asserted"), ("KOR", "CHN", VC, "asserted")])
    assert next(iter(focus_options(rows).items())) == ("KOR", "South Korea")


def test_only_together_leaves_out_pairs_with_a_relation_and_who_is_no_country() -> None:
    together = pd.DataFrame(
        [
            ("country:CHN", "China", "country", "country:KOR", "South Korea", "country", 2),
            ("country:JPN", "Japan", "country", "country:KOR", "South Korea", "country", 1),
            ("country:JPN", "Japan", "country", "person:x", "X", "person", 1),
        ],
        columns=["a", "a_name", "a_kind", "b", "b_name", "b_kind", "sentences"],
    )
    found = pairs_without_relation(together, relations([("KOR", "CHN", VK, "asserted")]))
    assert found[["a_name", "b_name"]].to_numpy().tolist() == [["Japan", "South Korea"]]
