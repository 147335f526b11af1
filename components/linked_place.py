"""Which article is read, and which of its words a link asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from briefing.errors import LibraryError
from briefing.library.queries import Fact

CHOSEN = "read"
"""Key of the article that is read."""

_SEEN = "read-asked"


@dataclass(frozen=True, slots=True)
class LinkedPlace:
    """Words that a link asks for; `end` is 0 when it asks for an article as a whole.

    Attributes:
        article_id: The article.
        start: Where the words begin.
        end: Where they end.
        fact_id: The fact, or the sentence, whose words they are.
    """

    article_id: str
    start: int = 0
    end: int = 0
    fact_id: str = ""


def linked_place(find: Callable[[str], Fact], has: Callable[[str], bool]) -> LinkedPlace | None:
    """Return what the URL asks for: `?fact=ID` or `?open=ARTICLE`.

    Args:
        find: Finds a fact, or a sentence, by its id.
        has: Says whether an article of an id is in the library.

    Raises:
        LibraryError: There is no such fact or article.
    """
    asked = st.query_params
    if "fact" in asked:
        fact = find(asked["fact"])
        return LinkedPlace(fact["article_id"], fact["start"], fact["end"], asked["fact"])
    if "open" not in asked:
        return None
    if not has(asked["open"]):
        raise LibraryError("This article is not in the library; it may have been removed.")
    return LinkedPlace(asked["open"])


def choose_article(titles: Mapping[str, str], place: LinkedPlace | None) -> str:
    """Return the article to read: the link's when it is new, else the one chosen before.

    Args:
        titles: Title by id, of the articles that can be read.
        place: What the URL asks for.
    """
    if place is not None and st.session_state.get(_SEEN) != place:
        st.session_state[CHOSEN] = place.article_id
    st.session_state[_SEEN] = place
    if st.session_state.get(CHOSEN) not in titles:
        st.session_state[CHOSEN] = next(iter(titles))
    # Set again, so that it outlives a visit to another page.
    st.session_state[CHOSEN] = st.session_state[CHOSEN]
    chosen: str = st.session_state[CHOSEN]
    return chosen


def forget_linked_place() -> None:
    """Take what a link asked for out of the URL; for `on_change`."""
    for name in ("fact", "open"):
        st.query_params.pop(name, None)
