"""The countries' outlines, cut at the seam of the map and projected.

The file is Natural Earth's at 1:110 million (public domain), cut at the antimeridian. Another
central meridian needs the cut at another place: the pieces are joined again and cut there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
import shapely.affinity
from shapely import Polygon
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.base import BaseGeometry

from briefing.folders import DATA
from briefing.map.projection import Floats, Projection, wrap

FILE = DATA / "geography" / "world_110m_cut.geojson"

_MERIDIANS = 36
_DENSE = 4.0
"""Longest edge in degrees: a straight edge on the file is a curve on the map."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One country on the map, in map units without stretch.

    Attributes:
        code: Alpha-3 code.
        rings: Arrays of (x, y); holes turn the other way round.
        shape: The same as a geometry, to ask whether a point lies inside.
    """

    code: str
    rings: tuple[Floats, ...]
    shape: BaseGeometry


@lru_cache(maxsize=1)
def _world() -> Mapping[str, BaseGeometry]:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return {feature["id"]: shape(feature["geometry"]).buffer(0) for feature in data["features"]}


@lru_cache(maxsize=512)
def extent(code: str) -> tuple[float, float] | None:
    """Return the west and the east end of a country's largest part, in degrees; None if unknown."""
    geometry = _world().get(code)
    if geometry is None:
        return None
    west, _south, east, _north = max(_polygons(geometry), key=lambda part: part.area).bounds
    return west, east


def _polygons(geometry: BaseGeometry) -> Iterable[Polygon]:
    if isinstance(geometry, Polygon):
        yield geometry
    elif hasattr(geometry, "geoms"):
        for part in geometry.geoms:
            yield from _polygons(part)


def _cut(geometry: BaseGeometry, meridian: float) -> BaseGeometry:
    """Move a geometry so that longitudes count from the meridian, cut at the seam."""
    seam = wrap(meridian + 180.0)
    parts = []
    for west, east in ((-180.0, seam), (seam, 180.0)):
        if east - west < 1e-9:
            continue
        piece = shapely.clip_by_rect(geometry, west, -90.0, east, 90.0)
        if not piece.is_empty:
            shift = wrap((west + east) / 2 - meridian) - (west + east) / 2
            parts.append(shapely.affinity.translate(piece, xoff=shift))
    if len(parts) < 2:
        return parts[0] if parts else geometry
    # The two halves of Chukotka and of Fiji meet again where the file was cut.
    return shapely.union_all([shapely.set_precision(part, 0.001) for part in parts])


def _project(geometry: BaseGeometry, projection: Projection) -> MultiPolygon:
    dense = shapely.segmentize(geometry, _DENSE)

    def onto_map(degrees: Floats) -> Floats:
        x, y = projection.xy_unwrapped(degrees[:, 0], degrees[:, 1])
        return np.column_stack([x, y])

    return MultiPolygon(list(_polygons(shapely.transform(dense, onto_map))))


@lru_cache(maxsize=_MERIDIANS)
def outlines(meridian: float) -> Mapping[str, Outline]:
    """Return every country's outline on a central meridian, by alpha-3 code."""
    projection = Projection(meridian)
    found = {}
    for code, geometry in _world().items():
        projected = _project(_cut(geometry, meridian), projection)
        shapely.prepare(projected)
        found[code] = Outline(code, _rings(projected), projected)
    return found


@lru_cache(maxsize=_MERIDIANS)
def landmass(meridian: float) -> tuple[Floats, ...]:
    """Return the rings of all land as one, without any boundary in it."""
    return _rings(_project(_cut(_all_land(), meridian), Projection(meridian)))


@lru_cache(maxsize=1)
def _all_land() -> BaseGeometry:
    return shapely.union_all([shapely.set_precision(part, 0.01) for part in _world().values()])


def _rings(projected: MultiPolygon) -> tuple[Floats, ...]:
    rings: list[Floats] = []
    for polygon in projected.geoms:
        turned = shapely.geometry.polygon.orient(polygon, 1.0)
        rings.append(np.asarray(turned.exterior.coords).round(2))
        rings.extend(np.asarray(hole.coords).round(2) for hole in turned.interiors)
    return tuple(rings)


def inside(outline: Outline, points: Floats, stretch: float) -> npt.NDArray[np.bool_]:
    """Say for each (x, y) of a stretched map whether it lies in the country."""
    return shapely.contains_xy(outline.shape, points[:, 0], points[:, 1] / stretch)
