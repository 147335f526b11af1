"""The ground of the map: land by balance of tone, disputed areas dashed, or land without borders.

The screen's figure and the pictures draw these shapes, so that they agree.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from briefing.folders import DATA
from briefing.map.outlines import landmass, outlines
from briefing.map.projection import KILOMETRES, Floats, Projection, true_shape
from briefing.map.scene import FILLS, Scene
from briefing.reference.countries import countries, country_name

FILE = DATA / "geography" / "disputed.csv"

_APART = "apart"
_CIRCLE = "a dashed circle marks the approximate place, not the extent"
_CORNERS = 48


@dataclass(frozen=True, slots=True)
class Ground:
    """Land to draw, in map units.

    Attributes:
        land: Rings by balance of tone, one of `FILLS` or "" for none.
        bordered: Whether rings have an edge: the boundaries.
        disputed: Rings of the disputed areas, whose edge is dashed: their outlines, or a circle
            about where they lie.
    """

    land: tuple[tuple[str, tuple[Floats, ...]], ...] = ()
    bordered: bool = True
    disputed: tuple[Floats, ...] = ()


@dataclass(frozen=True, slots=True)
class Disputed:
    """A disputed area.

    Attributes:
        code: Its outline's code; "" when the outlines do not tell it apart.
        name: Its name.
        drawn: How the outlines draw it: apart, or as part of what.
        note: What is disputed.
        circle: Longitude, latitude and radius in kilometres of the circle that marks one without
            an outline, None for those that have one.
    """

    code: str
    name: str
    drawn: str
    note: str
    circle: tuple[float, float, float] | None

    @property
    def words(self) -> str:
        """Say what it is: "Kosovo: … Drawn apart, dashed."."""
        name = country_name(self.code) if self.code in countries() else self.name
        how = f"{self.drawn}, dashed" if self.drawn == _APART else f"{self.drawn}; {_CIRCLE}"
        return f"{name}: {self.note} Drawn {how}."


@cache
def disputed_areas() -> tuple[Disputed, ...]:
    """Return the disputed areas of data/geography/disputed.csv, those with outlines first."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Disputed(row["code"], row["name"], row["drawn"], row["note"], _circle_of(row))
            for row in csv.DictReader(file)
        )


def ground(scene: Scene, *, boundaries: bool = True) -> Ground:
    """Return the land below a scene; nothing where there is no map.

    Args:
        scene: The scene; its projection and fills say how the land looks.
        boundaries: Whether countries are told apart; else the land is one.
    """
    if scene.projection is None:
        return Ground()
    scale = np.array([1.0, scene.projection.stretch])
    if not boundaries:
        rings = landmass(scene.projection.meridian)
        return Ground(land=(("", _scaled(rings, scale)),), bordered=False)
    known = outlines(scene.projection.meridian)
    land = []
    for fill in ("", *FILLS):
        codes = [code for code in known if scene.fills.get(code, "") == fill]
        if codes:
            rings = tuple(ring for code in codes for ring in known[code].rings)
            land.append((fill, _scaled(rings, scale)))
    marked = tuple(
        ring for area in disputed_areas() if area.code in known for ring in known[area.code].rings
    )
    circles = [
        _ring(*area.circle, scene.projection)
        for area in disputed_areas()
        if area.circle is not None
    ]
    return Ground(land=tuple(land), disputed=(*_scaled(marked, scale), *circles))


def _circle_of(row: Mapping[str, str]) -> tuple[float, float, float] | None:
    if not row["reach_km"]:
        return None
    return float(row["longitude"]), float(row["latitude"]), float(row["reach_km"])


def _ring(longitude: float, latitude: float, reach: float, projection: Projection) -> Floats:
    """Draw a circle around a place, of a radius in kilometres, in map units."""
    middle = np.array(projection.xy(longitude, latitude))
    turns = np.linspace(0.0, 2.0 * np.pi, _CORNERS)
    radius = reach / KILOMETRES
    across = radius * np.cos(turns)
    up = radius * projection.stretch / true_shape(latitude) * np.sin(turns)
    placed: Floats = (middle + np.column_stack([across, up])).round(2)
    return placed


def _scaled(rings: Sequence[Floats], scale: Floats) -> tuple[Floats, ...]:
    return tuple((ring * scale).round(2) for ring in rings)
