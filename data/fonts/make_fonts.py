"""Makes the packaged faces from Debian's fonts-noto-core: only the letters that are needed.

    python data/fonts/make_fonts.py /usr/share/fonts/truetype/noto

NotoSans-Regular.ttf is the package's file, unchanged. letters.txt is written too: which letters
the faces have together, as ranges of code points.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN_GREEK_CYRILLIC = (
    (0x0020, 0x024F), (0x02B0, 0x036F), (0x0370, 0x052F), (0x1E00, 0x1FFF), (0x2000, 0x218F),
    (0x2190, 0x22FF), (0xA720, 0xA7FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
SYMBOLS = ((0x2100, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x26FF), (0x2700, 0x27BF), (0x2B00, 0x2BFF))
RIGHT_TO_LEFT = ((0x0590, 0x06FF), (0x200C, 0x200F), (0xFB1D, 0xFB4F), (0xFE70, 0xFEFC))

FILES = {
    "NotoSans-Bold": LATIN_GREEK_CYRILLIC,
    "NotoSerif-Regular": LATIN_GREEK_CYRILLIC,
    "NotoSerif-Bold": LATIN_GREEK_CYRILLIC,
    "NotoSansSymbols-Regular": SYMBOLS,
    "NotoSansSymbols2-Regular": SYMBOLS,
    "NotoSansMath-Regular": ((0x2032, 0x2037), (0x2190, 0x22FF)),
    "NotoSansArabic-Regular": RIGHT_TO_LEFT,
    "NotoSansHebrew-Regular": RIGHT_TO_LEFT,
}


def make(source: Path, target: Path) -> None:
    """Write each face with its letters only, and without the time of writing."""
    for name, ranges in FILES.items():
        options = subset.Options(
            layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
        )
        options.drop_tables += ["DSIG"]
        font = subset.load_font(str(source / f"{name}.ttf"), options)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=[code for start, end in ranges for code in range(start, end + 1)])
        cut.subset(font)
        subset.save_font(font, str(target / f"{name}.ttf"), options)


def letters(folder: Path) -> str:
    """Return the ranges of code points that the faces have, a line each: "0020-007e"."""
    have = {code for path in folder.glob("*.ttf") for code in TTFont(path).getBestCmap()}
    starts = sorted(code for code in have if code - 1 not in have)
    ends = sorted(code for code in have if code + 1 not in have)
    return "".join(f"{one:04x}-{two:04x}\n" for one, two in zip(starts, ends, strict=True))


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    make(Path(sys.argv[1]), here)
    (here / "letters.txt").write_text(letters(here), encoding="ascii")
