"""Standing of given event spans, in the three labels of the gold.

TimeML annotates a word's own modal and polarity: "will" is tense there, so what is expected is
told as a fact, and a governing verb is an event of its own.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from briefing.extraction.standing.engine import standing_of

LABELS = {
    "denied": "denied",
    "negated": "denied",
    "conditional": "conditional",
    "possible": "conditional",
    "expected": "asserted",
}


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Ask the standing of each given span."""
    events = []
    for event in document["events"]:
        span = doc.char_span(event["start"], event["end"], alignment_mode="expand")
        label = (
            "asserted" if span is None else LABELS.get(standing_of(span.root, own=True).standing)
        )
        events.append({"start": event["start"], "end": event["end"], "label": label or "asserted"})
    return {"events": events}
