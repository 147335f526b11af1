"""The one legend: what the colours, the lines and the terms mean, in words."""

from __future__ import annotations

import streamlit as st

from briefing.wording.signs import QUADS, STANDINGS

_LINES = {"solid": "solid", "dash": "dashed", "dot": "dotted"}


def legend(*, quads: bool = True, standings: bool = True) -> None:
    """Draw the legend in one or two lines.

    Args:
        quads: Whether to name the colours of the relations.
        standings: Whether to name the lines.
    """
    if quads:
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for quad in QUADS.values():
                st.badge(quad.word, icon=quad.icon, color=quad.badge)
    if standings:
        rows = "".join(_line(line) for line in _LINES)
        st.html(f'<div style="display:flex;flex-wrap:wrap;gap:.3rem 1.2rem">{rows}</div>')


def _line(line: str) -> str:
    words = ", ".join(
        standing.word.lower() for standing in STANDINGS.values() if standing.line == line
    )
    return (
        '<span style="font-size:.85rem;display:inline-flex;align-items:center;gap:.5rem">'
        '<span aria-hidden="true" style="display:inline-block;width:2.2rem;'
        f'border-top:3px {_LINES[line]} currentColor"></span>{_LINES[line]}: {words}</span>'
    )
