"""Quotations by their speakers: who they are, and how much is verbatim."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from briefing.tables import records
from briefing.wording.speakers import joint_speakers, speaker_name
from briefing.wording.words import cell_value, count
from components.quotation import named_html


def split_by_speaker(quotes: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Split rows of `queries.quotes_in_order` into one frame a speaker, in their order."""
    for key, rows in quotes.groupby("speaker_key", sort=False):
        yield str(key), rows


def speaker_head(rows: pd.DataFrame, quotes: int, verbatim: int) -> None:
    """Draw the heading of a speaker's quotations.

    Args:
        rows: Those that follow, rows of `queries.quotes_in_order`.
        quotes: How many quotations the speaker has in all.
        verbatim: How many of them with verbatim words.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(head_html(rows), width="content")
        st.caption(how_many(quotes, verbatim), width="content")


def head_html(rows: pd.DataFrame) -> str:
    """Build who speaks, escaped: name, role as written, country; of several only the names."""
    found = records(rows)
    first = found[0]
    if joint_speakers(first):
        return named_html(speaker_name(first), None, None)
    roles = [row["speaker_role"] for row in found if cell_value(row["speaker_role"])]
    role = roles[0] if roles else None
    return named_html(speaker_name(first), role, first["speaker_country"])


def how_many(quotes: int, verbatim: int) -> str:
    """Say how many: "9 quotations, 2 of them with verbatim words"."""
    if quotes == 1:
        return "1 quotation, " + ("with verbatim words" if verbatim else "a paraphrase")
    words = f"{verbatim} of them with verbatim words" if verbatim else "none verbatim"
    return f"{count(quotes, 'quotation')}, {words}"
