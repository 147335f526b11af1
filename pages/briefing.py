"""Briefing: what do I need to know in one minute?"""

from __future__ import annotations

import streamlit as st

from briefing.brief.scope import about_words, scope_words, some_of, title_words, undated_words
from briefing.clock import today
from briefing.library import Library, queries
from briefing.library.next_up import next_up
from briefing.map.small_map import small_map_of
from briefing.wording.sources import sources
from briefing.wording.words import count
from components.cache import ask
from components.charts.speakers import speakers_chart
from components.claims import claims
from components.empty import empty
from components.figures import key_figures
from components.filters import SPEAKER, current_filter, narrow
from components.gist import gist
from components.handout import handout
from components.key_quotations import key_quotations
from components.map import small_map
from components.next_dates import next_dates
from components.page import head
from components.ways_out import ways_out, what_was_looked_at

FEW = 3
QUOTED = 2  # so many begin and end on the first screen of a desk


def open_quotes(speaker: str) -> None:
    """Open the quotations of a speaker."""
    narrow(SPEAKER, speaker)
    st.switch_page("pages/quotes.py")


flt = current_filter()
in_view = ask(queries.in_view, flt)
found = sources(in_view)
scope = ask(queries.scope, flt)

if not found and scope.covered:
    head("Nothing matches the filter", flt)
    empty(
        f"None of {count(scope.covered, 'article')} matches the filter.",
        *ways_out(flt, lambda other: ask(queries.scope, other).shown, "article"),
        key="none",
    )
    st.stop()
if not found:
    head("Nothing to brief on yet", flt)
    empty("The library shows no article.", key="none")
    st.page_link("pages/library.py", label="Add an article", icon=":material/add:")
    st.stop()

only = next(iter(found.values())) if len(found) == 1 else None
named = {} if only else found
title, take_away = st.columns([6, 1])
with title:
    undated = undated_words(flt, scope.undated)
    whole_line = only is not None or not undated
    line = scope_words(in_view, found, scope.of) if whole_line else some_of(len(found), scope.of)
    if not only and not scope.of and len(found) <= FEW:
        line = " · ".join(source.name for source in found.values())
    line = " · ".join(filter(None, (line, undated)))
    head(title_words(found, ask(about_words, flt), scope.of), flt, line)
with take_away, st.popover("Hand out", icon=":material/ios_share:", width="stretch"):
    handout(flt)

bottom_line, coming_up = st.columns([5, 3], gap="medium")
with bottom_line:
    st.header("Bottom line", anchor=False, help="The article's own sentences, picked, not written.")
    sentences = ask(queries.gist, flt)
    if sentences.empty:
        ways = ways_out(flt, lambda other: len(ask(queries.gist, other)), "sentence")
        empty(f"No sentence stands out in {what_was_looked_at(flt)}.", *ways, key="no-gist")
    with st.container(gap="xsmall"):
        gist(sentences, named)
with coming_up:
    st.header("Coming up", anchor=False)
    upcoming = ask(next_up, flt, today(), FEW)
    if not upcoming.total:
        past = len(ask(queries.events, flt))
        st.caption("Nothing that is still to come is named.")
        if past:
            label = f"{count(past, 'earlier event')} in the timeline"
            st.page_link("pages/timeline.py", label=label, icon=":material/timeline:")
    with st.container(gap="xsmall"):
        next_dates(upcoming.rows, upcoming.outlook, total=upcoming.total)

figures = ask(queries.figures, flt)
key_figures(figures)

said_part, map_part, other_part = st.columns([4, 4, 3], gap="medium")
with said_part:
    st.header("Said", anchor=False)
    weighty = ask(queries.weightiest, flt, QUOTED)
    if weighty.empty:
        st.caption("Nobody is quoted here.")
    key_quotations(
        weighty,
        named,
        {key: ask(Library.article, key).article.text for key in weighty["article_id"].unique()},
    )
with map_part:
    st.header("How countries stand to each other", anchor=False)
    stands = ask(small_map_of, flt)
    if not stands.relations:
        st.caption("Nothing is said about how countries stand to each other.")
    else:
        small_map(stands, key="small-map")
    st.page_link(
        "pages/relations.py",
        label="Open the map",
        icon=":material/public:",
        query_params={"view": "Map"},
    )
with other_part:
    st.header("Claimed and denied", anchor=False)
    contested = ask(queries.claimed_denied, flt, FEW)
    if contested.empty:
        st.caption("No claim is told here together with its denial.")
    claims(contested, total=figures.denied, key="claim")
    st.header("Who speaks", anchor=False)
    speaks = ask(queries.speaks, flt)
    if speaks.empty:
        st.caption("No speaker is named here.")
    else:
        speakers_chart(speaks, key="who-speaks", on_choose=open_quotes)
        st.page_link("pages/quotes.py", label="All quotations", icon=":material/format_quote:")
