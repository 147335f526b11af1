"""The mark of what the program worked out, which opens its working."""

from __future__ import annotations

import streamlit as st

from briefing.wording.controls import HOW_WE_KNOW
from briefing.wording.dates import working_words
from briefing.wording.signs import EVENT_BASES
from components.browser_side import name_control


def working_label(basis: str) -> str:
    """Return the words of the mark beside a date: how it is known, in short.

    Args:
        basis: Key of `signs.EVENT_BASES`.
    """
    return EVENT_BASES[basis].word if basis in ("reference", "inferred") else HOW_WE_KNOW


def working(text: str, *, of: str, key: str, label: str = HOW_WE_KNOW) -> None:
    """Draw a small mark that opens the working.

    Args:
        text: How it was worked out, in a sentence; shown as it is, whatever it holds.
        of: What was worked out, for the mark's name; others on the page show the same word.
        key: Unique on the page.
        label: The mark's words.
    """
    name_control(key, f"{label}: {of}")
    with st.popover(label, icon=":material/calculate:", type="tertiary", key=key):
        st.caption("Not in the article: worked out by the program.")
        st.text(working_words(text))
