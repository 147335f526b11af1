from __future__ import annotations

import numpy as np
import pytest
import shapely

from briefing.map.outlines import extent, outlines
from briefing.map.projection import Projection, central_meridian, true_shape, wrap


@pytest.mark.parametrize(
    ("meridian", "longitude", "latitude", "x", "y"),
    [  # values of PROJ 9.5, +proj=natearth +R=100
        (0, 127.0, 37.5, 179.914753, 66.174958),
        (0, -77.0, 38.9, -108.453282, 68.640403),
        (150, 127.0, 37.5, -32.582987, 66.174958),
        (150, -77.0, 38.9, 187.328396, 68.640403),
        (150, 10.0, -80.0, -143.887801, -133.703537),
    ],
)
def test_projection_agrees_with_proj(meridian, longitude, latitude, x, y) -> None:
    found = Projection(meridian).xy(longitude, latitude)
    assert np.allclose(found, (x, y), atol=1e-5)


@pytest.mark.parametrize(("given", "wrapped"), [(190, -170), (-190, 170), (180, -180), (10, 10)])
def test_wrap_keeps_the_meridian(given, wrapped) -> None:
    assert wrap(given) == wrapped


def test_meridian_keeps_the_pacific_whole() -> None:
    seoul, washington, kyiv, canberra = 127.8, -98.6, 31.4, 134.5
    meridian = central_meridian(
        [seoul, washington, kyiv, canberra], [(seoul, washington), (seoul, kyiv)]
    )
    assert 120 <= meridian <= 170


def test_meridian_keeps_the_atlantic_whole() -> None:
    assert -90 <= central_meridian([-98.6, -2.0, 10.0], [(-98.6, -2.0), (10.0, -98.6)]) <= 0


PLACES = {"USA": -98.6, "GBR": -2.0, "UKR": 31.4, "RUS": 97.0, "IRN": 54.0, "ISR": 35.0}
PLACES |= {"CHN": 104.0, "JPN": 138.0, "AUS": 134.5, "CHL": -71.0}


@pytest.mark.parametrize(
    ("pairs", "west", "east"),
    [
        ("USA-CHN USA-RUS RUS-UKR USA-GBR IRN-ISR USA-UKR", -30, 60),
        ("USA-CHN USA-CHN RUS-UKR USA-IRN CHN-RUS", -30, 60),
        ("USA-CHN USA-JPN CHN-JPN AUS-USA", 110, 210),
        ("CHL-AUS CHL-JPN", 150, 270),
        ("RUS-UKR", 10, 120),
    ],
)
def test_meridian_makes_the_ways_short(pairs, west, east) -> None:
    ways = [tuple(PLACES[code] for code in pair.split("-")) for pair in pairs.split()]
    places = [place for way in ways for place in way]
    lands = [ends for code in set(pairs.replace("-", " ").split()) if (ends := extent(code))]
    assert 0 <= wrap(central_meridian(places, ways, lands) - west) <= east - west


def test_meridian_does_not_cut_a_country_at_hand() -> None:
    new_york, middle_west = -74.0, -98.6
    western, eastern = extent("USA")
    seam = wrap(central_meridian([new_york, middle_west, 127.8], [], [(western, eastern)]) + 180)
    assert not western < seam < eastern


def test_meridian_without_places_is_the_usual_one() -> None:
    assert central_meridian([]) == 10.0


def test_true_shape_stretches_the_north_only() -> None:
    assert true_shape(60.0) > 1.3
    assert true_shape(5.0) < 1.0


@pytest.mark.parametrize("meridian", [0.0, 10.0, 150.0, -90.0, -180.0])
def test_outlines_cover_every_country_on_every_meridian(meridian) -> None:
    found = outlines(meridian)
    assert len(found) == 176
    assert {"KOR", "RUS", "USA", "FJI", "XKX", "TWN", "PSE"} <= set(found)
    for outline in found.values():
        assert outline.rings
        assert outline.shape.is_valid
        assert all(np.isfinite(ring).all() for ring in outline.rings)


def test_outlines_join_what_the_file_cut_at_the_antimeridian() -> None:
    """On a meridian in the Pacific, Chukotka belongs to the mainland again."""
    largest = max(shapely.get_parts(outlines(150.0)["RUS"].shape), key=lambda part: part.area)
    east, north = Projection(150.0).xy(-175.0, 66.5)
    assert shapely.contains_xy(largest, float(east), float(north))


def test_outlines_no_country_spans_the_map() -> None:
    for meridian in (0.0, 150.0, -60.0):
        for outline in outlines(meridian).values():
            widths = [part.bounds[2] - part.bounds[0] for part in outline.shape.geoms]
            assert max(widths) < 300, outline.code
