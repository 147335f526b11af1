"""Briefings: which briefings are kept, and what stands in mine?"""

from __future__ import annotations

from functools import partial

import streamlit as st

from briefing.brief import Brief, Request, make_brief
from briefing.brief.handling import under_marking
from briefing.brief.storage import every_briefing, filter_for
from briefing.clock import today
from briefing.library import Filter, decks, queries
from briefing.wording import headings
from briefing.wording.controls import HAND_OUT
from briefing.wording.dates import day
from briefing.wording.highest import highest
from briefing.wording.words import count
from components.cache import ask, library
from components.empty import empty
from components.ending import end_page
from components.escaping import escape_markdown
from components.filters import current_filter
from components.handout import handout
from components.kept import session
from components.kept.editor import fields
from components.kept.facts_list import chosen_facts, items_of, offered_facts
from components.kept.line import about_words, errors, other_filter, staff_words
from components.kept.listing import actions, briefings_list, new_briefing
from components.page import head

flt = current_filter()
session.refresh()
session.name_in_address()
held = session.at_hand()

if held is None:
    every, unread = every_briefing(library())
    at_hand = sum(each.archived is None for each in every)
    over = [ask(queries.marking_of_view, flt), *(each.kept.marking or "" for each in every)]
    head(
        count(at_hand, "briefing") if every else "No briefing kept yet",
        flt,
        included=highest(over),
    )
    errors()
    for sentence in unread:
        st.warning(escape_markdown(sentence), icon=":material/warning:")
    covers = ask(make_brief, Request(flt, today()))
    new_briefing(flt, f"{covers.scope} · {covers.filter_words}")
    if not every:
        empty(
            "A briefing keeps your filter, your choice of facts and your own words for a meeting.",
            key="no-kept",
        )
    briefings_list(every)
    end_page()

kept, opened = held.kept, held.opened
made_of = ask(filter_for, kept, kept.flt)


def brief_now() -> Brief:
    """Make all that the briefing says now."""
    return ask(make_brief, Request(made_of, today(), kept=kept))


if opened.frozen is not None:
    brief = under_marking(library(), opened.frozen, Request(made_of))
else:
    brief = brief_now()
head(
    brief.title or "Untitled briefing",
    Filter() if held.locked else flt,
    " · ".join((brief.scope, brief.verified)),
    marking=brief.marking,
    included="",
)
errors()
actions(held, brief_now)
if opened.locked:
    st.caption(f"Locked on {day(opened.locked[:10])}: it stays as it was then.")
other_filter(flt)

words, facts = st.columns(2, gap="large")
with words:
    if held.locked:
        about_words(kept, key="locked-about")
        for label, lines in (
            (headings.BOTTOM_LINE, kept.bottom_line),
            (headings.NOTES, kept.notes),
        ):
            if lines:
                st.header(label, anchor=False)
                staff_words(lines, key=f"locked-{label}")
    else:
        fields(kept)
    out = st.container()
with facts:
    st.header("Facts in it", anchor=False)
    st.caption(escape_markdown(brief.filter_words))
    if held.locked:
        for group in items_of(brief).values():
            for item in group.values():
                st.text(item.words)
    else:
        whole = ask(make_brief, Request(flt, today()))
        items = {key: item for group in items_of(brief).values() for key, item in group.items()}
        found = ask(queries.chosen, kept.facts)
        chosen_facts(found, items, whole)
        st.header("Add facts", anchor=False)
        offered_facts(found.ids, items_of(whole))

with out:
    st.header("Slides", anchor=False)
    here = {session.BRIEFING: opened.briefing_id}
    with st.container(horizontal=True, key="briefing-shown"):
        st.page_link(
            "pages/present.py", label="Show it", icon=":material/slideshow:", query_params=here
        )
        st.page_link(
            "pages/briefing.py", label="Read it", icon=":material/summarize:", query_params=here
        )
        for name in decks.on_briefing(library(), opened.briefing_id):
            st.page_link(
                "pages/present.py",
                label=f"Deck “{escape_markdown(name)}”",
                icon=":material/slideshow:",
                query_params={**here, "deck": name},
            )
    st.header(HAND_OUT, anchor=False)
    handout(
        made_of,
        marking=brief.marking,
        marked=partial(ask, queries.marking_of_view),
        kept=kept,
        frozen=opened.frozen,
    )
