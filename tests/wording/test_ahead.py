"""How near a thing is today, and from which day a list of what comes up looks."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.wording.ahead import Outlook, ahead_on, nearness, outlook

WEDNESDAY = date(2031, 6, 11)


def row(article="a", published="2031-03-12", written=None, earliest="2031-06-20"):
    first, last = written or (published, published)
    return {
        "article_id": article,
        "published": published,
        "written_earliest": first,
        "written_latest": last,
        "earliest": earliest,
        "latest": earliest,
    }


@pytest.mark.parametrize(
    ("first", "last", "near"),
    [
        ("2031-06-11", "2031-06-11", "today"),
        ("2031-06-10", "2031-06-12", "today"),  # it lasts
        ("2031-06-11", "2031-06-30", "today"),  # it begins
        ("2031-06-12", "2031-06-12", "week"),
        ("2031-06-15", "2031-06-15", "week"),  # Sunday
        ("2031-06-16", "2031-06-16", "month"),  # Monday
        ("2031-06-01", "2031-06-30", "month"),  # some day of June
        ("2031-06-30", "2031-06-30", "month"),
        ("2031-07-01", "2031-07-01", "later"),
        ("2031-01-01", "2031-12-31", "later"),  # by the end of the year
        (None, "2031-06-13", "week"),  # by Friday
        (None, "2031-06-10", "past"),
        ("2031-06-10", "2031-06-10", "past"),
        ("2031-06-10", None, "past"),  # it has begun
        ("2031-06-12", None, "week"),
        (None, None, "undated"),
    ],
)
def test_nearness_is_told_by_the_calendar_of_today(first, last, near) -> None:
    days = (date.fromisoformat(day) if day else None for day in (first, last))
    assert nearness(*days, WEDNESDAY) == near


def test_the_week_of_a_months_end_goes_on_into_the_next() -> None:
    assert nearness(date(2031, 7, 4), date(2031, 7, 4), date(2031, 6, 30)) == "week"


UNKNOWN = row("c", None, (None, None))
BEFORE = row("b", None, (None, "2031-05-03"))


@pytest.mark.parametrize(
    ("rows", "articles", "heading", "each"),
    [
        ([row(), row()], 1, "Upcoming when this was written (12 March 2031)", False),
        ([BEFORE], 1, "Upcoming when this was written (before 4 May 2031, inferred)", False),
        ([UNKNOWN], 1, "Upcoming when this was written (day not known)", False),
        (
            [row()],
            3,
            "Upcoming when the only article that looks ahead was written (12 March 2031)",
            False,
        ),
        ([row(), row("b")], 2, "Upcoming when these articles were written (12 March 2031)", False),
        (
            [row(), BEFORE],
            2,
            "Upcoming when each article was written; each row gives the day",
            True,
        ),
        ([], 4, "", False),
    ],
)
def test_a_list_says_from_which_day_it_looks(rows, articles, heading, each) -> None:
    found = outlook(rows, articles=articles, today=WEDNESDAY)
    assert (found.heading, found.each) == (heading, each)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (row(), "upcoming as of 12 March 2031"),
        (BEFORE, "upcoming when written, before 4 May 2031, inferred"),
        (UNKNOWN, "upcoming when written, day not known"),
    ],
)
def test_a_row_names_its_own_day_where_the_heading_cannot(one, words) -> None:
    assert ahead_on(one) == words
    assert Outlook(each=True).row(one) == words
    assert Outlook(each=False).row(one) == ""


def test_from_which_day_now_counts_is_said_where_something_has_a_date() -> None:
    page = outlook([row()], articles=1, today=WEDNESDAY).counted
    paper = outlook([row()], articles=1, today=WEDNESDAY, made=True).counted
    assert page.endswith("“now past” are counted from today, 11 June 2031.")
    assert paper.endswith("“now past” are counted from 11 June 2031, the day this was made.")
    assert outlook([row(earliest=None)], articles=1, today=WEDNESDAY).counted == ""
