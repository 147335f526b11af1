"""Time expressions: their words, types, values and bounds."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

SUNDAY = "2024-03-10"

VALUES = [
    # full and partial dates
    ("The port opened on 7 December 2021.", "7 December 2021", "DATE", "2021-12-07"),
    (
        "The port opened on Tuesday, December 7, 2021.",
        "Tuesday, December 7, 2021",
        "DATE",
        "2021-12-07",
    ),
    ("The log begins 2021-12-07 and ends soon.", "2021-12-07", "DATE", "2021-12-07"),
    ("Filed 12/07/2021 in Lima.", "12/07/2021", "DATE", "2021"),
    ("Filed 27/02/2021 in Lima.", "27/02/2021", "DATE", "2021-02-27"),
    ("Filed 02-27-98 in Lima.", "02-27-98", "DATE", "1998-02-27"),
    ("The minister resigned on Feb. 28.", "Feb. 28", "DATE", "2024-02-28"),
    ("The minister will resign on May 3.", "May 3", "DATE", "2024-05-03"),
    ("The fair will run July 9-11.", "July 9-11", "DATE", None),
    ("The minister resigned in October.", "October", "DATE", "2023-10"),
    ("The minister will resign in October.", "October", "DATE", "2024-10"),
    ("The road was closed in early March 2012.", "early March 2012", "DATE", "2012-03"),
    ("The bridge closed in mid-December.", "mid-December", "DATE", "2023-12"),
    ("The mine closed late last July.", "late last July", "DATE", "2023-07"),
    ("The mine closed in June last year.", "June last year", "DATE", "2023-06"),
    ("The mine closed in 1987.", "1987", "DATE", "1987"),
    ("The mine closed in early 1987.", "early 1987", "DATE", "1987"),
    ("It should be ready by the end of 2027.", "the end of 2027", "DATE", "2027"),
    ("Exports peaked in fiscal 2019.", "fiscal 2019", "DATE", "2019"),
    ("The seat was vacant in 1957-58.", "1957-58", "DATE", None),
    # weekdays, by the tense of the verb
    ("The court ruled on Tuesday.", "Tuesday", "DATE", "2024-03-05"),
    ("The court will rule on Tuesday.", "Tuesday", "DATE", "2024-03-12"),
    ("The court is expected to rule on Tuesday.", "Tuesday", "DATE", "2024-03-12"),
    ("The match was postponed until Tuesday.", "Tuesday", "DATE", "2024-03-12"),
    ("The strike lasted until Tuesday.", "Tuesday", "DATE", "2024-03-05"),
    ("The court met last Friday.", "last Friday", "DATE", "2024-03-08"),
    ("The court will meet next Friday.", "next Friday", "DATE", "2024-03-15"),
    ("They gathered on Saturday evening.", "Saturday evening", "TIME", "2024-03-09TEV"),
    # counted from the article's date
    ("The dam failed yesterday.", "yesterday", "DATE", "2024-03-09"),
    ("The dam will open tomorrow.", "tomorrow", "DATE", "2024-03-11"),
    ("The dam failed two weeks ago.", "two weeks ago", "DATE", "2024-W08"),
    ("The dam failed the day before yesterday.", "the day before yesterday", "DATE", "2024-03-08"),
    ("The dam will open the day after tomorrow.", "the day after tomorrow", "DATE", "2024-03-12"),
    ("Prices rose the week before last.", "the week before last", "DATE", "2024-W08"),
    ("Prices will rise the year after next.", "the year after next", "DATE", "2026"),
    ("The dam failed ten days ago.", "ten days ago", "DATE", "2024-02-29"),
    ("The dam failed three years ago.", "three years ago", "DATE", "2021"),
    ("The dam failed six months ago.", "six months ago", "DATE", "2023-09"),
    ("Prices rose last month.", "last month", "DATE", "2024-02"),
    ("Prices will rise next year.", "next year", "DATE", "2025"),
    ("Prices rose earlier this year.", "earlier this year", "DATE", "2024"),
    ("Prices rose this week.", "this week", "DATE", "2024-W10"),
    ("Prices fell over the weekend.", "the weekend", "DATE", "2024-W10-WE"),
    ("He arrived last night.", "last night", "TIME", "2024-03-09TNI"),
    (
        "The treaty was signed on the 2nd of this month.",
        "the 2nd of this month",
        "DATE",
        "2024-03-02",
    ),
    # parts of years and longer
    ("Profits fell in the third quarter.", "the third quarter", "DATE", "2023-Q3"),
    ("Profits fell in the third quarter of 2017.", "the third quarter of 2017", "DATE", "2017-Q3"),
    (
        "Profits fell in the first half of last year.",
        "the first half of last year",
        "DATE",
        "2023-H1",
    ),
    ("The harvest failed last summer.", "last summer", "DATE", "2023-SU"),
    ("The harvest failed in the spring of 2011.", "the spring of 2011", "DATE", "2011-SP"),
    ("The law dates from the 1980s.", "the 1980s", "DATE", "198"),
    ("The law dates from the late '70s.", "the late '70s", "DATE", "197"),
    ("The law dates from the 19th century.", "19th century", "DATE", "18"),
    ("The town flooded the week of 7 December.", "the week of 7 December", "DATE", "2023-W49"),
    # durations, sets, references
    ("They talked for two hours.", "two hours", "DURATION", "PT2H"),
    ("They talked for half an hour.", "half an hour", "DURATION", "PT30M"),
    ("They ruled for several decades.", "several decades", "DURATION", "PXDE"),
    ("They ruled for more than 20 years.", "more than 20 years", "DURATION", "P20Y"),
    ("Trade grew over the past 70 years.", "the past 70 years", "DURATION", "P70Y"),
    ("Trade grew in recent months.", "recent months", "DURATION", "PXM"),
    ("They agreed on a five-year plan.", "five-year", "DURATION", "P5Y"),
    ("They meet every two weeks.", "every two weeks", "SET", "P2W"),
    ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
    ("They meet annually.", "annually", "SET", "P1Y"),
    ("They are now in exile.", "now", "DATE", "PRESENT_REF"),
    ("They recently fled.", "recently", "DATE", "PAST_REF"),
    # times of day
    (
        "The siren sounded at 8:30 p.m. on Friday.",
        "8:30 p.m. on Friday",
        "TIME",
        "2024-03-08T20:30",
    ),
    ("The siren sounded at 15:00 GMT Friday.", "15:00 GMT Friday", "TIME", "2024-03-08T15:00"),
    ("The siren sounded at 12 a.m. on Friday.", "12 a.m. on Friday", "TIME", "2024-03-08T00:00"),
    # holidays
    ("The truce began on Christmas Day 2014.", "Christmas Day 2014", "DATE", "2014-12-25"),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "value"), VALUES)
def test_times_value(
    read_text: ReadText, sentence: str, words: str, kind: str, value: str | None
) -> None:
    doc = read_text(sentence, published=SUNDAY)
    found = [(sentence[time.start : time.end], time.type, time.value) for time in doc._.times]
    assert (words, kind, value) in found


NONE = [
    "The committee may meet again.",
    "Protesters march through the capital.",
    "He won for the third time.",
    "About 2000 people fled.",
    "Her two-year-old son was unhurt.",
    "A quarter of the voters stayed home.",
    "The fall of the city shocked many.",
    "He trusts the previous chairman.",
    "The Daily Courier has closed.",
    "The score was 3-2.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_times_leaves_alone_what_is_no_time(read_text: ReadText, sentence: str) -> None:
    assert read_text(sentence, published=SUNDAY)._.times == []


ANCHORED = [
    ("The army seized power on 3 May 2019. Two days later it closed the border.", "2019-05-05"),
    ("The army seized power in 1974. The following year it held a vote.", "1975"),
    ("The army seized power on 3 May 2019. It had closed the border the day before.", "2019-05-02"),
    ("Income rose in the third quarter from a year earlier.", "2022-Q3"),
]


@pytest.mark.parametrize(("text", "value"), ANCHORED)
def test_times_counts_from_the_date_before(read_text: ReadText, text: str, value: str) -> None:
    last = read_text(text, published=SUNDAY)._.times[-1]
    assert (last.value, last.anchor) == (value, "text")


def test_times_counts_from_nothing_when_no_date_came_before(read_text: ReadText) -> None:
    (time,) = read_text("The army fell back. Two days later it left.", published=SUNDAY)._.times
    assert (time.value, time.date) == ("XXXX-XX-XX", None)


def test_times_gives_no_more_precision_than_the_text(read_text: ReadText) -> None:
    (time,) = read_text("The plant should open in 2027.", published=SUNDAY)._.times
    assert (time.date, time.earliest, time.latest, time.precision) == (
        "2027",
        "2027-01-01",
        "2027-12-31",
        "year",
    )


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("early March 2012", "2012-03-01", "2012-03-10"),
        ("mid-March 2012", "2012-03-11", "2012-03-20"),
        ("late March 2012", "2012-03-21", "2012-03-31"),
    ],
)
def test_times_edges_narrow_the_bounds_only(
    read_text: ReadText, words: str, earliest: str, latest: str
) -> None:
    (time,) = read_text(f"The road was closed in {words}.", published=SUNDAY)._.times
    assert (time.date, time.earliest, time.latest) == ("2012-03", earliest, latest)


def test_times_without_a_published_date_say_what_is_unknown(read_text: ReadText) -> None:
    times = read_text("He came on Tuesday and left in May or two days later.")._.times
    assert [(time.value, time.date) for time in times] == [
        ("XXXX-WXX-2", None),
        ("XXXX-05", None),
        ("XXXX-XX-XX", None),
    ]


def test_times_durations_have_bounds_but_no_date(read_text: ReadText) -> None:
    (time,) = read_text("Trade grew over the past ten years.", published=SUNDAY)._.times
    assert (time.date, time.earliest, time.latest) == (None, "2014-03-10", "2024-03-10")


def test_times_spans_are_the_articles_words(read_text: ReadText) -> None:
    text = "“We met on Monday — and again in March–April 2021,” she said."
    doc = read_text(text, published=SUNDAY)
    assert [text[time.start : time.end] for time in doc._.times] == [
        "Monday",
        "March",
        "April 2021",
    ]
