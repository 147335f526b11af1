"""What is next, in words; and the periods at one click."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from briefing.library.ahead import Since, ahead
from components.coming_up import card_html, finding, since_words
from components.event_certainty import other_date, perhaps_word
from components.presets import preset_of, presets

TODAY = date(2031, 6, 1)
ARTICLE = Since(date(2031, 5, 3), "article")
BOUNDS = ("2031-01-01", "2031-05-03")


def event(title, earliest=None, latest=None, *, written=BOUNDS, **more):
    return {
        "event_id": f"a.e.{title}",
        "title": title,
        "date": earliest,
        "earliest": earliest,
        "latest": latest or earliest,
        "precision": "interval" if latest else "day" if earliest else "unknown",
        "tense": "upcoming",
        "standing": "expected",
        "status": "planned",
        "place_country": None,
        "sentence_text": None,
        "title_article": "A title",
        "written_earliest": written[0],
        "written_latest": written[1],
        **more,
    }


SUMMIT = event("Upcoming summit in Vienna", "2031-05-04", "2031-05-06")
OFF = event("Talks", "2031-05-04", status="cancelled", status_words="called off")
DENIED = event("Army will attack", "2031-05-04", standing="denied", denied_by="country:CHL")
CLAIMED = event("Army will attack", "2031-05-04", attributed_to="The rebels")
APRIL = event("Anniversary", "2031-04-04")
VISIT = event("Visit")
TREATY = event("Treaty", "1951-04-04", tense="past")


def said(*rows, since=ARTICLE):
    events = pd.DataFrame(rows) if rows else pd.DataFrame([TREATY]).iloc[:0]
    return finding(ahead(events, since, TODAY), events, since)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((TREATY, APRIL, SUMMIT, VISIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((TREATY, APRIL), "Named as ahead: Anniversary, 4 April 2031"),
        ((APRIL, VISIT), "Ahead, without a date: Visit"),
        ((OFF, SUMMIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((OFF,), "Cancelled: Talks"),
        ((DENIED, SUMMIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((DENIED,), "Nothing ahead: 1 event in time or contested"),
        ((CLAIMED,), "Next: Army will attack, 4 May 2031 (according to the rebels)"),
        ((VISIT,), "1 event ahead, without a date"),
        ((TREATY,), "Nothing ahead: 1 event of the past or going on"),
        ((), "No event"),
    ],
)
def test_finding_says_what_is_surely_next(rows, words) -> None:
    assert said(*rows) == words


def test_finding_of_old_articles_says_after_which_day() -> None:
    newest = Since(date(2031, 5, 3), "newest")
    assert said(SUMMIT, since=newest) == "Next after 3 May 2031: Summit in Vienna, 4–6 May 2031"


def test_finding_when_all_that_was_ahead_is_over() -> None:
    later = Since(date(2032, 1, 1), "today")
    assert said(SUMMIT, since=later) == "Nothing ahead any more: 1 event in time"


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (ARTICLE, "Counted from the article's date, 3 May 2031."),
        (
            replace(ARTICLE, exact=False),
            "Counted from 3 May 2031, as far as the article's own date is known.",
        ),
        (
            replace(ARTICLE, among=2),
            "Counted from 3 May 2031, the date of the only article that looks ahead.",
        ),
        (
            replace(ARTICLE, among=2, exact=False),
            "Counted from 3 May 2031, as far as the date of the only one looking ahead is known.",
        ),
        (
            Since(None, "article", among=2),
            "The only article that looks ahead does not say when it was written, so what is "
            "ahead is by its words.",
        ),
        (Since(TODAY, "today"), "Counted from today, 1 June 2031."),
        (
            Since(TODAY, "newest", exact=False, among=2),
            "Counted from 1 June 2031, the last day the newest may be of: nothing named lies "
            "after today.",
        ),
    ],
)
def test_the_day_that_is_counted_from_is_told(since, words) -> None:
    assert since_words(since) == words


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (APRIL, "Same year, perhaps past"),
        (event("Anniversary", "2030-04-04"), "Perhaps past"),
        (event("Anniversary", "2031-04-04", written=("2031-01-01", None)), "Perhaps past"),
    ],
)
def test_what_may_be_past_is_told_of_its_year(row, word) -> None:
    assert perhaps_word(row) == word


def test_another_articles_date_names_the_article() -> None:
    assert other_date(SUMMIT) == "4–6 May 2031 in “A title”"
    assert other_date({**SUMMIT, "title_article": None}) == "4–6 May 2031 in an untitled article"


def test_card_is_escaped() -> None:
    assert "<script>" not in card_html({**SUMMIT, "title": "<script>"})


def test_presets_lie_around_the_day_and_are_found_again() -> None:
    offered = presets(date(2031, 5, 3))
    assert offered["30 days around"] == (date(2031, 4, 3), date(2031, 6, 2))
    assert offered["All of 2031"] == (date(2031, 1, 1), date(2031, 12, 31))
    assert offered["From then on"] == (date(2031, 5, 3), None)
    for name, period in offered.items():
        assert preset_of(period, offered) == name
    assert preset_of((date(2000, 1, 1), None), offered) is None


@pytest.mark.parametrize("since", [date.min, date.max])
def test_presets_stay_within_what_the_filter_takes(since) -> None:
    assert len(presets(since)) == 5
