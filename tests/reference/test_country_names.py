"""Countries in the chosen style of names."""

from __future__ import annotations

import pytest

from briefing.reference.countries import countries, country_name, official_name
from briefing.settings import settings


@pytest.mark.parametrize(
    ("code", "plain", "official"),
    [
        ("KOR", "South Korea", "Republic of Korea"),
        ("PRK", "North Korea", "Democratic People's Republic of Korea"),
        ("NAM", "Namibia", "Republic of Namibia"),
        ("COD", "Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("PSE", "Palestine", "State of Palestine"),
        ("RUS", "Russia", "Russian Federation"),
        ("TWN", "Taiwan", "Taiwan, Province of China"),
        ("XKX", "Kosovo", "Kosovo"),
    ],
)
def test_country_in_each_style(code: str, plain: str, official: str) -> None:
    assert country_name(code, "plain") == plain
    assert country_name(code, "official") == official
    assert country_name(code, "iso") == code


def test_every_country_has_a_name_of_its_own_in_each_style() -> None:
    for names in (
        [official_name(code) for code in countries()],
        [country_name(code, "plain") for code in countries()],
    ):
        assert len(set(names)) == len(countries())
        assert all(name == name.strip() and name for name in names)


@pytest.mark.parametrize(
    ("style", "name"), [("plain", "Chile"), ("official", "Republic of Chile"), ("iso", "CHL")]
)
def test_setting_chooses_the_style(style, name, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_NAMES", style)
    settings.cache_clear()
    try:
        assert country_name("CHL") == name
        assert country_name("alliance:nato") == "alliance:nato"
        assert country_name(None) == ""
    finally:
        monkeypatch.undo()
        settings.cache_clear()
