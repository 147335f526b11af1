"""Library: what have I got, and how do I add to it?"""

from __future__ import annotations

import streamlit as st

from briefing.library import queries
from briefing.library.unread import forget_unread, unread_files
from briefing.wording.controls import CLEAR_FILTER
from briefing.wording.words import count
from components.adding import add_articles
from components.articles_table import articles_table
from components.cache import ask, library
from components.empty import WayOut, empty
from components.filters import clear_all, current_filter
from components.lacking import unread_list
from components.older import read_again_box
from components.page import head, older_articles
from components.search import search_results

flt = current_filter()
articles = ask(queries.articles)
shown = int(articles["shown"].sum())
head(
    f"{count(len(articles), 'article')} in the library"
    if shown == len(articles)
    else f"{count(len(articles), 'article')} in the library, {shown} shown",
    flt,
    f"{count(int(articles['words'].sum()), 'word')} · "
    f"{count(int(articles['quotes'].sum()), 'quotation')} · "
    f"{count(int(articles['events'].sum()), 'event')} · "
    f"{count(int(articles['relations'].sum()), 'relation')}",
    notice=False,
)
read_again_box(*older_articles())

if articles.empty:
    empty("The library is empty. Add the first article below.", key="empty-library")
else:
    articles_table(articles)

unread = ask(unread_files)
if unread:
    with st.expander(f"Files not read ({len(unread):,})", icon=":material/error:", key="unread"):
        done_with = unread_list(unread, writable=library().writable)
    if done_with is not None:
        forget_unread(library(), done_with)
        st.rerun()

add, look = st.columns(2, gap="large")
with add:
    st.header("Add articles", anchor=False)
    add_articles()
with look:
    st.header("Search every sentence", anchor=False)
    words = st.text_input(
        "Words",
        key="search",
        type="search",
        placeholder="All of these words, in any order",
        label_visibility="collapsed",
        persist_state="session",
    )
    if words.strip():
        rows = ask(queries.search, words, flt)
        if rows.empty:
            empty(
                f"No sentence in the visible articles contains “{words.strip()}”.",
                *([WayOut(CLEAR_FILTER, clear_all)] if flt != type(flt)() else []),
                key="empty-search",
            )
        else:
            st.caption(f"{count(len(rows), 'sentence')}, best match first")
            search_results(rows, key="found")
    else:
        st.caption("Searches the visible articles, within the filter.")
