"""Which day is today: the one place that asks, so that a test or a rerun can say another."""

from __future__ import annotations

from datetime import date

from briefing.settings import settings


def today() -> date:
    """Return today, or the day that the setting `today` gives in its place."""
    return settings().today or machine_day()


def machine_day() -> date:
    """Return the machine's own day, whatever the setting `today` says."""
    return date.today()
