"""Makes the faces that the browser is sent (static/fonts) from the packaged ones.

    python data/fonts/make_web_fonts.py

Needs fontTools and brotli. Each face comes in parts, by letters, and a browser fetches only the
parts that a page has letters of: a page in English needs the first alone. .streamlit/config.toml
names the parts with the same ranges; a test holds it to PARTS.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "static" / "fonts"

LATIN = "U+0020-024F,U+02BB-02DC,U+2000-206F,U+20A0-20BF,U+2116-2122"
OTHERS = "U+0250-02BA,U+02DD-052F,U+1E00-1FFF,U+2070-209F,U+2150-218F,U+2C60-2C7F,U+A720-A7FF"
ARROWS = "U+2190-22FF"
SHAPES = "U+25A0-27BF,U+2B00-2BFF"
ARABIC = "U+0600-06FF,U+FE70-FEFC"
HEBREW = "U+0590-05FF,U+FB1D-FB4F"

PARTS = {
    "NotoSans-Regular": ("NotoSans-Regular", "Noto Sans", "400", LATIN),
    "NotoSans-Bold": ("NotoSans-Bold", "Noto Sans", "700", LATIN),
    "NotoSerif-Regular": ("NotoSerif-Regular", "Noto Serif", "400", LATIN),
    "NotoSerif-Bold": ("NotoSerif-Bold", "Noto Serif", "700", LATIN),
    "NotoSans-Regular-others": ("NotoSans-Regular", "Noto Sans", "400", OTHERS),
    "NotoSans-Bold-others": ("NotoSans-Bold", "Noto Sans", "700", OTHERS),
    "NotoSerif-Regular-others": ("NotoSerif-Regular", "Noto Serif", "400", OTHERS),
    "NotoSerif-Bold-others": ("NotoSerif-Bold", "Noto Serif", "700", OTHERS),
    "NotoSansMath-Regular": ("NotoSansMath-Regular", "Noto Sans", "400", ARROWS),
    "NotoSansSymbols2-Regular": ("NotoSansSymbols2-Regular", "Noto Sans", "400", SHAPES),
    "NotoSansArabic-Regular": ("NotoSansArabic-Regular", "Noto Sans", "400", ARABIC),
    "NotoSansHebrew-Regular": ("NotoSansHebrew-Regular", "Noto Sans", "400", HEBREW),
}
"""Each file: the packaged face that it is cut from, its family, its weight, its letters."""

IN_BOLD_TOO = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular")
"""Parts that bold text takes as well: their faces have one weight, and arrows stand in titles."""


def codes(ranges: str) -> set[int]:
    """Return the code points of "U+0020-024F,U+2116"."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def make() -> None:
    """Write each part, compressed and without the time of writing."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (face, _, _, ranges) in PARTS.items():
        options = subset.Options(
            layout_features=["*"],
            notdef_outline=True,
            recalc_timestamp=False,
            hinting=False,  # hints would make widths differ between machines
            flavor="woff2",
        )
        font = subset.load_font(str(HERE / f"{face}.ttf"), options)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=codes(ranges))
        cut.subset(font)
        subset.save_font(font, str(TARGET / f"{name}.woff2"), options)
    shutil.copy(HERE / "OFL.txt", TARGET / "OFL.txt")


if __name__ == "__main__":
    make()
