"""Dates of publication as files give them: read where they have one reading, else left open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.article import Article
from briefing.reading import read_paths, read_text
from briefing.reading.dates import day_first_of, given_date

TEXT = "The harbour was opened again. Ships waited outside the bay for three days."


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-07-09", "2024-07-09"),
        ("2024-07-09T23:30:00-05:00", "2024-07-09"),
        ("Tue, 9 Jul 2024 10:00 GMT", "2024-07-09"),
        ("Tue, 09 Jul 24 10:00:00 GMT", "2024-07-09"),
        ("the 9th of July, 2024", "2024-07-09"),
        ("JULY 9 2024", "2024-07-09"),
        ("2016 Oct 1", "2016-10-01"),
        ("2024/07/09", "2024-07-09"),
        ("2024.07.09", "2024-07-09"),
        ("20240709", "2024-07-09"),
        (20240709, "2024-07-09"),
        ("20240709T101500Z", "2024-07-09"),
        ("D:20240709101500+02'00'", "2024-07-09"),
        ("2024-7-9", "2024-07-09"),
        ("9-Jul-2024", "2024-07-09"),
        ("23/07/2024", "2024-07-23"),
        ("07/23/2024", "2024-07-23"),
        ("9.7.2024", "2024-07-09"),
        (1720519200, "2024-07-09"),
        ("1720519200", "2024-07-09"),
        (1720519200000, "2024-07-09"),
        (["2024-07-09"], "2024-07-09"),
        ({"$date": "2024-07-09T10:00:00Z"}, "2024-07-09"),
        ({"$date": {"$numberLong": "1720519200000"}}, "2024-07-09"),
        ("9 juillet 2024", "2024-07-09"),
        ("9. Juli 2024", "2024-07-09"),
        ("2024년 7월 9일", "2024-07-09"),
        ("2024年7月9日", "2024-07-09"),
        ("10 July 2024 (first published 9 July 2024)", "2024-07-09"),
        ("Tuesday 09/07/2024", "2024-07-09"),
        ("Tue Jul 09 10:00:00 +0000 2024", "2024-07-09"),
        ("Tue Jul 9 10:00:00 UTC 2024", "2024-07-09"),
        ("Jul 9 10:00 2024", "2024-07-09"),
        ("9/Jul/2024", "2024-07-09"),
        ("09/Jul/2024:10:15:00 +0000", "2024-07-09"),
        ("2024-Jul-09", "2024-07-09"),
        ("9.Jul.2024", "2024-07-09"),
        ("13/07/24", "2024-07-13"),
        ("07/13/24 10:15", "2024-07-13"),
        ("13.07.98", "1998-07-13"),
        ("9.7.24", "2024-07-09"),
        (1720519200000000, "2024-07-09"),
        ("1720519200000000", "2024-07-09"),
        ("202407091015", "2024-07-09"),
        ("2024-07-09T10:00:00Z/2024-07-09T12:00:00Z", "2024-07-09"),
    ],
)
def test_what_has_one_reading_is_read(value: object, day: str) -> None:
    assert given_date(value) == (day, "")


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", " ", "null", "None", "NaN", "N/A", "unknown", "0000-00-00", "1970-01-01"),
        *(0, float("nan"), [], {}),
    ],
)
def test_nothing_given_is_no_fault(value: object) -> None:
    day, note = given_date(value)
    assert day is None
    assert note == "" or value == {}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("09/07/2024", "two ways"),
        ("09/07/24", "two ways"),
        ("2024-07-09/2024-07-10", "several days"),
        ("Mon Jul 09 10:00:00 +0000 2024", "weekday"),
        ("31/Jun/2024", "does not exist"),
        ("13-07-24", "not read"),
        ("2024-02-30", "does not exist"),
        ("31/06/2024", "does not exist"),
        ("20240230", "does not exist"),
        ("0024-07-09", "not between 1900"),
        ("2099-01-01", "not between 1900"),
        (-86400 * 36500 * 2, "not between 1900"),
        ("Monday 9 July 2024", "weekday"),
        ("July 9, 2024 or July 10, 2024", "several days"),
        ("July 2024", "does not name a day"),
        ("2024", "does not name a day"),
        ("soon", "not read"),
        (["2024-07-09", "2024-07-10"], "not read"),
        (True, "not read"),
        (10**40, "not read"),
        ("9" * 5000, "not read"),
    ],
)
def test_what_cannot_be_known_is_left_open_with_its_reason(value: object, reason: str) -> None:
    day, note = given_date(value)
    assert day is None
    assert reason in note
    assert note.endswith(".")
    assert len(note) < 120


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"APIA, July 9 (Wire) - {TEXT}", "2024-07-09"),
        (f"Harbour opens\n\nPublished: 7 September 2024\n\n{TEXT}", "2024-09-07"),
        (TEXT, None),
    ],
)
def test_article_settles_digits_with_two_readings(text: str, day: str | None) -> None:
    assert given_date("09/07/2024", text=text).day == day


def test_other_rows_settle_digits_with_two_readings() -> None:
    assert day_first_of(["09/07/2024", "23/07/2024"]) is True
    assert day_first_of(["09/07/2024", "07/23/2024"]) is False
    assert day_first_of(["09/07/24", "23/07/24"]) is True
    assert day_first_of(["09/07/2024", "23/07/2024", "07/23/2024"]) is None
    assert given_date("09/07/2024", day_first=True).day == "2024-07-09"


def test_date_that_cannot_be_read_costs_the_date_only(tmp_path: Path) -> None:
    path = tmp_path / "clips.jsonl"
    values = ["09/07/2024", "soon", 5, {"a": 1, "b": 2}, ["x"]]
    path.write_text("\n".join(json.dumps({"text": TEXT, "published": one}) for one in values))
    articles = [one for one in read_paths([path]) if isinstance(one, Article)]
    assert len(articles) == len(values)
    for article in articles:
        assert (article.published, article.published_basis) == (None, "unknown")
        assert any(note.startswith("The date given was left out") for note in article.notes)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("9 July 2074", "not between 1900"),
        ("By Ana Reyes, 9 July 2074", "not between 1900"),
        ("APIA, July 9, 2074 (Wire) - It rained.", "not between 1900"),
        ("9 July 1899", "not between 1900"),
        ("May 3, 1899", "not between 1900"),
        ("31 June 2024", "does not exist"),
        ("Published: 31 June 2024", "does not exist"),
        ("2024-02-30", "does not exist"),
        ("09/07/2024", "two ways"),
        ("Monday, 9 July 2024", "weekday"),
        ("Updated Monday, 9 July 2024", "weekday"),
    ],
)
def test_a_date_in_the_text_that_cannot_be_is_told(line: str, reason: str) -> None:
    article = read_text(f"Harbour opens again\n\n{line}\n\n{TEXT}")
    assert (article.published, article.published_basis) == (None, "unknown")
    (note,) = [note for note in article.notes if note.startswith("The date in the text")]
    assert reason in note
    given = read_text(f"Harbour opens again\n\n{line}\n\n{TEXT}", published="2024-07-10")
    assert given.published == "2024-07-10"
    assert not any(note.startswith("The date") for note in given.notes)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, 9 July 2024", "2024-07-09"),
        ("The Sun, 9 July 2024", "2024-07-09"),
        ("9 July 2074\n\nPublished: 9 July 2024", "2024-07-09"),
        ("The war of 9 July 1899 was short, and it was forgotten soon.", None),
        ("July 2024", None),
        ("It will end on 9 July 2074, the ministry said in a letter.", None),
    ],
)
def test_other_dates_in_the_text_are_read_without_a_word(line: str, day: str | None) -> None:
    article = read_text(f"Harbour opens again\n\n{line}\n\n{TEXT}")
    assert article.published == day
    assert article.notes == ()
