"""Countries, organisations, weapons, agreements: every mention, its form, its country."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction.actors.gather import gather
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.reference.countries import countries
from briefing.tables import ENTITY_KINDS, MENTION_FORMS

ReadText = Callable[..., Doc]
Found = tuple[str, str, str]


def found_in(doc: Doc) -> list[Found]:
    return [
        (doc._.article.text[mention.start : mention.end], mention.entity_id, mention.form)
        for mention in doc._.mentions
        if mention.form != "pronoun"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan troops left Somalia after Ethiopia's army arrived.",
            [
                ("Kenyan", "country:KEN", "demonym"),
                ("Somalia", "country:SOM", "name"),
                ("Ethiopia", "country:ETH", "name"),
            ],
        ),
        (
            "The UK and the U.S. signed a deal with the UAE.",
            [
                ("UK", "country:GBR", "short-name"),
                ("U.S.", "country:USA", "short-name"),
                ("UAE", "country:ARE", "short-name"),
            ],
        ),
        (
            "The France-Germany border was closed.",
            [("France", "country:FRA", "name"), ("Germany", "country:DEU", "name")],
        ),
        (
            "Iranian-backed fighters crossed the border.",
            [("Iranian", "country:IRN", "demonym")],
        ),
        (
            "PERU AND CHILE AGREE ON BORDER",
            [("PERU", "country:PER", "name"), ("CHILE", "country:CHL", "name")],
        ),
        (
            "The Élysée Palace and Downing Street refused to comment.",
            [
                ("Élysée Palace", "country:FRA", "government"),
                ("Downing Street", "country:GBR", "government"),
            ],
        ),
        (
            "The two Congos share a river.",
            [
                ("two Congos", "country:COD", "description"),
                ("two Congos", "country:COG", "description"),
            ],
        ),
        (
            "Sino-Indian talks and the Graeco-Turkish dispute went on.",
            [
                ("Sino", "country:CHN", "demonym"),
                ("Indian", "country:IND", "demonym"),
                ("Graeco", "country:GRC", "demonym"),
                ("Turkish", "country:TUR", "demonym"),
            ],
        ),
        (
            "A Swede, a Pole and two Finns were freed.",
            [
                ("Swede", "country:SWE", "demonym"),
                ("Pole", "country:POL", "demonym"),
                ("Finns", "country:FIN", "demonym"),
            ],
        ),
        ("They gave it to us for US$3 million.", []),
    ],
)
def test_countries_are_found_in_every_form(
    read_text: ReadText, text: str, expected: list[Found]
) -> None:
    found = [item for item in found_in(read_text(text)) if item[1].startswith("country:")]
    assert found == expected


def test_every_country_is_found_by_name_and_demonym() -> None:
    nlp = pipeline()
    items = [item for item in countries().values() if item.demonyms]
    articles = [
        Article(
            text=f"The report deals with {item.name} at length. "
            f"It quotes a {item.demonyms[0]} farmer and an unnamed {item.demonyms[0]} official."
        )
        for item in items
    ]
    with nlp.select_pipes(
        enable=[
            "tok2vec",
            "tagger",
            "attribute_ruler",
            "parser",
            "ner",
            "lemmatizer",
            "briefing_actors",
        ]
    ):
        docs = list(nlp.pipe(make_doc(nlp, article) for article in articles))
    missed = []
    for item, doc in zip(items, docs, strict=True):
        forms = {
            mention.form
            for mention in doc._.mentions
            if mention.entity_id == f"country:{item.alpha3}"
        }
        if not {"demonym"} <= forms or not forms & {"name", "short-name"}:
            missed.append((item.name, forms))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Madrid denied the report.", "government"),
        ("Officials said Madrid must decide soon.", "government"),
        ("Madrid's decision surprised its neighbours.", "government"),
        ("Relations between Lisbon and Madrid have improved.", "government"),
        ("The minister accused Madrid of delaying the talks.", "government"),
        ("The offer was rejected, according to Madrid.", "government"),
        ("Madrid is ready to negotiate.", "government"),
        ("Madrid was accused of spying.", "government"),
        ("The minister flew to Madrid.", "capital"),
        ("The talks were held in Madrid.", "capital"),
        ("She returned from a visit to Madrid.", "capital"),
        ("Madrid's airport was closed.", "capital"),
        ("Madrid is hot in summer.", "capital"),
        ("A Madrid hotel burned down.", "capital"),
    ],
)
def test_a_capital_is_its_government_or_the_city(
    read_text: ReadText, text: str, expected: str
) -> None:
    doc = read_text(text)
    (mention,) = [item for item in doc._.mentions if doc.text[item.start : item.end] == "Madrid"]
    assert mention.form == expected
    assert mention.entity_id == ("country:ESP" if expected == "government" else "place:madrid")
    assert doc._.entities[mention.entity_id].country == "ESP"
    assert mention.literal == (expected == "capital")


def test_brussels_as_an_authority_is_the_european_union(read_text: ReadText) -> None:
    doc = read_text("Brussels warned them. Many farmers live in Brussels.")
    assert [item[1] for item in found_in(doc)] == ["organisation:eu", "place:brussels"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The International Atomic Energy Agency said the IAEA had no access.",
            ["organisation:iaea", "organisation:iaea"],
        ),
        (
            "The National Bureau of Fisheries (NBF) met. The NBF will report.",
            [
                "organisation:national-bureau-of-fisheries",
                "organisation:national-bureau-of-fisheries",
                "organisation:national-bureau-of-fisheries",
            ],
        ),
        (
            "Xinhua reported that Hezbollah had agreed.",
            ["organisation:xinhua", "organisation:hezbollah"],
        ),
    ],
)
def test_organisations_are_one_over_their_names(
    read_text: ReadText, text: str, expected: list[str]
) -> None:
    found = [item[1] for item in found_in(read_text(text)) if item[1].startswith("organisation:")]
    assert found == expected


def test_an_abbreviation_introduced_in_brackets_wins_over_the_reference(
    read_text: ReadText,
) -> None:
    doc = read_text("The Alpine Farmers Party (AFP) won. The AFP will govern.")
    ids = {item[1] for item in found_in(doc) if item[0] == "AFP"}
    assert "organisation:afp" not in ids


def test_an_organisation_belongs_to_the_country_in_its_name(read_text: ReadText) -> None:
    doc = read_text("The Portuguese Coast Guard rescued twelve sailors on Monday.")
    countries_of = {
        entity.country for entity in doc._.entities.values() if entity.kind == "organisation"
    }
    assert countries_of == {"PRT"}


@pytest.mark.parametrize(
    ("text", "entity_id"),
    [
        ("It fired two ballistic missiles on Sunday.", "weapon:ballistic-missiles"),
        ("They want more Artillery Shells.", "weapon:artillery-shells"),
        ("Both left the Open Skies Treaty in 2020.", "agreement:open-skies"),
        ("It breaches UN resolutions.", "agreement:un-resolutions"),
        ("Patriot missiles were delivered.", "weapon:patriot"),
    ],
)
def test_weapons_and_agreements(read_text: ReadText, text: str, entity_id: str) -> None:
    assert entity_id in read_text(text)._.entities


@pytest.mark.parametrize(
    "text",
    [
        "A think tank published the figures.",
        "A think-tank published the figures.",
        "The water tank leaked.",
        "It is built of bricks and mortar.",
    ],
)
def test_words_that_only_look_like_weapons(read_text: ReadText, text: str) -> None:
    entities = read_text(text)._.entities.values()
    assert not [entity for entity in entities if entity.kind == "weapon"]


@pytest.mark.parametrize(
    "text",
    [
        "The Governor of Lagos spoke on Monday.",
        "The plant makes 80 MW and the Emirati owner wants more.",
    ],
)
def test_offices_and_units_are_no_organisations(read_text: ReadText, text: str) -> None:
    entities = read_text(text)._.entities.values()
    assert not [entity for entity in entities if entity.kind == "organisation"]


def test_what_an_article_names_is_sorted_and_exact(read_text: ReadText) -> None:
    text = (
        "Lima – “We agree,” said Peru’s president, Ana Rojas, before flying to Quito.\n\n"
        "Rojas’s visit to Ecuador’s capital is her first. The Peruvian navy stays."
    )
    doc = read_text(text)
    mentions = doc._.mentions
    assert mentions == sorted(mentions, key=lambda item: (item.start, -item.end))
    for mention in mentions:
        span = text[mention.start : mention.end]
        assert span
        assert span == span.strip()
        assert not span.endswith(("'s", "’s", ",", "."))
        assert mention.start <= doc[mention.head].idx < mention.end
        assert doc._.entities[mention.entity_id].kind in ENTITY_KINDS
        assert mention.form in MENTION_FORMS


WORDS = st.sampled_from(
    [
        "Paris",
        "the",
        "President",
        "of",
        ",",
        "“",
        "”",
        "'s",
        "US",
        "-",
        "Korea",
        "\n\n",
        "St.",
        "Mr",
        "(",
        ")",
        "é",
        "\u200b",
        "😀",
        "IN",
        "King",
        "and",
        "Wang",
        "said",
        ".",
        "New",
        "\ud800",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | st.text(max_size=6), max_size=30))
def test_odd_text_never_raises(words: list[str]) -> None:
    nlp = pipeline()
    with nlp.select_pipes(
        enable=["tok2vec", "tagger", "attribute_ruler", "parser", "ner", "lemmatizer"]
    ):
        doc = nlp(make_doc(nlp, Article(text=" ".join(words))))
    entities, mentions = gather(doc)
    for mention in mentions:
        assert mention.entity_id in entities
        assert 0 <= mention.start < mention.end <= len(doc.text)
