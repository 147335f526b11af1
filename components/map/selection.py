"""What was clicked on a map, a matrix or a network, and which rows it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from briefing.reference.countries import country_name
from components.map.scene import line_of


@dataclass(frozen=True, slots=True)
class Selection:
    """One arc or one country.

    Attributes:
        source: Where an arc begins, or the country itself.
        target: Where an arc ends; None for a country.
        quad: The arc's class of relations; None for all of them.
        line: The arc's line (solid, dash, dot); None for all of them.
    """

    source: str
    target: str | None = None
    quad: str | None = None
    line: str | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of one or two parties."""
        return (self.source,) if self.target is None else (self.source, self.target)

    def rows(self, relations: pd.DataFrame) -> pd.DataFrame:
        """Return the relations that the selection stands for, in their order."""
        if self.target is None:
            return relations[
                (relations["source"] == self.source) | (relations["target"] == self.source)
            ]
        found = relations[
            (relations["source"] == self.source) & (relations["target"] == self.target)
        ]
        if self.quad is not None:
            found = found[found["quad"] == self.quad]
        if self.line is not None:
            found = found[found["standing"].map(line_of) == self.line]
        return found

    @property
    def title(self) -> str:
        """The selection in words: "South Korea → Russia"."""
        return " → ".join(country_name(code) for code in self.parties)


def parse(key: object) -> Selection | None:
    """Read what a target of a figure says: `arc|KOR|RUS|verbal-conflict|solid`, `country|KOR`."""
    parts = str(key).split("|")
    match parts:
        case ["country", code] if code:
            return Selection(code)
        case ["arc", source, target] if source and target:
            return Selection(source, target)
        case ["arc", source, target, quad, line] if source and target:
            return Selection(source, target, quad, line)
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
