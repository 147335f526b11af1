"""Disputed claims: the claim in the article's words, who says so, who denies it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording import columns
from briefing.wording.sources import THE_ARTICLE
from briefing.wording.speakers import holders
from briefing.wording.words import cell_value, count, shorten
from components.escaping import escape_html
from components.evidence import marked_html, serif
from components.facts import open_in_article

_LONGEST = 220
_UNDERSTOOD = 6
"""So many words and a claim can be understood without its sentence, unless it lacks a subject."""


def claims(claimed: pd.DataFrame, *, total: int | None = None, key: str) -> None:
    """Draw one line a claim: claim, who says, who denies, the link.

    Args:
        claimed: Rows of `queries.claimed_denied`.
        total: How many there are, where these are the first; the number of the others is said.
        key: Unique on the page.
    """
    for number, row in enumerate(records(claimed)):
        with st.container(gap="xsmall", key=f"{key}-{number}"):
            st.html(serif(claim_html(row), size="1rem"))
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                st.html(parties_html(row), width="content")
                open_in_article(
                    str(row["fact_id"]), key=f"{key}-{number}-open", label="Claim in the article"
                )
    more = 0 if total is None else total - len(claimed)
    if more > 0:
        st.caption(f"and {count(more, 'more claim', 'more claims')}")


def claim_html(row: Row) -> str:
    """Build the claim, escaped; one of a few words is marked in its sentence, to be understood."""
    claim = " ".join(str(row["claim"]).split())
    words = claim.split()
    bare = len(words) < _UNDERSTOOD or words[0].endswith("ing")
    if not bare or not cell_value(row["sentence_text"]):
        return escape_html(shorten(claim, _LONGEST))
    return marked_html(
        str(row["sentence_text"]),
        start=int(row["sentence_start"]),
        marks=[(int(row["start"]), int(row["end"]))],
    )


def parties_html(row: Row) -> str:
    """Build who says and who denies, escaped; each with its word, so that no colour is needed."""
    claimed = holders(row["who_says"]) or THE_ARTICLE
    denies = escape_html(holders(row["who_denies"]))
    return (
        f'<span style="font-size:.9rem"><span style="opacity:.75">{columns.CLAIMED_BY}</span> '
        f"<b>{escape_html(claimed)}</b> &nbsp;·&nbsp; "
        f'<span style="opacity:.75">{columns.DENIED_BY}</span> <b>{denies}</b></span>'
    )
