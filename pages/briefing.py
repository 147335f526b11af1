"""Briefing: what do I need to know in one minute?"""

from __future__ import annotations

from functools import partial

import streamlit as st

from briefing.brief.scope import about_words, title_words, undated_words
from briefing.brief.storage import every_briefing, filter_for
from briefing.clock import today
from briefing.library import Library, queries
from briefing.library.accounts.model import holders, of_articles
from briefing.library.next_up import next_up
from briefing.library.queries.named import names_of_entities
from briefing.library.source_grades import grades_of
from briefing.map.small_map import small_map_of
from briefing.wording import headings
from briefing.wording.controls import HAND_OUT
from briefing.wording.notices import (
    NO_ARTICLE,
    NO_CLAIMS,
    NO_DATES_AHEAD,
    NO_MATCH,
    NO_QUOTATIONS,
    NO_RELATIONS,
    PICKED,
)
from briefing.wording.sources import sources
from briefing.wording.stories import coverage_words
from briefing.wording.words import count
from components.accounts import where_accounts_differ
from components.cache import ask, library
from components.changes import changes_list, chosen_time
from components.charts.speakers import speakers_chart
from components.claims import claims
from components.cover import chosen_cover
from components.empty import empty
from components.ending import end_page
from components.figures import key_figures
from components.filters import ARTICLE, SPEAKER, current_filter, narrow
from components.gist import gist
from components.handed_over import about
from components.handout import handout
from components.kept import session
from components.kept.line import about_briefing, errors, other_filter, staff_words
from components.key_quotations import key_quotations
from components.lacking import not_known
from components.map import small_map
from components.next_dates import next_dates
from components.page import head
from components.screen import screen
from components.source_list import source_list
from components.stories import all_stories, stories_to_tell
from components.ways_out import ways_out, what_was_looked_at

FEW = 3
QUOTED = 2  # so many begin and end on the first screen of a desk

session.refresh()
held = session.at_hand()
kept, frozen = (held.kept, held.opened.frozen) if held else (None, None)
at_hand = current_filter()
asked = ask(filter_for, kept, at_hand) if kept else at_hand
scope = ask(queries.scope, asked)

if not scope.shown and scope.covered:
    head(NO_MATCH, asked)
    empty(
        f"None of {count(scope.covered, 'article')} matches the filter.",
        *ways_out(asked, lambda other: ask(queries.scope, other).shown, "article"),
        key="none",
    )
    end_page()
if not scope.shown:
    head("No briefing yet", asked)
    empty(NO_ARTICLE, key="none")
    st.page_link("pages/library.py", label="Add an article", icon=":material/add:")
    end_page()

title, take_away = st.columns([6, 1])
with title:
    heading = st.container()
    flt = chosen_cover(asked, scope.shown, ask(queries.last_in_view, asked))
resting_on = ask(queries.in_view, flt)
found = sources(resting_on)
only = next(iter(found.values())) if len(found) == 1 else None
named = {} if only else found
here = about(flt.articles[0] if flt != asked else None)


def open_quotes(speaker: str) -> None:
    """Open the quotations of a speaker."""
    narrow(SPEAKER, speaker)
    for article in flt.articles:
        narrow(ARTICLE, article)
    st.switch_page("pages/quotes.py")


told_alike = ask(queries.accounts, asked)
differences = of_articles(told_alike.differences, flt.articles if flt != asked else ())

with heading:
    covers = coverage_words(
        ask(queries.coverage, flt),
        today().isoformat(),
        last=bool(here),
        only=only.line if only else "",
    )
    parts = (covers, undated_words(asked, scope.undated))
    name = (kept.title if kept else "") or title_words(
        found, ask(about_words, asked), scope.of if flt == asked else None
    )
    head(
        name,
        at_hand,
        " · ".join(filter(None, parts)),
        marking=kept.marking if kept else None,
        included=ask(queries.marking_of_view, asked),
    )
    errors()
    other_filter(at_hand)
    about_briefing()
with take_away, st.container(horizontal=screen().narrow, gap="xsmall"):
    with st.popover(HAND_OUT, icon=":material/ios_share:", width="stretch"):
        handout(
            flt,
            marked=partial(ask, queries.marking_of_view),
            marking=kept.marking if kept else None,
            kept=kept,
            frozen=frozen,
        )
    briefings = {one.briefing_id: one for one in every_briefing(library())[0] if not one.archived}
    since = chosen_time(
        {key: (one.kept.title, one.locked or one.saved) for key, one in briefings.items()}
    )
if since is not None and since.briefings is not None:
    earlier, later = (
        queries.Standpoint(ask(filter_for, one.kept, one.kept.flt), one.locked or one.saved)
        for one in (briefings[key] for key in since.briefings)
    )
    changed = ask(queries.changes_between, earlier, later)
    ids = {told.article_id for one in changed for told in (one.before, one.after) if told}
    changes_list(changed, since, sources(ask(queries.articles_of, tuple(sorted(ids)))))
elif since is not None:
    changes_list(
        ask(queries.changes, asked, since.since, since.until),
        since,
        sources(ask(queries.in_view, asked)),
    )

bottom_line, coming_up = st.columns([5, 3], gap="medium")
with bottom_line:
    st.header(headings.BOTTOM_LINE, anchor=False, help=PICKED)
    told = () if only else ask(queries.stories, flt)
    telling = stories_to_tell(told) if told else ()
    own = kept.bottom_line if kept else ()
    staff_words(own, key="own-bottom-line")
    sentences = ask(queries.gist, flt, len(telling) or FEW, told=telling or None)
    if sentences.empty and not own:
        ways = ways_out(asked, lambda other: len(ask(queries.gist, other)), "sentence")
        empty(f"No sentence stands out in {what_was_looked_at(asked)}.", *ways, key="no-gist")
    if not own:
        with st.container(gap="small"):
            gist(sentences, named)
    all_stories(told)
with coming_up:
    st.header(headings.COMING_UP, anchor=False)
    upcoming = ask(next_up, flt, today(), FEW)
    if not upcoming.total:
        past = len(ask(queries.events, flt))
        st.caption(NO_DATES_AHEAD)
        if past:
            label = f"{count(past, 'earlier event')} in the timeline"
            icon = ":material/timeline:"
            st.page_link("pages/timeline.py", label=label, icon=icon, query_params=here)
    with st.container(gap="xsmall"):
        next_dates(
            upcoming.rows,
            upcoming.outlook,
            total=upcoming.total,
            query=here,
            single=told_alike.single,
        )

figures = ask(queries.figures, flt)
key_figures(figures, query=here)

said_part, map_part = st.columns([5, 4], gap="medium")
with said_part:
    st.header(headings.KEY_QUOTATIONS, anchor=False)
    weighty = ask(queries.weightiest, flt, QUOTED)
    if weighty.empty:
        st.caption(NO_QUOTATIONS)
    key_quotations(
        weighty,
        named,
        {key: ask(Library.article, key).article.text for key in weighty["article_id"].unique()},
        single=told_alike.single,
    )
with map_part:
    st.header(headings.RELATIONS, anchor=False)
    stands = ask(small_map_of, flt)
    if not stands.relations:
        st.caption(f"{NO_RELATIONS}.")
    else:
        small_map(stands, key="small-map")
    st.page_link(
        "pages/relations.py",
        label="Open the map",
        icon=":material/public:",
        query_params={"view": "map", **here},
    )

claims_part, voices_part = st.columns([5, 4], gap="medium")
with claims_part:
    st.header(headings.DISPUTED_CLAIMS, anchor=False)
    contested = ask(queries.claimed_denied, flt, FEW)
    if contested.empty:
        st.caption(NO_CLAIMS)
    claims(contested, total=figures.denied, key="claim")
with voices_part:
    st.header(headings.BY_SPEAKER, anchor=False)
    speaks = ask(queries.speaks, flt)
    if speaks.empty:
        st.caption("No named speakers.")
    else:
        speakers_chart(speaks, key="who-speaks", on_choose=open_quotes)
        st.page_link(
            "pages/quotes.py",
            label="All quotations",
            icon=":material/format_quote:",
            query_params=here,
        )

if differences:
    where_accounts_differ(
        differences,
        ask(names_of_entities, tuple(sorted({who for one in differences for who in holders(one)}))),
        sources(ask(queries.in_view, asked)),
        told_alike.copies,
    )
source_list(resting_on, found, lambda outlets: ask(grades_of, tuple(outlets)))
not_known(ask(queries.unknown, flt), here)
