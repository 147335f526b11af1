"""What was checked before a file was written, in words: the one place that says it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.wording.words import count

_OWN = "the words are the article’s own"
_SPEAKERS = "The speakers are the program’s reading until a person confirms them."


def checked_words(verified: str) -> str:
    """Say what was checked, and that who speaks was not.

    Args:
        verified: The line of a `Checked`.
    """
    return f"{verified}. {_SPEAKERS}"


@dataclass(frozen=True, slots=True)
class Checked:
    """How many quotations, or sentences, were compared with their articles, sign for sign.

    Attributes:
        number: How many; every one was what its article says.
        unsettled: Quotations beside them whose marks do not close, so that nobody knows where they
            end; their words are the article's, but not surely the speaker's.
        what: What was checked.
    """

    number: int
    unsettled: int = 0
    what: str = "quotation"

    @property
    def words(self) -> str:
        """The line: "12 of 12 quotations: the words are the article’s own"."""
        line = f"{self.number:,} of {count(self.number, self.what)}: {_OWN}"
        if not self.unsettled:
            return line
        are = "is" if self.unsettled == 1 else "are"
        return f"{line} · {self.unsettled:,} more with an unclear end {are} not counted"
