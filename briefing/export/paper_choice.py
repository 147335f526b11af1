"""Which items a paper lists first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefing.brief.content import Brief, Quotation
from briefing.tables import records
from briefing.wording.dates import as_day

LONG = 900
"""A quotation with more letters comes after the others, as it would fill a paper of two pages."""

RECENT = timedelta(days=365)
"""What was published longer before the day of making is not called recent."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What the other side says.

    Attributes:
        items: Quotations by others than one's own side, those to list first first.
        recent: Whether all are of the twelve months before the day of making; else none is.
    """

    items: tuple[Quotation, ...]
    recent: bool


def short_first(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Put very long quotations after the others, each in their order."""
    return tuple(sorted(quotations, key=lambda each: letters(each) > LONG))


def letters(quotation: Quotation) -> int:
    """Count the letters of a quotation."""
    return sum(len(piece.text) for piece in quotation.pieces)


def statements(brief: Brief, ours: str = "") -> Statements:
    """Choose what others say: the recent where there is any, else all, and say which.

    Args:
        brief: The brief.
        ours: The country of one's own side, alpha-3, "" for none.
    """
    offered = {each.at.fact_id: each for each in (*brief.key_quotations, *brief.quotations.items)}
    theirs = [each for each in offered.values() if not ours or each.code != ours]
    fresh = _recent_articles(brief)
    recent = [each for each in theirs if each.at.article_id in fresh]
    return Statements(short_first(recent or theirs), bool(recent))


def _recent_articles(brief: Brief) -> set[str]:
    """Return the articles that were surely published in the twelve months before the making."""
    found = set()
    for row in records(brief.article_rows):
        first = as_day(row["published"] or row["published_earliest"])
        if first is not None and brief.made - RECENT <= first <= brief.made:
            found.add(str(row["article_id"]))
    return found
