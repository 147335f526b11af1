"""The projection of the map: Natural Earth I on a chosen central meridian.

Drawn on plain axes, so that no outlines are fetched from anywhere. The polynomial is that of
Šavrič, Jenny, Patterson, Petrovič and Hurni, "A polynomial equation for the Natural Earth
projection", Cartography and Geographic Information Science 38 (2011).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

RADIUS = 100.0
"""Map units in one radian at the equator: two decimals are then about 0.6 km."""

KILOMETRES = 63.71
"""Kilometres in one map unit at the equator."""

_USUAL_SEAM = -170.0
_WORTH_IT = 0.85
"""Ways have to be shorter than by this factor for another cut than the usual one."""

_X = (0.8707, -0.131979, -0.013791, 0.0, 0.0, 0.003971, -0.001529)
_Y = (1.007226, 0.015085, 0.0, -0.044475, 0.028874, -0.005916)


def wrap(longitude: float) -> float:
    """Return the same meridian between -180 and 180 degrees."""
    return (longitude + 180.0) % 360.0 - 180.0


def _polynomial(squares: Floats, factors: Sequence[float]) -> Floats:
    total = np.zeros_like(squares)
    for factor in reversed(factors):
        total = total * squares + factor
    return total


@dataclass(frozen=True, slots=True)
class Projection:
    """Natural Earth I.

    Attributes:
        meridian: The central meridian in degrees; the seam lies opposite.
        stretch: Factor on the north-south axis, so that a regional map keeps its shapes.
    """

    meridian: float = 0.0
    stretch: float = 1.0

    def xy(self, longitudes: npt.ArrayLike, latitudes: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Project degrees to map units."""
        away = np.asarray(longitudes, dtype=float) - self.meridian
        return self.xy_unwrapped((away + 180.0) % 360.0 - 180.0, latitudes)

    def xy_unwrapped(self, away: npt.ArrayLike, latitudes: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Project degrees that already count from the central meridian (-180 to 180)."""
        phi = np.radians(np.asarray(latitudes, dtype=float))
        squares = phi * phi
        x = np.radians(np.asarray(away, dtype=float)) * _polynomial(squares, _X)
        y = phi * _polynomial(squares, _Y)
        return RADIUS * x, RADIUS * self.stretch * y


def true_shape(latitude: float) -> float:
    """Return the stretch at which shapes around a latitude are as they are on the globe."""
    near = Projection().xy([0.0, 1.0, 0.0], [latitude, latitude, latitude + 1.0])
    across = (near[0][1] - near[0][0]) / math.cos(math.radians(latitude))
    along = near[1][2] - near[1][0]
    return float(across / along)


def _crosses(seam: float, first: float, second: float) -> bool:
    """Say whether the shorter way between two meridians leads over the seam."""
    way = wrap(second - first)
    to_seam = wrap(seam - first)
    return 0 < to_seam < way if way > 0 else way < to_seam < 0


def _drawn(seam: float, first: float, second: float) -> float:
    """Return how many degrees apart two meridians are on a map with this seam."""
    shorter = abs(wrap(second - first))
    return 360.0 - shorter if _crosses(seam, first, second) else shorter


def central_meridian(
    longitudes: Iterable[float],
    ways: Iterable[tuple[float, float]] = (),
    extents: Iterable[tuple[float, float]] = (),
    *,
    step: int = 10,
) -> float:
    """Choose the central meridian at which the ways are shortest, all together.

    A way over the seam is drawn the other way round the globe: for China and the United States
    that is little longer, for Russia and Ukraine all around the world. Readers look for Europe in
    the middle, so another cut has to be worth it. Among equals, the seam lies in the middle of the
    widest stretch without a place, so that the places stand together: for Seoul and Washington the
    Pacific is whole.

    Args:
        longitudes: Where the places are, in degrees.
        ways: Pairs of longitudes that arcs join.
        extents: West and east end of the countries at hand; a seam through one is as bad as half
            a way around the globe.
        step: Candidates lie this many degrees apart.
    """
    places = sorted({round(wrap(longitude), 3) for longitude in longitudes})
    if not places:
        return wrap(_USUAL_SEAM + 180.0)
    pairs, lands = list(ways), list(extents)

    def length(seam: float) -> float:
        drawn = sum(_drawn(seam, first, second) for first, second in pairs)
        return round(drawn + 180.0 * sum(west < seam < east for west, east in lands), 3)

    usual = length(_USUAL_SEAM)

    def worth(seam: float) -> tuple[float, float]:
        drawn = length(seam)
        if _WORTH_IT * usual < drawn < usual:
            drawn = usual + 1.0
        room = min(abs(wrap(seam - place)) for place in places)
        return -drawn, room

    candidates = [wrap(float(degree)) for degree in range(-180, 180, step)]
    best = max(candidates, key=lambda seam: (*worth(seam), -abs(wrap(seam - _USUAL_SEAM))))
    return wrap(best + 180.0)
