"""Which relations and events a brief lists where there are too many."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from briefing.brief.choose import events_near, in_turns, relations_that_matter


def relation(key: str, source: str, target: str, **more: Any) -> dict[str, Any]:
    return {
        "article_id": "a1",
        "relation_id": key,
        "source": source,
        "target": target,
        "trigger_start": len(key) + ord(key[-1]),
        "quad": "verbal-conflict",
        "standing": "asserted",
        "tone": -2.0,
        **more,
    }


def chosen(rows: list[dict[str, Any]], limit: int) -> list[str]:
    return [row["relation_id"] for row in relations_that_matter(pd.DataFrame(rows), limit)]


def test_each_pair_has_one_before_any_has_two() -> None:
    rows = [
        relation("a", "PER", "CHL"),
        relation("b", "CHL", "PER"),
        relation("c", "PER", "CHL"),
        relation("d", "FJI", "TON"),
    ]
    assert chosen(rows, 2) == ["a", "d"]
    assert chosen(rows, 3) == ["a", "b", "d"]
    assert chosen(rows, 9) == ["a", "b", "c", "d"]


def test_contested_comes_first_and_then_the_stronger() -> None:
    rows = [
        relation("weak", "PER", "CHL"),
        relation("strong", "PER", "CHL", tone=-9.0),
        relation("denied", "PER", "CHL", standing="denied", tone=-1.0),
        relation("open", "PER", "CHL", standing="possible", tone=-10.0),
    ]
    assert chosen(rows, 9) == ["denied", "strong", "weak", "open"]


def test_mutual_relation_is_listed_once() -> None:
    both = {"trigger_start": 7, "quad": "verbal-cooperation"}
    rows = [relation("a", "PER", "CHL", **both), relation("b", "CHL", "PER", **both)]
    assert chosen(rows, 9) == ["b"]


def test_no_relation_is_no_choice() -> None:
    empty = pd.DataFrame([relation("a", "PER", "CHL")]).iloc[:0]
    assert relations_that_matter(empty, 5) == []


def event(key: str, earliest: str | None, latest: str | None) -> dict[str, Any]:
    return {"event_id": key, "earliest": earliest, "latest": latest}


def test_nearest_events_keep_their_order_and_undated_ones_come_last() -> None:
    rows = [
        event("old", "1949-04-04", "1949-04-04"),
        event("last week", "2031-04-27", "2031-04-27"),
        event("next month", "2031-06-01", "2031-06-30"),
        event("from long ago", "1990-01-01", "2031-05-05"),
        event("before our era", "-0044-03-15", "-0044-03-15"),
        event("undated", None, None),
    ]
    found = events_near(pd.DataFrame(rows), date(2031, 5, 4), 3)
    assert [row["event_id"] for row in found] == ["last week", "next month", "from long ago"]
    everything = events_near(pd.DataFrame(rows), date(2031, 5, 4), 60)
    assert len(everything) == 6


def test_in_turns_gives_each_group_a_place_before_any_a_second() -> None:
    words = ["a1", "a2", "a3", "b1", "c1", "b2"]
    assert in_turns(words, lambda word: word[0], 4) == ["a1", "a2", "b1", "c1"]
    assert in_turns(words, lambda word: word[0], 9) == words
    assert in_turns([], lambda word: word, 3) == []
