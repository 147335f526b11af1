"""What is named more than once is one event, and each event has a span of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc

from briefing.extraction.facts import Event
from briefing.reference.occasions import occasions, words_in


def merged(events: list[Event], doc: Doc) -> list[Event]:
    """Make one event of what is named more than once: the same occasion, or noun and date."""
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        groups[_identity(event, doc)].append(event)
    return [_best(group) for group in groups.values()]


def _identity(event: Event, doc: Doc) -> object:
    if event.kind == "anniversary" or (event.occasion_id and event.date):
        return event.occasion_id
    countries = frozenset(party.country for party in event.parties if party.country)
    lemma = doc[event.head].lemma_.lower()
    if event.occasion_id:
        return (event.occasion_id, event.tense)
    if event.date and countries:
        return (event.kind if event.kind != "other" else lemma, event.date, countries)
    if event.kind in ("war", "visit") and countries:
        return (event.kind, lemma, countries)
    return event.start, event.end, event.head


def _best(group: list[Event]) -> Event:
    """Return the mention that says most, with the parties of all."""
    rank = {"stated": 0, "computed": 0, "reference": 1, "inferred": 2, "unknown": 3}
    known = occasions().get(group[0].occasion_id or "")
    name = set(words_in(known.name)) if known is not None else set()
    best = min(
        group,
        key=lambda event: (
            rank[event.basis],
            event.tense != "upcoming",
            -len(name & set(words_in(event.title))),
            -len(event.parties),
            event.start,
        ),
    )
    parties = tuple(dict.fromkeys(party for event in group for party in event.parties))
    place = next((event.place_country for event in group if event.place_country), None)
    return replace(best, parties=parties, place_country=place)


def distinct(events: list[Event], doc: Doc) -> list[Event]:
    """Give each event a span of its own: of two alike, the later one keeps only its head's."""
    taken: set[tuple[int, int]] = set()
    found = []
    for event in events:
        span = (event.start, event.end)
        if span in taken:
            head = doc[event.head]
            span = (head.idx, head.idx + len(head))
            if span in taken:
                continue
            event = replace(event, start=span[0], end=span[1])
        taken.add(span)
        found.append(event)
    return found
