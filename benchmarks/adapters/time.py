"""Time expressions in the shape of TIMEX3 gold."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write `doc._.times` as the scorer reads them."""
    return {
        "timexes": [
            {"start": time.start, "end": time.end, "type": time.type, "value": time.value}
            for time in doc._.times
        ]
    }
