"""The arcs between parties: which there are, how far each bends, where it ends.

Coordinates are pixels of the drawn map, y upwards. Every arc bends to the left of its own
direction, so that the way there and the way back lie apart; which of several bends it takes is
chosen so that its middle can be seen and clicked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from briefing.map.projection import Floats

POINTS = 33
HEAD = 7.0
"""Distance from the middle of an arrow head to its tip."""

_GAP = 16.0
"""The distance that an arc's middle should keep from other arcs and from parties."""

_COARSE = slice(None, None, 2)
_NOWHERE = 1e7
"""Where an arc is that is not drawn yet: far from all."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A drawn arc.

    Attributes:
        line: Points from start to the middle of the head, n × 2.
        angle: Direction of the head in degrees clockwise from up.
        middle: Where a reader would click.
        back: Direction of the head at the start; None where there is none.
    """

    line: Floats
    angle: float
    middle: Floats
    back: float | None = None


def width_of(count: int) -> float:
    """Return the width of an arc in pixels: a step wider each time the count doubles."""
    return min(2.2 + 1.4 * math.floor(math.log2(count)), 7.8)


def bends(
    start: Floats,
    end: Floats,
    offsets: npt.ArrayLike,
    *,
    trims: tuple[float, float],
) -> Floats:
    """Draw arcs whose middles lie `offsets` pixels left of the straight way (right if negative).

    Args:
        start: The place that they leave.
        end: The place that they point to.
        offsets: One number for each arc.
        trims: How far from the first and from the second place the drawn line ends.

    Returns:
        Arcs × points × 2, the last one the middle of the arrow head.
    """
    way = end - start
    left = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1e-6)
    controls = (start + end) / 2 + 2 * np.asarray(offsets, dtype=float)[:, None] * left
    t = np.linspace(0.0, 1.0, 3 * POINTS)[None, :, None]
    whole = (1 - t) ** 2 * start + 2 * t * (1 - t) * controls[:, None, :] + t**2 * end
    off_start = np.hypot(whole[..., 0] - start[0], whole[..., 1] - start[1]) > trims[0]
    off_end = np.hypot(whole[..., 0] - end[0], whole[..., 1] - end[1]) > trims[1]
    first = np.argmax(off_start, axis=1)
    last = whole.shape[1] - 1 - np.argmax(off_end[:, ::-1], axis=1)
    last = np.maximum(last, first + 2)
    steps = first[:, None] + np.linspace(0.0, 1.0, POINTS)[None, :] * (last - first)[:, None]
    steps = np.minimum(np.round(steps).astype(int), whole.shape[1] - 1)
    drawn: Floats = np.take_along_axis(whole, steps[..., None], axis=1)
    return drawn


def _trims(radius: float, both: bool, sooner: Sequence[float] = (0.0, 0.0)) -> tuple[float, float]:
    """Return where a line ends: at the edge of the first dot, short of the second for the head."""
    headed = radius + HEAD + 2.0
    return (headed if both else radius + 1.0) + sooner[0], headed + sooner[1]


def _offsets(length: float, two_ways: bool, fine: float) -> Floats:
    first = min(max(0.16 * length, 15.0 * fine), 90.0)
    steps = np.minimum(first + 17.0 * fine * np.arange(7), max(0.6 * length, 40.0 * fine))
    return steps if two_ways else np.column_stack([steps, -steps]).ravel()


def curves(
    ends: Sequence[tuple[int, int]],
    at: Floats,
    *,
    both: Sequence[bool] = (),
    radius: float,
    bounds: Floats,
    fine: float = 1.0,
) -> list[Curve]:
    """Draw all arcs so that the middle of each is free.

    Args:
        ends: From which place to which, as rows of `at`; the same pair may come several times.
        at: The places, n × 2.
        both: Which arcs point both ways; none by default.
        radius: Radius of the places' dots.
        bounds: Left, bottom, right, top of the map.
        fine: Factor on all distances to keep; below 1 for a small picture.

    Returns:
        One curve for each pair, in their order.
    """
    if not ends:
        return []
    both = both or [False] * len(ends)
    pairs = set(ends)
    lengths = [float(np.hypot(*(at[end] - at[start]))) for start, end in ends]
    offsets = [
        _offsets(length, (end, start) in pairs and not mutual, fine)
        for (start, end), length, mutual in zip(ends, lengths, both, strict=True)
    ]
    choices = [
        bends(at[start], at[end], by, trims=_trims(radius, mutual))
        for (start, end), by, mutual in zip(ends, offsets, both, strict=True)
    ]
    fixed = [
        _fixed_costs(lines, np.delete(at, list(pair), axis=0), bounds, _GAP * fine)
        for lines, pair in zip(choices, ends, strict=True)
    ]
    drawn = np.full((len(ends), POINTS, 2), _NOWHERE)
    taken = [0] * len(ends)
    for _sweep in range(2 if len(ends) > 30 else 4):
        for number in sorted(range(len(ends)), key=lambda arc: lengths[arc]):
            drawn[number] = _NOWHERE
            costs = fixed[number] + _mutual_costs(choices[number], drawn, _GAP * fine)
            taken[number] = int(np.argmin(costs))
            drawn[number] = choices[number][taken[number]]
    chosen = [float(by[rank]) for by, rank in zip(offsets, taken, strict=True)]
    return _with_heads_apart(ends, both, at, chosen, radius, fine)


def _fixed_costs(lines: Floats, places: Floats, bounds: Floats, gap: float) -> Floats:
    """Count what makes a bend bad whatever other arcs do: far out, over a place, off the map."""
    ranks = np.arange(len(lines))
    costs: Floats = np.asarray(0.35 * ranks, dtype=np.float64)
    if len(places):
        near = _distances(lines[:, _COARSE, None], places[None, None]).min(axis=1)
        costs += 6.0 * np.clip(1.0 - near / gap, 0.0, None).sum(axis=1)
    outside = np.maximum(bounds[:2] - lines, lines - bounds[2:]).max(axis=(1, 2))
    far: Floats = costs + 0.4 * np.clip(outside, 0.0, None)
    return far


def _mutual_costs(lines: Floats, drawn: Floats, gap: float) -> Floats:
    """Count how much bends hide the middles of arcs already drawn, or are hidden by them."""
    middles = lines[:, POINTS // 2]
    mine = _distances(middles[:, None], drawn[:, _COARSE].reshape(1, -1, 2)).min(axis=1)
    theirs = drawn[:, POINTS // 2]
    covered = _distances(lines[:, _COARSE, None], theirs[None, None]).min(axis=1)
    apart = _distances(middles[:, None], theirs[None])
    hidden = np.clip(1.0 - mine / gap, 0.0, None)
    hiding = np.clip(1.0 - covered / gap, 0.0, None).sum(axis=1)
    close = np.clip(1.0 - apart / (1.5 * gap), 0.0, None).sum(axis=1)
    total: Floats = 8.0 * (hidden + hiding) + 12.0 * close
    return total


def _distances(first: Floats, second: Floats) -> Floats:
    """Return the distances of points that numpy can pair; far faster than hypot."""
    across, up = first[..., 0] - second[..., 0], first[..., 1] - second[..., 1]
    distances: Floats = np.sqrt(across * across + up * up)
    return distances


def _with_heads_apart(
    ends: Sequence[tuple[int, int]],
    both: Sequence[bool],
    at: Floats,
    offsets: Sequence[float],
    radius: float,
    fine: float,
) -> list[Curve]:
    """Draw the chosen arcs; a head that would lie on another at the same place ends sooner."""
    heads: dict[int, list[Floats]] = {}
    found = []

    def free(place: int, head: Floats) -> bool:
        return all(float(np.hypot(*(head - o))) > 12.0 * fine for o in heads.get(place, ()))

    for (start, end), mutual, offset in zip(ends, both, offsets, strict=True):
        room = float(np.hypot(*(at[end] - at[start]))) * 0.3
        steps = [step for step in 13.0 * fine * np.arange(6) if step <= max(room, 0.0)] or [0.0]
        bare = bends(at[start], at[end], [offset], trims=_trims(radius, mutual))[0]
        short = [0.0, 0.0]
        for side, place, wanted in ((1, end, True), (0, start, mutual)):
            for step in steps if wanted else ():
                short[side] = float(step)
                trims = _trims(radius, mutual, short)
                line = bends(at[start], at[end], [offset], trims=trims)[0]
                if free(place, line[-side]):
                    break
        line = bends(
            at[start], at[end], [offset], trims=_trims(radius, mutual, (short[0], short[1]))
        )[0]
        heads.setdefault(end, []).append(line[-1])
        if mutual:
            heads.setdefault(start, []).append(line[0])
        back = _angle(line[::-1], at[start]) if mutual else None
        found.append(Curve(line, _angle(line, at[end]), bare[POINTS // 2], back))
    return found


def _angle(line: Floats, end: Floats) -> float:
    """Return the direction of the arc where its head is: to the place, if that is near."""
    near = float(np.hypot(*(end - line[-1]))) < 3 * HEAD
    towards = end - line[-1] if near else line[-1] - line[-4]
    return round(math.degrees(math.atan2(towards[0], towards[1])), 1)
