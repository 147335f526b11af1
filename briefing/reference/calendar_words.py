"""The words that leave an event open; they are in data/reference/calendar_words.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Word forms in lower case.

    Attributes:
        open_words: Those that leave an event open.
        off: Those among them by which it is off.
        past: Those that leave an event of the past open.
        stops_before: Words over which one before the event does not reach.
        stops_after: Words over which one after the event does not reach.
        held: What an event does when it takes place.
        ahead: Adjectives that say no more than that it is ahead.
    """

    open_words: frozenset[str]
    off: frozenset[str]
    past: frozenset[str]
    stops_before: frozenset[str]
    stops_after: frozenset[str]
    held: tuple[str, ...]
    ahead: frozenset[str]


@cache
def calendar_words() -> CalendarWords:
    """Load data/reference/calendar_words.toml once.

    Raises:
        ReferenceDataError: The file or one of its lists is missing.
    """
    data = toml("calendar_words.toml")
    try:
        tentative, reach = data["tentative"], data["reach"]
        return CalendarWords(
            open_words=frozenset(
                [*tentative["possible"], *tentative["planned"], *tentative["off"]]
            ),
            off=frozenset(tentative["off"]),
            past=frozenset(tentative["past"]),
            stops_before=frozenset(reach["before"]),
            stops_after=frozenset(reach["after"]),
            held=tuple(reach["held"]),
            ahead=frozenset(data["title"]["ahead"]),
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"calendar_words.toml: {error} is missing.") from error
