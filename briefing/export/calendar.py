"""Events as a calendar file (RFC 5545): all-day, tentative or cancelled where they are not firm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from briefing.certainty import Certainty, bare_title, certainty_of
from briefing.reference.countries import country_name
from briefing.tables import Row
from briefing.wording.dates import as_day
from briefing.wording.signs import EVENT_BASES

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
"""EDTF of a day or of a span from one day to another."""


def has_days(row: Row) -> bool:
    """Say whether an event has a first or last day, so that a calendar can hold it."""
    return _days(row) is not None


def to_calendar(
    rows: Iterable[Row],
    *,
    at: datetime | None = None,
    about: Iterable[tuple[str, str]] = (),
    marking: str = "",
) -> bytes:
    """Write events as one iCalendar file; those without a day are left out.

    The uid is the event's id, so that adding it twice changes nothing in a calendar. An event is
    TENTATIVE when its date is not known to the day or was inferred, and when the words of its
    sentence leave it open or postpone it; CANCELLED when they call it off.

    Args:
        rows: Rows of `queries.events`, or of `briefing.library.anniversaries`, which have a `uid`.
        at: When the file is written; now by default.
        about: What the file says of itself, as pairs of a word and what it is.
        marking: The handling marking; it stands first in the calendar's name and in each event.
    """
    about = tuple(about)
    said = dict(about)
    calendar = Calendar()
    calendar.add("prodid", "-//Briefing//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if said:
        name = " · ".join(filter(None, (marking, said.get("Title", ""))))
        description = "\n".join(f"{word}: {value}" for word, value in about)
        for key, value in (("name", name), ("x-wr-calname", name), ("x-wr-caldesc", description)):
            calendar.add(key, vText(value))
        calendar.add("description", vText(description))
    stamp = at or datetime.now(UTC)
    for row in rows:
        days = _days(row)
        if days is not None:
            calendar.add_component(_event(row, *days, stamp, marking))
    written: bytes = calendar.to_ical()
    return written


def file_name(row: Row) -> str:
    """Return a name for an event's file that any system takes."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in str(row["title"]).lower())
    words = [word for word in letters.split("-") if word]
    return "-".join(words[:8])[:60] + ".ics" if words else "event.ics"


def _event(row: Row, first: date, last: date, stamp: datetime, marking: str) -> Event:
    event = Event()
    event.add("uid", f"{row.get('uid') or row['event_id']}@briefing")
    event.add("dtstamp", stamp)
    certainty = certainty_of(row)
    event.add("summary", _summary(str(row["title"]), certainty))
    event.add("dtstart", first)
    event.add("dtend", min(last, date.max - timedelta(days=1)) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    firm = row["basis"] != "inferred" and _DAYS.fullmatch(str(row["date"])) is not None
    status = "CONFIRMED" if firm and certainty.level == "firm" else "TENTATIVE"
    event.add("status", "CANCELLED" if certainty.level == "cancelled" else status)
    if isinstance(row["place_country"], str):
        event.add("location", country_name(row["place_country"]))
    description = _description(row, certainty)
    event.add("description", f"{marking}\n{description}" if marking else description)
    return event


def _summary(title: str, certainty: Certainty) -> str:
    """Return the title, led by what became of it where it does not say so itself."""
    bare, level = bare_title(title), certainty.level
    if level not in ("cancelled", "postponed") or str(certainty.word).lower() in bare.lower():
        return bare
    return f"{level.capitalize()}: {bare}"


def _description(row: Row, certainty: Certainty) -> str:
    sentence, title, working = row["sentence_text"], row.get("title_article"), row["working"]
    parts = [f"“{' '.join(sentence.split())}”"] if isinstance(sentence, str) else []
    if isinstance(title, str) and title:
        parts.append(f"From: {title}")
    parts.append(EVENT_BASES[row["basis"]].word)
    if isinstance(working, str):
        parts.append(working)
    if certainty.word is not None:
        level = "Not firm" if certainty.level == "tentative" else certainty.level.capitalize()
        parts.append(f"{level}: the sentence says “{certainty.word}”.")
    return "\n".join(parts)


def _days(row: Row) -> tuple[date, date] | None:
    first, last = as_day(row["earliest"]), as_day(row["latest"])
    start, end = first or last, last or first
    return None if start is None or end is None else (start, end)
