"""The head of every page: the finding, the scope in one line, the filter's chips, the marking.

It is part of the frame of every page, so it asks for the scope and the marking itself.
"""

from __future__ import annotations

import streamlit as st

from briefing.brief.scope import some_of, undated_words
from briefing.library import Filter, Library, queries
from briefing.settings import settings
from briefing.wording.dates import published
from briefing.wording.highest import standing_marking
from components.browser_side import mark_page
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
    included: str | None = None,
) -> None:
    """Draw the head of a page.

    Args:
        title: The page's finding, or its name; shown as it is, whatever it holds.
        flt: The filter, for its chips.
        scope: What the page covers, in one line; the articles and their date when None.
        notice: Whether to say how many articles are in the reading of an older version.
        marking: The handling marking, "" for none; that of the setting when None.
        included: The highest marking of what the page shows, which raises it; that of the
            articles in view when None.
    """
    chosen = settings().marking if marking is None else marking
    over = ask(queries.marking_of_view, flt) if included is None else included
    marking = standing_marking(chosen, over)
    mark_page(marking)
    if marking:
        st.badge(escape_badge(marking), icon=":material/shield:", color="red")
    with st.container(gap=None):
        st.title(escape_markdown(title), anchor=False)
        st.caption(escape_markdown(scope or scope_line(flt, ask(queries.scope, flt))))
    if notice:
        older_notice(*older_articles())
    chips(flt)


def scope_line(flt: Filter, scope: queries.Scope) -> str:
    """Say what the pages cover: "16 of 40 articles", "1 article · 9 July 2024, stated".

    Args:
        flt: The filter.
        scope: The answer to `queries.scope` for it.
    """
    hidden = scope.articles if scope.articles > scope.shown else None
    parts = [some_of(scope.shown, hidden if flt == Filter() else scope.of)]
    if scope.shown == 1:
        parts.append(published(scope.published, scope.basis, scope.earliest, scope.latest))
    parts.append(undated_words(flt, scope.undated))
    return " · ".join(filter(None, parts))


def older_articles() -> tuple[int, int]:
    """Return how many articles an older version read, and how many there are."""
    return len(ask(queries.older_articles)), ask(Library.__len__)
