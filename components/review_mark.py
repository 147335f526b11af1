"""The mark of what staff checked, and the link by which any fact is checked or corrected."""

from __future__ import annotations

import streamlit as st

from briefing.access import Action
from briefing.tables import Row
from briefing.wording.highest import highest
from briefing.wording.reviews import VERDICTS, found_words
from briefing.wording.words import cell_value
from components.browser_side import name_control
from components.escaping import escape_badge
from components.kept.choose import choose_button
from components.signed_in import allowed

REVIEW_PAGE = "pages/review.py"
FACT = "check"
"""The address's parameter of the Review page: the fact to check."""


def review_mark(row: Row) -> None:
    """Draw the marking of a fact of its own, and who checked or corrected it; nothing for none."""
    if own := cell_value(row.get("own_marking")):
        st.badge(escape_badge(highest([str(own)])), icon=":material/shield:", color="red")
    verdict = cell_value(row.get("review"))
    if verdict is not None:
        sign = VERDICTS[str(verdict)]
        st.badge(escape_badge(found_words(row)), icon=sign.icon, color=sign.badge)


def check_link(fact_id: str, *, key: str, words: str = "", label: str = "Check") -> None:
    """Draw the link that opens a fact on the Review page, to confirm, correct or reject it.

    Nothing for who may not correct.

    Args:
        fact_id: The quotation, event, relation, entity or article.
        key: Unique on the page.
        words: What it is about, for the link's name.
        label: What stands on it.
    """
    if not allowed(Action.CORRECT):
        return
    name_control(f"check-{key}", f"{label}: {words}" if words else f"{label} this fact")
    with st.container(key=f"check-{key}", width="content"):
        st.page_link(
            REVIEW_PAGE,
            label=label,
            icon=":material/fact_check:",
            query_params={FACT: fact_id},
        )
    choose_button(fact_id, key=key, words=words)
