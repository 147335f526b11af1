"""What is ahead, and how surely."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from briefing.library.ahead import Since, ahead, counted_from, within

TODAY = date(2031, 6, 1)
ARTICLE = Since(date(2031, 4, 2), "article")


def event(
    title,
    earliest,
    latest=None,
    written=("2031-04-02", "2031-04-02"),
    tense="upcoming",
    article="0",
):
    return {
        "article_id": article,
        "title": title,
        "earliest": earliest,
        "latest": latest or earliest,
        "tense": tense,
        "standing": "asserted",
        "status": "firm",
        "written_earliest": written[0],
        "written_latest": written[1],
    }


def surety(row, since=ARTICLE):
    return ahead(pd.DataFrame([row]), since, TODAY)["surety"].tolist()


def articles(*days):
    return pd.DataFrame(
        [
            {
                "article_id": str(number),
                "published": published,
                "published_earliest": earliest,
                "published_latest": latest,
            }
            for number, (published, earliest, latest) in enumerate(days)
        ]
    )


@pytest.mark.parametrize(
    ("span", "written", "expected"),
    [
        # The day of writing is known.
        (("2031-04-02", None), ("2031-04-02", "2031-04-02"), "sure"),
        (("2031-05-04", "2031-05-06"), ("2031-04-02", "2031-04-02"), "sure"),
        (("2031-01-01", "2031-12-31"), ("2031-04-02", "2031-04-02"), "sure"),
        (("2031-04-01", None), ("2031-04-02", "2031-04-02"), "perhaps"),
        # It is bounded on both sides.
        (("2031-05-04", None), ("2031-01-01", "2031-05-03"), "sure"),
        (("2031-04-04", None), ("2031-01-01", "2031-05-03"), "perhaps"),
        (("2031-05-01", "2031-05-31"), ("2031-01-01", "2031-05-03"), "perhaps"),
        # Only on one side, or not at all: it was written by today.
        (("2031-05-04", None), ("2031-01-01", None), "perhaps"),
        (("2031-05-04", None), (None, "2031-05-03"), "sure"),
        (("2031-05-04", None), (None, None), "perhaps"),
        (("2031-06-04", None), ("2031-06-10", None), "perhaps"),
        (("2031-06-02", None), (None, None), "sure"),
        ((None, None), ("2031-04-02", "2031-04-02"), "undated"),
    ],
)
def test_surety_follows_the_last_day_of_writing(span, written, expected) -> None:
    assert surety(event("Talks", *span, written=written)) == [expected]


def test_what_is_sure_stands_before_what_has_no_date_and_what_may_be_past() -> None:
    bounds = ("2031-01-01", "2031-05-03")
    frame = pd.DataFrame(
        [
            event("Visit", None, written=bounds),
            event("Anniversary", "2031-04-04", written=bounds),
            event("Summit", "2031-05-04", "2031-05-06", written=bounds),
            event("Vote", "2030-01-01", written=bounds, tense="past"),
        ]
    )
    found = ahead(frame, Since(date(2031, 5, 3), "article"), TODAY)
    assert found["title"].tolist() == ["Summit", "Visit", "Anniversary"]


def test_a_remote_forecast_stands_behind_what_fresh_articles_name_without_a_date() -> None:
    old = ("2030-01-01", "2030-01-01")
    frame = pd.DataFrame(
        [
            event("Forecast", "2050-01-01"),
            event("Old plan", None, written=old, article="1"),
            event("Visit", None),
            event("Vote", "2031-06-20"),
            event("Unknown plan", None, written=(None, None), article="2"),
        ]
    )
    since = Since(TODAY, "today", among=3)
    found = ahead(frame, since, TODAY)["title"].tolist()
    assert found == ["Vote", "Visit", "Forecast", "Old plan", "Unknown plan"]


def test_what_has_begun_is_placed_by_its_end() -> None:
    frame = pd.DataFrame(
        [event("Year of culture", "2031-01-01", "2031-12-31"), event("Summit", "2031-05-04")]
    )
    found = ahead(frame, ARTICLE, TODAY)
    assert found["title"].tolist() == ["Summit", "Year of culture"]


def test_of_what_may_be_past_that_before_the_article_stands_last() -> None:
    """An article of 2 April or later cannot be sure of May, but less so of March."""
    written = ("2031-04-02", None)
    frame = pd.DataFrame([event(day, f"2031-{day}", written=written) for day in ("03-01", "05-04")])
    found = ahead(frame, ARTICLE, TODAY)
    assert found["title"].tolist() == ["05-04", "03-01"]
    assert within(found, date(2031, 4, 2), 90)["title"].tolist() == ["05-04"]


def test_an_end_alone_places_an_event() -> None:
    row = {**event("Withdrawal", None), "latest": "2031-08-31"}
    found = ahead(pd.DataFrame([row]), ARTICLE, TODAY)
    assert found["from_day"].tolist() == [date(2031, 8, 31)]


def test_several_articles_are_counted_from_today_and_leave_out_what_is_over() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", "2031-07-01", article="1")])
    read = articles(("2031-04-02", None, None), ("2030-04-02", None, None))
    since = counted_from(frame, read, TODAY)
    assert since == Since(TODAY, "today", among=2)
    assert ahead(frame, since, TODAY)["title"].tolist() == ["Vote"]


def test_several_old_articles_are_counted_from_the_newest() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", "2031-03-01", article="1")])
    read = articles(("2031-04-02", None, None), (None, "2030-01-01", "2030-04-02"))
    since = counted_from(frame, read, TODAY)
    assert since == Since(date(2031, 4, 2), "newest", among=2)
    assert ahead(frame, since, TODAY)["title"].tolist() == ["Summit"]


def test_articles_that_tell_of_nothing_ahead_do_not_count() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", None, tense="past")])
    read = articles(("2031-04-02", None, None), ("2031-05-30", None, None))
    assert counted_from(frame, read, TODAY) == Since(date(2031, 4, 2), "article", among=2)


@pytest.mark.parametrize(
    ("article", "day", "exact"),
    [
        (("2031-04-02", "2031-04-02", "2031-04-02"), date(2031, 4, 2), True),
        ((None, "2031-01-01", "2031-05-03"), date(2031, 5, 3), False),
        ((None, None, "2031-05-03"), date(2031, 5, 3), False),
        ((None, "2031-01-01", None), date(2031, 1, 1), False),
        ((None, None, None), None, True),
    ],
)
def test_one_article_is_counted_from_its_own_day(article, day, exact) -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04")])
    assert counted_from(frame, articles(article), TODAY) == Since(day, "article", exact)


@pytest.mark.parametrize(
    ("days", "titles"),
    [(14, ["Vote"]), (90, ["Vote", "Summit"]), (10**7, ["Vote", "Summit"])],
)
def test_within_leaves_what_comes_in_time(days, titles) -> None:
    frame = pd.DataFrame(
        [
            event("Vote", "2031-04-16"),
            event("Summit", "2031-05-04"),
            event("Report", "2031-03-31"),
            event("Visit", None),
        ]
    )
    found = within(ahead(frame, ARTICLE, TODAY), date(2031, 4, 2), days)
    assert found["title"].tolist() == titles


def test_nothing_ahead() -> None:
    frame = pd.DataFrame([event("Vote", "2031-04-16", tense="past")])
    found = ahead(frame, ARTICLE, TODAY)
    assert found.empty
    assert within(found, TODAY, 14).empty


def test_no_article_was_written_after_today() -> None:
    loose = ("2029-01-01", "2040-12-31")
    row = event("Census", "2035-01-01", "2035-12-31", written=loose)
    since = counted_from(pd.DataFrame([row]), articles((None, *loose)), TODAY)
    assert since.day == TODAY
    assert surety(row, since) == ["sure"]
