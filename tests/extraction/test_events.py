"""Events: what, when, on what basis, and who."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from briefing.extraction.facts import Event
from tests.conftest import SAMPLE, ReadText

JUNE = "2024-06-01"


def event_titled(doc: Doc, title: str) -> Event:
    found = {event.title: event for event in doc._.events}
    assert title in found, sorted(found)
    return found[title]


DATED = [
    # sentence, title, kind, date, tense, basis
    (
        "India's prime minister will visit Moscow on 8 July.",
        "India's prime minister will visit Moscow",
        "visit",
        "2024-07-08",
        "upcoming",
        "computed",
    ),
    (
        "Vietnam's president may visit Washington in September.",
        "Vietnam's president may visit Washington",
        "visit",
        "2024-09",
        "upcoming",
        "computed",
    ),
    (
        "Poland received the first tanks from South Korea in December.",
        "Poland received the first tanks from South Korea",
        "arms",
        "2023-12",
        "past",
        "computed",
    ),
    (
        "The king signed the pact on 3 May 2019 in Rabat.",
        "King signed the pact in Rabat",
        "agreement",
        "2019-05-03",
        "past",
        "stated",
    ),
    (
        "The referendum will be held on 14 July.",
        "Referendum will be held",
        "election",
        "2024-07-14",
        "upcoming",
        "computed",
    ),
    (
        "From 3 to 5 May the two navies held an exercise near Guam.",
        "Two navies held an exercise near Guam",
        "exercise",
        "2024-05-03/2024-05-05",
        "past",
        "computed",
    ),
    (
        "The treaty has been in force since 2014.",
        "Treaty has been in force",
        "agreement",
        "2014/..",
        "ongoing",
        "stated",
    ),
    (
        "The talks were postponed until Friday.",
        "Talks were postponed",
        "meeting",
        "2024-06-07",
        "upcoming",
        "computed",
    ),
]


@pytest.mark.parametrize(("sentence", "title", "kind", "date", "tense", "basis"), DATED)
def test_events_dated_by_the_text(
    read_text: ReadText, sentence: str, title: str, kind: str, date: str, tense: str, basis: str
) -> None:
    event = event_titled(read_text(sentence, published=JUNE), title)
    assert (event.kind, event.date, event.tense, event.basis) == (kind, date, tense, basis)
    assert (event.working is None) == (basis == "stated")


REFERENCE = [
    # sentence, occasion, date, tense
    (
        "The president will attend the NATO summit in Washington next month.",
        "occasion:nato-summit-2024",
        "2024-07-09/2024-07-11",
        "upcoming",
    ),
    (
        "Leaders left the G7 summit in Hiroshima without a deal.",
        "occasion:g7-summit-2023",
        "2023-05-19/2023-05-21",
        "past",
    ),
    (
        "The upcoming COP29 climate conference in Baku worries activists.",
        "occasion:cop-2024",
        "2024-11-11/2024-11-24",
        "upcoming",
    ),
    (
        "The 1999 NATO summit in Washington changed the alliance.",
        "occasion:nato-summit-1999",
        "1999-04-23/1999-04-25",
        "past",
    ),
    (
        "Voters go to the polls in the U.S. presidential election in November.",
        "occasion:us-presidential-election-2024",
        "2024-11-05",
        "upcoming",
    ),
    (
        "The war in Sudan has displaced millions.",
        "occasion:sudan-war",
        "2023-04-15/..",
        "ongoing",
    ),
    (
        "Since World War II, the island has been divided.",
        "occasion:world-war-ii",
        "1939-09-01/1945-09-02",
        "past",
    ),
]


@pytest.mark.parametrize(("sentence", "occasion", "date", "tense"), REFERENCE)
def test_events_dated_by_the_reference(
    read_text: ReadText, sentence: str, occasion: str, date: str, tense: str
) -> None:
    doc = read_text(sentence, published=JUNE)
    (event,) = [event for event in doc._.events if event.occasion_id == occasion]
    assert (event.date, event.tense, event.basis) == (date, tense, "reference")
    assert "(reference)" in (event.working or "")
    assert occasion in doc._.entities
    assert occasion in {mention.entity_id for mention in doc._.mentions}


@pytest.mark.parametrize(
    "sentence",
    [
        "The resolution of the UN General Assembly was adopted.",
        "The UN General Assembly condemned the blockade.",
    ],
)
def test_events_a_body_is_no_meeting(read_text: ReadText, sentence: str) -> None:
    doc = read_text(sentence, published="2024-09-20")
    assert [event for event in doc._.events if event.occasion_id] == []


def test_events_summit_that_no_place_fits_stays_undated(read_text: ReadText) -> None:
    doc = read_text("She is to fly to the upcoming NATO summit in Oslo.", published=JUNE)
    event = event_titled(doc, "Upcoming NATO summit in Oslo")
    assert (event.date, event.basis, event.tense) == (None, "unknown", "upcoming")


ANNIVERSARIES = [
    ("The alliance keeps NATO's 75th anniversary this year.", "2024-04-04"),
    ("He spoke on the 80th anniversary of D-Day.", "2024-06-06"),
    (
        "It is the 75th anniversary of the founding of the People's Republic of China.",
        "2024-10-01",
    ),
    ("Kyiv keeps the 33rd anniversary of Ukraine's independence.", "2024-08-24"),
    ("They met on the second anniversary of Russia's invasion of Ukraine.", "2024-02-24"),
    ("They kept the 60th anniversary of diplomatic ties between China and France.", "2024-01-27"),
    ("A stamp marks the seventy-fifth anniversary of the Council of Europe.", "2024-05-05"),
]


@pytest.mark.parametrize(("sentence", "day"), ANNIVERSARIES)
def test_events_anniversary_is_computed(read_text: ReadText, sentence: str, day: str) -> None:
    doc = read_text(sentence, published=JUNE)
    (event,) = [event for event in doc._.events if event.kind == "anniversary"]
    assert (event.date, event.basis, event.precision) == (day, "computed", "day")
    assert "(reference) + " in (event.working or "")
    assert str(int(day[:4])) in (event.working or "")


NO_ANNIVERSARY = [
    "The bank celebrated its 75th anniversary in Washington.",
    "The 75th anniversary of the town's library was celebrated in Washington.",
    "The 75th anniversary of talks with the United Nations passed unnoticed.",
    "They kept the 20th anniversary of Georgia's defeat in the cup.",
    "It was the anniversary of the United Nations.",
]


@pytest.mark.parametrize("sentence", NO_ANNIVERSARY)
def test_events_no_anniversary_of_something_else(read_text: ReadText, sentence: str) -> None:
    doc = read_text(sentence, published=JUNE)
    assert [event for event in doc._.events if event.kind == "anniversary"] == []


def test_events_anniversary_without_a_number_takes_it_from_the_date(read_text: ReadText) -> None:
    doc = read_text(
        "Kyiv prepares for the anniversary of Russia's invasion of Ukraine.", published="2024-02-20"
    )
    (event,) = [event for event in doc._.events if event.kind == "anniversary"]
    assert (event.date, event.tense) == ("2024-02-24", "upcoming")
    assert event.working == (
        "began 24 February 2022 (reference) + 2 years = 24 February 2024, "
        "the one nearest to the article's date 20 February 2024"
    )


def test_events_of_the_sample(read_text: ReadText) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    doc = read_text(text, title=text.split("\n", 1)[0])
    published = doc._.published
    assert (published.basis, published.earliest, published.latest) == (
        "inferred",
        "2024-01-01",
        "2024-07-08",
    )
    assert len(published.evidence) == 2
    found = {
        (event.kind, event.date, event.basis, event.tense, event.occasion_id)
        for event in doc._.events
    }
    assert {
        ("meeting", "2024-07-09/2024-07-11", "reference", "upcoming", "occasion:nato-summit-2024"),
        ("anniversary", "2024-04-04", "computed", "upcoming", "occasion:nato-anniversary-75"),
        ("war", "2022-02-24/..", "reference", "ongoing", "occasion:invasion-of-ukraine"),
        ("visit", None, "unknown", "upcoming", None),
        ("arms", None, "unknown", "past", None),
    } <= found
    assert any(event.date == "1954/2024" and event.basis == "computed" for event in doc._.events)


def test_events_sequenced_without_a_date(read_text: ReadText) -> None:
    doc = read_text("Ahead of her trip to Tokyo, the minister praised Japan.", published=JUNE)
    event = event_titled(doc, "Her trip to Tokyo")
    assert (event.kind, event.date, event.tense, event.basis) == (
        "visit",
        None,
        "upcoming",
        "unknown",
    )
    assert event.place_country == "JPN"
    assert "ahead of" in (event.working or "")


def test_events_named_twice_is_one(read_text: ReadText) -> None:
    doc = read_text(
        "The NATO summit in Vilnius ended. Ukraine had hoped for more from the NATO summit.",
        published="2023-07-13",
    )
    summits = [event for event in doc._.events if event.kind == "meeting"]
    assert [event.occasion_id for event in summits] == ["occasion:nato-summit-2023"]
    mentions = [mention.entity_id for mention in doc._.mentions]
    assert mentions.count("occasion:nato-summit-2023") == 2


def test_events_parties_and_place(read_text: ReadText) -> None:
    doc = read_text("Egypt and Ethiopia held talks in Nairobi on 3 May.", published=JUNE)
    (event,) = doc._.events
    countries = {(party.country, party.part) for party in event.parties}
    assert {("EGY", "participant"), ("ETH", "participant")} <= countries or event.kind == "meeting"
    assert event.place_country in ("KEN", None)


def test_events_stretch_of_the_past_is_an_interval(read_text: ReadText) -> None:
    doc = read_text("She praised talks on the pact over the past 30 years.", published=JUNE)
    event = event_titled(doc, "Talks on the pact")
    assert (event.date, event.basis) == ("1994/2024", "computed")
    assert event.working == "“the past 30 years”: 2024 (the article's date) − 30 years = 1994"


def test_events_of_saying_and_being_are_none(read_text: ReadText) -> None:
    doc = read_text("He said on Monday that prices were high in May.", published=JUNE)
    assert doc._.events == []


def test_events_in_the_dateline_date_nothing(read_text: ReadText) -> None:
    doc = read_text("LIMA, May 30, 2024 (AFP) - Police may arrest two men.", published=JUNE)
    assert [event.title for event in doc._.events if event.date is not None] == []


def test_events_have_spans_of_their_own(read_text: ReadText) -> None:
    text = (
        "The court ruled on Tuesday and on Friday. The talks and the vote take place on 5 June. "
        "The minister arrived on Sunday for talks in Cairo, which began on Monday."
    )
    spans = [(event.start, event.end) for event in read_text(text, published=JUNE)._.events]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans)
