"""Which marking a hand-out stands under, and what is to be said of it before it is written."""

from __future__ import annotations

from dataclasses import replace

from briefing.brief.content import Brief
from briefing.brief.make import Request
from briefing.errors import ExportError
from briefing.library import Library, queries
from briefing.wording.highest import (
    highest,
    is_above,
    is_ceiling,
    raised_words,
    standing_marking,
)
from briefing.wording.words import count


def check_ceiling(library: Library, request: Request) -> int:
    """Return how many articles the ceiling of a request leaves out; 0 without one.

    Raises:
        ExportError: It is no level, lower than the marking that was chosen, or leaves nothing.
    """
    ceiling, chosen = request.flt.ceiling, request.handling
    if not ceiling:
        return 0
    if not is_ceiling(ceiling):
        raise ExportError(
            f"“{ceiling}” is no ceiling; give a level of TLP 2.0 or of the UK scale, "
            "such as TLP:GREEN."
        )
    if is_above(chosen, ceiling):
        raise ExportError(
            f"The marking {chosen} is above the ceiling {ceiling}; choose a lower marking."
        )
    left_out, left = queries.above_ceiling(library, request.flt)
    if left_out and not left:
        raise ExportError(
            f"No article is known to be marked {ceiling} or lower; nothing is left to write."
        )
    return left_out


def handling_notices(library: Library, request: Request) -> tuple[str, ...]:
    """Say what the ceiling leaves out, and whether the chosen marking was raised.

    Raises:
        ExportError: The ceiling cannot be kept to.
    """
    left_out = check_ceiling(library, request)
    said = (
        f"{count(left_out, 'article')} left out: marked above {request.flt.ceiling}, "
        "or not on that scale."
        if left_out
        else ""
    )
    by_hand = request.marking
    included = "" if by_hand is None else queries.marking_of_view(library, request.flt)
    return tuple(filter(None, (said, raised_words(by_hand or "", included))))


def under_marking(library: Library, frozen: Brief, request: Request) -> Brief:
    """Return a frozen brief under a marking as high as its articles have by now.

    Nothing else of it changes, and it is never under a lower one than it was frozen with.

    Args:
        library: The library.
        frozen: The brief.
        request: Its filter, and the marking that was chosen for this file.
    """
    over = (frozen.marking, queries.marking_of_view(library, request.flt))
    marking = standing_marking(request.marking or "", highest(filter(None, over)))
    return replace(frozen, marking=marking, recipients=" ".join(request.recipients.split()))
