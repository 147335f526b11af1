"""Entities: who and what is in the story?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from briefing.library import Library, queries
from components.cache import ask
from components.charts.network import describe_network, network_chart
from components.empty import WayOut, empty
from components.facts import event_card, relation_card
from components.filters import clear_all, current_filter
from components.page import head
from components.profile import entity_table, finding, mention_list, profile_head
from components.quotation import quotation
from components.screen import screen
from components.sources import sources
from components.style import KINDS
from components.table import data_table
from components.words import count

CHOSEN, KIND, TABLE, NETWORK = "entity", "entity-kind", "entities", "network"


def choose(entity_id: str) -> None:
    """Show the profile of an entity; its id is in the address, so that a link opens it."""
    st.query_params[CHOSEN] = entity_id


def choose_row(ids: list[str]) -> None:
    """Show the profile of the row that was clicked."""
    rows = st.session_state[TABLE]["selection"]["rows"]
    if rows:
        choose(ids[rows[0]])


def show_all_kinds() -> None:
    """Take back the choice of kinds."""
    st.session_state[KIND] = []


flt = current_filter()
everything = ask(queries.entities, flt)
head(finding(everything), flt)
if everything.empty:
    empty(
        "Nobody and nothing is named in what the filter leaves.",
        WayOut("Clear the filter", clear_all),
    )
    st.stop()

left, right = st.columns([8, 5], gap="small")
with left:
    kinds = st.pills(
        "Kind",
        [kind for kind in KINDS if kind in set(everything["kind"])],
        selection_mode="multi",
        format_func=lambda kind: KINDS[kind].word,
        key=KIND,
        bind="query-params",
        label_visibility="collapsed",
        wrap=True,
    )
    entities = ask(queries.entities, flt, tuple(kinds))
    if entities.empty:
        empty(
            "None of these kinds is left.", WayOut("Show all kinds", show_all_kinds), key="no-kind"
        )
        st.stop()
    ids = list(entities["entity_id"])
    data_table(
        entity_table(entities),
        name="entities",
        key=TABLE,
        column_config={
            "Name": st.column_config.TextColumn(pinned=True, width=130),
            "Kind": st.column_config.TextColumn(width=85),
            "Country": st.column_config.TextColumn(width=85),
            "Role": st.column_config.TextColumn(width=100),
            "Mentions": st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=int(everything["mentions"].max()), width=80
            ),
            "Quoted": st.column_config.NumberColumn(
                help="Quotations by them; 0 where they do not speak", width=60
            ),
            "First words": st.column_config.TextColumn(width="medium"),
        },
        on_select=partial(choose_row, ids),
        selection_mode="single-row",
        height=min(36 * (len(entities) + 1) + 2, 540),
    )

chosen = st.query_params.get(CHOSEN)
if chosen not in set(everything["entity_id"]):
    chosen = ids[0]
entity = everything.set_index("entity_id", drop=False).loc[chosen].to_dict()
country = entity["country"] if entity["kind"] == "country" else None
theirs = replace(flt, speakers=(chosen,))
mentions = ask(queries.mentions, flt, chosen)
says = ask(queries.quotes, flt, entity_id=chosen)
about = ask(queries.quotes, flt, mentioning=chosen)
relations = ask(queries.relations, flt if country else theirs, country=country)
events = ask(queries.events, replace(flt, countries=(country,)) if country else theirs)
found = sources(ask(queries.articles))

with right, st.container(border=True, key="profile"):
    profile_head(entity, mentions)
    in_text, spoken, spoken_of, related, dated = st.tabs(
        [
            f"Named {len(mentions)}",
            f"Says {len(says)}",
            f"About {len(about)}",
            f"Relations {len(relations)}",
            f"Dates {len(events)}",
        ]
    )
    with in_text.container(height=430, border=False):
        mention_list(mentions, key="mention")
    for tab, quotes, key, none in (
        (spoken, says, "says", f"{entity['name']} is not quoted."),
        (spoken_of, about, "about", f"No quotation mentions {entity['name']}."),
    ):
        with tab.container(height=430, border=False):
            if quotes.empty:
                st.text(none)
            for row in quotes.to_dict("records"):
                quotation(
                    row,
                    text=ask(Library.article, row["article_id"]).article.text,
                    source=found[row["article_id"]],
                    key=f"{key}-{row['quote_id']}",
                    who=key == "about",
                    size="1rem",
                )
    with related.container(height=430, border=False):
        if relations.empty:
            st.text(f"{entity['name']} takes part in no relation between countries.")
        for row in relations.to_dict("records"):
            relation_card(row, key=f"profile-{row['relation_id']}")
    with dated.container(height=430, border=False):
        if events.empty:
            st.text(f"{entity['name']} takes part in no dated event.")
        for row in events.to_dict("records"):
            event_card(row, key=f"profile-{row['event_id']}")

together = ask(queries.together, flt)
st.subheader("Who appears with whom", anchor=False)
if together.empty:
    st.caption("No two of them stand in the same sentence.")
    st.stop()
st.caption(f"{describe_network(together)}. Click a mark for its profile.")
drawing, rows = st.tabs(["Drawing", f"Table of {count(len(together), 'pair')}"])
with drawing:
    network_chart(together, narrow=screen().narrow, chosen=chosen, key=NETWORK, on_choose=choose)
with rows:
    data_table(
        together[["a_name", "b_name", "sentences"]].rename(
            columns={"a_name": "One", "b_name": "Other", "sentences": "Sentences they share"}
        ),
        name="who appears with whom",
        key="together",
    )
