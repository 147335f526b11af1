"""How wide a text is, about, for drawing where no browser measures it."""

from __future__ import annotations

import unicodedata

_CLASSES = {
    0.28: "ijl.,:;'’‘|!I ·",
    0.36: 'ftr()[]{}-/\\“”"°',
    0.46: "csz?Jx",
    0.60: "eabdghknopquvy0123456789LFETSPYkX–…←→↔",
    0.66: "ABCKRVZ&",
    0.76: "DGHNOQU",
    0.94: "mwMW@%—",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_BOLD = 1.08


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in a sans face, rather too much than too little.

    Args:
        text: The text.
        size: Its size, in the unit of the result.
        bold: Whether it is bold.
    """
    return sum(map(_share, text)) * size * (_BOLD if bold else 1.0)


def fitting(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Cut a text, at a word where there is one, so that it is no wider than the room."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size, bold=bold) > room:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0] if " " in kept and not text[len(kept)].isspace() else kept
    return (whole if len(whole) > len(kept) / 2 else kept).rstrip(" ,;:–-") + "…"


def lines(text: str, room: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """Break a text into at most so many lines; the last is cut where more would follow."""
    found: list[str] = []
    left = text.split()
    while left and len(found) < most - 1:
        line = left[:1]
        while len(line) < len(left) and (
            width(" ".join(left[: len(line) + 1]), size, bold=bold) <= room
        ):
            line = left[: len(line) + 1]
        if width(line[0], size, bold=bold) > room:
            break
        found.append(" ".join(line))
        left = left[len(line) :]
    if left:
        found.append(fitting(" ".join(left), room, size, bold=bold))
    return found


def _share(letter: str) -> float:
    """Return the width of a letter as a share of its size."""
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.68
