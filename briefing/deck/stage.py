"""The stage that every slide is measured for and drawn on: 1920 by 1080 pixels, and its type.

The page draws slides with exactly these numbers and scales the whole stage to the window, so that
what fits by the measure fits on any screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.deck.slide import Kind

Face = Literal["sans", "sans-bold", "serif", "serif-bold"]


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of text is set: its face, size in pixels, and line height as a share of it."""

    face: Face
    size: float
    leading: float

    @property
    def line(self) -> float:
        """Height of one line in pixels."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes that the main words of a slide may take.

    Attributes:
        largest: The size that is tried first.
        smallest: What still stands on one slide.
        split: The smallest size where one slide does not do.
    """

    largest: int
    smallest: int
    split: int


WIDTH, HEIGHT = 1920, 1080
LEAST = 24
"""The smallest type on a slide, in pixels of the stage."""

MARGIN = 96
TOP = 88
"""Where the head begins; the marking stands above it."""
BOTTOM = 960
"""Where the body ends; the foot and the marking stand below it."""
COLUMN = WIDTH - 2 * MARGIN

KICKER = Type("sans-bold", 26, 1.4)
HEADING_LEADING = 1.15
HEADINGS = Sizes(56, 36, 36)
TITLES = Sizes(80, 44, 44)
HEADING_LINES, TITLE_LINES = 2, 4
COUNTER = 180
"""What the heading leaves free at its right, for "2 of 3"."""
BESIDE = Type("sans", 40, 1.25)
"""The speaker's role and country below the name."""
AFTER_HEAD = 32

SCOPE = Type("sans", 40, 1.3)
ABOUT = Type("sans", 30, 1.4)
"""What the title slide says of itself: filter, day, review, program."""
ABOUT_GAP = 14

SIGN = Type("sans-bold", 32, 1.4)
"""What a relation is and how it stands, in words."""
SIGN_LINE = 240
"""Width of the drawn line before the sign, with the space after it."""
FACT = Type("sans", 30, 1.4)
FACT_GAP = 24
CIRCUMSTANCES = Type("sans", 28, 1.4)
PARAPHRASED_SHARE = 0.74
"""A paraphrase among quotations is set smaller than what is verbatim, by this share."""
QUOTED_INDENT = 38
"""What the line before each of several quotations takes, with the space after it."""
BY_GAP = 10
"""Space between the words of one of several quotations and its speaker."""
QUOTED_GAP = 36
"""Space between two quotations, at least."""
SPREAD = 1.4
"""Space that may be added between the lines of a list that leaves room, as a share of its size."""

VOICE = Type("sans", 30, 1.25)
VOICE_NAME, VOICE_COUNT = 640, 120
"""Widths of the names before the bars and of the numbers after them."""
VOICE_ROWS = (68, 120)
"""Least and greatest height of a bar with the space around it."""

WORDS_LEADING = 1.3
NOTE_LEADING = 1.35
NOTE_SHARE = 0.68
LEAD_WIDEST = 500
LEAD_GAP = 40
LINE_GAP = 0.6
"""Space below a line of a list, as a share of its size."""

OWN = Type("sans", 34, 1.3)
OWN_LABEL = Type("sans-bold", 24, 1.5)
OWN_GAP = 28
OWN_INDENT = 34

FOOT = Type("sans", 24, 1.4)
MARKING = Type("sans-bold", 28, 1.4)
ZOOM = 2.0
"""Drawings are made small and shown so many times larger, as their letters are of 12 pixels."""
FINER = 1.1
"""How much smaller still a crowded map is made, as its letters are of 11 pixels."""
KEY_HEIGHT = 120
"""Height of the map's key: three lines and the space above them."""
PICTURE_LEAST = 520
"""A picture is not made lower than this for the presenter's lines."""

MAIN: dict[Kind, Sizes] = {
    "title": Sizes(40, 40, 40),
    "bottom-line": Sizes(60, 34, 40),
    "quotation": Sizes(72, 32, 44),
    "quotations": Sizes(54, 34, 38),
    "coming-up": Sizes(52, 32, 36),
    "timeline": Sizes(40, 40, 40),
    "events": Sizes(44, 30, 32),
    "map": Sizes(40, 40, 40),
    "relation": Sizes(56, 32, 42),
    "claims": Sizes(52, 32, 36),
    "voices": Sizes(40, 40, 40),
    "sources": Sizes(38, 26, 32),
    "own": Sizes(52, 32, 40),
    "evidence": Sizes(44, 30, 34),
}
"""Sizes of the main words by kind of slide."""

PARAPHRASED = Sizes(44, 30, 36)
"""Sizes of a paraphrase that has a slide of its own: never as large as what is verbatim."""
