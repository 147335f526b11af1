"""The sign on an arc in pictures, so that its class can be told without colour, as in grey print.

A plus for cooperation, a cross for conflict; on white for words, on the colour for acts.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from briefing.drawing.svg_tree import add, number
from briefing.map.colours import GroundColours
from briefing.wording.signs import QUADS

REACH = 5.6
_ARM = 3.1


def sign(quad: str) -> str:
    """Return the sign of a class for a key of text: "+" for cooperation, "×" for conflict."""
    return "+" if quad.endswith("cooperation") else "×"


def draw_badge(parent: ET.Element, x: float, y: float, quad: str, ink: GroundColours) -> None:
    """Draw the sign of a class of relations.

    Args:
        parent: Where to draw it.
        x: Its middle.
        y: Its middle.
        quad: A key of `QUADS`.
        ink: The colours of the ground.
    """
    colour, acts = QUADS[quad].colour, quad.startswith("material")
    badge = add(parent, "g", data_sign=quad)
    add(
        badge,
        "circle",
        cx=x,
        cy=y,
        r=REACH,
        fill=colour if acts else ink.ground,
        stroke=ink.ground if acts else colour,
        stroke_width=1.2 if acts else 1.6,
    )
    arm = _ARM if quad.endswith("cooperation") else 0.8 * _ARM
    strokes = (
        ((x - arm, y, x + arm, y), (x, y - arm, x, y + arm))
        if quad.endswith("cooperation")
        else ((x - arm, y - arm, x + arm, y + arm), (x - arm, y + arm, x + arm, y - arm))
    )
    path = "".join(
        f"M{number(left)} {number(top)}L{number(right)} {number(bottom)}"
        for left, top, right, bottom in strokes
    )
    stroke = "#FFFFFF" if acts else ink.text
    add(badge, "path", d=path, fill="none", stroke=stroke, stroke_width=1.7)
