"""The parties to the story that have no voice in it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.wording.signs import KINDS
from briefing.wording.words import count
from components.table import data_table


def voiceless_table(silent: pd.DataFrame, *, key: str = "voiceless") -> None:
    """Draw who is spoken about and never quoted.

    Args:
        silent: Rows of `queries.voiceless`.
        key: Unique on the page.
    """
    if silent.empty:
        st.caption("Every country and person that is named is also quoted.")
        return
    st.caption(
        f"{count(len(silent), 'country or person', 'countries and people')} named, not quoted"
    )
    most = int(silent["mentions"].max())
    data_table(
        pd.DataFrame(
            {
                "Name": silent["name"],
                "Kind": [KINDS[kind].word for kind in silent["kind"]],
                "Mentions": silent["mentions"].astype(int),
            }
        ),
        name="parties without a voice",
        key=key,
        column_config={
            "Mentions": st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=most, width="small"
            )
        },
    )
