"""The pair or country chosen in a drawing of relations: in the address, so that a link opens it."""

from __future__ import annotations

import streamlit as st

from briefing.wording.signs import QUADS
from components.map.selection import Selection

PAIR = "pair"
"""The address's parameter: `KOR`, `KOR.RUS`, `KOR.RUS.verbal-conflict`, and `.both` at its end."""

_BOTH = "both"


def choose_pair(chosen: Selection | None) -> None:
    """Write a choice into the address, or take it out; for drawings' `on_choose`."""
    if chosen is None:
        st.query_params.pop(PAIR, None)
    else:
        st.query_params[PAIR] = as_address(chosen)


def forget_pair() -> None:
    """Take the choice out of the address; for `on_click`."""
    choose_pair(None)


def chosen_pair() -> Selection | None:
    """Return what the address says is chosen."""
    return from_address(st.query_params.get(PAIR, ""))


def as_address(chosen: Selection) -> str:
    """Return a choice as the address holds it; neither codes nor ids have a full stop."""
    parts = (*chosen.parties, chosen.quad, _BOTH if chosen.both else None)
    return ".".join(part for part in parts if part)


def from_address(text: str) -> Selection | None:
    """Read what the address holds; None where it is no choice."""
    match text.split("."):
        case [code] if code:
            return Selection(code)
        case [source, target] if source and target:
            return Selection(source, target)
        case [source, target, quad] if source and target and quad in QUADS:
            return Selection(source, target, quad)
        case [source, target, quad, both] if source and target and quad in QUADS and both == _BOTH:
            return Selection(source, target, quad, both=True)
        case _:
            return None
