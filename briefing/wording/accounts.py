"""Where accounts of one story differ, in words."""

from __future__ import annotations

from briefing.wording.signs import Sign
from briefing.wording.words import count

DIFFERENCES = {
    "denial": Sign("Denied elsewhere", ":material/gavel:", "red"),
    "number": Sign("Different numbers", ":material/tag:", "orange"),
    "date": Sign("Different dates", ":material/event:", "orange"),
    "words": Sign("Different wording", ":material/format_quote:", "blue"),
}
"""In what two accounts differ; each kind in the order in which it is told."""

ONE_ACCOUNT = "In one account only"
ONE_ACCOUNT_HELP = (
    "Several articles tell this story; near-copies count as one. Only this one has these words, "
    "this date or this relation."
)


def copies_words(number: int) -> str:
    """Say how many near-copies of an article have the same; "" for none."""
    return f"and {count(number, 'near-copy', 'near-copies')} of it" if number else ""
