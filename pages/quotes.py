"""Quotes: who said what, exactly?"""

from __future__ import annotations

import streamlit as st

from briefing.library import Library, queries
from briefing.tables import Row, records
from briefing.wording.notices import NO_COUNTRY_QUOTED, none_of
from briefing.wording.sources import sources
from components.address import widget_key
from components.cache import ask
from components.charts.about import about_chart, about_table, describe_about
from components.empty import WayOut, empty
from components.ending import end_page
from components.filters import SPEAKER, current_filter, narrow
from components.ledger import ledger, ledger_table
from components.page import head
from components.paging import pager, rows_before_page
from components.quotation import quotation
from components.quote_choices import ABOUT, VIEWS, choices, clear_choices, finding
from components.speakers import speaker_head, split_by_speaker
from components.standing import by_quote, quotation_key
from components.voiceless import voiceless_table
from components.ways_out import ways_out, what_was_looked_at

PAGE = "quotes-page"


def choose_cell(speaker: str, country: str) -> None:
    """Show what a speaker says about a country."""
    narrow(SPEAKER, speaker)
    st.session_state[widget_key(ABOUT)] = [country]


def show(row: Row, *, who: bool) -> None:
    """Show one quotation with what it needs from the library."""
    quotation(
        row,
        text=texts[row["article_id"]],
        source=found[row["article_id"]],
        key=row["quote_id"],
        within=standings.get(row["quote_id"], ()),
        who=who,
        dated=several,
    )


flt = current_filter()
everyone = ask(queries.quoted, flt)
head(finding(everyone), flt)
if everyone.empty:
    ways = ways_out(flt, lambda other: int(ask(queries.quoted, other)["quotes"].sum()), "quotation")
    empty(f"No quotations in {what_was_looked_at(flt)}.", *ways)
    end_page()

chosen = choices(ask(queries.quote_counts, flt))
narrowed = (chosen.kinds, chosen.acts, chosen.about, chosen.speaking)
those = ask(queries.quoted, flt, *narrowed) if any(narrowed) else everyone
if those.empty:
    number = int(everyone["quotes"].sum())
    empty(
        none_of("quotations", number),
        WayOut("Show all quotations", clear_choices),
        key="none-left",
    )
    end_page()

view = VIEWS[chosen.view]
total, size = int(those["quotes"].sum()), view.size
part = ask(
    queries.quotes_in_order,
    flt,
    *narrowed,
    order=view.order,
    limit=size,
    offset=rows_before_page(total, size, key=PAGE),
)
found = sources(ask(queries.articles_of, tuple(part["article_id"].unique())))
several = ask(queries.scope, flt).shown > 1
standings = by_quote(ask(queries.standings_within, tuple(part["quote_id"])))
texts = {key: ask(Library.article, key).article.text for key in part["article_id"].unique()}

if chosen.view == "table":
    quotation_key()
    ledger_table(ledger(part, texts, found, standings), key="ledger")
    pager(total, size, "quotation", key=PAGE)
    end_page()

quotation_key()
said, side = st.columns([7, 4], gap="medium")
with said:
    if chosen.view == "speaker":
        numbers = those.set_index("speaker_key")[["quotes", "verbatim"]]
        for key, group in split_by_speaker(part):
            with st.container(border=True, key=f"speaker-{key or 'none'}"):
                speaker_head(group, *map(int, numbers.loc[key]))
                for row in records(group):
                    show(row, who=False)
    else:
        for row in records(part):
            with st.container(border=True, key=f"box-{row['quote_id']}"):
                show(row, who=True)
    pager(total, size, "quotation", key=PAGE)
with side:
    about = ask(queries.speaks_about, flt)
    st.header("Who speaks about whom", anchor=False)
    if about.empty:
        st.caption(NO_COUNTRY_QUOTED)
    else:
        st.caption(describe_about(about))
        about_chart(about, key="about-whom", on_choose=choose_cell)
        with st.expander("All pairs as a table", key="about-all"):
            about_table(about, key="about-table")
    st.header("Named but not quoted", anchor=False)
    voiceless_table(ask(queries.voiceless, flt))
