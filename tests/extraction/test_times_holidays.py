"""Holidays in a text."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

DAY = "2025-02-10"

FOUND = [
    ("They met on Thanksgiving Day.", "Thanksgiving Day", "2024-11-28"),
    ("They will meet before Thanksgiving.", "Thanksgiving", "2025-11-27"),
    ("The raid came on Good Friday.", "Good Friday", "2024-03-29"),
    ("The park will open after Easter.", "Easter", "2025-04-20"),
    ("Last Easter they met.", "Last Easter", "2024-03-31"),
    ("The truce will hold through Ramadan.", "Ramadan", None),
    ("Diwali 2023 was loud.", "Diwali 2023", "2023-11-12"),
    ("Peru's Independence Day was quiet.", "Independence Day", "2024-07-28"),
    ("The Indian Republic Day parade was cut short.", "Republic Day", "2025-01-26"),
    ("Orthodox Easter will be marked quietly.", "Orthodox Easter", "2025-04-20"),
]


@pytest.mark.parametrize(("sentence", "words", "value"), FOUND)
def test_holidays_are_dated(read_text: ReadText, sentence: str, words: str, value: str) -> None:
    doc = read_text(sentence, published=DAY)
    found = [(sentence[time.start : time.end], time.value) for time in doc._.times]
    assert found == [(words, value)]


NONE = [
    "He spoke on Independence Day.",  # whose?
    "Canadian Thanksgiving was mild.",  # moves, and is not the American one
    "Easter Island is far away.",
    "Shoppers queued on Black Friday.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_holidays_of_nobody_knows_where_are_left_alone(read_text: ReadText, sentence: str) -> None:
    assert read_text(sentence, published=DAY)._.times == []


def test_holidays_say_how_they_were_dated(read_text: ReadText) -> None:
    doc = read_text("The delegation will visit Peru after Easter.", published=DAY)
    (event,) = doc._.events
    assert (event.date, event.basis) == ("2025-04-20/..", "reference")
    assert event.earliest == "2025-04-21"
    assert event.working == (
        "“Easter” is Easter Sunday by the church's computation (reference): 20 April 2025"
    )


def test_holidays_of_years_that_are_not_listed_have_no_date(read_text: ReadText) -> None:
    (time,) = read_text("They met after Hanukkah.", published="2031-05-01")._.times
    assert (time.date, time.value) == (None, "XXXX-XX-XX")
