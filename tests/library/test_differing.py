"""Articles that give different dates for the same thing."""

from __future__ import annotations

import pandas as pd
import pytest

from briefing.library.differing import differing


def event(article, earliest, latest=None, **more):
    return {
        "article_id": article,
        "event_id": f"{article}.{earliest}",
        "title": "Vote in Peru",
        "kind": "election",
        "occasion_id": None,
        "place_country": None,
        "standing": "asserted",
        "earliest": earliest,
        "latest": latest or earliest,
        **more,
    }


def flagged(*rows):
    return {
        key: [other["event_id"] for other in others]
        for key, others in differing(pd.DataFrame(rows)).items()
    }


@pytest.mark.parametrize(
    "more",
    [{}, {"title": " vote  in PERU"}, {"title": "The ballot", "occasion_id": "occasion:vote"}],
)
def test_the_same_thing_on_different_days_is_flagged_on_both_sides(more) -> None:
    first = event("a", "2031-06-03", occasion_id="occasion:vote")
    second = event("b", "2031-06-10", **more)
    assert flagged(first, second) == {
        "a.2031-06-03": ["b.2031-06-10"],
        "b.2031-06-10": ["a.2031-06-03"],
    }


@pytest.mark.parametrize(
    "other",
    [
        event("b", "2031-06-03"),
        event("b", "2031-06-01", "2031-06-30"),
        event("a", "2031-06-10"),
        event("b", "2031-06-10", kind="meeting"),
        event("b", "2031-06-10", title="Vote in Chile"),
        event("b", "2031-06-10", place_country="CHL"),
        event("b", "2031-06-10", occasion_id="occasion:vote-of-2032"),
        event("b", None),
        {**event("b", None), "latest": "2031-06-10"},
    ],
)
def test_what_agrees_or_is_another_thing_is_not(other) -> None:
    first = event("a", "2031-06-03", place_country="PER", occasion_id="occasion:vote-of-2031")
    assert flagged(first, other) == {}


def test_no_events() -> None:
    assert differing(pd.DataFrame([event("a", None)]).iloc[:0]) == {}


def test_a_title_of_many_dates_names_many_things() -> None:
    rows = [event(str(number), f"2031-0{number}-01") for number in range(1, 8)]
    assert len(differing(pd.DataFrame(rows[:3]))) == 3
    assert differing(pd.DataFrame(rows)) == {}
