"""Events as bars in lanes: what the timeline draws, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import pandas as pd

from briefing.reference.countries import country_name
from briefing.tables import WORKED_OUT, Row, records
from briefing.wording.dates import as_day, when_of
from briefing.wording.signs import EVENT_BASES
from briefing.wording.standing import Held, held_of, led_title, said
from briefing.wording.words import cell_value

Lanes = Literal["country", "kind"]

LIMIT = 8
"""Most lanes; what has less to show shares the last one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on the line.

    Attributes:
        event_id: The event.
        title: Its title, led by a word where it is no plain fact: "Claimed: Army shelled Arica".
        lane: Name of the lane.
        first: First day that it may be or lasts from; None where that is open.
        last: Last day, likewise.
        tense: past, ongoing or upcoming.
        worked_out: Whether its date is not the article's own words.
        not_so: Whether it is denied, disputed or negated: a cross, and dotted.
        lines: What to say when it is pointed at: title, date, how it stands, basis, working.
    """

    event_id: str
    title: str
    lane: str
    first: date | None
    last: date | None
    tense: str
    worked_out: bool
    not_so: bool
    lines: tuple[str, ...]

    @property
    def ahead(self) -> bool:
        """Whether it is told to come."""
        return self.tense == "upcoming" and not self.not_so

    @property
    def tone(self) -> str:
        """The tense whose colour it has; what is told not to come has that of the past."""
        return "past" if self.not_so else self.tense

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are known."""
        return tuple(day for day in (self.first, self.last) if day is not None)


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """The own date of an article, or of several: one day, or bounds when it was inferred."""

    first: date | None
    last: date | None
    words: str
    articles: int = 1

    @property
    def middle(self) -> date | None:
        """The day to count past and future from."""
        return self.last or self.first


def bars(events: pd.DataFrame, lanes: Lanes = "country") -> list[Bar]:
    """Return the events that have a date, one bar for each lane that they belong to.

    Args:
        events: Rows of `queries.events`.
        lanes: By country: an event stands in the lane of each of its countries. By kind: in one.
    """
    found = []
    for row in records(events):
        first, last = as_day(row["earliest"]), as_day(row["latest"])
        if first is None and last is None:
            continue
        held = held_of(row)
        found += [
            Bar(
                event_id=row["event_id"],
                title=led_title(str(row["title"]), held),
                lane=lane,
                first=first,
                last=last,
                tense=row["tense"],
                worked_out=row["basis"] in WORKED_OUT,
                not_so=held.not_so,
                lines=_lines(row, held),
            )
            for lane in _lanes(row, lanes).values()
        ]
    return _few_lanes(found)


def lane_names(events: pd.DataFrame, lanes: Lanes = "country") -> dict[str, str]:
    """Return what the lanes of events are called, by code: a country's alpha-3, a kind's own.

    Args:
        events: Rows of `queries.events`.
        lanes: What a lane stands for.
    """
    found: dict[str, str] = {}
    for row in records(events):
        found.update(_lanes(row, lanes))
    return {**found, "others": _OTHERS}


def _lanes(row: Row, lanes: Lanes) -> dict[str, str]:
    """Return the lanes of an event, name by code."""
    if lanes == "kind":
        kind = str(row["kind"])
        return {kind: kind.replace("-", " ").capitalize()}
    return {code: country_name(code) for code in row["countries"]} or {"none": _NONE}


_NONE = "No country"
_OTHERS = "Others"


def _few_lanes(found: list[Bar]) -> list[Bar]:
    """Order lanes by how much they hold; the least share one, in which each event stands once."""
    counts: dict[str, int] = {}
    for bar in found:
        counts[bar.lane] = counts.get(bar.lane, 0) + 1
    order = sorted(counts, key=lambda lane: (lane == _NONE, -counts[lane], lane))
    if len(order) > LIMIT:
        order = [*order[: LIMIT - 1], _OTHERS]
    kept: dict[tuple[str, str], Bar] = {}
    for bar in found:
        lane = bar.lane if bar.lane in order else _OTHERS
        kept.setdefault(
            (lane, bar.event_id),
            replace(bar, lane=lane),
        )
    return sorted(kept.values(), key=lambda bar: (order.index(bar.lane), bar.days[0], bar.title))


def _lines(row: Row, held: Held) -> tuple[str, ...]:
    date_words = when_of(row)
    lines = [str(row["title"]), date_words, said(held), EVENT_BASES[row["basis"]].word]
    if cell_value(row["working"]):
        lines.append(str(row["working"]))
    return tuple(" ".join(line.split()) for line in lines if line)
