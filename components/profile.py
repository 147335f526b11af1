"""The profile of one entity: how the article names it, where, what it says and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from briefing.reference.countries import country_name, flag
from components.evidence import marked_html, serif
from components.facts import open_in_article
from components.style import KINDS
from components.words import count, escaped, known, plain

Row = Mapping[str, Any]


def entity_table(entities: pd.DataFrame) -> pd.DataFrame:
    """Put entities into the columns of the page's table, in the same order.

    Args:
        entities: Rows of `queries.entities`.
    """
    return pd.DataFrame(
        {
            "Name": entities["name"],
            "Kind": [KINDS[kind].word for kind in entities["kind"]],
            "Country": [
                country_name(str(code)) if known(code) else "" for code in entities["country"]
            ],
            "Role": [known(role) or "" for role in entities["role"]],
            "Mentions": entities["mentions"].astype(int),
            "Quoted": entities["quotes"].astype(int),
            "First words": [" ".join(str(text).split()) for text in entities["first_text"]],
        }
    )


def finding(entities: pd.DataFrame) -> str:
    """Say who is named most: the page's title."""
    if entities.empty:
        return "Entities"
    first = entities.iloc[0]
    times = count(int(first["mentions"]), "time")
    if len(entities) == 1:
        return f"{first['name']} is the only one named: {times}"
    return f"{first['name']} is named most: {times}; {len(entities):,} names in all"


def profile_head(entity: Row, mentions: pd.DataFrame) -> None:
    """Draw who it is: name, kind, country, roles as written, how else the article names it.

    Args:
        entity: A row of `queries.entities`.
        mentions: Rows of `queries.mentions` for it.
    """
    kind = KINDS[entity["kind"]]
    st.subheader(plain(entity["name"]), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.badge(kind.word, icon=kind.icon, color=kind.badge)
        if known(entity["country"]) and entity["kind"] != "country":
            code = str(entity["country"])
            st.caption(f"{plain(country_name(code))} {flag(code)}", width="content")
    if known(entity["roles"]):
        st.html(f"Role as written: <b>{escaped('; '.join(entity['roles']))}</b>")
    names = other_names(entity, mentions)
    if names:
        st.html(f"Also written: {escaped(', '.join(names))}")


def other_names(entity: Row, mentions: pd.DataFrame) -> list[str]:
    """Return how else the article names it, most often first."""
    written = mentions["text"].map(lambda text: " ".join(str(text).split()))
    return [str(text) for text in written.value_counts().index if text != entity["name"]][:8]


def sentences(mentions: pd.DataFrame) -> list[tuple[Row, list[tuple[int, int]]]]:
    """Gather mentions by sentence: the first mention's row, and the spans to mark in it."""
    found: dict[tuple[str, int], tuple[Row, list[tuple[int, int]]]] = {}
    for row in mentions.to_dict("records"):
        place = (str(row["article_id"]), int(row["sentence"]))
        found.setdefault(place, (row, []))[1].append((int(row["start"]), int(row["end"])))
    return list(found.values())


def mention_list(mentions: pd.DataFrame, *, key: str) -> None:
    """Draw every sentence that names it, the words that do so marked.

    Args:
        mentions: Rows of `queries.mentions` for it.
        key: Unique on the page.
    """
    for row, marks in sentences(mentions):
        with st.container(gap=None, key=f"{key}-{row['mention_id']}"):
            st.html(
                serif(
                    marked_html(
                        str(row["sentence_text"]), start=int(row["sentence_start"]), marks=marks
                    ),
                    size="1rem",
                )
            )
            open_in_article(str(row["mention_id"]), key=f"{key}-{row['mention_id']}-open")
