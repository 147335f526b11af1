"""Review: what did the software read, and is it right?"""

from __future__ import annotations

from functools import partial

import streamlit as st

from briefing.access import Action
from briefing.errors import ReviewError
from briefing.library import Filter, Library, queries
from briefing.library.chatham.deciding import preview, standing_rules
from briefing.library.queries.named import names_of_entities
from briefing.library.reviews.exchange import waiting_decisions
from briefing.library.reviews.keeping import adrift, can_redo, decisions_of
from briefing.library.reviews.reading import reading_of
from briefing.tables import FACT_TABLES, records
from briefing.wording.controls import CHATHAM_HOUSE, SPLIT
from briefing.wording.lacking import lack_words
from briefing.wording.notices import NAME_FIRST
from briefing.wording.reviews import RECORDS, WHY, waiting_words
from briefing.wording.words import count
from components.article_marking import fact_marking_form, marking_form
from components.cache import ask, can, library
from components.chatham import rule_form, rules_list
from components.checking import (
    correct_form,
    decide_here,
    fault,
    last_decided,
    name_field,
    reading_card,
    redo_here,
    saved_line,
    undo_here,
)
from components.decided_list import adrift_list, decided_list
from components.empty import empty
from components.ending import end_page
from components.escaping import escape_markdown
from components.fact_fields import holders_of, names_of
from components.filters import current_filter
from components.lacking import A_PAGE, LACK, lacking_list
from components.page import head
from components.paging import pager, rows_before_page
from components.review_mark import FACT
from components.splitting import split_form
from components.titles import titles_of

PASSED = "_review-passed"
AT_ONCE = 200


def pass_over(fact_id: str) -> None:
    """Put a fact off to the end of the list."""
    st.session_state.setdefault(PASSED, []).append(fact_id)
    st.query_params.pop(FACT, None)


def back_to_list() -> None:
    """Leave the one fact that a link opened."""
    st.query_params.pop(FACT, None)


def back_to_everything() -> None:
    """Leave the list of what lacks something."""
    st.query_params.pop(LACK, None)


flt = current_filter()
asked = st.query_params.get(FACT)
beside = asked or ""  # a fact of an article out of view, or a name that any article may have
waiting_for = ask(queries.checks, flt)
left = sum(waiting_for.values())
progress = ask(queries.reviewed, flt)
head(
    f"{count(left, 'fact')} to check" if left else "Everything is checked",
    flt,
    " · ".join(
        (
            *(count(waiting_for[name], *RECORDS[name]) for name in FACT_TABLES),
            f"{progress.reviewed:,} checked",
            f"{progress.rejected:,} rejected",
        )
    ),
    included=ask(
        queries.marking_of_view, Filter() if ":" in beside else flt, (beside.partition(".")[0],)
    ),
)
lack = st.query_params.get(LACK)
if asked is None and lack in queries.LACKS:
    left_open = ask(queries.unknown, flt).lacking[lack]
    st.header(lack_words(lack, left_open), anchor=False)
    before = rows_before_page(left_open, A_PAGE, key="lacking-page")
    rows = ask(queries.lacking, flt, lack, limit=A_PAGE, offset=before)
    lacking_list(rows, lack, writable=can(Action.CORRECT))
    pager(left_open, A_PAGE, "row", key="lacking-page")
    st.button("All facts to check", key="lacking-off", on_click=back_to_everything)
    end_page()
if not can(Action.CORRECT):
    st.info("You can read this library, but not change it; ask an editor to check facts.")
    end_page()
name = name_field()
if trouble := fault():
    st.error(escape_markdown(trouble))

why = None
if asked is None:
    kinds = st.pills(
        "What to check",
        FACT_TABLES,
        selection_mode="multi",
        format_func=lambda table: RECORDS[table][1].capitalize(),
        key="review-kinds",
        label_visibility="collapsed",
        persist_state="session",
        wrap=True,
    )
    waiting = records(ask(queries.to_check, flt, tuple(kinds) or FACT_TABLES, limit=AT_ONCE))
    passed = st.session_state.get(PASSED, [])
    queue = [row for row in waiting if row["fact_id"] not in passed] or waiting
    if queue:
        asked, why = str(queue[0]["fact_id"]), WHY[queue[0]["why"]]

done = last_decided()
if done is not None and done != asked:
    saved_line(done)

if asked is None:
    empty("Nothing is left to check here.", key="all-checked")
else:
    try:
        reading = reading_of(library(), asked)
    except ReviewError as error:
        st.warning(escape_markdown(str(error)))
        st.button("Go to the list", on_click=back_to_list)
        end_page()
    article = reading.machine.get("article_id")
    entity = reading.machine.get("entity_id")
    meant = ask(queries.others_named, entity) if entity else {}
    names = names_of(
        ask(queries.speakers_of, article) if article else {},
        ask(queries.actors_of, article) if article else {},
        ask(names_of_entities, holders_of(reading.now or reading.machine)),
        {} if article else ask(queries.others_of_its_kind, asked),
        {**ask(names_of_entities, (entity,)), **meant} if entity else {},
    )
    text = ask(Library.article, article).article.text if article else ""
    with st.container(border=True, key="to-check", gap="medium"):
        if why:
            st.caption(why)
        reading_card(reading, names, text, asked, ask(decisions_of, asked))
        with st.container(horizontal=True, key="verdicts"):
            st.button(
                "Confirm",
                icon=":material/check:",
                type="primary",
                shortcut="Y",
                disabled=not name,
                on_click=decide_here,
                args=(asked, "confirmed"),
            )
            if reading.record in FACT_TABLES:
                st.button(
                    "Reject",
                    icon=":material/block:",
                    shortcut="X",
                    disabled=not name,
                    on_click=decide_here,
                    args=(asked, "rejected"),
                )
            st.button(
                "Next",
                icon=":material/skip_next:",
                shortcut="N",
                on_click=pass_over,
                args=(asked,),
            )
            if reading.held is not None:
                st.button("Undo", key="undo", disabled=not name, on_click=undo_here, args=(asked,))
            if ask(can_redo, asked):
                st.button("Redo", key="redo", disabled=not name, on_click=redo_here, args=(asked,))
        if reading.record == "articles":
            with st.popover("Marking", icon=":material/shield:", key="marking"):
                marking_form(ask(queries.markings_of, (asked,)) or [""], [asked])
        elif reading.record in FACT_TABLES and reading.now is not None:
            place = (str(article), int(reading.now["start"]), int(reading.now["end"]))
            with st.popover("Marking", icon=":material/shield:", key="marking"):
                fact_marking_form(ask(queries.marking_of_words, *place), asked, place)
        if not name:
            st.caption(NAME_FIRST)
        elif reading.held is None or reading.held.verdict != "rejected":
            with st.expander("Correct", icon=":material/edit:", key="correct"):
                correct_form(reading, names, asked)
            if reading.record == "entities" and reading.machine["kind"] != "country":
                mentions = ask(queries.mentions, Filter(), asked)
                articles = tuple(dict.fromkeys(mentions["article_id"]))
                called = titles_of(ask(queries.titles, tuple(sorted(articles))))
                if reading.machine["kind"] == "person":
                    with st.expander(CHATHAM_HOUSE, icon=":material/visibility_off:", key="rule"):
                        seen = partial(ask, preview, asked)
                        rule_form(asked, articles, called, seen, back_to_list)
                with st.expander(SPLIT, icon=":material/call_split:", key="split"):
                    split_form(asked, mentions, called, meant)
    if why is None:
        st.button("Go to the list", key="to-list", on_click=back_to_list)

lost = ask(adrift)
if decided := ask(queries.number_decided, flt):
    with st.expander(f"Decided so far ({decided:,})", key="decided"):
        before = rows_before_page(decided, A_PAGE, key="decided-page")
        decided_list(ask(queries.decided, flt, limit=A_PAGE, offset=before))
        pager(decided, A_PAGE, "decision", key="decided-page")
if rules := ask(standing_rules):
    with st.expander(f"{CHATHAM_HOUSE} ({len(rules):,})", key="rules"):
        rules_list(rules, key="rules")
if lost:
    with st.expander(f"Decisions whose words are no longer read ({len(lost):,})", key="adrift"):
        adrift_list(lost)
if number := ask(waiting_decisions):
    st.caption(waiting_words(number))
