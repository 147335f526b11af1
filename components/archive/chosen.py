"""What stands in the articles that were chosen: their facts with the words, and the texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from briefing.library import Filter, Library, queries
from briefing.tables import Row, records
from briefing.wording.sources import Source, sources
from components.escaping import escape_html, escape_markdown
from components.evidence import serif
from components.facts import event_card, relation_card
from components.paging import page_rows, pager
from components.quotation import quotation
from components.standing import by_quote

_AT_ONCE = 10
"""Facts of a kind at once."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the library's questions answer of the articles that were chosen.

    Attributes:
        quotes: Rows of `queries.quotes`.
        events: Rows of `queries.events`.
        relations: Rows of `queries.relations`.
        within: Rows of `queries.standings_within` of each quotation.
        sources: Where each article was published.
        texts: The text of each article.
    """

    quotes: pd.DataFrame
    events: pd.DataFrame
    relations: pd.DataFrame
    within: Mapping[str, Sequence[Row]]
    sources: Mapping[str, Source]
    texts: Mapping[str, str]


def chosen_of(library: Library, article_ids: Sequence[str]) -> Chosen:
    """Ask a library, that of the desk, for what stands in some of its articles."""
    flt = Filter(articles=tuple(article_ids))
    quotes = queries.quotes(library, flt)
    return Chosen(
        quotes,
        queries.events(library, flt),
        queries.relations(library, flt),
        by_quote(queries.standings_within(library, tuple(quotes["quote_id"]))),
        sources(queries.articles_of(library, tuple(article_ids))),
        {each: library.article(each).article.text for each in article_ids},
    )


def chosen_facts(chosen: Chosen) -> None:
    """Draw quotations, events and relations with their words, and the texts, each in a tab."""
    several = len(chosen.texts) > 1
    said, events, relations, texts = st.tabs(
        [
            f"Quotations ({len(chosen.quotes):,})",
            f"Events ({len(chosen.events):,})",
            f"Relations ({len(chosen.relations):,})",
            "Text",
        ]
    )

    def draw_quotation(row: Row) -> None:
        with st.container(border=True):
            quotation(
                row,
                text=chosen.texts[row["article_id"]],
                source=chosen.sources[row["article_id"]],
                key=f"archive-{row['quote_id']}",
                within=chosen.within.get(row["quote_id"], ()),
                dated=several,
                links=False,
            )

    with said:
        _facts(chosen.quotes, draw_quotation, "quotation")
    with events:
        _facts(
            chosen.events,
            lambda row: event_card(row, f"archive-{row['event_id']}", links=False),
            "event",
        )
    with relations:
        _facts(
            chosen.relations,
            lambda row: relation_card(row, f"archive-{row['relation_id']}", links=False),
            "relation",
        )
    with texts:
        for article_id, text in chosen.texts.items():
            st.caption(escape_markdown(chosen.sources[article_id].line))
            for paragraph in filter(None, map(str.strip, text.split("\n"))):
                st.html(serif(escape_html(paragraph), size="1rem"))


def _facts(rows: pd.DataFrame, draw: Callable[[Row], None], noun: str) -> None:
    if rows.empty:
        st.caption(f"No {noun}s were read in it.")
    key = f"archive-{noun}s"
    for row in records(page_rows(rows, _AT_ONCE, key=key)):
        draw(row)
    pager(len(rows), _AT_ONCE, noun, key=key)
