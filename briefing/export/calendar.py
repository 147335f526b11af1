"""Events as a calendar file (RFC 5545): all-day, tentative or cancelled where they are not firm.

What is denied, disputed or negated has no place in a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from briefing import clock
from briefing.reference.countries import country_name
from briefing.tables import Row
from briefing.wording import headings
from briefing.wording.ahead import ahead_on
from briefing.wording.dates import as_day, day, working_words
from briefing.wording.signs import EVENT_BASES
from briefing.wording.standing import Held, held_of, led_title, said
from briefing.wording.titles import bare_title

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
"""EDTF of a day or of a span from one day to another."""


def in_calendar(row: Row) -> bool:
    """Say whether an event belongs in a calendar: it has a day, and is not told not to be so."""
    return _days(row) is not None and not held_of(row).not_so


def to_calendar(
    rows: Iterable[Row],
    *,
    at: datetime | None = None,
    today: date | None = None,
    about: Iterable[tuple[str, str]] = (),
    marking: str = "",
) -> bytes:
    """Write events as one iCalendar file; those that do not belong in one are left out.

    The uid is the event's id, so that adding it twice changes nothing in a calendar. An event is
    TENTATIVE when its date is not known to the day or was inferred, when the article has it from
    somebody, and when its words leave it open, on a condition, or postpone it; CANCELLED when they
    call it off. The description says which, and who claims it; of what was ahead for its article,
    also when that was, and whether it is past by now.

    Args:
        rows: Rows of `queries.events`, or of `briefing.library.anniversaries`, which have a `uid`.
        at: When the file is written; now by default.
        today: The day from which "now past" counts; today by default.
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
        name = " · ".join(filter(None, (marking, said.get(headings.TITLE, ""))))
        description = "\n".join(f"{word}: {value}" for word, value in about)
        for key, value in (("name", name), ("x-wr-calname", name), ("x-wr-caldesc", description)):
            calendar.add(key, vText(value))
        calendar.add("description", vText(description))
    stamp, made = at or datetime.now(UTC), today or clock.today()
    for row in rows:
        days = _days(row)
        if days is not None and in_calendar(row):
            calendar.add_component(_event(row, *days, stamp, made, marking))
    written: bytes = calendar.to_ical()
    return written


def file_name(row: Row) -> str:
    """Return a name for an event's file that any system takes."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in str(row["title"]).lower())
    words = [word for word in letters.split("-") if word]
    return "-".join(words[:8])[:60] + ".ics" if words else "event.ics"


def _event(row: Row, first: date, last: date, stamp: datetime, made: date, marking: str) -> Event:
    event = Event()
    event.add("uid", f"{row.get('uid') or row['event_id']}@briefing")
    event.add("dtstamp", stamp)
    held = held_of(row)
    event.add("summary", led_title(bare_title(str(row["title"])), held))
    event.add("dtstart", first)
    event.add("dtend", min(last, date.max - timedelta(days=1)) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", _status(row, held))
    if isinstance(row["place_country"], str):
        event.add("location", country_name(row["place_country"]))
    description = "\n".join(_description(row, held, _ahead(row, last, made)))
    event.add("description", f"{marking}\n{description}" if marking else description)
    return event


def _status(row: Row, held: Held) -> str:
    """Return CONFIRMED only for what the article itself says, settled, of a day that is known."""
    if held.status == "cancelled":
        return "CANCELLED"
    known_day = row["basis"] != "inferred" and _DAYS.fullmatch(str(row["date"])) is not None
    return "CONFIRMED" if known_day and held.plain else "TENTATIVE"


def _description(row: Row, held: Held, ahead: str) -> list[str]:
    sentence, title, working = row["sentence_text"], row.get("title_article"), row["working"]
    parts = [f"“{' '.join(sentence.split())}”"] if isinstance(sentence, str) else []
    if isinstance(title, str) and title:
        parts.append(f"From: {title}")
    if ahead:
        parts.append(ahead)
    parts.append(EVENT_BASES[row["basis"]].word)
    if isinstance(working, str):
        parts.append(working_words(working))
    if held.standing == "conditional" and held.condition:
        words = said(held)
        parts.append(f"On a condition: {words[:1].lower()}{words[1:]}.")
    elif not held.plain:
        parts.append(f"{said(held)}.")
    if held.words is not None and held.status != "tentative":
        parts.append(f"The sentence says “{held.words}”.")
    return parts


def _ahead(row: Row, last: date, made: date) -> str:
    """Say of what its article tells as ahead of which day that is, and whether it is past by now.

    No article looks ahead at an anniversary that was worked out.
    """
    if row["tense"] != "upcoming" or row.get("uid"):
        return ""
    words = ahead_on(row)
    past = f"; now past (on {day(made.isoformat())})" if last < made else ""
    return f"{words[:1].upper()}{words[1:]}{past}."


def _days(row: Row) -> tuple[date, date] | None:
    first, last = as_day(row["earliest"]), as_day(row["latest"])
    start, end = first or last, last or first
    return None if start is None or end is None else (start, end)
