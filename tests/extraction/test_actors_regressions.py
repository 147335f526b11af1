"""Mistakes that were made once."""

from __future__ import annotations

from tests.conftest import ReadText


def test_news_agency_stands_for_no_country(read_text: ReadText) -> None:
    doc = read_text("The Kenyan minister told Reuters on Monday that the border was open.")
    assert doc._.entities["organisation:reuters"].country is None
    quote = doc._.quotes[0]
    assert {party.country for party in quote.parties if party.country} == {"KEN"}


def test_surname_like_a_town_is_no_place(read_text: ReadText) -> None:
    doc = read_text("Kenji Toyota, the relief coordinator, demanded that the border be opened.")
    assert not [entity for entity in doc._.entities.values() if entity.kind == "place"]
