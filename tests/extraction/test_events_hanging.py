"""Which date an event has: not one of another clause, and that of what it happens at."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

PUBLISHED = "2026-03-10"

DATED = [
    # Another clause.
    (
        "Customs officers of Chile seized two trucks at a depot that was built in 2019.",
        "seized",
        (None, None, "past"),
    ),
    (
        "Peru and Chile signed an accord on the road, closed by the army in 1998.",
        "signed",
        (None, None, "past"),
    ),
    # What can be held, and not the body that holds it.
    (
        "Delegates praised the tenth meeting of the River Commission, which took place in Vienna "
        "in February 2026.",
        "meeting",
        ("2026-02-01", "2026-02-28", "past"),
    ),
    # What is offered lies ahead.
    (
        "The chancellor invited Silva to a meeting in Berlin in the second half of April.",
        "meeting",
        ("2026-04-16", "2026-04-30", "upcoming"),
    ),
    ("Oman offered talks in February.", "talks", ("2027-02-01", "2027-02-28", "upcoming")),
    # Plans.
    (
        "The fourth round of the negotiations is planned for April.",
        "round",
        ("2026-04-01", "2026-04-30", "upcoming"),
    ),
    (
        "Ottawa welcomed the decision of the council to hold a referendum on 7 June.",
        "referendum",
        ("2026-06-07", "2026-06-07", "upcoming"),
    ),
    # What it happens at.
    (
        "Four agreements were signed in the presence of the two kings during the visit on 2 March.",
        "signed",
        ("2026-03-02", "2026-03-02", "past"),
    ),
    # Not before.
    ("A verdict on Peru is not expected before 2028.", "verdict", ("2028-01-01", None, "upcoming")),
    ("The vote will take place no earlier than June.", "vote", ("2026-06-01", None, "upcoming")),
    (
        "The plant in Oman will open in 2030 at the earliest.",
        "open",
        ("2030-01-01", None, "upcoming"),
    ),
    # At the same time, counted, before and after.
    (
        "The minister of Peru was booed on Monday as lawmakers debated the treaty with Chile.",
        "debated",
        ("2026-03-09", "2026-03-09", "past"),
    ),
    (
        "Peru appealed on Monday, two weeks after Ecuador imposed duties on its fruit.",
        "imposed",
        ("2026-02-23", "2026-02-23", "past"),
    ),
    (
        "The presidents of Peru and Chile met on 2 March in Lima. Experts will convene in Quito "
        "ten days after the meeting.",
        "convene",
        ("2026-03-12", "2026-03-12", "upcoming"),
    ),
    (
        "The airline suspended its flights after the coup of 3 February.",
        "suspended",
        ("2026-02-03", "2026-03-10", "past"),
    ),
    (
        "The ceasefire could break down before it expires on 30 April.",
        "expires",
        ("2026-04-30", "2026-04-30", "upcoming"),
    ),
]

NO_EVENT = [
    ("The second reading of the pensions bill of Peru is set for 24 March.", "set"),
    ("The King will visit Madrid on 4 May, the first such trip since 2011.", "trip"),
    ("Peru praised the meeting of the Commission, which took place in May.", "took"),
    ("The general of Togo was willing to release the hostages in exchange for fuel.", "release"),
    ("Silva intends to take advantage of his visit to Oslo to present the treaty.", "visit"),
]


@pytest.mark.parametrize(("text", "head", "expected"), DATED, ids=lambda one: str(one)[:30])
def test_event_has_the_date_that_is_its_own(
    read_text: ReadText, text: str, head: str, expected: tuple[str | None, str | None, str]
) -> None:
    doc = read_text(text, published=PUBLISHED)
    found = {doc[event.head].text: event for event in doc._.events}
    event = found[head]
    assert (event.earliest, event.latest, event.tense) == expected


@pytest.mark.parametrize(("text", "head"), NO_EVENT)
def test_what_says_no_more_than_another_event_is_none(
    read_text: ReadText, text: str, head: str
) -> None:
    doc = read_text(text, published=PUBLISHED)
    assert head not in {doc[event.head].text for event in doc._.events}


def test_what_was_offered_for_a_day_that_is_over_is_not_expected(read_text: ReadText) -> None:
    doc = read_text("Egypt proposed a summit on 3 February 2025.", published=PUBLISHED)
    told = {(event.tense, event.standing.standing) for event in doc._.events}
    assert ("past", "expected") not in told
