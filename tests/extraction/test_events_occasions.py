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
