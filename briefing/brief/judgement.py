"""Reads judgement lines that an author has typed, and says gently what a reader may stumble over.

It changes no word and stops nothing. Analytic standards ask for one scale of likelihood, for
likelihood and confidence in different sentences, and for a source of each judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.reference.likelihood import Band, Scale, ScaleName, likelihood
from briefing.wording.words import shorten

Kind = Literal["range", "scale", "vague", "together", "long", "source"]

LONGEST = 35
"""Words of a sentence that is read at one go."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know of a line.

    Attributes:
        kind: What it is about; "range" only says what a word stands for.
        words: One sentence.
    """

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A word of likelihood in a sentence: how it is written, its step, None for one of no scale."""

    words: str
    band: Band | None
    scale: str | None


def notes_on(lines: Iterable[str], scale: ScaleName) -> list[Note]:
    """Say what a reader may stumble over in judgement lines, in their order, each once.

    Args:
        lines: The lines.
        scale: The scale of likelihood that the house uses.
    """
    found = [note for line in lines for note in _of_line(line, scale)]
    return list(dict.fromkeys(found))


def _of_line(line: str, scale: ScaleName) -> Iterator[Note]:
    judged = False
    for sentence in _SENTENCES.split(" ".join(line.split())):
        if not sentence:
            continue
        words = list(_likelihood_in(sentence, scale))
        judged = judged or bool(words) or bool(_JUDGES.search(sentence))
        yield from (_said_of(each, scale) for each in words)
        sure = _confidence().search(sentence)
        if sure and any(each.band for each in words):
            first = next(each.words for each in words if each.band)
            yield Note(
                "together",
                f"“{first}” and “{sure[0]}” stand in one sentence; say how likely it is and how "
                "sure you are in two.",
            )
        length = len(sentence.split())
        if length > LONGEST:
            yield Note(
                "long",
                f"“{shorten(sentence, 40)}” has {length} words; split it, {LONGEST} are enough.",
            )
    if judged and not _SOURCE.search(line):
        yield Note(
            "source",
            f"“{shorten(' '.join(line.split()), 40)}” names no source; put one behind it, such as "
            "[2] or (Harbour News, 3 May).",
        )


def _said_of(found: _Found, scale: ScaleName) -> Note:
    ours = likelihood().scales[scale]
    if found.band is None:
        names = ", ".join(band.name for band in ours.bands)
        return Note("vague", f"“{found.words}” is on no scale; the {ours.name} has: {names}.")
    if found.scale != scale:
        other = likelihood().scales[str(found.scale)]
        near = _nearest(ours, found.band)
        return Note(
            "scale",
            f"“{found.words}” is of the {other.name}; the {ours.name} says “{near.name}” "
            f"({_range(near)}).",
        )
    return Note("range", f"“{found.words}” stands for {_range(found.band)} on the {ours.name}.")


def _likelihood_in(sentence: str, scale: ScaleName) -> Iterator[_Found]:
    """Yield the words of likelihood in a sentence; a longer phrase goes before one inside it."""
    for match in _likelihood().finditer(sentence):
        words = match[0].casefold()
        if words == "may" and match[0] != "may":
            continue  # the month
        yield _Found(match[0], *_place(words, scale))


def _place(words: str, scale: ScaleName) -> tuple[Band | None, str | None]:
    names = sorted(likelihood().scales, key=lambda name: name != scale)
    for name in names:
        for band in likelihood().scales[name].bands:
            if words in band.words:
                return band, name
    return None, None


def _nearest(scale: Scale, band: Band) -> Band:
    middle = band.low + band.high
    return min(scale.bands, key=lambda other: abs(other.low + other.high - middle))


def _range(band: Band) -> str:
    return f"{band.low}–{band.high} %"


_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[“A-Z])")
_JUDGES = re.compile(r"\bwe (?:judge|assess|expect|estimate)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"\[[^\]]*\w[^\]]*\]|\([^)]*[A-Z][^)]*\)|https?://|\baccording to\b|\bsources?:", re.IGNORECASE
)


@cache
def _likelihood() -> re.Pattern[str]:
    known = likelihood()
    phrases = {word for one in known.scales.values() for band in one.bands for word in band.words}
    phrases |= set(known.vague)
    longest = sorted(phrases, key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


@cache
def _confidence() -> re.Pattern[str]:
    known = likelihood()
    levels, words = "|".join(known.levels), "|".join(known.confidence)
    return re.compile(rf"\b(?:(?:{levels}) )?(?:{words})\b", re.IGNORECASE)
