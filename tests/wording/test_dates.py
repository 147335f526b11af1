"""Dates in words, with no more precision than they have."""

from __future__ import annotations

import pytest

from briefing.wording.dates import between, day, published, when, when_of, yearless


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2024-07-09", "9 July 2024"), ("2024-07", "July 2024"), ("1949", "1949")],
)
def test_day(iso: str, said: str) -> None:
    assert day(iso) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("XXXX-04-05", "5 April, year not stated"),
        ("XXXX-04", "April, year not stated"),
        ("XXXX-02-29T15:00", "29 February, year not stated"),
    ],
)
def test_day_without_a_year(value: str, said: str) -> None:
    assert yearless(value) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2024-07-09", "2024-07-11", "9–11 July 2024"),
        ("2024-06-30", "2024-07-02", "30 June – 2 July 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1954-01-01", "2024-12-31", "1954–2024"),
        ("2022-02-24", None, "from 24 February 2022"),
        (None, "2024-07-08", "until 8 July 2024"),
        ("2024-07-09", "2024-07-09", "9 July 2024"),
        (None, float("nan"), "no date"),
    ],
)
def test_between(earliest: object, latest: object, said: str) -> None:
    assert between(earliest, latest) == said


@pytest.mark.parametrize(
    ("value", "precision", "earliest", "latest", "said"),
    [
        ("2023-05-03", "day", "2023-05-03", "2023-05-03", "3 May 2023"),
        ("2023-05", "month", "2023-05-01", "2023-05-31", "May 2023"),
        ("1998", "year", "1998-01-01", "1998-12-31", "1998"),
        ("199X", "decade", "1990-01-01", "1999-12-31", "the 1990s"),
        ("2024-07-09/2024-07-11", "interval", "2024-07-09", "2024-07-11", "9–11 July 2024"),
        ("1954/2024", "interval", "1954-01-01", "2024-07-08", "1954–2024"),
        ("2014/..", "interval", "2014-01-01", None, "from 2014"),
        (None, "unknown", None, None, "no date"),
        (None, "unknown", None, "2024-07-08", "until 8 July 2024"),
    ],
)
def test_when(value: object, precision: str, earliest: object, latest: object, said: str) -> None:
    assert when(value, precision, earliest, latest) == said


@pytest.mark.parametrize(
    ("value", "basis", "earliest", "latest", "said"),
    [
        ("2024-07-09", "stated", None, None, "9 July 2024, stated"),
        ("2024-07-09", "given", None, None, "9 July 2024, given"),
        (None, "unknown", None, None, "date unknown"),
        (None, "inferred", "2024-01-01", "2024-07-08", "published in 2024, before 9 July, "
         "inferred"),
        (None, "inferred", None, "2024-07-08", "published before 9 July 2024, inferred"),
        (None, "inferred", "2024-07-12", None, "published on or after 12 July 2024, inferred"),
        (None, "inferred", "2024-03-02", "2024-07-08", "published between 2 March 2024 and "
         "8 July 2024, inferred"),
    ],
)  # fmt: skip
def test_published(
    value: object, basis: object, earliest: object, latest: object, said: str
) -> None:
    assert published(value, basis, earliest, latest) == said


def test_what_has_a_last_day_alone_happens_by_it_and_what_goes_on_lasts_until_it() -> None:
    row = {"date": "../2024-07-08", "precision": "interval", "earliest": None}
    row |= {"latest": "2024-07-08", "tense": "upcoming"}
    assert when_of(row) == "by 8 July 2024"
    assert when_of(row | {"tense": "ongoing"}) == "until 8 July 2024"
    assert when_of(row | {"earliest": "2024-07-08"}) == "8 July 2024"
