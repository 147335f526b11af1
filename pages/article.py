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
from components.place import CHOSEN, asked_place, choose_article, forget_place
from components.published_date import published_date
from components.style import LAYERS
from components.words import count, plain

flt = current_filter()
place = None
try:
    place = asked_place()
except LibraryError as error:
    st.warning(plain(str(error)))

titles = article_options(flt).names
if flt.articles:
    titles = {article_id: titles[article_id] for article_id in flt.articles if article_id in titles}
if place is not None:
    titles.setdefault(place.article_id, library().article(place.article_id).article.title)
if not titles:
    head("Article", flt)
    empty("The library shows no article to read.", WayOut("Clear the filter", clear_all))
    st.stop()
chosen = choose_article(titles, place)

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
    keep = margin["fact_id"].isin(passing | ({place.fact_id} if place else set()))
else:
    keep = margin["fact_id"].notna()
hidden = set(margin.loc[~keep, "fact_id"])
spans = [span for span in spans_of(ask(queries.spans, chosen)) if span.fact_id not in hidden]
here = place is not None and place.article_id == chosen and place.end > 0
if here and place.fact_id not in {span.fact_id for span in spans}:
    words = article.text[place.start : place.end]
    spans.append(Span(place.start, place.end, "others", place.fact_id, words))

dated = published(
    row["published"], row["published_basis"], row["published_earliest"], row["published_latest"]
)
outlet = article.source or "Outlet not named"
head(
    f"{int(keep.sum())} of {count(len(margin), 'fact')} under the filter"
    if hidden
    else f"{count(len(margin), 'fact')}, each at its words",
    flt,
    f"{outlet} · {dated} · {count(int(row['words']), 'word')}",
)
if len(titles) > 1:
    st.selectbox(
        "Article", list(titles), format_func=titles.get, key=CHOSEN, on_change=forget_place
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
        wrap=True,
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
    focus=place.fact_id if here else None,
    key=f"text-{chosen}",
)
removed = ask(queries.removed, chosen)
if removed:
    with st.expander(
        f"Left out at reading, as it is not the article: {count(len(removed), 'piece')}"
    ):
        for piece in removed:
            st.text(piece)
version = f"Read by version and model {row['reader_version']}."
st.caption(plain(version if removed else f"{version} Nothing was left out."))
