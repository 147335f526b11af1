"""How a handling marking stands on a page or slide: in which words, where, how large, how coloured.

TLP 2.0 (FIRST, 2022): the label without a space, at the right of header and footer, at least
12 points, its colour on black. The UK scale (Government Security Classifications, 2024): the
level in capitals, bold, centred at top and bottom of every page. Anything else is the reader's
own wording, which is placed like the UK scale and left as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MARKINGS = (
    "TLP:CLEAR",
    "TLP:GREEN",
    "TLP:AMBER",
    "TLP:AMBER+STRICT",
    "TLP:RED",
    "OFFICIAL",
    "OFFICIAL-SENSITIVE",
    "SECRET",
    "TOP SECRET",
)
"""What is offered; anything else may be typed."""

POINTS = 12.0
"""The smallest size of a marking, in points."""


@dataclass(frozen=True, slots=True)
class MarkingStyle:
    """How a marking looks; it stands in header and footer of every page, whatever its scale.

    Attributes:
        text: The marking as its standard spells it.
        align: Where it stands in the line.
        colour: Colour of the words ("#FFC000"), None for that of the text around.
        ground: Colour behind the words ("#000000"), None for none.
    """

    text: str
    align: Literal["right", "center"]
    colour: str | None = None
    ground: str | None = None


def style_of(marking: str) -> MarkingStyle | None:
    """Return how a marking stands; None for no marking.

    "tlp amber" is "TLP:AMBER" at the right, amber on black; "official sensitive" is
    "OFFICIAL-SENSITIVE" in the middle; "Draft for the mission" stays as it is, in the middle.

    Args:
        marking: The marking as the reader wrote it.
    """
    words = " ".join(marking.split())
    if not words:
        return None
    light = _TLP.fullmatch(words)
    if light:
        label = _label(light["colour"], strict=light["strict"] is not None)
        text = f"TLP:{label}{light['rest'] or ''}"
        return MarkingStyle(text, "right", _TLP_COLOURS[label.partition("+")[0]], _TLP_GROUND)
    level = _UK.fullmatch(words) or _UK_WITH_MORE.fullmatch(words)
    if level:
        prefix = "UK " if level["uk"] else ""
        name = re.sub(r"[\s–—-]+", " ", level["level"].upper())
        name = "OFFICIAL-SENSITIVE" if name == "OFFICIAL SENSITIVE" else name
        return MarkingStyle(f"{prefix}{name}{level['rest'] or ''}".upper(), "center")
    return MarkingStyle(words, "center")


def names_recipients(marking: str) -> bool:
    """Say whether a marking is for people who are named: TLP:RED and TLP:AMBER+STRICT."""
    style = style_of(marking)
    return style is not None and re.match(r"TLP:(?:RED|AMBER\+STRICT)\b", style.text) is not None


_TLP_GROUND = "#000000"

_TLP_COLOURS = {"RED": "#FF2B2B", "AMBER": "#FFC000", "GREEN": "#33FF00", "CLEAR": "#FFFFFF"}

_TLP = re.compile(
    r"tlp\s*[:\s–—-]\s*(?P<colour>red|amber|green|clear|white)"
    r"(?P<strict>(?<=amber)\s*\+?\s*strict)?(?P<rest>(?!\w|\+).*)?",
    re.IGNORECASE,
)

_LEVEL = r"(?P<level>official[\s–—-]+sensitive|official|top[\s–—-]+secret|secret)"

_UK = re.compile(rf"(?P<uk>uk\s+)?{_LEVEL}(?P<rest>)", re.IGNORECASE)

_UK_WITH_MORE = re.compile(
    r"(?P<uk>UK )?(?P<level>OFFICIAL[ –—-]+SENSITIVE|OFFICIAL|TOP[ –—-]+SECRET|SECRET)"
    r"(?P<rest>[ :,/–—-].*)"
)
"""A level with a caveat counts only in capitals: "Official visit, draft" is no level."""


def _label(colour: str, *, strict: bool) -> str:
    """Spell a label of TLP 2.0, in which what was WHITE is called CLEAR."""
    name = colour.upper().replace("WHITE", "CLEAR")
    return f"{name}+STRICT" if strict else name
