"""What an expression says, before it is known when the article was written.

A `Reading` is one of four: `Fixed` (needs no anchor), `Dated` (an absolute period), `Counted`
(so many units from an anchor) and `Named` (a name that recurs: a month, a weekday, a season).
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

    `unit` and `amount` say how far the stretch reaches back (negative) or ahead of the anchor;
    of a `point` ("in five years") only its far end is meant, where the sentence looks ahead.
    """

    type: str
    value: str
    unit: str | None = None
    amount: float = 0.0
    point: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """An absolute period; `until` is the last one of a range of days ("July 9-11, 2024")."""

    period: Period
    until: Period | None = None


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
    """

    kind: str
    key: int | str
    direction: Direction = "open"
    until: int = 0


Edge = Literal["", "early", "middle", "late"]

Meaning = Fixed | Dated | Counted | Named


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
