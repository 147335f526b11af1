"""Quotations in the shape of PolNeAR's gold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc

from briefing.extraction.facts import Fragment


def _pieces(text: str, fragments: Iterable[Fragment]) -> list[list[int]]:
    """Join fragments that no letter or digit separates: the gold's pieces are contiguous."""
    pieces: list[list[int]] = []
    for part in fragments:
        if pieces and not any(sign.isalnum() for sign in text[pieces[-1][1] : part.start]):
            pieces[-1][1] = part.end
        else:
            pieces.append([part.start, part.end])
    return pieces


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write `doc._.quotes` as the scorer reads them."""
    text = document["text"]
    quotes = []
    for quote in doc._.quotes:
        entity = doc._.entities.get(quote.speaker_id)
        row = {
            "start": quote.start,
            "end": quote.end,
            "spans": _pieces(text, quote.fragments),
            "type": "direct" if quote.kind == "unsettled" else quote.kind,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "speaker": None,
            "speaker_resolved": entity.name if entity else None,
            "cue_start": quote.cue_start,
            "cue_end": quote.cue_end,
            "cue": None,
        }
        if quote.speaker_start is not None:
            row["speaker"] = text[quote.speaker_start : quote.speaker_end]
        if quote.cue_start is not None:
            row["cue"] = text[quote.cue_start : quote.cue_end]
        quotes.append(row)
    return {"quotes": quotes}
