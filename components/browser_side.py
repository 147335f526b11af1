"""What the browser is told that Streamlit has no setting for; assets/browser_side.js does it.

A control that shows an icon, or the same word as others, has a name of its own for those who hear
the page. *Back* returns to where the reader was. What was just done has the keyboard's focus. On
paper a page has neither sidebar nor controls (assets/print.css); assets/screen.css is for what no
theme says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import streamlit as st

from briefing.library import queries
from briefing.settings import settings
from components.cache import ask
from components.ending import PageEnded
from components.titles import titles_of

_ASSETS = Path(__file__).parent / "assets"

_COMPONENT = st.components.v2.component(
    "briefing_browser_side",
    html="<span hidden></span>",
    css="\n".join(
        (_ASSETS / name).read_text(encoding="utf-8") for name in ("screen.css", "print.css")
    ),
    js=(_ASSETS / "browser_side.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)

_KEY = "browser-side"
_NAMES, _LINKS, _FOCUS = "browser-names", "browser-links", "browser-focus"
_MARKING = "browser-marking"

A_DESK = 980
"""Pixels of a page's column on a desk's screen of 1440; wider ones are laid out for as this."""

_FACTS = {
    "s": "Sentence",
    "m": "Sentence",
    "q": "Quotation",
    "t": "Date",
    "e": "Event",
    "r": "Relation",
}
"""What a fact is, by the letter in its id."""


def name_control(key: str, name: str) -> None:
    """Name the link or button with a key, or in the container with it, for those who hear it.

    Args:
        key: The element's; unique on the page.
        name: Its name, which holds the words that it shows; may hold the article's words.
    """
    st.session_state.setdefault(_NAMES, {})[key] = " ".join(name.split())


def name_evidence_link(key: str, fact_id: str) -> None:
    """Name a link to a fact's words by what it opens: "Sentence in the article: Talks fail".

    Args:
        key: As `name_control` has it.
        fact_id: The fact.
    """
    st.session_state.setdefault(_LINKS, {})[key] = fact_id


def focus_next(key: str) -> None:
    """Give the keyboard's focus to the link or button with a key once the page is drawn."""
    before = st.session_state.get(_FOCUS, {"turn": 0})
    st.session_state[_FOCUS] = {"key": key, "turn": before["turn"] + 1}


def mark_page(marking: str) -> None:
    """Say which marking stands on the page, so that it is printed, and is on its pictures."""
    st.session_state[_MARKING] = marking


def page_marking() -> str:
    """Return the marking that stands on the page; the setting's where none was said."""
    return str(st.session_state.get(_MARKING, settings().marking or ""))


def column_width() -> int:
    """Return how many pixels wide the page's column is, at most `A_DESK`; that where unknown."""
    told = (st.session_state.get(_KEY) or {}).get("width")
    return int(told) if told else A_DESK


@contextmanager
def browser_side() -> Iterator[None]:
    """Run a page, and tell the browser then what the page's elements have asked for."""
    st.session_state[_NAMES], st.session_state[_LINKS] = {}, {}
    st.session_state.pop(_MARKING, None)
    try:
        with suppress(PageEnded):
            yield
    finally:  # a page that fails says so with its marking
        _COMPONENT(
            key=_KEY,
            data=_told(),
            default={"width": None},
            on_width_change=_drawn_anew,
            height="content",
        )


def _drawn_anew() -> None:
    """Let the page run again with the new width, which `column_width` reads."""


def _told() -> dict[str, Any]:
    links: dict[str, str] = st.session_state[_LINKS]
    ids = sorted({fact.partition(".")[0] for fact in links.values()})
    titles = titles_of(ask(queries.titles, tuple(ids)))
    named = {
        key: f"{_FACTS[fact.split('.')[1]]} in the article: {titles[fact.partition('.')[0]]}"
        for key, fact in links.items()
    }
    return {
        "names": {**named, **st.session_state[_NAMES]},
        "focus": st.session_state.get(_FOCUS),
        "marking": page_marking(),
        "width": column_width(),
        "desk": A_DESK,
    }
