"""What happened and how countries stand by it: the same words have one standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from briefing.extraction.events.weighing import OWN_STANDING
from briefing.extraction.facts import Event, Relation
from briefing.extraction.standing.engine import weaker


def agreed(
    doc: Doc, events: Sequence[Event], relations: Sequence[Relation]
) -> tuple[list[Event], list[Relation]]:
    """Return events and relations with one standing for what the same words tell.

    "Oman is expected to host talks between Yemen and Iran": the talks are expected, as what the
    two do. "The ships sail for Chile on Friday", ahead by its date: so is what Peru does by it.
    Of two readings the one that claims less holds.

    Args:
        doc: The Doc.
        events: Its events.
        relations: Its relations.
    """
    by_head: dict[int, list[int]] = {}
    for number, relation in enumerate(relations):
        if relation.head is not None:
            by_head.setdefault(relation.head, []).append(number)
    settled_events, settled = list(events), list(relations)
    for place, event in enumerate(events):
        numbers = by_head.get(event.head) or _covering(doc, event, relations)
        if not numbers:
            continue
        standing = event.standing
        if event.head in doc.user_data.get(OWN_STANDING, ()):
            # The reader of events says nothing of what countries do by the same words.
            told = settled[numbers[0]].standing
            if event.head in by_head or told.standing != "asserted":
                settled_events[place] = replace(event, standing=told)
            continue
        for number in numbers:
            told = settled[number].standing
            own_word = standing.standing == "attributed" and told.standing == "asserted"
            standing = told if own_word else weaker(standing, told)
        settled_events[place] = replace(event, standing=standing)
        for number in numbers:
            settled[number] = replace(settled[number], standing=standing)
    return settled_events, settled


def _covering(doc: Doc, event: Event, relations: Iterable[Relation]) -> list[int]:
    """Return the relations whose trigger the event's own word stands in."""
    at = doc[event.head].idx
    return [
        number
        for number, relation in enumerate(relations)
        if relation.trigger_start <= at < relation.trigger_end
    ]
