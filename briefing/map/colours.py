"""The colours of the map's ground; relations keep theirs on every ground."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.map.scene import FILLS, Scene

FILL_WORDS = {
    "conflict": "mainly conflict",
    "rather-conflict": "leans to conflict",
    "mixed": "mixed",
    "rather-cooperation": "leans to cooperation",
    "cooperation": "mainly cooperation",
}
"""The balance of tone in words."""


@dataclass(frozen=True, slots=True)
class GroundColours:
    """The colours of the ground; relations keep theirs on every ground."""

    ground: str
    sea: str
    land: str
    border: str
    text: str
    quiet: str
    halo: str
    fills: dict[str, str]


LIGHT = GroundColours(
    ground="#FFFFFF",
    sea="#F4F7FA",
    land="#E3E6EA",
    border="#FFFFFF",
    text="#1B2330",
    quiet="#6A7280",
    halo="#FFFFFF",
    fills=dict(zip(FILLS, ("#F3C9A9", "#F8E0C9", "#DCD6DC", "#CFE1F0", "#A9CCE6"), strict=True)),
)
DARK = GroundColours(
    ground="#12161D",
    sea="#161C26",
    land="#2A313C",
    border="#161C26",
    text="#E8EAED",
    quiet="#9AA3B0",
    halo="#12161D",
    fills=dict(zip(FILLS, ("#553018", "#443428", "#3A3840", "#26384A", "#1B3E5A"), strict=True)),
)


def dot_colour(scene: Scene, code: str, ink: GroundColours, *, bordered: bool) -> str:
    """Return the colour of a party's dot: where no country is filled, its balance of tone."""
    return ink.text if bordered else ink.fills.get(scene.fills.get(code, ""), ink.text)


def fill_colours(*, dark: bool) -> dict[str, str]:
    """Return the colours of the countries by their balance of tone, for a key."""
    return (DARK if dark else LIGHT).fills
