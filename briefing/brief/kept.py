"""A briefing that is kept: what its author decided, and the words that are the author's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.library.chatham.names import Names
from briefing.library.filter import Filter
from briefing.wording import headings
from briefing.wording.dates import day


@dataclass(frozen=True, slots=True)
class Kept:
    """What an author decided and wrote for a meeting.

    All words are the author's, and are shown as theirs.

    Attributes:
        title: Its title.
        purpose: What it is for.
        meeting: The day of the meeting, ISO; "" for none given.
        audience: For whom it is.
        author: By whom it is.
        bottom_line: The bottom line, a sentence or paragraph each; in the place of the sentences
            that are picked from the articles. Empty for those.
        notes: Notes, a paragraph each.
        marking: The handling marking; None for that of the setting.
        flt: The filter that it is made of; its articles are the set of articles.
        facts: Ids of the quotations, events and relations that are in it, in their order; every
            one that the filter finds where none is chosen. The filter leaves none of them out.
    """

    title: str = ""
    purpose: str = ""
    meeting: str = ""
    audience: str = ""
    author: str = ""
    bottom_line: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    marking: str | None = None
    flt: Filter = field(default_factory=Filter)
    facts: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """Purpose, meeting, audience and author with their labels, those that are given."""
        found = (
            (headings.PURPOSE, self.purpose),
            (headings.MEETING, day(self.meeting) if self.meeting else ""),
            (headings.AUDIENCE, self.audience),
            (headings.AUTHOR, self.author),
        )
        return tuple((label, words) for label, words in found if words)

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """All words of the author but the title, with their labels, a line each."""
        yield from self.about
        for words in self.bottom_line:
            yield f"{headings.BOTTOM_LINE}, {headings.BY_AUTHOR}", words
        for words in self.notes:
            yield f"{headings.NOTES}, {headings.BY_AUTHOR}", words


def without_speakers(kept: Kept, told: Names) -> Kept:
    """Return a briefing whose author's words name none of some people; its filter stays.

    Args:
        kept: The briefing.
        told: What finds those who must not be named.
    """
    return replace(told.out_of(replace(kept, flt=Filter())), flt=kept.flt)
