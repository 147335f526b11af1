"""Claimed and denied: the claim in the article's words, who says so, who denies it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.speakers import joined
from briefing.wording.words import cell_value, count, shorten
from components.escaping import escape_html
from components.evidence import marked_html, serif
from components.facts import open_in_article

_LONGEST = 220
_UNDERSTOOD = 6
"""So many words and a claim can be understood without its sentence."""


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
                fact = cell_value(row["relation_id"]) or cell_value(row["quote_id"])
                open_in_article(str(fact), key=f"{key}-{number}-open", brief=True)
    more = 0 if total is None else total - len(claimed)
    if more > 0:
        st.caption(f"and {count(more, 'more claim', 'more claims')}")


def claim_html(row: Row) -> str:
    """Build the claim, escaped; one of a few words is marked in its sentence, to be understood."""
    claim = " ".join(str(row["claim"]).split())
    if len(claim.split()) >= _UNDERSTOOD or not cell_value(row["sentence_text"]):
        return escape_html(shorten(claim, _LONGEST))
    return marked_html(
        str(row["sentence_text"]),
        start=int(row["sentence_start"]),
        marks=[(int(row["start"]), int(row["end"]))],
    )


def parties_html(row: Row) -> str:
    """Build who says and who denies, escaped; each with its word, so that no colour is needed."""
    says = cell_value(row["who_says"])
    denies = cell_value(row["who_denies"])
    if says is None and cell_value(row["quote_id"]):
        said = ""  # a denial that was quoted: who claimed it before is not told
    else:
        claimed = joined(says) if says else "the article"
        said = f'<span style="opacity:.75">Says</span> <b>{escape_html(claimed)}</b>'
        said += " &nbsp;·&nbsp; "
    denied = escape_html(joined(denies)) if denies else "somebody who is not named"
    return (
        f'<span style="font-size:.9rem">{said}'
        f'<span style="opacity:.75">Denies</span> <b>{denied}</b></span>'
    )
