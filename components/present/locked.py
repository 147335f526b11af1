"""A locked deck: what it showed when it was locked, in which nothing can be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st

from briefing.deck.show import Show
from briefing.deck.storage import Opened
from briefing.library import Filter
from briefing.settings import settings
from briefing.wording.controls import HAND_OUT
from briefing.wording.dates import day
from briefing.wording.highest import standing_marking
from briefing.wording.words import count
from components.handout import handout
from components.page import head
from components.present import draft, show_slides
from components.present.data import build_data
from components.present.decks import deck_errors, more_box, open_deck_box, unlock_button
from components.present.outline import locked_list
from components.present.page import theme


def locked_deck(
    opened: Opened,
    show: Show,
    flt: Filter,
    *,
    height: Literal["content"] | int,
    marked: Callable[[Filter], str],
) -> None:
    """Draw a locked deck, with what can be done with it.

    Args:
        opened: The deck.
        show: What it shows.
        flt: The filter in force, which does not touch it.
        height: Of its outline.
        marked: Returns the highest marking of the articles in view under a filter; it raises
            the marking of the deck, and nothing else of it changes.
    """
    show = replace(show, marking=standing_marking(show.marking, marked(opened.deck.flt)))
    locked = day(str(opened.locked)[:10])
    head(
        f"“{opened.name}” is locked: {count(len(show.screens), 'slide')}",
        flt,
        f"As on {locked}, whatever the library, the filter or the program have become since",
        marking=show.marking,
        included="",
    )
    deck_errors()
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck-choices"):
        open_deck_box(opened)
        unlock_button(opened)
        more_box(opened)
    looked_at = st.query_params.get(draft.SLIDE, show.screens[0].slide.name)
    left, right = st.columns([7, 5], gap="medium")
    with left:
        data = build_data(show, theme(), boundaries=settings().boundaries)
        show_slides(data, chosen=looked_at, key="show")
    with right, st.container(height=height, border=False, gap="xxsmall", key="outline"):
        locked_list(show, looked_at)
    st.header(HAND_OUT, anchor=False)
    slides = tuple(screen.slide for screen in show.screens)
    handout(
        opened.deck.flt,
        slides=slides,
        drawings=show.drawings,
        marking=show.marking,
        marked=marked,
    )
