"""What an entity says, what is said about it, its relations and its dates, in a profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.sources import Source
from briefing.wording.words import count
from components.facts import event_card, relation_card
from components.quotation import quotation

_MOST = 15
"""Facts of a kind in a profile; the pages have them all."""


def quotation_list(
    quotes: pd.DataFrame,
    text_of: Callable[[str], str],
    sources: Mapping[str, Source],
    *,
    none: str,
    who: bool,
    key: str,
) -> None:
    """Draw quotations in a profile.

    Args:
        quotes: Rows of `queries.quotes`.
        text_of: Gives the text of an article by its id.
        sources: The source of each article.
        none: What to say where there is none.
        who: Whether to name the speaker.
        key: Unique on the page.
    """

    def draw(row: Row) -> None:
        quotation(
            row,
            text=text_of(row["article_id"]),
            source=sources[row["article_id"]],
            key=f"{key}-{row['quote_id']}",
            who=who,
            size="1rem",
        )

    _facts(quotes, draw, none, "quotation", "pages/quotes.py")


def relation_list(relations: pd.DataFrame, *, none: str, key: str) -> None:
    """Draw relations in a profile; `relations` are rows of `queries.relations`."""

    def draw(row: Row) -> None:
        relation_card(row, key=f"{key}-{row['relation_id']}")

    _facts(relations, draw, none, "relation", "pages/relations.py")


def event_list(events: pd.DataFrame, *, none: str, key: str) -> None:
    """Draw events in a profile; `events` are rows of `queries.events`."""

    def draw(row: Row) -> None:
        event_card(row, key=f"{key}-{row['event_id']}")

    _facts(events, draw, none, "event", "pages/timeline.py")


def _facts(
    facts: pd.DataFrame, draw: Callable[[Row], None], none: str, noun: str, page: str
) -> None:
    if facts.empty:
        st.text(none)
    for row in records(facts.head(_MOST)):
        draw(row)
    more = len(facts) - _MOST
    if more > 0:
        st.page_link(page, label=count(more, f"more {noun}"))
