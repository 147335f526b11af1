"""Countries mentioned together with no stated relation: the pairs, and the sentences of one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.evidence import marked_html, serif
from components.facts import open_in_article
from components.profile import sentences
from components.table import data_table

_MOST = 10
"""Sentences of a pair that are drawn."""


def pairs_without_relation(together: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of countries that share a sentence and with no stated relation."""
    related = {
        frozenset(pair) for pair in zip(relations["source"], relations["target"], strict=True)
    }
    both = together[(together["a_kind"] == "country") & (together["b_kind"] == "country")]
    codes = [
        frozenset((first.removeprefix("country:"), second.removeprefix("country:")))
        for first, second in zip(both["a"], both["b"], strict=True)
    ]
    return both[[pair not in related for pair in codes]]


def mentioned_together_table(
    together: pd.DataFrame, relations: pd.DataFrame, *, key: str
) -> tuple[str, str] | None:
    """Draw the pairs that are mentioned together and no more.

    Args:
        together: Rows of `queries.together`.
        relations: Rows of `queries.relations`.
        key: Unique on the page.

    Returns:
        The entity ids of the pair whose row was chosen, None for none.
    """
    pairs = pairs_without_relation(together, relations)
    if pairs.empty:
        st.caption("All countries that share a sentence also have a stated relation.")
        return None
    st.caption(
        "Named in one sentence that states no relation between them. "
        "Choose a row to see the sentences."
    )
    event = data_table(
        pairs[["a_name", "b_name", "sentences"]].rename(
            columns={"a_name": "Country", "b_name": "Other country", "sentences": "Sentences"}
        ),
        name="mentioned together",
        key=key,
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = event["selection"]["rows"]
    if not rows or rows[0] >= len(pairs):
        return None
    return str(pairs["a"].iloc[rows[0]]), str(pairs["b"].iloc[rows[0]])


def in_both(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions of two entities in the sentences that name both.

    Args:
        first: Rows of `queries.mentions` of the one.
        second: Rows of `queries.mentions` of the other.
    """
    place = ["article_id", "sentence"]
    shared = first[place].drop_duplicates().merge(second[place].drop_duplicates(), on=place)
    return pd.concat([first, second]).merge(shared, on=place)


def sentences_of_both(first: pd.DataFrame, second: pd.DataFrame, *, key: str) -> None:
    """Draw the sentences that name two entities, both marked.

    Args:
        first: Rows of `queries.mentions` of the one.
        second: Rows of `queries.mentions` of the other.
        key: Unique on the page.
    """
    found = sentences(in_both(first, second))
    for row, marks in found[:_MOST]:
        text, start = str(row["sentence_text"]), int(row["sentence_start"])
        with st.container(gap=None, key=f"{key}-{row['mention_id']}"):
            st.html(serif(marked_html(text, start=start, marks=marks), size="1rem"))
            open_in_article(str(row["mention_id"]), key=f"{key}-{row['mention_id']}-open")
    if len(found) > _MOST:
        st.caption(f"{_MOST} of {len(found):,} sentences.")
