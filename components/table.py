"""A table that can be taken away: on screen and, row by row the same, as CSV.

The one place that draws tables. Streamlit's own download of a table is off in
.streamlit/config.toml: it writes cells as they are, and a spreadsheet would run them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from briefing.export.formulas import escape_formula
from components.take_away import take_away


def data_table(
    frame: pd.DataFrame,
    *,
    name: str,
    key: str,
    column_config: Mapping[str, Any] | None = None,
    every: Callable[[], pd.DataFrame] | None = None,
    facts: bool = True,
    **options: Any,
) -> Any:
    """Show a table and a button that downloads exactly its rows.

    Args:
        frame: The rows; every column of it goes into the file.
        name: What the rows are, for the file's name and for screen readers.
        key: Unique on the page.
        every: Finds all rows for the file, where `frame` holds a page of them.
        facts: Whether the rows are facts, as with `take_away`.
        column_config: As in `st.dataframe`; a column set to None is not shown but downloaded.
        **options: More for `st.dataframe`, such as `on_select`.

    Returns:
        What `st.dataframe` returns: the selection when `on_select` asks for one.
    """
    shown = st.dataframe(
        frame,
        hide_index=True,
        column_config=column_config,
        key=key,
        alt=f"Table of {name}, {len(frame)} rows",
        **options,
    )
    take_away(
        "Download as CSV",
        lambda: to_csv(every() if every else frame),
        file_name=f"{name.replace(' ', '-')}.csv",
        mime="text/csv",
        key=f"{key}-csv",
        disabled=frame.empty,
        facts=facts,
    )
    return shown


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write rows as CSV that a spreadsheet opens as text: UTF-8 with a mark, no formulas.

    A cell that begins as a formula would (=, +, -, @) gets an apostrophe before it; numbers stay.
    """
    safe = frame.map(_cell)
    safe.columns = [str(_cell(column)) for column in frame.columns]
    return safe.to_csv(index=False).encode("utf-8-sig")


def _cell(cell: object) -> object:
    if isinstance(cell, (tuple, list)):
        cell = "; ".join(str(part) for part in cell)
    return escape_formula(cell) if isinstance(cell, str) else cell
