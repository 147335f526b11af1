"""What every text goes through between its file and its Article, in one place and in this order.

`split` parts a text that holds several articles, `clean` mends one. Both are lists of functions:
a further step is a further function.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.reading import (
    cleaning,
    databases,
    footnotes,
    layout,
    marginal,
    separators,
    spaced,
    turns,
)
from briefing.reading.cleaning import Cleaned
from briefing.reading.raw import RawArticle

SPLITTERS: tuple[Callable[[RawArticle], list[RawArticle]], ...] = (
    databases.split_export,
    separators.split_separated,
)
"""Each returns the articles that the text of one holds, or a list of it alone; what one has parted
the next looks at again."""

CLEANERS: tuple[Callable[[str], Cleaned], ...] = (
    cleaning.garbled,
    cleaning.markup,
    cleaning.entities,
    cleaning.quoted_mail,
    turns.time_codes,
    layout.page_breaks,
    marginal.line_numbers,
    layout.columns,
    layout.page_marks,
    layout.indents,
    spaced.blank_lines,
    cleaning.divided_words,
    footnotes.footnotes,
    cleaning.invisible,
    cleaning.marks,
    cleaning.markdown,
)
"""Each mends one thing; the order matters: what is garbled hides the signs of all others."""


def split(raw: RawArticle) -> list[RawArticle]:
    """Return the articles that the text of one holds, each with its own fields."""
    parts = [raw]
    for splitter in SPLITTERS:
        parts = [one for part in parts for one in splitter(part)]
    return parts


def clean(text: str) -> Cleaned:
    """Return the text mended, with notes of what was changed and what was taken out.

    Cleaning what is clean changes nothing.
    """
    notes: dict[str, None] = {}
    removed: list[str] = []
    captions: list[str] = []
    for _ in range(_ROUNDS):
        before = text
        for step in CLEANERS:
            done = step(text)
            text = done.text
            notes |= dict.fromkeys(done.notes)
            removed += done.removed
            captions += done.captions
        if text == before:
            break
    return Cleaned(text, tuple(notes), tuple(removed), tuple(captions))


_ROUNDS = 4
"""One step may bring to light what another mends; more rounds no real text needs."""
