"""The button beside a fact that puts it into the open briefing, or takes it out."""

from __future__ import annotations

import re

import streamlit as st

from components.browser_side import name_control
from components.kept import session

_FACT = re.compile(r"[^.]+\.[qer]\..+")
"""Ids of quotations, events and relations."""


def choose_button(fact_id: str, *, key: str, words: str = "") -> None:
    """Draw the button; nothing where no briefing is open, or it is locked, or this is no fact.

    Args:
        fact_id: The fact.
        key: Unique on the page.
        words: What it is about, for the button's name.
    """
    held = session.at_hand()
    if held is None or held.locked or not _FACT.fullmatch(fact_id):
        return
    is_in = fact_id in held.kept.facts
    label = "In the briefing" if is_in else "Add to briefing"
    name_control(f"choose-{key}", f"{label}: {words}" if words else label)
    st.button(
        label,
        icon=":material/playlist_add_check:" if is_in else ":material/playlist_add:",
        key=f"choose-{key}",
        type="tertiary",
        on_click=session.choose,
        args=(fact_id,),
        kwargs={"on": not is_in},
        help="Takes it out of the open briefing." if is_in else None,
    )
