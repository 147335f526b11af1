"""Present: how do I show it in the room, and hand it out?"""

from __future__ import annotations

from typing import Literal

import streamlit as st

from briefing.brief import make_brief
from briefing.brief.handling import under_marking
from briefing.brief.storage import filter_for
from briefing.deck import outline
from briefing.deck.edit import in_full
from briefing.deck.show import Drawing, MapLook, Theme, draw, make_show, picture_spaces
from briefing.errors import DeckError
from briefing.library import Filter, queries
from briefing.settings import settings
from briefing.wording.controls import HAND_OUT
from briefing.wording.highest import raised_words
from briefing.wording.notices import NO_MATCH, no_match
from briefing.wording.words import count
from components.cache import ask, build_from, library
from components.empty import empty
from components.ending import end_page
from components.escaping import escape_markdown
from components.filters import current_filter
from components.handout import handout
from components.kept import session
from components.kept.line import errors
from components.kept.line import other_filter as briefing_filter
from components.page import head
from components.present import draft, show_slides
from components.present.data import build_data
from components.present.decks import (
    deck_errors,
    lock_box,
    missing_deck,
    more_box,
    open_deck_box,
    others_notice,
    save_box,
)
from components.present.locked import locked_deck
from components.present.outline import (
    add_slide,
    all_slides,
    order_buttons,
    outline_list,
    own_lines,
)
from components.present.page import (
    chosen_entry,
    map_boxes,
    marking_box,
    other_filter,
    request,
    scope,
    theme,
)
from components.relations_panel import focus_options
from components.screen import screen
from components.ways_out import ways_out

OUTLINE = 590


def drawings(look: MapLook, *themes: Theme) -> dict[str, Drawing]:
    """Return the drawings for the slides that are shown."""
    spaces = picture_spaces(found.slides)
    if frozen is not None:
        return draw(frozen, spaces, look, themes)
    return build_from((asked,), draw, brief, spaces, look, themes)


def marked(of: Filter) -> str:
    """Return the highest marking of the articles in view under a filter."""
    return ask(queries.marking_of_view, of)


flt = current_filter()
session.refresh()
session.name_in_address()
opened = missing = None
try:
    opened = draft.opened()
except DeckError as error:
    missing = str(error)
height: Literal["content"] | int = "content" if screen().narrow else OUTLINE
if opened is not None and opened.show is not None:
    locked_deck(opened, opened.show, flt, height=height, marked=marked)
    end_page()

held = session.at_hand()
kept, frozen = (held.kept, held.opened.frozen) if held else (None, None)
made_of = ask(filter_for, kept, flt) if kept else flt
asked = request(made_of, kept)
brief = ask(make_brief, asked) if frozen is None else under_marking(library(), frozen, asked)
plan = draft.plan()
found = outline(brief, plan)
total = len((found if plan.full else outline(brief, in_full(plan))).slides)
shown, hidden = len(found.slides), sum(not entry.choice.shown for entry in found.entries)
title = count(shown, "slide") + (f", {hidden} hidden" if hidden else "")
head(
    NO_MATCH if brief.empty else title,
    flt,
    scope(brief),
    marking=brief.marking,
)
deck_errors()
errors()
briefing_filter(flt)
if missing is not None:
    missing_deck(missing)
if brief.empty:
    ways = ways_out(
        flt, lambda other: len(outline(ask(make_brief, request(other, None))).slides) - 1, "slide"
    )
    empty(f"{no_match(brief.filter_words)}.", *ways)
with st.container(horizontal=True, vertical_alignment="bottom", key="deck-choices"):
    open_deck_box(opened)
    marking_box(brief.marking)
    look = map_boxes(focus_options(ask(queries.relations_counted, flt)))
if draft.marking() is not None and (raised := raised_words(draft.handling(), marked(made_of))):
    st.caption(escape_markdown(raised))
deck = draft.deck(flt, look)
changed = draft.is_changed(brief, found, deck, opened)
with st.container(horizontal=True, vertical_alignment="center", key="deck-actions"):
    save_box(opened, deck, changed=changed)
    if opened is not None:
        lock_box(
            opened,
            deck,
            lambda: make_show(brief, found.slides, drawings(look, "light", "dark")),
        )
        more_box(opened)
if opened is not None:
    others_notice(opened)
    other_filter(opened.deck.flt, flt)
if not found.slides:
    empty("Every slide is hidden.", key="all-hidden")
    end_page()
chosen = chosen_entry(found)
left, right = st.columns([7, 5], gap="medium")
with left:
    show = make_show(brief, found.slides, drawings(look, theme()))
    data = build_data(show, theme(), boundaries=settings().boundaries)
    show_slides(
        data,
        chosen=st.query_params.get(draft.SLIDE, ""),
        key="show",
        draft=draft.for_the_browser(deck, changed=changed),
        on_draft=draft.take_back("show"),
    )
    own_lines(found, chosen)
with right:
    with st.container(horizontal=True, key="outline-actions"):
        order_buttons(found, chosen)
        add_slide(found, chosen)
    all_slides(found, total)
    with st.container(height=height, border=False, gap="xxsmall", key="outline"):
        outline_list(found, chosen)

st.header(HAND_OUT, anchor=False)
handout(
    made_of,
    plan=found.plan,
    look=look,
    marking=brief.marking,
    marked=marked,
    kept=kept,
    frozen=frozen,
)
