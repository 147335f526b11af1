"""What is ahead, and how surely."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from briefing.library.ahead import ahead, day_around, within

TODAY = date(2031, 6, 1)


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


def surety(row):
    return ahead(pd.DataFrame([row]), TODAY)["surety"].tolist()


def order(*rows, today=TODAY):
    """Return the titles of what is ahead in order, with how near each is."""
    found = ahead(pd.DataFrame(rows), today)
    return list(zip(found["title"], found["nearness"], strict=True))


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


def test_what_is_near_comes_first_then_what_is_past_and_last_what_has_no_date() -> None:
    """1 June 2031 is a Sunday; the same article of 2 April names all of these."""
    rows = [
        event("Visit", None),
        event("Vote", "2031-05-20"),
        event("Report", "2031-04-16"),
        event("Forecast", "2050-01-01", "2050-12-31"),
        event("Talks", "2031-06-20"),
        event("Summit", "2031-05-31", "2031-06-02"),
        event("Strike", "2031-06-01"),
        event("Budget", "2031-07-01"),
        event("Census", "2031-01-01", "2031-12-31"),
        event("Old war", "2030-01-01", tense="past"),
    ]
    assert order(*rows) == [
        ("Strike", "today"),
        ("Summit", "today"),
        ("Talks", "month"),
        ("Budget", "later"),
        ("Census", "later"),
        ("Forecast", "later"),
        ("Report", "past"),
        ("Vote", "past"),
        ("Visit", "undated"),
    ]


def test_of_several_articles_the_latest_that_is_past_comes_first() -> None:
    old = ("2030-01-01", "2030-01-01")
    rows = [
        event("Old plan", None, written=old, article="1"),
        event("Old vote", "2030-02-01", written=old, article="1"),
        event("Visit", None),
        event("Vote", "2031-05-20"),
        event("Talks", "2031-06-20", written=old, article="1"),
    ]
    assert order(*rows) == [
        ("Talks", "month"),
        ("Vote", "past"),
        ("Old vote", "past"),
        ("Visit", "undated"),
        ("Old plan", "undated"),
    ]


def test_of_what_is_past_that_which_may_have_been_past_then_stands_behind() -> None:
    bounds = ("2031-01-01", "2031-05-03")
    rows = [
        event("Anniversary", "2031-04-04", written=bounds),
        event("Summit", "2031-05-04", "2031-05-06", written=bounds),
    ]
    found = ahead(pd.DataFrame(rows), TODAY)
    assert found[["title", "surety"]].values.tolist() == [
        ["Summit", "sure"],
        ["Anniversary", "perhaps"],
    ]


def test_what_has_begun_is_placed_by_its_end() -> None:
    frame = pd.DataFrame([event("Year of culture", "2031-01-01", "2031-12-31")])
    assert ahead(frame, TODAY)["from_day"].tolist() == [date(2031, 12, 31)]


def test_an_end_alone_places_an_event() -> None:
    row = {**event("Withdrawal", None), "latest": "2031-08-31"}
    found = ahead(pd.DataFrame([row]), TODAY)
    assert found["from_day"].tolist() == [date(2031, 8, 31)]
    assert found["nearness"].tolist() == ["later"]


def test_several_articles_lie_around_today_where_one_names_what_comes() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", "2031-07-01", article="1")])
    read = articles(("2031-04-02", None, None), ("2030-04-02", None, None))
    assert day_around(frame, read, TODAY) == TODAY


def test_several_old_articles_lie_around_the_newest() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", "2031-03-01", article="1")])
    read = articles(("2031-04-02", None, None), (None, "2030-01-01", "2030-04-02"))
    assert day_around(frame, read, TODAY) == date(2031, 4, 2)


def test_articles_that_tell_of_nothing_ahead_do_not_count() -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04"), event("Vote", None, tense="past")])
    read = articles(("2031-04-02", None, None), ("2031-05-30", None, None))
    assert day_around(frame, read, TODAY) == date(2031, 4, 2)


@pytest.mark.parametrize(
    ("article", "day"),
    [
        (("2031-04-02", "2031-04-02", "2031-04-02"), date(2031, 4, 2)),
        ((None, "2031-01-01", "2031-05-03"), date(2031, 5, 3)),
        ((None, None, "2031-05-03"), date(2031, 5, 3)),
        ((None, "2031-01-01", None), date(2031, 1, 1)),
        ((None, None, None), None),
    ],
)
def test_one_article_lies_around_its_own_day(article, day) -> None:
    frame = pd.DataFrame([event("Summit", "2031-05-04")])
    assert day_around(frame, articles(article), TODAY) == day


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
    found = within(ahead(frame, TODAY), date(2031, 4, 2), days)
    assert found["title"].tolist() == titles


def test_nothing_ahead() -> None:
    frame = pd.DataFrame([event("Vote", "2031-04-16", tense="past")])
    found = ahead(frame, TODAY)
    assert found.empty
    assert within(found, TODAY, 14).empty


def test_no_article_was_written_after_today() -> None:
    loose = ("2029-01-01", "2040-12-31")
    row = event("Census", "2035-01-01", "2035-12-31", written=loose)
    assert day_around(pd.DataFrame([row]), articles((None, *loose)), TODAY) == TODAY
    assert surety(row) == ["sure"]
