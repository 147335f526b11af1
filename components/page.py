"""The head of every page: the finding, the scope in one line, the filter's chips, the marking."""

from __future__ import annotations

import streamlit as st

from briefing.library import Filter, queries
from briefing.settings import settings
from briefing.wording.dates import published
from briefing.wording.words import count
from components.cache import ask
from components.escaping import escape_badge, escape_markdown
from components.filters import chips
from components.older import older_notice


def head(
    title: str,
    flt: Filter,
    scope: str | None = None,
    *,
    notice: bool = True,
    marking: str | None = None,
) -> None:
    """Draw the head of a page.

    Args:
        title: The page's finding, or its name; shown as it is, whatever it holds.
        flt: The filter, for its chips.
        scope: What the page covers, in one line; the articles and their date when None.
        notice: Whether to say how many articles are in the reading of an older version.
        marking: The handling marking, "" for none; that of the setting when None.
    """
    marking = settings().marking if marking is None else marking
    if marking:
        st.badge(escape_badge(marking), icon=":material/shield:", color="red")
    with st.container(gap=None):
        st.title(escape_markdown(title), anchor=False)
        st.caption(escape_markdown(scope if scope is not None else scope_line(flt)))
    if notice:
        older_notice()
    chips(flt)


def scope_line(flt: Filter) -> str:
    """Say what the pages cover: "1 article · published before 9 July 2024, inferred"."""
    scope = ask(queries.scope, flt)
    parts = [
        count(scope.shown, "article")
        if scope.articles == scope.shown
        else f"{scope.shown:,} of {count(scope.articles, 'article')}"
    ]
    if scope.shown == 1:
        parts.append(published(scope.published, scope.basis, scope.earliest, scope.latest))
    if (flt.earliest or flt.latest) and scope.undated:
        parts.append(f"{count(scope.undated, 'article')} without a date included")
    return " · ".join(parts)
