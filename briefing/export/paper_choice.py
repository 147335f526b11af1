"""Which items a paper lists first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.brief.content import Quotation
from briefing.export.phrases import Together

LONG = 900
"""A quotation with more letters comes after the others, as it would fill a paper of two pages."""


def short_first(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Put very long quotations after the others, each in their order."""
    return tuple(sorted(quotations, key=lambda each: letters(each) > LONG))


def letters(quotation: Quotation) -> int:
    """Count the letters of a quotation."""
    return sum(len(piece.text) for piece in quotation.pieces)


def of_each_pair(relations: Sequence[Together], number: int) -> list[Together]:
    """Choose relations in turns from each pair, so that no pair fills the paper; in their order."""
    rank: Counter[frozenset[str]] = Counter()
    turns: list[tuple[int, int]] = []
    for at, each in enumerate(relations):
        pair = frozenset((each.first.source, each.first.target))
        turns.append((rank[pair], at))
        rank[pair] += 1
    return [relations[at] for at in sorted(at for _turn, at in sorted(turns)[:number])]
