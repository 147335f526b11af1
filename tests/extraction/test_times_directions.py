"""Which way a partial date looks: by the verb, by the noun, by what is said."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

THURSDAY = "1989-11-02"

CASES = [
    # what had been planned in the past tense is still ahead in the news of the day
    ("The secretary was to meet the king on Friday.", "1989-11-03"),
    ("The shuttle was due to land on Saturday.", "1989-11-04"),
    ("Ministers were set to meet on Sunday.", "1989-11-05"),
    ("The trial was scheduled to begin Monday.", "1989-11-06"),
    ("The hearing was held on Monday.", "1989-10-30"),
    # all that is said of a meeting is its day
    ("The vote is Tuesday.", "1989-11-07"),
    ("The vote was Tuesday.", "1989-10-31"),
    # the month of a contract is ahead, that of figures behind
    ("Gold for December delivery rose.", "1989-12"),
    ("The October figures will be published.", "1989-10"),
    ("The mine closed in December.", "1988-12"),
]


@pytest.mark.parametrize(("sentence", "value"), CASES)
def test_times_look_where_the_sentence_looks(
    read_text: ReadText, sentence: str, value: str
) -> None:
    (time,) = read_text(sentence, published=THURSDAY)._.times
    assert time.value == value


def test_times_of_a_year_that_has_ended(read_text: ReadText) -> None:
    times = read_text("In the year ended March 31, it lost money.", published=THURSDAY)._.times
    assert [time.value for time in times] == ["1989", "1989-03-31"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The minister visited Oslo on 5 December.", "1988-12-05"),
        ("The talks were held on 5 December.", "1988-12-05"),
        ("The summit took place on 5 December.", "1988-12-05"),
        ("Malta signed on the 5th of December.", "1988-12-05"),
        ("The minister visited Oslo on 2 November.", "1989-11-02"),
        # what was planned, agreed or called for then is ahead
        ("The vote was set for 5 December.", "1989-12-05"),
        ("They agreed to meet on 5 December.", "1989-12-05"),
        ("Malta called an election for 5 December.", "1989-12-05"),
        ("The stop, planned for 5 December, was cancelled.", "1989-12-05"),
    ],
)
def test_a_deed_that_is_done_is_behind_though_it_is_almost_a_year_ago(
    read_text: ReadText, sentence: str, value: str
) -> None:
    (time,) = read_text(sentence, published=THURSDAY)._.times
    assert time.value == value
