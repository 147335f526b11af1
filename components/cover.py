"""What the Briefing page is about where nothing is filtered: the article added last, or all."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from briefing.library import Filter
from briefing.wording.words import count
from components.address_codes import read_codes

COVER = "cover"
"""The widget's key, which is the name of the address's parameter."""

_NAMES = {"last": "Article added last", "all": "All stories"}


def chosen_cover(flt: Filter, articles: pd.DataFrame) -> Filter:
    """Draw the choice between the article that was added last and all, and return the filter.

    A filter is a choice already, and one article leaves none: it is returned as it is then.

    Args:
        flt: The filter in force.
        articles: Rows of `queries.articles` in view, in the order of adding.
    """
    if flt != Filter() or len(articles) < 2:
        return flt
    read_codes(COVER, _NAMES)
    found = st.segmented_control(
        f"Briefing on one of {count(len(articles), 'article')}, or on all",
        list(_NAMES.values()),
        default=_NAMES["last"],
        required=True,
        key=COVER,
        bind="query-params",
        label_visibility="collapsed",
    )
    if found == _NAMES["all"]:
        return flt
    return replace(flt, articles=(str(articles["article_id"].iloc[-1]),))
