"""Present: how do I show it in the room, and hand it out?"""

from __future__ import annotations

from typing import Literal

import streamlit as st

from briefing.brief import make_brief
from briefing.deck import outline
from briefing.deck.show import Drawing, MapLook, Theme, draw_for, make_show, picture_spaces
from briefing.errors import DeckError
from briefing.library import queries
from briefing.settings import settings
from briefing.wording.dates import day
from briefing.wording.words import count
from components.cache import ask
from components.empty import empty
from components.escaping import escape_markdown
from components.filters import current_filter
from components.handout import handout
from components.page import head
from components.present import draft, show_slides
from components.present.data import build_data
from components.present.decks import (
    deck_errors,
    keep_box,
    lock_box,
    more_box,
    open_deck_box,
    unlock_button,
)
from components.present.outline import (
    add_slide,
    locked_list,
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
    return ask(draw_for, request(flt), picture_spaces(found.slides), look, themes)


flt = current_filter()
opened = None
try:
    opened = draft.opened()
except DeckError as error:
    st.warning(escape_markdown(str(error)))
    draft.begin_with(None)
height: Literal["content"] | int = "content" if screen().narrow else OUTLINE
boundaries = settings().boundaries

if opened is not None and opened.show is not None:
    show = opened.show
    locked = day(str(opened.locked)[:10])
    head(
        f"“{opened.name}” is locked: {count(len(show.screens), 'slide')}",
        flt,
        f"As on {locked}, whatever the library, the filter or the program have become since",
    )
    deck_errors()
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck-choices"):
        open_deck_box(opened)
        unlock_button(opened)
        more_box(opened)
    looked_at = st.query_params.get(draft.SLIDE, show.screens[0].slide.name)
    left, right = st.columns([7, 5], gap="medium")
    with left:
        data = build_data(show, theme(), boundaries=boundaries)
        show_slides(data, chosen=looked_at, key="show")
    with right, st.container(height=height, border=False, gap="xxsmall", key="outline"):
        locked_list(show, looked_at)
else:
    brief = ask(make_brief, request(flt))
    found = outline(brief, draft.plan())
    shown, hidden = len(found.slides), sum(not entry.choice.shown for entry in found.entries)
    title = count(shown, "slide") + (f", {hidden} hidden" if hidden else "")
    head("Nothing matches the filter" if brief.empty else title, flt, scope(brief))
    deck_errors()
    if brief.empty:
        ways = ways_out(
            flt, lambda other: len(outline(ask(make_brief, request(other))).slides) - 1, "slide"
        )
        empty(f"Nothing matches the filter: {brief.filter_words}.", *ways)
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck-choices"):
        open_deck_box(opened)
        marking_box()
        look = map_boxes(focus_options(ask(queries.relations, flt)))
    deck = draft.deck(flt, look)
    with st.container(horizontal=True, vertical_alignment="center", key="deck-actions"):
        keep_box(opened, deck)
        if opened is not None:
            lock_box(
                opened,
                deck,
                lambda: make_show(brief, found.slides, drawings(look, "light", "dark")),
            )
            more_box(opened)
    if opened is not None:
        other_filter(opened.deck.flt, flt)
    if not found.slides:
        empty("Every slide is hidden.", key="all-hidden")
        st.stop()
    chosen = chosen_entry(found)
    left, right = st.columns([7, 5], gap="medium")
    with left:
        show = make_show(brief, found.slides, drawings(look, theme()))
        data = build_data(show, theme(), boundaries=boundaries)
        show_slides(data, chosen=st.query_params.get(draft.SLIDE, ""), key="show")
        own_lines(found, chosen)
    with right:
        with st.container(horizontal=True, key="outline-actions"):
            order_buttons(found, chosen)
            add_slide(found, chosen)
        with st.container(height=height, border=False, gap="xxsmall", key="outline"):
            outline_list(found, chosen)

st.header("Hand out", anchor=False)
if opened is not None and opened.show is not None:
    held = tuple(screen.slide for screen in opened.show.screens)
    drawn = opened.show.drawings
    handout(opened.deck.flt, slides=held, drawings=drawn, marking=opened.show.marking)
else:
    handout(flt, plan=draft.plan(), look=look, marking=draft.marking())
