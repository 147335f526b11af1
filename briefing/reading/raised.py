"""Raised numbers: marks of notes, or parts of the word before them (km², 10⁶)."""

from __future__ import annotations

_UNITS = "".join(
    f"(?<!{unit})" for unit in ("miles", "feet", "metres", "meters", "inches", "yards")
)

BEFORE = rf"(?<=[^\W\d_]{{3}}){_UNITS}|(?<=\b(?:19|20)\d\d)|(?<=[.,;:!?”’\"')\]])"
"""What a raised number behind it marks a note of; behind "km" or "10" it is a part of the word."""

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", DIGITS)
"""Numbers as they are written raised."""
