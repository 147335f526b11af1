"""The article's own date: stated, inferred with its evidence, or unknown."""

from __future__ import annotations

import pytest

from briefing.reading.date_lines import own_date
from tests.conftest import ReadText
from tests.extraction.published_table import BODY, ITEMS, LINES, TITLE

STATED = [
    ("VIENNA, June 12, 2023 (AFP) - The minister flew to Kyiv on Monday.", "2023-06-12"),
    ("VIENNA, 12 June 2023 - The minister flew to Kyiv on Monday.", "2023-06-12"),
    ("Published: 3 May 2022\n\nThe minister resigned yesterday.", "2022-05-03"),
    ("Updated on May 3, 2022\n\nThe minister resigned yesterday.", "2022-05-03"),
    ("A title\n\nMay 3, 2022\n\nThe minister resigned yesterday.", "2022-05-03"),
    ("A title\n\nTuesday, May 3, 2022 10:15 GMT\n\nThe minister resigned.", "2022-05-03"),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_published_stated(read_text: ReadText, text: str, day: str) -> None:
    published = read_text(text)._.published
    assert (published.date, published.basis) == (day, "stated")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(text, day, id=f"{kind}-{place}")
        for place, (kind, text, day) in enumerate(LINES)
    ],
)
def test_published_of_date_line(read_text: ReadText, text: str, day: str | None) -> None:
    doc = read_text(text.format(title=TITLE, body=BODY, items=ITEMS))
    assert doc._.published.date == day
    assert doc._.published.basis == "stated" if day else doc._.published.basis != "stated"


def test_published_given_wins_over_the_text(read_text: ReadText) -> None:
    published = read_text(
        "LIMA, June 12, 2023 (AFP) - It rained.", published="2023-06-14"
    )._.published
    assert (published.date, published.basis) == ("2023-06-14", "given")


NOT_STATED = [
    "The pact of 3 May 2022 - and that of June - failed.",
    "On May 3, 2022 the minister resigned.",
    "It rained.",
]


@pytest.mark.parametrize("text", NOT_STATED)
def test_published_not_stated(read_text: ReadText, text: str) -> None:
    assert read_text(text)._.published.basis != "stated"


INFERRED = [
    # text, earliest, latest
    (
        "The upcoming G7 summit in Hiroshima will discuss grain. The war in Ukraine hit exports.",
        "2022-02-24",
        "2023-05-18",
    ),
    (
        "The country celebrated the 30th anniversary of German reunification.",
        "2020-01-01",
        "2020-12-31",
    ),
    (
        "The vote will be held on 4 May 2028. The last one was held on 7 June 2026.",
        "2026-06-07",
        "2028-05-04",
    ),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), INFERRED)
def test_published_inferred_with_evidence(
    read_text: ReadText, text: str, earliest: str | None, latest: str | None
) -> None:
    published = read_text(text)._.published
    assert (published.date, published.basis) == (None, "inferred")
    assert (published.earliest, published.latest) == (earliest, latest)
    assert published.evidence
    assert all(sentence.endswith(".") for sentence in published.evidence)


UNKNOWN = [
    "The court will rule on Tuesday.",
    "The upcoming NATO summit in Washington will discuss grain.",
    "The 75th anniversary of the bank was celebrated in Washington.",
    # bounds that are open, or more than two years apart
    "The mine was closed in March 2019.",
    "Analysts compared the mood with September 1939.",
    "The vote will be held on 4 May 2031. The last one was held on 7 June 2026.",
    # evidence against evidence
    "The 50th anniversary of ASEAN is being kept. The mine was closed in March 2019.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_published_unknown(read_text: ReadText, text: str) -> None:
    published = read_text(text)._.published
    assert (published.basis, published.earliest, published.latest) == ("unknown", None, None)


def test_published_bounds_make_relative_dates_as_exact_as_they_allow(read_text: ReadText) -> None:
    doc = read_text(
        "The country keeps the 30th anniversary of German reunification. Prices rose last year."
    )
    (time,) = doc._.times
    assert (time.date, time.value, time.earliest, time.latest) == (
        "2019",
        "2019",
        "2019-01-01",
        "2019-12-31",
    )


def test_published_dateline_without_a_year_takes_it_from_the_evidence(read_text: ReadText) -> None:
    text = (
        "BERLIN, Oct. 2 (AFP) - The country keeps the 30th anniversary of German reunification "
        "tomorrow."
    )
    doc = read_text(text)
    assert (doc._.published.earliest, doc._.published.latest) == ("2020-10-02", "2020-10-02")
    assert doc._.times[-1].date == "2020-10-03"


def test_published_in_digits_of_two_readings_is_bounded_by_both(read_text: ReadText) -> None:
    published = read_text(f"{TITLE}\n\n09/07/2024\n\n{BODY}")._.published
    assert (published.basis, published.earliest, published.latest) == (
        "inferred",
        "2024-07-09",
        "2024-09-07",
    )
    assert published.evidence == (
        "“09/07/2024” stands where its date would stand: 9 July 2024 or 7 September 2024.",
    )


def test_published_weekday_of_a_dateline_finds_its_year(read_text: ReadText) -> None:
    published = read_text(
        f"{TITLE}\n\nThursday 11 June\n\nThe bridge was closed on 2 May 2025. It has been mended."
    )._.published
    assert (published.earliest, published.latest) == ("2026-06-11", "2026-06-11")


def test_published_date_line_dates_no_event(read_text: ReadText) -> None:
    text = f"{TITLE}\n\nUpdated 10 hours ago, 9 July 2024\n\n{BODY}"
    (line,) = own_date(text).lines
    assert text[line.start : line.end] == "Updated 10 hours ago, 9 July 2024"
    events = read_text(text)._.events
    assert events
    assert all(event.start > line.end for event in events)


BOUNDED = [
    # text, what was said, its bounds: no more exact than the article's own date
    ("June 2022\n\nThe minister resigned on Monday.", "2022-05-30/2022-06-27"),
    (
        "The mine closed on 3 May 2024. The vote will be held on 9 May 2024. He left yesterday.",
        "2024-05-02/2024-05-08",
    ),
    (
        "The mine closed in March 2019. The vote will be held in June 2019. He left last month.",
        "2019-02/2019-05",
    ),
    ("The law passed in 2019. It will expire in 2020. He left last year.", "2018/2019"),
]


@pytest.mark.parametrize(("text", "date"), BOUNDED)
def test_published_bounds_are_those_of_relative_dates(
    read_text: ReadText, text: str, date: str
) -> None:
    time = read_text(text)._.times[-1]
    assert (time.date, time.precision, time.anchor) == (date, "interval", "article's bounds")
    assert (time.earliest or "")[:4] == date[:4]
    assert (time.latest or "")[:4] == date.split("/")[1][:4]


@pytest.mark.parametrize(
    "text",
    ["June 2022\n\nThe minister resigned on Monday.", "Posted in June 2022. He left on Monday."],
)
def test_published_month_alone_bounds_the_article(read_text: ReadText, text: str) -> None:
    published = read_text(text)._.published
    assert (published.basis, published.earliest, published.latest) == (
        "inferred",
        "2022-06-01",
        "2022-06-30",
    )
    assert published.evidence == ("“June 2022” stands where its date would stand.",)


def test_published_contradictory_evidence_leaves_it_unknown(read_text: ReadText) -> None:
    doc = read_text(
        "The vote was held on 9 May 2024. The vote will be held on 3 May 2024. He left yesterday."
    )
    assert doc._.published.basis == "unknown"
    assert doc._.times[-1].date is None


def test_published_bounds_count_on_from_a_date_that_hangs_on_them(read_text: ReadText) -> None:
    text = (
        "June 2022\n\nThe mine closed on 3 May 2011. The minister resigned yesterday. "
        "The following day he left."
    )
    yesterday, following = read_text(text)._.times[-2:]
    assert (yesterday.earliest, yesterday.latest) == ("2022-05-31", "2022-06-29")
    assert (following.earliest, following.latest) == ("2022-06-01", "2022-06-30")


def test_published_is_not_bounded_by_the_aim_of_a_plan(read_text: ReadText) -> None:
    published = read_text("Peru plans to plant a million trees by 2050.")._.published
    assert (published.basis, published.latest) == ("unknown", None)
    published = read_text(
        "The port opened in 2021. It will be sold in 2022. Its owners aim to double it by 2050."
    )._.published
    assert (published.earliest, published.latest) == ("2021-01-01", "2022-12-31")
