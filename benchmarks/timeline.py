"""How well events land on their day: a gold of timelines, each the dated events of one entity.

The gold has, for each event of a timeline, its article, the number of its sentence, its word and
its date, which may be a day, a month or a year. Events that the gold leaves out are not wrong: it
has only those of the entities asked for; so there is no precision of finding, only one of dating.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any


@dataclass(frozen=True, slots=True)
class Dated:
    """A gold event: where it stands, the days it may lie on, its place in the order."""

    document: str
    start: int
    end: int
    word: str
    first: date
    last: date
    order: int


def gold_events(
    timelines: list[dict[str, Any]], documents: dict[str, dict[str, Any]]
) -> list[list[Dated]]:
    """Return the dated events of each timeline, where the article has their words."""
    entries = [entry for timeline in timelines for entry in timeline["timeline"]]
    shifts = {key: _shift(document, entries) for key, document in documents.items()}
    found = []
    for timeline in timelines:
        events = []
        for entry in timeline["timeline"]:
            document = documents.get(entry["doc"])
            span = _span(entry, document, shifts[entry["doc"]]) if document is not None else None
            days = _days(entry["date"])
            if span is not None and days is not None:
                events.append(
                    Dated(entry["doc"], *span, entry["event"], *days, int(entry["order"]))
                )
        found.append(events)
    return found


def _shift(document: dict[str, Any], entries: list[dict[str, Any]]) -> int:
    """Return what turns the gold's number of a sentence into a place in the article's list.

    Some articles have their title as sentence 0, others do not.
    """
    own = [entry for entry in entries if entry["doc"] == document["id"]]
    return max(
        (0, -1), key=lambda shift: sum(_span(entry, document, shift) is not None for entry in own)
    )


def _span(entry: dict[str, Any], document: dict[str, Any], shift: int) -> tuple[int, int] | None:
    """Return where the event's word, or its first one, stands in its sentence."""
    place = entry["sent"] + shift
    if not 0 <= place < len(document["sentences"]):
        return None
    start, end = document["sentences"][place]
    for words in (entry["event"], entry["event"].split()[0]):
        found = re.search(rf"\b{re.escape(words)}\b", document["text"][start:end], re.IGNORECASE)
        if found:
            return start + found.start(), start + found.end()
    return None


def _days(text: str) -> tuple[date, date] | None:
    """Return the first and last day of "2008-01-09", "2008-01-XX", "2008-01" or "2008"."""
    known = [part for part in text.split("-") if part.isdecimal()]
    if not known or len(known[0]) != 4:
        return None
    year = int(known[0])
    if len(known) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(known[1])
    if len(known) == 2:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    day = date(year, month, int(known[2]))
    return day, day


def score(
    timelines: list[dict[str, Any]],
    documents: list[dict[str, Any]],
    predictions: list[dict[str, Any]],
) -> dict[str, Any]:
    """Compare each gold event with the one that was read at its word.

    `exact`: the very day, month or year; `within`: the date read lies inside the gold's or around
    it by at most a day on either side; `wide`: it holds the gold's date but is wider; `wrong`: it
    shares no day with it; `undated`: an event without a date; `missed`: no event there. `order` is
    the share of pairs of one timeline, dated apart in the gold, that the dates read put in order.
    """
    by_id = {document["id"]: document for document in documents}
    read = {document["id"]: document["events"] for document in predictions}
    kinds: Counter[str] = Counter()
    days: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    seen: set[tuple[str, int, int]] = set()
    for timeline in gold_events(timelines, by_id):
        chosen = {event: _at(event, read.get(event.document, [])) for event in timeline}
        for event, found in chosen.items():
            if (key := (event.document, event.start, event.end)) in seen:
                continue
            seen.add(key)
            kind = _kind(event, found)
            kinds[kind] += 1
            if event.first == event.last:
                days[kind] += 1
        for one, other in combinations(timeline, 2):
            pairs[_ordered(one, other, chosen)] += one.last < other.first or other.last < one.first
    return {"dated events": _table(kinds), "dated to a day": _table(days), "order": _table(pairs)}


def _at(event: Dated, found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the event read at a word: its head there, else the shortest span over it."""
    heads = [one for one in found if event.start <= one["head"] < event.end]
    spans = [one for one in found if one["start"] <= event.start and event.end <= one["end"]]
    spans.sort(key=lambda one: one["end"] - one["start"])
    return next(iter(heads or spans), None)


def _bounds(found: dict[str, Any]) -> tuple[date, date] | None:
    if found["earliest"] is None or found["latest"] is None:
        return None
    return date.fromisoformat(found["earliest"]), date.fromisoformat(found["latest"])


def _kind(event: Dated, found: dict[str, Any] | None) -> str:
    if found is None:
        return "missed"
    bounds = _bounds(found)
    if bounds is None:
        return "undated"
    first, last = bounds
    if (first, last) == (event.first, event.last):
        return "exact"
    near = timedelta(days=1)
    if event.first - near <= first and last <= event.last + near:
        return "within"
    if first <= event.first and event.last <= last:
        return "wide"
    return "wrong" if last < event.first or event.last < first else "overlapping"


def _ordered(one: Dated, other: Dated, chosen: dict[Dated, dict[str, Any] | None]) -> str:
    ends = [
        _bounds(found) if (found := chosen[event]) is not None else None for event in (one, other)
    ]
    if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return "unknown"
    return "right" if (ends[0] < ends[1]) == (one.first < other.first) else "wrong"


def _table(counts: Counter[str]) -> dict[str, Any]:
    total = sum(counts.values())
    table: dict[str, Any] = {"n": total}
    for kind, count in counts.most_common():
        table[kind] = f"{count} ({100 * count / total:.1f} %)" if total else str(count)
    return table
