"""The days of holidays that move."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.reference.holidays import days_of, national_day, spans_of

DAYS = [
    ("thanksgiving", 2024, "2024-11-28", "2024-11-28"),
    ("memorial day", 2027, "2027-05-31", "2027-05-31"),
    ("election day", 2028, "2028-11-07", "2028-11-07"),
    ("easter", 2025, "2025-04-20", "2025-04-20"),
    ("orthodox easter", 2024, "2024-05-05", "2024-05-05"),
    ("ash wednesday", 2026, "2026-02-18", "2026-02-18"),
    ("lunar new year", 2026, "2026-02-17", "2026-02-17"),
    ("diwali", 2025, "2025-10-20", "2025-10-20"),
    ("yom kippur", 2024, "2024-10-12", "2024-10-12"),
    # where countries keep different days, both bound it
    ("eid al-fitr", 2025, "2025-03-30", "2025-03-31"),
    ("passover", 2025, "2025-04-13", "2025-04-19"),
]


@pytest.mark.parametrize(("name", "year", "first", "last"), DAYS)
def test_holidays_have_their_days(name: str, year: int, first: str, last: str) -> None:
    assert days_of(name, year) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("name", "year"), [("diwali", 1998), ("diwali", 2028), ("easter", 1200)])
def test_holidays_without_a_sure_day_have_none(name: str, year: int) -> None:
    assert days_of(name, year) is None


@pytest.mark.parametrize(
    ("code", "name", "day"),
    [
        ("UKR", "independence day", (8, 24)),
        ("RUS", "victory day", (5, 9)),
        ("CHN", "labour day", (5, 1)),
        ("ISR", "independence day", None),  # moves
        ("XKX", "independence day", None),  # not listed
    ],
)
def test_holidays_of_a_country(code: str, name: str, day: tuple[int, int] | None) -> None:
    assert national_day(code, name) == day


def test_holidays_of_the_moon_may_come_twice_in_a_year() -> None:
    spans = spans_of("eid al-adha", 2006)
    assert [first.isoformat() for first, _ in spans or ()] == ["2006-01-10", "2006-12-31"]
    assert days_of("eid al-adha", 2006) is None
