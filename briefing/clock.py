"""Which day is today, and what time it is: the one place that asks.

So a test or a rerun can say another day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from briefing.settings import settings


def today() -> date:
    """Return today, or the day that the setting `today` gives in its place."""
    return settings().today or machine_day()


def machine_day() -> date:
    """Return the machine's own day, whatever the setting `today` says."""
    return date.today()


def moment(precision: str = "seconds") -> str:
    """Return the time as the library keeps it: in UTC, ISO.

    Args:
        precision: As `timespec` of `datetime.isoformat`.
    """
    return datetime.now(UTC).isoformat(timespec=precision)
