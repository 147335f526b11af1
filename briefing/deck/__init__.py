"""Slides: a brief as a sequence of screens, for the Present page and for PowerPoint alike."""

from __future__ import annotations

from briefing.deck.build import slides
from briefing.deck.plan import Choice, Plan
from briefing.deck.slide import Body, Line, Lines, Opening, Picture, Said, Slide, Stands

__all__ = [
    "Body",
    "Choice",
    "Line",
    "Lines",
    "Opening",
    "Picture",
    "Plan",
    "Said",
    "Slide",
    "Stands",
    "slides",
]
