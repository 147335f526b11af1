"""Events as a calendar file (RFC 5545): all-day, tentative where date or words are not firm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from briefing.reference.countries import country_name
from briefing.tentative import bare_title, tentative_word

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
"""EDTF of a day or of a span from one day to another."""

_BASES = {
    "stated": "Date in the article",
    "computed": "Date worked out",
    "reference": "Date from the reference calendar",
    "inferred": "Date inferred",
    "unknown": "No date",
}


def has_days(row: Mapping[str, Any]) -> bool:
    """Say whether an event has a first or last day, so that a calendar can hold it."""
    return _days(row) is not None


def to_calendar(rows: Iterable[Mapping[str, Any]], *, at: datetime | None = None) -> bytes:
    """Write events as one iCalendar file; those without a day are left out.

    The uid is the event's id, so that adding it twice changes nothing in a calendar. An event is
    TENTATIVE when its date is not known to the day or was inferred, and when the words
     of its sentence leave it open.

    Args:
        rows: Rows of `queries.events`.
        at: When the file is written; now by default.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Briefing//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    stamp = at or datetime.now(UTC)
    for row in rows:
        days = _days(row)
        if days is not None:
            calendar.add_component(_event(row, *days, stamp))
    written: bytes = calendar.to_ical()
    return written


def file_name(row: Mapping[str, Any]) -> str:
    """Return a name for an event's file that any system takes."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in str(row["title"]).lower())
    words = [word for word in letters.split("-") if word]
    return "-".join(words[:8])[:60] + ".ics" if words else "event.ics"


def open_word(row: Mapping[str, Any]) -> str | None:
    """Return the word of an event's sentence that leaves it open: "may", "planned".

    Args:
        row: A row of `queries.events`.
    """
    sentence = row["sentence_text"]
    if not isinstance(sentence, str):
        return None
    base = int(row["sentence_start"])
    start, end = max(int(row["start"]) - base, 0), max(int(row["end"]) - base, 0)
    return tentative_word(sentence, start, end, row["tense"])


def _event(row: Mapping[str, Any], first: date, last: date, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{row['event_id']}@briefing")
    event.add("dtstamp", stamp)
    event.add("summary", bare_title(str(row["title"])))
    event.add("dtstart", first)
    event.add("dtend", min(last, date.max - timedelta(days=1)) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    firm = row["basis"] != "inferred" and _DAYS.fullmatch(str(row["date"])) is not None
    word = open_word(row)
    event.add("status", "CONFIRMED" if firm and word is None else "TENTATIVE")
    if isinstance(row["place_country"], str):
        event.add("location", country_name(row["place_country"]))
    event.add("description", _description(row, word))
    return event


def _description(row: Mapping[str, Any], word: str | None) -> str:
    sentence, title, working = row["sentence_text"], row.get("title_article"), row["working"]
    parts = [f"“{' '.join(sentence.split())}”"] if isinstance(sentence, str) else []
    if isinstance(title, str) and title:
        parts.append(f"From: {title}")
    parts.append(_BASES[row["basis"]])
    if isinstance(working, str):
        parts.append(working)
    if word is not None:
        parts.append(f"Not firm: the sentence says “{word}”.")
    return "\n".join(parts)


def _days(row: Mapping[str, Any]) -> tuple[date, date] | None:
    first, last = _day(row["earliest"]), _day(row["latest"])
    start, end = first or last, last or first
    return None if start is None or end is None else (start, end)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
