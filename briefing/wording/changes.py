"""What changed since a time, in words."""

from __future__ import annotations

from briefing.wording.dates import between, day
from briefing.wording.signs import Sign
from briefing.wording.words import shorten

CHANGES = {
    "version": Sign("Newer version", ":material/published_with_changes:", "orange"),
    "note": Sign("Correction", ":material/edit_note:", "orange"),
    "date": Sign("Date moved", ":material/event_repeat:", "orange"),
    "position": Sign("Other position", ":material/swap_horiz:", "orange"),
    "gone": Sign("Taken out", ":material/block:", "red"),
    "article": Sign("New article", ":material/article:", "blue"),
    "speaker": Sign("New speaker", ":material/record_voice_over:", "blue"),
    "relation": Sign("New relation", ":material/compare_arrows:", "blue"),
}
"""What changed."""

CHANGED = "Changes"
NO_CHANGES = "Nothing was added or corrected in this time."
FIRST_LOOK = "From now on this page says what changed since you last looked."
NOT_KEPT = "This library is read-only here, so when you last looked is not kept. Choose two days."


def since_words(
    since: str, until: str | None, *, looked: bool, between_briefings: tuple[str, str] | None = None
) -> str:
    """Say since when changes are told.

    Args:
        since: A time in UTC, ISO.
        until: Likewise; None for now.
        looked: Whether the reader last looked then; else the days were chosen.
        between_briefings: The titles of two briefings that are compared; None for none.
    """
    if between_briefings is not None:
        before, after = (shorten(title, 60) for title in between_briefings)
        return f"In “{after}” and not in “{before}”"
    if looked:
        return f"Since you last looked, {day(since[:10])}"
    if until is None:
        return f"Added or corrected since {day(since[:10])}"
    return f"Added or corrected {between(since[:10], until[:10])}"
