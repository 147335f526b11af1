"""What is next, in words; and the periods at one click."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from briefing.library.ahead import ahead
from components.coming_up import card_html, finding
from components.event_certainty import other_date
from components.presets import preset_of, presets

TODAY = date(2031, 6, 1)
MAY = date(2031, 5, 3)
BOUNDS = ("2031-01-01", "2031-05-03")


def event(title, earliest=None, latest=None, *, written=BOUNDS, **more):
    return {
        "article_id": "a",
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


def said(*rows, today=MAY):
    events = pd.DataFrame(rows) if rows else pd.DataFrame([TREATY]).iloc[:0]
    return finding(ahead(events, today), events)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((TREATY, APRIL, SUMMIT, VISIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((TREATY, APRIL), "Upcoming then, now past: Anniversary, 4 April 2031"),
        ((OFF, SUMMIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((OFF,), "Cancelled: Talks"),
        ((OFF, VISIT), "Upcoming, undated: Visit"),
        ((DENIED, SUMMIT), "Next: Summit in Vienna, 4–6 May 2031"),
        ((DENIED,), "No upcoming events; 1 denied or disputed"),
        ((CLAIMED,), "Next: Army will attack, 4 May 2031 – according to the rebels"),
        ((VISIT,), "1 upcoming event, undated"),
        ((TREATY,), "No upcoming events; 1 in the past"),
        ((), "No events"),
    ],
)
def test_finding_says_what_is_next(rows, words) -> None:
    assert said(*rows) == words


def test_finding_never_calls_next_what_is_past_by_today() -> None:
    other = event("Vote", "2031-05-20", article_id="b")
    assert said(SUMMIT, VISIT, today=TODAY) == (
        "Upcoming then, now past: Summit in Vienna, 4–6 May 2031"
    )
    assert said(SUMMIT, other, today=TODAY) == (
        "All upcoming dates have passed, the last: Vote, 20 May 2031"
    )


def test_another_articles_date_names_the_article() -> None:
    assert other_date(SUMMIT) == "4–6 May 2031 in “A title”"
    assert other_date({**SUMMIT, "title_article": None}) == "4–6 May 2031 in an untitled article"


def test_card_of_what_is_now_past_stands_back() -> None:
    (now,) = ahead(pd.DataFrame([SUMMIT]), MAY).to_dict("records")
    (later,) = ahead(pd.DataFrame([SUMMIT]), TODAY).to_dict("records")
    assert "opacity:.68" not in card_html(now)
    assert card_html(later).startswith('<div style="opacity:.68">')


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
