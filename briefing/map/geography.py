"""The scene of the map: relations laid out on the globe, fitted to the countries at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from briefing.library.mutual import once
from briefing.map.layout import Layout, Window, shaped
from briefing.map.outlines import extent, inside, outlines
from briefing.map.places import place
from briefing.map.projection import KILOMETRES, Floats, Projection, central_meridian, true_shape
from briefing.map.scene import (
    MOST_PAIRS,
    Scene,
    arcs_of,
    ends_of,
    fill_of,
    grouped,
    names_of,
    nodes_of,
    parties,
    strongest,
)
from briefing.wording.signs import STANDINGS

View = Literal["fit", "world"]

_LEAST_KILOMETRES = 1600.0
_WORLD = (-273.6, -118.0, 273.6, 139.0)
"""Left, bottom, right, top of the whole map in map units: from Cape Horn to Greenland."""


def drawable(rows: pd.DataFrame) -> pd.Series[bool]:
    """Say for each relation whether both parties have a place on the map, and not the same."""
    placed = {
        code: place(code) is not None
        for code in {*rows["source"].dropna(), *rows["target"].dropna()}
    }
    both = rows["source"].map(placed).eq(True) & rows["target"].map(placed).eq(True)
    return both & (rows["source"] != rows["target"])


def make_scene(
    rows: pd.DataFrame,
    *,
    width: int,
    height: int,
    view: View = "fit",
    small: bool = False,
    narrowest: float = 1.0,
) -> Scene:
    """Lay the map out.

    Args:
        rows: Relations, as of `tables.relations`.
        width: Pixels that the figure will have, about.
        height: Its pixels from top to bottom.
        view: The countries at hand, or the whole world.
        small: A small picture: smaller names, nothing to click.
        narrowest: The share of its width to which a window may make it narrower without cutting
            a name.
    """
    drawn = strongest(rows[drawable(rows)], MOST_PAIRS)
    groups, counts, names = grouped(drawn), parties(drawn), names_of(drawn)
    ends = ends_of(groups, list(counts))
    projection, true = _on_globe(list(counts), ends, view)
    window = shaped(_first_window(_reach(true, ends), view, width, height), width / height)
    laid = Layout(window, width, height, small=small, grows=view == "fit", narrowest=narrowest)
    laid.fit(true, [names[code] for code in counts], ends, [key.both for key in groups])
    return Scene(
        projection=projection,
        window=laid.window,
        unit=laid.unit,
        nodes=nodes_of(counts, names, true, laid),
        arcs=arcs_of(groups, laid),
        fills=balance(drawn),
        areas=() if small else _areas(list(counts), projection, laid),
        fine=laid.fine,
        clashes=laid.clashes,
    )


def fitting_height(
    rows: pd.DataFrame, *, width: int, view: View = "fit", least: int = 260, most: int = 540
) -> int:
    """Return the height at which the map of a width has no empty bands, within limits."""
    drawn = strongest(rows[drawable(rows)], MOST_PAIRS)
    codes = list(parties(drawn))
    ends = ends_of(grouped(drawn), codes)
    _, true = _on_globe(codes, ends, view)
    left, bottom, right, top = _first_window(_reach(true, ends), view, width, most)
    return int(np.clip(width * (top - bottom) / (right - left), least, most))


def _on_globe(
    codes: Sequence[str], ends: Sequence[tuple[int, int]], view: View
) -> tuple[Projection, Floats]:
    """Choose the projection for the countries at hand and project their places."""
    degrees = np.array([place(code) for code in codes]).reshape(-1, 2)
    ways = [(float(degrees[start, 1]), float(degrees[end, 1])) for start, end in ends]
    lands = [ends_ for code in codes if (ends_ := extent(code)) is not None]
    meridian = central_meridian(degrees[:, 1].tolist(), ways, lands)
    projection = _projection(meridian, degrees[:, 0].tolist(), view)
    return projection, np.column_stack(projection.xy(degrees[:, 1], degrees[:, 0]))


def balance(rows: pd.DataFrame) -> dict[str, str]:
    """Return the balance of tone of each country, one of `FILLS`.

    Denied, disputed and negated relations do not count: nobody vouches for them. Mutual ones
    count once.
    """
    rows = once(rows)
    lines = rows["standing"].map({name: look.line for name, look in STANDINGS.items()})
    firm = rows[lines != "dot"]
    ends = pd.concat(
        [
            firm[["source", "tone"]].rename(columns={"source": "country"}),
            firm[["target", "tone"]].rename(columns={"target": "country"}),
        ]
    )
    return {
        str(code): fill_of(float(tone))
        for code, tone in ends.groupby("country")["tone"].mean().items()
    }


def _areas(
    codes: Sequence[str], projection: Projection, laid: Layout
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
    grid = laid.units((np.argwhere(free).astype(np.float64) + 0.5) * step)
    found: list[tuple[float, float, str]] = []
    for code in codes:
        if code in known:
            hits = grid[inside(known[code], grid, projection.stretch)]
            found.extend((float(x), float(y), code) for x, y in hits)
    return tuple(found)


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


def _first_window(spots: Floats, view: View, width: int, height: int) -> Window:
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
    return float(left), float(bottom), float(right), float(top)
