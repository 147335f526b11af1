"""Versions of an article and copies by other outlets, in words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.queries.versions import Alike
from briefing.wording.dates import day
from briefing.wording.words import count

SHOW_BOTH = "Show both"
NEWEST_ONLY = "Show the newest only"
WHAT_CHANGED = "What changed"


def alike_words(found: Sequence[Alike]) -> str:
    """Say what an article that was added is a version or a copy of; "" where of nothing.

    Args:
        found: The answer to `queries.alike` for it.
    """
    versions = [each for each in found if each.kind == "version"]
    copies = [each for each in found if each.kind == "copy"]
    return " ".join(filter(None, (_version_words(versions), _copy_words(copies) if copies else "")))


def version_name(found: Alike) -> str:
    """Name a version by its days: "published 9 July 2024, added 10 July 2024"."""
    added = f"added {day(found.added)}"
    return f"published {day(found.published)}, {added}" if found.published else added


def _version_words(versions: Sequence[Alike]) -> str:
    if not versions:
        return ""
    newer = [each for each in versions if each.newer]
    other = newer[0] if newer else versions[0]
    kind = "An older" if newer else "A newer"
    named = f"{kind} version of “{other.title}” ({version_name(other)})."
    if any(each.shown for each in versions) and not newer:
        return f"{named} The pages show both."
    which = "newer" if newer else "new"
    return f"{named} The pages show the {which} one; the older one stays in the library."


def _copy_words(copies: Sequence[Alike]) -> str:
    first, more = copies[0], len(copies) - 1
    whose = f", {first.source}" if first.source else ""
    others = f" and {count(more, 'other article')}" if more else ""
    return f"Nearly the same text as “{first.title}”{whose}{others}: they count as one story."
