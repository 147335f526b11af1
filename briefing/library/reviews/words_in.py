"""Where words stand in an article: verbatim, but for spaces and the shape of quotation marks."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from briefing.errors import ReviewError

_SHAPES = ("'’‘", '"“”', "-‐‑–—")
"""Signs that keyboards write in another shape than printers do."""

_MOST = 50
"""Places that are looked for; who gives so few words gives more."""

_KNOWN = 30
"""Letters that words need, with what stands beside them, to be the same in another text."""

_BESIDE = 300
"""Letters on each side that are compared."""


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


def same_place(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where words of a text stand in a newer version of it; None where they are gone.

    Of several places that one is meant which has most of what stood beside them. Few words are the
    same only among the same neighbours.

    Args:
        old: The text.
        new: Its newer version.
        start: Where the words begin in the text.
        end: Where they end.
    """
    words = old[start:end]
    before, after = old[max(0, start - _BESIDE) : start], old[end : end + _BESIDE]
    found: tuple[int, int, int] | None = None
    place = new.find(words) if words else -1
    while place >= 0:
        ends = place + len(words)
        follows = new[ends : ends + _BESIDE]
        comes_before = new[max(0, place - _BESIDE) : place]
        shared = _alike(after, follows) + _alike(before[::-1], comes_before[::-1])
        if found is None or (shared, -abs(place - start)) > found[:2]:
            found = shared, -abs(place - start), place
        place = new.find(words, place + 1)
    if found is None or found[0] + len(words) < min(_KNOWN, len(old)):
        return None
    return found[2], found[2] + len(words)


def _alike(one: str, other: str) -> int:
    """Count the letters with which two texts begin alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _sign(sign: str) -> str:
    for shapes in _SHAPES:
        if sign in shapes:
            return f"[{re.escape(shapes)}]"
    return re.escape(sign)
