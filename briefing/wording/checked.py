"""What was checked before a file was written, in words: the one place that says it.

Three marks stand together: that the words are the article's, how it is known who speaks, and how
the day of the article is known. None of them vouches for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.wording.words import count

_OWN = "the words are the article’s own"
_READ = "The speakers are the program’s reading until a person confirms them."

Counts = tuple[tuple[str, int], ...]
"""How many there are of each kind."""

_SPEAKERS = (
    (("checked",), "checked by staff"),
    (("named", "traced"), "read by the program"),
    (("none",), "not named"),
)
_DATES = (
    (("stated",), "stated"),
    (("given",), "given by staff"),
    (("inferred",), "inferred"),
    (("unknown",), "unknown"),
)
"""What the counts of `signs.SPEAKER_MARKS` and `signs.DATE_MARKS` are called in a line."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many quotations, or sentences, were compared with their articles, sign for sign.

    Attributes:
        number: How many; every one was what its article says.
        unsettled: Quotations beside them whose marks do not close, so that nobody knows where they
            end; their words are the article's, but not surely the speaker's.
        what: What was checked.
        speakers: Of the quotations, how it is known who speaks, by keys of `signs.SPEAKER_MARKS`;
            empty where that was not asked.
        dates: Likewise how the days of their articles are known, by keys of `signs.DATE_MARKS`.
    """

    number: int
    unsettled: int = 0
    what: str = "quotation"
    speakers: Counts = ()
    dates: Counts = ()

    @property
    def words(self) -> str:
        """The line: "12 of 12 quotations: the words are the article’s own · speakers: …"."""
        parts = [f"{self.number:,} of {count(self.number, self.what)}: {_OWN}"]
        if speakers := _counted(self.speakers, _SPEAKERS):
            parts.append(f"speakers: {speakers}")
        if dates := _counted(self.dates, _DATES):
            parts.append(f"dates of their articles: {dates}")
        if self.unsettled:
            are = "is" if self.unsettled == 1 else "are"
            parts.append(f"{self.unsettled:,} more with an unclear end {are} not counted")
        return " · ".join(parts)


def checked_words(checked: Checked) -> str:
    """Say what was checked, and that a speaker whom nobody checked is the program's reading."""
    return f"{checked.words}. {_READ}"


def counts_of(marks: Iterable[str]) -> Counts:
    """Count marks by their keys, in the order of the alphabet."""
    return tuple(sorted(Counter(marks).items()))


def _counted(counts: Counts, kinds: Iterable[tuple[tuple[str, ...], str]]) -> str:
    """Say how many there are of each kind: "11 stated, 1 inferred"; "" for none at all."""
    held = dict(counts)
    found = ((sum(held.get(key, 0) for key in keys), words) for keys, words in kinds)
    return ", ".join(f"{number:,} {words}" for number, words in found if number)
