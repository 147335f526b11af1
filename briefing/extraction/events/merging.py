"""What is named more than once is one event, and each event has a span of its own."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from briefing.extraction.facts import Event, Standing
from briefing.reference.occasions import occasions, words_in


def merged(events: list[Event], doc: Doc) -> list[Event]:
    """Make one event of what is named more than once.

    The same occasion; the same kind or verb on the same date between the same; and what is named
    again without its date: "Fiji's premier will visit Suva on 3 May … the visit to Suva".
    """
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda one: (one.date is None, one.start)):
        same = next((group for group in groups if _is_same(group[0], event, doc)), None)
        if same is None:
            groups.append([event])
        else:
            same.append(event)
    return [_best(group) for group in groups]


def _is_same(known: Event, event: Event, doc: Doc) -> bool:
    if known.occasion_id or event.occasion_id:
        if known.occasion_id != event.occasion_id:
            return False
        dated = bool(known.date and event.date)
        return event.kind == "anniversary" or dated or known.tense == event.tense
    lemma = doc[event.head].lemma_.lower()
    same_kind = known.kind == event.kind != "other" or lemma == doc[known.head].lemma_.lower()
    if not _countries(event):
        return False
    if event.date is not None:
        return same_kind and known.date == event.date and _names_agree(known, event, doc)
    named_again = same_kind or lemma in _lemmas(known, doc)
    own = {party.entity_id for party in event.parties}
    return named_again and own <= {party.entity_id for party in known.parties}


def _names_agree(one: Event, other: Event, doc: Doc) -> bool:
    """Say whether no name in either tells them apart: not "attacked Sana" and "shelled Aden"."""
    first, second = _names(one, doc), _names(other, doc)
    return _countries(one) == _countries(other) and (first <= second or second <= first)


def _countries(event: Event) -> set[str]:
    return {party.country for party in event.parties if party.country}


def _names(event: Event, doc: Doc) -> set[str]:
    """Return the names in an event's title, in lower case."""
    words = set(words_in(event.title))
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    return {token.lower_ for token in span or () if token.pos_ == "PROPN" and token.lower_ in words}


def _lemmas(event: Event, doc: Doc) -> set[str]:
    words = set(words_in(event.title))
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    return {token.lemma_.lower() for token in span or () if token.lower_ in words}


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
    standing = _standing(best.standing, [event.standing for event in group])
    return replace(best, parties=parties, place_country=place, standing=standing)


def _standing(best: Standing, group: list[Standing]) -> Standing:
    """Return the standing of the best mention, with those who deny the event at another one."""
    deniers = [by for one in group if one.denied_by for by in one.denied_by.split("; ")]
    if not deniers or best.denied_by:
        return best
    claimed = best.attributed_to is not None and best.attributed_to not in deniers
    return Standing(
        "disputed" if claimed else "denied",
        best.attributed_to if claimed else None,
        "; ".join(dict.fromkeys(deniers)),
        best.condition,
    )


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
