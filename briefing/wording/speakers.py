"""Who says something, to whom and where, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.reference.sides import is_name
from briefing.wording.words import cell_value, shorten

Row = Mapping[str, Any]

NOT_NAMED = "Speaker not named"

_WORD = re.compile(r"\w{3,}")

_RELATIVE = re.compile(r"(?:^|,?\s+)(?:who|which|that)$", re.IGNORECASE)
"""The word that the article goes on with: "a candidate who"."""


def speaker_name(row: Row) -> str:
    """Return the speaker's full name, or the words of the article, or that nobody is named."""
    names = joint_speakers(row)
    if names:
        return joined("; ".join(names))
    written = _RELATIVE.sub("", str(cell_value(row["speaker"]) or ""))
    return str(cell_value(row["speaker_name"]) or written or NOT_NAMED)


def joint_speakers(row: Row) -> tuple[str, ...]:
    """Return the names of those who say it together; none where there is but one speaker."""
    names = row.get("speaker_names")
    return tuple(names) if isinstance(names, (tuple, list)) and len(names) > 1 else ()


def is_traced(row: Row) -> bool:
    """Say whether the article's words for the speaker hold no word of the name that is shown.

    So it is with "he", "she" and "the minister". Such a speaker is worked out, and carries a mark
    wherever the quotation stands.
    """
    written, name = cell_value(row["speaker"]), cell_value(row["speaker_name"])
    if not written or not name:
        return False
    return not set(_WORD.findall(str(written).casefold())) & set(
        _WORD.findall(str(name).casefold())
    )


def traced_words(row: Row) -> str:
    """Say that a speaker was worked out, and from which words; "" for one that is named.

    "speaker worked out from “he”": the one mark for pages, slides and files.
    """
    if not is_traced(row):
        return ""
    written = _RELATIVE.sub("", " ".join(str(row["speaker"]).split()))
    return f"speaker worked out from “{shorten(written, 40)}”"


def speaker_mark(row: Row) -> str:
    """Return how it is known who speaks: a key of `signs.SPEAKER_MARKS`.

    Staff checked it where they confirmed or added the quotation, or corrected its speaker; what
    they corrected besides says nothing of the speaker.

    Args:
        row: A row of `queries.quotes`.
    """
    fields = str(cell_value(row.get("reviewed_fields")) or "")
    if cell_value(row.get("review")) in ("confirmed", "added") or '"speaker_id"' in fields:
        return "checked"
    if speaker_name(row) == NOT_NAMED:
        return "none"
    return "traced" if is_traced(row) else "named"


def circumstances(row: Row) -> str:
    """Say about whom, to whom and on what occasion, in one line."""
    found = []
    about = cell_value(row["about_names"])
    if about:
        found.append("about " + ", ".join(row["about_names"]))
    if cell_value(row["addressee_name"]):
        found.append(f"to {row['addressee_name']}")
    if cell_value(row["venue"]):
        found.append(str(row["venue"]))
    return " · ".join(found)


def holders(names: object, ids: object = None) -> str | None:
    """Put those who claim or deny something into words: "Ana Silva and the rebels".

    Args:
        names: The names or words, "; " between.
        ids: The same with entities' ids, by which whoever cannot be printed ("that", a clause) is
            left out; all are kept when None.

    Returns:
        None where nobody is left.
    """
    if cell_value(names) is None:
        return None
    shown = str(names).split("; ")
    meant = shown if cell_value(ids) is None else str(ids).split("; ")
    kept = [
        _small(name)
        for name, one in zip(shown, meant, strict=True)
        if cell_value(ids) is None or is_name(one)
    ]
    return joined("; ".join(kept)) if kept else None


_LEADING = {
    "the", "a", "an", "some", "several", "many", "most", "few", "other", "both",
    "his", "her", "its", "their", "one", "two", "three", "four", "five",
}  # fmt: skip
"""Words that begin a description, not a name: small inside a line."""


def _small(name: str) -> str:
    words = " ".join(name.split())
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in _LEADING else words


def joined(names: object) -> str:
    """Put several names into words: "A; B; C" is "A, B and C"."""
    *first, last = str(names).split("; ")
    return f"{', '.join(first)} and {last}" if first else last
