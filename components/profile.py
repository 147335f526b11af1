"""The profile of one entity: how the article names it, where, what it says and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from briefing.library.mutual import once
from briefing.reference.countries import country_name
from briefing.tables import Row, records
from briefing.wording.signs import KINDS
from briefing.wording.sources import Source
from briefing.wording.words import cell_value
from components.escaping import escape_html, escape_markdown
from components.evidence import marked_html, serif
from components.facts import open_in_article
from components.profile_facts import event_list, quotation_list, relation_list
from components.review_mark import check_link

_HEIGHT = 430
"""Height of what a tab holds, in pixels; the rest of it is scrolled to."""

_ROLES, _NAMES = 4, 8
"""How many ways of writing are listed."""

_MOST = 25
"""Sentences in a profile; a whole library can hold hundreds."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile shows of an entity.

    Attributes:
        entity: A row of `queries.entities`.
        mentions: Rows of `queries.mentions`, its own.
        says: Rows of `queries.quotes`, by it.
        about: Rows of `queries.quotes`, whose words name it.
        relations: Rows of `queries.relations` in which it takes part.
        events: Rows of `queries.events`, likewise.
    """

    entity: Row
    mentions: pd.DataFrame
    says: pd.DataFrame
    about: pd.DataFrame
    relations: pd.DataFrame
    events: pd.DataFrame


def profile(
    found: Profile, text_of: Callable[[str], str], sources: Mapping[str, Source], *, key: str
) -> None:
    """Draw a profile: who it is, and a tab for each thing that is known of it.

    Args:
        found: What to show.
        text_of: Gives the text of an article by its id.
        sources: The source of each article.
        key: Unique on the page.
    """
    name = found.entity["name"]
    related = once(found.relations)
    with st.container(border=True, key=key):
        _head(found.entity, found.mentions)
        named, says, about, relations, events = (
            tab.container(height=_HEIGHT, border=False)
            for tab in st.tabs(
                [
                    f"Named {len(found.mentions)}",
                    f"Says {len(found.says)}",
                    f"About {len(found.about)}",
                    f"Relations {len(related)}",
                    f"Dates {len(found.events)}",
                ]
            )
        )
        with named:
            _mention_list(found.mentions, key=f"{key}-named")
        with says:
            none = f"{name} is not quoted."
            quotation_list(found.says, text_of, sources, none=none, who=False, key=f"{key}-says")
        with about:
            none = f"No quotations mention {name}."
            quotation_list(found.about, text_of, sources, none=none, who=True, key=f"{key}-about")
        with relations:
            none = f"No relations between countries involve {name}."
            relation_list(related, none=none, key=f"{key}-relations")
        with events:
            event_list(found.events, none=f"No events involve {name}.", key=f"{key}-events")


def _head(entity: Row, mentions: pd.DataFrame) -> None:
    """Draw who it is: name, kind, country, roles as written, how else the article names it.

    Args:
        entity: A row of `queries.entities`.
        mentions: Rows of `queries.mentions` for it.
    """
    kind = KINDS[entity["kind"]]
    st.header(escape_markdown(entity["name"]), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.badge(kind.word, icon=kind.icon, color=kind.badge)
        if cell_value(entity["country"]) and entity["kind"] != "country":
            code = str(entity["country"])
            st.caption(escape_markdown(country_name(code)), width="content")
        check_link(entity["entity_id"], key="entity", words=str(entity["name"]))
    if cell_value(entity["roles"]):
        roles = list(entity["roles"])
        more = f" and {len(roles) - _ROLES} more" if len(roles) > _ROLES else ""
        st.html(f"Role as written: <b>{escape_html('; '.join(roles[:_ROLES]))}</b>{more}")
    names = other_names(entity, mentions)
    if names:
        st.html(f"Also written: {escape_html(', '.join(names))}")


def other_names(entity: Row, mentions: pd.DataFrame) -> list[str]:
    """Return how else the article names it, pronouns left out, most often first."""
    written = mentions.loc[mentions["form"] != "pronoun", "text"]
    written = written.map(lambda text: " ".join(str(text).split()))
    return [str(text) for text in written.value_counts().index if text != entity["name"]][:_NAMES]


def sentences(mentions: pd.DataFrame) -> list[tuple[Row, list[tuple[int, int]]]]:
    """Gather mentions by sentence: the first mention's row, and the spans to mark in it."""
    found: dict[tuple[str, int], tuple[Row, list[tuple[int, int]]]] = {}
    for row in records(mentions):
        place = (str(row["article_id"]), int(row["sentence"]))
        found.setdefault(place, (row, []))[1].append((int(row["start"]), int(row["end"])))
    return list(found.values())


def _mention_list(mentions: pd.DataFrame, *, key: str) -> None:
    """Draw every sentence that names it, the words that do so marked.

    Args:
        mentions: Rows of `queries.mentions` for it.
        key: Unique on the page.
    """
    found = sentences(mentions)
    for row, marks in found[:_MOST]:
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
    if len(found) > _MOST:
        st.caption(
            f"{_MOST} of {len(found):,} sentences. Choose an article in the filter to see its own."
        )
