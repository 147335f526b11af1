"""Colours can be read, in both themes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from components import style

CONFIG = tomllib.loads(
    (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text("utf-8")
)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_can_be_read_on_their_grounds(theme: str) -> None:
    colours = CONFIG["theme"][theme]
    pairs = [
        (colours[text], colours[ground])
        for text in ("textColor", "linkColor")
        for ground in ("backgroundColor", "secondaryBackgroundColor")
    ]
    pairs += [
        (colours[f"{slot}TextColor"], colours[f"{slot}BackgroundColor"])
        for slot in ("violet", "blue", "orange", "red", "green", "gray")
    ]
    pairs += [
        ("#FFFFFF", colours["sidebar"].get("primaryColor", colours["primaryColor"])),
        (colours["primaryColor"], colours["backgroundColor"]),
    ]
    assert [pair for pair in pairs if _contrast(*pair) < 4.5] == []


def test_no_font_is_fetched() -> None:
    assert "http" not in str(CONFIG["theme"])


@pytest.mark.parametrize("dark", [False, True])
def test_figures_take_the_theme(dark: bool) -> None:
    layout = style.figure_theme(dark=dark).layout
    ground = CONFIG["theme"]["dark" if dark else "light"]["backgroundColor"]
    assert _contrast(layout.font.color, ground) >= 4.5
