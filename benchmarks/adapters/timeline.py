"""Events in the shape that timelines are compared in."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write `doc._.events` with the offset of each one's head."""
    return {
        "events": [
            {
                "start": event.start,
                "end": event.end,
                "head": doc[event.head].idx,
                "title": event.title,
                "earliest": event.earliest,
                "latest": event.latest,
                "basis": event.basis,
            }
            for event in doc._.events
        ]
    }
