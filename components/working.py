"""The mark of what the program worked out, which opens its working."""

from __future__ import annotations

import streamlit as st


def working(text: str, *, key: str, label: str = "Worked out") -> None:
    """Draw a small mark that opens the working.

    Args:
        text: How it was worked out, in a sentence; shown as it is, whatever it holds.
        key: Unique on the page.
        label: The mark's words.
    """
    with st.popover(label, icon=":material/calculate:", type="tertiary", key=key):
        st.caption("Not in the article: the program worked this out.")
        st.text(text)
