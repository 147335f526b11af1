"""Dates as documents and people write them, and nothing that can be read in two ways."""

from __future__ import annotations

import re
from datetime import date

from briefing.errors import ReadingError

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(_MONTHS, start=1)
}
_NUMBER["sept"] = 9
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
    )
)


def iso_date(text: str) -> str:
    """Return the ISO date of a date as a person gives it: "2024-05-03", "3 May 2024".

    Raises:
        ReadingError: It is no date, or can be read in two ways, such as 05/06/2024.
    """
    found = find_date(text.strip()) if len(text) <= 60 else None
    if found is None:
        raise ReadingError(
            f"“{text[:40]}” is not a date that can be read in one way only; write it as "
            "YYYY-MM-DD, for example 2024-05-03."
        )
    return found


def find_date(text: str) -> str | None:
    """Return the ISO date of the first date in `text`, or None."""
    hits = [match for form in _FORMS if (match := form.search(text)) is not None]
    for match in sorted(hits, key=lambda hit: hit.start()):
        month = match["month"].casefold()
        number = int(month) if month.isdigit() else _NUMBER[month]
        try:
            return date(int(match["year"]), number, int(match["day"])).isoformat()
        except ValueError:  # such as 31 June
            continue
    return None
