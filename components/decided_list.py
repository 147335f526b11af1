"""What was decided so far, and what was decided on words that are no longer read."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from briefing.library.reviews.decision import Decision
from briefing.tables import records
from briefing.wording.reviews import FIELDS, RECORDS, VERDICTS, by_words, field_name
from briefing.wording.words import shorten
from components.escaping import escape_markdown
from components.review_mark import check_link


def decided_list(rows: pd.DataFrame) -> None:
    """Draw what was decided, the latest first, each with the way to it.

    Args:
        rows: Rows of `queries.decided`.
    """
    for number, row in enumerate(records(rows)):
        sign, words = VERDICTS[row["verdict"]], shorten(str(row["words"] or ""), 90)
        with st.container(horizontal=True, vertical_alignment="center", key=f"decided-{number}"):
            st.badge(sign.word, icon=sign.icon, color=sign.badge)
            st.markdown(
                escape_markdown(
                    f"{RECORDS[row['record']][0].capitalize()} “{words}” "
                    f"{by_words(row['reviewer'], row['at'])}"
                ),
                width="stretch",
            )
            check_link(row["fact_id"], key=f"decided-{number}", words=words)


def adrift_list(decisions: Sequence[Decision]) -> None:
    """Draw decisions that are kept and hold of nothing."""
    st.caption(
        "A newer version of the article does not have these words, or another reading finds no "
        "fact at them. The decisions are kept, and hold again when there is one."
    )
    for decision in decisions:
        own = decision.field in FIELDS
        field = f" {field_name(decision.record, decision.field).lower()}" if own else ""
        st.text(
            f"{VERDICTS[decision.verdict].word}{field}: “{shorten(decision.words, 90)}” "
            f"{by_words(decision.reviewer, decision.at)}"
        )
