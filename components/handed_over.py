"""Links inside the app that narrow it to some articles: their briefing, their quotations, dates.

The filter's own parameters belong to its widgets, which keep what they hold when a page changes. So
such a link carries a parameter of its own, which is taken up before the widgets are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.library import Filter
from components.filters import set_filter

ABOUT = "only"
"""The parameter; its value is an article's id. It may stand several times."""


def about(article_id: str | None) -> dict[str, str]:
    """Return what a link takes along to narrow the app to an article; nothing for None."""
    return {ABOUT: article_id} if article_id else {}


def about_each(article_ids: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return what a link takes along to narrow the app to several articles."""
    return {ABOUT: article_ids}


def take_over() -> None:
    """Set the filter to the articles that a link is about, before the filter is drawn.

    One that is not in the library stays in the filter, which says so and offers a way out.
    """
    asked = st.query_params.get_all(ABOUT)
    if not asked:
        return
    st.query_params.pop(ABOUT)
    set_filter(Filter(articles=tuple(asked)))
