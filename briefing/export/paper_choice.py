"""Which items a paper lists first."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.brief.content import Quotation

LONG = 900
"""A quotation with more letters comes after the others, as it would fill a paper of two pages."""


def short_first(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Put very long quotations after the others, each in their order."""
    return tuple(sorted(quotations, key=lambda each: letters(each) > LONG))


def letters(quotation: Quotation) -> int:
    """Count the letters of a quotation."""
    return sum(len(piece.text) for piece in quotation.pieces)
