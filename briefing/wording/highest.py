"""Which of several handling markings stands over all of them, and which stay under a ceiling.

The levels of TLP 2.0 are ordered among themselves, and so are those of the UK scale. Nothing orders
the two scales with each other, nor anybody's own words: these stand beside each other. What is
written after a level, such as "COMMERCIAL" or "UK EYES ONLY", limits who may read it, so only the
same words stand for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.wording.marking import MARKINGS, style_of

BETWEEN = " · "
"""Stands between markings that cannot be ordered."""

LONGEST = 80
"""Letters of the marking of an article."""


@dataclass(frozen=True, slots=True)
class Level:
    """One marking.

    Attributes:
        text: It as its standard spells it.
        scale: "TLP" or "UK"; "" for words of one's own.
        height: Its place on the scale, from 0.
        more: Whether words stand after the level.
    """

    text: str
    scale: str = ""
    height: int = 0
    more: bool = False


def levels(marking: str) -> tuple[Level, ...]:
    """Return the markings that stand beside each other in one; none for no marking."""
    return tuple(_level(part) for part in marking.split(BETWEEN.strip()) if part.strip())


def highest(markings: Iterable[str]) -> str:
    """Return the marking that stands over all of them, "" for none.

    "TLP:GREEN" and "TLP:RED" give "TLP:RED"; with "SECRET" too, "TLP:RED · SECRET".

    Args:
        markings: The markings, as they were written.
    """
    every = [level for marking in markings for level in levels(marking)]
    once = list({level.text: level for level in every}.values())
    left = [
        level
        for place, level in enumerate(once)
        if not any(
            _covers(other, level) and (at < place or not _covers(level, other))
            for at, other in enumerate(once)
            if at != place
        )
    ]
    left.sort(key=lambda level: (_SCALES.index(level.scale), level.text.casefold()))
    return BETWEEN.join(level.text for level in left)


def standing_marking(chosen: str, included: str) -> str:
    """Return the marking that stands on something, "" for none: never below what is in it.

    Args:
        chosen: The marking that staff chose, or that of the setting.
        included: The highest marking of the articles in it.
    """
    return highest((chosen, included)) if included else " ".join(chosen.split())


def raised_words(chosen: str, included: str) -> str:
    """Say that what was chosen is too low for what is in it; "" where it is not."""
    stands = standing_marking(chosen, included)
    if not included or stands == highest((chosen,)):
        return ""
    return f"The marking is raised to {stands}, as that of an article in it."


def is_within(marking: str, ceiling: str) -> bool:
    """Say whether a marking is known to be no higher than a ceiling; no marking always is.

    Args:
        marking: The marking, as it was written.
        ceiling: A level of TLP 2.0 or of the UK scale.
    """
    tops = levels(ceiling)
    return all(any(_covers(top, level) for top in tops) for level in levels(marking))


def is_above(marking: str, ceiling: str) -> bool:
    """Say whether a marking is known to be higher than a ceiling on the same scale."""
    return any(
        level.scale == top.scale != "" and level.height > top.height
        for level in levels(marking)
        for top in levels(ceiling)
    )


def is_ceiling(text: str) -> bool:
    """Say whether words are a level that others can be compared with."""
    found = levels(text)
    return len(found) == 1 and bool(found[0].scale) and not found[0].more


_SCALES = ("TLP", "UK", "")
"""The order in which markings stand beside each other: TLP first, as its place is the right."""

_HEIGHTS = {
    scale: [name for name in MARKINGS if name.startswith("TLP:") is (scale == "TLP")]
    for scale in ("TLP", "UK")
}


def _covers(one: Level, other: Level) -> bool:
    """Say whether a marking stands for another one, too."""
    if one.text == other.text:
        return True
    return one.scale == other.scale != "" and one.height >= other.height and not other.more


def _level(part: str) -> Level:
    style = style_of(part)
    text = style.text if style else ""
    for scale, names in _HEIGHTS.items():
        for height, name in _longest_first(names):
            bare = text.removeprefix("UK ") if scale == "UK" else text
            rest = bare.removeprefix(name)
            if rest != bare and not rest[:1].isalnum() and rest[:1] != "+":
                return Level(text, scale, height, more=bool(rest))
    return Level(text)


def _longest_first(names: list[str]) -> Iterator[tuple[int, str]]:
    yield from sorted(enumerate(names), key=lambda each: -len(each[1]))
