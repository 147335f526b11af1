"""The bottom line: sentences of the article itself, each with its way back."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import fact_id
from components.evidence import serif
from components.facts import ARTICLE_PAGE
from components.words import escaped


def gist(sentences: pd.DataFrame, *, key: str = "gist") -> None:
    """Draw the sentences that were picked, as the article has them.

    Args:
        sentences: Rows of `queries.gist`.
        key: Unique on the page.
    """
    for number, row in enumerate(sentences.to_dict("records")):
        with st.container(
            horizontal=True,
            wrap=False,
            gap="small",
            vertical_alignment="bottom",
            key=f"{key}-{number}",
        ):
            st.html(serif(escaped(" ".join(row["text"].split())), size="1.05rem"))
            sentence = fact_id(row["article_id"], "s", int(row["start"]), int(row["end"]))
            st.page_link(
                ARTICLE_PAGE,
                label=":material/article:",
                help="In the article",
                query_params={"fact": sentence},
            )
