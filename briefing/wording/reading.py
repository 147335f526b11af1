"""What reading says in more than one place: what was left out, and what cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

FOOTNOTES = "Footnotes were left out."
OLD_WORD = "an old Word document (.doc)"
OLD_EXCEL = "an old Excel workbook (.xls)"
TEXT = "The text"
"""What a text without a name is called."""

_NAMED = 8


def attachments(names: Sequence[str]) -> str:
    """Say which attachments of a mail were not read; of many the first ones."""
    named = ", ".join(f"“{name[:60]}”" for name in names[:_NAMED])
    return f"Attachments that were not read: {named}."


def locked(name: str) -> str:
    """Say that a file is locked, and what to do."""
    return f"{name} is locked with a password; save it without one, or paste its text."


ONLY_BEGINNING = (
    "Only the beginning of the article seems to be here, as the page shows the rest to "
    "subscribers; paste or save the whole article."
)
