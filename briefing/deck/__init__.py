"""The slides of a briefing: what is on them, in which order, for the page and for PowerPoint."""

from __future__ import annotations

from briefing.deck.arrange import Entry, Outline, outline, slides
from briefing.deck.plan import Choice, Plan
from briefing.deck.slide import (
    Body,
    Line,
    ListBody,
    PictureBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
)

__all__ = [
    "Body",
    "Choice",
    "Entry",
    "Line",
    "ListBody",
    "Outline",
    "PictureBody",
    "Plan",
    "QuotationBody",
    "QuotationsBody",
    "RelationBody",
    "Slide",
    "TitleBody",
    "VoicesBody",
    "outline",
    "slides",
]
