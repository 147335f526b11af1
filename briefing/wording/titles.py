"""Titles of events where what is said beside them would say the same again."""

from __future__ import annotations

from briefing.reference.calendar_words import calendar_words


def bare_title(title: str) -> str:
    """Return a title without what "Next:" says already: "Upcoming vote in Peru", "Vote in Peru"."""
    first, _, rest = " ".join(title.split()).partition(" ")
    if not rest or first.lower() not in calendar_words().ahead:
        return " ".join(title.split())
    return rest[:1].upper() + rest[1:]
