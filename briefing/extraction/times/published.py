"""The article's own date where its text states it, and the words that do."""

from __future__ import annotations

from datetime import date

from briefing.extraction.times.readings import Reading
from briefing.reading.date_lines import own_date


def stated(text: str) -> date | None:
    """Return the day that a dateline, a line of the head or a closing formula states."""
    return own_date(text).day


def in_dateline(text: str, reading: Reading) -> bool:
    """Say whether a reading stands in a line that dates the article itself: it dates no event."""
    return any(
        line.start <= reading.start and reading.end <= line.end for line in own_date(text).lines
    )
