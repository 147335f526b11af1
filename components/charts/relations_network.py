"""The relations as a network: the same arcs as on the map, for parties that have no place there."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from briefing.library.mutual import how_many, once
from briefing.map.layout import Layout, shaped
from briefing.map.projection import Floats
from briefing.map.scene import (
    MOST_PAIRS,
    Scene,
    arcs_of,
    ends_of,
    grouped,
    names_of,
    nodes_of,
    pairs_in,
    pairs_of,
    parties,
    strongest,
)
from briefing.wording.names import countries_and_bodies
from briefing.wording.words import count
from components.cache import build_once
from components.map.figure import draw
from components.map.selection import OnChoose, RowsOf, telling
from components.screen import screen
from components.style import is_dark

LIMIT = 24
"""Most parties drawn, those with most relations first; the table has all."""

_SEED = 11


def network_scene(relations: pd.DataFrame, *, width: int, height: int) -> Scene:
    """Lay the network out: who has relations with each other stands close.

    The layout has a fixed seed, so the same rows always give the same picture.
    """
    rows = strongest_of_most_spoken_of(relations)
    groups, counts, names = grouped(rows), parties(rows), names_of(rows)
    ends = ends_of(groups, list(counts))
    spots = _spots(list(counts), [(key.source, key.target) for key in groups])
    spots = spots * np.array([width / height, 1.0]) * 100.0
    low, high = spots.min(axis=0, initial=0.0), spots.max(axis=0, initial=1.0)
    margin = 0.14 * (high - low)
    edges = (*(low - margin), *(high + margin))
    window = shaped((edges[0], edges[1], edges[2], edges[3]), width / height)
    laid = Layout(window, width, height)
    laid.fit(spots, [names[code] for code in counts], ends, [key.both for key in groups])
    nodes = nodes_of(counts, names, spots, laid)
    return Scene(
        projection=None,
        window=laid.window,
        unit=laid.unit,
        nodes=tuple(replace(node, moved=False) for node in nodes),
        arcs=arcs_of(groups, laid),
        fills={},
        areas=(),
        fine=laid.fine,
        clashes=laid.clashes,
    )


def strongest_of_most_spoken_of(relations: pd.DataFrame) -> pd.DataFrame:
    """Return the relations that a network draws: the strongest between the parties with most."""
    kept = set(list(parties(relations))[:LIMIT])
    rows = relations[
        relations["source"].isin(kept)
        & relations["target"].isin(kept)
        & (relations["source"] != relations["target"])
    ]
    return strongest(rows, MOST_PAIRS)


def build_relations_network(
    relations: pd.DataFrame,
    *,
    focus: str | None = None,
    width: int = 800,
    height: int = 540,
    touch: bool = False,
    dark: bool = False,
) -> go.Figure:
    """Draw the network.

    Args:
        relations: Rows of `queries.relations`.
        focus: A party whose relations stand out.
        width: Pixels that the figure will have, about.
        height: Its pixels from top to bottom.
        touch: Larger targets, for a finger.
        dark: Whether the ground is dark.
    """
    scene = network_scene(relations, width=width, height=height)
    return draw(scene, focus=focus, height=height, touch=touch, dark=dark)


def relations_network(
    relations: pd.DataFrame,
    *,
    focus: str | None = None,
    rows_of: RowsOf,
    key: str,
    on_choose: OnChoose,
) -> None:
    """Show the network.

    Args:
        relations: Relations, counted.
        focus: A party whose relations stand out.
        rows_of: Finds the relations of pairs.
        key: Unique on the page.
        on_choose: Called with what was clicked.
    """
    on = screen()
    st.plotly_chart(
        build_once(
            build_relations_network,
            rows_of(pairs_of(strongest_of_most_spoken_of(relations))),
            focus=focus,
            width=on.wide(0.63),
            height=420 if on.narrow else 520,
            touch=on.touch,
            dark=is_dark(),
        ),
        key=key,
        on_select=telling(on_choose, key),
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False},
        alt=f"Network of {count(how_many(once(relations)), 'relation')} between "
        f"{countries_and_bodies(len(parties(relations)))}; the same rows are in the table",
    )
    if len(parties(relations)) > LIMIT or pairs_in(relations) > MOST_PAIRS:
        st.caption("The strongest relations are drawn; the matrix and the table hold more.")


def _spots(codes: list[str], pairs: list[tuple[str, str]]) -> Floats:
    if not codes:
        return np.empty((0, 2))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(codes)
    for source, target in pairs:
        weight = graph.get_edge_data(source, target, {"weight": 0.0})["weight"]
        graph.add_edge(source, target, weight=weight + 1.0)
    if len(codes) == 2:
        return np.array([[-0.6, 0.0], [0.6, 0.0]])
    at = nx.spring_layout(graph, weight="weight", seed=_SEED, iterations=200, k=1.8)
    return np.array([at[code] for code in codes])
