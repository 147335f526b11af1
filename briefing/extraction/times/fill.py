"""What the component does with a Doc, in order."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from briefing.extraction.facts import Entity, Mention, Published
from briefing.extraction.times.anniversaries import Anniversary, anniversaries_in
from briefing.extraction.times.inferred import infer
from briefing.extraction.times.occasions import (
    Found,
    choose,
    named_in,
)
from briefing.extraction.times.published import stated
from briefing.extraction.times.reading import Anchored, anchored, plain_direction_of, readings_of
from briefing.extraction.times.readings import Dated, Direction, Reading
from briefing.extraction.times.told_again import told_again
from briefing.extraction.times.words import words_of
from briefing.reference.occasions import Occasion, Series

NOTES = "briefing_time_notes"
"""Key in `doc.user_data` of what the events component takes over from this one."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found beside the times: taken over by the events component.

    `text` is the Doc's own, with plain signs: making it anew each time is dear.
    """

    text: str
    anchored: tuple[Anchored, ...]
    occasions: tuple[tuple[Found, Occasion | None], ...]
    anniversaries: tuple[Anniversary, ...]


def read_times(doc: Doc) -> Doc:
    """Fill `doc._.times`, `doc._.published` and the occasions among entities and mentions."""
    words = words_of(doc.text)
    readings = readings_of(doc, words)
    known = _known(doc)
    day = date.fromisoformat(known.date) if known.date is not None else None
    named = named_in(doc, words)
    anniversaries = anniversaries_in(doc, words, day)
    doc._.published = known if day else _inferred(doc, readings, named, anniversaries)
    entries = anchored(doc, words.text, readings, doc._.published)
    doc._.times = [entry.time for entry in entries]
    first, last = _days(doc._.published)
    every = (
        (found, choose(found, first, last, _stretch_beside(words.text, found, entries)))
        for found in named
    )
    chosen = tuple(
        (found, occasion)
        for found, occasion in every
        if occasion is not None or isinstance(found.named, Series)
    )
    _mention(doc, chosen, anniversaries)
    again = ((found, choose(found, first, last)) for found in told_again(doc, named))
    chosen += tuple((found, occasion) for found, occasion in again if occasion is not None)
    doc.user_data[NOTES] = Notes(words.text, tuple(entries), chosen, tuple(anniversaries))
    return doc


def _known(doc: Doc) -> Published:
    """Return the date that was given, or that the article states; else the unknown one."""
    given: Published = doc._.published
    if given.date is not None:
        return given
    day = stated(doc)
    return given if day is None else Published(day.isoformat(), "stated")


def _inferred(
    doc: Doc,
    readings: list[Reading],
    named: list[Found],
    anniversaries: list[Anniversary],
) -> Published:
    directed: list[tuple[Reading, Direction]] = [
        (
            reading,
            plain_direction_of(doc, reading) if isinstance(reading.meaning, Dated) else "open",
        )
        for reading in readings
    ]
    return infer(doc, directed, named, anniversaries)


def _stretch_beside(text: str, found: Found, entries: list[Anchored]) -> tuple[date, date] | None:
    """Return the days of the date that stands at an occasion: "the summit in Lima in June"."""
    sent = found.span.sent
    for entry in entries:
        time = entry.time
        if time.earliest is None or time.latest is None or time.type not in ("DATE", "TIME"):
            continue
        if not sent.start_char <= time.start < sent.end_char:
            continue
        after = text[found.span.end_char : time.start].split()
        before = text[time.end : found.span.start_char].split()
        near = time.start >= found.span.end_char and len(after) <= 5 and after[-1:] != ["and"]
        own = time.end <= found.span.start_char and not before
        if near or own:
            return date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    return None


def _days(published: Published) -> tuple[date | None, date | None]:
    first, last = published.date or published.earliest, published.date or published.latest
    return (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def _mention(
    doc: Doc,
    chosen: tuple[tuple[Found, Occasion | None], ...],
    anniversaries: list[Anniversary],
) -> None:
    """Add occasions to the entities and mentions; a span that is mentioned already is left."""
    if doc._.mentions is None:
        doc._.mentions = []
    if doc._.entities is None:
        doc._.entities = {}
    taken = {(mention.start, mention.end) for mention in doc._.mentions}
    spans: list[tuple[Span, Occasion | Series | Anniversary]] = [
        (found.span, occasion or found.named)
        for found, occasion in chosen
        if not (isinstance(found.named, Occasion) and found.named.kind == "agreement")
    ]
    spans += [(entry.span, entry) for entry in anniversaries]
    for span, what in spans:
        if (span.start_char, span.end_char) in taken:
            continue
        entity = _entity(what)
        doc._.entities.setdefault(entity.entity_id, entity)
        taken.add((span.start_char, span.end_char))
        insort(
            doc._.mentions,
            Mention(
                entity.entity_id, span.start_char, span.end_char, span.root.i, "name", None, False
            ),
            key=lambda mention: (mention.start, mention.end),
        )


def _entity(what: Occasion | Series | Anniversary) -> Entity:
    if isinstance(what, Occasion):
        return Entity(what.occasion_id, "occasion", what.name, what.country)
    if isinstance(what, Series):
        return Entity(f"occasion:{what.series_id}", "occasion", what.name)
    key = what.occasion.occasion_id.removeprefix("occasion:")
    name = f"{_nth(what.count)} anniversary: {what.occasion.name}"
    return Entity(f"occasion:{key}-anniversary-{what.count}", "occasion", name)


def _nth(count: int) -> str:
    ending = (
        "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    )
    return f"{count}{ending}"
