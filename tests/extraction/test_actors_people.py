"""People: one person over the variants of a name, with role and country."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

ReadText = Callable[..., Doc]
Person = tuple[str, str | None, str | None]


def people_in(doc: Doc) -> list[Person]:
    """Return words, role and country of each mention of a person by name."""
    return [
        (
            doc._.article.text[mention.start : mention.end],
            mention.role,
            doc._.entities[mention.entity_id].country,
        )
        for mention in doc._.mentions
        if mention.entity_id.startswith("person:") and mention.form in ("name", "short-name")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghanaian President Nana Mensah spoke on Monday.",
            ("Nana Mensah", "Ghanaian President", "GHA"),
        ),
        (
            "Former Norwegian Prime Minister Erik Solberg spoke on Monday.",
            ("Erik Solberg", "Former Norwegian Prime Minister", "NOR"),
        ),
        (
            "Peru's deputy foreign minister, Carlos Vega, spoke on Monday.",
            ("Carlos Vega", "Peru's deputy foreign minister", "PER"),
        ),
        (
            "Maria Lopez, the president of Chile, spoke on Monday.",
            ("Maria Lopez", "president of Chile", "CHL"),
        ),
        (
            "Peter Novak, a spokesman for the Czech foreign ministry, spoke on Monday.",
            ("Peter Novak", "spokesman for the Czech foreign ministry", "CZE"),
        ),
        (
            "Ana Petrova, head of the observer mission, spoke on Monday.",
            ("Ana Petrova", "head of the observer mission", None),
        ),
        (
            "UN Secretary-General Daniel Okoro spoke on Monday.",
            ("Daniel Okoro", "UN Secretary-General", None),
        ),
        (
            "US Secretary of State James Carter spoke on Monday.",
            ("James Carter", "US Secretary of State", "USA"),
        ),
        (
            "Sudan's army chief, General Omar Hassan, spoke on Monday.",
            ("Omar Hassan", "General", "SDN"),
        ),
        (
            "Eva Berg, our finance minister, spoke on Monday.",
            ("Eva Berg", "finance minister", None),
        ),
        ("Mr James Carter spoke on Monday.", ("James Carter", None, None)),
    ],
)
def test_role_and_country_are_read_beside_the_name(
    read_text: ReadText, text: str, expected: Person
) -> None:
    assert expected in people_in(read_text(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kenyan President William Otieno left. Otieno said so. William Otieno returned.",
            {"person:william-otieno"},
        ),
        (
            "South Korean lawmaker Park Min Jae spoke. Park said he agreed.",
            {"person:park-min-jae"},
        ),
        (
            "Prime Minister Ana de la Cruz spoke. Mrs de la Cruz will resign.",
            {"person:ana-de-la-cruz"},
        ),
        (
            "Ivan Petrov and Olga Petrov met. Olga Petrov left.",
            {"person:ivan-petrov", "person:olga-petrov"},
        ),
        (
            "President Esperanza Hernandez Rivera will visit Cuba. Hernandez said it was private. "
            "“It is time,” Hernandez Rivera added.",
            {"person:esperanza-hernandez-rivera"},
        ),
        (
            "Angolan President Joana dos Santos Lima left. Dos Santos Lima agreed. "
            "Dos Santos said she would return.",
            {"person:joana-dos-santos-lima"},
        ),
        (
            "Ecuador's foreign minister, Gabriela Torres Andrade, denied it. Torres left. "
            "Torres Andrade will fly to Lima.",
            {"person:gabriela-torres-andrade"},
        ),
        (
            "The judge, Mr Justice Macallan, said the licence was unlawful.",
            {"person:macallan"},
        ),
        (
            "“We had doubts,” said Thabo Dlamini, an analyst at a research group in Oslo.",
            {"person:thabo-dlamini"},
        ),
        (
            "British Prime Minister Anna May left. “We will go,” said May. The vote is in May.",
            {"person:anna-may"},
        ),
        (
            "John A. Miller resigned on Friday. John Miller said he was tired.",
            {"person:john-miller"},
        ),
    ],
)
def test_variants_of_a_name_are_one_person(read_text: ReadText, text: str, names: set[str]) -> None:
    entities = read_text(text)._.entities
    assert {key for key in entities if key.startswith(("person:", "organisation:"))} == names


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Foreign Minister Hugo Chacon Frias met the king. “We had doubts,” Chacon said.",
            "We had doubts,",
            "person:hugo-chacon-frias",
        ),
        (
            "Aram Petrosyan, a miner, was freed. “I am free,” Aram Petrosyan said.",
            "I am free,",
            "person:aram-petrosyan",
        ),
        (
            "Priya Nair met the king. “We had doubts,” Priya Nair said.",
            "We had doubts,",
            "person:priya-nair",
        ),
        (
            "Minister Marta Costa Pinto resigned. “It is over,” Costa Pinto said.",
            "It is over,",
            "person:marta-costa-pinto",
        ),
    ],
)
def test_whoever_is_named_again_speaks(
    read_text: ReadText, text: str, words: str, speaker: str
) -> None:
    (quote,) = read_text(text)._.quotes
    assert text[quote.start : quote.end] == words
    assert quote.speaker_id == speaker


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mexico's President Lucia Vargas Molina spoke. Vargas returned from Peru.", 2),
        ("Mexico's President Lucia Vargas Molina spoke. Floods in Vargas went on.", 1),
        ("President Juan March left. March was wet. The accord of March failed.", 1),
        ("President Juan March left. Mr March said so. March resigned in March.", 3),
    ],
)
def test_a_surname_that_is_a_place_or_a_month(read_text: ReadText, text: str, count: int) -> None:
    assert len(people_in(read_text(text))) == count


def test_the_fullest_name_is_shown_and_later_uses_are_short(read_text: ReadText) -> None:
    doc = read_text("Miller resigned. The minister, John Miller, gave no reason. Miller left.")
    forms = [
        mention.form
        for mention in doc._.mentions
        if mention.entity_id == "person:john-miller" and mention.form != "description"
    ]
    assert doc._.entities["person:john-miller"].name == "John Miller"
    assert forms == ["short-name", "name", "short-name"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine and Moldova applied together.",
        "Antigua and Barbuda voted for it.",
        "Saint Kitts and Nevis voted for it.",
        "Patriot missiles arrived in Poland.",
        "The Nobel Prize was awarded in Oslo.",
    ],
)
def test_countries_and_things_are_no_people(read_text: ReadText, text: str) -> None:
    assert people_in(read_text(text)) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Michael Jordan flew to Jordan on Sunday.", "country:JOR"),
        ("Chad Miller has worked in Chad for years.", "country:TCD"),
    ],
)
def test_a_persons_name_does_not_hide_the_country(
    read_text: ReadText, text: str, country: str
) -> None:
    doc = read_text(text)
    assert [mention.entity_id for mention in doc._.mentions].count(country) == 1
    assert len([key for key in doc._.entities if key.startswith("person:")]) == 1


def test_a_headline_does_not_run_into_the_name(read_text: ReadText) -> None:
    title = "Kovac Urges Allies to Send Tanks"
    doc = read_text(f"{title}\n\nPresident Ivan Kovac spoke on Sunday.", title=title)
    assert ("Kovac", None, None) in people_in(doc)
    assert {key for key in doc._.entities if key.startswith("person:")} == {"person:ivan-kovac"}
