"""The bottom line over several articles: one sentence a story, what changed, the way to all."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.library.queries import Story
from briefing.wording.stories import changed_words
from briefing.wording.words import count
from components.facts import caption
from components.paging import pager, rows_before_page

HANDFUL = 5
"""So many stories are told before the reader asks for all."""

A_PAGE = 20

_ALL = "all-stories"
_PAGER = "stories-page"


def stories_to_tell(told: Sequence[Story]) -> tuple[Story, ...]:
    """Draw how many stories there are and what changed, and return those that are to be told.

    Args:
        told: All stories, the newest first.
    """
    every = bool(st.session_state.get(_ALL)) and len(told) > HANDFUL
    first = rows_before_page(len(told), A_PAGE, key=_PAGER) if every else 0
    found = tuple(told[first : first + (A_PAGE if every else HANDFUL)])
    number = count(len(told), "story", "stories")
    what = f"The newest {HANDFUL} of {number}" if len(told) > len(found) else number
    caption(" · ".join(filter(None, (number if every else what, changed_words(told)))))
    return found


def all_stories(told: Sequence[Story]) -> None:
    """Draw the way to all stories, or back to the newest; nothing where all are told.

    Args:
        told: All stories.
    """
    if len(told) <= HANDFUL:
        return
    if st.session_state.get(_ALL):
        pager(len(told), A_PAGE, "story", key=_PAGER)
    every = bool(st.session_state.get(_ALL))
    st.button(
        f"The newest {HANDFUL} only" if every else f"All {count(len(told), 'story', 'stories')}",
        key="stories-more",
        icon=":material/unfold_less:" if every else ":material/unfold_more:",
        type="tertiary",
        on_click=_turn,
        args=(not every,),
    )


def _turn(every: bool) -> None:
    st.session_state[_ALL] = every
