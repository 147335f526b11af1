"""Words and weights by which sentences are picked for a bottom line: bottom_line.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class BottomLineWords:
    """Words in lower case, and patterns.

    Attributes:
        weights: What a sentence gains by each feature of `briefing.library.bottom_line`.
        pointing: First words of a sentence that point back.
        joining: First words that join a sentence to the one before it.
        joining_before_comma: Words that do so where a comma follows.
        pointing_words: Beginnings of several words that point back.
        no_story: Matches, at its beginning, what is no sentence of the story.
        past: Finds what tells of the past behind the story.
        common: Words too common to tell what a text is about.
    """

    weights: Mapping[str, float]
    pointing: frozenset[str]
    joining: frozenset[str]
    joining_before_comma: frozenset[str]
    pointing_words: re.Pattern[str]
    no_story: re.Pattern[str]
    past: re.Pattern[str]
    common: frozenset[str]


@cache
def bottom_line_words() -> BottomLineWords:
    """Load the words once."""
    file = toml("bottom_line.toml")
    words = file["words"]
    several = "|".join(re.escape(beginning) for beginning in words["pointing_words"])
    return BottomLineWords(
        weights={name: float(weight) for name, weight in file["weights"].items()},
        pointing=frozenset(words["pointing"]),
        joining=frozenset(words["joining"]),
        joining_before_comma=frozenset(words["joining_before_comma"]),
        pointing_words=re.compile(rf"(?:{several})\b", re.IGNORECASE),
        no_story=re.compile("|".join(words["no_story"]), re.IGNORECASE),
        past=re.compile(rf"\b(?:{'|'.join(words['past'])})\b", re.IGNORECASE),
        common=frozenset(words["common"]),
    )
