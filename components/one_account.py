"""The mark of what one of several accounts of a story alone tells."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from briefing.wording.accounts import ONE_ACCOUNT, ONE_ACCOUNT_HELP


def one_account_badge(fact_id: str, single: Collection[str]) -> None:
    """Draw the mark of a fact that one of several accounts alone tells; nothing for others."""
    if fact_id in single:
        st.badge(ONE_ACCOUNT, icon=":material/looks_one:", color="gray", help=ONE_ACCOUNT_HELP)
