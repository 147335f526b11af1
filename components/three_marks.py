"""The three marks of a quotation: its words, who speaks, the day of its article."""

from __future__ import annotations

import streamlit as st

from briefing.tables import Row
from briefing.wording.signs import DATE_MARKS, QUOTE_KINDS, SPEAKER_MARKS
from briefing.wording.speakers import speaker_mark


def three_marks(row: Row) -> None:
    """Draw the marks of a quotation side by side; none of them vouches for another.

    Args:
        row: A row of `queries.quotes`.
    """
    for sign in (
        QUOTE_KINDS[row["kind"]],
        SPEAKER_MARKS[speaker_mark(row)],
        DATE_MARKS[row["published_basis"]],
    ):
        st.badge(sign.word, icon=sign.icon, color=sign.badge)
