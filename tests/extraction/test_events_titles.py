"""Titles of events: who does what, or no event."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

WEDNESDAY = "2024-06-05"

TITLES = [
    (
        "On Friday, the Spanish king visited a school in Lima, where he was cheered.",
        ["Spanish king visited a school in Lima"],
    ),
    ("The convoy was delayed on Monday.", ["Convoy was delayed"]),
    ("The talks planned for Sunday have been cancelled.", ["Talks have been cancelled"]),
    ("The visit was postponed until June.", ["Visit was postponed"]),
    ("The lander was set to land on Saturday.", ["Lander was set to land"]),
    (
        "A judge barred the broker from working until April 2025.",
        ["Judge barred the broker from working"],
    ),
    ("The offensive that Sudan launched in May failed.", ["Offensive that Sudan launched"]),
    ("A ship named Vasa sank in May 1628.", ["Ship sank"]),
    ("The maker released the Rover 5 in May.", ["Maker released the Rover 5"]),
    ("This year's climate conference drew thousands.", ["Climate conference"]),
    (
        "Minister Ana Silva left Lima on Monday. She will return on Friday.",
        ["Minister Ana Silva left Lima", "[Ana Silva] will return"],
    ),
    (
        "In that spirit, H.E. the President will send an envoy to Lima on Friday.",
        ["H.E. the President will send an envoy to Lima"],
    ),
    (
        "HRH the Prince of Norway opened a fair on Monday.",
        ["HRH the Prince of Norway opened a fair"],
    ),
    # what would turn the title round, or leave it open, is never left out
    ("Finland almost left the alliance in 2013.", ["Finland almost left the alliance"]),
    ("Norway hardly reduced its forces in 2015.", ["Norway hardly reduced its forces"]),
    (
        "The policy on Peru has barely budged in the last year.",
        ["Policy on Peru has barely budged"],
    ),
    ("Fiji nearly signed the pact on 6 May 2024.", ["Fiji nearly signed the pact"]),
    ("The cabinet scarcely survived a vote in May.", ["Cabinet scarcely survived a vote"]),
    ("Fiji allegedly attacked Tonga in May.", ["Fiji allegedly attacked Tonga"]),
    ("Fiji reportedly attacked Tonga in May.", ["Fiji reportedly attacked Tonga"]),
    ("The alleged attack on the port on 3 May killed nine.", ["Alleged attack on the port"]),
    ("The suspected theft on 3 May shook Suva.", ["Suspected theft shook Suva"]),
    ("Fiji may attack Tonga in August.", ["Fiji may attack Tonga"]),
    ("Fiji might attack Tonga in August.", ["Fiji might attack Tonga"]),
    ("Fiji could attack Tonga in August.", ["Fiji could attack Tonga"]),
    ("Fiji will probably sign the pact in August.", ["Fiji will probably sign the pact"]),
    ("Fiji no longer patrols the strait since May.", ["Fiji no longer patrols the strait"]),
    ("Fiji only partly withdrew its troops in May.", ["Fiji only partly withdrew its troops"]),
    ("Fiji rarely attacked Tonga in 2015.", ["Fiji rarely attacked Tonga"]),
    ("Neither side signed the pact in May.", ["Neither side signed the pact"]),
    (
        "No talks were held between Fiji and Tonga in May.",
        ["No talks were held between Fiji and Tonga"],
    ),
    ("Hardly any state signed the pact in May.", ["Hardly any state signed the pact"]),
    ("A failed coup in Fiji in May shook the region.", ["Failed coup in Fiji"]),
    (
        "Fiji would almost certainly have left the alliance in 2013.",
        ["Fiji would almost certainly have left the alliance"],
    ),
    (
        "The longtime chairman and founder of the country's second largest maker of heavy "
        "mining equipment on Monday almost gave his annual opening speech to investors in Lima.",
        ["Longtime chairman and founder almost gave his annual opening speech"],
    ),
    # nobody can say who, or what
    ("Peru awaits a new poll by the University of Lima.", []),
    ("It arrived on Tuesday.", []),
    ("Its launch in 2019 was delayed.", []),
    ("Prices will fall in July, the bank announced on Tuesday.", ["Prices will fall"]),
    # a year that only tells which of several, the end of a stretch of time
    ("The 2008 model failed.", []),
    ("Sales will have doubled by the end of June.", ["Sales will have doubled"]),
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_events_titles(read_text: ReadText, text: str, titles: list[str]) -> None:
    """The titles are there; where none are given, nothing has a date."""
    events = read_text(text, published=WEDNESDAY)._.events
    assert set(titles) <= {event.title for event in events}
    assert titles or not [event for event in events if event.date is not None]


def test_events_titles_keep_the_object_of_a_long_clause(read_text: ReadText) -> None:
    text = (
        "The longtime chairman and founder of the country's second largest maker of heavy mining "
        "equipment on Monday gave his annual opening speech to investors in Lima."
    )
    (event,) = read_text(text, published=WEDNESDAY)._.events
    assert "gave his annual opening speech" in event.title
    assert len(event.title.split()) <= 14


TENSES = [
    ("The lander was set to land on Saturday.", "2024-06-08", "upcoming"),
    ("The leaders were due to meet in Oslo on Sunday.", "2024-06-09", "upcoming"),
    ("The summit had been expected to open on Monday.", "2024-06-03", "past"),
    ("The visit was postponed until June.", "2024-06", "upcoming"),
    ("The lander was set to land on 3 May 2024.", "2024-05-03", "past"),
]


@pytest.mark.parametrize(("text", "date", "tense"), TENSES)
def test_events_planned_lie_where_their_date_is(
    read_text: ReadText, text: str, date: str, tense: str
) -> None:
    (event,) = read_text(text, published=WEDNESDAY)._.events
    assert (event.date, event.tense) == (date, tense)
