"""Article: where does it say that?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from briefing.access import Action
from briefing.errors import LibraryError
from briefing.library import Filter, queries
from briefing.library.chatham.deciding import standing_rules
from briefing.library.chatham.wording import NOTE as RULE_NOTE
from briefing.library.reviews.keeping import can_redo
from briefing.library.source_grades import grades_of
from briefing.tables import records
from briefing.wording.controls import ADD_MISSED, CHATHAM_HOUSE, CLEAR_FILTER
from briefing.wording.dates import published
from briefing.wording.grades import graded_words
from briefing.wording.notices import NO_ARTICLE
from briefing.wording.signs import LAYERS
from briefing.wording.sources import OUTLET_UNKNOWN
from briefing.wording.words import count
from components.add_missed import missed_button, missed_window, open_missed
from components.article_text import Span, article_text, build_data, spans_of
from components.cache import ask, can, library
from components.certainty import possible_readings
from components.chatham import rules_list
from components.checking import fault, last_decided, name_field, saved_line
from components.empty import WayOut, empty
from components.ending import end_page
from components.escaping import escape_markdown
from components.fact_fields import names_of
from components.facts import event_card, relation_card
from components.filters import clear_all, current_filter
from components.labels import Label, event_labels, quote_labels, relation_labels, time_labels
from components.legend import legend
from components.linked_place import CHOSEN, choose_article, forget_linked_place, linked_place
from components.original_file import original_file
from components.other_versions import other_versions
from components.page import head
from components.published_date import published_date
from components.review_mark import check_link
from components.set_apart import set_apart
from components.sidebar import article_options
from components.titles import title_of

AT_FIRST = ("quotations", "relations", "events")  # the facts; names and dates on demand

KEY = """Background: what is said (green), relations (one colour a class), events (grey).
Underline: people (solid), countries and places (dashed), others (dotted). Dates stand in a box."""


def open_with(start: int, end: int) -> None:
    """Open the window for what was missed with words that were selected in the text."""
    open_missed(chosen, article.text[start:end], start)


flt = current_filter()
place = None
done = last_decided()
if done is not None and done == st.query_params.get("fact") and ask(can_redo, done):
    forget_linked_place()  # it was added here and taken back: a link to it leads nowhere
try:
    place = linked_place(lambda fact_id: ask(queries.fact, fact_id), library().has)
except LibraryError as error:
    st.warning(escape_markdown(str(error)))

titles = article_options(flt).names
if flt != Filter():
    in_view = set(ask(queries.in_view, flt)["article_id"])
    titles = {article_id: title for article_id, title in titles.items() if article_id in in_view}
if place is not None:
    linked = library().article(place.article_id).row
    titles.setdefault(place.article_id, title_of(linked["title"], linked["text"]))
if not titles:
    head("Article", flt)
    none = NO_ARTICLE
    empty(
        none if flt == Filter() else "No article matches the filter.",
        *([] if flt == Filter() else [WayOut(CLEAR_FILTER, clear_all)]),
    )
    end_page()
chosen = choose_article(titles, place)

stored = library().article(chosen)
article, row = stored.article, stored.row
whole, narrowed = Filter(articles=(chosen,)), replace(flt, articles=(chosen,))
quotes, events = ask(queries.quotes, narrowed), ask(queries.events, narrowed)
relations = ask(queries.relations, narrowed)
labels = {
    **quote_labels(quotes),
    **event_labels(events),
    **time_labels(ask(queries.times, whole)),
    **relation_labels(relations),
}
facts = spans_of(ask(queries.facts_at, chosen), labels)
here = place if place is not None and place.article_id == chosen else None
asked = here.fact_id if here is not None else None
passing = {*quotes["quote_id"], *events["event_id"], *relations["relation_id"], asked}
hidden = {fact.fact_id for fact in facts} - passing
shown = [fact for fact in facts if fact.fact_id not in hidden]
spans = spans_of(ask(queries.spans, chosen), labels)
spans = [span for span in spans if span.fact_id not in hidden]
if here is not None and asked and asked not in {span.fact_id for span in spans}:
    words = Label(article.text[here.start : here.end])
    spans.append(Span(here.start, here.end, "asked", asked, words))

dated = published(
    row["published"], row["published_basis"], row["published_earliest"], row["published_latest"]
)
outlet = row["source"] or OUTLET_UNKNOWN
grades = ask(grades_of, (outlet,))
graded = graded_words(grades[outlet].grade) if outlet in grades else ""
found = (
    f"{len(shown)} of {count(len(facts), 'fact')} match the filter"
    if hidden
    else f"{count(len(facts), 'fact')}, highlighted in the text"
)
alike = ask(queries.alike, chosen)
head(
    title_of(row["title"], article.text),
    flt,
    " · ".join(
        filter(None, (outlet, dated, graded, count(int(row["words"]), "word"), found)),
    ),
    included=ask(queries.marking_of_view, whole, tuple(each.article_id for each in alike)),
)
if len(titles) > 1:
    st.selectbox(
        "Article",
        list(titles),
        format_func=lambda article_id: titles[article_id],
        key=CHOSEN,
        on_change=forget_linked_place,
    )
with st.container(horizontal=True, vertical_alignment="center"):
    layers = st.pills(
        "Highlight",
        list(LAYERS),
        selection_mode="multi",
        default=AT_FIRST,
        format_func=lambda name: f"{LAYERS[name].icon} {LAYERS[name].word}",
        key="layers",
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )
    published_date(chosen, row, ask(queries.published_evidence, chosen))
    check_link(chosen, key="details", words=title_of(row["title"], article.text), label="Details")
    original_file(ask(queries.original, chosen), partial(queries.original_bytes, library()))
    if can(Action.CORRECT):
        missed_button(chosen)
    with st.popover("Key", icon=":material/key:"):
        st.text(KEY)
        legend(standings=False)
if trouble := fault():
    st.error(escape_markdown(trouble))
if done is not None and done.startswith(chosen):
    if done == asked:
        saved_line(done)
    elif ask(can_redo, done) and done not in passing:
        saved_line(done, there=False)
if can(Action.CORRECT):
    missed_window(
        chosen,
        article.text,
        ask(queries.sentences, chosen),
        names_of(ask(queries.speakers_of, chosen), ask(queries.actors_of, chosen), {}, {}),
    )
article_text(
    build_data(
        article.text,
        paragraphs=records(ask(queries.paragraphs, chosen)),
        spans=spans,
        facts=shown,
    ),
    layers=layers,
    focus=asked or None,
    key=f"text-{chosen}",
    on_marked=open_with if can(Action.CORRECT) else None,
    marking=ADD_MISSED,
)
other_versions(
    chosen,
    bool(row["shown"]),
    alike,
    lambda older, newer: ask(queries.version_differences, older, newer),
)
possible_readings(
    (ask(queries.relations, narrowed, readings="possible"), relation_card),
    (ask(queries.events, narrowed, readings="possible"), event_card),
    key="possible",
)
if rules := ask(standing_rules, chosen):
    with st.expander(CHATHAM_HOUSE, icon=":material/visibility_off:", key="rules"):
        st.caption(RULE_NOTE)
        if can(Action.CORRECT):
            name_field()
            rules_list(rules, key="rules")
if article.notes:
    with st.expander(f"Notes on the text ({len(article.notes)})", key="notes"):
        for told in article.notes:
            st.text(told)
removed, captions = ask(queries.removed, chosen), ask(queries.captions, chosen)
set_apart(removed, captions, label="Removed on import (not part of the article)", key="set-apart")
version = f"Read by version and model {row['reader_version']}."
st.caption(escape_markdown(version if removed or captions else f"{version} Nothing was left out."))
