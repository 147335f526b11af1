"""Occasions of the world that articles name: by place, by year, and what lies ahead."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

NAMED = [
    ("The upcoming NATO summit in Ankara will be short.", "2026-05-02", "2026-07-07/2026-07-08"),
    ("He spoke at the Shangri-La Dialogue in Singapore.", "2025-06-03", "2025-05-30/2025-06-01"),
    ("She left the AI Action Summit in Paris early.", "2025-02-12", "2025-02-10/2025-02-11"),
    (
        "Delegates flew to the Ukraine Recovery Conference in Rome.",
        "2025-07-14",
        "2025-07-10/2025-07-11",
    ),
    ("The U.S.-China summit in Busan ended early.", "2025-10-31", "2025-10-30"),
    ("He lost the Colombian presidential election in 2022.", "2024-05-01", "2022-05-29/2022-06-19"),
    ("Kenya's general election in 2027 will be costly.", "2026-05-01", "2027-08-10"),
]


@pytest.mark.parametrize(("text", "published", "date"), NAMED)
def test_events_of_occasions_have_the_reference_s_days(
    read_text: ReadText, text: str, published: str, date: str
) -> None:
    events = [event for event in read_text(text, published=published)._.events if event.occasion_id]
    assert [(event.date, event.basis) for event in events] == [(date, "reference")]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The upcoming NATO summit in Lima will be short.", "2026-05-02"),  # nobody holds it there
        ("The upcoming BRICS summit will be short.", "2026-05-02"),  # not announced
    ],
)
def test_events_of_unknown_occasions_stay_without_a_date(
    read_text: ReadText, text: str, published: str
) -> None:
    (event,) = [one for one in read_text(text, published=published)._.events if one.occasion_id]
    assert (event.date, event.tense) == (None, "upcoming")


INCIDENTS = [
    ("Survivors of the Orlando nightclub shooting met the mayor.", "2017-03-02", "2016-06-12"),
    ("Belgium changed its rules after the Paris attacks.", "2016-02-01", "2015-11-13"),
    ("The judge has led the inquiry into the Beirut port explosion.", "2022-01-10", "2020-08-04"),
    ("Thousands were dismissed after the 2016 coup attempt in Turkey.", "2017-01-10", "2016-07-15"),
    ("The tower has stood empty since the Grenfell Tower fire.", "2019-01-10", "2017-06-14"),
    (
        "New Zealand banned such rifles after the Christchurch mosque shootings.",
        "2019-04-20",
        "2019-03-15",
    ),
]


@pytest.mark.parametrize(("text", "published", "begin"), INCIDENTS)
def test_what_happened_once_has_the_reference_s_day(
    read_text: ReadText, text: str, published: str, begin: str
) -> None:
    found = [event for event in read_text(text, published=published)._.events if event.occasion_id]
    assert [(event.earliest, event.basis, event.tense) for event in found] == [
        (begin, "reference", "past")
    ]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Police fear an Orlando nightclub shooting.", "2019-03-02"),  # one of its kind
        ("The Paris attacks shocked France.", "2015-01-09"),  # others, ten months before
        ("Police foiled another Beirut port explosion.", "2023-01-10"),
    ],
)
def test_what_is_like_it_has_not(read_text: ReadText, text: str, published: str) -> None:
    assert [one for one in read_text(text, published=published)._.events if one.occasion_id] == []


AGAIN = [
    (
        "The 2016 coup attempt in Turkey failed. Officers met long after the coup attempt.",
        "coup attempt",
        {"2016-07-15"},
    ),
    (
        "The Beirut port explosion killed 218 people. Families marched after the explosion.",
        "explosion",
        {"2020-08-04"},
    ),
    (
        "The Paris attacks killed 130 people. Ministers met after the attack in Lyon.",
        "attack in lyon",
        {None},
    ),
]


@pytest.mark.parametrize(("text", "title", "days"), AGAIN)
def test_what_was_named_is_known_when_it_is_spoken_of_again(
    read_text: ReadText, text: str, title: str, days: set[str | None]
) -> None:
    events = read_text(text, published="2022-03-02")._.events
    assert {event.earliest for event in events if event.title.lower() == title} <= days
    assert any(event.basis == "reference" for event in events)
