"""Where accounts of one story differ: what differs, and both sides with their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from briefing.library.accounts.model import Difference, Told
from briefing.wording import columns
from briefing.wording.accounts import DIFFERENCES, copies_words
from briefing.wording.sources import THE_ARTICLE, Source
from briefing.wording.words import count
from components.escaping import escape_html
from components.evidence import marked_html, serif
from components.facts import caption, open_in_article

_AT_ONCE = 12
"""So many differences are drawn; of more the number of the others is said."""

_ORDER = tuple(DIFFERENCES)


def where_accounts_differ(
    differences: Sequence[Difference],
    names: Mapping[str, str],
    sources: Mapping[str, Source],
    copies: Mapping[str, int],
) -> None:
    """Draw the differences, folded; nothing where there is none.

    Args:
        differences: Those of `queries.accounts`.
        names: What ids of speakers are called.
        sources: The source of each article, by id.
        copies: How many near-copies of an article have the same.
    """
    if not differences:
        return
    found = sorted(differences, key=lambda one: _ORDER.index(one.kind))
    with st.expander(f"Where accounts differ ({len(found):,})", key="accounts"):
        for number, difference in enumerate(found[:_AT_ONCE]):
            key = f"account-{number}"
            sign = DIFFERENCES[difference.kind]
            with st.container(border=True, gap="xsmall", key=key):
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    st.badge(sign.word, icon=sign.icon, color=sign.badge)
                    about = _about(difference, names)
                    if about:
                        st.html(f"<b>{escape_html(about)}</b>", width="content")
                for place, column, told in zip(
                    ("one", "other"),
                    st.columns(2, gap="medium"),
                    (difference.one, difference.other),
                    strict=True,
                ):
                    with column, st.container(gap="xsmall"):
                        _side(difference, told, names, sources, copies, f"{key}-{place}")
        if len(found) > _AT_ONCE:
            st.caption(f"and {count(len(found) - _AT_ONCE, 'more difference')}")


def _about(difference: Difference, names: Mapping[str, str]) -> str:
    if difference.kind == "denial":
        return ""
    return names.get(difference.about, difference.about)


def _side(
    difference: Difference,
    told: Told,
    names: Mapping[str, str],
    sources: Mapping[str, Source],
    copies: Mapping[str, int],
    key: str,
) -> None:
    if difference.kind == "denial":
        denies = told is difference.other
        role = columns.DENIED_BY if denies else columns.CLAIMED_BY
        who = names.get(str(told.who), told.who or THE_ARTICLE)
        st.html(f"{escape_html(role)} <b>{escape_html(who)}</b>")
    elif difference.kind == "date" and told.value:
        st.html(f"<b>{escape_html(told.value)}</b>")
    words = " ".join(marked_html(told.text, marks=told.marks).split())
    if difference.kind == "words":
        words = f"“{words.removesuffix(',')}”"
    st.html(serif(words, size="1rem"))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        caption(" · ".join(filter(None, (_line(told, sources), _copied(told, copies)))))
        open_in_article(told.fact_id, key=key)


def _line(told: Told, sources: Mapping[str, Source]) -> str:
    source = sources.get(told.article_id)
    return source.line if source is not None else ""


def _copied(told: Told, copies: Mapping[str, int]) -> str:
    return copies_words(copies.get(told.article_id, 0))
