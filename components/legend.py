"""The one legend: what the colours, the lines and the terms mean, in words."""

from __future__ import annotations

import streamlit as st

from briefing.wording.signs import QUADS, STANDINGS, STATUSES
from briefing.wording.standing import Held, line_of

_LINES = {"solid": "solid", "dash": "dashed", "dot": "dotted"}


def legend(*, quads: bool = True, standings: bool = True, events: bool = False) -> None:
    """Draw the legend in one or two lines.

    Args:
        quads: Whether to name the colours of the relations.
        standings: Whether to name the lines.
        events: Whether the lines are those of events: what will be is as firm as what was.
    """
    if quads:
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for quad in QUADS.values():
                st.badge(quad.word, icon=quad.icon, color=quad.badge)
    if standings:
        rows = "".join(_line(line, events=events) for line in _LINES)
        st.html(f'<div style="display:flex;flex-wrap:wrap;gap:.3rem 1.2rem">{rows}</div>')


def _line(line: str, *, events: bool) -> str:
    words = ", ".join(_words(line, events=events)).lower()
    return (
        '<span style="font-size:.85rem;display:inline-flex;align-items:center;gap:.5rem">'
        '<span aria-hidden="true" style="display:inline-block;width:2.2rem;'
        f'border-top:3px {_LINES[line]} currentColor"></span>{_LINES[line]}: {words}</span>'
    )


def _words(line: str, *, events: bool) -> list[str]:
    tense = "past" if events else None
    found = [
        standing.word
        for name, standing in STANDINGS.items()
        if line_of(Held(name, tense=tense)) == line and not (events and name == "expected")
    ]
    if events:
        found += [
            status.word
            for name, status in STATUSES.items()
            if name != "cancelled" and line_of(Held("asserted", status=name, tense=tense)) == line
        ]
    return found
