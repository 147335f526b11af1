"""Where words stand in an article: verbatim, but for spaces and the shape of quotation marks."""

from __future__ import annotations

import re
from itertools import islice

from briefing.errors import ReviewError

_SHAPES = ("'’‘", '"“”', "-‐‑–—")
"""Signs that keyboards write in another shape than printers do."""

_MOST = 50
"""Places that are looked for; who gives so few words gives more."""


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Return the spans of an article at which words stand, in order; none for no words.

    Args:
        text: The article's text.
        words: The words; any space stands for any other, a straight mark for a curved one.
    """
    parts = words.split()
    if not parts:
        return []
    pattern = r"\s+".join("".join(map(_sign, part)) for part in parts)
    return [found.span() for found in islice(re.finditer(pattern, text), _MOST)]


def nearest(text: str, words: str, start: int) -> tuple[int, int]:
    """Return where words stand in an article; of several places the nearest to an offset.

    Raises:
        ReviewError: They stand nowhere.
    """
    places = occurrences(text, words)
    if not places:
        raise ReviewError(
            "These words do not stand in the article; copy them from it, letter for letter."
        )
    return min(places, key=lambda place: (abs(place[0] - start), place))


def still_there(text: str, words: str, start: int) -> tuple[int, int] | None:
    """Return where the exact words of a decision stand now; None where they are gone.

    Args:
        text: The article's text.
        words: The words.
        start: Where they stood.
    """
    if not words or text.startswith(words, start):
        return (start, start + len(words)) if words else None
    after, before = text.find(words, start), text.rfind(words, 0, start + len(words))
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return None
    place = min(places, key=lambda found: abs(found - start))
    return place, place + len(words)


def _sign(sign: str) -> str:
    for shapes in _SHAPES:
        if sign in shapes:
            return f"[{re.escape(shapes)}]"
    return re.escape(sign)
