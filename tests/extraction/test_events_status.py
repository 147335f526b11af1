"""Whether a sentence's own words leave an event open, or say that it is off."""

from __future__ import annotations

import pytest

from briefing.extraction.events.status import Status, certainty


def read(
    sentence: str, event: str, tense: str = "upcoming", date_text: str | None = None
) -> Status:
    start = sentence.index(event)
    return certainty(sentence, start, start + len(event), tense, date_text)


@pytest.mark.parametrize(
    ("sentence", "event", "expected"),
    [
        ("The two leaders may meet in Oslo on 3 June.", "meet in Oslo", "may"),
        ("Envoys are expected to sign a pact on Friday.", "sign a pact", "expected"),
        ("A vote is planned for June.", "vote", "planned"),
        ("Peru plans a referendum in 2032.", "referendum", "plans"),
        ("The planned visit on 3 June worries Chile.", "visit on 3 June", "planned"),
        ("Planned talks on 3 June worry Chile.", "talks on 3 June", "Planned"),
        ("The talks on 3 June may take place in Oslo.", "talks on 3 June", "may"),
        ("The vote is expected to be held on 3 June.", "vote", "expected"),
        ("The talks on 3 June were suspended.", "talks on 3 June", "suspended"),
        ("If it passes, voters might go to the polls on 3 June.", "polls", "might"),
        # Firm, or said of something else.
        ("The two leaders will meet in Oslo on 3 June.", "meet in Oslo", None),
        ("Leaders meet on 3 May in Oslo.", "meet", None),
        ("In May the leaders will meet.", "meet", None),
        ("They may meet after the vote on 3 June.", "vote on 3 June", None),
        ("They may sign a pact at the summit on 3 June.", "summit", None),
        ("The summit on 3 June may offer a way out.", "summit on 3 June", None),
        ("The summit is expected to produce a pact.", "summit", None),
        ("Prices may rise, but the vote is on 3 June.", "vote", None),
        ("The vote on 3 June, which Chile expected, is open.", "vote on 3 June", None),
        ("", "", None),
    ],
)
def test_tentative_word_is_the_one_said_of_the_event(sentence, event, expected) -> None:
    found = read(sentence, event)
    assert found == (Status("tentative", expected) if expected else Status("firm"))


@pytest.mark.parametrize(
    ("sentence", "event", "level", "expected"),
    [
        ("The talks planned for 3 June were called off.", "talks", "cancelled", "called off"),
        ("The talks were suddenly cancelled.", "talks", "cancelled", "cancelled"),
        ("Chile cancelled the talks due on 3 June.", "talks", "cancelled", "cancelled"),
        ("Chile cancelled the talks.", "Chile cancelled the talks", "cancelled", "cancelled"),
        ("Norway called the talks off.", "talks", "cancelled", "called off"),
        ("Norway has called off the talks.", "talks", "cancelled", "called off"),
        ("The summit, due on 3 June, has been scrapped.", "summit", "cancelled", "scrapped"),
        ("They scrapped plans for a summit on 3 June.", "summit", "cancelled", "scrapped"),
        ("The vote that was due will be cancelled.", "vote", "cancelled", "cancelled"),
        ("Talks between Peru and Chile were axed.", "Talks", "cancelled", "axed"),
        ("The cancelled talks were due in June.", "cancelled talks", "cancelled", "cancelled"),
        ("Peru was forced to cancel the visit.", "visit", "cancelled", "cancel"),
        (
            "The meeting on 3 June will not take place.",
            "meeting",
            "cancelled",
            "will not take place",
        ),
        ("The vote won’t be held.", "vote", "cancelled", "won’t be held"),
        ("Peru postponed the vote.", "Peru postponed the vote", "postponed", "postponed"),
        ("Peru has put off the vote.", "vote", "postponed", "put off"),
        ("The second round of talks was delayed.", "talks", "postponed", "delayed"),
        ("Judges deferred the opening of the trial.", "trial", "postponed", "deferred"),
        ("The summit on 3 June was postponed.", "summit on 3 June", "postponed", "postponed"),
    ],
)
def test_what_is_off_is_known_by_its_word(sentence, event, level, expected) -> None:
    assert read(sentence, event) == Status(level, expected)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # The words are said of something else.
        ("Lenders cancelled the debt before the summit on 3 June.", "summit on 3 June"),
        ("Lenders cancelled the debt at the summit on 3 June.", "summit on 3 June"),
        (
            "Norway cancelled the debt of Mali and will meet its creditors.",
            "Norway cancelled the debt of Mali and will meet its creditors",
        ),
        ("Peru cancelled a trip to the summit.", "summit"),
        ("The summit comes after talks that were cancelled.", "summit"),
        ("The vote is on 3 June and the debate was delayed.", "vote"),
        ("Trains were cancelled, but the summit on 3 June will open.", "summit"),
        # It is said that it is not off.
        ("Peru will not postpone the vote.", "vote"),
        ("Peru refused to cancel the talks.", "talks"),
        ("The talks have not been called off.", "talks"),
        # What was postponed has its new day beside it.
        ("The postponed summit will be held on 10 June.", "postponed summit"),
    ],
)
def test_what_is_not_said_to_be_off_is_firm(sentence, event) -> None:
    assert read(sentence, event) == Status("firm")


@pytest.mark.parametrize(
    ("sentence", "event", "expected"),
    [
        ("The talks could be cancelled.", "talks", "could"),
        ("Peru threatened to cancel the talks.", "talks", "threatened"),
        ("The minister denied that the vote had been postponed.", "vote", "denied"),
        ("If the talks are called off, prices will rise.", "talks", "If"),
        ("Chile urged Peru to put off the vote.", "vote", "urged"),
    ],
)
def test_what_may_be_off_is_tentative(sentence, event, expected) -> None:
    assert read(sentence, event) == Status("tentative", expected)


@pytest.mark.parametrize(
    ("date_text", "level"), [("3 June", "postponed"), ("10 June", "firm"), (None, "postponed")]
)
def test_the_new_day_of_what_was_postponed_is_firm(date_text, level) -> None:
    sentence = "The summit on 3 June was postponed to 10 June."
    assert read(sentence, "summit", date_text=date_text).status == level


def test_calling_off_in_the_past_is_itself_firm() -> None:
    sentence = "Chile cancelled the talks on Tuesday."
    assert read(sentence, "Chile cancelled the talks", "past") == Status("firm")
    assert read("The talks on Tuesday were cancelled.", "talks", "past").status == "cancelled"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoys may have met on 3 June.", "may"),
        ("The envoys met on 3 June as planned.", None),
        ("As expected the envoys met on 3 June.", None),
    ],
)
def test_of_the_past_only_doubt_counts(sentence, expected) -> None:
    assert read(sentence, "met", "past").words == expected
