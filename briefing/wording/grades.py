"""How reliable staff hold an outlet to be, in the words of the NATO (Admiralty) scale."""

from __future__ import annotations

GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The grades of a source's reliability, and the scale's own words for them."""

GRADE = "Reliability of the outlet"
NO_GRADE = "Not graded"
GRADE_HELP = (
    "The NATO (Admiralty) scale of sources. The grade stands beside the outlet wherever sources "
    "are listed; nothing is counted or ordered by it."
)


def grade_words(grade: str) -> str:
    """Name a grade: "B, usually reliable"; that there is none where it is ""."""
    return f"{grade}, {GRADES[grade]}" if grade else NO_GRADE


def graded_words(grade: str) -> str:
    """Say that staff graded an outlet: "graded B by staff (usually reliable)"; "" for no grade."""
    return f"graded {grade} by staff ({GRADES[grade]})" if grade else ""
