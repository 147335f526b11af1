"""Dates as a person gives them, and nothing that can be read in two ways."""

from __future__ import annotations

from datetime import date

from briefing.errors import ReadingError
from briefing.reading.written_days import written_days

FIRST_DAY = date(1600, 1, 1)
LAST_DAY = date(2200, 12, 31)
"""Days between which an article can have been published: 0024-07-09 is a slip of the pen."""


def iso_date(text: str) -> str:
    """Return the ISO date of a date as a person gives it: "2024-05-03", "3 May 2024".

    Raises:
        ReadingError: It is no date, can be read in two ways, such as 05/06/2024, or lies before
            `FIRST_DAY` or after `LAST_DAY`.
    """
    written = written_days(text) if len(text) <= 60 else []
    found = next((one for one in written if one.days), None)
    if found is None or len(found.days) != 1:
        raise ReadingError(
            f"“{text[:40]}” is not a date that can be read in one way only; write it as "
            "YYYY-MM-DD, for example 2024-05-03."
        )
    if not FIRST_DAY <= found.days[0] <= LAST_DAY:
        raise ReadingError(
            f"“{text[:40]}” cannot be the date of an article; give a year between "
            f"{FIRST_DAY.year} and {LAST_DAY.year}."
        )
    return found.days[0].isoformat()
