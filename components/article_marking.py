"""The form of the marking of articles, or of a fact: a level, one's own words, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from briefing.errors import BriefingError
from briefing.wording.controls import HANDLING_MARKING, NO_MARKING
from briefing.wording.marking import MARKINGS
from components.articles_table import table_key
from components.cache import library
from components.escaping import escape_markdown


def marking_form(markings: Sequence[str], article_ids: Sequence[str]) -> None:
    """Draw the choice of the marking that articles have, with the button that saves it.

    Args:
        markings: The marking of each, "" for none.
        article_ids: The articles.
    """
    _form(
        markings,
        article_ids,
        lambda chosen: library().mark(article_ids, chosen),
        "TLP 2.0, the UK scale, or type your own. Pages, slides and files with this article are "
        "marked at least so.",
    )


def fact_marking_form(marking: str, fact_id: str, place: tuple[str, int, int]) -> None:
    """Draw the choice of the marking that a fact has of its own, with the button that saves it.

    Args:
        marking: The marking, "" for none.
        fact_id: The fact.
        place: Its article, and where its words begin and end.
    """
    _form(
        [marking],
        [fact_id],
        lambda chosen: library().mark_words(*place, chosen),
        "TLP 2.0, the UK scale, or type your own. It holds for every fact in the same sentence. "
        "Pages, slides and files with one of them are marked at least so.",
    )


def _form(
    markings: Sequence[str], ids: Sequence[str], save: Callable[[str], None], help_words: str
) -> None:
    kinds = sorted(set(markings))
    common = kinds[0] if len(kinds) == 1 else None
    offered = dict.fromkeys((NO_MARKING, *MARKINGS, *filter(None, (common,))))
    with st.form(table_key(ids, "marking"), border=False):
        chosen = st.selectbox(
            HANDLING_MARKING,
            list(offered),
            index=None if common is None else list(offered).index(common or NO_MARKING),
            format_func=escape_markdown,
            accept_new_options=True,
            key=table_key([*ids, *kinds], "marking-of"),
            placeholder="They differ",
            help=help_words,
        )
        if not st.form_submit_button("Save marking", icon=":material/save:") or chosen is None:
            return
        try:
            save("" if chosen == NO_MARKING else chosen)
        except BriefingError as error:
            st.error(escape_markdown(str(error)))
        else:
            st.rerun()
