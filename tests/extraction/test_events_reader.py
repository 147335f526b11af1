"""Events that two readers find together: their bounds, their own dates, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from briefing.extraction.datelines import dateline_end
from briefing.extraction.event_reader.encoder import Held
from briefing.extraction.event_reader.reading import held_in
from briefing.extraction.events import weighing
from briefing.extraction.events.weighing import is_supposed
from briefing.extraction.facts import Event
from tests.conftest import ReadText

WEDNESDAY = "2024-06-05"


def told_by(doc: Doc, word: str) -> Event:
    """Return the event whose words hold a word."""
    at = doc.text.index(word)
    return next(event for event in doc._.events if event.start <= at < event.end)


BOUNDS = [
    ("Tunisia will finish the cable by December.", "finish", "../2024-12", None, "2024-12-31"),
    (
        "Chile will decide on the tariff before Friday.",
        "decide",
        "../2024-06-07",
        None,
        "2024-06-06",
    ),
    ("The truce will hold until 30 June.", "truce", "../2024-06-30", None, "2024-06-30"),
    ("The tribunal will not sit again before 16 July.", "sit", "2024-07-16/..", "2024-07-16", None),
    ("Peru will reopen the port after 20 June.", "reopen", "2024-06-20/..", "2024-06-21", None),
    (
        "Peru must file its reply no later than 20 June.",
        "file",
        "../2024-06-20",
        None,
        "2024-06-20",
    ),
    ("Chile has fought the fire since Monday.", "fought", "2024-06-03/..", "2024-06-03", None),
    ("The vote was postponed until 20 June.", "vote", "2024-06-20", "2024-06-20", "2024-06-20"),
    ("Prices rose sharply in June.", "rose", "2024-06", "2024-06-01", "2024-06-05"),
]


@pytest.mark.parametrize(("sentence", "word", "date", "earliest", "latest"), BOUNDS)
def test_a_preposition_makes_a_date_a_bound(
    read_text: ReadText,
    sentence: str,
    word: str,
    date: str,
    earliest: str | None,
    latest: str | None,
) -> None:
    event = told_by(read_text(sentence, published=WEDNESDAY), word)
    assert (event.date, event.earliest, event.latest) == (date, earliest, latest)


def test_what_is_ahead_without_a_date_is_bounded_by_the_articles_day(read_text: ReadText) -> None:
    doc = read_text("Kazakhstan will lend Georgia the money for the port.", published=WEDNESDAY)
    event = told_by(doc, "lend")
    assert (event.date, event.earliest, event.latest) == (None, WEDNESDAY, None)


def test_the_date_of_saying_is_not_that_of_what_is_said(read_text: ReadText) -> None:
    doc = read_text("The minister said on Monday that the bridge had fallen.", published=WEDNESDAY)
    assert [event.title for event in doc._.events if event.date is not None] == []


def test_a_date_goes_to_the_event_that_it_dates(read_text: ReadText) -> None:
    doc = read_text(
        "Oman agreed on Monday to resume exercises with Iran in July.", published=WEDNESDAY
    )
    dates = {event.date for event in doc._.events}
    assert {"2024-06-03", "2024-07"} <= dates


@pytest.mark.parametrize(
    "sentence",
    [
        "Suppose Oman seized a Pakistani ship.",
        "Imagine that Brazil had marched into Suriname.",
        "Had Zambia closed the gate, the copper would have rotted on the quay.",
        "If the vote had been held in May, the party would have lost it.",
    ],
)
def test_what_is_only_supposed_is_no_event(read_text: ReadText, sentence: str) -> None:
    doc = read_text(sentence, published=WEDNESDAY)
    assert doc._.events == []


def test_what_would_have_been_done_by_then_is_not_supposed(read_text: ReadText) -> None:
    doc = read_text("He said the ship would have left after the storm had passed.")
    assert not any(is_supposed(token) for token in doc)


DATELINES = [
    ("GENEVA, 12 March 2026 (Wire) - Poland will reopen two crossings.", "Poland will"),
    ("MOSCOW - Russia's main party will boycott the vote.", "Russia's main"),
    ("Hanoi (VNA) - Vietnam will open the bridge.", "Vietnam will"),
    ("GAZA CITY, Gaza Strip (AP) - Israel shelled the camp.", "Israel shelled"),
    ("UNITED NATIONS - The council met.", "The council"),
    ("Poland - the largest buyer - said no.", None),
    ("NATO - the alliance of 32 states - met.", None),
    ("Well-known - it seems - to all.", None),
]


@pytest.mark.parametrize(("text", "after"), DATELINES)
def test_a_dateline_ends_before_the_first_sentence(text: str, after: str | None) -> None:
    end = dateline_end(text, 0)
    assert (None if end is None else text[end:][: len(after or "")]) == after


def test_titles_do_without_the_dateline(read_text: ReadText) -> None:
    doc = read_text(
        "GENEVA, 12 March 2026 (Wire) - Poland and Ukraine will reopen two border crossings on "
        "20 March."
    )
    (event,) = (event for event in doc._.events if event.date is not None)
    assert event.title == "Poland and Ukraine will reopen two border crossings"
    assert event.date == "2026-03-20"


def test_the_same_text_is_held_for_the_same(read_text: ReadText) -> None:
    doc = read_text("Peru's premier will visit Chile on Friday. He will sign a pact there.")
    other = read_text("Peru's premier will visit Chile on Friday. He will sign a pact there.")
    assert held_in(doc) == held_in(other)


def test_the_answers_are_the_same_on_every_processor(read_text: ReadText) -> None:
    # 0.78 where sums of 8-bit integers are cut off, as some processors do with signed ones
    doc = read_text("The 2008 model failed.", published=WEDNESDAY)
    (failed,) = (one for number, one in held_in(doc).items() if doc[number].text == "failed")
    assert failed.event == pytest.approx(0.657, abs=0.02)


@pytest.mark.parametrize(
    ("text", "word", "held", "told"),
    [
        ("Norway may send a frigate to Suva.", "send", 0.9, False),
        ("Norway may send a frigate to Suva.", "send", 0.99, True),
        ("Norway may send a frigate to Suva on 20 June.", "send", 0.9, True),
        ("The parliament of Peru will vote on the treaty.", "vote", 0.9, True),
        ("Norway sent a frigate to Suva.", "sent", 0.9, True),
    ],
)
def test_what_may_come_one_day_is_an_event_only_where_the_reader_is_sure(
    read_text: ReadText,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    word: str,
    held: float,
    told: bool,
) -> None:
    def less_sure(doc: Doc) -> dict[int, Held]:
        found = held_in(doc)
        return {
            number: replace(one, event=held) if doc[number].text == word else one
            for number, one in found.items()
        }

    monkeypatch.setattr(weighing, "held_in", less_sure)
    doc = read_text(text, published=WEDNESDAY)
    at = doc.text.index(word)
    assert any(event.start <= at < event.end for event in doc._.events) is told
