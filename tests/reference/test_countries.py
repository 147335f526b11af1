from __future__ import annotations

from collections import Counter, defaultdict

import pycountry
import pytest

from briefing.errors import ReferenceDataError
from briefing.reference import files
from briefing.reference.countries import (
    code_of_alpha2,
    countries,
    country,
    country_name,
    country_words,
    find_country,
    is_abbreviation,
    point,
    region,
)

SHARED_WORDS: set[str] = set()
"""Words that two countries share in the reference, on purpose: none."""


def test_countries_hold_all_of_iso_3166_and_kosovo() -> None:
    assert set(countries()) == {item.alpha_3 for item in pycountry.countries} | {"XKX"}


def test_countries_have_the_alpha2_codes_of_iso_3166() -> None:
    for item in pycountry.countries:
        assert country(item.alpha_3).alpha2 == item.alpha_2


def test_namibia_is_not_read_as_missing() -> None:
    assert country("NAM").alpha2 == "NA"
    assert code_of_alpha2("NA") == "NAM"


def test_countries_share_no_word() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for word, _, code in country_words():
        owners[word].add(code)
    shared = {word for word, codes in owners.items() if len(codes) > 1}
    assert shared == SHARED_WORDS


def test_a_country_lists_no_word_twice() -> None:
    words = Counter((word, code) for word, _, code in country_words())
    assert [pair for pair, count in words.items() if count > 1] == []


def test_countries_have_points_regions_and_names() -> None:
    for item in countries().values():
        assert -90 <= item.latitude <= 90
        assert -180 <= item.longitude <= 180
        assert item.region in {"Africa", "Americas", "Asia", "Europe", "Oceania", "Antarctica"}
        assert item.subregion
        assert item.name == item.name.strip()


def test_sovereign_countries_have_demonyms_and_capitals() -> None:
    no_capital = {"SGP", "VAT", "MCO"}  # the city is the country
    shared_demonym = {"DMA", "VAT"}  # Dominican is the Dominican Republic's
    for item in countries().values():
        if item.wikidata and not item.note:
            assert item.demonyms or item.alpha3 in shared_demonym, item.name
            assert item.capitals or item.alpha3 in no_capital, item.name


@pytest.mark.parametrize("code", ["XKX", "TWN", "PSE", "ESH", "FLK", "HKG", "CYP"])
def test_disputed_and_special_standing_has_a_note(code: str) -> None:
    assert country(code).note


@pytest.mark.parametrize(
    ("code", "name"), [("KOR", "South Korea"), ("CIV", "Ivory Coast"), ("XXX", "XXX"), (None, "")]
)
def test_country_name_shows_a_name_or_the_code(code: str | None, name: str) -> None:
    assert country_name(code) == name


def test_point_and_region_of_no_country_are_empty() -> None:
    assert point(None) is None
    assert region("place:europe") == ""
    assert region("NZL") == "Oceania"
    assert point("CHL") == (country("CHL").latitude, country("CHL").longitude)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dprk", "PRK"),
        ("U.S.", "USA"),
        ("Britain", "GBR"),
        ("Czech Republic", "CZE"),
        ("Burma", "MMR"),
        ("türkiye", "TUR"),
        ("Holland", "NLD"),
    ],
)
def test_find_country_by_any_name(name: str, code: str) -> None:
    found = find_country(name)
    assert found is not None
    assert found.alpha3 == code


def test_find_country_knows_no_other() -> None:
    assert find_country("Atlantis") is None


def test_abbreviations_are_told_from_names() -> None:
    assert is_abbreviation("U.A.E.")
    assert is_abbreviation("DPRK")
    assert not is_abbreviation("Oman")


def test_a_broken_file_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "REFERENCE", tmp_path)
    with pytest.raises(ReferenceDataError, match=r"nowhere\.csv"):
        files.rows("nowhere.csv", required=())
