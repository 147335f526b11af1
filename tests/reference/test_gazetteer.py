"""The other names that the reference holds: organisations, regions, cities, weapons, titles."""

from __future__ import annotations

from collections import defaultdict

import pytest

from briefing.reference.ambiguous import ambiguous
from briefing.reference.countries import countries, country_words
from briefing.reference.gazetteer import Name, gazetteer
from briefing.reference.government import government_cues
from briefing.reference.nouns import nouns
from briefing.reference.organisations import (
    find_organisation,
    members,
    organisations,
)
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named, plain, regions
from briefing.reference.roles import role_words, titles

SHARED_NAMES: set[str] = set()
"""Names that the reference gives to two entities, on purpose: none."""


def names_in(text: str) -> list[tuple[str, str]]:
    return [
        (text[match.start : match.end], match.names[0].entity_id)
        for match in gazetteer().matches(text)
    ]


def test_organisations_name_countries_that_exist() -> None:
    for item in organisations().values():
        assert item.kind in ("organisation", "alliance")
        assert item.entity_id.startswith(item.kind + ":")
        assert item.country is None or item.country in countries()
        assert set(item.members) <= set(countries())


def test_regions_name_countries_that_exist() -> None:
    for item in regions().values():
        assert item.entity_id.startswith("place:")
        assert item.country is None or item.country in countries()


def test_no_word_names_two_entities() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for word, _, code in country_words():
        owners[word].add(f"country:{code}")
    for region in regions().values():
        for word in (region.name, *region.aliases, *region.demonyms):
            owners[word].add(region.entity_id)
    for organisation in organisations().values():
        for word in organisation.names:
            owners[word].add(organisation.entity_id)
    for noun in nouns().values():
        for word in noun.words:
            owners[word].add(noun.entity_id)
    shared = {word: ids for word, ids in owners.items() if len(ids) > 1}
    assert set(shared) <= SHARED_NAMES, shared


def test_members_of_alliances() -> None:
    assert {"USA", "FIN", "TUR"} <= set(members("alliance:nato"))
    assert "FRA" in members("organisation:eu")
    assert "GBR" not in members("organisation:eu")
    assert members("person:nobody") == ()


def test_media_and_companies_act_for_no_country() -> None:
    known = organisations()
    assert known["organisation:reuters"].category == "media"
    assert known["organisation:reuters"].acts_for is None
    assert known["organisation:mossad"].acts_for == "ISR"


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("North Atlantic Treaty Organization", "alliance:nato"),
        ("nato", "alliance:nato"),
        ("U.N.", "organisation:un"),
        ("Agence France-Presse", "organisation:afp"),
    ],
)
def test_find_organisation_by_any_name(name: str, entity_id: str) -> None:
    found = find_organisation(name)
    assert found is not None
    assert found.entity_id == entity_id


def test_homonyms_metonyms_and_pairs_point_to_what_exists() -> None:
    words = ambiguous()
    for options in words.homonyms.values():
        assert set(options) <= set(countries())
    assert set(words.metonyms.values()) <= set(organisations())
    for codes in words.pairs.values():
        assert set(codes) <= set(countries())
    assert set(words.namesake_regions.values()) <= set(regions())


def test_place_markers_mark_countries() -> None:
    assert set(place_cues().markers.values()) <= set(countries())


def test_word_lists_are_lower_case() -> None:
    cues = government_cues()
    for words in (cues.governors, cues.place_nouns, cues.object_verbs, cues.movement):
        assert all(word == word.lower() for word in words)
    assert all(word == word.lower() for word in role_words().portfolios)


def test_titles_have_known_kinds() -> None:
    kinds = {"head", "minister", "official", "military", "other", "honorific", "abbreviation"}
    assert set(titles().values()) == kinds
    assert titles()["prime minister"] in ("head", "minister")


@pytest.mark.parametrize(
    ("name", "code"),
    [("Lyon", "FRA"), ("Malmö", "SWE"), ("Essex County", "USA"), ("Kandahar", "AFG")],
)
def test_places_named_knows_cities_provinces_and_counties(name: str, code: str) -> None:
    options = places_named(name)
    assert max(options, key=lambda item: options[item]) == code


def test_places_named_refuses_words_that_are_no_names() -> None:
    assert places_named("March") == {}
    assert places_named("Qqqqq") == {}


def test_plain_takes_diacritics_away() -> None:
    assert plain("Malmö") == "Malmo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The New Zealand and North Korean teams",
            [("New Zealand", "country:NZL"), ("North Korean", "country:PRK")],
        ),
        (
            "Papua New Guinea, not Guinea.",
            [("Papua New Guinea", "country:PNG"), ("Guinea", "country:GIN")],
        ),
        ("US-Japan talks", [("US", "country:USA"), ("Japan", "country:JPN")]),
        ("the U.S.'s plan", [("U.S.", "country:USA")]),
        ("Gulf of\nMexico", [("Gulf of\nMexico", "place:gulf-of-mexico")]),
        ("Equatorial\n\nGuinea", [("Guinea", "country:GIN")]),
        ("TALKS IN OMAN END", [("OMAN", "country:OMN")]),
        ("give it to us", []),
        ("the US Senate", [("US Senate", "organisation:us-senate"), ("US", "country:USA")]),
        ("the South China Morning Post", [("South China Morning Post", "organisation:scmp")]),
        ("Chinamen and Romer", []),
        ("", []),
    ],
)
def test_gazetteer_finds_the_longest_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(text) == expected


def test_gazetteer_names_carry_form_and_country() -> None:
    match = next(iter(gazetteer().matches("Downing Street")))
    assert match.names == (Name("country:GBR", "country", "government", "GBR"),)
