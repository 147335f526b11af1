"""Whole sentences of newswire: every time expression of each, and nothing else.

Published on Thursday, 2 November 1989 and on Friday, 27 February 1998.
"""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

OLD = [
    (
        "Income for the quarter ended Sept. 30 rose 12% from the year-earlier quarter.",
        "the quarter=1989-Q3 Sept. 30=1989-09-30 the year-earlier quarter=1988-Q3",
    ),
    ("Fourth-quarter results will suffer.", "Fourth-quarter=1989-Q4"),
    ("The bonds are due Nov. 15, 1999.", "Nov. 15, 1999=1999-11-15"),
    ("Yields on 30-year bonds fell.", "30-year=P30Y"),
    ("The yield fell in the latest week.", "the latest week=1989-W43"),
    ("Sales were flat in the latest fiscal year.", "the latest fiscal year=1988"),
    ("He will step down at year end.", "year end=1989"),
    ("The market closed Friday, down since the 1970's.", "Friday=1989-10-27 the 1970's=197"),
    ("Songs of the 1960s and 70s were played.", "the 1960s=196 70s=197"),
    ("The strike began three weeks ago today.", "three weeks ago today=1989-10-12"),
    ("Half a century ago it began.", "Half a century ago=1939"),
    ("A quarter-century ago it began.", "A quarter-century ago=1964"),
    ("He served a two-and-a-half-year term.", "two-and-a-half-year=P2.5Y"),
    ("It closed after one hour, 20 minutes.", "one hour, 20 minutes=PT1H20M"),
    ("It closed for half a day.", "half a day=PT12H"),
    ("He will know in two to three weeks.", "two to three weeks=P3W"),
    ("One day last week he came.", "One day last week=1989-W43"),
    ("He will return sometime next month.", "sometime next month=1989-12"),
    ("The other day he came.", "The other day=PAST_REF"),
    ("The shops stay open every single day.", "every single day=P1D"),
    ("The shops stay open on weekdays.", "weekdays=XXXX-WXX"),
    ("They waited a full two weeks.", "a full two weeks=P2W"),
    ("They stay for the rest of the week.", "the week=1989-W44"),
    ("He called two Tuesdays ago.", "two Tuesdays ago=1989-10-24"),
    ("In the near future it may change.", "the near future=FUTURE_REF"),
    ("He spent the summer in Maine.", "the summer=1989-SU"),
    ("It fell from March 23 of this year.", "March 23 of this year=1989-03-23"),
]

RECENT = [
    ("Monitors left Lima Friday after four days of talks.", "Friday=1998-02-27 four days=P4D"),
    ("The offer expires at midnight May 30.", "midnight May 30=1998-05-30T24:00"),
    ("On the night of May 3, 1997, he fled.", "the night of May 3, 1997=1997-05-03TNI"),
    ("The bridge fell on Friday night, Jan. 23.", "Friday night, Jan. 23=1998-01-23TNI"),
    ("Posted 3 May 1997 10:30 p.m. in Lima.", "3 May 1997 10:30 p.m.=1997-05-03T22:30"),
    ("By mid-afternoon it was over.", "mid-afternoon=1998-02-27TAF"),
    ("It will end at 6:00p.m.", "6:00p.m.=1998-02-27T18:00"),
    ("On a recent Saturday night, they danced.", "a recent Saturday night=XXXX-WXX-6TNI"),
    ("In the years ahead, it may change.", "the years ahead=PXY"),
    ("In the early days of the siege, he fought.", "the early days=PXD"),
    ("At present, nobody knows.", "present=PRESENT_REF"),
    ("The rule was eased as recently as last week.", "last week=1998-W08"),
    ("It happened the previous week.", "the previous week=1998-W08"),
    ("In the last year of his life he wrote.", ""),
    ("He spoke in the early hours of Friday.", "the early hours of Friday=1998-02-27TMO"),
    ("They met in the spring of '96.", "the spring of '96=1996-SP"),
    ("They met in March '96.", "March '96=1996-03"),
    (
        "On 3 May 1997 he was freed. Two days later he fled.",
        "3 May 1997=1997-05-03 Two days later=1997-05-05",
    ),
    ("The shop at 1200 Linden Ave. closed.", ""),
]


@pytest.mark.parametrize(
    ("day", "sentence", "found"),
    [("1989-11-02", *case) for case in OLD] + [("1998-02-27", *case) for case in RECENT],
)
def test_times_of_a_sentence(read_text: ReadText, day: str, sentence: str, found: str) -> None:
    times = read_text(sentence, published=day)._.times
    assert " ".join(f"{sentence[time.start : time.end]}={time.value}" for time in times) == found
