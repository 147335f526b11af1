"""Removed articles: Undo at once, and a list to put them back from or delete them for good."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from briefing.errors import BriefingError
from briefing.library.removal import Removed
from briefing.wording import columns
from briefing.wording.dates import as_day
from briefing.wording.words import count
from components.articles_table import table_key, ticked_rows
from components.browser_side import focus_next
from components.cache import library
from components.escaping import escape_markdown

_REMOVED_LAST = "removed-last"
"""Where the session keeps the ids of what it removed last."""

_PUT_BACK = "put-back"
_FAULTS = "put-back-faults"

_ROWS = 6


def offer_undo(article_ids: Sequence[str]) -> None:
    """Offer to put back what was just removed; for `on_click`."""
    st.session_state[_REMOVED_LAST] = list(article_ids)
    focus_next(_PUT_BACK)


def undo_bar(removed: Sequence[Removed]) -> None:
    """Draw what was removed last in this session, with the way to have it back.

    Args:
        removed: The articles that can be put back.
    """
    for fault in st.session_state.pop(_FAULTS, ()):
        st.error(escape_markdown(fault), icon=":material/error:")
    there = {each.article_id: each for each in removed}
    last = [key for key in st.session_state.get(_REMOVED_LAST, ()) if key in there]
    if not last:
        return
    what = f"“{there[last[0]].title}”" if len(last) == 1 else count(len(last), "article")
    with st.container(horizontal=True, vertical_alignment="center", key="undo-removal"):
        st.markdown(f":material/delete: Removed {escape_markdown(what)}.", width="content")
        st.button("Undo", icon=":material/undo:", key=_PUT_BACK, on_click=_put_back, args=(last,))


def removed_list(removed: Sequence[Removed]) -> None:
    """Draw the articles that were removed and are kept; nothing where there are none."""
    if not removed:
        return
    with st.expander(f"Removed articles ({len(removed):,})", icon=":material/delete:"):
        st.caption(
            "They are kept with all that was found in them, and count nowhere. What staff decided "
            "on them is kept in any case."
        )
        ids = [each.article_id for each in removed]
        frame = pd.DataFrame(
            {
                columns.ARTICLE: [each.title for each in removed],
                "Removed on": [as_day(each.removed[:10]) for each in removed],
            }
        )
        ticked = ticked_rows(
            frame,
            ids,
            name="removed articles",
            key=table_key(ids, "removed"),
            column_config={
                columns.ARTICLE: st.column_config.TextColumn(width="large"),
                "Removed on": st.column_config.DateColumn(format="D MMM YYYY", width=110),
            },
            rows=_ROWS,
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                "Put back",
                icon=":material/undo:",
                key="put-back-ticked",
                disabled=not ticked,
                on_click=_put_back,
                args=(ticked,),
            )
            with st.popover(
                "Delete for good…",
                icon=":material/delete_forever:",
                key="delete-for-good",
                disabled=not ticked,
            ):
                st.caption("They cannot be put back after that.")
                st.button(
                    f"Delete {count(len(ticked), 'article')} for good",
                    key="deleted-for-good",
                    disabled=not ticked,
                    on_click=_delete,
                    args=(ticked,),
                )
            if not ticked:
                st.caption("Tick articles to put them back or delete them for good.")


def _put_back(article_ids: list[str]) -> None:
    from briefing.library.ingest import put_back  # brings the readers of files along

    faults = []
    for article_id in article_ids:
        try:
            put_back(library(), article_id)
        except BriefingError as error:
            faults.append(str(error))
    st.session_state[_FAULTS] = faults


def _delete(article_ids: list[str]) -> None:
    library().delete_for_good(article_ids)
