"""The words that leave an event open or call it off, of data/reference/calendar_words.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml

BORDER = re.compile(r"[,;:()“”\"—–\n]|\s-\s|``|''|\.\s")
"""Signs over which such a word is not read to reach."""


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Word forms in lower case.

    Attributes:
        open_words: Those that leave an event open.
        past: Those that leave an event of the past open.
        stops_before: Words over which one before the event does not reach.
        stops_after: Words over which one after the event does not reach.
        held: What an event does when it takes place.
        cancelled: Words by which it is off for good.
        postponed: Words by which it is off for that day.
        not_held: What it does not do when it is off, after "not".
        links: Words over which the verb that calls it off does not reach.
        carriers: Words of which it may be "of" or "for", and be off with them.
        negations: Words by which it is not off.
        doubts: Words by which it is not said that it is off.
        aims: Words by which it is not, where "to" follows.
        ahead: Adjectives that say no more than that it is ahead.
    """

    open_words: frozenset[str]
    past: frozenset[str]
    stops_before: frozenset[str]
    stops_after: frozenset[str]
    held: tuple[str, ...]
    cancelled: frozenset[str]
    postponed: frozenset[str]
    not_held: tuple[str, ...]
    links: frozenset[str]
    carriers: frozenset[str]
    negations: frozenset[str]
    doubts: frozenset[str]
    aims: frozenset[str]
    ahead: frozenset[str]


@cache
def calendar_words() -> CalendarWords:
    """Load data/reference/calendar_words.toml once.

    Raises:
        ReferenceDataError: The file or one of its lists is missing.
    """
    data = toml("calendar_words.toml")
    try:
        tentative, reach, off = data["tentative"], data["reach"], data["off"]
        return CalendarWords(
            open_words=frozenset(
                [*tentative["possible"], *tentative["planned"], *tentative["halted"]]
            ),
            past=frozenset(tentative["past"]),
            stops_before=frozenset(reach["before"]),
            stops_after=frozenset(reach["after"]),
            held=tuple(reach["held"]),
            cancelled=frozenset(off["cancelled"]),
            postponed=frozenset(off["postponed"]),
            not_held=tuple(off["not_held"]),
            links=frozenset(off["links"]),
            carriers=frozenset(off["carriers"]),
            negations=frozenset(off["negations"]),
            doubts=frozenset(off["doubts"]),
            aims=frozenset(off["aims"]),
            ahead=frozenset(data["title"]["ahead"]),
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"calendar_words.toml: {error} is missing.") from error
