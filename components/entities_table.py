"""The table of entities, whose rows open profiles, and what it says as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from briefing.reference.countries import country_name
from briefing.wording import columns
from briefing.wording.signs import KINDS
from briefing.wording.words import cell_value, count, shorten
from components.screen import screen
from components.table import data_table

_ROW = 36
"""Height of a row, in pixels."""


def entities_table(
    entities: pd.DataFrame, *, most: int, key: str, on_choose: Callable[[str], None]
) -> None:
    """Show entities; a click on a row chooses one.

    Args:
        entities: Rows of `queries.entities`.
        most: Mentions that fill the bar.
        key: Unique on the page.
        on_choose: Called with the entity id of the row, before the page runs again.
    """
    ids = list(entities["entity_id"])

    def callback() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows:
            on_choose(ids[rows[0]])

    data_table(
        build_table(entities),
        name="entities",
        key=key,
        column_config={
            "Name": st.column_config.TextColumn(pinned=True, width=130 if screen().narrow else 170),
            "Kind": st.column_config.TextColumn(width=84),
            "Country": st.column_config.TextColumn(width=116),
            "Role": st.column_config.TextColumn(width=76),
            columns.MENTIONS: st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=most, width=84
            ),
            "Quoted": st.column_config.NumberColumn(
                help="Quotations by them; 0 where they are not quoted", width=66
            ),
            "First words": st.column_config.TextColumn(width=80),
        },
        on_select=callback,
        selection_mode="single-row",
        height=min(_ROW * (len(entities) + 1) + 2, 540),
    )


def build_table(entities: pd.DataFrame) -> pd.DataFrame:
    """Put entities into the columns of the page's table, in the same order.

    Args:
        entities: Rows of `queries.entities`.
    """
    return pd.DataFrame(
        {
            "Name": entities["name"],
            "Kind": [KINDS[kind].word for kind in entities["kind"]],
            "Country": [
                country_name(str(code)) if cell_value(code) else "" for code in entities["country"]
            ],
            "Role": [cell_value(role) or "" for role in entities["role"]],
            columns.MENTIONS: entities["mentions"].astype(int),
            "Quoted": entities["quotes"].astype(int),
            "First words": [shorten(" ".join(text.split()), 90) for text in entities["first_text"]],
        }
    )


def finding(entities: pd.DataFrame) -> str:
    """Say who is named most: the page's title."""
    if entities.empty:
        return "Entities"
    first = entities.iloc[0]
    times = count(int(first["mentions"]), "time")
    if len(entities) == 1:
        return f"{first['name']} is the only one named: {times}"
    return f"{first['name']} is named most: {times}; {len(entities):,} names in all"
