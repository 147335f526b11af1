"""The same event on other days or with other numbers, and what looks like it and is not."""

from __future__ import annotations

import pytest

from briefing.library.accounts.events import (
    Happening,
    dated_differently,
    numbered_differently,
    perhaps_the_same,
)


def told(
    article, day="2031-06-12", text="A blast at the Callao shipyard killed 12 people.", **more
):
    title = more.pop("title", "Blast at the Callao shipyard")
    values = {
        "kind": "attack",
        "occasion": None,
        "place": "PER",
        "earliest": day,
        "latest": more.pop("latest", day),
        "date": day,
        "precision": "day",
        "sure": True,
        "start": 0,
        "end": len(text),
        **more,
    }
    return Happening(f"{article}.{day}.{text}", article, title, text=text, **values)


def test_two_days_for_one_event_are_a_difference_with_both_sides() -> None:
    (found,) = dated_differently([told("a"), told("b", "2031-06-14"), told("c", "2031-06-14")])
    assert (found.one.value, found.other.value) == ("12 June 2031", "14 June 2031")
    assert (found.one.article_id, found.other.article_id) == ("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        told("a", "2031-06-14"),
        told("b"),
        told("b", "2031-06-01", latest="2031-06-30"),
        told("b", "2031-06-14", kind="meeting"),
        told("b", "2031-06-14", place="CHL"),
        told("b", "2031-06-14", title="Blast"),
        told("b", "2031-06-14", title="Blast in the Iquique tunnel"),
        told("b", "2031-06-14", sure=False),
        told("b", None),
    ],
)
def test_other_events_and_unsure_days_are_not(other) -> None:
    assert dated_differently([told("a"), other]) == []


def test_an_article_that_gives_several_days_names_several_events() -> None:
    assert dated_differently([told("a"), told("b", "2031-06-14"), told("b", "2031-06-20")]) == []


def numbers(one, other):
    found = numbered_differently([told("a", text=one), told("b", text=other)])
    return [
        tuple(side.text[a:b] for side in (each.one, each.other) for a, b in side.marks)
        for each in found
    ]


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("It killed 12 people.", "15 people were killed at the yard.", ("12", "15")),
        ("It killed twelve people.", "At least 15 people died.", ("twelve", "At least 15")),
        ("It injured 1,200 workers.", "900 workers were injured.", ("1,200", "900")),
        ("They bought 90,000 tonnes of fish.", "They bought 2 million tonnes.", None),
    ],
)
def test_numbers_that_cannot_both_be_true_differ(one, other, marked) -> None:
    assert numbers(one, other) == [marked or ("90,000", "2 million")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It killed 12 people.", "Twelve people were killed."),
        ("It killed at least 12 people.", "15 people were killed."),
        ("It killed about 12 people.", "13 people were killed."),
        ("It killed up to 20 people.", "15 people were killed."),
        ("It killed 12 people.", "It injured 15 people."),
        ("It killed 12 soldiers.", "It killed 15 civilians."),
        ("It killed 12 people.", "It killed 3 more people."),
        ("They met for 2 days.", "They met for 3 days."),
        ("They met on 12 June 2031.", "They met on 13 June 2031."),
        ("They paid $12 for it.", "They paid 15% for it."),
        ("The 2031 games began.", "The 2030 games began."),
    ],
)
def test_numbers_that_agree_or_count_other_things_do_not(one, other) -> None:
    assert numbers(one, other) == []


def test_an_article_with_two_numbers_is_left_out() -> None:
    rows = [
        told("a"),
        told("b", text="It killed 13 people."),
        told("b", text="The blast killed 15 people."),
    ]
    assert numbered_differently(rows) == []


def test_an_event_of_the_same_kind_and_day_may_be_the_same() -> None:
    assert perhaps_the_same(told("a"), told("b", title="Explosion kills many"))
    assert not perhaps_the_same(told("a"), told("b", "2031-06-14", title="Explosion kills many"))
