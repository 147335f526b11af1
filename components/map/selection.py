"""What was clicked on a map, a matrix or a network, and which rows it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from briefing.library.mutual import once


@dataclass(frozen=True, slots=True)
class Selection:
    """One arc or one country.

    Attributes:
        source: Where an arc begins, or the country itself.
        target: Where an arc ends; None for a country.
        quad: The arc's class of relations; None for all from the first to the second.
        both: Whether the arc stands for both directions.
    """

    source: str
    target: str | None = None
    quad: str | None = None
    both: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of one or two parties."""
        return (self.source,) if self.target is None else (self.source, self.target)

    def rows(self, relations: pd.DataFrame) -> pd.DataFrame:
        """Return the relations that the selection stands for, in their order."""
        source, target = relations["source"], relations["target"]
        if self.target is None:
            return once(relations[(source == self.source) | (target == self.source)])
        there = (source == self.source) & (target == self.target)
        if self.both:
            there |= (source == self.target) & (target == self.source)
        if self.quad is not None:
            there &= relations["quad"] == self.quad
        return once(relations[there])


def parse(key: object) -> Selection | None:
    """Read what a target of a figure says: `arc|KOR|RUS|verbal-conflict`, `country|KOR`."""
    parts = str(key).split("|")
    match parts:
        case ["country", code] if code:
            return Selection(code)
        case ["arc", source, target] if source and target:
            return Selection(source, target)
        case ["arc", source, target, quad] if source and target and quad:
            return Selection(source, target, quad)
        case ["arc", source, target, quad, "both"] if source and target and quad:
            return Selection(source, target, quad, both=True)
        case _:
            return None


def selected(event: Mapping[str, Any] | None) -> Selection | None:
    """Read the event of `st.plotly_chart`: the first point with a key that means something."""
    points = ((event or {}).get("selection") or {}).get("points") or []
    for point in points:
        data = point.get("customdata")
        found = parse(data[0] if isinstance(data, (list, tuple)) and data else data)
        if found is not None:
            return found
    return None


RowsOf = Callable[[Sequence[tuple[str, str]]], pd.DataFrame]
"""Finds the relations of pairs as drawings need them: `queries.relations_drawn`."""

OnChoose = Callable[[Selection | None], None]
"""What is told of each click: what it chose, None where it took the choice back."""


def telling(on_choose: OnChoose, key: str) -> Callable[[], None]:
    """Return what a chart calls when it is clicked: `on_choose`, with what its event means.

    Args:
        on_choose: Called before the page runs again.
        key: The chart's.
    """
    return lambda: on_choose(selected(st.session_state.get(key)))
