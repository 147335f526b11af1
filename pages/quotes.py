"""Quotes: who said what, exactly?"""

from __future__ import annotations

import streamlit as st

from briefing.library import Filter, Library, queries
from components.cache import ask
from components.charts.about import about_chart, describe_about
from components.empty import WayOut, empty
from components.filters import SPEAKER, clear_all, current_filter, narrow
from components.ledger import by_speaker, ledger, runs, speakers
from components.page import head
from components.quotation import named_before, named_html, quotation, traced
from components.quote_choices import ABOUT, choices, clear_choices, finding
from components.sources import sources
from components.table import data_table
from components.voiceless import voiceless_table

A_PAGE = 20


def choose_cell(speaker: str, country: str) -> None:
    """Show what a speaker says about a country."""
    narrow(SPEAKER, speaker)
    st.session_state[ABOUT] = [country]


def show(row: dict, key: str, *, who: bool) -> None:
    """Show one quotation with what it needs from the library."""
    named = None
    if traced(row):
        only = Filter(articles=(row["article_id"],))
        named = named_before(ask(queries.mentions, only, row["speaker_id"]), row)
    quotation(
        row,
        text=texts[row["article_id"]],
        source=found[row["article_id"]],
        key=key,
        named=named,
        who=who,
        dated=len(found) > 1,
    )


flt = current_filter()
everything = ask(queries.quotes, flt)
head(finding(everything), flt)
if everything.empty:
    empty("Nobody is quoted in what the filter leaves.", WayOut("Clear the filter", clear_all))
    st.stop()

chosen = choices(everything)
quotes = ask(queries.quotes, flt, chosen.kinds, chosen.acts, chosen.about)
found = sources(ask(queries.articles))
texts = {key: ask(Library.article, key).article.text for key in quotes["article_id"].unique()}

if quotes.empty:
    empty(
        f"No quotation is left by these choices. {len(everything)} without them.",
        WayOut("Show all kinds, acts and countries", clear_choices),
        key="none-left",
    )

if chosen.view == "Ledger":
    data_table(
        ledger(quotes, texts, found),
        name="quotations by speaker",
        key="ledger",
        column_config={
            "Speaker": st.column_config.TextColumn(pinned=True, width=120),
            "Published": st.column_config.TextColumn(width=130),
            "Act": st.column_config.TextColumn(width=90),
            "Words": st.column_config.TextColumn(width=380),
            "About": st.column_config.TextColumn(width=130),
        },
        row_height=76,
        height=560,
    )
    st.stop()

said, side = st.columns([7, 4], gap="medium")
with said:
    grouped = chosen.view == "By speaker"
    rows = by_speaker(quotes) if grouped else quotes
    pages = max(1, -(-len(rows) // A_PAGE))
    page = st.session_state.get("quotes-page", 1) if pages > 1 else 1
    part = rows.iloc[(page - 1) * A_PAGE : page * A_PAGE]
    if grouped:
        headings = speakers(quotes)
        for key, group in runs(part):
            speaker = headings[key]
            with st.container(border=True, key=f"speaker-{key or 'none'}"):
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.html(
                        named_html(speaker.name, speaker.role, speaker.country), width="content"
                    )
                    st.caption(speaker.line, width="content")
                for row in group.to_dict("records"):
                    show(row, row["quote_id"], who=False)
    else:
        for row in part.to_dict("records"):
            with st.container(border=True, key=f"box-{row['quote_id']}"):
                show(row, row["quote_id"], who=True)
    if pages > 1:
        st.pagination(pages, key="quotes-page")
with side:
    about = ask(queries.speaks_about, flt)
    st.subheader("Who speaks about whom", anchor=False)
    if about.empty:
        st.caption("No quotation mentions a country.")
    else:
        st.caption(describe_about(about))
        about_chart(about, key="about-whom", on_choose=choose_cell)
        with st.expander("All of them as a table", key="about-all"):
            data_table(
                about[["speaker", "country_name", "quotes"]].rename(
                    columns={"speaker": "Speaker", "country_name": "About", "quotes": "Quotations"}
                ),
                name="who speaks about whom",
                key="about-table",
            )
    st.subheader("Without a voice", anchor=False)
    voiceless_table(ask(queries.voiceless, flt))
