"""Happenings without a date that an article tells as its news."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

DAY = "2024-06-05"
BEFORE = "The harbour was quiet. Nobody was in the streets of the old town. "


def told(read_text: ReadText, text: str, published: str | None = DAY) -> list[tuple[str, str]]:
    doc = read_text(text, published=published)
    return [(event.title, event.date or "") for event in doc._.events if event.basis == "inferred"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norway has closed its embassy in Kabul.", "Norway has closed its embassy in Kabul"),
        ("Chad expelled two French diplomats.", "Chad expelled two French diplomats"),
        (
            BEFORE + "Kenya's president visited the port of Mombasa.",
            "Kenya's president visited the port of Mombasa",
        ),
        (BEFORE + "Two ministers were arrested in Peru.", "Two ministers were arrested in Peru"),
    ],
)
def test_events_told_as_news_are_of_the_article_s_day_or_the_one_before(
    read_text: ReadText, text: str, title: str
) -> None:
    assert told(read_text, text) == [(title, "2024-06-04/2024-06-05")]


def test_events_told_as_news_say_so(read_text: ReadText) -> None:
    (event,) = read_text("Chad expelled two French diplomats.", published=DAY)._.events
    assert (event.earliest, event.latest, event.precision) == (
        "2024-06-04",
        "2024-06-05",
        "interval",
    )
    assert event.working == (
        "The sentence has no date; told as news by an article of 5 June 2024, "
        "so taken to be of 4 June 2024 to 5 June 2024"
    )


def test_events_told_after_a_day_of_the_week_may_be_of_that_day(read_text: ReadText) -> None:
    text = "The talks in Oslo began on Saturday. Kenya's president visited the port of Mombasa."
    assert told(read_text, text) == [
        ("Kenya's president visited the port of Mombasa", "2024-06-01/2024-06-05")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chad had expelled two French diplomats.",
        "Chad will expel two French diplomats.",
        "Chad may have expelled two French diplomats.",
        "Chad previously expelled two French diplomats.",
        "If Chad expelled the diplomats, France would object.",
        '"Chad expelled two French diplomats," she said.',
        "The war began in 1965. Chad attacked the Libyan garrison.",
        BEFORE + "A tailor visited the market.",  # of no public interest
        BEFORE + "Peru likes its beaches.",
    ],
)
def test_events_told_of_another_time_or_voice_are_not_dated(read_text: ReadText, text: str) -> None:
    assert told(read_text, text) == []


def test_events_are_not_told_as_news_of_an_unknown_day(read_text: ReadText) -> None:
    assert told(read_text, "Chad expelled two French diplomats.", None) == []
