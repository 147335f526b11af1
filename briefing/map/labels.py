"""Where the names stand: beside their dots, on no other name, head, arc or dot if it can be.

Coordinates are pixels of the drawn map, y upwards.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefing.map.projection import Floats
from briefing.wording import text_width

POSITIONS = (
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
)
"""Plotly's names, best first; each once close to the dot and once farther off."""

_WIDE = 17
_AWAY = 14.0
"""How much farther off the second ring of places is."""

_CUT = 5000.0
"""What a name beyond the edge costs."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name and its place: `position` is Plotly's textposition, `box` left, bottom, right, top."""

    text: str
    position: str
    box: Box


def wrap_name(name: str, *, wide: int = _WIDE) -> tuple[str, ...]:
    """Break a long name into two lines of about the same length."""
    words = name.split(" ")
    if len(name) <= wide or len(words) == 1:
        return (name,)
    breaks = range(1, len(words))
    best = min(breaks, key=lambda at: max(len(" ".join(words[:at])), len(" ".join(words[at:]))))
    return " ".join(words[:best]), " ".join(words[best:])


def _box(at: Floats, lines: Sequence[str], rank: int, *, size: float, gap: float) -> Box:
    width = max(text_width.width(line, size) for line in lines) + 3
    height = len(lines) * size * 1.3
    far, place = divmod(rank, len(POSITIONS))
    vertical, horizontal = POSITIONS[place].split(" ")
    gap += far * _AWAY
    x, y = float(at[0]), float(at[1])
    left = {"left": x - gap - width, "center": x - width / 2, "right": x + gap}[horizontal]
    bottom = {"bottom": y - gap - height, "middle": y - height / 2, "top": y + gap}[vertical]
    return left, bottom, left + width, bottom + height


def _written(lines: Sequence[str], rank: int) -> str:
    """Write a name for Plotly; blanks move it farther off, at every zoom by as much."""
    far, place = divmod(rank, len(POSITIONS))
    if not far:
        return "<br>".join(lines)
    vertical, horizontal = POSITIONS[place].split(" ")
    blank = "\u00a0" * 4
    if horizontal == "right":
        lines = [blank + line for line in lines]
    elif horizontal == "left":
        lines = [line + blank for line in lines]
    if vertical == "top":
        lines = [*lines, "\u00a0"]
    elif vertical == "bottom":
        lines = ["\u00a0", *lines]
    return "<br>".join(lines)


def _overlap(first: Box, second: Box) -> float:
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _overlaps(options: Floats, others: Floats) -> Floats:
    """Return how much each of some boxes overlaps each of others."""
    low = np.maximum(options[:, None, :2], others[None, :, :2])
    high = np.minimum(options[:, None, 2:], others[None, :, 2:])
    sides = np.clip(high - low, 0.0, None)
    areas: Floats = sides[..., 0] * sides[..., 1]
    return areas


def _inside(box: Box, points: Floats, margin: float) -> int:
    if not len(points):
        return 0
    x, y = points[:, 0], points[:, 1]
    hits = (
        (x > box[0] - margin)
        & (x < box[2] + margin)
        & (y > box[1] - margin)
        & (y < box[3] + margin)
    )
    return int(hits.sum())


def place_labels(
    names: Sequence[str],
    at: Floats,
    *,
    lines: Floats,
    heads: Floats,
    middles: Floats,
    bounds: Box,
    size: float,
    gap: float,
    most_beyond: float = math.inf,
    narrowest: float = 1.0,
) -> tuple[list[Label], int]:
    """Place every name.

    Args:
        names: The names, as they are to be read.
        at: The dots, n × 2.
        lines: Points along all arcs.
        heads: The arrow heads.
        middles: The middles of the arcs, which must stay free for the click.
        bounds: Left, bottom, right, top of the map.
        size: Font size in pixels.
        gap: Distance from the middle of the dot to the name.
        most_beyond: Most that standing beyond the bounds may count, where the map can grow.
        narrowest: The share of its width to which a window may make the drawing narrower; names
            keep their size then, and are still not cut.

    Returns:
        The labels in the order of the names, and how many still lie on another name.
    """
    broken = [wrap_name(name) for name in names]
    boxes = [
        [_box(spot, lines_, rank, size=size, gap=gap) for rank in range(2 * len(POSITIONS))]
        for spot, lines_ in zip(at, broken, strict=True)
    ]
    fixed = np.array(
        [
            [
                (0.6 * rank if rank < len(POSITIONS) else 6.0 + 0.6 * rank)
                + 1.5 * _inside(box, lines, 0.0)
                + 25.0 * _inside(box, heads, 7.0)
                + 25.0 * _inside(box, middles, 7.0)
                + 200.0 * _inside(box, np.delete(at, number, axis=0), 7.0)
                + min(_cost_beyond(box, _reach(at[number], bounds, narrowest)), most_beyond)
                for rank, box in enumerate(options)
            ]
            for number, options in enumerate(boxes)
        ]
    )
    taken = [int(np.argmin(costs)) for costs in fixed]
    spots = np.array(boxes).reshape(len(boxes), 2 * len(POSITIONS), 4)
    for _sweep in range(4):
        before = list(taken)
        for number, options in enumerate(spots):
            over = _overlaps(options, spots[np.arange(len(spots)), taken])
            over[:, number] = 0.0
            costs = fixed[number] + (over + 60.0 * (over > 0)).sum(axis=1)
            taken[number] = int(np.argmin(costs))
        if taken == before:
            break
    final = [boxes[number][rank] for number, rank in enumerate(taken)]
    clashes = sum(
        any(_overlap(box, other) for other in final[:number]) for number, box in enumerate(final)
    )
    labels = [
        Label(_written(lines_, rank), POSITIONS[rank % len(POSITIONS)], box)
        for lines_, rank, box in zip(broken, taken, final, strict=True)
    ]
    return labels, clashes


def _reach(at: Floats, bounds: Box, narrowest: float) -> Box:
    """Return how far a dot's name may reach to be inside of a drawing made narrower, too.

    Its dot moves nearer to the edges as the drawing does, and the name stays as wide as it is.
    """
    x = float(at[0])
    left = x - (x - bounds[0]) * narrowest
    right = x + (bounds[2] - x) * narrowest
    return left, bounds[1], right, bounds[3]


def _cost_beyond(box: Box, bounds: Box) -> float:
    """Return what it costs to be cut by an edge: more than all else, so that no name is."""
    beyond = sum(
        max(0.0, lack)
        for lack in (
            bounds[0] - box[0],
            bounds[1] - box[1],
            box[2] - bounds[2],
            box[3] - bounds[3],
        )
    )
    return _CUT + 3.0 * beyond if beyond > 0 else 0.0
