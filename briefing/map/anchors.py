"""Where the parties stand on the map: the true places, pushed apart until each can be clicked.

Everything here is in pixels of the drawn map, y upwards: neighbours that are too close for the
eye are a matter of the screen, not of the globe.
"""

from __future__ import annotations

import math

import numpy as np

from briefing.map.projection import Floats

_ROUNDS = 300
_GOLDEN = math.pi * (3.0 - math.sqrt(5.0))


def push_apart(places: Floats, apart: float, bounds: tuple[float, float, float, float]) -> Floats:
    """Move points away from each other until none is nearer than `apart`, as little as can be.

    Two places that are one (or nearly so) part in a direction that depends only on their order,
    so that the same rows always give the same map.

    Args:
        places: True places, n × 2.
        apart: Least distance wanted.
        bounds: Left, bottom, right, top that no point may leave.
    """
    count = len(places)
    if count < 2:
        return places.copy()
    turn = np.arange(count) * _GOLDEN
    at = places + 0.5 * np.column_stack([np.cos(turn), np.sin(turn)])
    low, high = np.array(bounds[:2]), np.array(bounds[2:])
    for step in range(_ROUNDS):
        between = at[:, None, :] - at[None, :, :]
        distance = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(apart - distance, 0.0, None)
        if not lack.any():
            if step == 0:
                return places.copy()
            break
        push = (between / np.maximum(distance, 1e-6)[..., None] * lack[..., None]).sum(axis=1) / 2
        home = (places - at) * (0.04 * (1.0 - step / _ROUNDS))
        at = np.clip(at + 0.6 * push + home, low, high)
    still = np.hypot(*(at - places).T) < 2.0
    at[still] = places[still]
    return at
