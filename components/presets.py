"""Periods at one click, counted from the day that the page looks ahead from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import streamlit as st

from briefing.wording.dates import between
from components.escaping import escape_markdown
from components.filters import FIRST, FROM, LAST, TO, held_day, set_period

Period = tuple[date | None, date | None]

_KEY = "period-preset"


def presets(since: date) -> dict[str, Period]:
    """Return the periods to choose from, by name.

    Args:
        since: The day that they lie around.
    """
    month = timedelta(days=30)
    year = timedelta(days=365)
    return {
        "All time": (None, None),
        "30 days around": (_moved(since, -month), _moved(since, month)),
        "The year before": (_moved(since, -year), since),
        f"All of {since.year}": (date(since.year, 1, 1), date(since.year, 12, 31)),
        "From then on": (since, None),
    }


def preset_of(period: Period, offered: Mapping[str, Period]) -> str | None:
    """Return the name of a period; None when it is none of those offered."""
    return next((name for name, held in offered.items() if held == period), None)


def period_presets(since: date) -> None:
    """Draw the periods; choosing one narrows every page, and the URL holds its days.

    Args:
        since: The day that they lie around.
    """
    offered = presets(since)
    period = (held_day(FROM), held_day(TO))
    # Set again, so that it follows what the filter says.
    st.session_state[_KEY] = preset_of(period, offered)
    st.pills(
        "Period",
        list(offered),
        key=_KEY,
        label_visibility="collapsed",
        on_change=_choose,
        args=(offered,),
        wrap=True,
    )


def period_button(first: date, last: date, *, key: str) -> None:
    """Draw the button that narrows every page to a period.

    Args:
        first: First day.
        last: Last day.
        key: Unique on the page.
    """
    st.button(
        escape_markdown(f"Filter by {between(first.isoformat(), last.isoformat())}"),
        icon=":material/filter_alt:",
        key=key,
        on_click=set_period,
        args=(first, last),
    )


def _choose(offered: Mapping[str, Period]) -> None:
    set_period(*offered.get(st.session_state[_KEY] or "", (None, None)))


def _moved(day: date, by: timedelta) -> date:
    number = min(max(day.toordinal() + by.days, FIRST.toordinal()), LAST.toordinal())
    return date.fromordinal(number)
