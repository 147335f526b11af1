"""What the Briefing page is about where nothing is filtered: the article added last, or all."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from briefing.library import Filter
from briefing.wording.words import count
from components.address import linked

COVER = "cover"
"""The address's parameter."""

_LAST, _ALL = "last", "all"
_NAMES = {_LAST: "Article added last", _ALL: "All stories"}


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
    found = st.segmented_control(
        f"Briefing on one of {count(number, 'article')}, or on all",
        list(_NAMES),
        required=True,
        format_func=lambda cover: _NAMES[cover],
        key=linked(COVER, _NAMES, default=_LAST),
        label_visibility="collapsed",
    )
    if found == _ALL:
        return flt
    return replace(flt, articles=(last,))
