"""What a hand-out or a slide says: the rows that the pages show, in plain words, checked."""

from __future__ import annotations

from briefing.brief.content import (
    Brief,
    Claim,
    Listed,
    Occurrence,
    Quotation,
    Reference,
    Relation,
    Sentence,
    Voice,
)
from briefing.brief.make import Limits, Request, make_brief

__all__ = [
    "Brief",
    "Claim",
    "Limits",
    "Listed",
    "Occurrence",
    "Quotation",
    "Reference",
    "Relation",
    "Request",
    "Sentence",
    "Voice",
    "make_brief",
]
