"""One event as a calendar file: all-day, tentative where its date is not firm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from briefing.reference.countries import country_name
from components.charts.timescale import as_day
from components.style import EVENT_BASES
from components.words import known

_FIRM = ("day", "interval")


def calendar_file(row: Mapping[str, Any], *, at: datetime | None = None) -> bytes | None:
    """Write an event as iCalendar (RFC 5545); None when it has no first or last day.

    The uid is the event's id, so that adding it twice changes nothing in a calendar. An event whose
    date is only known to the month or the year, or was inferred, is TENTATIVE over its whole span.

    Args:
        row: A row of `queries.events`.
        at: When the file is written; now by default.
    """
    first, last = as_day(row["earliest"]), as_day(row["latest"])
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    event = Event()
    event.add("uid", f"{row['event_id']}@briefing")
    event.add("dtstamp", at or datetime.now(UTC))
    event.add("summary", " ".join(str(row["title"]).split()))
    event.add("dtstart", start)
    event.add("dtend", end + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    firm = row["precision"] in _FIRM and row["basis"] != "inferred"
    event.add("status", "CONFIRMED" if firm and first and last else "TENTATIVE")
    if known(row["place_country"]):
        event.add("location", country_name(str(row["place_country"])))
    event.add("description", _description(row))
    calendar = Calendar()
    calendar.add("prodid", "-//Briefing//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def file_name(row: Mapping[str, Any]) -> str:
    """Return a name for the file that any system takes."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in str(row["title"]).lower())
    words = [word for word in letters.split("-") if word]
    return "-".join(words[:8])[:60] + ".ics" if words else "event.ics"


def _description(row: Mapping[str, Any]) -> str:
    parts = (
        [f"“{' '.join(str(row['sentence_text']).split())}”"] if known(row["sentence_text"]) else []
    )
    if known(row.get("title_article")):
        parts.append(f"From: {row['title_article']}")
    parts.append(EVENT_BASES[row["basis"]].word)
    if known(row["working"]):
        parts.append(str(row["working"]))
    return "\n".join(parts)
