"""How much room words take, measured with one packaged face and a margin for the others.

The page sets words in the packaged faces, which the browser is sent; the margins below cover what
is wider than Noto Sans: its bold, Noto Serif and its bold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import ceil

from PIL import ImageFont

from briefing.deck.stage import Face, Type
from briefing.folders import DATA

FONT = DATA / "fonts" / "NotoSans-Regular.ttf"

_MARGINS: dict[Face, float] = {
    "sans": 1.04,
    "sans-bold": 1.12,
    "serif": 1.07,
    "serif-bold": 1.13,
}
"""How much wider than Noto Sans a face may be."""

_UNKNOWN = 1.3
"""Width of a letter that the packaged font does not have, in its size: an ideograph, an emoji."""

_EM = 1000


def width(text: str, face: Face, size: float) -> float:
    """Return the width of a text in one line, in pixels, with the margin."""
    return _ems(text) * size * _MARGINS[face]


def lines(text: str, kind: Type, column: float) -> int:
    """Return how many lines a text takes in a column, at most.

    A word wider than the column begins a line of its own and is broken, as the page does.

    Args:
        text: The text; white space of any kind parts its words.
        kind: How it is set.
        column: Width of the column in pixels.
    """
    unit = kind.size * _MARGINS[kind.face]
    space = _ems(" ") * unit
    number, used = 0, 0.0
    for word in text.split():
        wide = _ems(word) * unit
        if number and used + space + wide <= column:
            used += space + wide
            continue
        number += max(1, ceil(wide / column))
        used = wide if wide <= column else wide % column
    return number


def height(text: str, kind: Type, column: float) -> float:
    """Return how high a text stands in a column, in pixels."""
    return lines(text, kind, column) * kind.line


def longest(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `most` that fits, 0 when not even 1 does.

    What fits is asked for few words first, since most texts are longer than a slide.

    Args:
        most: The largest that is asked for.
        fits: Whether so much fits; what fits for a number fits for each smaller one.
    """
    low, high = 0, min(most, 32)
    while high < most and fits(high):
        low, high = high, min(most, high * 2)
    if high == most and fits(high):
        return most
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


@lru_cache(maxsize=50_000)
def _ems(word: str) -> float:
    return sum(map(_advance, word))


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), _EM, layout_engine=ImageFont.Layout.BASIC)


@cache
def _missing() -> bytes:
    return bytes(_font().getmask("\U0010fffd"))


@lru_cache(maxsize=20_000)
def _advance(letter: str) -> float:
    """Return the width of a letter in its size."""
    if letter.isascii():
        return _font().getlength(letter) / _EM
    if bytes(_font().getmask(letter)) == _missing() and letter.isprintable():
        return _UNKNOWN
    return _font().getlength(letter) / _EM
