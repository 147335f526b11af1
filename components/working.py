"""The mark of what the program worked out, which opens its working."""

from __future__ import annotations

import streamlit as st

from components.browser_side import name_control


def working(text: str, *, of: str, key: str, label: str = "Worked out") -> None:
    """Draw a small mark that opens the working.

    Args:
        text: How it was worked out, in a sentence; shown as it is, whatever it holds.
        of: What was worked out, for the mark's name; others on the page show the same word.
        key: Unique on the page.
        label: The mark's words.
    """
    name_control(key, f"{label}: {of}")
    with st.popover(label, icon=":material/calculate:", type="tertiary", key=key):
        st.caption("Not in the article: the program worked this out.")
        st.text(text)
