"""What happened and how countries stand by it: the same words have one standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from briefing.extraction.facts import Event, Relation
from briefing.extraction.relations.denials import Answered, denied_in_quote, denied_quotes


def agreed(
    doc: Doc, events: Iterable[Event], told: Sequence[Relation], relations: Sequence[Relation]
) -> list[Event]:
    """Return the events with the standing of the relation that the same word tells.

    "Oman is expected to host talks between Yemen and Iran": the talks are expected, as what the
    two do. "Peru bought ships from Chile. Chile denies it": the purchase is denied, too.

    Args:
        doc: The Doc.
        events: Its events.
        told: Its relations as their own clauses tell them.
        relations: The same, with what later clauses deny.
    """
    denied = [one for one, before in zip(relations, told, strict=True) if one != before]
    answered = denied_quotes(doc)
    return [_with(event, doc, relations, denied, answered) for event in events]


def _with(
    event: Event,
    doc: Doc,
    relations: Sequence[Relation],
    denied: Sequence[Relation],
    answered: Sequence[Answered],
) -> Event:
    of_head = next((one for one in relations if one.head == event.head), None)
    if of_head is not None:
        only_here = event.standing.denied_by and not of_head.standing.denied_by
        return event if only_here else replace(event, standing=of_head.standing)
    at = doc[event.head].idx
    by_words = next((one for one in denied if one.trigger_start <= at < one.trigger_end), None)
    if by_words is not None:
        return replace(event, standing=by_words.standing)
    return replace(event, standing=denied_in_quote(answered, at, event.standing))
