"""Splitting a name: which of its mentions are somebody else, and who that is."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.errors import ReviewError
from briefing.library.reviews.parting import split_mentions, split_name
from briefing.tables import records
from briefing.wording.controls import EVERYWHERE, REASON
from briefing.wording.reviews import field_name
from briefing.wording.words import count, shorten
from components.cache import library
from components.checking import decided_now, reviewer
from components.escaping import escape_markdown

_EVERYWHERE, _HERE, _THESE = "everywhere", "here", "these"
_WHERE = {
    _HERE: "In one article",
    _THESE: "Only these mentions",
    _EVERYWHERE: EVERYWHERE,
}


def split_form(
    entity_id: str, mentions: pd.DataFrame, titles: Mapping[str, str], others: Mapping[str, str]
) -> None:
    """Draw the fields by which mentions of an entity are given to another one.

    Args:
        entity_id: The entity.
        mentions: Rows of `queries.mentions` for it.
        titles: The titles of their articles, by id.
        others: Who or what may be meant, by id.
    """
    named = mentions[mentions["form"] != "pronoun"].assign(
        words=lambda rows: rows["text"].map(lambda text: " ".join(str(text).split()))
    )
    if named.empty:
        st.caption("No article names it.")
        return
    counted = {
        str(words): f"{words} ({count(len(rows), 'mention')} in "
        f"{count(rows['article_id'].nunique(), 'article')})"
        for words, rows in sorted(named.groupby("words"), key=lambda each: -len(each[1]))
    }
    words: str = st.selectbox(
        "Which name is somebody else?",
        list(counted),
        format_func=lambda name: counted.get(name, name),
        key=f"split-words-{entity_id}",
        help="As the articles write it, such as a surname alone.",
    )
    where: str = st.radio("Where", list(_WHERE), format_func=_WHERE.get, key=f"where-{entity_id}")
    chosen = _mentions(entity_id, named[named["words"] == words], where, titles)
    to = st.selectbox(
        field_name("mentions", "entity_id"),
        list(others),
        index=None,
        format_func=lambda other: others.get(other, other),
        accept_new_options=True,
        placeholder="Choose a name, or type a person’s",
        key=f"split-to-{entity_id}",
    )
    note = st.text_input(REASON, key=f"split-note-{entity_id}")
    if st.button("Split", icon=":material/call_split:", key=f"split-{entity_id}", disabled=not to):
        _split(entity_id, words, chosen, str(to), note)


def _mentions(
    entity_id: str, rows: pd.DataFrame, where: str, titles: Mapping[str, str]
) -> list[str] | None:
    """Draw which mentions are meant; return them, None for all there are and will be."""
    if where == _EVERYWHERE:
        return None
    if where == _HERE:
        article: str = st.selectbox(
            "Which article",
            list(dict.fromkeys(rows["article_id"])),
            format_func=lambda key: titles.get(key, key),
            key=f"split-article-{entity_id}",
        )
        return list(rows.loc[rows["article_id"] == article, "mention_id"])
    lines = {
        row["mention_id"]: shorten(" ".join(str(row["sentence_text"]).split()), 110)
        for row in records(rows)
    }
    return st.multiselect(
        "Which mentions",
        list(lines),
        format_func=lambda mention: lines.get(mention, mention),
        key=f"split-mentions-{entity_id}",
    )


def _split(entity_id: str, words: str, mentions: list[str] | None, to: str, note: str) -> None:
    who, why = reviewer(), note or None
    try:
        if mentions is None:
            done = split_name(library(), entity_id, words, to, who, note=why)
        else:
            done = split_mentions(library(), mentions, to, who, note=why)
    except ReviewError as error:
        st.error(escape_markdown(str(error)))
        return
    decided_now(done)
    st.rerun()
