"""Who appears with whom: entities that stand in the same sentences, drawn close together.

The layout has a fixed seed, so the same article always gives the same picture, and names that
would lie on one another are pushed apart before drawing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from briefing.tables import records
from briefing.wording.notices import NO_PAIR
from briefing.wording.signs import KINDS, NEUTRAL
from briefing.wording.words import count, shorten
from components.charts.labels import escape_label
from components.charts.show import show
from components.table import data_table

WIDTH, HEIGHT = 940, 480
"""The drawing's size in pixels on a desk's screen."""

SEED = 7
SYMBOLS = {
    "country": "circle",
    "person": "diamond",
    "organisation": "square",
    "alliance": "hexagon2",
    "place": "triangle-up",
    "occasion": "star",
    "agreement": "cross",
    "weapon": "x",
    "other": "circle-open",
}
_LETTER, _LINE = 6.8, 17


@dataclass(slots=True)
class Node:
    """An entity in the drawing; `x`, `y` in pixels from the upper left."""

    entity_id: str
    name: str
    kind: str
    weight: int
    x: float = 0.0
    y: float = 0.0

    @property
    def size(self) -> float:
        """Diameter of the mark, growing with the root of the number of sentences shared."""
        return min(11 + 3 * math.sqrt(self.weight), 30)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the mark with its name below it."""
        half = max(len(shorten(self.name, 24)) * _LETTER, self.size) / 2 + 4
        return self.x - half, self.y - self.size / 2, self.x + half, self.y + self.size / 2 + _LINE


def place(together: pd.DataFrame, *, limit: int = 18, width: int = WIDTH) -> list[Node]:
    """Place those who appear most with others.

    Args:
        together: `a, a_name, a_kind, b, b_name, b_kind, sentences`, one row a pair.
        limit: How many to place; whoever shares most sentences comes first.
        width: Of the drawing, in pixels.

    Returns:
        The nodes with their places; no two boxes overlap as long as there is room.
    """
    nodes = _nodes(together)[:limit]
    kept = {node.entity_id for node in nodes}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.entity_id for node in nodes)
    for row in records(together):
        if row["a"] in kept and row["b"] in kept:
            graph.add_edge(row["a"], row["b"], weight=math.sqrt(int(row["sentences"])))
    if not nodes:
        return []
    _tie(graph, [node.entity_id for node in nodes])
    spots = nx.spring_layout(graph, weight="weight", seed=SEED, iterations=300, k=1.6)
    xs = [float(x) for x, _ in spots.values()]
    ys = [float(y) for _, y in spots.values()]
    for node in nodes:
        x, y = spots[node.entity_id]
        node.x = _scale(float(x), min(xs), max(xs), 60, width - 60)
        node.y = _scale(float(y), min(ys), max(ys), 30, HEIGHT - 40)
    _spread(nodes, width)
    return nodes


def build_network(
    together: pd.DataFrame, *, limit: int = 18, chosen: str | None = None, width: int = WIDTH
) -> go.Figure:
    """Draw who appears with whom; the more sentences two share, the wider the line.

    Args:
        together: As in `place`.
        limit: How many to draw.
        chosen: Entity whose lines are drawn darker.
        width: Of the drawing, in pixels.
    """
    nodes = place(together, limit=limit, width=width)
    at = {node.entity_id: node for node in nodes}
    figure = go.Figure()
    for row in records(together.sort_values("sentences")):
        a, b = at.get(str(row["a"])), at.get(str(row["b"]))
        if a is None or b is None:
            continue
        near = chosen in (a.entity_id, b.entity_id)
        figure.add_trace(
            go.Scatter(
                x=[a.x, b.x],
                y=[a.y, b.y],
                mode="lines",
                line={"color": NEUTRAL, "width": min(0.8 + int(row["sentences"]) * 0.7, 6)},
                opacity=0.95 if near else 0.32,
                hoverinfo="skip",
                showlegend=False,
            )
        )
    for kind, symbol in SYMBOLS.items():
        group = [node for node in nodes if node.kind == kind]
        if group:
            figure.add_trace(_marks(group, kind, symbol, chosen))
    figure.update_xaxes(visible=False, range=[0, width], fixedrange=True)
    figure.update_yaxes(visible=False, range=[HEIGHT, 0], fixedrange=True)
    figure.update_layout(
        height=HEIGHT + 40,
        margin={"l": 0, "r": 0, "t": 34, "b": 0},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "itemclick": False},
        dragmode=False,
    )
    return figure


def network_chart(
    together: pd.DataFrame,
    *,
    narrow: bool = False,
    chosen: str | None = None,
    key: str,
    on_choose: Callable[[str], None],
) -> None:
    """Show who appears with whom.

    Args:
        together: As in `place`.
        narrow: Whether the screen is a phone's; fewer are drawn then.
        chosen: Entity whose lines are drawn darker.
        key: Unique on the page.
        on_choose: Called with the entity id that was clicked, before the next run.
    """
    show(
        build_network(
            together, limit=9 if narrow else 18, chosen=chosen, width=350 if narrow else WIDTH
        ),
        key=key,
        choose=lambda entity: on_choose(str(entity)),
        alt=describe_network(together),
    )


def pairs_table(together: pd.DataFrame, *, key: str) -> None:
    """Show pairs as a table."""
    data_table(
        together[["a_name", "b_name", "sentences"]].rename(
            columns={"a_name": "One", "b_name": "Other", "sentences": "Sentences they share"}
        ),
        name="who appears with whom",
        key=key,
    )


def describe_network(together: pd.DataFrame) -> str:
    """Say as a finding which two appear together most."""
    if together.empty:
        return NO_PAIR
    top = together.sort_values(
        ["sentences", "a_name", "b_name"], ascending=[False, True, True]
    ).iloc[0]
    return (
        f"{top['a_name']} and {top['b_name']} appear together most: "
        f"{count(int(top['sentences']), 'sentence')}"
    )


def _tie(graph: nx.Graph[str], order: list[str]) -> None:
    """Tie the groups that share no sentence with a slack thread, so that none drifts away."""
    for group in nx.connected_components(graph):
        first = next(entity for entity in order if entity in group)
        if first != order[0]:
            graph.add_edge(order[0], first, weight=0.6)


def _nodes(together: pd.DataFrame) -> list[Node]:
    found: dict[str, Node] = {}
    for row in records(together):
        for end in ("a", "b"):
            key = str(row[end])
            node = found.setdefault(
                key, Node(key, str(row[f"{end}_name"]), str(row[f"{end}_kind"]), 0)
            )
            node.weight += int(row["sentences"])
    return sorted(found.values(), key=lambda node: (-node.weight, node.name))


def _marks(group: list[Node], kind: str, symbol: str, chosen: str | None) -> go.Scatter:
    marker = {
        "symbol": symbol,
        "size": [node.size for node in group],
        "color": NEUTRAL,
        "opacity": 1,
        "line": {"width": [4 if node.entity_id == chosen else 0 for node in group]},
    }
    full = {"marker": {"opacity": 1}}
    return go.Scatter(
        x=[node.x for node in group],
        y=[node.y for node in group],
        mode="markers+text",
        name=KINDS[kind].word,
        text=[
            f"<b>{escape_label(node.name, 24)}</b>"
            if node.entity_id == chosen
            else escape_label(node.name, 24)
            for node in group
        ],
        textposition="bottom center",
        cliponaxis=False,
        marker=marker,
        selected=full,
        unselected=full,
        customdata=[node.entity_id for node in group],
        hovertext=[
            f"<b>{escape_label(node.name)}</b><br>"
            f"shares {count(node.weight, 'sentence')} with others"
            for node in group
        ],
        hoverinfo="text",
    )


def _scale(value: float, low: float, high: float, start: float, end: float) -> float:
    if high - low < 1e-9:
        return (start + end) / 2
    return start + (value - low) / (high - low) * (end - start)


def _spread(nodes: list[Node], width: int, rounds: int = 200) -> None:
    """Push boxes that overlap apart; when that does not end, use a grid."""
    for turn in range(rounds):
        moved = False
        for index, a in enumerate(nodes):
            for b in nodes[index + 1 :]:
                moved = _part(a, b, other_way=turn % 10 == 9) or moved
        for node in nodes:
            moved = _keep_inside(node, width) or moved
        if not moved:
            return
    _snap(nodes, width)


def _snap(nodes: list[Node], width: int) -> None:
    """Put each node into the nearest free cell of a grid that is wide enough for every name."""
    boxes = [node.box for node in nodes]
    across = max(right - left for left, _, right, _ in boxes) + 8
    down = max(bottom - top for _, top, _, bottom in boxes) + 8
    cells = [
        ((column + 0.5) * across, (line + 0.4) * down)
        for column in range(max(int(width / across), 1))
        for line in range(max(int(HEIGHT / down), 1))
    ]
    for node in nodes[: len(cells)]:
        nearest = min(cells, key=lambda cell: (cell[0] - node.x) ** 2 + (cell[1] - node.y) ** 2)
        cells.remove(nearest)
        node.x, node.y = nearest


def _overlap(a: Node, b: Node) -> tuple[float, float] | None:
    """Return how far two boxes overlap, across and down; None when they do not."""
    left, top, right, bottom = a.box
    left2, top2, right2, bottom2 = b.box
    across = min(right, right2) - max(left, left2)
    down = min(bottom, bottom2) - max(top, top2)
    return (across, down) if across > 0 and down > 0 else None


def _part(a: Node, b: Node, *, other_way: bool) -> bool:
    """Push two boxes apart, the shorter way or the other; say whether they overlapped."""
    found = _overlap(a, b)
    if found is None:
        return False
    over_x, over_y = found
    if (over_x < over_y) is not other_way:
        step = (over_x / 2 + 1) * (1 if a.x >= b.x else -1)
        a.x, b.x = a.x + step, b.x - step
    else:
        step = (over_y / 2 + 1) * (1 if a.y >= b.y else -1)
        a.y, b.y = a.y + step, b.y - step
    return True


def _keep_inside(node: Node, width: int) -> bool:
    """Push a box that sticks out back in; say whether it did."""
    left, top, right, bottom = node.box
    across = max(0.0, 4 - left) - max(0.0, right - width + 4)
    down = max(0.0, 4 - top) - max(0.0, bottom - HEIGHT + 4)
    node.x, node.y = node.x + across, node.y + down
    return abs(across) + abs(down) > 0.01
