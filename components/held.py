"""How a relation or an event stands, on screen: its badges, and the line under its title."""

from __future__ import annotations

import streamlit as st

from briefing.wording.standing import Held, line_of, marks
from components.escaping import escape_html, escape_markdown

_HELP = {
    "tentative": "The sentence leaves open whether or when it happens. "
    "The calendar marks it tentative.",
    "cancelled": "The sentence says so: “{}”. The calendar marks it cancelled.",
    "postponed": "The sentence says so: “{}”. The date shown is the original one; "
    "the calendar marks it tentative.",
}
"""What the badge of a status means, with the words of the sentence."""

_UNDER = {
    "solid": "",
    "dash": "border-bottom:2px dashed currentColor",
    "dot": "border-bottom:2px dotted currentColor",
}
"""The line under a title, as the legend explains it."""


def standing_badges(held: Held) -> None:
    """Draw the badges that say how a relation or an event stands; none where it is plainly so."""
    for sign in marks(held):
        explained = _HELP.get(held.status, "").format(held.words)
        st.badge(
            escape_markdown(sign.word),
            icon=sign.icon,
            color=sign.badge,
            help=escape_markdown(explained) if explained else None,
        )


def title_html(title: object, held: Held) -> str:
    """Build a title, escaped: dotted below what is not so, dashed what is open, struck what is off.

    Args:
        title: The title of an event.
        held: How it stands.
    """
    words = escape_html(" ".join(str(title).split()))
    style = "text-decoration:line-through" if held.status == "cancelled" else _UNDER[line_of(held)]
    return f'<span style="{style}">{words}</span>' if style else words
