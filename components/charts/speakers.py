"""Who speaks, and how much."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from briefing.tables import Row, records
from briefing.wording.notices import NO_QUOTATIONS
from briefing.wording.words import count
from components.charts.bars import build_bars
from components.charts.labels import escape_label
from components.charts.show import show


def build_speakers(speaks: pd.DataFrame, *, limit: int = 6) -> go.Figure:
    """Draw a bar for each of the speakers who are quoted most.

    Args:
        speaks: `entity_id, name, quotes, verbatim_words`, one row a speaker.
        limit: How many speakers to draw.
    """
    top = speaks.sort_values(["quotes", "verbatim_words", "name"], ascending=[False, False, True])
    top = top.head(limit).reset_index(drop=True)
    hover = [_hover(row) for row in records(top)]
    return build_bars(top, label="name", value="quotes", identity="entity_id", hover=hover)


def speakers_chart(
    speaks: pd.DataFrame, *, limit: int = 6, key: str, on_choose: Callable[[str], None]
) -> None:
    """Show who speaks.

    Args:
        speaks: As in `build_speakers`.
        limit: How many speakers to draw.
        key: Unique on the page.
        on_choose: Called with the entity id of the bar that was clicked, before the next run.
    """
    show(
        build_speakers(speaks, limit=limit),
        key=key,
        choose=lambda chosen: on_choose(str(chosen)),
        alt=describe_speakers(speaks),
    )


def describe_speakers(speaks: pd.DataFrame) -> str:
    """Say in a sentence what the bars show, for those who do not see them."""
    if speaks.empty:
        return NO_QUOTATIONS
    top = speaks.sort_values("quotes", ascending=False).iloc[0]
    return (
        f"{count(len(speaks), 'speaker')}; {top['name']} is quoted most, "
        f"{count(int(top['quotes']), 'quotation')}."
    )


def _hover(row: Row) -> str:
    quotes, words = int(str(row["quotes"])), int(str(row["verbatim_words"]))
    spoken = f"{count(words, 'word')} verbatim" if words else "none verbatim"
    return f"<b>{escape_label(str(row['name']))}</b><br>{count(quotes, 'quotation')}, {spoken}"
