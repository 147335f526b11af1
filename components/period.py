"""The slider over the dates of the articles at hand."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from briefing.wording.dates import day

PERIOD = "period"
"""The slider's key, which is the name of the address's parameter."""

Span = tuple[str, str]


def dates_of(facts: pd.DataFrame) -> list[str]:
    """Return the dates of the articles that facts come from, each once, in order."""
    return sorted({str(published) for published in facts["published"].dropna()})


def choice_within(held: object, dates: Sequence[str]) -> Span | None:
    """Return what a choice made over other dates is over these; None when nothing of it is left."""
    if not isinstance(held, (tuple, list)) or len(held) != 2:
        return None
    first, last = (str(end) for end in held)
    left = [date for date in dates if first <= date <= last]
    return (left[0], left[-1]) if left else None


def period_slider(facts: pd.DataFrame) -> Span | None:
    """Draw the slider where there is more than one date.

    Args:
        facts: Rows of `queries.relation_days`.

    Returns:
        The first and the last date of the choice; None when it leaves everything in, articles
        without a date included.
    """
    dates = dates_of(facts)
    if len(dates) < 2:
        return None
    held = st.session_state.get(PERIOD)
    if held is not None and not set(held) <= set(dates):
        st.session_state[PERIOD] = choice_within(held, dates) or (dates[0], dates[-1])
    undated = int(facts.loc[facts["published"].isna(), "articles"].sum())
    chosen = st.select_slider(
        "Period",
        dates,
        value=(dates[0], dates[-1]),
        format_func=day,
        key=PERIOD,
        bind="query-params",
        width=300,
        help="By the date of the article."
        + (" Undated articles are left out of a shorter period." if undated else ""),
    )
    first, last = str(chosen[0]), str(chosen[1])
    return None if (first, last) == (dates[0], dates[-1]) else (first, last)
