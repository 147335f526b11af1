"""Events named twice, and events that another one places."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

DAY = "2024-06-05"

TITLES = [
    # named again without its date
    (
        "Ukraine's president will visit Berlin on 12 June. The visit to Berlin will be his third.",
        ["Ukraine's president will visit Berlin"],
    ),
    (
        "India and Pakistan signed a ceasefire on 3 June. The ceasefire between India and Pakistan "
        "holds.",
        ["India and Pakistan signed a ceasefire"],
    ),
    # two things of one kind on one day
    (
        "Sudan attacked the port of Tokar on Monday. Sudan shelled the town of Kassala on Monday.",
        ["Sudan attacked the port of Tokar", "Sudan shelled the town of Kassala"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_events_are_told_apart(read_text: ReadText, text: str, titles: list[str]) -> None:
    assert [event.title for event in read_text(text, published=DAY)._.events] == titles


PLACED = [
    (
        "After the talks in Oslo on 3 May, Fiji signed the pact with Tonga.",
        "Fiji signed the pact with Tonga",
        "2024-05-03/2024-06-05",
    ),
    (
        "After the vote on 7 July, Fiji will sign the pact with Tonga.",
        "Fiji will sign the pact with Tonga",
        "2024-07-07/..",
    ),
    (
        "Ahead of the vote on 7 July, Fiji will sign the pact with Tonga.",
        "Fiji will sign the pact with Tonga",
        "2024-06-05/2024-07-07",
    ),
]


@pytest.mark.parametrize(("text", "title", "date"), PLACED)
def test_events_beside_a_dated_one_are_bounded_by_it(
    read_text: ReadText, text: str, title: str, date: str
) -> None:
    events = {event.title: event for event in read_text(text, published=DAY)._.events}
    event = events[title]
    assert (event.date, event.basis, event.precision) == (date, "inferred", "interval")
    assert "event it names" in (event.working or "")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The president of Chad arrived in Paris on Tuesday.", "participant"),
        ("The premier began a tour of Chad on Tuesday.", "place"),
    ],
)
def test_events_know_who_from_where(read_text: ReadText, text: str, part: str) -> None:
    (event,) = read_text(text, published=DAY)._.events
    assert ("TCD", part) in {(party.country, party.part) for party in event.parties}
