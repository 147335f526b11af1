"""The map as a Plotly figure on plain axes: nothing in it asks a host for anything.

The figure depends on rows, size, view, focus and ground only, never on what was clicked: with
Streamlit a chart that changes is a new chart, which would lose zoom and choice.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from briefing.map.colours import DARK, FILL_WORDS, LIGHT, GroundColours, dot_colour
from briefing.map.geography import View, make_scene
from briefing.map.ground import Ground, ground
from briefing.map.places import is_country
from briefing.map.projection import Floats
from briefing.map.scene import Arc, Node, Scene, arc_words, stands_out
from briefing.wording.signs import QUADS
from briefing.wording.words import count
from components.style import figure_theme

_FADED = 0.12

Numbers = npt.NDArray[np.float32]


_NARROWEST = 0.55
"""A window makes a figure as narrow as this share of what it was laid out for; names stay whole."""


def build_map(
    rows: pd.DataFrame,
    *,
    focus: str | None = None,
    view: View = "fit",
    width: int = 800,
    height: int = 560,
    touch: bool = False,
    dark: bool = False,
    boundaries: bool = True,
) -> go.Figure:
    """Draw relations as arcs between countries.

    Args:
        rows: Relations, as of `tables.relations`.
        focus: A country whose relations stand out; the others fade.
        view: The countries at hand, or the whole world.
        width: Pixels that the figure will have, about: it decides what is too close.
        height: Its pixels from top to bottom.
        touch: Larger targets, for a finger.
        dark: Whether the ground is dark.
        boundaries: Whether countries are told apart; else the land is one.
    """
    scene = make_scene(rows, width=width, height=height, view=view, narrowest=_NARROWEST)
    return draw(scene, focus=focus, height=height, touch=touch, dark=dark, boundaries=boundaries)


def build_small_map(
    rows: pd.DataFrame,
    *,
    width: int = 520,
    height: int = 300,
    dark: bool = False,
    boundaries: bool = True,
) -> go.Figure:
    """Draw the same small, to be looked at and not to be clicked."""
    scene = make_scene(rows, width=width, height=height, small=True, narrowest=_NARROWEST)
    return draw(scene, height=height, dark=dark, boundaries=boundaries, still=True)


def draw(
    scene: Scene,
    *,
    focus: str | None = None,
    height: int,
    touch: bool = False,
    dark: bool = False,
    boundaries: bool = True,
    still: bool = False,
) -> go.Figure:
    """Draw a scene; `still` leaves out what a click could hit."""
    ink = DARK if dark else LIGHT
    shapes = ground(scene, boundaries=boundaries)
    traces = [
        *_land(shapes, ink),
        *_lines(scene.arcs, focus, ink),
        *_leaders(scene.nodes, ink),
        *_heads(scene, focus, ink),
        _names(scene, focus, ink, small=still, bordered=shapes.bordered),
    ]
    if not still:
        traces += [_area_targets(scene), _arc_targets(scene, ink), _dots(scene)]
    left, bottom, right, top = (round(edge, 2) for edge in scene.window)
    axis = {
        "visible": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": still,
        "automargin": False,
    }
    figure = go.Figure(traces)
    figure.update_layout(
        template=figure_theme(dark=dark),
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        plot_bgcolor=ink.sea if scene.projection else ink.ground,
        showlegend=False,
        dragmode=False if still or touch else "pan",
        modebar={"orientation": "v"},
        hovermode=False if still else "closest",
        hoverdistance=24 if touch else 12,
        clickmode="none" if still else "event+select",
        xaxis={**axis, "range": [left, right]},
        yaxis={**axis, "range": [bottom, top], "scaleanchor": "x", "scaleratio": 1},
    )
    return figure


def _joined(pieces: Iterable[Floats]) -> tuple[Numbers, Numbers]:
    """Join lines into one trace's coordinates, with a gap after each."""
    gap = np.full((1, 2), np.nan)
    joined = [part for piece in pieces for part in (piece, gap)]
    if not joined:
        return _numbers([]), _numbers([])
    spots = np.concatenate(joined[:-1])
    return _numbers(spots[:, 0]), _numbers(spots[:, 1])


def _numbers(values: npt.ArrayLike) -> Numbers:
    """Return coordinates as Plotly sends them best: four bytes each, exact to 0.01 map units."""
    return np.asarray(values, dtype=np.float32)


def _land(shapes: Ground, ink: GroundColours) -> list[go.Scatter]:
    """Draw the land: one trace for each balance of tone, and one for all others."""
    border = {"color": ink.border, "width": 0.7 if shapes.bordered else 0}
    traces = [
        _shape(
            rings,
            fill="toself",
            fillcolor=ink.fills.get(fill, ink.land),
            line=border,
            name=FILL_WORDS.get(fill, "no relation"),
        )
        for fill, rings in shapes.land
    ]
    if shapes.disputed:
        dashes = {"color": ink.quiet, "width": 1, "dash": "3px,2px"}
        traces.append(_shape(shapes.disputed, line=dashes, name="disputed"))
    return traces


def _shape(rings: Iterable[Floats], **look: object) -> go.Scatter:
    x, y = _joined(rings)
    return go.Scatter(x=x, y=y, mode="lines", hoverinfo="skip", **look)


def _lines(arcs: Sequence[Arc], focus: str | None, ink: GroundColours) -> list[go.Scatter]:
    """Draw the arcs, those that look the same in one trace, on an edge in the sea's colour."""
    groups: dict[tuple[bool, str, str, float], list[Arc]] = {}
    edged: dict[float, list[Arc]] = {}
    for arc in arcs:
        shown = stands_out(arc, focus)
        groups.setdefault((shown, arc.key.quad, arc.look, arc.width), []).append(arc)
        if shown and arc.look == "solid":
            edged.setdefault(arc.width, []).append(arc)
    return [
        *(_line(alike, 0.7, color=ink.sea, width=width + 2.4) for width, alike in edged.items()),
        *(
            _line(
                alike,
                1.0 if shown else _FADED,
                color=QUADS[quad].colour,
                width=width,
                dash=line,
            )
            for (shown, quad, line, width), alike in sorted(
                groups.items(), key=lambda item: item[0]
            )
        ),
    ]


def _line(arcs: Sequence[Arc], opacity: float, **line: object) -> go.Scatter:
    x, y = _joined(arc.line for arc in arcs)
    return go.Scatter(
        x=x, y=y, mode="lines", line=line, opacity=opacity, hoverinfo="skip", name="arcs"
    )


def _leaders(nodes: Sequence[Node], ink: GroundColours) -> list[go.Scatter]:
    """Draw fine lines from the dots that had to move to their true places."""
    moved = [node for node in nodes if node.moved]
    if not moved:
        return []
    x, y = _joined(np.array([node.at, node.true]) for node in moved)
    plain = {"marker": {"opacity": 1.0}}
    return [
        go.Scatter(
            x=x, y=y, mode="lines", line={"color": ink.quiet, "width": 1}, hoverinfo="skip", name=""
        ),
        go.Scatter(
            x=_numbers([node.true[0] for node in moved]),
            y=_numbers([node.true[1] for node in moved]),
            mode="markers",
            marker={"color": ink.quiet, "size": 4},
            selected=plain,
            unselected=plain,
            hoverinfo="skip",
            name="true place",
        ),
    ]


def _heads(scene: Scene, focus: str | None, ink: GroundColours) -> list[go.Scatter]:
    """Draw the arrow heads, turned as their arcs end; faded ones apart.

    A trace has one opacity for all its points once something is chosen, hence two traces.
    """
    traces = []
    for shown in (False, True):
        alike = [
            (arc, head)
            for arc in scene.arcs
            if stands_out(arc, focus) is shown
            for head in arc.heads
        ]
        if not alike:
            continue
        plain = {"marker": {"opacity": 1.0 if shown else _FADED}}
        traces.append(
            go.Scatter(
                x=_numbers([head[0] for _arc, head in alike]),
                y=_numbers([head[1] for _arc, head in alike]),
                mode="markers",
                marker={
                    "symbol": "triangle-up",
                    "angle": [head[2] for _arc, head in alike],
                    "size": [round((11.0 + 0.7 * arc.width) * scene.fine, 1) for arc, _ in alike],
                    "color": [QUADS[arc.key.quad].colour for arc, _head in alike],
                    "line": {"color": ink.halo, "width": 0.8},
                    **plain["marker"],
                },
                selected=plain,
                unselected=plain,
                hoverinfo="skip",
                name="arrow heads",
            )
        )
    return traces


def _names(
    scene: Scene, focus: str | None, ink: GroundColours, *, small: bool, bordered: bool
) -> go.Scatter:
    """Draw dots and names; a country's name is the reference's, a line break is ours."""
    near = {focus} | {
        end
        for arc in scene.arcs
        if focus in (arc.key.source, arc.key.target)
        for end in (arc.key.source, arc.key.target)
    }
    colours = [
        ink.text if focus is None or node.code in near else ink.quiet for node in scene.nodes
    ]
    shown = {"marker": {"opacity": 1.0}, "textfont": {"color": ink.text}}
    size = 11 if small or scene.fine < 0.8 else 13
    return go.Scatter(
        x=_numbers([node.at[0] for node in scene.nodes]),
        y=_numbers([node.at[1] for node in scene.nodes]),
        mode="markers+text",
        text=[
            "<br>".join(html.escape(line) for line in node.label.text.split("<br>"))
            for node in scene.nodes
        ],
        textposition=[node.label.position for node in scene.nodes],
        textfont={
            "size": size,
            "color": colours,
            "shadow": ", ".join(f"{x}px {y}px 2px {ink.halo}" for x in (-1, 1) for y in (-1, 1)),
        },
        marker={
            "symbol": ["circle" if is_country(node.code) else "square" for node in scene.nodes],
            "size": (8 if small else 10) + (0 if bordered else 3),
            "color": [dot_colour(scene, node.code, ink, bordered=bordered) for node in scene.nodes],
            "line": {"color": ink.halo if bordered else ink.text, "width": 1.5},
            "opacity": 1.0,
        },
        selected=shown,
        unselected=shown,
        hoverinfo="skip",
        name="names",
        cliponaxis=False,
    )


def _area_targets(scene: Scene) -> go.Scatter:
    """Make the land of the countries at hand clickable."""
    words = {node.code: _country_words(node) for node in scene.nodes}
    hidden = {"marker": {"opacity": 0.0}}
    return go.Scatter(
        x=_numbers([x for x, _y, _code in scene.areas]),
        y=_numbers([y for _x, y, _code in scene.areas]),
        mode="markers",
        marker={"size": 6, "opacity": 0.0},
        customdata=[f"country|{code}" for _x, _y, code in scene.areas],
        text=[words[code] for _x, _y, code in scene.areas],
        hovertemplate="%{text}<extra></extra>",
        selected=hidden,
        unselected=hidden,
        name="countries",
    )


def _arc_targets(scene: Scene, ink: GroundColours) -> go.Scatter:
    """Make the arcs clickable: lines are not, in Plotly, so dots that nobody sees lie on them."""
    names = {node.code: node.name for node in scene.nodes}
    x, y, keys, words = [], [], [], []
    for arc in scene.arcs:
        first, *rest = (html.escape(line) for line in arc_words(arc, names))
        text = "<br>".join([f"<b>{first}</b>", *rest])
        for spot in arc.targets.tolist():
            x.append(spot[0])
            y.append(spot[1])
            keys.append(arc.key.text)
            words.append(text)
    return go.Scatter(
        x=_numbers(x),
        y=_numbers(y),
        mode="markers",
        marker={
            # Plotly cannot tell apart points under whose marks the pointer is: small marks, and a
            # wide hoverdistance to hit them.
            "size": 6,
            "opacity": 0.0,
            "color": "rgba(0,0,0,0)",
            "line": {"color": ink.text, "width": 2},
        },
        customdata=keys,
        text=words,
        hovertemplate="%{text}<extra></extra>",
        selected={"marker": {"opacity": 1.0, "size": 16}},
        unselected={"marker": {"opacity": 0.0}},
        name="relations",
    )


def _dots(scene: Scene) -> go.Scatter:
    """Make the countries' dots clickable, above everything else."""
    hidden = {"marker": {"opacity": 0.0}}
    return go.Scatter(
        x=_numbers([node.at[0] for node in scene.nodes]),
        y=_numbers([node.at[1] for node in scene.nodes]),
        mode="markers",
        marker={"size": 14, "opacity": 0.0},
        customdata=[f"country|{node.code}" for node in scene.nodes],
        text=[_country_words(node) for node in scene.nodes],
        hovertemplate="%{text}<extra></extra>",
        selected=hidden,
        unselected=hidden,
        name="dots",
    )


def _country_words(node: Node) -> str:
    return f"<b>{html.escape(node.name)}</b><br>{count(node.relations, 'relation')}"
