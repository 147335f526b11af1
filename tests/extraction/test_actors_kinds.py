"""What kind of thing a name names, and which words belong to it."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText


def named(read_text: ReadText, text: str) -> dict[str, str]:
    """Return the entity that each named stretch of a text means; the first of several."""
    doc = read_text(text)
    shown = doc._.article.text
    found: dict[str, str] = {}
    for mention in doc._.mentions:
        if mention.form not in ("pronoun", "description"):
            found.setdefault(shown[mention.start : mention.end], mention.entity_id)
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Analysts at the Harbour Policy Center in Ohio praised the plan.",
            "Harbour Policy Center",
        ),
        ("The report of the Prairie Law Center in Kansas was long.", "Prairie Law Center"),
        ("He teaches at Northfield University in Kenya.", "Northfield University"),
        ("The Willow Creek School District hired ten teachers.", "Willow Creek School District"),
        ("The Committee for a Clean River met on Monday in Lima.", "Committee for a Clean River"),
        ("Officials of her Labour Ministry met in Accra.", "Labour Ministry"),
        ("Prices at Golden Foods rose, and Golden Foods hired in Peru.", "Golden Foods"),
        ("The supermarket Iceland said its sales rose in May.", "Iceland"),
        ("The minister told The Atlantic in May that Kenya was ready.", "Atlantic"),
        ("The Hill reported the vote on Monday.", "The Hill"),
    ],
)
def test_bodies_companies_and_papers_are_organisations(
    read_text: ReadText, text: str, name: str
) -> None:
    assert named(read_text, text)[name].startswith("organisation:")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trade fell. Amina Yusuf said the port of Mombasa was closed.", "Amina Yusuf"),
        ("The award went to Eva Berg, 44, of Oslo.", "Eva Berg"),
        ("Beyond Daniel Okoro, nobody in Lagos asked for it, Daniel Okoro said.", "Daniel Okoro"),
        ("Mr Okoro said the talks in Lagos went well.", "Okoro"),
        ("President Obama met the Kenyan president.", "Obama"),
        ("Sarah DeVries said that the harbour was safe.", "Sarah DeVries"),
        ("Anna Power, the envoy, said the talks in Oslo had failed.", "Anna Power"),
        ("Politis said the vote in Nicosia was lost.", "Politis"),
    ],
)
def test_people_are_people(read_text: ReadText, text: str, name: str) -> None:
    assert named(read_text, text)[name].startswith("person:")


@pytest.mark.parametrize(
    "text",
    [
        "The H7N2 strain spread in Chile, and H7N2 killed birds.",
        "Bird Flu was found on a farm in Chile.",
        "She bought it at Better Store in Quito, and Better Store was full.",
        "He spoke in the Martin Harris Building in Boston.",
        "VoIP is cheap in Kenya, and VoIP grows.",
        "Her company sold the Thunderbolt in Japan.",
        "The Rollers and the Chessmen play in Lima.",
        "Outspoken Serbian voices and Bosnian Serbs were heard in Vienna.",
    ],
)
def test_things_are_no_people(read_text: ReadText, text: str) -> None:
    assert not [key for key in named(read_text, text).values() if key.startswith("person:")]


@pytest.mark.parametrize(
    "text",
    [
        "Latino voters in Ohio and Latinos in Texas turned out.",
        "Catholics and Sikhs in Kenya prayed, and the Aboriginal woman wept.",
        "H5N1 was found in Ohio, and so were Salmonella and Norovirus.",
        "Ramadan begins on Monday in Oman, at 17:00 GMT.",
        "The minister condemned Islamophobia and Zionism in Oslo.",
        "Grexit and Brexit shook Lisbon.",
        "Medicare and Obamacare are costly in Ohio.",
        "The Property is in Peru; the property was sold by the owner.",
    ],
)
def test_peoples_faiths_and_words_are_no_organisations(read_text: ReadText, text: str) -> None:
    assert not [key for key in named(read_text, text).values() if key.startswith("organisation:")]


@pytest.mark.parametrize(
    "text",
    [
        "Think tanks in Berlin agree.",
        "Think tank experts in Berlin agree.",
        "The think-tank in Berlin agrees.",
    ],
)
def test_think_tanks_are_no_weapons(read_text: ReadText, text: str) -> None:
    assert "weapon:tanks" not in named(read_text, text).values()


def test_a_preposition_is_no_part_of_a_name(read_text: ReadText) -> None:
    found = named(read_text, "Beyond Washington, few people cared. Despite Tokyo, the yen fell.")
    assert found == {"Washington": "place:washington", "Tokyo": "place:tokyo"}


def test_an_americans_origin_is_no_country(read_text: ReadText) -> None:
    found = named(read_text, "The Mexican-American mayor met Irish-American voters in Ohio.")
    assert set(found.values()) == {"country:USA", "place:ohio"}
    talks = named(read_text, "The Russian-American talks in Vienna failed.")
    assert "country:RUS" in talks.values()


def test_a_famous_place_goes_before_a_small_namesake(read_text: ReadText) -> None:
    text = "Pilgrims are going to Mecca. American officials in the United States wished them well."
    assert named(read_text, text)["Mecca"] == "place:mecca"
    home = "Farmers in Mecca, California, sell dates. The Mecca market is the oldest in California."
    assert named(read_text, home)["Mecca"] == "place:mecca-usa"


def test_articles_agree_on_a_person_with_an_initial(read_text: ReadText) -> None:
    with_initial = read_text("Peter K. Lund resigned. Lund said he was tired.")._.entities
    without = read_text("Peter Lund resigned. Lund said he was tired.")._.entities
    assert "person:peter-lund" in with_initial
    assert "person:peter-lund" in without
    apart = read_text("Peter K. Lund met Peter A. Lund in Oslo.")._.entities
    assert {"person:peter-k-lund", "person:peter-a-lund"} <= set(apart)


def test_a_head_of_state_is_known_by_the_office(read_text: ReadText) -> None:
    doc = read_text("President Obama spoke on Monday. Obama said trade would grow.")
    assert {m.entity_id for m in doc._.mentions if m.entity_id.startswith("person:")} == {
        "person:barack-obama"
    }
    assert doc._.entities["person:barack-obama"].country == "USA"


def test_the_fuller_name_used_more_often_takes_the_surname(read_text: ReadText) -> None:
    text = (
        "Okoro would win, people said. Grace Okoro ran in Lagos, and Grace Okoro won. "
        "Her brother John Okoro watched."
    )
    assert named(read_text, text)["Okoro"] == "person:grace-okoro"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Parliament and President Daniel Okoro disagreed in Accra.", "President"),
        ("The government of President Daniel Okoro resigned.", "President"),
        (
            "Daniel Okoro, president and chief executive officer of the company's, spoke.",
            "president and chief executive officer of the company",
        ),
        (
            "Daniel Okoro, then a student at a naval academy, wrote it.",
            "student at a naval academy",
        ),
    ],
)
def test_roles_are_neither_cut_nor_too_long(read_text: ReadText, text: str, role: str) -> None:
    roles = {mention.role for mention in read_text(text)._.mentions if mention.role}
    assert roles == {role}


def test_an_office_in_a_namesake_is_not_the_capitals_country(read_text: ReadText) -> None:
    doc = read_text("Officials in Texas and Ohio agreed. Eva Berg, mayor of Paris, Texas, said so.")
    assert doc._.entities["person:eva-berg"].country == "USA"


def test_officers_are_no_part_of_a_name(read_text: ReadText) -> None:
    assert named(read_text, "Officers Ron Vega and Eva Berg were praised.")["Ron Vega"] == (
        "person:ron-vega"
    )
