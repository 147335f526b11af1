"""The layout in pixels of one window: where dots, arcs and names go so that all can be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from briefing.map.anchors import push_apart
from briefing.map.arcs import Curve, curves
from briefing.map.labels import Label, place_labels
from briefing.map.projection import Floats

Window = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_GROWTH = 0.16
"""Most that the window grows on each side, as a share of its size."""


def shaped(window: Window, aspect: float) -> Window:
    """Widen a window to the shape of the picture."""
    left, bottom, right, top = window
    wide, high = right - left, top - bottom
    more_wide = max(0.0, high * aspect - wide) / 2
    more_high = max(0.0, wide / aspect - high) / 2
    return left - more_wide, bottom - more_high, right + more_wide, top + more_high


class Layout:
    """The layout in pixels of one window; grows the window until all is inside."""

    def __init__(
        self,
        window: Window,
        width: int,
        height: int,
        *,
        small: bool = False,
        grows: bool = True,
        narrowest: float = 1.0,
    ) -> None:
        self.window, self.grows, self.narrowest = window, grows, narrowest
        self.width, self.height = width, height
        self.size = 11.0 if small or width < 500 else 13.0
        self.radius = 4.0 if small else 5.0
        self.apart = 38.0 if small or width < 500 else 46.0
        self.fine = min(max(width / 620.0, 0.65), 1.0)
        self.at = np.empty((0, 2))
        self.true = np.empty((0, 2))
        self.curves: list[Curve] = []
        self.labels: list[Label] = []
        self.both: Sequence[bool] = ()
        self.clashes = 0

    @property
    def unit(self) -> float:
        """Pixels of one unit."""
        return self.width / (self.window[2] - self.window[0])

    @property
    def bounds(self) -> Window:
        """What arcs and names should stay inside of, in pixels."""
        return 6.0, 6.0, self.width - 6.0, self.height - 6.0

    def pixels(self, units: Floats) -> Floats:
        """Turn units into pixels of the window."""
        moved: Floats = (units - np.array(self.window[:2])) * self.unit
        return moved

    def units(self, pixels: Floats) -> Floats:
        """Turn pixels of the window into units."""
        moved: Floats = (pixels / self.unit + np.array(self.window[:2])).round(2)
        return moved

    def fit(
        self,
        true: Floats,
        names: Sequence[str],
        ends: Sequence[tuple[int, int]],
        both: Sequence[bool],
    ) -> None:
        """Lay everything out, widen the window by what stood out of it, and lay it out again.

        Args:
            true: The true places, in units.
            names: Their names.
            ends: From which place to which, as rows of `true`.
            both: Which arcs point both ways.
        """
        self.both = both
        self._lay(true, names, ends, most_beyond=20.0 if self.grows else math.inf)
        if self.grows and (self._grow() or self.narrowest < 1.0):
            self._lay(true, names, ends, most_beyond=math.inf)

    def _lay(
        self,
        true: Floats,
        names: Sequence[str],
        ends: Sequence[tuple[int, int]],
        *,
        most_beyond: float,
    ) -> None:
        """Push the dots apart, draw the arcs, place the names; wider apart if names clash."""
        self.true = self.pixels(true)
        most = 0.8 * math.sqrt(self.width * self.height / max(len(names), 1))
        room = (30.0, 24.0, self.width - 30.0, self.height - 24.0)
        for step in range(5):
            apart = min(self.apart * (1.0 + 0.2 * step), most)
            self.at = push_apart(self.true, apart, room)
            self.curves = curves(
                ends,
                self.at,
                both=self.both,
                radius=self.radius,
                bounds=np.array(self.bounds),
                fine=self.fine,
            )
            lines = [curve.line for curve in self.curves] or [np.empty((0, 2))]
            self.labels, self.clashes = place_labels(
                names,
                self.at,
                lines=np.concatenate(lines),
                heads=self._heads(),
                middles=np.array([curve.middle for curve in self.curves]).reshape(-1, 2),
                bounds=self.bounds,
                size=self.size,
                gap=self.radius + 3.0,
                most_beyond=most_beyond,
                narrowest=self.narrowest,
            )
            if not self.clashes:
                return

    def _heads(self) -> Floats:
        spots = [curve.line[-1] for curve in self.curves]
        spots += [curve.line[0] for curve in self.curves if curve.back is not None]
        return np.array(spots).reshape(-1, 2)

    def _grow(self) -> bool:
        """Widen the window, within limits, so that more is inside; False when all was."""
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
        most = _GROWTH * np.array([self.width, self.height])
        left, bottom = np.array(self.window[:2]) - np.minimum(lack_low + 8.0, most) / self.unit
        right, top = np.array(self.window[2:]) + np.minimum(lack_high + 8.0, most) / self.unit
        grown = (float(left), float(bottom), float(right), float(top))
        self.window = shaped(grown, self.width / self.height)
        return True
