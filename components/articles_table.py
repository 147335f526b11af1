"""The table of the library's articles: which of them the pages show, and removing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefing.tables import records
from briefing.wording.controls import SHOW_ALL
from briefing.wording.dates import published
from briefing.wording.words import count, shorten
from components.adding import REPORT
from components.cache import library
from components.escaping import escape_markdown
from components.table import download_rows, editable_table
from components.titles import title_of

_SHELF = "library-shelf"

_ROWS = 6
"""Articles in view at once, so that what stands below stays near."""

_COLUMNS = {
    "shown": st.column_config.CheckboxColumn(
        "Show", help="Whether the pages show this article", width=72
    ),
    "title": st.column_config.TextColumn("Title", width=220),
    "outlet": st.column_config.TextColumn("Outlet", width=70),
    "date": st.column_config.TextColumn("Published", width=186),
    "words": st.column_config.NumberColumn("Words", format="localized", width=58),
    "entities": st.column_config.NumberColumn("Entities", width=68),
    "quotes": st.column_config.NumberColumn("Quotations", width=86),
    "events": st.column_config.NumberColumn("Events", width=60),
    "relations": st.column_config.NumberColumn("Relations", width=76),
    "added": st.column_config.TextColumn("Added", width=88),
    "reader_version": None,  # for those who take the table along
}


def build_articles_table(articles: pd.DataFrame) -> pd.DataFrame:
    """Build the rows of the table from `queries.articles`, one an article, its id as index."""
    rows = records(articles)
    return pd.DataFrame(
        {
            "shown": [bool(row["shown"]) for row in rows],
            "title": [title_of(row["title"], row["opening"]) for row in rows],
            "outlet": [row["source"] if pd.notna(row["source"]) else "" for row in rows],
            "date": [
                published(
                    row["published"],
                    row["published_basis"],
                    row["published_earliest"],
                    row["published_latest"],
                ).removeprefix("published ")
                for row in rows
            ],
            **{
                name: [row[name] for row in rows]
                for name in ("words", "entities", "quotes", "events", "relations")
            },
            "added": [str(row["added"])[:10] for row in rows],
            "reader_version": [row["reader_version"] for row in rows],
        },
        index=pd.Index([row["article_id"] for row in rows], name="article_id"),
    )


def articles_table(articles: pd.DataFrame) -> None:
    """Draw the table; a change of its first column takes effect at once.

    Args:
        articles: Rows of `queries.articles`.
    """
    frame = build_articles_table(articles)
    writable = library().writable
    generation = st.session_state.setdefault(_SHELF, 0)  # a new one forgets edits that took effect
    edited = editable_table(
        frame,
        name="The library's articles",
        key=f"shelf-{generation}",
        column_config=_COLUMNS,
        editable=("shown",) if writable else (),
        height="auto" if len(frame) <= _ROWS else 36 * (_ROWS + 1),
    )
    if not edited["shown"].equals(frame["shown"]):
        _show(list(edited.index[edited["shown"]]))
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            SHOW_ALL,
            icon=":material/visibility:",
            key="show-all",
            disabled=not writable or bool(frame["shown"].all()),
            on_click=_show,
            args=(list(frame.index),),
        )
        if writable:
            _remove(frame)
        download_rows(frame.reset_index(), name="articles", key="shelf-csv")


def _remove(frame: pd.DataFrame) -> None:
    with st.popover("Remove…", icon=":material/delete:", key="remove"):
        chosen = st.multiselect(
            "Articles to remove",
            list(frame.index),
            format_func=lambda article_id: shorten(str(frame.at[article_id, "title"]), 70),
            key="remove-articles",
            placeholder="Choose",
        )
        st.caption(
            "Everything found in them is removed too. Checks and corrections by staff are kept, "
            "and apply again if the article is added again."
        )
        st.button(
            f"Remove {count(len(chosen), 'article')}" if chosen else "Remove",
            key="remove-confirmed",
            disabled=not chosen,
            on_click=_removed,
            args=(chosen,),
        )


def _show(article_ids: list[str]) -> None:
    library().show(article_ids)
    st.session_state[_SHELF] += 1


def _removed(article_ids: list[str]) -> None:
    for article_id in article_ids:
        library().remove(article_id)
    st.session_state[_SHELF] += 1
    st.session_state["remove-articles"] = []
    st.session_state.pop(REPORT, None)  # it may offer to open what is gone
    st.toast(escape_markdown(f"Removed {count(len(article_ids), 'article')}."))
