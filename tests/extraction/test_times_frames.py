"""Dates that are one of several, ranges, and what is counted from a date beside it."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

Row = tuple[str, str, str, str | None, str | None, str | None]
"""Day of the article, sentence, words, TIMEX3 value, first and last day."""

NTH: list[Row] = [
    (
        "2026-03-11",
        "Chile will vote on the first Tuesday of October.",
        "the first Tuesday of October",
        "2026-10-06",
        "2026-10-06",
        "2026-10-06",
    ),
    (
        "2026-11-20",
        "Chile will vote on the last Friday of November.",
        "the last Friday of November",
        "2026-11-27",
        "2026-11-27",
        "2026-11-27",
    ),
    (
        "2026-11-29",
        "The treaty was signed on the third Monday of May 2019.",
        "the third Monday of May 2019",
        "2019-05-20",
        "2019-05-20",
        "2019-05-20",
    ),
    (
        "2025-09-23",
        "Ministers will meet on the last Sunday of next month.",
        "the last Sunday of next month",
        "2025-10-26",
        "2025-10-26",
        "2025-10-26",
    ),
    (
        "2025-09-23",
        "The port reopened in the second week of 2027.",
        "the second week of 2027",
        "2027-W02",
        "2027-01-11",
        "2027-01-17",
    ),
    (
        "2025-09-23",
        "The port will reopen in the first week of June.",
        "the first week of June",
        None,
        "2026-06-01",
        "2026-06-07",
    ),
    (
        "2025-09-23",
        "The fair filled the last five days of May 2024.",
        "the last five days of May 2024",
        None,
        "2024-05-27",
        "2024-05-31",
    ),
    (
        "2025-09-23",
        "Its mandate ends on the last day of October 2026.",
        "the last day of October 2026",
        "2026-10-31",
        "2026-10-31",
        "2026-10-31",
    ),
    (
        "2025-09-23",
        "The new rules apply from the first of next month.",
        "the first of next month",
        "2025-10-01",
        "2025-10-01",
        "2025-10-01",
    ),
    (
        "2025-09-23",
        "Sales fell in the final quarter of last year.",
        "the final quarter of last year",
        "2024-Q4",
        "2024-10-01",
        "2024-12-31",
    ),
    (
        "2025-09-23",
        "The court will sit again in week 12 of 2026.",
        "week 12 of 2026",
        "2026-W12",
        "2026-03-16",
        "2026-03-22",
    ),
    (
        "2026-04-20",
        "The post fell vacant on the thirty-first of January.",
        "the thirty-first of January",
        "2026-01-31",
        "2026-01-31",
        "2026-01-31",
    ),
    (
        "2026-04-20",
        "Peru borrowed the sum in nineteen forty-seven.",
        "nineteen forty-seven",
        "1947",
        "1947-01-01",
        "1947-12-31",
    ),
    (
        "2026-04-20",
        "The convention was signed on the third of May, nineteen ninety-six.",
        "the third of May, nineteen ninety-six",
        "1996-05-03",
        "1996-05-03",
        "1996-05-03",
    ),
    (
        "2026-03-09",
        "They regretted that the talks, which were to have been held on 20 February, were put off.",
        "20 February",
        "2026-02-20",
        "2026-02-20",
        "2026-02-20",
    ),
]

RANGES: list[Row] = [
    (
        "2027-01-20",
        "The office will be shut from 9 to 17 April.",
        "9 to 17 April",
        None,
        "2027-04-09",
        "2027-04-17",
    ),
    (
        "2027-01-20",
        "Hearings will run April 9 through 17, 2027.",
        "April 9 through 17, 2027",
        None,
        "2027-04-09",
        "2027-04-17",
    ),
    (
        "2027-06-20",
        "Judges heard the case on 3, 5 and 6 May.",
        "3, 5 and 6 May",
        None,
        "2027-05-03",
        "2027-05-06",
    ),
    (
        "2026-11-02",
        "The strait will be closed from 28 December to 3 January 2027.",
        "28 December",
        "2026-12-28",
        "2026-12-28",
        "2026-12-28",
    ),
    (
        "2026-11-02",
        "Kenya will chair the council from December to May 2027.",
        "December",
        "2026-12",
        "2026-12-01",
        "2026-12-31",
    ),
    (
        "2026-11-02",
        "Kenya will chair the council from December to May.",
        "May",
        "2027-05",
        "2027-05-01",
        "2027-05-31",
    ),
    (
        "2026-03-11",
        "The envoys will stay in Oslo from Monday to Friday.",
        "Friday",
        "2026-03-20",
        "2026-03-20",
        "2026-03-20",
    ),
    (
        "2026-03-11",
        "The fund paid for 2021-2027 what it owed.",
        "2021-2027",
        None,
        "2021-01-01",
        "2027-12-31",
    ),
    (
        "2026-03-11",
        "Brazil moved the vote from 12 to 26 April.",
        "26 April",
        "2026-04-26",
        "2026-04-26",
        "2026-04-26",
    ),
]

COUNTED: list[Row] = [
    (
        "2026-03-11",
        "Three weeks before the vote on 10 May, the post closes.",
        "Three weeks before the vote",
        "2026-04-19",
        "2026-04-19",
        "2026-04-19",
    ),
    (
        "2026-07-11",
        "The day after the referendum of 13 June, the premier resigned.",
        "The day after the referendum",
        "2026-06-14",
        "2026-06-14",
        "2026-06-14",
    ),
    (
        "2026-03-11",
        "Two days from tomorrow the ship will sail.",
        "Two days from tomorrow",
        "2026-03-14",
        "2026-03-14",
        "2026-03-14",
    ),
    (
        "2026-03-11",
        "The truce will end a year from today.",
        "a year from today",
        "2027-03-11",
        "2027-03-11",
        "2027-03-11",
    ),
    (
        "2026-03-11",
        "Within 48 hours of the ruling of 7 March, Fiji appealed.",
        "48 hours",
        "PT48H",
        "2026-03-07",
        "2026-03-09",
    ),
    (
        "2026-03-11",
        "Fiji will answer within 30 days.",
        "30 days",
        "P30D",
        "2026-03-11",
        "2026-04-10",
    ),
    (
        "2026-03-11",
        "The lease will lapse in four months' time.",
        "four months' time",
        "2026-07",
        "2026-07-01",
        "2026-07-31",
    ),
    (
        "2026-03-11",
        "The envoy will return on Friday after next.",
        "Friday after next",
        "2026-03-20",
        "2026-03-20",
        "2026-03-20",
    ),
    (
        "2026-03-11",
        "The fair opens a week on Monday.",
        "a week on Monday",
        "2026-03-23",
        "2026-03-23",
        "2026-03-23",
    ),
    (
        "2026-03-11",
        "The crew has been held for eleven days.",
        "eleven days",
        "P11D",
        "2026-02-28",
        "2026-03-11",
    ),
    (
        "2026-03-11",
        "Elections are due on the eve of Easter.",
        "the eve of Easter",
        "2026-04-04",
        "2026-04-04",
        "2026-04-04",
    ),
]

PARTS: list[Row] = [
    (
        "2026-11-18",
        "Earlier this month Ghana lifted the ban.",
        "Earlier this month",
        "2026-11",
        "2026-11-01",
        "2026-11-18",
    ),
    (
        "2026-05-12",
        "Later this year Ghana will vote.",
        "Later this year",
        "2026",
        "2026-05-12",
        "2026-12-31",
    ),
    (
        "2026-05-12",
        "The mine closed in the late 1960s.",
        "the late 1960s",
        "196",
        "1967-01-01",
        "1969-12-31",
    ),
    (
        "2026-05-12",
        "Peru was in crisis at the turn of the century.",
        "the turn of the century",
        None,
        "1999-01-01",
        "2001-12-31",
    ),
    (
        "2026-05-12",
        "In fiscal 2025 the United States paid the bill.",
        "fiscal 2025",
        "FY2025",
        "2024-10-01",
        "2025-09-30",
    ),
    (
        "2026-05-12",
        "India's grant for the 2023-24 financial year was cut.",
        "the 2023-24 financial year",
        "FY2024",
        "2023-04-01",
        "2024-03-31",
    ),
    (
        "2026-05-12",
        "Tuesday the 19th will bring the ruling.",
        "Tuesday the 19th",
        "2026-05-19",
        "2026-05-19",
        "2026-05-19",
    ),
    (
        "2026-05-12",
        "Doors open on Saturday, 17 May 2026.",
        "Saturday, 17 May 2026",
        None,
        "2026-05-16",
        "2026-05-17",
    ),
]

NUMERIC: list[Row] = [
    (
        "2025-10-20",
        "Talks began on 2025/10/16 in Lima.",
        "2025/10/16",
        "2025-10-16",
        "2025-10-16",
        "2025-10-16",
    ),
    (
        "2025-10-20",
        "Talks began on 16.10.2025 in Lima.",
        "16.10.2025",
        "2025-10-16",
        "2025-10-16",
        "2025-10-16",
    ),
    (
        "2025-10-20",
        "Talks began on 05-Aug-2025 in Lima.",
        "05-Aug-2025",
        "2025-08-05",
        "2025-08-05",
        "2025-08-05",
    ),
    (
        "2025-10-20",
        "Talks began on 09/07/2025 and ended on 23/07/2025.",
        "09/07/2025",
        "2025-07-09",
        "2025-07-09",
        "2025-07-09",
    ),
    (
        "2025-10-20",
        "Talks began on 09/07/2025 and ended on September 10.",
        "09/07/2025",
        "2025-09-07",
        "2025-09-07",
        "2025-09-07",
    ),
    (
        "2025-10-20",
        "Talks began on 09/07/2025 in Lima.",
        "09/07/2025",
        "2025",
        "2025-07-09",
        "2025-09-07",
    ),
]


@pytest.mark.parametrize(
    ("day", "sentence", "words", "value", "earliest", "latest"),
    [*NTH, *RANGES, *COUNTED, *PARTS, *NUMERIC],
)
def test_a_time_has_its_value_and_bounds(
    read_text: ReadText,
    day: str,
    sentence: str,
    words: str,
    value: str | None,
    earliest: str | None,
    latest: str | None,
) -> None:
    doc = read_text(sentence, published=day)
    found = [
        (sentence[time.start : time.end], time.value, time.earliest, time.latest)
        for time in doc._.times
    ]
    assert (words, value, earliest, latest) in found


NO_DAY = [
    ("2026-03-11", "Every first Monday of the month the market is shut."),
    ("2026-03-11", "Reformers want the clean cars of tomorrow."),
    ("2026-03-11", "It was the second Tuesday without water."),
    ("2026-03-11", "No Wednesday passed without a protest."),
]


@pytest.mark.parametrize(("day", "sentence"), NO_DAY)
def test_what_is_not_understood_has_no_day(read_text: ReadText, day: str, sentence: str) -> None:
    doc = read_text(sentence, published=day)
    assert [time for time in doc._.times if time.earliest is not None] == []
