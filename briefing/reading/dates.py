"""Dates as a person gives them, and nothing that can be read in two ways."""

from __future__ import annotations

from datetime import date

from briefing.errors import ReadingError
from briefing.reading.written_days import written_days

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2099, 12, 31)
"""Days between which an article can have been published: 0024-07-09 is a slip of the pen."""


def iso_date(text: str) -> str:
    """Return the ISO date of a date as a person gives it: "2024-05-03", "3 May 2024".

    Raises:
        ReadingError: It is no date from `FIRST_DAY` to `LAST_DAY`, or can be read in two ways, such
            as 05/06/2024.
    """
    written = written_days(text) if len(text) <= 60 else []
    found = next((one for one in written if one.days), None)
    if found is None or len(found.days) != 1:
        raise ReadingError(
            f"“{text[:40]}” is not a date from {FIRST_DAY.year} to {LAST_DAY.year} that can be "
            "read in one way only; write it as YYYY-MM-DD, for example 2024-05-03."
        )
    return found.days[0].isoformat()
