"""What "which" tells of: what happened, not the country where it did."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The attack on the embassy of Jordan, which killed four Peruvian guards in 2020, was "
            "condemned by Spain.",
            "Attack on the embassy of Jordan killed four Peruvian guards",
        ),
        (
            "The earthquake in Turkey, which killed 300 Syrian workers in 2023, shook Ankara.",
            "Earthquake in Turkey killed 300 Syrian workers",
        ),
        (
            "They recalled the collapse of the bridge, which killed nine people in 2019.",
            "Collapse of the bridge killed nine people",
        ),
        (
            "The army of Jordan, which killed four Peruvian soldiers in 2020, was defeated.",
            "Army of Jordan killed four Peruvian soldiers",
        ),
        (
            "A strike by the air force of Ghana, which killed four Togolese farmers in 2020, was "
            "condemned.",
            "Ghana killed four Togolese farmers",
        ),
        ("He spoke of trade with Kenya, which signed the pact in 2023.", "Kenya signed the pact"),
    ],
)
def test_who_did_it_is_told_from_where_it_was(read_text: ReadText, text: str, title: str) -> None:
    assert title in {event.title for event in read_text(text, published="2026-03-09")._.events}


@pytest.mark.parametrize(
    "text",
    [
        "The attack on the embassy of Jordan, which killed four Peruvian guards, was condemned.",
        "The earthquake in Turkey, which killed 300 Syrian workers, shook Ankara.",
        "The explosion in a port of Oman, which killed two Brazilian sailors, was an accident.",
    ],
)
def test_a_place_surely_harms_nobody(read_text: ReadText, text: str) -> None:
    harmed = {"PER", "SYR", "BRA"}
    sure = [row for row in read_text(text)._.relations if row.certainty != "low"]
    assert not [row for row in sure if row.target in harmed]
