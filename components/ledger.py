"""What each speaker said over time, and about whom, as a table to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording import columns
from briefing.wording.reviews import found_words
from briefing.wording.signs import ACTS, QUOTE_KINDS
from briefing.wording.sources import Source
from briefing.wording.speakers import speaker_name
from briefing.wording.verbatim import pieces, plain
from briefing.wording.words import cell_value
from components.quotation import cite
from components.standing import standing_words
from components.table import data_table


def ledger(
    quotes: pd.DataFrame,
    texts: Mapping[str, str],
    sources: Mapping[str, Source],
    standings: Mapping[str, Sequence[Row]],
) -> pd.DataFrame:
    """Build the table: one row a quotation, in the order given.

    Args:
        quotes: Rows of `queries.quotes`, in the order of `over_time`.
        texts: The text of each article by id.
        sources: The source of each article by id.
        standings: Rows of `queries.standings_within` by quotation.
    """
    rows = [
        {
            columns.SPEAKER: speaker_name(row),
            columns.PUBLISHED: sources[row["article_id"]].dated,
            columns.STATEMENT: ACTS[row["act"]].word,
            columns.WORDS: plain(pieces(row["fragments"], texts[row["article_id"]])),
            "About": ", ".join(row["about_names"]),
            columns.HOW_CERTAIN: "; ".join(
                sign.word
                for sign, _ in standing_words(
                    row, standings.get(row["quote_id"], ()), texts[row["article_id"]]
                )
            ),
            columns.WORDING: QUOTE_KINDS[row["kind"]].word,
            "Role": cell_value(row["speaker_role"]) or "",
            "Said to": cell_value(row["addressee_name"]) or "",
            "Occasion": cell_value(row["venue"]) or "",
            columns.ARTICLE: sources[row["article_id"]].title,
            columns.CHECKED: found_words(row),
            "Citation": cite(row, texts[row["article_id"]], sources[row["article_id"]]),
        }
        for row in records(quotes)
    ]
    return pd.DataFrame(rows)


def ledger_table(rows: pd.DataFrame, *, key: str) -> None:
    """Show the table, its words in full."""
    data_table(
        rows,
        name="quotations by speaker",
        key=key,
        column_config={
            columns.SPEAKER: st.column_config.TextColumn(pinned=True, width=120),
            columns.PUBLISHED: st.column_config.TextColumn(width=130),
            columns.STATEMENT: st.column_config.TextColumn(width=90),
            columns.WORDS: st.column_config.TextColumn(width=380),
            "About": st.column_config.TextColumn(width=130),
        },
        row_height=76,
        height=min(76 * len(rows) + 40, 560),
    )
