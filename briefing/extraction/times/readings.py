"""What an expression says, before it is known when the article was written.

A `Reading` is one of six: `Fixed` (needs no anchor), `Dated` (an absolute period), `Counted`
(so many units from an anchor), `Named` (a name that recurs: a month, a weekday, a season), `Nth`
(one of several in a frame: "the last Friday of November") and `Offset` (so many units before or
after a date that is named: "three weeks before the vote on 10 May").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.extraction.times.calendar import Period

Base = Literal["published", "previous", "context"]
"""Counted from the article's date, from the date before it in the text, or whichever is set."""

Direction = Literal["past", "future", "last", "next", "this", "open"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor for itself: durations, sets, references.

    Attributes:
        type: TIMEX3's: DATE, DURATION, SET or TIME.
        value: TIMEX3's.
        unit: With `amount`, how far the stretch reaches back (negative) or ahead of the anchor.
        amount: So many units.
        point: Of "in five years" only its far end is meant, where the sentence looks ahead.
        ahead: "within 30 days" is a stretch where the sentence looks ahead, and none elsewhere.
        counts: What it counts where a date stands beside it ("three weeks before 10 May"): unit,
            how many, and of a weekday its number.
        origin: The date that the stretch begins at: "within 48 hours of the ruling of 27 January".
    """

    type: str
    value: str
    unit: str | None = None
    amount: float = 0.0
    point: bool = False
    ahead: bool = False
    counts: tuple[str, int, int] | None = None
    origin: Dated | Counted | Named | Nth | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """An absolute period; `until` is the last one of a range of days ("July 9-11, 2024").

    `other` is the day that "09/07/2024" is where the day is written first; `weekday` the number of
    the weekday that is written with it, 0 for none.
    """

    period: Period
    until: Period | None = None
    other: Period | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from the anchor: "two weeks ago", "last year", "the following day".

    `back` counts further units back, to the day: "three weeks ago today".
    """

    unit: str
    offset: int
    base: Base = "published"
    inner: Named | None = None
    back: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name that recurs: a month, a day of the year, a weekday, a season.

    Attributes:
        kind: Which cycle; weekof is the week of a day of the year.
        key: Number of the month, weekday (1 is Monday), quarter or half; for a day of the year
            month * 100 + day; for a season its name.
        direction: What the words say about the direction; open leaves it to the sentence.
        until: Last day of the month of a range ("July 9-11"), else 0.
        weekday: Of a day of the year the number of the weekday written with it, 0 for none.
    """

    kind: str
    key: int | str
    direction: Direction = "open"
    until: int = 0
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Nth:
    """One of several in a frame: "the first Monday of October", "the last five days of May".

    Attributes:
        kind: What is counted: day, week, weekend, month, quarter, half, year or weekday.
        count: Which one, from 1; negative counts from the end, -1 is the last.
        frame: The period that it lies in.
        key: Of a weekday its number, 1 for Monday.
        length: How many of them: 5 for "the last five days".
    """

    kind: str
    count: int
    frame: Dated | Counted | Named
    key: int = 0
    length: int = 1


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units from a date that is named beside it, or the stretch between the two.

    Attributes:
        unit: day, week, month or year; weekday for the nearest one of number `key`.
        count: How many, negative for before.
        origin: What the date says that it counts from.
        key: Of a weekday its number.
    """

    unit: str
    count: int
    origin: Dated | Counted | Named | Nth
    key: int = 0


Edge = Literal["", "early", "middle", "late", "end", "so far", "from now"]
"""Which part of a period; so far is what of it is past, from now what is left."""

Meaning = Fixed | Dated | Counted | Named | Nth | Offset


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression in the text.

    Attributes:
        start: Offset of its first sign.
        end: Offset after its last.
        meaning: What it says.
        clock: The TIMEX3 suffix of the time of day ("T15:00", "TMO"), if it says one.
        edge: early, middle or late part of the period.
        rule: Name of the rule that read it.
        priority: Rank of the rule among those that match equally long.
    """

    start: int
    end: int
    meaning: Meaning
    clock: str = ""
    edge: Edge = ""
    rule: str = ""
    priority: int = 0
