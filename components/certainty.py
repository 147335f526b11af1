"""How sure a reading is, on screen: its badge with the reason, and the readings that wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.notices import BY_TRAINED_READER
from briefing.wording.signs import CERTAINTIES
from components.escaping import escape_markdown

MOST = 30
"""Most possible readings drawn at once; the rest is counted."""


def certainty_badge(row: Row) -> None:
    """Draw how sure the reading is, why, and who read it off where the grammar rules did not.

    Args:
        row: A row of `queries.relations` or `queries.events`.
    """
    sign = CERTAINTIES[row["certainty"]]
    st.badge(sign.word, icon=sign.icon, color=sign.badge)
    reason = str(row["certainty_reason"])
    if row.get("basis") == "reader" and BY_TRAINED_READER not in reason:
        reason = f"{reason} {BY_TRAINED_READER}"
    st.caption(escape_markdown(reason), width="content")


def possible_readings(*kinds: tuple[pd.DataFrame, Callable[[Row, str], None]], key: str) -> None:
    """Draw the readings of low certainty, folded under their number; nothing where none waits.

    Args:
        *kinds: Rows of `queries.relations` or `queries.events`, each with what draws one of them.
        key: Unique on the page.
    """
    total = sum(len(rows) for rows, _ in kinds)
    if not total:
        return
    with st.expander(f"Possible readings ({total:,})", icon=CERTAINTIES["low"].icon, key=key):
        st.caption(
            "The program is not sure of these. They are left out of charts, counts, documents "
            "and slides."
        )
        for number, (row, draw) in enumerate(_first(kinds)):
            draw(row, f"{key}-{number}")
        if total > MOST:
            st.caption(f"and {total - MOST:,} more")


def _first(
    kinds: Sequence[tuple[pd.DataFrame, Callable[[Row, str], None]]],
) -> list[tuple[Row, Callable[[Row, str], None]]]:
    """Return the first rows in the order of the text, each with what draws it."""
    found: list[tuple[Row, Callable[[Row, str], None]]] = [
        (row, draw) for rows, draw in kinds for row in records(rows.head(MOST))
    ]
    if len(kinds) > 1:
        found.sort(key=lambda pair: int(pair[0]["start"]))
    return found[:MOST]
