"""What comes first of all that is ahead: a few rows and a number, for pages that list no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from briefing.library import queries
from briefing.library.ahead import ahead
from briefing.library.filter import Filter
from briefing.library.store import Library
from briefing.tables import records
from briefing.wording.ahead import Outlook, outlook


@dataclass(frozen=True, slots=True)
class NextUp:
    """What comes first.

    Attributes:
        rows: The first rows of `briefing.library.ahead.ahead`.
        total: How many rows that has.
        outlook: From which day they look.
    """

    rows: pd.DataFrame
    total: int
    outlook: Outlook


def next_up(library: Library, flt: Filter, today: date, limit: int) -> NextUp:
    """Return what comes first under a filter.

    Args:
        library: The library.
        flt: The filter.
        today: Today.
        limit: How many rows at most.
    """
    articles = queries.in_view(library, flt)
    upcoming = queries.events(library, flt, tense="upcoming")
    rows = ahead(upcoming, today)
    looks = outlook(records(rows), articles=len(articles), today=today)
    return NextUp(rows.head(limit), len(rows), looks)
