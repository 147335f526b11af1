"""Relations: how do countries act and speak towards each other?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from briefing.library import queries
from briefing.library.mutual import how_many, mutual, once
from briefing.map.finding import finding
from briefing.map.places import crowded
from briefing.wording import columns, headings
from briefing.wording.controls import ALL_COUNTRIES, ALL_KINDS, CENTRE_ON, CLEAR_FILTER, SHOW_ALL
from briefing.wording.notices import NO_CLAIMS, NO_RELATIONS, none_of
from briefing.wording.signs import QUADS
from components.address import linked
from components.cache import ask
from components.certainty import possible_readings
from components.charts.matrix import relations_matrix
from components.charts.relations_network import relations_network
from components.chosen_pair import choose_pair, chosen_pair, forget_pair
from components.claims import claims
from components.empty import WayOut, empty
from components.ending import end_page
from components.facts import relation_card
from components.filters import clear_all, current_filter
from components.legend import legend
from components.map import relations_map
from components.map.downloads import graph_download
from components.map.selection import Selection, selected
from components.mentioned_together import mentioned_together_table, sentences_of_both
from components.page import head
from components.paging import pager, rows_before_page
from components.period import period_slider
from components.relations_panel import (
    A_PAGE,
    LINES,
    evidence_panel,
    focus_options,
    relations_table,
    show_everything,
    standings_of,
)
from components.screen import screen
from components.touch import charts_for_fingers

CLAIMS = 60  # so many can be read; of more, a narrower filter tells
COMPARED = 1_000  # articles; of more, comparing their stories would hold up the page
VIEWS = {"map": "Map", "matrix": "Matrix", "network": "Network", "table": "Table"}
PAGER = "relations-page"


def drawn(pairs: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return the relations of pairs as drawings need them."""
    return ask(queries.relations_drawn, flt, *narrowed, period, pairs=tuple(pairs))


def rows(**more: Any) -> pd.DataFrame:
    """Return the relations that are shown, as rows of a table."""
    quads, standings = narrowed
    return ask(queries.relations, flt, quads, standings, published=period, **more)


def evidence(of: Selection, limit: int, offset: int) -> pd.DataFrame:
    """Return the relations of a choice, as many as are read at once."""
    quads, standings = narrowed
    if of.quad is not None:
        quads = (of.quad,)
    return ask(
        queries.relations,
        flt,
        quads,
        standings,
        of.source if of.target is None else None,
        None if of.target is None else (of.source, of.target),
        period,
        both=of.both,
        once=of.both or of.target is None,
        limit=limit,
        offset=offset,
    )


def alone() -> frozenset[str]:
    """Return the relations that one of several accounts of a story alone tells."""
    if ask(queries.scope, flt).shown > COMPARED:
        return frozenset()
    return ask(queries.accounts, flt).single


def source(countries: bool) -> tuple[int, str | None]:
    """Return how many articles the relations of a picture are from, and the only one's title."""
    return ask(queries.relation_source, flt, *narrowed, period, countries=countries)


flt = current_filter()
everything = ask(queries.relations_counted, flt)
waiting = ask(queries.relations, flt, readings="possible")
if everything.empty:
    head(NO_RELATIONS, flt)
    total = how_many(once(ask(queries.relations_counted, flt.__class__())))
    empty(
        f"{NO_RELATIONS} under this filter ({total:,} without it)."
        if total
        else f"{NO_RELATIONS} in the visible articles.",
        *([WayOut(CLEAR_FILTER, clear_all)] if total else []),
    )
    possible_readings((waiting, relation_card), key="possible")
    end_page()

options = focus_options(everything)
kinds = {name: quad.word for name, quad in QUADS.items()}
certain = {name: words for name, (words, _) in LINES.items()}

title = st.container()
row = st.container(horizontal=True, vertical_alignment="bottom", key="relations-choices")
with row:
    view = st.segmented_control(
        "Show as",
        list(VIEWS),
        required=True,
        format_func=lambda name: VIEWS[name],
        key=linked("view", VIEWS, default="matrix" if crowded(options) else "map"),
    )
    if screen().narrow:
        row = st.popover("Choose what to show", icon=":material/tune:")
with row:
    focus = st.selectbox(
        CENTRE_ON,
        list(options),
        format_func=lambda code: options[code],
        index=None,
        placeholder=ALL_COUNTRIES,
        key=linked("focus", options),
        width=190,
    )
    quads = st.multiselect(
        columns.RELATION,
        list(kinds),
        format_func=lambda quad: kinds[quad],
        placeholder=ALL_KINDS,
        key=linked("quad", kinds, several=True),
        width=230,
    )
    lines = st.multiselect(
        columns.HOW_CERTAIN,
        list(certain),
        format_func=lambda line: certain[line],
        placeholder="All",
        key=linked("standing", certain, several=True),
        width=230,
    )
    period = period_slider(ask(queries.relation_days, flt))
relations = everything
narrowed = (tuple(quads or ()), standings_of(lines))
if quads or lines or period:
    relations = ask(queries.relations_counted, flt, *narrowed, period)
with title:
    head(finding(relations), flt)

if relations.empty:
    empty(
        none_of("relations", how_many(once(everything))),
        WayOut(SHOW_ALL, show_everything),
        key="none-left",
    )
elif view == "table":
    shown = relations
    if focus:
        shown = relations[(relations["source"] == focus) | (relations["target"] == focus)]
    total = how_many(shown)
    before = rows_before_page(total, A_PAGE, key=PAGER)
    every = partial(rows, country=focus)
    page = every(limit=A_PAGE, offset=before)
    relations_table(page, every, single=alone(), key="relations-table")
    pager(total, A_PAGE, "relation", key=PAGER)
    if mutual(shown).any():
        st.caption("A mutual relation has two rows but counts once.")
    graph_download(every, key="relations")
else:
    drawing, beside = st.columns([9, 5], gap="medium")
    with drawing:
        key = f"relations-{view}"
        if view == "map":
            relations_map(
                relations,
                focus=focus,
                rows_of=drawn,
                source_of=source,
                key=key,
                on_choose=choose_pair,
            )
        elif view == "matrix":
            relations_matrix(relations, focus=focus, key=key, on_choose=choose_pair)
        else:
            relations_network(relations, focus=focus, rows_of=drawn, key=key, on_choose=choose_pair)
            legend()
            graph_download(rows, key="relations")
    with (
        beside,
        st.container(height="content" if screen().narrow else 620, border=False, key="evidence"),
    ):
        chosen = chosen_pair()
        marked = selected(st.session_state.get(f"relations-{view}")) is not None
        forget = forget_pair if chosen is not None and not marked else None
        evidence_panel(
            relations,
            chosen,
            focus=focus,
            forget=forget,
            drawn=drawn,
            evidence=evidence,
            single=alone(),
            key="evidence",
        )

possible_readings((waiting, relation_card), key="possible")
charts_for_fingers()
st.header(headings.DISPUTED_CLAIMS, anchor=False)
contested = ask(queries.claimed_denied, flt, CLAIMS)
if contested.empty:
    st.caption(NO_CLAIMS)
claims(contested, total=ask(queries.figures, flt).denied, key="claim")

if st.toggle(
    "Mentioned together, no stated relation",
    key="together",
    bind="query-params",
    help="Pairs of countries named in one sentence that states no relation between them.",
):
    pair = mentioned_together_table(ask(queries.together, flt), everything, key="together-table")
    if pair is not None:
        first, second = (ask(queries.mentions, flt, entity_id) for entity_id in pair)
        sentences_of_both(first, second, key="together-sentences")
