"""Places: cities and provinces to their country, namesakes, what is no place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

ReadText = Callable[..., Doc]


def places_in(doc: Doc) -> list[tuple[str, str | None]]:
    return [
        (
            " ".join(doc._.article.text[mention.start : mention.end].split()),
            doc._.entities[mention.entity_id].country,
        )
        for mention in doc._.mentions
        if doc._.entities[mention.entity_id].kind == "place" and mention.form != "pronoun"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The factory in Lyon closed.", ("Lyon", "FRA")),
        ("Police in Kandahar arrested him.", ("Kandahar", "AFG")),
        ("He was born in Gothenburg.", ("Gothenburg", "SWE")),
        ("The fire began in Paris, Texas.", ("Paris", "USA")),
        ("They live in London, Ontario.", ("London", "CAN")),
        ("Deliveries from Salem, OR were late.", ("Salem", "USA")),
        ("She moved to Atlanta, Georgia.", ("Atlanta", "USA")),
        ("She moved to Atlanta, Georgia.", ("Georgia", "USA")),
        ("The villages in Aceh were flooded.", ("Aceh", "IDN")),
        ("Crimean Tatars protested.", ("Crimean", "UKR")),
        ("The Essex County sheriff said so.", ("Essex County", "USA")),
        ("The Mumbai-based bank failed.", ("Mumbai", "IND")),
        ("The fight was over Guadalajara's water.", ("Guadalajara", "MEX")),
        ("ROSARIO, May 3, 2011 -- The company opened a plant.", ("ROSARIO", "ARG")),
        ("A barn in Bedfordshire burned.", ("Bedfordshire", "GBR")),
        ("Shells fell on eastern Ghouta.", ("eastern Ghouta", "SYR")),
        ("MARSEILLE (Reuters) - A ferry sank on Sunday.", ("MARSEILLE", "FRA")),
        ("Europe and the Balkans are hotter.", ("Europe", None)),
        ("Ships left the Strait of Hormuz.", ("Strait of Hormuz", None)),
        ("Farmers in New South Wales (NSW) agreed.", ("NSW", "AUS")),
        ("The trial in Salem went on, and the shekel fell.", ("Salem", "ISR")),
        ("Rain fell in Hyderabad, the BJP said.", ("Hyderabad", "IND")),
        ("Students at Salem High School in Ohio left.", ("Salem", "USA")),
    ],
)
def test_places_are_found_with_their_country(
    read_text: ReadText, text: str, expected: tuple[str, str | None]
) -> None:
    assert expected in places_in(read_text(text))


def test_a_name_that_is_a_place_once_is_one_everywhere(read_text: ReadText) -> None:
    doc = read_text(
        "Ipswich police arrested a man. The man, 31, of Ipswich, Suffolk, was charged. "
        "Ipswich has seen worse, the British court heard."
    )
    found = [country for name, country in places_in(doc) if name == "Ipswich"]
    assert found == ["GBR", "GBR", "GBR"]


def test_a_capitals_namesake_is_read_from_the_article(read_text: ReadText) -> None:
    doc = read_text(
        "An Athens man was arrested. Athens police said the Clarke County sheriff had asked "
        "for it. He is held in Georgia, and the Alabama State Police want him too."
    )
    athens = {country for name, country in places_in(doc) if name == "Athens"}
    assert athens == {"USA"}


def test_georgia_is_the_country_beside_its_neighbours(read_text: ReadText) -> None:
    doc = read_text("Georgia and Armenia reopened the border. Tbilisi welcomed it.")
    assert doc._.entities["country:GEO"].country == "GEO"
    assert "place:georgia-us" not in doc._.entities


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Russia keeps troops in Georgia, the American ambassador said.", ["GEO"]),
        ("The United States and Georgia signed a pact in Washington.", ["GEO"]),
        ("US senators urged Georgia to drop the law. American lawmakers spoke.", ["GEO"]),
        ("American envoys will visit Armenia, Azerbaijan and Georgia.", ["GEO"]),
        ("Voters in Georgia chose well. The American president went to Atlanta.", ["USA"]),
        ("The Georgia legislature met. The US attorney general sued Georgia.", ["USA", "USA"]),
        ("A hurricane hit Georgia and Florida, American officials said.", ["USA"]),
        ("Troops from Fort Benning, Georgia, flew to Poland.", ["USA"]),
    ],
)
def test_georgia_is_read_mention_by_mention(
    read_text: ReadText, text: str, readings: list[str]
) -> None:
    doc = read_text(text)
    found = [
        doc._.entities[mention.entity_id].country
        for mention in doc._.mentions
        if doc.text[mention.start : mention.end] == "Georgia"
    ]
    assert found == readings


@pytest.mark.parametrize(
    ("text", "name", "readings"),
    [
        ("It left San Jose, Costa Rica, for San Jose, California.", "San Jose", ["CRI", "USA"]),
        ("They met in Cordoba, Argentina, and in Cordoba, Spain.", "Cordoba", ["ARG", "ESP"]),
        ("The storm hit Tripoli in northern Lebanon.", "Tripoli", ["LBN"]),
        (
            "Libya's premier spoke in Tripoli. A boat sank off Tripoli in Lebanon.",
            "Tripoli",
            ["LBY", "LBN"],
        ),
        ("Troops entered Victoria, the capital of Seychelles.", "Victoria", ["SYC"]),
    ],
)
def test_one_name_may_be_two_places(
    read_text: ReadText, text: str, name: str, readings: list[str]
) -> None:
    assert [code for found, code in places_in(read_text(text)) if found == name] == readings


def test_an_unlisted_village_lies_where_the_sentence_is(read_text: ReadText) -> None:
    doc = read_text("Shells hit the villages of Qarabash and Tel Zowra in Idlib, Syria.")
    assert {country for _, country in places_in(doc)} == {"SYR"}


@pytest.mark.parametrize(
    "text",
    [
        "They met in March and in May.",
        "He speaks fluent Spanish.",
        "Spanish flu killed millions.",
        "The SWAT team waited.",
        "It cost US$5 million.",
        "He scored for Real Madrid.",
    ],
)
def test_words_that_only_look_like_places(read_text: ReadText, text: str) -> None:
    doc = read_text(text)
    kinds = {doc._.entities[mention.entity_id].kind for mention in doc._.mentions}
    assert not kinds & {"country", "place"}


@pytest.mark.parametrize(
    "text",
    [
        "He had bought a Dane gun from a friend.",
        "It is a Mexican standoff, they say.",
        "Doctors fear Lassa fever and Spanish flu.",
        "They paid with Dutch courage and Swiss cheese.",
        "She cooked a Thanksgiving Turkey.",
    ],
)
def test_thing_named_after_a_people_is_no_country(read_text: ReadText, text: str) -> None:
    assert read_text(text)._.entities == {}


@pytest.mark.parametrize(
    "text",
    [
        "The flag was Red and White in Spring.",
        "He was Third at the Christian College.",
        "The Delta and the Omicron strains spread in Summer.",
        "The Bishop and the Sheriff met in the Park.",
    ],
)
def test_words_that_some_village_is_called_by_are_no_places(read_text: ReadText, text: str) -> None:
    assert places_in(read_text(text)) == []


def test_a_language_is_no_country(read_text: ReadText) -> None:
    doc = read_text("Russian-speaking residents of Latvia voted, and Russian speakers in Estonia.")
    assert set(doc._.entities) == {"country:LVA", "country:EST"}


def test_country_before_a_capital_is_no_town_there(read_text: ReadText) -> None:
    doc = read_text("Peru held talks with Chile in Quito.")
    assert {"country:PER", "country:CHL"} <= set(doc._.entities)
