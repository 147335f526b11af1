"""The colours of the timeline, on screen and in pictures."""

from __future__ import annotations

from briefing.wording.signs import NEUTRAL

COLOURS = {"past": NEUTRAL, "ongoing": "#009E73", "upcoming": "#0072B2"}
DARK_COLOURS = {"past": "#9AA3AF", "ongoing": "#2FBF93", "upcoming": "#4FA3D9"}
