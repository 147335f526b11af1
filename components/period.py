"""The slider over the dates of the articles at hand."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from briefing.wording.dates import day
from components.address import follow, widget_key

PERIOD = "period"
"""The address's parameter: the first and the last date, in ISO form."""

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
    key, whole = widget_key(PERIOD), (dates[0], dates[-1])
    words = {day(date): date for date in dates}

    def read(texts: Sequence[str]) -> list[str]:
        ends = [words.get(text, text) for text in texts]
        left = choice_within((ends[0], ends[-1]), dates) if ends else None
        return list(dict.fromkeys(left)) if left and left != whole else []

    def take(ends: list[str]) -> None:
        if ends or key in st.session_state:
            st.session_state[key] = (ends[0], ends[-1]) if ends else whole

    held = st.session_state.get(key)
    if held is not None:
        held = [] if tuple(held) == whole else list(dict.fromkeys(held))
    follow(PERIOD, held, read, take)
    undated = int(facts.loc[facts["published"].isna(), "articles"].sum())
    chosen = st.select_slider(
        "Period",
        dates,
        value=whole,
        format_func=day,
        key=key,
        width=300,
        help="By the date of the article."
        + (" Undated articles are left out of a shorter period." if undated else ""),
    )
    first, last = str(chosen[0]), str(chosen[1])
    return None if (first, last) == whole else (first, last)


def forget_period() -> None:
    """Let the slider leave everything in; for `on_click`."""
    st.session_state.pop(widget_key(PERIOD), None)
    st.session_state.pop(PERIOD, None)
