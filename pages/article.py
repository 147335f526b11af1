"""Article: where does it say that?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from briefing.errors import LibraryError
from briefing.library import Filter, queries
from components.article_text import Span, article_text, build_data, spans_of
from components.cache import ask, library
from components.dates import published
from components.empty import WayOut, empty
from components.filters import article_options, clear_all, current_filter
from components.page import head
from components.published_date import published_date
from components.style import LAYERS
from components.words import count, plain

flt = current_filter()
fact = None
if "fact" in st.query_params:
    try:
        fact = ask(queries.fact, st.query_params["fact"])
    except LibraryError as error:
        st.warning(plain(str(error)))

titles = article_options(flt).names
if flt.articles:
    titles = {article_id: titles[article_id] for article_id in flt.articles if article_id in titles}
if fact is not None:
    titles.setdefault(fact.article_id, library().article(fact.article_id).article.title)
if not titles:
    head("Article", flt)
    empty("The library shows no article to read.", WayOut("Clear the filter", clear_all))
    st.stop()

if fact is not None and st.session_state.get("article-fact") != st.query_params["fact"]:
    st.session_state["read"] = fact.article_id
st.session_state["article-fact"] = st.query_params.get("fact")
if st.session_state.get("read") not in titles:
    st.session_state["read"] = next(iter(titles))
chosen = st.session_state["read"]

stored = library().article(chosen)
article, row = stored.article, stored.row
only = replace(flt, articles=(chosen,))
passing = {
    *ask(queries.quotes, only)["quote_id"],
    *ask(queries.events, only)["event_id"],
    *ask(queries.relations, only)["relation_id"],
}
margin = ask(queries.facts_at, chosen)
if only != Filter(articles=(chosen,)):
    keep = margin["fact_id"].isin(passing | ({st.query_params["fact"]} if fact else set()))
else:
    keep = margin["fact_id"].notna()
hidden = set(margin.loc[~keep, "fact_id"])
spans = [span for span in spans_of(ask(queries.spans, chosen)) if span.fact_id not in hidden]
focus = st.query_params["fact"] if fact is not None and fact.article_id == chosen else None
if focus and focus not in {span.fact_id for span in spans}:
    spans.append(Span(fact.start, fact.end, "others", focus, article.text[fact.start : fact.end]))

dated = published(
    row["published"], row["published_basis"], row["published_earliest"], row["published_latest"]
)
outlet = article.source or "outlet not named"
head(
    f"{int(keep.sum())} of {count(len(margin), 'fact')} under the filter"
    if hidden
    else f"{count(len(margin), 'fact')}, each at its words",
    flt,
    f"{outlet} · {dated} · {count(int(row['words']), 'word')} · read by {row['reader_version']}",
)
if len(titles) > 1:
    st.selectbox(
        "Article",
        list(titles),
        format_func=titles.get,
        key="read",
        on_change=lambda: st.query_params.pop("fact", None),
    )
with st.container(horizontal=True, vertical_alignment="center"):
    layers = st.pills(
        "Highlight",
        list(LAYERS),
        selection_mode="multi",
        default=list(LAYERS),
        format_func=lambda name: f":{LAYERS[name].badge}[{LAYERS[name].icon}] {LAYERS[name].word}",
        key="layers",
        persist_state="session",
        label_visibility="collapsed",
    )
    published_date(chosen, row)
article_text(
    build_data(
        article.text,
        paragraphs=ask(queries.paragraphs, chosen).to_dict("records"),
        spans=spans,
        facts=margin[keep].to_dict("records"),
    ),
    layers=layers,
    focus=focus,
    key=f"text-{chosen}",
)
removed = ask(queries.removed, chosen)
if removed:
    with st.expander(
        f"Left out at reading, as it is not the article: {count(len(removed), 'piece')}"
    ):
        for piece in removed:
            st.text(piece)
else:
    st.caption("Nothing was left out at reading.")
