from __future__ import annotations

import pytest

from briefing.reference.countries import countries
from briefing.reference.leaders import leader_country, leaders


@pytest.mark.parametrize(
    ("words", "title", "country"),
    [
        (("Fidel", "Castro"), "", "CUB"),
        (("Mubarak",), "President", "EGY"),
        (("Mubarak",), "", None),
        (("Salman",), "Saudi King", "SAU"),
        (("Rice",), "President", "USA"),
        (("Singh",), "Prime Minister", "IND"),
        (("Nobody", "Here"), "President", None),
    ],
)
def test_leader_country(words: tuple[str, ...], title: str, country: str | None) -> None:
    assert leader_country(words, title) == country


def test_countries_are_known() -> None:
    assert set(leaders().values()) <= set(countries())


def test_surname_of_two_countries_says_nothing() -> None:
    assert leader_country(("Khan",), "Premier") in (None, "PAK")
    assert leader_country(("Fernandez",), "President") is None
