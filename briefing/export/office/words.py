"""What an article says, as a run of an Office file can hold it."""

from __future__ import annotations

from briefing.drawing.xml_text import xml_text

_OPENING = {"\u202a", "\u202b", "\u202d", "\u202e"}
_CLOSING = "\u202c"
_ISOLATING = {"\u2066", "\u2067", "\u2068"}
_ENDING = "\u2069"


def run_text(text: str) -> str:
    """Return a text without what XML cannot hold, its signs of direction closed at its end.

    A sign that turns the order of letters and is never closed would turn the program's words after
    it as well. The text itself stays as it is.
    """
    text = xml_text(text)
    still: list[str] = []
    for sign in text:
        if sign in _OPENING:
            still.append(_CLOSING)
        elif sign in _ISOLATING:
            still.append(_ENDING)
        elif still and sign == still[-1]:
            still.pop()
    return text + "".join(reversed(still))
