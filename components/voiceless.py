"""Countries and people that are named but not quoted."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.wording import columns
from briefing.wording.lacking import lack_words
from briefing.wording.signs import KINDS
from components.table import data_table


def voiceless_table(silent: pd.DataFrame, *, key: str = "voiceless") -> None:
    """Draw who is spoken about and never quoted.

    Args:
        silent: Rows of `queries.voiceless`.
        key: Unique on the page.
    """
    if silent.empty:
        st.caption("Every country and person named is also quoted.")
        return
    st.caption(lack_words("voice", len(silent)))
    most = int(silent["mentions"].max())
    data_table(
        pd.DataFrame(
            {
                "Name": silent["name"],
                "Kind": [KINDS[kind].word for kind in silent["kind"]],
                columns.MENTIONS: silent["mentions"].astype(int),
            }
        ),
        name="named but not quoted",
        key=key,
        column_config={
            columns.MENTIONS: st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=most, width="small"
            )
        },
    )
