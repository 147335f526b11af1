"""Who says something, to whom and where, in words."""

from __future__ import annotations

from briefing.tables import Row
from briefing.wording.words import cell_value


def speaker_name(row: Row) -> str:
    """Return the speaker's full name, or the words of the article, or that nobody is named."""
    names = joint_speakers(row)
    if names:
        return joined("; ".join(names))
    return str(cell_value(row["speaker_name"]) or cell_value(row["speaker"]) or "Speaker not named")


def joint_speakers(row: Row) -> tuple[str, ...]:
    """Return the names of those who say it together; none where there is but one speaker."""
    names = row.get("speaker_names")
    return tuple(names) if isinstance(names, (tuple, list)) and len(names) > 1 else ()


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


def joined(names: object) -> str:
    """Put several names into words: "A; B; C" is "A, B and C"."""
    *first, last = str(names).split("; ")
    return f"{', '.join(first)} and {last}" if first else last
