"""Numbers in a sentence with what they count: how many were killed, how many tonnes were bought."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_HARM = {
    "killed": "killed",
    "dead": "killed",
    "died": "killed",
    "deaths": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "arrested": "arrested",
    "detained": "arrested",
    "kidnapped": "abducted",
    "abducted": "abducted",
    "evacuated": "evacuated",
    "displaced": "displaced",
}
_PEOPLE = {"people", "persons", "person"}
_NO_NOUNS = {"after", "been", "have", "were", "when", "with", "that", "near", "during", "while"}
_FURTHER = {"more", "other", "others"}
"""What such a number counts comes on top of another, which is not told here."""

_NO_UNITS = {
    *("days", "weeks", "months", "years", "hours", "minutes", "times", "decades", "countries"),
    *("sides", "nations", "governments", "states", "parties", "ministers", "leaders"),
}
"""What such a number counts says nothing of the size of an event."""

_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|"
    + "|".join((*_NUMBERS, *_TENS))
    + r")(?:\s+(?P<scale>"
    + "|".join(_SCALE)
    + r"))?"
)
_HEDGE = (
    r"(?:(?P<hedge>at least|more than|over|nearly|almost|about|around|some|roughly|"
    r"approximately|up to|fewer than|less than|as many as)\s+)?"
)
_QUANTITY = rf"{_HEDGE}(?<![\w.,$€£-]){_NUMBER}(?![\w%-]|[.,]\d)"
_NOUN = r"(?:\s+(?P<noun>[a-z]{4,}))"
_AFTER = re.compile(
    rf"\b(?P<harm>killed|wounded|injured|arrested|detained|kidnapped|abducted|evacuated|displaced)"
    rf"\s+{_QUANTITY}{_NOUN}?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"{_QUANTITY}{_NOUN}?\s+(?:(?:were|was|are|have been|had been|has been|have|had)\s+)?"
    rf"(?:reported\s+|found\s+)?(?P<harm>{'|'.join(_HARM)})\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"{_QUANTITY}\s+(?P<noun>[a-z]{{3,}}s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts.

    Attributes:
        of: What is counted: “killed people”, “tonnes”.
        least: The least number that the words allow.
        most: The greatest.
        start: Where the words begin.
        end: Where they end.
    """

    of: str
    least: float
    most: float
    start: int
    end: int

    def excludes(self, other: Figure) -> bool:
        """Say whether both numbers cannot be true: “at least 12” and “15” can."""
        return self.most < other.least or other.most < self.least


def figures_in(sentence: str, start: int, end: int) -> tuple[Figure, ...]:
    """Return the numbers in a sentence: of people harmed anywhere, others in `start:end`.

    What is counted twice in one sentence with different numbers is left out.
    """
    found: dict[str, Figure | None] = {}
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(sentence):
            noun = (match["noun"] or "people").casefold()
            if noun in _FURTHER:
                continue
            if noun in _HARM or noun in _PEOPLE or noun in _NO_NOUNS:
                noun = "people"
            _keep(found, f"{_HARM[match['harm'].casefold()]} {noun}", match)
    if not found:
        for match in _PLAIN.finditer(sentence, start, end):
            year = re.fullmatch(r"(1[89]|20)\d\d", match["number"])
            if not year and match["noun"].casefold() not in _NO_UNITS:
                _keep(found, match["noun"].casefold(), match)
    return tuple(figure for figure in found.values() if figure is not None)


def _keep(found: dict[str, Figure | None], of: str, match: re.Match[str]) -> None:
    number = _value(match["number"], match["scale"])
    least, most = _bounds(number, (match["hedge"] or "").casefold())
    at = match.start("hedge") if match["hedge"] else match.start("number")
    figure = Figure(of, least, most, at, match.end("scale" if match["scale"] else "number"))
    held = found.get(of, figure)
    same = held is not None and (held.least, held.most) == (least, most)
    found[of] = figure if same else None


def _value(number: str, scale: str | None) -> float:
    word = number.casefold()
    if word in _NUMBERS:
        value = float(_NUMBERS.index(word) + 2)
    else:
        value = float(_TENS[word]) if word in _TENS else float(word.replace(",", ""))
    return value * _SCALE[scale.casefold()] if scale else value


def _bounds(number: float, hedge: str) -> tuple[float, float]:
    if hedge in ("at least", "more than", "over"):
        return number, math.inf
    if hedge in ("up to", "fewer than", "less than", "as many as"):
        return 0, number
    if hedge:
        return number * 0.8, number * 1.2
    return number, number
