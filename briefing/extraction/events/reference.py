"""When an event is that the reference knows as an occasion."""

from __future__ import annotations

from briefing.extraction.events.dating import When
from briefing.extraction.facts import Published
from briefing.extraction.times.occasions import Found, candidates_of, say
from briefing.extraction.times.readings import Direction
from briefing.reference.occasions import Occasion


def tense_of_occasion(occasion: Occasion, direction: Direction, published: Published) -> str:
    """Return where an occasion lies as seen from the article, whatever the sentence's verb is."""
    first = published.date or published.earliest
    last = published.date or published.latest
    begin = occasion.begin.isoformat()
    end = occasion.end.isoformat() if occasion.end is not None else None
    if last is not None and begin > last:
        return "upcoming"
    if end is not None and first is not None and end < first:
        return "past"
    if first is not None and begin <= first and (end is None or (last or first) <= end):
        return "ongoing"
    if direction == "future" and occasion.kind not in ("war", "event"):
        return "upcoming"
    return "ongoing" if end is None else "past"


def in_time(found: Found, occasion: Occasion | None, when: When | None) -> Occasion | None:
    """Return the occasion of a series that fits the date that the text gives it, if it does."""
    if when is None or when.earliest is None or when.latest is None:
        return occasion
    if isinstance(found.named, Occasion):
        return occasion
    fitting = [
        item
        for item in candidates_of(found)
        if item.begin.isoformat() <= when.latest
        and when.earliest <= (item.end or item.begin).isoformat()
    ]
    return fitting[0] if len(fitting) == 1 else None


def agrees(occasion: Occasion, when: When) -> bool:
    """Say whether the reference is more exact than the text, and agrees with it."""
    if occasion.end is None or when.earliest is None or when.latest is None:
        return False
    begin, end = occasion.begin.isoformat(), occasion.end.isoformat()
    if when.precision == "day":
        return False
    return when.earliest <= begin and end <= when.latest


def when_of_occasion(occasion: Occasion) -> When:
    """Return the days of an occasion, with the account that they are the reference's."""
    end = occasion.end
    if end is None:
        date = f"{occasion.begin.isoformat()}/.."
        working = f"{occasion.name}: from {say(occasion.begin)} (reference)"
    elif end == occasion.begin:
        date = occasion.begin.isoformat()
        working = f"{occasion.name}: {say(occasion.begin)} (reference)"
    else:
        date = f"{occasion.begin.isoformat()}/{end.isoformat()}"
        working = f"{occasion.name}: {say(occasion.begin)} to {say(end)} (reference)"
    return When(
        None,
        date,
        occasion.begin.isoformat(),
        end.isoformat() if end else None,
        "day" if end == occasion.begin else "interval",
        "reference",
        working,
    )
