"""How near what comes up is today, on screen: its badge, and grey for what is now past."""

from __future__ import annotations

import streamlit as st

from briefing.tables import Row
from briefing.wording.signs import NEARNESS


def nearness_badge(row: Row) -> None:
    """Draw how near an event is; nothing of one without a date, which says so itself.

    Args:
        row: A row of `briefing.library.ahead.ahead`; others have no nearness.
    """
    near = row.get("nearness", "undated")
    if near != "undated":
        sign = NEARNESS[near]
        st.badge(sign.word, icon=sign.icon, color=sign.badge)


def grey_if_past(row: Row, html: str) -> str:
    """Wrap what is past by now so that it stands back; the badge beside it says so in words.

    Args:
        row: A row of `briefing.library.ahead.ahead`.
        html: What is shown of it, escaped.
    """
    return f'<div style="opacity:.68">{html}</div>' if row.get("nearness") == "past" else html
