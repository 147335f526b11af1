"""What the Briefing page is about where nothing is filtered: the article added last, or all."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from briefing.library import Filter
from briefing.wording.words import count
from components.address_codes import read_codes

COVER = "cover"
"""The widget's key, which is the name of the address's parameter."""

_NAMES = {"last": "Article added last", "all": "All stories"}


def chosen_cover(flt: Filter, number: int, last: str | None) -> Filter:
    """Draw the choice between the article that was added last and all, and return the filter.

    A filter is a choice already, and one article leaves none: it is returned as it is then.

    Args:
        flt: The filter in force.
        number: How many articles are in view.
        last: That of them which was added last.
    """
    if flt != Filter() or number < 2 or last is None:
        return flt
    read_codes(COVER, _NAMES)
    found = st.segmented_control(
        f"Briefing on one of {count(number, 'article')}, or on all",
        list(_NAMES.values()),
        default=_NAMES["last"],
        required=True,
        key=COVER,
        bind="query-params",
        label_visibility="collapsed",
    )
    if found == _NAMES["all"]:
        return flt
    return replace(flt, articles=(last,))
