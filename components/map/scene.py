"""The map as shapes: one place where rows become arcs, dots, names and coloured countries.

The screen's figure is drawn from a scene; any other picture of the same rows can be too, so that
they agree. Nothing here knows Plotly or Streamlit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from briefing.reference.countries import country_name, point
from components.map.anchors import push_apart
from components.map.arcs import Curve, curves, width_of
from components.map.labels import Label, place_labels
from components.map.outlines import inside, outlines
from components.map.projection import (
    KILOMETRES,
    Floats,
    Projection,
    central_meridian,
    true_shape,
)
from components.style import STANDINGS

View = Literal["fit", "world"]

FILLS = ("conflict", "rather-conflict", "mixed", "rather-cooperation", "cooperation")
"""Balance of tone of a country, from bad to good."""

_TONE_STEPS = (-4.0, -1.0, 1.0, 4.0)
_LEAST_KILOMETRES = 2200.0
_WORLD = (-273.6, -118.0, 273.6, 139.0)
"""Left, bottom, right, top of the whole map in map units: from Cape Horn to Greenland."""


@dataclass(frozen=True, slots=True)
class ArcKey:
    """What rows one arc stands for: one direction, class and line."""

    source: str
    target: str
    quad: str
    line: str

    @property
    def text(self) -> str:
        """The key as one word, for a figure's customdata."""
        return "|".join(("arc", self.source, self.target, self.quad, self.line))


@dataclass(frozen=True, slots=True)
class Arc:
    """One arc: its rows' key, their count and triggers, its curve in map units."""

    key: ArcKey
    count: int
    triggers: tuple[str, ...]
    standings: tuple[str, ...]
    width: float
    line: Floats
    head: tuple[float, float]
    angle: float
    middle: tuple[float, float]
    targets: Floats


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the map: its true place and where it stands so that it can be seen."""

    code: str
    name: str
    true: tuple[float, float]
    at: tuple[float, float]
    moved: bool
    label: Label
    relations: int


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything to draw, in map units.

    Attributes:
        projection: How degrees become map units.
        window: Left, bottom, right, top of what is shown at first.
        unit: Pixels of one map unit at that window.
        nodes: The parties.
        arcs: The arcs.
        fills: Balance of tone by country, one of `FILLS`.
        areas: Points inside the countries at hand that a click can hit, with their code.
        undrawn: Relations with a party that has no place on the map, as positions in the rows.
        clashes: How many names lie on another: 0 when all is well.
    """

    projection: Projection
    window: tuple[float, float, float, float]
    unit: float
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    fills: Mapping[str, str]
    areas: tuple[tuple[float, float, str], ...]
    undrawn: tuple[int, ...]
    clashes: int


def line_of(standing: str) -> str:
    """Return how a standing is drawn: solid, dash or dot."""
    return STANDINGS[standing].line


def fill_of(tone: float) -> str:
    """Return the balance of a mean tone between -10 and 10, one of `FILLS`."""
    return FILLS[int(np.searchsorted(_TONE_STEPS, tone, side="right"))]


def drawable(rows: pd.DataFrame) -> pd.Series[bool]:
    """Say for each relation whether both parties have a place on the map, and not the same."""
    placed = {
        code: point(code) is not None
        for code in {*rows["source"].dropna(), *rows["target"].dropna()}
    }
    both = rows["source"].map(placed).eq(True) & rows["target"].map(placed).eq(True)
    return both & (rows["source"] != rows["target"])


def make_scene(
    rows: pd.DataFrame, *, width: int, height: int, view: View = "fit", small: bool = False
) -> Scene:
    """Lay the map out.

    Args:
        rows: Relations, as of `tables.relations`.
        width: Pixels that the figure will have, about.
        height: Its pixels from top to bottom.
        view: The countries at hand, or the whole world.
        small: A small picture: smaller names, nothing to click.
    """
    shown = drawable(rows)
    drawn = rows[shown]
    groups = _groups(drawn)
    counts = pd.concat([drawn["source"], drawn["target"]]).value_counts()
    codes = sorted(counts.index, key=lambda code: (-counts[code], code))
    degrees = {code: place for code in codes if (place := point(code)) is not None}
    meridian = central_meridian(
        (place[1] for place in degrees.values()),
        ((degrees[key.source][1], degrees[key.target][1]) for key in groups),
    )
    projection = _projection(meridian, [place[0] for place in degrees.values()], view)
    latitudes = [degrees[code][0] for code in codes]
    longitudes = [degrees[code][1] for code in codes]
    true = np.column_stack(projection.xy(longitudes, latitudes)) if codes else np.empty((0, 2))
    ends = [(codes.index(key.source), codes.index(key.target)) for key in groups]
    window = _first_window(_reach(true, ends), width, height, view)
    laid = _Layout(window, width, height, small)
    for _attempt in range(3):
        laid.lay(true, codes, ends)
        if view == "world" or not laid.grow():
            break
    return Scene(
        projection=projection,
        window=laid.window,
        unit=laid.unit,
        nodes=_nodes(codes, true, laid, counts),
        arcs=_arcs(groups, laid),
        fills=_fills(drawn),
        areas=() if small else _areas(codes, projection, laid),
        undrawn=tuple(np.flatnonzero(~shown.to_numpy()).tolist()),
        clashes=laid.clashes,
    )


def _groups(drawn: pd.DataFrame) -> dict[ArcKey, pd.DataFrame]:
    lines = drawn["standing"].map(line_of).rename("line")
    grouped = drawn.groupby([drawn["source"], drawn["target"], drawn["quad"], lines], sort=True)
    return {ArcKey(*(str(part) for part in key)): group for key, group in grouped}


def _projection(meridian: float, latitudes: Sequence[float], view: View) -> Projection:
    """Keep shapes in a regional map; a map from pole to pole keeps the projection's own."""
    if view == "world" or not latitudes:
        return Projection(meridian)
    reach = max(latitudes) - min(latitudes)
    share = float(np.clip((75.0 - reach) / 45.0, 0.0, 1.0))
    middle = (max(latitudes) + min(latitudes)) / 2
    return Projection(meridian, 1.0 + share * (true_shape(middle) - 1.0))


def _reach(true: Floats, ends: Sequence[tuple[int, int]]) -> Floats:
    """Return the places and the middles of the arcs as they would bend with nothing in the way."""
    spots = [true]
    for start, end in sorted(set(ends)):
        way = true[end] - true[start]
        left = np.array([-way[1], way[0]])
        spots.append(((true[start] + true[end]) / 2 + 0.16 * left)[None, :])
    return np.concatenate(spots)


def _first_window(
    spots: Floats, width: int, height: int, view: View
) -> tuple[float, float, float, float]:
    left, bottom, right, top = _WORLD
    if view == "fit" and len(spots):
        left, bottom = spots.min(axis=0)
        right, top = spots.max(axis=0)
        least = _LEAST_KILOMETRES / KILOMETRES
        wide, high = max(right - left, least), max(top - bottom, least * 0.5)
        side = (left + right) / 2, wide * (0.5 + min(0.22, 44.0 / width))
        rise = (bottom + top) / 2, high * (0.5 + min(0.22, 30.0 / height))
        left, right = side[0] - side[1], side[0] + side[1]
        bottom, top = rise[0] - rise[1], rise[0] + rise[1]
    return _shaped((float(left), float(bottom), float(right), float(top)), width / height)


def _shaped(
    window: tuple[float, float, float, float], aspect: float
) -> tuple[float, float, float, float]:
    """Widen a window to the shape of the picture."""
    left, bottom, right, top = window
    wide, high = right - left, top - bottom
    more_wide = max(0.0, high * aspect - wide) / 2
    more_high = max(0.0, wide / aspect - high) / 2
    return left - more_wide, bottom - more_high, right + more_wide, top + more_high


class _Layout:
    """The layout in pixels of one window; grows the window until all is inside."""

    def __init__(
        self, window: tuple[float, float, float, float], width: int, height: int, small: bool
    ):
        self.window = window
        self.width, self.height = width, height
        self.size = 11.0 if small or width < 500 else 13.0
        self.radius = 4.0 if small else 5.0
        self.apart = 46.0 if small or width < 500 else 64.0
        self.at = np.empty((0, 2))
        self.true = np.empty((0, 2))
        self.curves: list[Curve] = []
        self.labels: list[Label] = []
        self.clashes = 0

    @property
    def unit(self) -> float:
        return self.width / (self.window[2] - self.window[0])

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        return 6.0, 6.0, self.width - 6.0, self.height - 6.0

    def pixels(self, units: Floats) -> Floats:
        return (units - np.array(self.window[:2])) * self.unit

    def units(self, pixels: Floats) -> Floats:
        return (pixels / self.unit + np.array(self.window[:2])).round(2)

    def lay(self, true: Floats, codes: Sequence[str], ends: Sequence[tuple[int, int]]) -> None:
        """Push the dots apart, draw the arcs, place the names; wider apart if names clash."""
        self.true = self.pixels(true)
        names = [country_name(code) for code in codes]
        most = 0.8 * math.sqrt(self.width * self.height / max(len(codes), 1))
        room = (30.0, 24.0, self.width - 30.0, self.height - 24.0)
        for step in range(5):
            apart = min(self.apart * (1.0 + 0.2 * step), most)
            self.at = push_apart(self.true, apart, room)
            self.curves = curves(ends, self.at, radius=self.radius, bounds=np.array(self.bounds))
            lines = [curve.line for curve in self.curves] or [np.empty((0, 2))]
            self.labels, self.clashes = place_labels(
                names,
                self.at,
                lines=np.concatenate(lines),
                heads=np.array([curve.head for curve in self.curves]).reshape(-1, 2),
                middles=np.array([curve.middle for curve in self.curves]).reshape(-1, 2),
                bounds=self.bounds,
                size=self.size,
                gap=self.radius + 3.0,
            )
            if not self.clashes:
                return

    def grow(self) -> bool:
        """Widen the window so that arcs and names are inside; False when they were."""
        if not len(self.at):
            return False
        boxes = np.array([label.box for label in self.labels])
        low = np.minimum(boxes[:, :2].min(axis=0), self.at.min(axis=0))
        high = np.maximum(boxes[:, 2:].max(axis=0), self.at.max(axis=0))
        for curve in self.curves:
            low = np.minimum(low, curve.line.min(axis=0))
            high = np.maximum(high, curve.line.max(axis=0))
        lack_low = np.clip(np.array(self.bounds[:2]) - low, 0.0, None)
        lack_high = np.clip(high - np.array(self.bounds[2:]), 0.0, None)
        if max(lack_low.max(), lack_high.max()) < 4.0:
            return False
        left, bottom = np.array(self.window[:2]) - (lack_low + 6.0) / self.unit
        right, top = np.array(self.window[2:]) + (lack_high + 6.0) / self.unit
        grown = (float(left), float(bottom), float(right), float(top))
        self.window = _shaped(grown, self.width / self.height)
        return True


def _nodes(
    codes: Sequence[str], true: Floats, laid: _Layout, counts: pd.Series[int]
) -> tuple[Node, ...]:
    at = laid.units(laid.at)
    moved = np.hypot(*(laid.at - laid.true).T) > 2 * laid.radius
    return tuple(
        Node(
            code=code,
            name=country_name(code),
            true=(round(float(true[row, 0]), 2), round(float(true[row, 1]), 2)),
            at=(float(at[row, 0]), float(at[row, 1])),
            moved=bool(moved[row]),
            label=laid.labels[row],
            relations=int(counts[code]),
        )
        for row, code in enumerate(codes)
    )


def _arcs(groups: Mapping[ArcKey, pd.DataFrame], laid: _Layout) -> tuple[Arc, ...]:
    found = []
    for (key, group), curve in zip(groups.items(), laid.curves, strict=True):
        line = laid.units(curve.line)
        middle = laid.units(curve.middle)
        found.append(
            Arc(
                key=key,
                count=len(group),
                triggers=tuple(dict.fromkeys(group["trigger"])),
                standings=tuple(dict.fromkeys(group["standing"])),
                width=width_of(len(group)),
                line=line,
                head=(float(line[-1, 0]), float(line[-1, 1])),
                angle=curve.angle,
                middle=(float(middle[0]), float(middle[1])),
                targets=_targets(line, middle, laid.unit),
            )
        )
    return tuple(found)


def _targets(line: Floats, middle: Floats, unit: float) -> Floats:
    """Pick points of an arc that a click can hit: its middle, and about every 14 pixels."""
    length = float(np.hypot(*np.diff(line, axis=0).T).sum()) * unit
    parts = max(2, round(length * 0.76 / 14.0))
    steps = np.linspace(0.12, 0.88, parts + 1) * (len(line) - 1)
    picked = line[np.unique(np.round(steps).astype(int))]
    away = np.hypot(*(picked - middle).T) * unit > 6.0
    return np.concatenate([picked[away], middle[None, :]])


def _fills(drawn: pd.DataFrame) -> dict[str, str]:
    ends = pd.concat(
        [
            drawn[["source", "tone"]].rename(columns={"source": "country"}),
            drawn[["target", "tone"]].rename(columns={"target": "country"}),
        ]
    )
    return {
        str(code): fill_of(float(tone))
        for code, tone in ends.groupby("country")["tone"].mean().items()
    }


def _areas(
    codes: Sequence[str], projection: Projection, laid: _Layout
) -> tuple[tuple[float, float, str], ...]:
    """Spread points over the countries at hand, away from arcs, so that a click inside hits."""
    known = outlines(projection.meridian)
    step = 22.0
    across, up = int(laid.width // step), int(laid.height // step)
    free = np.ones((across, up), dtype=bool)
    for spots in (laid.at, *(curve.line for curve in laid.curves)):
        cells = (spots // step).astype(int)
        held = cells[(cells >= 0).all(axis=1) & (cells < (across, up)).all(axis=1)]
        free[held[:, 0], held[:, 1]] = False
    grid = laid.units((np.argwhere(free) + 0.5) * step)
    found = []
    for code in codes:
        if code in known:
            hits = grid[inside(known[code], grid, projection.stretch)]
            found.extend((float(x), float(y), code) for x, y in hits)
    return tuple(found)
