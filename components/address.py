"""Codes in the address: `?country=RUS`, whatever the widget calls it.

Streamlit writes into the address what a widget shows, and through its navigation it keeps only
the parameters of widgets. So a hidden widget holds the codes of each parameter; what is seen and
chosen is another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

_KEY = "address"


def carry(held: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Keep codes in the address; return what it asks for instead, by parameter.

    A link that was just opened and the browser's Back and Forward ask for something of their own;
    else nothing is returned.

    Args:
        held: The codes of each parameter.
    """
    st.html(f"<style>.st-key-{_KEY} {{ display: none; }}</style>")
    asked: dict[str, list[str]] = {}
    with st.container(key=_KEY):
        for name, codes in held.items():
            st.session_state[name] = list(codes)
            found = st.multiselect(
                name,
                list(codes),
                key=name,
                bind="query-params",
                accept_new_options=True,
                label_visibility="collapsed",
            )
            if found != list(codes):
                asked[name] = found
    return asked
