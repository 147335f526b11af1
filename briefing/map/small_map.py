"""What a small map of a whole library needs: the few relations that it draws, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from briefing.library import Filter, Library, queries
from briefing.library.mutual import how_many, once
from briefing.map.geography import drawable
from briefing.map.left_out import left_out
from briefing.map.places import between_countries
from briefing.map.scene import names_of, pairs_of, parties, strongest
from briefing.wording.names import countries_and_bodies, the
from briefing.wording.words import count


@dataclass(frozen=True, slots=True)
class SmallMap:
    """A small map in plain data.

    Attributes:
        relations: How many rows of relations pass the filter, drawn or not.
        drawn: Those of the arcs that are drawn.
        alt: What the map shows, for those who do not see it.
        missing: What is not on the map, a sentence for each reason.
    """

    relations: int
    drawn: pd.DataFrame
    alt: str
    missing: tuple[str, ...]


def small_map_of(library: Library, flt: Filter) -> SmallMap:
    """Return what the small map shows under a filter."""
    everything = queries.relations_counted(library, flt)
    between = everything[between_countries(everything)]
    strong = strongest(between[drawable(between)])
    drawn = queries.relations_drawn(library, flt, pairs=pairs_of(strong))
    missing = left_out(everything, between, strong)
    return SmallMap(how_many(everything), drawn, alt_words(strong), missing)


def alt_words(relations: pd.DataFrame) -> str:
    """Say what a map shows, for those who do not see it; the table has the same rows."""
    shown = once(relations[drawable(relations)])
    ends = parties(shown)
    if not ends:
        return "Map of the world; no relations to draw"
    most = names_of(shown)[next(iter(ends))]
    number = count(how_many(shown), "relation")
    return (
        f"Map of {number} between {countries_and_bodies(len(ends))}, most of them with "
        f"{the(most)}; the same rows are in the table"
    )
