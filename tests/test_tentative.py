"""Whether a sentence's own words leave an event open."""

from __future__ import annotations

import pytest

from briefing.tentative import bare_title, tentative_word


def word(sentence: str, event: str, tense: str = "upcoming") -> str | None:
    start = sentence.index(event)
    return tentative_word(sentence, start, start + len(event), tense)


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
        ("The summit on 3 June was postponed.", "summit on 3 June", "postponed"),
        ("Chile cancelled the talks due on 3 June.", "talks", "cancelled"),
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
    assert word(sentence, event) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoys may have met on 3 June.", "may"),
        ("The envoys met on 3 June as planned.", None),
        ("As expected the envoys met on 3 June.", None),
    ],
)
def test_of_the_past_only_doubt_counts(sentence, expected) -> None:
    assert word(sentence, "met", "past") == expected


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Upcoming  vote in Peru", "Vote in Peru"),
        ("Vote in Peru", "Vote in Peru"),
        ("Upcoming", "Upcoming"),
        ("forthcoming G20 summit", "G20 summit"),
        ("", ""),
    ],
)
def test_bare_title_leaves_out_what_next_says(title, bare) -> None:
    assert bare_title(title) == bare
