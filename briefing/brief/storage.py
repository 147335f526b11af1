"""Briefings that are kept: the way between what authors decide and the texts in the library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from briefing.brief.content import Brief
from briefing.brief.frozen import brief_of, frozen_text
from briefing.brief.kept import Kept
from briefing.errors import KeptError
from briefing.library import Filter, Library, briefings, queries
from briefing.library.briefings import KeptRow


@dataclass(frozen=True, slots=True)
class OpenedBriefing:
    """A briefing from the library.

    Attributes:
        briefing_id: Its id.
        kept: What its author decided and wrote.
        number: Which saving it is.
        saved: When it was saved, in UTC, ISO.
        archived: When it was put away; None for one that is at hand.
        locked: When it was locked; None for one that is not.
        frozen: All that a locked one says; None for others, and in a list.
    """

    briefing_id: str
    kept: Kept
    number: int
    saved: str
    archived: str | None
    locked: str | None
    frozen: Brief | None = None


def open_briefing(library: Library, briefing_id: str) -> OpenedBriefing:
    """Open a briefing.

    Raises:
        KeptError: There is none of this id, or it is of another version of the program.
    """
    row = briefings.load(library, briefing_id)
    return _opened(row, brief_of(row.snapshot) if row.snapshot else None)


def every_briefing(library: Library) -> tuple[list[OpenedBriefing], list[str]]:
    """Return the briefings, and a sentence for each that another version of the program saved.

    They come without frozen copies, the last saved first, those put away last.
    """
    opened: list[OpenedBriefing] = []
    unread: list[str] = []
    for row in briefings.every(library):
        try:
            opened.append(_opened(row, None))
        except KeptError as error:
            unread.append(str(error))
    return opened, unread


def make_kept(library: Library, kept: Kept) -> str:
    """Keep a new briefing; return its id.

    Raises:
        KeptError: The title is empty, too long or taken.
    """
    return briefings.make(library, kept.title, _text(kept))


def save_kept(library: Library, briefing_id: str, kept: Kept, number: int) -> int:
    """Save a briefing in the place of the saving that was opened; return the new number.

    Args:
        library: The library.
        briefing_id: The briefing.
        kept: What its author decided and wrote.
        number: Which saving of it was opened.

    Raises:
        SavedByOthersError: Somebody has saved it since; what they saved stands.
        KeptError: It is not there or locked, or the title is empty, too long or taken.
    """
    return briefings.save(library, briefing_id, kept.title, _text(kept), number)


def lock_kept(library: Library, briefing_id: str, brief: Brief, number: int) -> None:
    """Lock a briefing with all that it says: nothing that changes later touches it.

    Raises:
        SavedByOthersError: Somebody has saved it since the saving that was opened.
        KeptError: It is not there, or locked already.
    """
    briefings.lock(library, briefing_id, frozen_text(brief), number)


def free_title(library: Library, title: str) -> str:
    """Return a title for a copy that no other briefing has: "Visit (2)"."""
    taken = {row.title for row in briefings.every(library)}
    plain = " ".join(title.split())[: briefings.LONGEST - 6]
    number = 2
    while f"{plain} ({number})" in taken:
        number += 1
    return f"{plain} ({number})"


def draft_text(kept: Kept, number: int) -> str:
    """Return what is not saved of a briefing as text, for a browser to hold.

    Args:
        kept: What its author has made of it.
        number: Which saving of it that was made of.
    """
    return _drafts().dump_json(_Draft(kept, number)).decode()


def draft_of(text: str) -> tuple[Kept, int]:
    """Return what `draft_text` wrote: a briefing that is not saved, and which saving it is made of.

    Raises:
        KeptError: It is something else.
    """
    try:
        found = _drafts().validate_json(text)
    except ValidationError as error:
        raise KeptError("What was not saved of this briefing cannot be read any more.") from error
    return found.kept, found.number


def _opened(row: KeptRow, frozen: Brief | None) -> OpenedBriefing:
    try:
        kept = _texts().validate_json(row.content)
    except ValidationError as error:
        raise KeptError(
            f"The briefing “{row.title}” was saved by another version of this program and cannot "
            "be read; use that version."
        ) from error
    return OpenedBriefing(
        row.briefing_id, kept, row.number, row.saved, row.archived, row.locked, frozen
    )


def _text(kept: Kept) -> str:
    return _texts().dump_json(kept).decode()


@dataclass(frozen=True, slots=True)
class _Draft:
    kept: Kept
    number: int


@cache
def _drafts() -> TypeAdapter[_Draft]:
    return TypeAdapter(_Draft)


@cache
def _texts() -> TypeAdapter[Kept]:
    return TypeAdapter(Kept)


def filter_for(library: Library, kept: Kept, flt: Filter) -> Filter:
    """Return the filter that a briefing is made of: its chosen facts, whatever else is filtered.

    Args:
        library: The library, which may have read the articles anew since.
        kept: The briefing.
        flt: The filter at hand, which stands where no fact is chosen; that only checked facts pass
            holds for chosen ones too.
    """
    if not kept.facts:
        return flt
    passing = queries.chosen(library, kept.facts).passing
    return Filter(facts=passing, checked_only=flt.checked_only)
