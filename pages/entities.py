"""Entities: who and what is in the story?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from briefing.library import Library, queries
from briefing.tables import records
from briefing.wording.notices import NO_PAIR, none_of
from briefing.wording.signs import KINDS
from briefing.wording.sources import sources
from briefing.wording.words import count
from components.address import linked, widget_key
from components.cache import ask
from components.charts.network import describe_network, network_chart, pairs_table
from components.empty import WayOut, empty
from components.ending import end_page
from components.entities_table import entities_table, finding
from components.filters import current_filter
from components.page import head
from components.paging import page_rows, pager
from components.profile import Profile, profile
from components.screen import screen
from components.ways_out import ways_out, what_was_looked_at

CHOSEN, KIND = "entity", "entity-kind"
PAIRS = 200


def choose(entity_id: str) -> None:
    """Show the profile of an entity; its id is in the address, so that a link opens it."""
    st.query_params[CHOSEN] = entity_id


def text_of(article_id: str) -> str:
    """Return the text of an article, which decides what may stand in marks."""
    return ask(Library.article, article_id).article.text


def show_all_kinds() -> None:
    """Take back the choice of kinds."""
    st.session_state[widget_key(KIND)] = []


flt = current_filter()
everything = ask(queries.entities, flt)
head(finding(everything), flt)
if everything.empty:
    ways = ways_out(flt, lambda other: len(ask(queries.entities, other)), "name")
    empty(f"No people or organisations in {what_was_looked_at(flt)}.", *ways)
    end_page()

left, right = st.columns([5, 3], gap="small")
with left:
    there = set(everything["kind"])
    words = {kind: sign.word for kind, sign in KINDS.items() if kind in there}
    kinds = st.pills(
        "Kind",
        list(words),
        selection_mode="multi",
        format_func=lambda kind: words[kind],
        key=linked(KIND, words, several=True),
        label_visibility="collapsed",
        wrap=True,
    )
    entities = ask(queries.entities, flt, tuple(kinds))
    if entities.empty:
        empty(
            none_of("names", len(everything)),
            WayOut("Show all kinds", show_all_kinds),
            key="no-kind",
        )
        end_page()
    most = int(everything["mentions"].max())
    entities_table(entities, most=most, key="entities", on_choose=choose)

by_id = {row["entity_id"]: row for row in records(everything)}
asked = st.query_params.get(CHOSEN)
chosen = asked if asked and asked in by_id else str(entities["entity_id"].iloc[0])
entity = by_id[chosen]
country = entity["country"] if entity["kind"] == "country" else None
theirs = replace(flt, speakers=(chosen,))
says, about = (
    ask(queries.quotes, flt, entity_id=chosen),
    ask(queries.quotes, flt, mentioning=chosen),
)
quoted_in = tuple(sorted({*says["article_id"], *about["article_id"]}))
with right:
    profile(
        Profile(
            entity=entity,
            mentions=ask(queries.mentions, flt, chosen),
            says=says,
            about=about,
            relations=ask(queries.relations, flt if country else theirs, country=country),
            events=ask(queries.events, replace(flt, countries=(country,)) if country else theirs),
        ),
        text_of,
        sources(ask(queries.articles_of, quoted_in)),
        key="profile",
    )

together = ask(queries.together, flt)
st.header("Named together", anchor=False)
if together.empty:
    st.caption(NO_PAIR)
    end_page()
st.caption(f"{describe_network(together)}. Click a mark for its profile.")
drawing, rows = st.tabs(["Chart", f"Table of {count(len(together), 'pair')}"])
with drawing:
    network_chart(together, narrow=screen().narrow, chosen=chosen, key="network", on_choose=choose)
with rows:
    pairs_table(page_rows(together, PAIRS, key="pairs"), key="together")
    pager(len(together), PAIRS, "pair", key="pairs")
