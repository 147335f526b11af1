"""Library: what have I got, and how do I add to it?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.access import Action
from briefing.library import queries
from briefing.library.reviews.reading import reading_of
from briefing.library.source_grades import grades_of
from briefing.library.unread import forget_unread, unread_files
from briefing.wording.controls import CLEAR_FILTER
from briefing.wording.words import count, size_words
from components.adding import Versions, add_articles
from components.article_actions import One, article_actions
from components.articles_table import articles_table
from components.cache import ask, can, library
from components.empty import WayOut, empty
from components.filters import clear_all, current_filter
from components.lacking import unread_list
from components.older import read_again_box
from components.page import head, older_articles
from components.removed_list import removed_list, undo_bar
from components.search import search_results


def _one(ticked: list[str]) -> One | None:
    """Return the only article that is ticked; None where it is not only one."""
    if len(ticked) != 1:
        return None
    (article_id,) = ticked
    row = library().article(article_id).row
    return One(
        row,
        reading_of(library(), article_id),
        ask(queries.published_evidence, article_id),
        ask(grades_of, (row["source"],)),
    )


def _alike(article_id: str) -> tuple[bool, Sequence[queries.Alike]]:
    """Return whether the pages show an article, and its versions and copies."""
    found = ask(queries.alike, article_id)
    return bool(found) and library().article(article_id).row["shown"], found


flt = current_filter()
removed = ask(queries.removed_articles)
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
    f"{count(int(articles['relations'].sum()), 'relation')} · "
    f"{size_words(queries.bytes_of_file(library()))} on the disk",
    notice=False,
    included=ask(queries.marking_of_all),
)
read_again_box(*older_articles())

if articles.empty:
    empty("The library is empty. Add the first article below.", key="empty-library")
else:
    tags = ask(queries.tags)
    ticked = articles_table(articles, tags)
    article_actions(articles, ticked, tags, _one(ticked))
if can(Action.PUT_BACK):
    undo_bar(removed)
    removed_list(removed)

unread = ask(unread_files)
if unread:
    with st.expander(f"Files not read ({len(unread):,})", icon=":material/error:", key="unread"):
        done_with = unread_list(unread, writable=can(Action.ADD))
    if done_with is not None:
        forget_unread(library(), done_with)
        st.rerun()

add, look = st.columns(2, gap="large")
with add:
    st.header("Add articles", anchor=False)
    add_articles(Versions(_alike, lambda *pair: ask(queries.version_differences, *pair)))
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
